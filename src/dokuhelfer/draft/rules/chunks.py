"""Pieces of a clause between commas: what intake is counted in („Tee, 150, alles“)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dokuhelfer.draft.facts.model import Fact
from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.model import Token, TokenKind
from dokuhelfer.draft.rules.item import Item

_JOINTS = frozenset({"und", "dazu", "sowie", "danach", "dann"})
_BORDERS = frozenset({",", ";", ":", ".", "–", "!", "?"})


@dataclass(frozen=True)
class Chunk:
    """Tokens ``start`` to ``end`` of a clause, without the punctuation at both ends."""

    item: Item
    start: int
    end: int

    @cached_property
    def low(self) -> tuple[str, ...]:
        """Its words in lower case, index by index."""
        return self.item.view.low[self.start : self.end]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens as written."""
        return self.item.clause.tokens[self.start : self.end]

    @property
    def span(self) -> Span:
        """Its place in the dictation."""
        return self.item.view.span(self.start, self.end)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that lie in it."""
        inside = range(self.start, self.end)
        return tuple(fact for fact in self.item.facts if fact.tokens[0] in inside)

    def find(self, cues: Phrases) -> tuple[int, int] | None:
        """Token range of the first of the longest cues in it, None when there is none."""
        places = [
            (len(cue), at)
            for at in range(len(self.low))
            if (cue := cues.longest(self.low, at)) is not None
        ]
        if not places:
            return None
        size, at = max(places, key=lambda place: (place[0], -place[1]))
        return self.start + at, self.start + at + size

    def part(self, start: int, end: int) -> Chunk:
        """The piece of it between two token indices of the clause."""
        return Chunk(self.item, start, end)


def chunks(items: Sequence[Item], starters: Phrases) -> Iterator[Chunk]:
    """The clauses cut at punctuation, and before „und“ where one of ``starters`` follows."""
    for item in items:
        start = 0
        unmarked = _is_unmarked(item)
        for at in range(len(item.view) + 1):
            inside = at < len(item.view) and not _is_border(item, at, start, starters)
            if inside and not (unmarked and _begins_portion(item, at, start, starters)):
                continue
            if at > start:
                yield Chunk(item, start, at)
            start = at + 1 if item.view.word(at) in _BORDERS | _JOINTS else at


def _is_border(item: Item, at: int, start: int, starters: Phrases) -> bool:
    if item.view.kind(at) in {TokenKind.PUNCT, TokenKind.BREAK}:
        return item.view.word(at) in _BORDERS or item.view.kind(at) is TokenKind.BREAK
    if item.view.word(at) not in _JOINTS or at == start:
        return False
    rest = Chunk(item, at + 1, len(item.view)).low
    before = Chunk(item, start, at).low
    return starters.anywhere(rest) and starters.anywhere(before)


def _is_unmarked(item: Item) -> bool:
    """Whether nobody set marks within a clause, so that its pieces are told by their words."""
    return not any(token.kind is TokenKind.PUNCT for token in item.clause.tokens[:-1])


def _begins_portion(item: Item, at: int, start: int, starters: Phrases) -> bool:
    """„Kakao 150 ml | davon 50 | getrunken um elf Wasser …“: where a comma would stand."""
    view = item.view
    if at <= start:
        return False
    before = Chunk(item, start, at)
    if view.word(at) == "davon" or (view.word(at) in _TAKEN and view.number(at + 1) is not None):
        return _is_counted(before)
    opens = at + (view.word(at) in {"um", "gegen"})
    if view.kind(opens) is TokenKind.TIME:
        bound = view.word(at - 1) in {"um", "gegen", "bis", "von", "und", "ab", "nein"}
        return starters.anywhere(before.low) and not bound
    if starters.longest(view.low, at) is None or not starters.anywhere(before.low):
        return False
    return _is_counted(before) or bool(set(before.low) & _SHARES)


def _is_counted(chunk: Chunk) -> bool:
    return any(chunk.item.view.number(index) is not None for index in range(chunk.start, chunk.end))


_TAKEN = frozenset({"getrunken", "angeboten"})
_SHARES = frozenset({"alles", "ganz", "komplett", "hälfte", "viertel", "nichts", "leer"})
