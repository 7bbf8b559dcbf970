"""The words of a sentence by index, without failing beyond its ends."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.clauses import tables
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.view import plain
from dokuhelfer.draft.normalise.model import Number, Token, TokenKind

_VALUES = frozenset({TokenKind.NUMBER, TokenKind.TIME, TokenKind.DATE, TokenKind.UNIT})


_MOST_ROOMS = 999


class Words:
    """Lower-case words of a sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._low = [plain(token.text) for token in tokens]

    def low(self, at: int) -> str:
        """The word in lower case; "" beyond the ends."""
        return self._low[at] if 0 <= at < len(self._low) else ""

    def verb(self, at: int) -> str:
        """The word, a finite verb without its „es“ („hats“ → „hat“)."""
        word = self.low(at)
        bare = word.removesuffix("s")
        return bare if word not in FINITE and bare in FINITE else word

    def is_word(self, at: int) -> bool:
        """Whether a plain word stands at ``at``."""
        return 0 <= at < len(self._tokens) and self._tokens[at].kind is TokenKind.WORD

    def is_value(self, at: int) -> bool:
        """Whether a number, time, date or unit stands at ``at``."""
        return 0 <= at < len(self._tokens) and self._tokens[at].kind in _VALUES

    def is_number(self, at: int) -> bool:
        """Whether a number stands at ``at``."""
        return 0 <= at < len(self._tokens) and self._tokens[at].kind is TokenKind.NUMBER

    def is_unit(self, at: int) -> bool:
        """Whether a unit stands at ``at``."""
        return 0 <= at < len(self._tokens) and self._tokens[at].kind is TokenKind.UNIT

    def is_time(self, at: int) -> bool:
        """Whether a time of the day stands at ``at``."""
        return 0 <= at < len(self._tokens) and self._tokens[at].kind is TokenKind.TIME

    def is_room(self, at: int) -> bool:
        """Whether a plain number stands at ``at`` as rooms have it: neither pair nor measured."""
        value = self._tokens[at].value if 0 <= at < len(self._tokens) else None
        if not isinstance(value, Number) or value.pair or value.value > _MOST_ROOMS:
            return False
        following = self._tokens[at + 1].kind if at + 1 < len(self._tokens) else None
        return following is not TokenKind.UNIT

    def capital(self, at: int) -> bool:
        """Whether a word with a capital letter stands at ``at``."""
        return self.is_word(at) and self._tokens[at].text[:1].isupper()

    def connected(self, at: int, floor: int) -> int:
        """``at``, or where the „und“, „aber“, „ja und dann“ right before it begins."""
        while at > floor and self.low(at - 1) in tables.CONNECTORS:
            at -= 1
        return at


def stretches(sentence: Sequence[Token]) -> list[tuple[int, int]]:
    """Runs of tokens without marks and outside of quotations."""
    found: list[tuple[int, int]] = []
    start, depth = 0, 0
    for index, token in enumerate(sentence):
        if token.kind in {TokenKind.PUNCT, TokenKind.QUOTE_OPEN, TokenKind.QUOTE_CLOSE}:
            if not depth:
                found.append((start, index))
            depth += token.kind is TokenKind.QUOTE_OPEN
            depth -= depth > 0 and token.kind is TokenKind.QUOTE_CLOSE
            start = index + 1
    return [*found, (start, len(sentence))] if not depth else found


def behind_quote(sentence: Sequence[Token], at: int) -> bool:
    """Whether something new begins right behind a quotation, not who said it."""
    closed = at > 0 and sentence[at - 1].kind is TokenKind.QUOTE_CLOSE
    return closed and plain(sentence[at].text) not in tables.SAYING | tables.CONNECTORS
