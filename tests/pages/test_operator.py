"""Who runs the site: named in the statements from one file, missed aloud while it is empty, mended at its line."""

import shutil
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from addresses import page_path
from ecosystem.ground.languages import LANGUAGES, Language
from ecosystem.ground.problems import Severity
from ecosystem.pages.documents import Document, overdue_statements, read_documents
from ecosystem.pages.site_operator import read_operator
from ecosystem.site.addresses import ADDRESSES
from ecosystem.site.site import Site
from ecosystem.words.formats import Formats
from rendering import made, make_site, read_ecosystem, soup_of
from workbench import FULL, SMALL, Content, DataFolder, build_site, edit

pytestmark = pytest.mark.slow

FILLED = """\
name:
  fi: Koevirasto
  sv: Provverket
  en: Trial Agency
unit:
  fi: Viestintäyksikkö
  sv: Kommunikationsenheten
  en: Communications Unit
contact_email: ekosysteemi@example.org
feedback_email: palaute@example.org
privacy_email: tietosuoja@example.org
legal_basis: public-task
security_email: turva@example.org
host:
  fi: Palvelinsali, Suomi
  sv: Serverhallen, Finland
  en: Server hall, Finland
newsletter_form: https://example.org/tilaa
log_days: 30
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of an operator who has filled everything in."""
    file = tmp_path_factory.mktemp("operator") / "operator.yaml"
    file.write_text(FILLED, encoding="utf-8")
    read = read_operator(file)
    assert (read.problems, list(read.missing())) == ([], [])
    return make_site(read_ecosystem(SMALL.data), operator=read.operator)


def said(page: BeautifulSoup) -> str:
    """Return the words of the page's content."""
    content = page.select_one("main")
    assert content
    return " ".join(content.get_text(" ").split())


def test_the_statement_names_who_answers_for_it(site: Site) -> None:
    units = {"fi": "Viestintäyksikkö, Koevirasto", "sv": "Kommunikationsenheten, Provverket"}
    for language, unit in {**units, "en": "Communications Unit, Trial Agency"}.items():
        page = soup_of(site, "accessibility", language)  # type: ignore[arg-type]
        assert unit in said(page)
        assert [link["href"] for link in page.select("main a[href^=mailto]")] == [
            "mailto:palaute@example.org",
            "mailto:saavutettavuus@traficom.fi",
        ]


@pytest.mark.parametrize("page", ["newsletter", "subscribe"])
def test_readers_subscribe_to_the_newsletter_by_the_form_of_the_operator(site: Site, page: str) -> None:
    links = [one["href"] for one in soup_of(site, page, "sv").select("main a") if one.text == "Beställ nyhetsbrevet"]
    assert links == ["https://example.org/tilaa"]


def test_the_privacy_notice_names_the_controller_the_host_and_its_log(site: Site) -> None:
    page = soup_of(site, "privacy", "en")
    assert "Responsible for the data of the site: Trial Agency." in said(page)
    assert "Host of the server: Server hall, Finland. The log is kept for 30 days." in said(page)
    assert "a task carried out in the public interest (GDPR, article 6(1)(e))" in said(page)
    assert page.select_one("main a[href='mailto:tietosuoja@example.org']")


def test_the_privacy_notice_names_no_basis_that_nobody_gave() -> None:
    empty = make_site(read_ecosystem(SMALL.data))
    for language in LANGUAGES:
        assert "GDPR, " not in said(soup_of(empty, "privacy", language))


def test_while_the_operator_is_unknown_the_coordinator_is_asked() -> None:
    unknown = make_site(read_ecosystem(FULL.data))
    for page in ("accessibility", "privacy"):
        for language in LANGUAGES:
            mails = [str(link["href"]) for link in soup_of(unknown, page, language).select("main a[href^=mailto]")]
            assert sum(mail.startswith("mailto:laura.valkkila@digifinland.fi?subject=") for mail in mails) == 1


def test_while_nobody_is_known_that_is_said() -> None:
    nobody = make_site(read_ecosystem(SMALL.data))
    assert "This site has no information on whom to write to" in said(soup_of(nobody, "privacy", "en"))


def statements(docs: Path = FULL.docs) -> list[Document]:
    """Return the accessibility statement in each language."""
    return [one for one in read_documents(docs, ADDRESSES)[0].values() if one.name == "accessibility"]


def test_a_build_warns_while_the_operator_is_unknown_and_the_statement_old(
    data_folder: DataFolder, tmp_path: Path
) -> None:
    docs = shutil.copytree(FULL.docs, tmp_path / "pages")
    edit(docs / "en" / "about.md", "\n---\n", "\n---\n\nA sentence of another folder.\n")
    later = datetime.combine(max(one.updated for one in statements()), time(12), UTC) + timedelta(days=366)
    surroundings = {"LC_ALL": "C.UTF-8", "LANGUAGE": "en", "SOURCE_DATE_EPOCH": str(int(later.timestamp()))}
    small = {"ECOSYSTEM_DATA": str(data_folder.path), "ECOSYSTEM_SEARCH": "0", "ECOSYSTEM_CARDS": "0"}
    result = build_site(tmp_path / "site", **small, **surroundings, ECOSYSTEM_DOCS=str(docs))
    assert result.returncode == 0
    about = (tmp_path / "site" / page_path("about", "en") / "index.html").read_text(encoding="utf-8")
    assert "A sentence of another folder." in about, "the engine reads the pages of ECOSYSTEM_DOCS"
    said_in_build = result.stdout + result.stderr
    fields = [problem.details["fields"] for problem in read_operator(FULL.operator).missing()]
    assert said_in_build.count("operator.yaml:1:1: warning: not filled in yet: ") == len(fields)
    assert all(field in said_in_build for field in fields)
    for one in statements():
        place = f"{docs}/{one.language}/accessibility.md:4:10: warning: "
        assert (
            f"{place}the accessibility statement was last reviewed on {one.updated}, over a year ago" in said_in_build
        )


