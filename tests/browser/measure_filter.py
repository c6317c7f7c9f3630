"""Measure how fast the filter bars answer: `PYTHONPATH=tests python -m browser.measure_filter`.

The time runs from the change of a checkbox until the browser has laid the new list out. It depends on the machine,
so no test asserts it; the budget is 50 ms.
"""

import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from browser.conftest import FLAGS, find_browser
from browser.server import serve
from rendering import make_site, of_long_lists, read_ecosystem, write_files, write_page, write_pages
from synthetic import write_members, write_offerings

CHANGES = 20


@dataclass(frozen=True)
class Measured:
    """A list that is measured: its page, how many entries it gets, and where its cards are."""

    page: str
    path: str
    number: int
    write: Callable[[Path, int], Path]
    cards: str


LISTS = (
    Measured("members", "en/members/", 1000, partial(write_members, sentences=1), "#members > li"),
    Measured("offering", "en/offering/", 300, write_offerings, "#offerings li[data-f]"),
)

CHANGE = """async () => {
  const started = performance.now();
  const box = document.querySelector(".filter-bar [type=checkbox]");
  box.checked = !box.checked;
  box.dispatchEvent(new Event("change", { bubbles: true }));
  for (let turn = 0; turn < 10; turn += 1) await null;
  document.body.getBoundingClientRect();
  return performance.now() - started;
}"""


def main() -> None:
    """Print the median and the longest time in milliseconds for each list."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(playwright), args=[*FLAGS])
        for one in LISTS:
            times = measure(browser, one)
            sys.stdout.write(
                f"{one.number} on {one.path}: median {statistics.median(times):.0f} ms, longest {max(times):.0f} ms\n"
            )
        browser.close()


def measure(browser: Browser, one: Measured) -> list[float]:
    """Return how long the browser takes to lay the list out anew, for each of the changes."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        site = make_site(read_ecosystem(one.write(folder / "data", one.number)))
        write_page(site, one.page, "en", folder / "site")
        write_pages(of_long_lists(site), folder / "site")
        write_files(site.assets.files.items(), folder / "site")
        with serve(folder / "site") as address:
            page = browser.new_page(bypass_csp=True)
            page.goto(f"{address}{one.path}?q=e")
            page.wait_for_function(f"document.querySelectorAll('{one.cards}').length >= {one.number}")
            return [float(page.evaluate(CHANGE)) for _ in range(CHANGES)]


if __name__ == "__main__":
    main()
