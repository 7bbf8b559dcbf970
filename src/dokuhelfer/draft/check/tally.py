"""How often a statement and its evidence say no: as often, and nothing was turned round.

A paraphrase says no with other words and of other words than the dictation („Unterhalt vom Vater
kommt keiner“ – „Kein Unterhalt vom Vater“). The rules that compare what a no is about cannot
know them all. A no that was left out or put in shows in the count as well (domain.md §3 R02).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from dokuhelfer.draft.check.denials import Denials, claimed, kept_by, keys_of, said_in
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked
from dokuhelfer.draft.check.terms import meet
from dokuhelfer.draft.model import Finding


@dataclass(frozen=True, slots=True)
class Balance:
    """A statement's nos against those of its evidence.

    Attributes:
        more: it has nos that no denial of the evidence is left for.
        fewer: its evidence has denials that no no of the statement is left for.
    """

    more: bool = True
    fewer: bool = True

    def allows(self, finding: Finding) -> bool:
        """Whether the count bears out what a finding says about a no."""
        lost = Sentence.LOST.read(finding.detail) is not None
        return self.allows_added(finding) and (self.fewer or not lost)

    def allows_added(self, finding: Finding) -> bool:
        """The same of a no that was put in alone: „bestreitet“ is lost, and counted by nobody."""
        return self.more or Sentence.ADDED.read(finding.detail) is None


@dataclass(frozen=True, slots=True)
class Tally:
    """Which denials of the dictation the statements of a draft take up.

    Attributes:
        own: the numbers of the denials by the number of the statement.
        takers: how many statements take a denial up.
        kept: those that some statement says no to in so many words, see `kept_by`.
    """

    said: Denials
    own: Mapping[int, frozenset[int]]
    takers: Mapping[int, int]
    kept: frozenset[int]

    @classmethod
    def of(cls, located: Mapping[int, Checked], said: Denials) -> Tally:
        """Of all statements of running text, by their number."""
        own = {
            number: claimed([(checked.pieces, checked.places)], said)
            for number, checked in located.items()
        }
        takers = Counter(taken for numbers in own.values() for taken in numbers)
        kept = frozenset(
            number
            for checked in located.values()
            for number in kept_by(
                [chunk for piece in checked.pieces for chunk in piece.chunks], checked.near, said
            )
        )
        return cls(said, own, takers, kept)

    @property
    def claims(self) -> frozenset[int]:
        """The denials that any statement takes up."""
        return frozenset(self.takers)

    def balance(self, number: int, checked: Checked) -> Balance:
        """The count of a statement.

        A denial that another statement takes up as well is none that this one may have said in
        other words; but one that this one may have lost, where it is about the same.
        """
        mine = self.own[number]
        keys = keys_of(term for piece in checked.pieces for term in piece.terms)
        left = lost = 0
        for denial in self.said.near(checked.found):
            others = self.takers.get(denial.number, 0) - (denial.number in mine)
            alike = meet(denial.keys, keys)
            left += alike and not others
            lost += alike or not others
        chunks = [chunk for piece in checked.pieces for chunk in piece.chunks]
        nos = sum(len(tuple(said_in(chunk))) for chunk in chunks)
        twice = sum(_twice(chunk.words) for chunk in chunks)
        return Balance(more=nos + twice > left, fewer=nos < lost)


def _twice(words: tuple[str, ...]) -> int:
    """„nicht abgelehnt“: the second no counts where one may have been put in."""
    lists = lexicon()
    return sum(
        one in lists.negations and other in lists.lexical_negations
        for one, other in pairwise(words)
    )
