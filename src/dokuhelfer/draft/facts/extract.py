"""Typed facts of clauses: the one entry for drafting and checking."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.facts.amounts import find_amounts
from dokuhelfer.draft.facts.anatomy import find_body
from dokuhelfer.draft.facts.circumstances import find_circumstances
from dokuhelfer.draft.facts.known import with_known_names
from dokuhelfer.draft.facts.medication import find_medication
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.facts.moments import find_moments
from dokuhelfer.draft.facts.negation import find_negations
from dokuhelfer.draft.facts.persons import find_persons, find_roles
from dokuhelfer.draft.facts.speech import find_speech
from dokuhelfer.draft.facts.view import View
from dokuhelfer.draft.facts.vitals import Pending, find_vitals


def extract(clause: Clause) -> tuple[Fact, ...]:
    """Facts of one clause on its own, ordered by place; see `extract_all` for context."""
    return extract_all((clause,))[0]


def extract_all(clauses: Sequence[Clause]) -> tuple[tuple[Fact, ...], ...]:
    """Facts of every clause of a dictation, each clause's ordered by place.

    Sees the whole: a measurement named in one clause may get its value in the next
    („Blutzucker.“ – „Der liegt bei 112.“), and „links“ after a blood pressure is its arm.
    """
    result: list[tuple[Fact, ...]] = []
    pending: Pending | None = None
    measured: FactName | None = None
    for number, clause in enumerate(clauses):
        view = View.of(clause)
        vitals, pending = find_vitals(view, pending)
        following = clauses[number + 1] if number + 1 < len(clauses) else None
        if not vitals and following is not None and following.sentence == clause.sentence:
            ahead, _ = find_vitals(View.of(following), pending)
            measured = measured or _last_measured(ahead[:1])
        facts = _facts_of(view, vitals, measured)
        measured = _last_measured(vitals)
        result.append(facts)
    return with_known_names(clauses, result)


def _last_measured(vitals: list[Fact]) -> FactName | None:
    if not vitals:
        return None
    name = vitals[-1].name
    return FactName.RR_SYSTOLISCH if name is FactName.RR_DIASTOLISCH else name


def _facts_of(view: View, vitals: list[Fact], measured: FactName | None) -> tuple[Fact, ...]:
    persons = find_persons(view)
    vitals = [fact for fact in vitals if not _overlaps(fact, _not_between(fact, persons))]
    medication = [fact for fact in find_medication(view) if not _overlaps(fact, persons)]
    taken = {index for fact in (*vitals, *persons, *medication) for index in range(*fact.tokens)}
    circumstances = find_circumstances(view, vitals, measured)
    arm = {
        index
        for fact in circumstances
        if fact.name is FactName.RR_ORT
        for index in range(*fact.tokens)
    }
    body = [fact for fact in find_body(view) if not set(range(*fact.tokens)) & arm]
    facts = [
        *vitals,
        *circumstances,
        *persons,
        *find_roles(view, persons),
        *medication,
        *body,
        *find_moments(view),
        *find_amounts(view, taken),
        *find_negations(view),
        *find_speech(view),
    ]
    return tuple(sorted(facts, key=_place))


def _place(fact: Fact) -> tuple[int, int, int]:
    return (fact.tokens[0], fact.tokens[1], list(FactKind).index(fact.kind))


def _not_between(measured: Fact, persons: list[Fact]) -> list[Fact]:
    """Persons but those named between a measurement and its value: „BZ bei Frau Kern 112“."""
    start, end = measured.tokens
    return [one for one in persons if not start < one.tokens[0] <= one.tokens[1] < end]


def _overlaps(fact: Fact, others: list[Fact]) -> bool:
    own = set(range(*fact.tokens))
    return any(own & set(range(*other.tokens)) for other in others)
