"""What of a page Pagefind reads, as its excerpts show it."""

import re

from ecosystem.search.copies import PageKinds, copy_of
from ecosystem.search.enrichment import Extra, Page
from ecosystem.site.addresses import ADDRESSES


def test_label_and_value_do_not_run_together_in_an_excerpt() -> None:
    listed = "<dl><dt>suomeksi</dt><dd>kirjaaminen</dd><dt>ruotsiksi</dt><dd>dokumentation</dd></dl>"
    content = PageKinds(ADDRESSES).content_of("sanasto/kirjaaminen/", f"<body><main>{listed}</main></body>")
    shown = " ".join(re.sub("<[^>]*>", "", content).split())
    assert shown == "suomeksi: kirjaaminen ruotsiksi: dokumentation"


def test_the_language_of_a_foreign_title_and_passage_is_kept_in_ids() -> None:
    content = (
        '<h1 lang="fi">Kansaneläkelaitos</h1><p lang="en">Five words in its own.</p>'
        '<p lang="fi">Viisi sanaa vain suomen kielellä.</p><span lang="fi">Kela</span>'
    )
    page = Page(
        path="en/a/", language="en", kind="networks", content=content, title="", words=frozenset(), alternates={}
    )
    copy = copy_of(page, Extra((), (), (), (), ()))
    assert re.findall(r'id="(\S+)"></i>(?:<(\w+))?', copy) == [("xt-fi", "h1"), ("xl-fi", "p"), ("xl-", "span")]
