"""Join, split, re-assign: pure, legal moves only, and drafts made anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dokuhelfer.draft.collective import edit
from dokuhelfer.draft.collective.assemble import Collective
from dokuhelfer.draft.collective.edit import Refusal, Refused
from dokuhelfer.draft.collective.model import Cutting
from dokuhelfer.draft.prepared import Prepared

TEXT = "Frau Lind hat gegessen. Sie war müde. Herr Moor hat geschlafen. Der Lifter ist defekt."
Collector = Callable[..., Collective]


@pytest.fixture
def made(collect: Collector) -> Collective:
    return collect(TEXT)


@pytest.fixture
def proposal(made: Collective) -> tuple[Cutting, Prepared]:
    return made.propose()


def cuts(cutting: Cutting) -> list[tuple[str | None, tuple[int, ...]]]:
    return [(cut.person, cut.clauses) for cut in cutting.cuts]


def test_a_clause_moves_to_another_person_and_is_drafted_there(
    made: Collective, proposal: tuple[Cutting, Prepared]
) -> None:
    cutting, prepared = proposal
    moved = edit.reassign(cutting, 1, "Herr Moor", "pflegebericht")
    drafts = made.draft(moved, prepared).drafts
    texts = {
        str(one.fields["person"].value): str(one.fields["beobachtung"].value) for one in drafts
    }
    assert "müde" in texts["Herr Moor"]
    assert "müde" not in texts["Frau Lind"]
    assert cuts(cutting) != cuts(moved)


def test_a_cut_is_split_and_joined_again(proposal: tuple[Cutting, Prepared]) -> None:
    cutting, _ = proposal
    halves = edit.split(cutting, 0, 1)
    assert cuts(halves)[:2] == [("Frau Lind", (0,)), ("Frau Lind", (1,))]
    assert cuts(edit.join(halves, 0, 1)) == cuts(cutting)


def test_a_cut_left_empty_disappears(proposal: tuple[Cutting, Prepared]) -> None:
    cutting, _ = proposal
    last = cutting.cuts[-1]
    moved = cutting
    for clause in last.clauses:
        moved = edit.reassign(moved, clause, "Frau Lind", "pflegebericht")
    assert {cut.person for cut in moved.cuts} == {"Frau Lind"}


@pytest.mark.parametrize(
    ("move", "reason"),
    [
        (lambda c: edit.join(c, 0, 1), Refusal.OTHER_PERSON),
        (lambda c: edit.join(c, 0, 0), Refusal.SAME_CUT),
        (lambda c: edit.join(c, 0, 9), Refusal.NO_SUCH_CUT),
        (lambda c: edit.split(c, 0, 0), Refusal.NOTHING_BEFORE),
        (lambda c: edit.split(c, 0, 2), Refusal.NO_SUCH_CLAUSE),
        (lambda c: edit.reassign(c, 99, None, "freitext"), Refusal.NO_SUCH_CLAUSE),
        (lambda c: edit.reassign(c, 0, "Frau Lind", "pflegebericht"), Refusal.ALREADY_THERE),
    ],
)
def test_illegal_moves_are_refused(
    move: Callable[[Cutting], Cutting], reason: Refusal, proposal: tuple[Cutting, Prepared]
) -> None:
    with pytest.raises(Refused) as refused:
        move(proposal[0])
    assert refused.value.reason is reason


def test_handing_over_leaves_what_another_cut_holds(collect: Collector) -> None:
    cutting, _ = collect(
        "Frau Kern und Herr Wolf haben gestritten. Herr Wolf hat geschlafen."
    ).propose()
    held = {cut.person: cut.clauses for cut in cutting.cuts}
    kern = [cut.person for cut in cutting.cuts].index("Frau Kern")
    moved = edit.hand_over(cutting, kern, held["Frau Kern"], "Frau Neu", "pflegebericht")
    assert {cut.person: cut.clauses for cut in moved.cuts} == {
        "Frau Neu": held["Frau Kern"],
        "Herr Wolf": held["Herr Wolf"],
    }
    owners = {moved.persons[own].label for own in moved.owners[0]}
    assert owners == {"Frau Neu", "Herr Wolf"}
    new = [cut.person for cut in moved.cuts].index("Frau Neu")
    with pytest.raises(Refused):
        edit.hand_over(moved, new, (99,), None, "pflegebericht")
    back = edit.hand_over(moved, new, held["Frau Kern"], "Herr Wolf", "pflegebericht")
    assert [cut.person for cut in back.cuts] == ["Herr Wolf"]
