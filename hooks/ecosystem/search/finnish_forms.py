"""Forms of a Finnish word whose beginning differs from that of its base form: hoito, hoidon.

The stemmer cuts endings off but does not know that consonants alternate (hanke, hankkeen), nor the stems of words in
-nen, -us, -in and -si. Rules by the end of the word give one form for each other stem. A form that the word does not
have costs a few bytes: nobody asks for it.
"""

from os.path import commonprefix
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


def forms(base: str) -> tuple[str, ...]:
    """Return forms of the noun or adjective *base* that begin otherwise than it does, up to its last letter."""
    if len(base) < _SHORTEST:
        return ()
    return tuple(dict.fromkeys(form for form in _inflected(base) if len(commonprefix([base, form])) < len(base) - 1))


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
    root, last = base[:-1], base[-1]
    ending = base[-2:]
    if base.endswith("nen"):
        return (f"{base[:-3]}sen",)
    if ending in ("us", "ys"):
        return (f"{root}ksen", f"{root}den", f"{root}tta")
    if ending in ("as", "äs"):
        return (f"{_strengthened(base[:-2])}{base[-2] * 2}n", f"{root}ksen")
    if last == "s":
        return (f"{root}ksen",)
    if ending == "in":
        return (f"{root}men",)
    if last == "e":
        return (f"{_strengthened(root)}een", *((f"{root}keen",) if root[-1] in _VOWELS else ()))
    if ending == "si":
        return (f"{base[:-2]}den", f"{base[:-2]}tta", f"{root}en", f"{_weakened(f'{base[:-2]}t')}en")
    if last == "i":
        return (f"{_weakened(root)}in", f"{_weakened(root)}en")
    if last in "aä":
        back = last == "a"
        return (
            f"{_weakened(root)}{last}n",
            f"{root}{'oja' if back else 'öjä'}",
            f"{_weakened(root)}{'oissa' if back else 'öissä'}",
        )
    if last in "ouyö":
        return (f"{_weakened(root)}{last}n",)
    return ()


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
