"""Run axe-core in a page."""

from importlib import resources

from playwright.sync_api import BrowserContext, Page

RULE_SETS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

_AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
_RUN = """async ([tags, decided]) => {
  const found = await axe.run(document, {
    runOnly: {type: "tag", values: tags}, resultTypes: ["violations", "incomplete"],
  });
  const isDecided = (rule, node) => decided.some(
    ([id, place]) => id === rule.id && document.querySelector(node.target[0])?.closest(place));
  const lines = (rules, isLeftOut) => rules.flatMap((rule) => rule.nodes.filter(
    (node) => !isLeftOut(rule, node)).map((node) => [rule.id, node.target.join(" "), node.failureSummary].join(": ")));
  return [...lines(found.violations, () => false), ...lines(found.incomplete, isDecided)];
}"""

#: What axe leaves to people to decide, looked at: rule, place, and why it is no fault.
DECIDED = (
    (
        "color-contrast",
        ".table-scroll",
        "cells that a narrow window leaves beyond the edge of their scrolling table; their colours are those of the "
        "cells inside, and the wide windows measure them",
    ),
    ("color-contrast", ".brand", "the skip link in focus covers it; where it is not in focus the name is measured"),
    (
        "color-contrast",
        ".selection-bar--stays",
        "it stays in sight over the list; its background is opaque, and over nothing it is measured",
    ),
    ("color-contrast", "svg", "axe cannot tell what lies under a drawn text; test_geometry measures it"),
)


def prepare_audits(context: BrowserContext) -> None:
    """Give axe to all pages of *context*: handing it to each page anew takes a sixth of the time of an audit."""
    context.add_init_script(_AXE)


def audit(page: Page) -> list[str]:
    """Return the faults that axe finds in *page* as it is now, each as "rule: element: what to do"."""
    decided = [[rule, place] for rule, place, _ in DECIDED]
    found: list[str] = page.evaluate(_RUN, [list(RULE_SETS), decided])
    return found