def test_a_statement_is_old_after_a_year_and_no_day_sooner() -> None:
    assert len(statements()) == len(LANGUAGES)
    for one in statements():
        assert list(overdue_statements([one], one.updated + timedelta(days=365))) == []
        assert len(list(overdue_statements([one], one.updated + timedelta(days=366)))) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statement_names_the_day_of_its_head(built_site: Path, content: Content, language: Language) -> None:
    updated = {one.language: one.updated for one in statements(content.docs)}
    assert len(set(updated.values())) == 1, "reviewed in all languages at once"
    page = BeautifulSoup((built_site / page_path("accessibility", language) / "index.html").read_text("utf-8"), "lxml")
    day = updated[language]
    written = {Formats(language).date(day), f"{day.day}.{day.month}.{day.year}"}
    assert any(one in said(page) for one in written)


def test_nothing_is_known_from_a_file_of_comments(tmp_path: Path) -> None:
    (tmp_path / "operator.yaml").write_text("# log_days: 30\n", encoding="utf-8")
    read = read_operator(tmp_path / "operator.yaml")
    assert read.problems == []
    assert [problem.details["fields"] for problem in read.missing()] == [
        "name, unit, contact_email, feedback_email, privacy_email, legal_basis, security_email, host, newsletter_form,"
        " log_days"
    ]


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("feedback_email: palaute", "operator.yaml:1:17", "email_shape"),
        ("legal_basis: habit", "operator.yaml:1:14", "choice_unknown"),
        ("log_days: a month", "operator.yaml:1:11", "count_shape"),
        ("unit:\n  fi: Yksikkö\n  en: Unit", "operator.yaml:2:3", "language_missing"),
        ("- name", "operator.yaml:1:1", "operator_shape"),
        ("e-mail: a@example.org", "operator.yaml:1:1", "field_unknown"),
    ],
)
def test_a_mistake_is_found_at_its_line(tmp_path: Path, text: str, place: str, code: str) -> None:
    (tmp_path / "operator.yaml").write_text(text, encoding="utf-8")
    problems = read_operator(tmp_path / "operator.yaml").problems
    assert [(str(problem.place), problem.code, problem.severity) for problem in problems] == [
        (place, code, Severity.ERROR)
    ]


def security_contact(operator: Path, **environment: str) -> str | None:
    """Return the file that tells where holes are reported, if there is one."""
    site = make_site(read_ecosystem(SMALL.data), operator=read_operator(operator).operator, **environment)
    file = made(site, "security contact").get(".well-known/security.txt")
    return None if file is None else file.decode()


def test_holes_are_reported_where_the_operator_says(tmp_path: Path) -> None:
    (tmp_path / "operator.yaml").write_text(FILLED, encoding="utf-8")
    repository = "https://github.com/example/site"
    text = security_contact(tmp_path / "operator.yaml", REPOSITORY_URL=repository)
    assert text == (
        "Contact: mailto:turva@example.org\n"
        "Expires: 2027-05-21T00:00:00Z\n"
        "Preferred-Languages: fi, sv, en\n"
        "Canonical: https://www.sotetekoaly.fi/.well-known/security.txt\n"
        f"Policy: {repository}/blob/HEAD/SECURITY.md\n"
    )


def test_no_contact_is_made_up(tmp_path: Path) -> None:
    (tmp_path / "empty.yaml").write_text("# nothing yet\n", encoding="utf-8")
    assert security_contact(tmp_path / "empty.yaml") is None
    (tmp_path / "operator.yaml").write_text(FILLED, encoding="utf-8")
    below = security_contact(tmp_path / "operator.yaml", SITE_URL="https://example.org/below/")
    assert below is None, "only the root of a host is looked at"


@pytest.mark.parametrize(
    ("language", "demanded"),
    [
        (
            "fi",
            [
                "lakiin digitaalisten palvelujen tarjoamisesta (306/2019)",
                "täyttää vaatimukset osittain",
                "Mitä puuttuu ja miksi",
                "Olemme arvioineet sivuston itse, viimeksi",
                "Vastaamme 14 päivän kuluessa",
                "vähintään kerran vuodessa",
            ],
        ),
        (
            "sv",
            [
                "lagen om tillhandahållande av digitala tjänster (306/2019)",
                "uppfyller kraven delvis",
                "Vad som saknas och varför",
                "Vi har bedömt webbplatsen själva, senast",
                "Vi svarar inom 14 dagar",
                "minst en gång om året",
            ],
        ),
        (
            "en",
            [
                "Act on the Provision of Digital Services (306/2019)",
                "meets the requirements in part",
                "What is missing and why",
                "We assessed the site ourselves, most recently on",
                "We answer within 14 days",
                "at least once a year",
            ],
        ),
    ],
)
def test_the_statement_says_what_the_act_demands(built_site: Path, language: Language, demanded: list[str]) -> None:
    page = BeautifulSoup((built_site / page_path("accessibility", language) / "index.html").read_text("utf-8"), "lxml")
    words = said(page)
    assert [one for one in demanded if one not in words] == []
    links = [str(link["href"]) for link in page.select("main a")]
    assert "mailto:saavutettavuus@traficom.fi" in links
    assert any(link.startswith("https://www.saavutettavuusvaatimukset.fi") for link in links)
    assert any(link.startswith("tel:") and link.endswith("295345000") for link in links)
