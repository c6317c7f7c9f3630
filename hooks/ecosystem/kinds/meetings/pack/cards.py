"""The contacts of a delegation as cards for address books: vCard 3.0 (RFC 2426), which those of all makers read."""

from collections.abc import Iterator, Sequence
from typing import Final

from ecosystem.kinds.meetings.pack.contacts import Reached
from ecosystem.pages.edition import Edition

#: A line goes on in the next one after so many octets, before a space.
_LONGEST_LINE: Final = 75
_ESCAPED: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def contacts_vcf(edition: Edition, listed: Sequence[Reached]) -> bytes:
    """Return *listed* as one file of cards."""
    return b"".join(_folded(line) for one in listed for line in _lines(edition, one))


def _lines(edition: Edition, one: Reached) -> Iterator[str]:
    person = one.person
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    # Which part of a name is the family's is known in no language for all: programs get it whole.
    yield f"N:;{_text(person.name)};;;"
    yield f"FN:{_text(person.name)}"
    yield f"ORG:{_text(one.organisation.text)}"
    yield f"TITLE:{_text(person.role.in_language(edition.language).text)}"
    if person.email:
        yield f"EMAIL;TYPE=INTERNET,WORK:{_text(person.email)}"
    if person.phone:
        yield f"TEL;TYPE=WORK,VOICE:{_text(person.phone)}"
    yield f"REV:{person.as_of.isoformat()}"
    yield "END:VCARD"


def _text(value: str) -> str:
    return " ".join(value.split()).translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """Return *line* with its end, folded between letters."""
    parts, part = [], b""
    for letter in line:
        encoded = letter.encode()
        if len(part) + len(encoded) > _LONGEST_LINE:
            parts.append(part)
            part = b" "
        part += encoded
    return b"\r\n".join([*parts, part]) + b"\r\n"
