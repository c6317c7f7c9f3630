"""axe-core finds nothing on any kind of page in any language, width and colour scheme; `make audit` tries them all."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.audits import audit
from browser.page_kinds import PAGES_IN_LANGUAGES, View, path_of, views_of
from ecosystem.addresses import page_path
from ecosystem.languages import LANGUAGES, Language

HEIGHT = 900


def open_page(window: Page, address: str, view: View) -> None:
    window.set_viewport_size({"width": view.width, "height": HEIGHT})
    window.emulate_media(color_scheme="dark" if view.scheme == "dark" else "light")
    window.goto(address)


@pytest.mark.parametrize(("kind", "language"), PAGES_IN_LANGUAGES)
def test_page_has_no_fault(window: Page, address: str, site: Path, kind: str, language: Language) -> None:
    for view in views_of(kind, language):
        open_page(window, address + path_of(kind, language, site), view)
        assert window.locator("main h1").count() == 1, "the page was not reached"
        assert audit(window) == [], str(view)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_open_menu_has_no_fault(window: Page, address: str, language: Language, scheme: str) -> None:
    for width in (320, 768):
        open_page(window, address + page_path("pilots", language), View(width, scheme))
        window.locator(".menu-button").click()
        assert window.locator("#main-menu").is_visible(), "the state was not reached"
        assert audit(window) == []


@pytest.mark.parametrize(
    ("fault", "rule"),
    [
        ("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/favicon.ico\">')", "image-alt"),
        ("document.querySelector('main p').style.color = '#bbb'", "color-contrast"),
        ("document.querySelector('main').insertAdjacentHTML('beforeend', '<input>')", "label"),
        ("document.documentElement.removeAttribute('lang')", "html-has-lang"),
        ("document.querySelector('main h1').outerHTML = '<h4>A</h4>'", "page-has-heading-one"),
        ("document.querySelector('main').insertAdjacentHTML('beforeend', '<h6>A</h6>')", "heading-order"),
        ("document.querySelectorAll('nav').forEach((nav) => nav.setAttribute('aria-label', 'A'))", "landmark-unique"),
        ("document.querySelector('main a').textContent = ''", "link-name"),
        ("document.querySelector('.menu-button').setAttribute('aria-expanded', 'A')", "aria-valid-attr-value"),
        (
            "document.querySelectorAll('.languages a').forEach((a) => a.style = 'font-size:4px;padding:0')",
            "target-size",
        ),
    ],
)
def test_planted_fault_is_seen(window: Page, address: str, fault: str, rule: str) -> None:
    open_page(window, address + "jasenet/", View(768, "light"))
    window.evaluate(fault)
    assert rule in {line.split(":")[0] for line in audit(window)}
