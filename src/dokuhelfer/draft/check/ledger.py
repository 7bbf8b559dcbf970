"""Which words of the dictation the draft accounts for, part of a clause by part.

A statement holds words that were said, and words of its own in which it says the rest: „kuvertiert“
for „in den Umschlag gesteckt“. So a word of the dictation that stands nowhere is owed to the
record, and a statement made of its clause pays with as many words as it has of its own. A part
that nothing was made of owes all it says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.denials import Denial
from dokuhelfer.draft.check.evidence import INFLECTED, Allowed
from dokuhelfer.draft.check.missing import measures
from dokuhelfer.draft.check.pieces import Piece, quantity_features
from dokuhelfer.draft.check.source import Source
from dokuhelfer.draft.check.telling import of_telling
from dokuhelfer.draft.check.terms import Keys, Term, keys
from dokuhelfer.draft.check.written import Written, of_person
from dokuhelfer.draft.facts.lexicon.speech import WITHOUT

_NEAR = 3
"""Clauses beside the evidence of a statement whose words it may hold as well."""
_SEVERAL = 2
"""Unpaid words from which a part is missed although something of it stands in the draft."""
_MOST = 0.5
"""Unpaid share of a part from which all of it is missed."""


@dataclass(frozen=True, slots=True)
class Account:
    """One part of a clause between two marks, and what of it stands in the draft.

    Attributes:
        owed: its words of full weight that stand nowhere near, in their order.
        found: how many of its words and values do.
        values: how many of them are values.
        denied: whether it says no, and no statement does so for it.
        claimed: whether a statement made of its clause holds one of them.
        paid: how many of ``owed`` are said in other words.
    """

    position: int
    chunk: Chunk
    owed: tuple[Term, ...]
    found: int
    claimed: bool
    values: int
    denied: bool
    paid: int = 0

    @property
    def unpaid(self) -> int:
        """Words that nothing in the draft accounts for."""
        return len(self.owed) - self.paid


def accounts_of(
    position: int, piece: Piece, source: Source, draft: Written, lost: Sequence[Denial]
) -> Iterator[Account]:
    """The parts of a clause of the dictation that say something.

    ``lost`` are its denials that no statement takes up.
    """
    near = _near(position, source, draft)
    claims = frozenset(draft.claims.get(position, ()))
    for chunk in piece.chunks:
        inside = range(chunk.start, chunk.end)
        heavy = [
            t for t in piece.terms if t.weight >= 1.0 and t.index in inside and not of_telling(t)
        ]
        values = [
            frozenset(
                number
                for feature in quantity_features(quantity)
                for number in draft.index.holding(feature)
                if near(number)
            )
            for quantity in piece.quantities
            if quantity.asserted and quantity.index in inside
        ]
        found = {t: _near_places(t, near, draft) for t in heavy}
        opening = piece.clause.sentence == 0 and position == 0
        telling = [t for t in heavy if not t.keys & _talking()]
        several = len(telling) + len(values) > 1 and not opening
        mostly = _saying_more([*found.values(), *values], draft) if several else frozenset()
        places = {
            t: frozenset(
                number
                for number, strength in found[t].items()
                if not several
                or strength >= INFLECTED
                or draft.statements[number] in mostly
                or _made_here(number, position, draft)
            )
            for t in heavy
        }
        held = [*places.values(), *values]
        if not held:
            continue
        claimed = any(place & claims for place in held)
        yield Account(
            position=position,
            chunk=chunk,
            owed=tuple(t for t in heavy if not places[t] and not (claimed and measures(t))),
            found=sum(map(bool, held)),
            values=sum(map(bool, values)),
            claimed=claimed,
            denied=any(denial.words == frozenset(chunk.words) for denial in lost),
        )


@cache
def _talking() -> Keys:
    """„mit ihr hab ich kurz gesprochen“: whom one talked with is often a field of its own."""
    said = frozenset(key for word in ("sprechen", "reden", "telefonieren") for key in keys(word))
    return frozenset(key for key in said if not key.startswith("="))


def _near_places(term: Term, near: Allowed, draft: Written) -> dict[int, float]:
    """The clauses of the draft nearby that hold a word, with the strength of the match.

    What is only like the word stands for it where a statement was made of this place, or says
    more of its part: elsewhere „Antrag“ is of another form than the „Formular“ that was filled in.
    """
    return {n: strength for n, strength in draft.index.places(term).items() if near(n)}


def _saying_more(held: Sequence[Iterable[int]], draft: Written) -> frozenset[int]:
    """The statements that hold several words or values of a part."""
    counts = Counter(n for own in held for n in {draft.statements[place] for place in own})
    return frozenset(statement for statement, count in counts.items() if count > 1)


def _made_here(number: int, position: int, draft: Written) -> bool:
    """Whether the statement of a clause of the draft was made of a clause, or one right beside."""
    if number in draft.labels:
        return True
    statement = draft.statements[number]
    if statement not in {draft.statements[other] for other in draft.claims.get(position, ())}:
        return False
    roots = draft.roots.get(statement)
    return roots is None or not roots.isdisjoint((position, *_beside(position)))


def _near(position: int, source: Source, draft: Written) -> Allowed:
    """Clauses of the draft made of the surroundings of a clause, about its person."""
    own = of_person(position, source, draft)
    around = range(position - _NEAR, position + _NEAR + 1)
    made = {number for place in around for number in draft.claims.get(place, ())}
    return lambda number: number in made and own(number)


def settled(accounts: Sequence[Account], source: Source, draft: Written) -> Iterator[Account]:
    """The accounts with what the statements pay: for their own clauses, then for those beside.

    Beside its evidence a statement pays for a single verb or adjective of the same sentence only
    („…, abgeschickt noch nicht“: „Versand steht aus“): things are called by their name.
    """
    budget = list(draft.fresh)
    own = [_paid(account, _payers((account.position,), draft), budget) for account in accounts]
    for account in own:
        if account.unpaid == 1 and not _thing(account):
            beside = [p for p in _beside(account.position) if _same_sentence(account, p, source)]
            yield _paid(account, _payers(beside, draft), budget)
        else:
            yield account


def _beside(position: int) -> tuple[int, int]:
    return position - 1, position + 1


def _payers(positions: Sequence[int], draft: Written) -> Iterator[int]:
    """The statements that something was made of at these clauses, each once."""
    numbers = (number for place in positions for number in draft.claims.get(place, ()))
    yield from dict.fromkeys(draft.statements[number] for number in numbers)


def _paid(account: Account, statements: Iterable[int], budget: list[int]) -> Account:
    """The account after what these statements can still pay; takes it off ``budget``.

    For a part that little was taken over from they pay little: as much as they took over.
    """
    paid, due = 0, min(account.unpaid, max(1, account.found))
    for number in statements:
        pay = min(due, budget[number])
        budget[number] -= pay
        due -= pay
        paid += pay
    return replace(account, paid=account.paid + paid)


def _how(account: Account) -> bool:
    """„ohne die Pfändung gerechnet“ tells how; what was not done is owed to the record."""
    return account.chunk.negation == WITHOUT


def _thing(account: Account) -> bool:
    return any(term.noun for term in account.owed)


def _same_sentence(account: Account, other: int, source: Source) -> bool:
    if not 0 <= other < len(source.pieces):
        return False
    one, two = source.pieces[account.position].clause, source.pieces[other].clause
    return one.sentence == two.sentence and one.span.segment == two.span.segment


def missed(account: Account) -> tuple[int, int] | None:
    """The tokens of a part that stand nowhere, half-open; None where it is accounted for."""
    whole = (account.chunk.start, account.chunk.end + 1)
    if account.denied and not account.claimed and not account.owed:
        return whole
    if account.denied and account.unpaid > 0 and not account.values and not _how(account):
        return whole
    if account.unpaid <= 0:
        return None
    if not account.found or not account.claimed:
        return whole
    most = account.unpaid >= _MOST * (len(account.owed) + account.found)
    named = account.values and account.values == account.found  # „Atmung 24“: the field has it
    if account.unpaid < _SEVERAL and (named or not (most and _thing(account))):
        return None
    if most:
        return whole
    return account.owed[0].index, account.owed[-1].index + 1
