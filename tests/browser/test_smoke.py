"""The look at changed pages opens those that differ, and says what is wrong with them."""

from pathlib import Path

from playwright.sync_api import Browser

from browser.audits import prepare_audits
from browser.server import serve
from browser.smoke import changed_pages, dead_links, look_at, spread

WHOLE = (
    '<!doctype html><html lang="fi"><head><title>Sivu</title></head><body><main><h1>Sivu</h1>{}</main></body></html>'
)


def write(site: Path, pages: dict[str, str]) -> Path:
    for path, content in pages.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(WHOLE.format(content), encoding="utf-8")
    return site


def test_pages_that_are_new_or_other_are_looked_at(tmp_path: Path) -> None:
    before = write(tmp_path / "before", {"index.html": "a", "same/index.html": "b", "gone/index.html": "c"})
    site = write(tmp_path / "site", {"index.html": "A", "same/index.html": "b", "new/index.html": "d"})
    assert changed_pages(site, before) == ["index.html", "new/index.html"]
    assert changed_pages(site, tmp_path / "nowhere") == ["index.html", "new/index.html", "same/index.html"]


def test_of_many_pages_some_of_all_parts_are_opened() -> None:
    chosen = spread([str(number) for number in range(1000)], 60)
    assert len(chosen) <= 60
    assert (chosen[0], int(chosen[-1]) > 900) == ("0", True)
    assert spread(["a", "b"]) == ["a", "b"]


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    links = (
        '<a href="../">x</a><a href="../file.pdf">x</a><a class="a" href="gone/">x</a><a href="https://e.org/">x</a>'
    )
    site = write(tmp_path, {"index.html": "", "here/index.html": links})
    assert list(dead_links(site, "here/index.html")) == [
        "a link leads nowhere: ../file.pdf",
        "a link leads nowhere: gone/",
    ]


def test_what_is_wrong_with_a_page_is_said(tmp_path: Path, browser: Browser) -> None:
    write(tmp_path, {"index.html": "", "404.html": "", "bad.html": '<h1>Toinen</h1><img src="gone.png">'})
    with serve(tmp_path) as address, browser.new_context() as context:
        prepare_audits(context)
        faults = "\n".join(look_at(context.new_page(), f"{address}bad.html"))
    assert "404: " in faults
    assert "it has 2 main headings" in faults
