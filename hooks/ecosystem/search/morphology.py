"""What the index asks of the words of a language."""

from typing import Protocol


class Morphology(Protocol):
    """What is known of the words of a language."""

    def bases(self, word: str) -> tuple[str, ...]:
        """Return the base forms of *word*."""

    def relatives(self, word: str) -> tuple[str, ...]:
        """Return what else *word* is to be found by."""

    def inflections(self, word: str) -> tuple[str, ...]:
        """Return base forms of *word* and forms of it that the stemmer takes for another word."""

    def keep(self) -> None:
        """Keep what is known now for the next build."""


class PlainWords:
    """A language whose words are their own base forms: the stemmer does the rest."""

    def bases(self, word: str) -> tuple[str, ...]:
        """Return *word*."""
        return (word,)

    def relatives(self, _word: str) -> tuple[str, ...]:
        """Return nothing."""
        return ()

    def inflections(self, _word: str) -> tuple[str, ...]:
        """Return nothing."""
        return ()

    def keep(self) -> None:
        """Keep nothing."""
