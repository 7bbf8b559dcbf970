"""A clause as the extractors see it: lower-cased words beside the tokens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypedDict, Unpack

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.facts.phrases import Phrases, word_matches
from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.model import Clock, Day, Number, Token, TokenKind, join

__all__ = ["FactParts", "View", "plain", "word_matches"]


RANGE_JOINTS = frozenset({"bis", "oder", "-", "–"})
"""Words and marks between the two ends of a range."""


class FactParts(TypedDict, total=False):
    """The optional attributes of a `Fact`."""

    name: FactName | None
    value: Decimal | None
    unit: str | None
    clock: Clock | None
    day: Day | None
    text: str
    side: str | None
    scope: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A clause with its words in lower case, index by index."""

    clause: Clause
    low: tuple[str, ...]

    @classmethod
    def of(cls, clause: Clause) -> View:
        """The view of ``clause``."""
        return cls(clause, tuple(plain(token.text) for token in clause.tokens))

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The clause's tokens."""
        return self.clause.tokens

    def __len__(self) -> int:
        return len(self.low)

    def kind(self, index: int) -> TokenKind | None:
        """Kind of the token at ``index``; None outside of the clause."""
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else None

    def word(self, index: int) -> str:
        """Lower-case word at ``index``; "" outside of the clause."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def number(self, index: int) -> Number | None:
        """Number at ``index``, None when there is none."""
        value = self.tokens[index].value if 0 <= index < len(self.tokens) else None
        return value if isinstance(value, Number) else None

    def in_range(self, index: int) -> bool:
        """Whether the number at ``index`` is one end of a range: „3 bis 4“, „zwischen 3 und 4“."""
        return self._range_from(index) or any(
            self._range_from(before) and self._other_end(before) == index
            for before in range(max(0, index - 3), index)
        )

    def _range_from(self, index: int) -> bool:
        if self.number(index) is None or self._other_end(index) is None:
            return False
        joint = self.word(self._behind_unit(index))
        return joint in RANGE_JOINTS or (joint == "und" and self.word(index - 1) == "zwischen")

    def _behind_unit(self, index: int) -> int:
        return index + 2 if self.kind(index + 1) is TokenKind.UNIT else index + 1

    def _other_end(self, index: int) -> int | None:
        end = self._behind_unit(index) + 1
        return end if self.number(end) is not None else None

    def capital(self, index: int) -> bool:
        """Whether a word with a capital letter stands at ``index``."""
        return self.kind(index) is TokenKind.WORD and self.tokens[index].text[:1].isupper()

    def text(self, start: int, end: int) -> str:
        """The tokens as written text."""
        return join(self.tokens[start:end])

    def span(self, start: int, end: int) -> Span:
        """The place of the tokens in the original."""
        first, last = self.tokens[start].span, self.tokens[end - 1].span
        return Span(first.segment, first.start, max(first.end, last.end))

    def fact(self, kind: FactKind, start: int, end: int, **parts: Unpack[FactParts]) -> Fact:
        """A fact over tokens ``start`` to ``end``."""
        return Fact(kind, self.span(start, end), (start, end), **parts)

    def find(self, phrases: Phrases) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Places where one of ``phrases`` stands, the longest at each place, no overlap."""
        index = 0
        while index < len(self.low):
            phrase = phrases.longest(self.low, index)
            if phrase is not None:
                yield index, index + len(phrase), phrase
            index += len(phrase) if phrase is not None else 1

    def has(self, phrases: Phrases) -> bool:
        """Whether one of ``phrases`` stands anywhere."""
        return phrases.anywhere(self.low)


def unit_at(view: View, index: int) -> tuple[str | None, int]:
    """The written unit at ``index`` and the index behind it."""
    if view.kind(index) is TokenKind.UNIT:
        return view.tokens[index].text, index + 1
    return None, index


_CONTRACTED = frozenset(
    {
        "ichs", "habs", "hats", "wars", "gehts", "gibts", "ists", "weils", "obs", "wenns", "hams",
        "kanns", "wirds", "machts", "tuts", "solls", "wills", "sagts", "weißs", "hatts",
    }
)  # fmt: skip


def plain(text: str) -> str:
    """A word in lower case, without a contracted „es“ („hab's“, „habs“ → „hab“)."""
    word = text.lower()
    if word in _CONTRACTED:
        return word[:-1]
    for ending in ("'s", "’s"):
        if len(word) > len(ending):
            word = word.removesuffix(ending)
    return word
