"""The glossary's terms are linked where a page first uses them, and nowhere where a link would hurt."""

import pytest
from hypothesis import given
from hypothesis import strategies as texts

from ecosystem.kinds.glossary.model import Term
from ecosystem.pages.term_links import TermLinks


def term(term_id: str, words: str) -> Term:
    return Term.model_validate(
        {
            "id": term_id,
            "term": {"fi": words, "sv": words, "en": words},
            "group": "ai",
            "status": {"fi": "official", "sv": "official", "en": "official"},
            "updated": "2026-11-22",
            "sources": [{"url": "https://example.org/"}],
        }
    )


TERMS = [term("ai", "AI"), term("ai-act", "AI Act"), term("rd", "R&D")]
LINKS = TermLinks(TERMS, "en", {one.id: f'<a href="{one.id}">{{}}</a>' for one in TERMS})


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>AI and AI.</p><p>AI</p>", '<p><a href="ai">AI</a> and AI.</p><p>AI</p>'),
        ("<p>the AI Act</p>", '<p>the <a href="ai-act">AI Act</a></p>'),
        ("<p>the AI\u00a0Act</p>", '<p>the <a href="ai-act">AI\u00a0Act</a></p>'),
        ("<p>The ai helps</p>", '<p>The <a href="ai">ai</a> helps</p>'),
        ("<p>AI-based, MAIL, AIs</p>", "<p>AI-based, MAIL, AIs</p>"),
        ("<p>R&amp;D</p>", '<p><a href="rd">R&amp;D</a></p>'),
        ('<p><a href="x">AI</a></p>', '<p><a href="x">AI</a></p>'),
        ("<h2>AI</h2><p>AI</p>", '<h2>AI</h2><p><a href="ai">AI</a></p>'),
        ('<p lang="sv">AI</p>', '<p lang="sv">AI</p>'),
        ('<p>x<br>AI <img src="AI" alt="AI"></p>', '<p>x<br><a href="ai">AI</a> <img src="AI" alt="AI"></p>'),
        ("<ul><li><p>AI</p></li></ul>AI", "<ul><li><p>AI</p></li></ul>AI"),
        ("<p>&lt;b&gt;AI&lt;/b&gt;</p>", '<p>&lt;b&gt;<a href="ai">AI</a>&lt;/b&gt;</p>'),
    ],
)
def test_terms_are_linked_once_in_running_text(html: str, linked: str) -> None:
    assert LINKS.add(html) == linked


def test_a_term_does_not_link_to_itself() -> None:
    assert LINKS.add("<p>AI</p>", without="ai") == "<p>AI</p>"


def test_a_page_about_a_term_does_not_link_it() -> None:
    assert LINKS.named("ai act") == "ai-act"
    assert LINKS.named("Something else") is None


TURKISH = TermLinks(
    [term("agent", "tekoälyagentti"), term("act", "EU:n\u00a0asetus")], "fi", {"agent": "<{}>", "act": "<{}>"}
)


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>TEKOÄLYAGENTTİ</p>", "<p><TEKOÄLYAGENTTİ></p>"),
        ("<p>tekoälyagentt\u0131</p>", "<p>tekoälyagentt\u0131</p>"),
        ("<p>EU:n asetus</p>", "<p><EU:n asetus></p>"),
        ("<p>eu:n\u00a0Asetus</p>", "<p><eu:n\u00a0Asetus></p>"),
    ],
)
def test_letters_that_python_takes_for_each_other_end_no_build(html: str, linked: str) -> None:
    assert TURKISH.add(html) == linked


#: Letters that become others when their case changes, or that a pattern takes for others.
SLIPPERY = "ai\u0131İI\u017fskK\u212a&#; \u00a0\u00ad\u3164\u03c3\u03c2\u03a3ßẞ\ufb01f"


@given(texts.text(SLIPPERY, min_size=1).filter(str.strip), texts.data())
def test_any_term_in_any_text_gives_a_page(words: str, data: texts.DataObject) -> None:
    text = data.draw(texts.sampled_from([words, words.upper(), words.lower(), words.title(), words.casefold()]))
    links = TermLinks([term("one", words.strip())] if words.strip("\u00a0\u00ad\u3164 ") else [], "fi", {"one": "<{}>"})
    assert links.add(f"<p>{text}</p>").replace("<", "").replace(">", "") == f"p{text}/p"


def test_without_terms_nothing_changes() -> None:
    assert TermLinks([], "en", {}).add("<p>AI</p>") == "<p>AI</p>"
