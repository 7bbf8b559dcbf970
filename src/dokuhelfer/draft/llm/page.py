"""What the model was shown of a dictation, and whether more has room behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.llm import prompt
from dokuhelfer.draft.model import Span

Known = tuple[Span, str]
"""What makes a clause the same one after more was said: its place and its words."""

_MOST = 3800
"""Tokens; the last question with its sentence takes some 200 more."""
_HOLDS = 4096
"""Tokens of prompt and answers (`engine.language`); a sentence is silently cut off there."""
_AROUND = 20
"""Tokens of a clause's numbers, its question, its answer and the beginning of its sentence."""
_SENTENCE = 1.2
"""Its sentence in tokens of what was said."""
_LEAST = 0.3
"""Tokens a letter of German where a model knows it best (Qwen3: 0.33)."""


def known(clause: Clause) -> Known:
    """The clause's place and words."""
    return clause.span, prompt.one_line(clause)


class Page:
    """Clauses behind the fixed prompt. A new page has all its clauses read again, half a minute
    of a 4B model, so one goes on while there is room for what is still to be said about them.

    Args:
        fixed: tokens of the fixed prompt.
        letters: of the same; it is German as well, so it tells how many make a token.

    Attributes:
        numbers: of the clauses shown.
        held: tokens that the model has read and written, the fixed prompt included.
    """

    def __init__(self, fixed: int, letters: int) -> None:
        self.numbers: dict[Known, int] = {}
        self.held = fixed
        self._refused = False
        self._rate = max(_LEAST, fixed / max(1, letters))
        self._waiting = 0

    @property
    def is_full(self) -> bool:
        """Whether nothing more should be asked here."""
        return self._refused or self._read >= _MOST

    def cuts_off(self, most: int) -> bool:
        """Whether a sentence of so many tokens, its question apart, might not end."""
        return self._read + 2 * _AROUND + most > _HOLDS

    @property
    def _read(self) -> float:
        return self.held + self._waiting * self._rate

    def holds(self, tokens: int) -> None:
        """All is read; it is that long."""
        self.held, self._waiting = tokens, 0

    def awaits(self, letters: int) -> None:
        """So many more letters are to be read."""
        self._waiting += letters

    def refused(self) -> None:
        """What waits was not read: whatever comes next gets a new page."""
        self._refused = True

    def show(self, clauses: Iterable[tuple[int, Clause]]) -> None:
        """These clauses with their numbers."""
        self.numbers.update({known(clause): number for number, clause in clauses})

    def has_room(self, clauses: Sequence[Clause]) -> bool:
        """Whether these and what is to be said about them fit; sentences of those shown before
        have a new page where they find no room. An empty page has room for any one clause: what
        does not fit is told by the model."""
        if not self.numbers and len(clauses) == 1:
            return True
        shown = [prompt.one_line(one) for one in clauses]
        return self._read + sum(map(self._whole, shown)) <= _MOST

    def _whole(self, words: str) -> float:
        return _AROUND + (1 + _SENTENCE) * self._rate * len(words)
