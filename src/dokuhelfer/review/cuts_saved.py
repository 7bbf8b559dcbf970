"""The cuts of a Sammeldiktat put away and taken up again: what was decided stays so.

The text holds the whole dictation, as `review.saved` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dokuhelfer.draft.collective.finer import parted, places_in
from dokuhelfer.draft.collective.model import Cut, Cutting, Person
from dokuhelfer.review.cuts import CutState

FORMAT = "dokuhelfer.cuts/1"


def to_json(state: CutState) -> dict[str, object]:
    """The cuts and what was decided about them; no undo."""
    cutting = state.cutting
    return {
        "format": FORMAT,
        "pieces": _texts(cutting),
        "persons": [one.label for one in cutting.persons],
        "owners": [list(own) for own in cutting.owners],
        "cuts": [
            {"person": cut.person, "kind": cut.kind, "clauses": list(cut.clauses),
             "confirmed": cut in state.confirmed}
            for cut in cutting.cuts
        ],
        "parted": [list(one) for one in cutting.parted],
        "left_out": sorted(state.left_out),
    }  # fmt: skip


def from_json(value: object, proposed: Cutting, kinds: frozenset[str]) -> CutState | None:
    """The state as it was put away.

    None where it fits no more: the dictation is cut into other pieces by now, a template is
    gone, or `to_json` did not write it. The cuts are then looked at anew.

    Args:
        proposed: the cuts of the same dictation as they are made now.
        kinds: ids of the templates at hand.
    """
    try:
        return _state(value, proposed, kinds)  # type: ignore[arg-type]
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _state(value: Mapping[str, Any], proposed: Cutting, kinds: frozenset[str]) -> CutState:
    if value["format"] != FORMAT:
        raise ValueError
    for number, at in value.get("parted", ()):
        proposed = _parted(proposed, int(number), int(at))
    if value["pieces"] != _texts(proposed):
        raise ValueError
    rows = [(_cut(one, proposed, kinds), bool(one["confirmed"])) for one in value["cuts"]]
    persons = _persons(value["persons"], proposed)
    owners = tuple(tuple(int(index) for index in own) for own in value["owners"])
    known = range(len(persons))
    if len(owners) != len(proposed.pieces) or any(n not in known for own in owners for n in own):
        raise ValueError
    cuts = tuple(cut for cut, _ in rows)
    cutting = replace(proposed, persons=persons, owners=owners, cuts=cuts)
    left_out = frozenset(value["left_out"]) & frozenset(cutting.unassigned())
    return CutState(cutting, frozenset(cut for cut, fits in rows if fits), left_out)


def _parted(cutting: Cutting, number: int, at: int) -> Cutting:
    if not 0 <= number < len(cutting.pieces) or at not in places_in(cutting.pieces[number]):
        raise ValueError
    return parted(cutting, number, at)


def _texts(cutting: Cutting) -> list[str]:
    return [piece.clause.text for piece in cutting.pieces]


def _persons(labels: list[str], proposed: Cutting) -> tuple[Person, ...]:
    """Those of the dictation and, behind them, those somebody added."""
    known = [one.label for one in proposed.persons]
    if labels[: len(known)] != known:
        raise ValueError
    return (*proposed.persons, *(Person(str(label), None) for label in labels[len(known) :]))


def _cut(row: Mapping[str, Any], proposed: Cutting, kinds: frozenset[str]) -> Cut:
    person, clauses = row["person"], tuple(int(number) for number in row["clauses"])
    possible = range(len(proposed.pieces))
    if row["kind"] not in kinds or not clauses or any(n not in possible for n in clauses):
        raise ValueError
    return Cut(None if person is None else str(person), str(row["kind"]), clauses)
