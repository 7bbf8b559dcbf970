"""The words of the lists, found by their sound in a time that does not grow with the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dokuhelfer.transcript.ordinary import is_listed
from dokuhelfer.transcript.sounds import code, distance, sounds_of, without_accents

SHORTEST = 4
"""Letters of the shortest word that is looked for: three sound like too much else."""

LONGEST = 100
"""Letters of what is looked for; the keys of a word take the square of its length."""

TITLES = frozenset(
    {"frau", "frauen", "herr", "herrn", "herren", "familie", "eheleute", "ehepaar", "schwester"}
    | {"pfleger", "doktor", "dr", "kollege", "kollegin", "kollegen", "hausarzt", "hausärztin"}
)
"""Words that a surname follows."""

_SHORTEST_CODE = 3
"""Codes below this are only found as a whole: with one class less, anything would match."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One form of a listed word.

    Attributes:
        text: as it is offered.
        sounds: see `dokuhelfer.transcript.sounds`.
        rank: its place in the list; the first count most.
        inflected: whether an s was put to it, so that one has to be heard.
    """

    text: str
    sounds: str
    rank: int
    inflected: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """A listed word that sounds like what was heard; 0 steps are the same sounds."""

    listed: Listed
    steps: float


class WordIndex:
    """Listed words by the code of their sounds."""

    def __init__(self, words: Sequence[str]) -> None:
        self._known: set[str] = set()
        self._by_code: defaultdict[str, list[Listed]] = defaultdict(list)
        for rank, word in enumerate(words):
            for text in (word, *_parts(word)):
                self._known |= {text.lower() + ending for ending in _endings(text)}
                for listed in _forms(text, rank):
                    self._add(listed)

    def _add(self, listed: Listed) -> None:
        for key in _keys(code(listed.sounds)):
            self._by_code[key].append(listed)

    def knows(self, word: str) -> bool:
        """Whether a word stands in a list, with a German ending or without."""
        return word.lower() in self._known

    def nearest(self, word: str, share: float) -> Near | None:
        """The listed word that sounds most like it.

        Args:
            share: of the listed word's length that the steps between the two may take.
        """
        if len(word) > LONGEST:
            return None
        heard = sounds_of(word)
        best: Near | None = None
        for listed in self._candidates(heard):
            if listed.inflected and not heard.endswith("s"):
                continue
            allowed = share * min(len(listed.sounds), len(heard))
            limit = allowed if best is None else min(allowed, best.steps)
            steps = distance(heard, listed.sounds, limit)
            if steps > limit:
                continue
            if best is None or (steps, listed.rank) < (best.steps, best.listed.rank):
                best = Near(listed, steps)
        return best

    def _candidates(self, heard: str) -> Iterable[Listed]:
        found: dict[Listed, None] = {}
        for key in _keys(code(heard)):
            found |= dict.fromkeys(self._by_code.get(key, ()))
        return found


def _keys(whole: str) -> Iterator[str]:
    """The code, and the code with one class left out: two words that differ in one class, or
    by one, share a key."""
    yield whole
    if len(whole) > _SHORTEST_CODE:
        yield from dict.fromkeys(whole[:place] + whole[place + 1 :] for place in range(len(whole)))


def _forms(text: str, rank: int) -> Iterator[Listed]:
    if sum(letter.isalpha() for letter in text) < SHORTEST:
        return
    for sounds in dict.fromkeys((sounds_of(text), sounds_of(without_accents(text)))):
        yield Listed(text, sounds, rank)
        if "s" in _endings(text):
            yield Listed(text + "s", sounds + "s", rank, inflected=True)


def _endings(text: str) -> tuple[str, ...]:
    hissing = text[-1:].lower() in tuple("sßxz")
    return ("", "en", "es", "e") if hissing else ("", "s", "n", "en", "es", "e")


def _parts(phrase: str) -> Iterator[str]:
    """The words of a phrase that stand for it alone: „Vinzenz“ of „Haus Sankt Vinzenz“.

    What follows a title is a name, whatever it means: „Koch“ of „Frau Koch“.
    """
    words = phrase.replace("-", " ").split()
    if len(words) < 2:
        return
    titled = words[0].lower() in TITLES
    for word in words[titled:]:
        if len(word) >= SHORTEST and (titled or not is_listed(word)):
            yield word
