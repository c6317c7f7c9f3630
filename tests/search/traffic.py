"""What searches transfer on a large site, and how long they take: a part of `make bench`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Request, sync_playwright

from browser.conftest import FLAGS, find_browser
from browser.server import serve

#: The first search on a page, and what is searched after it.
QUERIES: Final = ("tekoälyverkosto", "hyvinvointialueen kokeilut", "esimerkkiorganisaatio 77", "terveydenhulto", "thl")

SEARCH: Final = """async ([root, script, query]) => {
  const {search} = await import(new URL(script, root));
  const start = performance.now();
  const {total} = await search(query, {root, limit: 10});
  return [total, performance.now() - start];
}"""


def traffic(browser: Browser, site: Path) -> Iterator[tuple[str, int, float, int]]:
    """Yield each query, the number of its results, its milliseconds and the bytes that it transferred."""
    script = next((site / "assets").glob("search-engine.*.js")).relative_to(site).as_posix()
    with serve(site) as address:
        page = browser.new_page(bypass_csp=True)
        page.goto(address, wait_until="networkidle")
        requests: list[Request] = []
        page.on("requestfinished", lambda request: requests.append(request))  # noqa: PLW0108 - the driver wants a function
        for query in QUERIES:
            requests.clear()
            total, milliseconds = page.evaluate(SEARCH, [address, script, query])
            page.wait_for_load_state("networkidle")
            yield query, total, milliseconds, sum(one.sizes()["responseBodySize"] for one in requests)
        page.close()


def report(site: Path) -> str:
    """Return a line for each query on the built *site*."""
    with sync_playwright() as playwright:
        program = find_browser(playwright)
        if program is None:
            return "search: not measured, for there is no browser\n"
        browser = playwright.chromium.launch(executable_path=program, args=[*FLAGS])
        lines = [
            f"search {query:28} {total:6} results {milliseconds:7.0f} ms {size:8} bytes\n"
            for query, total, milliseconds, size in traffic(browser, site)
        ]
        browser.close()
    return "".join(lines)


if __name__ == "__main__":
    sys.stdout.write(report(Path(sys.argv[1])))
