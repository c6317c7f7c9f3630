"""Measure how fast the filter bar answers with 1,000 members: `PYTHONPATH=tests python -m browser.measure_filter`.

The time runs from the change of a checkbox until the browser has laid the new list out. It depends on the machine,
so no test asserts it; the budget is 50 ms.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from browser.conftest import FLAGS, find_browser
from browser.server import serve
from ecosystem.render.numbered_pages import write_numbered_pages
from rendering import make_site, read_ecosystem, write_page
from synthetic import write_members

MEMBERS = 1000
CHANGES = 20

CHANGE = """async () => {
  const started = performance.now();
  const box = document.querySelector("[name=kind]");
  box.checked = !box.checked;
  box.dispatchEvent(new Event("change", { bubbles: true }));
  for (let turn = 0; turn < 10; turn += 1) await null;
  document.body.getBoundingClientRect();
  return performance.now() - started;
}"""


def main() -> None:
    """Print the median and the longest time in milliseconds."""
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        folder = Path(place)
        site = make_site(read_ecosystem(write_members(folder / "data", MEMBERS, sentences=1)))
        write_page(site, "members", "en", folder / "site")
        write_numbered_pages(site, folder / "site")
        site.assets.write(folder / "site")
        browser = playwright.chromium.launch(executable_path=find_browser(playwright), args=[*FLAGS])
        with serve(folder / "site") as address:
            page = browser.new_page()
            page.goto(f"{address}en/members/?q=organisation")
            page.wait_for_function(f"document.querySelectorAll('#members > li').length >= {MEMBERS}")
            times = [float(page.evaluate(CHANGE)) for _ in range(CHANGES)]
        browser.close()
    sys.stdout.write(f"{MEMBERS} members: median {statistics.median(times):.0f} ms, longest {max(times):.0f} ms\n")


if __name__ == "__main__":
    main()
