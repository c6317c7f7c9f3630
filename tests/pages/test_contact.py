"""Whoever is asked to write finds the address there, in every language, and who wants to join a mail that is begun."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from ecosystem.editing.forms.form import Form
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.kinds.registry import KINDS
from ecosystem.pages.site_operator import Operator
from ecosystem.site.site import Site
from ecosystem.words.wording import read_words
from rendering import make_site, of_records, read_ecosystem, soup_of
from workbench import ROOT, Content

COORDINATOR = "laura.valkkila@digifinland.fi"

#: Pages that ask somebody to write.
ASKING = (
    *("contact", "join", "subscribe", "newsletter", "meetings", "providers", "accessibility", "privacy"),
    *("workgroups", "pilots", "for-counties", "for-companies", "for-researchers", "for-associations", "for-partners"),
)


@pytest.fixture(scope="module")
def full_site() -> Site:
    return make_site(read_ecosystem())


def mails(page: BeautifulSoup, within: str = "main") -> list[str]:
    """Return the addresses of the mails that *page* offers to write."""
    found = [urlsplit(str(link["href"])) for link in page.select(f"{within} a[href^=mailto]")]
    return [unquote(one.path) for one in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_asks_to_write_gives_the_address(full_site: Site, language: Language) -> None:
    for name in ASKING:
        page = soup_of(full_site, name, language)
        assert COORDINATOR in mails(page), name
        assert mails(page, "footer") == [COORDINATOR]


def test_groups_pilots_and_entries_without_an_own_contact_lead_to_the_coordinator(full_site: Site) -> None:
    sections = ("en/pilots/", "en/workgroups/", "en/offering/")
    asking = [page for page in of_records(full_site) if page.path.startswith(sections)]
    assert len(asking) > 8
    silent = [page.path for page in asking if not mails(BeautifulSoup(page.document(), "lxml"))]
    assert silent == []


def test_who_wants_to_join_sends_a_mail_that_is_begun(full_site: Site) -> None:
    """Two clicks: the button of every page leads to the join page, and its button to the mail."""
    for language in LANGUAGES:
        button = soup_of(full_site, "index", language).select_one("header a.join-button")
        assert button
        page = soup_of(full_site, "join", language)
        link = page.select_one("#mail a.button")
        assert link
        address = urlsplit(str(link["href"]))
        begun = parse_qs(address.query, strict_parsing=True)
        assert unquote(address.path) == COORDINATOR
        assert len(begun["subject"]) == 1
        assert len(link["href"]) < 1_900, "some programs cut longer ones"
        assert "\r\n\r\n" in begun["body"][0]


def test_the_mail_asks_what_the_form_asks(full_site: Site) -> None:
    form = KINDS["members"].role(Form)
    assert form
    for language in LANGUAGES:
        link = soup_of(full_site, "join", language).select_one("#mail a.button")
        assert link
        [body] = parse_qs(urlsplit(str(link["href"])).query)["body"]
        questions = [line for line in body.splitlines() if line.endswith(":")]
        # a mail is in one language, and so is its description; the form asks for it in three
        asked = {field if field.startswith("name.") else field.partition(".")[0] for field in form.fields}
        assert len(questions) == len(asked) + len(form.consents)
        kinds = read_words(ROOT / "strings" / f"{language}.yaml")
        for key, word in kinds.items():
            if key.startswith("choice.member-kind.") and not key.endswith(".other"):
                assert word in body


def test_the_operator_s_own_address_comes_first() -> None:
    site = make_site(read_ecosystem(), Operator(contact_email="ekosysteemi@example.org"))
    page = soup_of(site, "join", "en")
    assert set(mails(page)) == {"ekosysteemi@example.org"}
    assert "Write to ekosysteemi@example.org" in " ".join(page.get_text(" ").split())


#: Words by which a text promises an address or the details of a contact, and the language of each.
PROMISES = {
    "fi": re.compile(r"koordinaattori(lle|a|n yhteystiedot)\]|ota yhteyttä\]", re.IGNORECASE),
    "sv": re.compile(r"koordinator(n|ns kontaktuppgifter)?\]|ta kontakt\]", re.IGNORECASE),
    "en": re.compile(r"coordinator( of the ecosystem|’s contact details)?\]|get in touch\]", re.IGNORECASE),
}
_ADDRESS_ELSEWHERE = re.compile(r"(osoite on|adressen finns|find the address)", re.IGNORECASE)


def promises(docs: Path) -> Iterator[tuple[Language, str, str]]:
    """Yield (language, page, target) of each link of the hand-written text by which it promises an address."""
    for language in LANGUAGES:
        for path in sorted((docs / language).glob("*.md")):
            text = path.read_text(encoding="utf-8")
            assert not _ADDRESS_ELSEWHERE.search(text), f"{path}: link to the page with the address instead"
            for match in re.finditer(r"\[([^\]]*)\]\(([a-z-]+)\.md(#[a-z-]+)?\)", text):
                if PROMISES[language].search(f"{match[1]}]"):
                    yield language, path.stem, match[2] + (match[3] or "")


def test_a_text_that_promises_an_address_leads_to_one(full_site: Site, content: Content) -> None:
    found = list(promises(content.docs))
    assert {language for language, _, _ in found} == set(LANGUAGES)
    assert len(found) >= 15
    for language, page, target in found:
        name, fragment = urldefrag(urljoin(page, target))
        within = f"#{fragment}" if fragment else "main"
        assert COORDINATOR in mails(soup_of(full_site, name, language), within), f"{language}/{page}.md: {target}"
