"""Cues whose parts may stand apart, each word one of several: „krankenhaus|klinik … gebracht“."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dokuhelfer.draft.facts.phrases import word_matches

GAP = "…"
"""Between two parts of a cue that may stand apart."""
OR = "|"
"""Between two words of which one has to stand there."""
_REACH = 9
"""Words within which the next part follows."""

_Part = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Parted:
    """A cue in parts; each word of a part as the patterns of which one has to fit."""

    parts: tuple[_Part, ...]

    def find(self, text: Sequence[str]) -> Iterator[tuple[int, ...]]:
        """The places of its words in ``text``, lower case, once for each first part."""
        for start in _places(self.parts[0], text):
            found = self._rest(text, start)
            if found is not None:
                yield found

    def _rest(self, text: Sequence[str], start: int) -> tuple[int, ...] | None:
        found = list(range(start, start + len(self.parts[0])))
        for part in self.parts[1:]:
            behind = found[-1] + 1
            at = next(_places(part, text[behind : behind + _REACH]), None)
            if at is None:
                return None
            found += range(behind + at, behind + at + len(part))
        return tuple(found)


def is_parted(cue: str) -> bool:
    """Whether a cue of a template is written with gaps or alternatives."""
    return GAP in cue or OR in cue


@lru_cache(maxsize=2048)
def parted(cue: str) -> Parted:
    """A cue of a template, compiled; without gaps it is one part."""
    parts = (part.replace(",", " ").lower().split() for part in cue.split(GAP))
    return Parted(tuple(tuple(tuple(word.split(OR)) for word in part) for part in parts if part))


def _places(part: _Part, text: Sequence[str]) -> Iterator[int]:
    for at in range(len(text) - len(part) + 1):
        if all(_fits(patterns, text[at + offset]) for offset, patterns in enumerate(part)):
            yield at


def _fits(patterns: tuple[str, ...], word: str) -> bool:
    return any(word_matches(pattern, word) for pattern in patterns)
