"""The policy of each page lets everything on it work and nothing else run; no page asks another host for anything."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

COLLECT = """
window.stopped = [];
addEventListener("securitypolicyviolation", (event) => {
  stopped.push([event.effectiveDirective, event.blockedURI, event.sample, event.sourceFile].join(" "));
});
"""


#: A script of ours that would turn a stranger's words into markup.
MARKUP = "document.body.innerHTML = '<img src=x onerror=window.ran=1>'"


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[Page]:
    """One window that heeds the policies and tells what they stop."""
    context = browser.new_context()
    context.add_init_script(COLLECT)
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def use_everything(page: Page) -> None:
    """Do what can be done on a page: menu, folds, fields, choices, buttons, selection, print."""
    page.set_viewport_size({"width": 320, "height": 700})
    if page.locator(".menu-button").count():
        page.locator(".menu-button").click()
        page.keyboard.press("Escape")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for field in page.locator("main :is(input[type=search], input[type=text]):visible").all():
        field.fill("tekoäly")
    for choice in page.locator("main input[type=checkbox]:visible").all()[:3]:
        choice.check()
    for choices in page.locator("main select:visible").all():
        choices.select_option(index=choices.locator("option").count() - 1)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('main'))")
    for button in page.locator("main button:visible").all():
        if button.is_visible() and button.is_enabled():
            button.click()
    page.emulate_media(media="print")
    page.emulate_media(media="screen")
    if page.locator("main form").count():  # what is typed or chosen may be fetched
        page.wait_for_load_state("networkidle")


@pytest.mark.parametrize(
    ("planted", "directive"),
    [
        ("<script>window.ran = true</script>", "script-src-elem"),
        ("<img src=x.png alt='' onerror='window.ran = true'>", "script-src-attr"),
        ("<p style='color: red'>A</p>", "style-src-attr"),
        ("<style>p {color: red}</style>", "style-src-elem"),
        ("<img src='https://example.org/a.png' alt=''>", "img-src"),
        ("<script src='https://example.org/a.js'></script>", "script-src-elem"),
        ("<base href='https://example.org/'>", "base-uri"),
        ("<iframe src='https://example.org/' title=A></iframe>", "frame-src"),
        ("<object data='/icon-192.png'></object>", "object-src"),
        ("<script src='/planted.js'></script>", "require-trusted-types-for"),
    ],
)
def test_what_a_stranger_would_plant_is_stopped(watched: Page, address: str, planted: str, directive: str) -> None:
    def plant(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</main>", planted + "</main>"))

    watched.route(address, plant)
    watched.route("**/planted.js", lambda route: route.fulfill(body=MARKUP, content_type="text/javascript"))
    try:
        watched.goto(address)
        watched.wait_for_function("stopped.length > 0")
        assert directive in {line.split()[0] for line in watched.evaluate("stopped")}
        assert watched.evaluate("window.ran") is None
    finally:
        watched.unroute_all()
