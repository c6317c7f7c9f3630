"""What searches transfer on a large site, and how long they take, for `make bench`.

`python -m search.traffic SITE ANSWER` writes it as JSON to the file ANSWER.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Request, sync_playwright

from browser.conftest import FLAGS, find_browser
from browser.server import serve

#: The first search on a page, and what is searched after it.
QUERIES: Final = ("tekoälyverkosto", "hyvinvointialueen kokeilut", "tuuli 77", "terveydenhulto", "thl")

SEARCH: Final = """async ([root, script, query]) => {
  const {search} = await import(new URL(script, root));
  const start = performance.now();
  const {total} = await search(query, {root, limit: 10});
  return [total, performance.now() - start];
}"""


def traffic(browser: Browser, site: Path) -> Iterator[dict[str, str | float]]:
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
            size = sum(one.sizes()["responseBodySize"] for one in requests)
            yield {"query": query, "results": total, "milliseconds": milliseconds, "bytes": size}
        page.close()


def answer(site: Path) -> list[dict[str, str | float]] | str:
    """Return what each query on the built *site* took, or why that was not measured."""
    with sync_playwright() as playwright:
        program = find_browser(playwright)
        if program is None:
            return "there is no browser"
        browser = playwright.chromium.launch(executable_path=program, args=[*FLAGS])
        found = list(traffic(browser, site))
        browser.close()
    return found


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(json.dumps(answer(Path(sys.argv[1]))), encoding="utf-8")
