"""What of a page Pagefind reads, as its excerpts show it."""

import re

from ecosystem.search.copies import PageKinds, copy_of
from ecosystem.search.enrichment import Extra, Page
from ecosystem.site.addresses import ADDRESSES


def test_a_label_and_its_value_are_a_sentence_in_an_excerpt() -> None:
    listed = "<dl><dt>suomeksi</dt><dd>kirjaaminen</dd><dt>ruotsiksi</dt><dd>dokumentation</dd></dl>"
    content = PageKinds(ADDRESSES).content_of("sanasto/kirjaaminen/", f"<body><main>{listed}</main></body>")
    shown = " ".join(re.sub("<[^>]*>", "", content).split())
    assert shown == "suomeksi: kirjaaminen. ruotsiksi: dokumentation."


def test_the_language_of_a_foreign_title_and_passage_is_kept_in_ids() -> None:
    content = (
        '<h1 lang="fi">Kansaneläkelaitos</h1><p lang="en">Five words in its own.</p>'
        '<p lang="fi">Viisi sanaa vain suomen kielellä.</p><span lang="fi">Kela</span>'
    )
    page = Page(path="en/a/", language="en", kind="networks", content=content, title="", words=(), alternates={})
    copy = copy_of(page, Extra((), (), (), (), ()))
    assert re.findall(r'id="(\S+)"></i>(?:<(\w+))?', copy) == [("xt-fi", "h1"), ("xl-fi", "p"), ("xl-", "span")]


def test_hand_written_text_is_whole_whatever_its_element_has_and_holds() -> None:
    path = ADDRESSES.page("providers", "en")
    note = '<div class="note"><p>TRL<br>one</p></div>'
    prose = f'<div id="join" class="md-typeset prose">{note}<p>DigiHTA &amp; two</p></div>'
    content = PageKinds(ADDRESSES).content_of(
        path, f"<main><h1>Title</h1><ul><li>Listed</li></ul>{prose}<p>Not</p></main>"
    )
    assert " ".join(re.sub("<[^>]*>", " ", content).split()) == "Title TRL one DigiHTA &amp; two"


def test_the_heading_of_a_section_with_an_id_has_it() -> None:
    content = PageKinds(ADDRESSES).content_of("jasenet/a/", '<main><section id="x">\n<h2>Heading</h2></section></main>')
    assert '<h2 id="x">' in content
