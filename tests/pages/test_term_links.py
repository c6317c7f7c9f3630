"""The glossary's terms are linked where a page first uses them, and nowhere where a link would hurt."""

import pytest

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


def test_without_terms_nothing_changes() -> None:
    assert TermLinks([], "en", {}).add("<p>AI</p>") == "<p>AI</p>"
