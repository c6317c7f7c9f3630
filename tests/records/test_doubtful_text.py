"""What YAML swallows, and what nobody means to publish, is said at its place."""

from textwrap import dedent

import pytest

from ecosystem.ground.nodes import read_nodes
from ecosystem.ground.problems import Problem, Severity
from ecosystem.records.cut_text import texts_cut_short
from ecosystem.records.doubtful_text import doubtful_texts
from workbench import DataFolder


def found(value: str) -> list[Problem]:
    """Return what is said of *value* as the text of a field."""
    document, problems, _ = read_nodes(f"- fi: {value}\n", "file")
    assert problems == []
    return list(doubtful_texts(document, "file"))


@pytest.mark.parametrize(
    ("value", "code", "meant"),
    [
        ("”Tampereen yliopisto”", "quotes_around", "Tampereen yliopisto"),
        ("“Tampere University”", "quotes_around", "Tampere University"),
        ("«Tampere»", "quotes_around", "Tampere"),
        ('Tampereen yliopisto"', "quote_alone", "Tampereen yliopisto"),
        ("TyÃ¶terveys ja hyvinvointi Ã¤lykkÃ¤Ã¤sti", "letters_damaged", "Työterveys ja hyvinvointi älykkäästi"),
        ("Tutkimus &amp; kehitys", "html_in_text", "&"),
        ("Tutkimus <b>ja</b> kehitys", "html_in_text", "b"),
        ("'<p>Teksti</p>'", "html_in_text", "p"),
        ("Lue [lisää](https://example.org/) tästä", "markdown_in_text", None),
        ("Tämä on **tärkeää** kaikille", "markdown_in_text", None),
        ("𝗧𝗮𝗺𝗽𝗲𝗿𝗲 on kaupunki", "letters_styled", "Tampere"),
        ("\uff34\uff28\uff2c on laitos", "letters_styled", "THL"),
        ("TODO", "placeholder", None),
        ("xxx", "placeholder", None),
        ("…", "placeholder", None),
        ("null", "placeholder", None),
        ("Kirjoita tähän kuvaus, TODO", "placeholder", None),
        ("Lorem ipsum dolor sit amet", "placeholder", None),
        ("Kysy osoitteesta etunimi.sukunimi@example.org ensin", "email_in_text", None),
        ("https://example.org/sivu,", "url_end", "https://example.org/sivu"),
        ("https://example.org/a?id=1&utm_source=x&fbclid=y", "url_tracking", "https://example.org/a?id=1"),
        (
            "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fthl.fi%2F&data=05",
            "url_wrapped",
            "https://thl.fi/",
        ),
        ("https://yritys.sharepoint.com/:w:/s/tiimi", "url_behind_login", None),
    ],
)
def test_what_nobody_means_is_a_warning_with_what_was_meant(value: str, code: str, meant: str | None) -> None:
    (problem,) = found(value)
    assert (problem.code, problem.details.get("suggestion")) == (code, meant)
    severity = Severity.ERROR if code == "url_wrapped" else Severity.WARNING  # it tells who copied it
    assert (problem.severity, problem.place.line, problem.place.column) == (severity, 1, 7)


@pytest.mark.parametrize(
    "value",
    [
        "Hanke ”Kaiku” ja ’Kaiku’ ovat sama asia",
        "Ohjelma on C++ ja R&D-työtä, A < B > C",
        "Diaarinumero on 131052-3080",
        "Café Å Ähtäri",
        "https://example.org/haku?q=sote&sivu=2",
        "https://example.org/Sivu_(toinen)",
        "info@example.org",
    ],
)
def test_ordinary_texts_are_let_through(value: str) -> None:
    assert found(value) == []


@pytest.mark.parametrize(
    ("lines", "place", "cut"),
    [
        ("fi: Yliopisto on #1 tekoälyssä.", (1, 20), "#1 tekoälyssä."),
        ("fi: Kurssi C # ohjelmointi", (1, 16), "# ohjelmointi"),
        ("fi: Yliopisto\n    jatkuu #toisella rivillä", (2, 12), "#toisella rivillä"),
        ("place: Sali #3", (1, 15), "#3"),
    ],
)
def test_text_that_yaml_swallows_is_noticed(lines: str, place: tuple[int, int], cut: str) -> None:
    text = f"- {lines}\n"
    (problem,) = texts_cut_short(text, read_nodes(text, "file")[0], "file")
    assert (problem.place.line, problem.place.column, problem.details["value"]) == (*place, cut)


def test_comments_and_signs_in_quoted_or_folded_text_are_let_through() -> None:
    text = dedent(
        """\
        # of the file
        - id: a  # permanent
          # on its own line
          fi: "Yliopisto on #1"
          sv: 'Vi är #1'
          en: >-
            We are #1
            and # stay
          url: https://example.org/#part
          tags:
            - plain
        """
    )
    assert list(texts_cut_short(text, read_nodes(text, "file")[0], "file")) == []


def test_prose_that_is_the_same_in_two_languages_is_noticed(data_folder: DataFolder) -> None:
    same = "Kehittää hyviä esimerkkejä kaikille."
    data_folder.replace("members.yaml", "sv: Utvecklar exempel.", f"sv: {same}")
    data_folder.replace("members.yaml", "fi: Kehittää esimerkkejä.", f"fi: {same}")
    assert "the text in the language sv is the same as in fi" in data_folder.run("check").stdout
