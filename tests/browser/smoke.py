"""Look at the pages of a site that a change has made other than they were, in a browser.

`python tests/browser/smoke.py SITE BEFORE` compares two built sites and opens the pages of SITE that differ: each must
load all of its parts, say nothing on the console, have one heading and pass axe, and its links must lead somewhere.
Of many changed pages it opens a part, spread over all of them. Without the folder BEFORE it opens a part of the site.
With a third folder, a preview (`python -m ecosystem preview`), it puts pictures of these pages there, before and after.
"""

import filecmp
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from playwright.sync_api import BrowserContext, Page, sync_playwright

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "hooks")]

from browser.audits import audit, prepare_audits  # noqa: E402
from browser.conftest import FLAGS, find_browser  # noqa: E402
from browser.server import serve  # noqa: E402
from ecosystem.site.review.overview import WIDTHS, picture_of  # noqa: E402

#: So many pages are opened; each takes about a second.
MOST_PAGES: Final = 60

#: In pixels: of a longer page its beginning is pictured.
HIGHEST: Final = 4000

_LINK: Final = re.compile(r'<a\b[^>]*?\bhref="([^"#?]+)')


def changed_pages(site: Path, before: Path) -> list[str]:
    """Return the paths of the pages of *site* that *before* has not, or otherwise."""
    pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    return [page for page in pages if not _is_same(site / page, before / page)]


def _is_same(page: Path, before: Path) -> bool:
    return before.is_file() and filecmp.cmp(page, before, shallow=False)


def spread(pages: Sequence[str], most: int = MOST_PAGES) -> list[str]:
    """Return at most so many of *pages*, from their whole length."""
    step = max(1, -(-len(pages) // most))
    return list(pages[::step])


def dead_links(site: Path, page: str) -> Iterator[str]:
    """Yield each link of *page* to a page or file of *site* that is not there."""
    here = site / page
    for target in dict.fromkeys(_LINK.findall(here.read_text(encoding="utf-8"))):
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or not parts.path:
            continue
        path = unquote(parts.path)
        found = site / path.lstrip("/") if path.startswith("/") else here.parent / path
        if not (found.is_file() or (found / "index.html").is_file()):
            yield f"a link leads nowhere: {target}"


def look_at(page: Page, address: str) -> list[str]:
    """Open *address* in *page*; return what is wrong with it."""
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("response", lambda answer: faults.append(f"{answer.status}: {answer.url}") if not answer.ok else None)
    page.goto(address)
    headings = page.locator("h1").count()
    if headings != 1:
        faults.append(f"it has {headings} main headings")
    return [*faults, *audit(page)]


def take_pictures(context: BrowserContext, site: Path, paths: Sequence[str], preview: Path, *, before: bool) -> None:
    """Put pictures of the pages of *site* at *paths*, those that are there, into *preview*."""
    with serve(site) as address:
        for width in WIDTHS:
            for path in (one for one in paths if (site / one).is_file()):
                page = context.new_page()
                page.set_viewport_size({"width": width, "height": 800})
                page.goto(address + path.removesuffix("index.html"))
                height = min(HIGHEST, page.evaluate("document.documentElement.scrollHeight"))
                page.screenshot(
                    path=preview / picture_of(path, width, before=before),
                    type="jpeg",
                    quality=60,
                    full_page=True,
                    clip={"x": 0, "y": 0, "width": width, "height": height},
                )
                page.close()


def main(site: Path, before: Path, preview: Path | None = None) -> int:
    """Open the changed pages of *site*; print what is wrong and return 1 if anything is."""
    changed = changed_pages(site, before)
    own = [page for page in changed if not page.startswith("embed/") and not page.endswith("404.html")]
    chosen = spread(own)
    faults: list[str] = [f"{page}: {fault}" for page in own for fault in dead_links(site, page)]
    with sync_playwright() as playwright, serve(site) as address:
        browser = playwright.chromium.launch(executable_path=find_browser(playwright), args=list(FLAGS))
        context = browser.new_context()
        prepare_audits(context)
        for path in chosen:
            window = context.new_page()
            faults += [f"{path}: {fault}" for fault in look_at(window, address + path.removesuffix("index.html"))]
            window.close()
        if preview is not None:
            take_pictures(context, before, chosen, preview, before=True)
            take_pictures(context, site, chosen, preview, before=False)
        browser.close()
    sys.stdout.write("".join(f"::error title=browser::{fault}\n" for fault in faults))
    sys.stdout.write(f"pages that changed: {len(changed)}, opened: {len(chosen)}, faults: {len(faults)}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:4])))
