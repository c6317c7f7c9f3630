"""What a first visit costs: bytes, requests, jumps of the layout; and that nobody else hears of it."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request

from addresses import page_path
from browser.page_kinds import COMPONENTS, EMBEDS, SAMPLE, path_of
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


def visit(page: Page, url: str) -> Visit:
    """Open *url* with an empty cache, wait until its scripts have done what they do by themselves, and scroll."""
    seen = Visit()

    def complain(entry: ConsoleMessage) -> None:
        if entry.type in ("error", "warning"):
            seen.complaints.append(entry.text)

    page.on("request", lambda request: seen.requests.append(request))  # noqa: PLW0108 - the driver wants a function
    page.on("console", complain)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("requestfailed", lambda request: seen.complaints.append(f"failed: {request.url}"))
    page.clock.set_fixed_time(str(TODAY))  # the day of the build: nothing that was to come has passed
    page.goto(url)
    page.evaluate("new Promise((done) => requestIdleCallback(() => done()))")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    seen.shifts = page.evaluate(SHIFTS)
    for request in seen.requests:
        if not request.url.startswith("data:") and not request.failure:
            sizes = request.sizes()
            seen.bytes += sizes["responseBodySize"] + sizes["responseHeadersSize"]
    return seen


@pytest.mark.parametrize(("kind", "language"), [one for one in SAMPLE if one[0] not in ("404", COMPONENTS)])
def test_first_visit_keeps_its_budget(page: Page, address: str, site: Path, kind: str, language: Language) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    seen = visit(page, address + path_of(kind, language, site))
    assert seen.faults(address) == []
    brings = {"stylesheet"} if kind in EMBEDS else {"stylesheet", "script"}
    assert {one.resource_type for one in seen.requests} >= brings


@pytest.mark.parametrize("language", LANGUAGES)
def test_largest_list_keeps_its_budget(page: Page, large_address: str, large_site: Path, language: Language) -> None:
    path = page_path("members", language)
    assert (large_site / path / "index.html").stat().st_size < MOST_HTML
    assert visit(page, large_address + path).faults(large_address) == []


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
    assert any(seen in line for line in visit(lax_page, address).faults(address))
