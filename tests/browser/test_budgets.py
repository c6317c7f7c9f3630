"""What a first visit costs: bytes, requests, jumps of the layout; and that nobody else hears of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request

from addresses import page_path
from ecosystem.ground.languages import LANGUAGES, Language
from rendering import TODAY

MOST_BYTES = 100_000
MOST_REQUESTS = 15
MOST_HTML = 60_000
#: Nothing that a reader sees: a long page that a slow machine lays out in parts has shifted by 0.00007. The limit that
#: browsers' makers call good is 0.1.
MOST_SHIFT = 0.001

#: How far the layout has shifted each time; the browser keeps a record of it.
SHIFTS = """() => new Promise((done) => {
  const shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => entry.value)))
    .observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(shifts))));
})"""


@dataclass
class Visit:
    """What a first visit to a page caused."""

    requests: list[Request] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    bytes: int = 0
    shifts: list[float] = field(default_factory=list)

    def faults(self, address: str) -> list[str]:
        """Return where the visit went over its budget."""
        found = [*self.complaints]
        if self.bytes > MOST_BYTES:
            found.append(f"{self.bytes} bytes")
        if len(self.requests) > MOST_REQUESTS:
            found.append(f"{len(self.requests)} requests")
        found += [f"a request to {one.url}" for one in self.requests if not one.url.startswith((address, "data:"))]
        if sum(self.shifts) > MOST_SHIFT:
            found.append(f"the layout shifts: {self.shifts}")
        return found


@contextmanager
def first_visit(page: Page, url: str) -> Iterator[Visit]:
    """Open *url* with an empty cache, wait until its scripts have done what they do by themselves, and scroll.

    What is asked for and complained of is noted until the end; bytes and shifts are those of the visit itself.
    """
    seen = Visit()

    def complain(entry: ConsoleMessage) -> None:
        if entry.type in ("error", "warning"):
            seen.complaints.append(entry.text)

    heard: dict[Any, Callable[[Any], None]] = {
        "request": lambda request: seen.requests.append(request),  # noqa: PLW0108 - the driver wants a function
        "console": complain,
        "pageerror": lambda error: seen.complaints.append(str(error)),
        "requestfailed": lambda request: seen.complaints.append(f"failed: {request.url}"),
    }
    page.goto("about:blank")
    session = page.context.new_cdp_session(page)
    session.send("Network.clearBrowserCache")
    session.detach()
    page.clock.set_fixed_time(str(TODAY))  # the day of the build: nothing that was to come has passed
    for event, hear in heard.items():
        page.on(event, hear)
    try:
        page.goto(url)
        page.evaluate("new Promise((done) => requestIdleCallback(() => done()))")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        seen.shifts = page.evaluate(SHIFTS)
        for request in seen.requests:
            if not request.url.startswith("data:") and not request.failure:
                sizes = request.sizes()
                seen.bytes += sizes["responseBodySize"] + sizes["responseHeadersSize"]
        yield seen
    finally:
        for event, hear in heard.items():
            page.remove_listener(event, hear)


@pytest.mark.parametrize("language", LANGUAGES)
def test_largest_list_keeps_its_budget(page: Page, large_address: str, large_site: Path, language: Language) -> None:
    path = page_path("members", language)
    assert (large_site / path / "index.html").stat().st_size < MOST_HTML
    with first_visit(page, large_address + path) as visit:
        assert visit.faults(large_address) == []


@pytest.mark.parametrize(
    ("fault", "seen"),
    [
        ("<img src=http://localhost:9/a.png alt=A>", "a request to http://localhost:9/a.png"),
        ("<script>console.error('A')</script>", "A"),
        ("<script>throw Error('B')</script>", "B"),
        ("<script src=missing.js></script>", "404"),
        ("<script>for (let n = 0; n < 20; n++) fetch('/favicon.ico?' + n)</script>", "requests"),
        ("<script>for (let n = 0; n < 12; n++) fetch('/icon-512.png?' + n)</script>", "bytes"),
        (
            "<script>addEventListener('load', () => requestAnimationFrame(() => document.querySelector('main').prepend("
            "Object.assign(document.createElement('div'), {style: 'height:200px'}))))</script>",
            "the layout shifts",
        ),
    ],
)
def test_planted_fault_is_seen(lax_page: Page, address: str, fault: str, seen: str) -> None:
    def with_fault(route: object) -> None:
        answer = route.fetch()  # type: ignore[attr-defined]
        route.fulfill(response=answer, body=answer.text().replace("</main>", fault + "</main>"))  # type: ignore[attr-defined]

    lax_page.route(address, with_fault)
    with first_visit(lax_page, address) as visit:
        assert any(seen in line for line in visit.faults(address))
