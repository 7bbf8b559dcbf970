"""Values must stay with what they were said of: a right number in the wrong place is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.check.parts import Part, parts_of
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.quantities import Quantity, QuantityKind
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.spelled_out import said_apart
from dokuhelfer.draft.check.terms import meet
from dokuhelfer.draft.check.values import KIND_OF, same
from dokuhelfer.draft.model import Finding


def check_belonging(checked: Checked, source: Source) -> Iterator[Finding]:
    """At most one value that was said of something else than it is written for."""
    said = [part for piece in source.at(checked.near) for part in parts_of(piece)]
    for piece, place in zip(checked.pieces, checked.places, strict=True):
        if place.verbatim:
            continue
        for part in parts_of(piece):
            for quantity in part.quantities:
                other = _turned(part, quantity, said, source) or _moved(
                    part, quantity, said, source
                )
                if other is not None:
                    yield _differs(checked, quantity, other)
                    return


def check_own_values(checked: Checked, source: Source) -> Iterator[Finding]:
    """A value of another clause, where the clause a part was made of has one nobody wrote.

    Also one written more often than it was said: „sechs bis sechs“ from „vier bis sechs“.
    """
    written = [quantity for quantity in checked.quantities() if quantity.asserted]
    for piece, place in checked.pairs():
        own = source.pieces[place.clauses[0]]
        held = frozenset(key for term in own.terms for key in term.keys)
        free = [
            other
            for other in own.quantities
            if other.asserted and not any(same(mine, other, source) for mine in written)
        ]
        for part in parts_of(piece):
            if not part.terms or not all(meet(term.keys, held) for term in part.terms):
                continue
            for quantity in part.quantities:
                if _in_place(quantity, own, written, source):
                    continue
                other = next((o for o in free if _alike(o, quantity)), None)
                if other is not None:
                    yield _differs(checked, quantity, other)
                    return


def _differs(checked: Checked, written: Quantity, said: Quantity) -> Finding:
    return checked.item.finding(
        KIND_OF[written.kind], Sentence.DIFFERS, said=said.text, written=written.text
    )


def _in_place(quantity: Quantity, own: Piece, written: Sequence[Quantity], source: Source) -> bool:
    """Whether the clause has the value, at least as often as the statement."""
    there = sum(same(quantity, other, source) for other in own.quantities)
    if there >= sum(same(quantity, other, source) for other in written) or there > 1:
        return True
    return not there and said_apart(quantity, (own,))


def _alike(one: Quantity, other: Quantity) -> bool:
    if KIND_OF[one.kind] is not KIND_OF[other.kind] or _clock(one) is not _clock(other):
        return False
    return one.unit == other.unit or None in {one.unit, other.unit}


def _moved(part: Part, quantity: Quantity, said: Sequence[Part], source: Source) -> Quantity | None:
    """What was said of the things that ``quantity`` is written for, if it was said of others."""
    holders = [other for other in said if _holds(other, quantity, source)]
    if not holders or any(_shares(part, other, quantity, source) for other in holders):
        return None
    for other in said:
        rival = _rival(part, other, quantity, source)
        if rival is None:
            continue
        if all(_of_another(part, other, holder, quantity, source) for holder in holders):
            return rival
    return None


def _holds(part: Part, quantity: Quantity, source: Source) -> bool:
    return any(same(quantity, other, source) for other in part.quantities)


def _shares(part: Part, said: Part, quantity: Quantity, source: Source) -> bool:
    """Whether anything besides the value itself stands in both parts."""
    return meet(part.keys, said.keys) or any(
        _holds(said, other, source) for other in part.quantities if other is not quantity
    )


def _rival(part: Part, said: Part, quantity: Quantity, source: Source) -> Quantity | None:
    """A value of the same kind said with the same things, and not written with them."""
    if not _shares(part, said, quantity, source):
        return None
    for other in said.quantities:
        alike = _clock(other) is _clock(quantity) and (
            other.unit == quantity.unit or None in {other.unit, quantity.unit}
        )
        if alike and not any(same(own, other, source) for own in part.quantities):
            return other
    return None


def _of_another(part: Part, rival: Part, holder: Part, quantity: Quantity, source: Source) -> bool:
    """Whether the value has a thing of its own: a noun for a noun, a time for a time."""
    if holder.terms and meet(part.keys, rival.keys):
        shared = [term for term in part.terms if meet(term.keys, rival.keys)]
        nouns = any(term.noun for term in shared)
        return any(term.noun or not nouns for term in holder.terms)
    times = [q for q in holder.quantities if _clock(q) and not same(quantity, q, source)]
    timed = any(_clock(q) and _holds(rival, q, source) for q in part.quantities)
    return bool(times) and timed and not _clock(quantity)


def _clock(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.TIME or quantity.hour


def _turned(
    part: Part, quantity: Quantity, said: Sequence[Part], source: Source
) -> Quantity | None:
    """A pair such as 130/80 written the other way round."""
    pair = _pair_at(part, quantity.index)
    if pair is None or pair[0] is not quantity or pair[0].value == pair[1].value:
        return None
    wanted = (pair[0].value, pair[1].value)
    known = [
        found
        for other in said
        for found in (_pair_at(other, own.index) for own in other.quantities)
        if found is not None
    ]
    values = {(first.value, second.value) for first, second in known}
    if wanted in values or wanted[::-1] not in values:
        return None
    return next(first for first, second in known if (second.value, first.value) == wanted)


def _pair_at(part: Part, index: int) -> tuple[Quantity, Quantity] | None:
    found = [quantity for quantity in part.quantities if quantity.index == index]
    return (found[0], found[1]) if len(found) == 2 else None
