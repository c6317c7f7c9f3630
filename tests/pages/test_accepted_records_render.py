"""Whatever the checks accept comes out of every page, feed, calendar, table, paper and data file.

Records of all models hold words and addresses drawn from signs that programs stumble over. What is drawn is the same
each time, so a failure can be looked into; another seed draws others.
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree
from pydantic import TypeAdapter, ValidationError

from ecosystem.ground.text import REFUSED, refused_character
from ecosystem.records.values import Line, Url
from ecosystem.site.products import other_products
from hostile_records import IDS, Words, write_records
from rendering import of_records, site_of

SEED = 20261128

#: Letters whose case is another letter, spaces and joiners that nobody sees, accents, signs of markup, formulas and
#: calendars, letters from right to left, an emoji of several signs, codes that are refused.
SIGNS = (
    *"a \u0131\u0130\u03c3\u03c2\u03a3\u1e9e\ufb01\u212a\u00a0\u202f\u2007\u00ad\u200b\u200d\u3164\u2800\u0301",
    *"\u05d0\u0627",
    *"<>&'\"{}%$#*_`[]()|\\/=+-@;:,.~0\uff1d",
    *(
        "EU:n\u00a0asetus",
        "\U0001f469\u200d\U0001f680",
        "{{",
        "]]>",
        "%E2%80%AE",
        "\ufdd0",
        "\U0001fffe",
        "\x1b",
        "\u202e",
    ),
)
ENDINGS = ("%00", "%0A", "%E2%80%AE", "%C3%B6", "%EF%B7%90", "%ff", "%F0", "%25", "ä", "'", "?q=", "/", "#", "[", "a")


def accepted(type_: Any, drawn: Callable[[], str]) -> Iterator[str]:
    """Yield of what is *drawn* that which a field of *type_* takes."""
    reads: TypeAdapter[Any] = TypeAdapter(type_)
    while True:
        text = drawn()
        try:
            reads.validate_python(text)
        except ValidationError:
            continue
        if not refused_character(text):
            yield text


def test_every_accepted_record_comes_out(tmp_path: Path) -> None:
    draw = random.Random(SEED)  # noqa: S311 - nothing is secret here
    lines = accepted(Line, lambda: "".join(draw.choices(SIGNS, k=draw.randint(1, 20))).strip())
    urls = accepted(Url, lambda: "https://example.org/" + "".join(draw.choices(ENDINGS, k=draw.randint(0, 5))))
    words = tuple(Words(line, f"{line}\n\n{next(lines)}", url) for _, line, url in zip(IDS, lines, urls, strict=False))
    site = site_of(write_records(tmp_path / "data", words))
    pages = {page.path: page.document() for page in of_records(site)}
    assert len(pages) > 400
    for path, page in pages.items():
        assert not [code for code, pattern in REFUSED.items() if code != "tab" and pattern.search(page)], path
    files = dict(file for product in other_products(site, []) if product.name != "cards" for file in product.make())
    feeds = [content for path, content in files.items() if path.endswith((".rss", ".atom", ".opml"))]
    assert len(feeds) > 6
    for feed in feeds:
        etree.fromstring(feed)
