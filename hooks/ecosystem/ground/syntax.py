"""What an editor did who wrote what is no YAML: told by the line as it stands, not by the words of the parser."""

import re
from typing import Final

import yaml

from ecosystem.ground.problems import Place, Problem, quote

#: Signs that look like the hyphen that begins an item of a list, and are none.
OTHER_DASHES: Final = "–—•‣·−*"  # noqa: RUF001 - that they look alike is the point

#: libyaml's words for a mistake, and the code of ours that says how to mend it.
_SYNTAX: Final = {
    "found character that cannot start any token": "syntax_start_of_value",
    "mapping keys are not allowed in this context": "syntax_start_of_value",
    "could not find expected ':'": "syntax_colon_missing",
    "mapping values are not allowed in this context": "syntax_colon_in_text",
    "did not find expected key": "syntax_indentation",
    "did not find expected '-' indicator": "syntax_indentation",
    "block sequence entries are not allowed in this context": "syntax_indentation",
    "found unexpected end of stream": "syntax_quote_not_closed",
    "did not find expected ',' or ']'": "syntax_bracket",
    "did not find expected ',' or '}'": "syntax_bracket",
    "did not find expected node content": "syntax_bracket",
    "did not find expected alphabetic or numeric character": "syntax_star",
    "did not find expected comment or line break": "syntax_block_text",
    "found unknown escape character": "syntax_escape",
    "found invalid Unicode character escape code": "syntax_escape",
    "did not find expected hexdecimal number": "syntax_escape",
}

#: The lines that git leaves in a file when two changes met.
_CONFLICT: Final = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)
#: A line that a guide has around its examples.
_OF_A_GUIDE: Final = re.compile(r"^(?:```|~~~|<!--).*$", re.MULTILINE)
_KEY: Final = re.compile(r" *(- )*[a-z_]+")

#: How a value begins that was meant as text, and the code that says so.
_VALUE: Final = re.compile(r"(?P<before> *(?:- +)*[\w-]+: +)(?:(?P<bracket>[\[{])|(?P<dash>- ))")

#: Two fields on one line: each a word of small letters with its colon, no text of a language.
_TWO_FIELDS: Final = re.compile(r" *(?:- +)*(?!(?:fi|sv|en):)[a-z_]+: +[^\s'\"].* (?P<second>[a-z_]{2,}): ")

#: Slips by which a line is no field: what they look like, and the code that says so. They show at the line after it.
_NO_FIELD: Final = (
    (re.compile(rf" *(?P<at>[{OTHER_DASHES}]) ?[a-z_]+:(?: |$)"), "dash_of_another_kind"),
    (re.compile(r" *(?P<at>-)[a-z_]+:(?: |$)"), "dash_without_space"),
    (re.compile(r"(?P<at>id): \S"), "dash_missing"),
    (re.compile(r" *(?:- +)?[a-z_]+(?P<at>:)[^\s:/]"), "syntax_space_after_colon"),
    (re.compile(r" *(?:- +)?[a-z_]+ ?(?P<at>[;=]) ?\S"), "syntax_colon_missing"),
)

_SHOWN_LATER: Final = ("syntax_indentation", "syntax_colon_in_text", "syntax_colon_missing", "syntax_star")


def explain(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """Turn libyaml's *error* in *text*, the content of *file*, into a problem of ours."""
    for pattern, code in ((_CONFLICT, "merge_conflict"), (_OF_A_GUIDE, "line_of_a_guide")):
        if found := pattern.search(text):
            return Problem(Place(file, text.count("\n", 0, found.start()) + 1), code)
    problem = str(getattr(error, "problem", None) or error)
    mark = getattr(error, "problem_mark", None)
    code = _SYNTAX.get(problem, "syntax")
    if code in ("syntax_quote_not_closed", "syntax_colon_missing"):
        mark = getattr(error, "context_mark", None) or mark
    if mark is None:
        return Problem(Place(file), code)
    lines = text.split("\n")
    if code in _SHOWN_LATER and (slip := _slip(lines, mark.line, file)):
        return slip
    line = lines[mark.line] if mark.line < len(lines) else ""
    if code == "syntax_colon_in_text" and (both := _TWO_FIELDS.match(line)):
        return Problem(
            Place(file, mark.line + 1, both.start("second") + 1), "two_fields", {"key": quote(both["second"])}
        )
    if code == "syntax_colon_in_text" and _KEY.fullmatch(line[: mark.column]):
        code = "syntax_indentation"  # the line begins with a field, but too far right: YAML took it for more text
    elif code == "syntax_indentation" and line[: mark.column].strip(" -"):
        code = "syntax_after_quote"  # not the line's beginning: a quote ended before its text did
    column = mark.column - 1 if code == "syntax_star" else mark.column  # libyaml points behind the star
    if code in ("syntax_after_quote", "syntax_indentation") and (value := _VALUE.match(line)):
        code = "syntax_bracket_begins" if value["bracket"] else "syntax_dash_begins"
        column = value.end("before")
    return Problem(Place(file, mark.line + 1, column + 1), code)


def _slip(lines: list[str], at: int, file: str) -> Problem | None:
    """Return the slip by which the line *at*, or the last one with text before it, is no field, if it is one."""
    before = next((number for number in range(min(at, len(lines)) - 1, -1, -1) if lines[number].strip()), None)
    for number in (at, before):
        if number is None or number >= len(lines):
            continue
        for pattern, code in _NO_FIELD:
            if found := pattern.match(lines[number]):
                return Problem(Place(file, number + 1, found.start("at") + 1), code)
    return None
