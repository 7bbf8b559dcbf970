"""What a person may do with proposed cuts: join, split, re-assign. Pure functions.

`assemble.Collective.draft` makes the drafts anew from the result.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum, auto

from dokuhelfer.draft.collective.model import Cut, Cutting, Person


class Refusal(Enum):
    """Why a move was refused."""

    NO_SUCH_CUT = auto()
    SAME_CUT = auto()
    OTHER_PERSON = auto()
    """Two persons' cuts never become one draft (domain.md §3 R13)."""
    NO_SUCH_CLAUSE = auto()
    NOTHING_BEFORE = auto()
    """A cut cannot be split before its first clause."""
    ALREADY_THERE = auto()
    NO_SUCH_KIND = auto()
    """No template of that id is at hand."""


class Refused(Exception):
    """A move that is not allowed; ``reason`` says why."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason.name)
        self.reason = reason


def join(cutting: Cutting, first: int, second: int) -> Cutting:
    """Two cuts made one, of the first one's kind.

    A cut about nobody may join a person's.

    Raises:
        Refused: `NO_SUCH_CUT`, `SAME_CUT`, `OTHER_PERSON`.
    """
    one, other = _cut(cutting, first), _cut(cutting, second)
    if first == second:
        raise Refused(Refusal.SAME_CUT)
    if None not in (one.person, other.person) and one.person != other.person:
        raise Refused(Refusal.OTHER_PERSON)
    person = one.person or other.person
    clauses = tuple(sorted({*one.clauses, *other.clauses}))
    kept = [cut for at, cut in enumerate(cutting.cuts) if at not in (first, second)]
    given = _give(cutting, clauses, cutting.person(person))
    return _with(given, [*kept, Cut(person, one.kind, clauses)])


def split(cutting: Cutting, index: int, clause: int) -> Cutting:
    """One cut made two of the same person and kind; the second begins with ``clause``.

    Raises:
        Refused: `NO_SUCH_CUT`, `NO_SUCH_CLAUSE`, `NOTHING_BEFORE`.
    """
    cut = _cut(cutting, index)
    if clause not in cut.clauses:
        raise Refused(Refusal.NO_SUCH_CLAUSE)
    at = cut.clauses.index(clause)
    if at == 0:
        raise Refused(Refusal.NOTHING_BEFORE)
    halves = [replace(cut, clauses=cut.clauses[:at]), replace(cut, clauses=cut.clauses[at:])]
    return _with(cutting, [*cutting.cuts[:index], *halves, *cutting.cuts[index + 1 :]])


def reassign(cutting: Cutting, clause: int, person: str | None, kind: str) -> Cutting:
    """One clause moved to the cut of ``person`` and ``kind`` alone, made where there is none.

    Args:
        person: label of a person of the dictation or a new one; None for nobody.

    Raises:
        Refused: `NO_SUCH_CLAUSE`, `ALREADY_THERE`.
    """
    if not 0 <= clause < len(cutting.pieces):
        raise Refused(Refusal.NO_SUCH_CLAUSE)
    holders = [cut for cut in cutting.cuts if clause in cut.clauses]
    if [(cut.person, cut.kind) for cut in holders] == [(person, kind)]:
        raise Refused(Refusal.ALREADY_THERE)
    cutting = _knowing(cutting, person)
    left = [
        replace(cut, clauses=tuple(number for number in cut.clauses if number != clause))
        for cut in cutting.cuts
    ]
    at = next((i for i, c in enumerate(left) if (c.person, c.kind) == (person, kind)), None)
    if at is None:
        left.append(Cut(person, kind, (clause,)))
    else:
        left[at] = replace(left[at], clauses=tuple(sorted((*left[at].clauses, clause))))
    return _with(_give(cutting, (clause,), cutting.person(person)), left)


def hand_over(
    cutting: Cutting, index: int, clauses: tuple[int, ...], person: str | None, kind: str
) -> Cutting:
    """Clauses of one cut go to the cut of ``person`` and ``kind``, made where there is none.

    What another cut holds of them stays there: a clause about two persons is said of the second
    one, too, when the first one's is corrected (domain.md §3 R13).

    Raises:
        Refused: `NO_SUCH_CUT`, `NO_SUCH_CLAUSE`, `ALREADY_THERE`.
    """
    cut = _cut(cutting, index)
    if not set(clauses) <= set(cut.clauses):
        raise Refused(Refusal.NO_SUCH_CLAUSE)
    if (cut.person, cut.kind) == (person, kind):
        raise Refused(Refusal.ALREADY_THERE)
    cutting = _knowing(cutting, person)
    cuts = list(cutting.cuts)
    cuts[index] = replace(cut, clauses=tuple(n for n in cut.clauses if n not in clauses))
    at = next((i for i, one in enumerate(cuts) if (one.person, one.kind) == (person, kind)), None)
    if at is None:
        cuts.append(Cut(person, kind, tuple(sorted(clauses))))
    else:
        cuts[at] = replace(cuts[at], clauses=tuple(sorted({*cuts[at].clauses, *clauses})))
    given = _pass_on(cutting, cuts, clauses, cut.person, person)
    return _with(given, cuts)


def _cut(cutting: Cutting, index: int) -> Cut:
    if not 0 <= index < len(cutting.cuts):
        raise Refused(Refusal.NO_SUCH_CUT)
    return cutting.cuts[index]


def _knowing(cutting: Cutting, person: str | None) -> Cutting:
    if person is None or cutting.person(person) is not None:
        return cutting
    return replace(cutting, persons=(*cutting.persons, Person(person, None)))


def _give(cutting: Cutting, clauses: Iterable[int], person: int | None) -> Cutting:
    """The clauses' owners with a person's decision; a further person is kept beside."""
    owners = list(cutting.owners)
    for number in clauses:
        own = owners[number]
        if person is None:
            owners[number] = ()
        elif person not in own:
            owners[number] = (person,)
    return replace(cutting, owners=tuple(owners))


def _pass_on(
    cutting: Cutting,
    cuts: Iterable[Cut],
    clauses: Iterable[int],
    before: str | None,
    after: str | None,
) -> Cutting:
    """The owners once ``after`` has the clauses instead of ``before``, who may still hold some."""
    still = {number for cut in cuts if cut.person == before for number in cut.clauses}
    old, new = cutting.person(before), cutting.person(after)
    owners = list(cutting.owners)
    for number in clauses:
        kept = (own for own in owners[number] if own != old or number in still)
        first = () if new is None else (new,)
        owners[number] = tuple(dict.fromkeys((*first, *kept)))
    return replace(cutting, owners=tuple(owners))


def _with(cutting: Cutting, cuts: Iterable[Cut]) -> Cutting:
    """The cutting with other cuts: none empty, in the order of speaking."""
    kept = (cut for cut in cuts if cut.clauses)
    return replace(cutting, cuts=tuple(sorted(kept, key=lambda cut: cut.clauses)))
