"""What the engine works on: a clause with its facts, and who it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.facts.modality import modality
from dokuhelfer.draft.facts.model import Fact, FactKind, Modality
from dokuhelfer.draft.facts.moments import is_tomorrow
from dokuhelfer.draft.facts.view import View
from dokuhelfer.draft.normalise.model import TokenKind


@dataclass(frozen=True)
class Item:
    """A clause as the engine sees it; derived views are computed once."""

    clause: Clause
    facts: tuple[Fact, ...]

    @cached_property
    def view(self) -> View:
        """The clause with lower-case words."""
        return View.of(self.clause)

    @cached_property
    def words(self) -> tuple[tuple[int, str], ...]:
        """Token index and lower-case text of everything but punctuation."""
        skipped = {TokenKind.PUNCT, TokenKind.QUOTE_OPEN, TokenKind.QUOTE_CLOSE}
        return tuple(
            (index, self._distinct(index, word))
            for index, word in enumerate(self.view.low)
            if self.view.kind(index) not in skipped
        )

    @cached_property
    def text(self) -> tuple[str, ...]:
        """The words alone, index by index of `words`."""
        return tuple(word for _, word in self.words)

    def _distinct(self, index: int, word: str) -> str:
        """„morgen“ as part of a day („heute Morgen“) is not the word for tomorrow."""
        if word == "morgen" and not is_tomorrow(self.view, index):
            return "vormittag"
        return word

    @cached_property
    def modality(self) -> Modality:
        """Planned, attempted or done."""
        return modality(self.clause)

    def of(self, *kinds: FactKind) -> tuple[Fact, ...]:
        """The clause's facts of these kinds."""
        return tuple(fact for fact in self.facts if fact.kind in kinds)

    def has(self, *kinds: FactKind) -> bool:
        """Whether the clause has a fact of one of these kinds."""
        return any(fact.kind in kinds for fact in self.facts)


def make_items(clauses: Sequence[Clause], facts: Sequence[tuple[Fact, ...]]) -> tuple[Item, ...]:
    """One item per clause; ``facts[i]`` belongs to ``clauses[i]``."""
    return tuple(Item(clause, own) for clause, own in zip(clauses, facts, strict=True))
