"""`ecosystem fmt`: one form, nothing lost, comments kept."""

import re
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addresses import COLLECTIONS
from ecosystem.cli import main
from ecosystem.editing.layout.canonical import LayoutError, canonical
from ecosystem.editing.layout.scalars import WIDTH, write_scalar
from ecosystem.ground.nodes import SeqNode, read_nodes
from ecosystem.kinds.members.model import Member
from workbench import Content

#: A member's file in an odd form, and the canonical one.
ODD = """\
# Members of the ecosystem.

# The second one.
- name: {en: "Second", fi: 'Toinen: 2', sv: Andra}   # in flow style
  id: toinen
  sources:
  - url: https://example.org/   # the source
  # after the name
  updated: "2026-01-02"

  kind: company
  # about the end of the second
- id: ensimmainen # permanent
  name:
      # Finnish first
      en: The first
      fi: >- # folded for no reason
        Ensimmäinen
      sv: |-
        Den # första
  kind: other
  updated: 2026-01-02
  interests: []
  looks_for_text:
    fi: Tämä virke on niin pitkä, ettei se mahdu yhdelle riville, joten se jatkuu
      seuraavalla rivillä ilman että sana katkeaa.
  sources: [{url: https://example.org/}]
# the end
"""

CANONICAL = """\
# Members of the ecosystem.

- id: ensimmainen  # permanent
  name:
    fi: Ensimmäinen  # folded for no reason
    sv: "Den # första"
    # Finnish first
    en: The first
  kind: other
  interests: []
  looks_for_text:
    fi: >-
      Tämä virke on niin pitkä, ettei se mahdu yhdelle riville, joten se jatkuu seuraavalla rivillä
      ilman että sana katkeaa.
  updated: 2026-01-02
  sources:
    - url: https://example.org/
# The second one.
- id: toinen
  name:
    fi: "Toinen: 2"
    sv: Andra  # in flow style
    en: Second
  kind: company
  # after the name
  updated: 2026-01-02
  sources:
    - url: https://example.org/  # the source
  # about the end of the second
# the end
"""


def formatted(text: str) -> str:
    document, problems, _ = read_nodes(text, "members.yaml")
    assert not problems
    assert isinstance(document, SeqNode)
    return canonical(text, document, Member, "members.yaml")


def test_every_part_finds_its_place_and_every_comment_goes_along() -> None:
    assert formatted(ODD) == CANONICAL


def test_twice_is_as_once() -> None:
    assert formatted(CANONICAL) == CANONICAL


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_data_is_in_canonical_form(collection: str, content: Content) -> None:
    path = content.data / f"{collection}.yaml"
    text = path.read_text(encoding="utf-8")
    document, _, _ = read_nodes(text, path.name)
    assert isinstance(document, SeqNode)
    assert canonical(text, document, COLLECTIONS[collection], path.name) == text


TEXTS = st.text(
    st.one_of(
        st.sampled_from(" \n#:-'\"\\[]{}&*!|>%@`,?~<=äÅ–€"),
        st.characters(exclude_categories=["Cs", "Cc", "Co"], exclude_characters="\u2028\u2029\u200e\u200f"),
    ),
    min_size=1,
    max_size=250,
)


@given(TEXTS, st.integers(0, 12))
@settings(max_examples=400, deadline=None)
def test_any_text_comes_back_as_it_was(text: str, depth: int) -> None:
    lines = write_scalar(text, depth, depth + 5)
    file = "\n".join([" " * depth + "key: " + lines[0], *lines[1:], " " * depth + "end: here", ""])
    document, _, _ = read_nodes(file, "file")
    assert document == {"key": text, "end": "here"}


@given(st.lists(st.sampled_from(ODD.replace("\n\n", "\n").split("\n")[2:-2]), max_size=6), st.randoms())
@settings(max_examples=200, deadline=None)
def test_odd_files_keep_their_values_or_are_refused(extra: list[str], chance: object) -> None:
    text = "\n".join([ODD, *extra, ""])
    document, problems, _ = read_nodes(text, "file")
    if problems or not isinstance(document, SeqNode):
        return
    try:
        once = canonical(text, document, Member, "file")
    except LayoutError:
        return
    assert formatted(once) == once


def test_lines_end_before_the_margin_where_words_allow() -> None:
    lines = write_scalar("sana " * 80 + "loppu", 4, 8)
    assert max(map(len, lines)) <= WIDTH
    assert len(lines) > 3


def test_the_command_writes_only_what_differs(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    members = data / "members.yaml"
    sound = members.read_text(encoding="utf-8")
    members.write_text(re.sub(r"^  kind: other$", '  kind:   "other"', sound, count=1, flags=re.M), encoding="utf-8")
    assert main(["fmt", "--check"]) == 1
    assert capsys.readouterr().out == f"{members}\n"
    assert members.read_text(encoding="utf-8") != sound
    assert main(["fmt"]) == 0
    assert members.read_text(encoding="utf-8") == sound
    assert main(["fmt", "--check"]) == 0


@pytest.mark.parametrize("broken", ["- id: a\n  id: b\n", "- id: a\n   name: x\n", "- id: &a b\n", "- id: [a\n", ""])
def test_a_file_that_cannot_be_read_stays_as_it_is(data: Path, capsys: pytest.CaptureFixture[str], broken: str) -> None:
    (data / "members.yaml").write_text(broken, encoding="utf-8")
    assert main(["fmt", "--language", "en"]) == 1
    assert (data / "members.yaml").read_text(encoding="utf-8") == broken
    assert "members.yaml:1" in capsys.readouterr().out.replace("members.yaml:2", "members.yaml:1")


def test_words_that_yaml_takes_for_truth_values_keep_their_quotes() -> None:
    text = dedent(
        """\
        - id: x
          short_name: "NO"
        """
    )
    assert formatted(text) == text
