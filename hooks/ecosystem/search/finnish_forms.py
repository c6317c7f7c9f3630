"""Forms of a Finnish word whose beginning differs from that of its base form: hoito, hoidon.

The stemmer cuts endings off but does not know that consonants alternate (hanke, hankkeen), nor the stems of words in
-nen, -us, -in and -si. Rules by the end of the word give one form for each other stem. A form that the word does not
have costs a few bytes: nobody asks for it.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

_VOWELS: Final = frozenset("aeiouyäö")
#: Consonants before the last vowel as they are in an open and in a closed syllable, longest first.
_WEAKER: Final = (
    ("kk", "k"),
    ("pp", "p"),
    ("tt", "t"),
    ("nk", "ng"),
    ("nt", "nn"),
    ("mp", "mm"),
    ("lt", "ll"),
    ("rt", "rr"),
    ("ht", "hd"),
    ("lk", "l"),
    ("rk", "r"),
)
_WEAKER_AFTER_VOWEL: Final = {"k": "", "p": "v", "t": "d"}
_STRONGER: Final = (
    ("ng", "nk"),
    ("nn", "nt"),
    ("mm", "mp"),
    ("ll", "lt"),
    ("rr", "rt"),
    ("hd", "ht"),
    ("d", "t"),
    ("v", "p"),
    ("k", "kk"),
    ("p", "pp"),
    ("t", "tt"),
)
_SHORTEST: Final = 3
_SYLLABLE: Final = re.compile("[aeiouyäö]+")


@cache
def forms(base: str) -> tuple[str, ...]:
    """Return forms of the noun or adjective *base* that begin otherwise than it does."""
    if len(base) < _SHORTEST:
        return ()
    open_ended = base[-1] in _VOWELS
    return tuple(dict.fromkeys(form for form in _inflected(base) if not (open_ended and form.startswith(base))))


def action(verb: str) -> str | None:
    """Return the noun in -minen of *verb* in its dictionary form, None where its stem is not plain: liittyminen."""
    if verb.endswith(("da", "dä")):
        return f"{verb[:-2]}minen"
    if verb.endswith(("lla", "llä", "nna", "nnä", "rra", "rrä", "sta", "stä")):
        return f"{verb[:-2]}eminen"
    if len(verb) > _SHORTEST and verb[-1] in "aä":
        if verb[-2] in _VOWELS:
            return f"{verb[:-1]}minen"
        if verb[-2] == "t" and verb[-3] in _VOWELS:
            return f"{verb[:-2]}{verb[-3]}minen"
    return None


def _inflected(base: str) -> tuple[str, ...]:
    """Return forms of *base* by the longest of its endings that has a rule."""
    for length in (3, 2, 1):
        if rule := _RULES.get(base[-length:]):
            return rule(base[:-length], base[-length:])
    return ()


def _in_a(root: str, last: str) -> tuple[str, ...]:
    weak = _weakened(root)
    singular = f"{weak}{last}n"
    vowels = _SYLLABLE.findall(root)
    if len(vowels) == 1 and (last == "ä" or vowels[0][0] in "ou"):  # kuva, kuvia; kunta, kuntia, kunnissa
        return (singular,) if weak == root else (singular, f"{root}ien", f"{weak}issa")
    plural = "o" if last == "a" else "ö"
    return (singular, f"{root}{plural}j{last}", f"{weak}{plural}iss{last}")


def _in_e(root: str, _: str) -> tuple[str, ...]:
    return (f"{root}keen",) if len(root) < _SHORTEST and root[-1] in _VOWELS else (f"{_strengthened(root)}een",)


def _in_us(root: str, ending: str) -> tuple[str, ...]:
    vowel = ending[0]
    return (f"{root}{vowel}ksen", f"{root}{vowel}den", f"{root}{vowel}tta", f"{root}{vowel}teen")


def _in_as(root: str, ending: str) -> tuple[str, ...]:
    vowel = ending[0]
    return (f"{_strengthened(root)}{vowel * 2}n", f"{root}{vowel}ksen")


def _in_si(root: str, _: str) -> tuple[str, ...]:
    return (f"{root}den", f"{root}tta", f"{root}sen", f"{_weakened(f'{root}t')}en")


def _in_i(root: str, _: str) -> tuple[str, ...]:
    return (f"{_weakened(root)}in", f"{_weakened(root)}en")


def _in_round_vowel(root: str, last: str) -> tuple[str, ...]:
    return (f"{_weakened(root)}{last}n",)


#: By the end of a base form: its forms from what stands before that end, and the end.
_RULES: Final[Mapping[str, Callable[[str, str], tuple[str, ...]]]] = {
    "nen": lambda root, _: (f"{root}sen", f"{root}sten"),
    **dict.fromkeys(("us", "ys"), _in_us),
    **dict.fromkeys(("as", "äs"), _in_as),
    "n": lambda root, _: (f"{root}nten",),
    "in": lambda root, _: (f"{root}imen",),
    "si": _in_si,
    "s": lambda root, _: (f"{root}ksen",),
    "e": _in_e,
    "i": _in_i,
    **dict.fromkeys("aä", _in_a),
    **dict.fromkeys("ouyö", _in_round_vowel),
}


def _weakened(root: str) -> str:
    for strong, weak in _WEAKER:
        if root.endswith(strong):
            return root[: -len(strong)] + weak
    if len(root) > 1 and root[-2] in _VOWELS:
        return root[:-1] + _WEAKER_AFTER_VOWEL.get(root[-1], root[-1])
    return root


def _strengthened(root: str) -> str:
    for weak, strong in _STRONGER:
        if root.endswith(weak) and not root.endswith(strong):
            return root[: -len(weak)] + strong
    return root
