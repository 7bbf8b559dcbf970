"""How often a statement and its evidence say no: as often, and nothing was turned round.

A paraphrase says no with other words and of other words than the dictation („Unterhalt vom Vater
kommt keiner“ – „Kein Unterhalt vom Vater“). The rules that compare what a no is about cannot
know them all. A no that was left out or put in shows in the count as well (domain.md §3 R02).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from dokuhelfer.draft.check.denials import Denial, Denials, claimed, kept_by, keys_of, said_in
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked
from dokuhelfer.draft.check.terms import meet
from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_ARTICLES
from dokuhelfer.draft.model import Finding


@dataclass(frozen=True, slots=True)
class Balance:
    """A statement's nos against those of its evidence.

    Attributes:
        more: it has nos that no denial of the evidence is left for.
        fewer: its evidence has denials that no no of the statement is left for.
        very: as ``more``, of the denials alone that name something.
    """

    more: bool = True
    fewer: bool = True
    very: bool = True

    def allows(self, finding: Finding) -> bool:
        """Whether the count bears out what a finding says about a no."""
        lost = Sentence.LOST.read(finding.detail) is not None
        added = Sentence.ADDED.read(finding.detail) is not None
        return (self.more or not added) and (self.fewer or not lost)

    def allows_added(self, finding: Finding) -> bool:
        """The same of a no that was put in alone: „bestreitet“ is lost, and counted by nobody."""
        return self.very or Sentence.ADDED.read(finding.detail) is None


@dataclass(frozen=True, slots=True)
class Tally:
    """Which denials of the dictation the statements of a draft take up.

    Attributes:
        own: the numbers of the denials by the number of the statement.
        takers: how many statements take a denial up.
        shares: per denial and statement that takes it up how many of its words.
        kept: those that some statement says no to in so many words, see `kept_by`.
    """

    said: Denials
    own: Mapping[int, frozenset[int]]
    takers: Mapping[int, int]
    kept: frozenset[int]
    shares: Mapping[int, Mapping[int, int]]

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
        shares: defaultdict[int, dict[int, int]] = defaultdict(dict)
        for number, taken in own.items():
            for denial in taken:
                if takers[denial] > 1:
                    shares[denial][number] = _shared(said.all[denial], located[number])
        return cls(said, own, takers, kept, shares)

    @property
    def claims(self) -> frozenset[int]:
        """The denials that any statement takes up."""
        return frozenset(self.takers)

    def _best(self, denial: int, number: int) -> bool:
        """Whether a statement takes up more of a denial than every other one does."""
        shares = self.shares.get(denial, {})
        rivals = (count for rival, count in shares.items() if rival != number)
        return shares.get(number, 0) > max(rivals, default=0)

    def _others(self, denial: int, number: int) -> int:
        """How many statements besides one take up a denial."""
        return self.takers.get(denial, 0) - (denial in self.own[number])

    def balance(self, number: int, checked: Checked) -> Balance:
        """The count of a statement.

        One right behind them that names nothing itself („hab ich noch nichts“) is of what they say.
        A denial that another statement takes up as well is none that this one may have said in
        other words; but one that this one may have lost, where it is about the same.
        """
        keys = keys_of(term for piece in checked.pieces for term in piece.terms)
        left = lost = 0
        for denial in self.said.near(checked.found):
            others = self._others(denial.number, number)
            alike = meet(denial.keys, keys)
            left += alike and (not others or self._best(denial.number, number))
            lost += alike or not others
        bare = sum(
            not self._others(denial.number, number)
            for denial in self.said.near(sorted({p + 1 for p in checked.found} | {*checked.found}))
            if _points_back(denial, checked)
        )
        chunks = [chunk for piece in checked.pieces for chunk in piece.chunks]
        nos = sum(len(tuple(said_in(chunk))) for chunk in chunks)
        twice = sum(_twice(chunk.words) for chunk in chunks)
        said = nos + twice
        return Balance(more=said > left + bare, fewer=nos < lost, very=said > left)


def _points_back(denial: Denial, checked: Checked) -> bool:
    """„(nach Schmerzen gefragt,) er hat keine“: a no that names nothing, of what was before."""
    if denial.keys:
        return False
    here = denial.positions[0] in checked.found
    return here or denial.word in NEGATIVE_ARTICLES | _NOTHING


_NOTHING = frozenset({"nichts", "nix", "keine", "keins", "keinen", "keiner"})


def _shared(denial: Denial, checked: Checked) -> int:
    """How many of the very words of a denial the nos of a statement are about."""
    own = {t.stem for p in checked.pieces for c in p.chunks for *_, ts in said_in(c) for t in ts}
    return sum(term.stem in own for term in denial.terms)


def _twice(words: tuple[str, ...]) -> int:
    """„nicht abgelehnt“: the second no counts where one may have been put in."""
    lists = lexicon()
    return sum(
        one in lists.negations and other in lists.lexical_negations
        for one, other in pairwise(words)
    )
