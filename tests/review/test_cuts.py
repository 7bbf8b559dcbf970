"""The cuts of a Sammeldiktat: joined, split, given to somebody else, and all of it undone."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from dokuhelfer.draft.collective.assemble import Collective
from dokuhelfer.draft.collective.edit import Refusal, Refused
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.review import cuts_saved
from dokuhelfer.review.cuts import CutSession
from dokuhelfer.transcript.json import from_text
from dokutest.reviewing import NOW

ROUND = (
    "Frau Kern hat gut geschlafen. Sie hat gefrühstückt. "
    "Herr Wolf hatte Schmerzen im Knie. Er hat ein Kühlpack bekommen."
)


@pytest.fixture
def cuts() -> CutSession:
    templates = {id: load_template(id) for id in ("pflegebericht", "vitalwerte")}
    collective = Collective(from_text(ROUND), templates, Context(recorded=NOW), RulesEngine(), {})
    return CutSession(collective)


def refused(move: Callable[[], object]) -> Refusal:
    with pytest.raises(Refused) as caught:
        move()
    return caught.value.reason


def people(cuts: CutSession) -> list[str | None]:
    return [entry.person for entry in cuts.entries]


def test_the_proposal_is_shown_with_its_words(cuts: CutSession) -> None:
    assert people(cuts) == ["Frau Kern", "Herr Wolf"]
    assert "Schmerzen im Knie" in cuts.entries[1].text
    assert not cuts.ready
    cuts.fits(0)
    assert [entry.confirmed for entry in cuts.entries] == [True, False]
    cuts.fits_all()
    assert cuts.ready


def test_an_entry_is_split_and_its_half_given_to_somebody_else(cuts: CutSession) -> None:
    before = cuts.state
    cuts.fits_all()
    clause = cuts.entries[1].pieces[-1].number
    cuts.split(1, clause)
    cuts.give_to(2, "Frau Adam")
    assert people(cuts) == ["Frau Kern", "Herr Wolf", "Frau Adam"]
    assert [entry.confirmed for entry in cuts.entries] == [True, False, False]
    persons = [draft.fields["person"].value for draft in cuts.drafts().drafts]
    assert "Frau Kern" in persons
    after = cuts.state
    for _ in range(3):
        cuts.undo()
    assert cuts.state == before
    for _ in range(3):
        cuts.redo()
    assert cuts.state == after


def test_a_border_moves_clause_by_clause(cuts: CutSession) -> None:
    first = cuts.entries[0].pieces
    cuts.shift_border(0, later=False)
    assert cuts.entries[0].pieces == first[:-1]
    cuts.shift_border(0, later=True)
    assert cuts.entries[0].pieces == first


def test_a_border_moves_word_by_word_and_back(cuts: CutSession) -> None:
    cuts.fits_all()
    first, second = (entry.text for entry in cuts.entries)
    cuts.shift_border_by_word(0, later=False)
    assert [entry.text for entry in cuts.entries] == [
        "Frau Kern hat gut geschlafen. Sie hat", f"gefrühstückt. {second}",
    ]  # fmt: skip
    cuts.shift_border_by_word(0, later=False)
    assert cuts.entries[0].text.endswith("geschlafen. Sie")
    assert not any(entry.confirmed for entry in cuts.entries)
    for _ in range(2):
        cuts.shift_border_by_word(0, later=True)
    assert [entry.text for entry in cuts.entries] == [first, second]
    for _ in range(4):
        cuts.undo()
    assert [entry.confirmed for entry in cuts.entries] == [True, True]


def test_a_name_or_a_time_moves_as_one() -> None:
    templates = {"pflegebericht": load_template("pflegebericht")}
    said = "Frau Kern hat gut geschlafen. Herr Wolf hatte um 7 Uhr 30 Schmerzen im Knie."
    cuts = CutSession(Collective(from_text(said), templates, Context(), RulesEngine(), {}))
    cuts.shift_border_by_word(0, later=True)
    assert cuts.entries[0].text.endswith("Herr Wolf")
    for _ in range(3):
        cuts.shift_border_by_word(0, later=True)
    assert "7:30" in cuts.entries[0].text.replace("07:30", "7:30") + said[:0] or (
        cuts.entries[0].text.endswith("7 Uhr 30")
    )


def test_words_behind_a_moved_border_are_drafted_for_the_other_person(cuts: CutSession) -> None:
    for _ in range(2):
        cuts.shift_border_by_word(0, later=False)
    own = [one.draft.transcript.segments[0].text for one in cuts.drafts_apart()]
    assert "gefrühstückt" not in own[0]
    assert "gefrühstückt" in own[1]
    assert "Schmerzen" not in own[0]


def test_moved_words_are_put_away_and_taken_up(cuts: CutSession) -> None:
    proposed = cuts.state.cutting
    cuts.shift_border_by_word(0, later=False)
    cuts.fits(1)
    kept = cuts_saved.to_json(cuts.state)
    kinds = frozenset({"pflegebericht", "vitalwerte"})
    again = cuts_saved.from_json(json.loads(json.dumps(kept)), proposed, kinds)
    assert again is not None
    other = CutSession(cuts._collective)
    other.take_up(again)
    assert [(one.text, one.confirmed) for one in other.entries] == [
        (one.text, one.confirmed) for one in cuts.entries
    ]


def test_a_kind_is_changed_for_a_whole_entry(cuts: CutSession) -> None:
    cuts.make_kind(0, "vitalwerte")
    assert cuts.entries[0].kind == "vitalwerte"
    assert refused(lambda: cuts.make_kind(0, "unbekannt")) is Refusal.NO_SUCH_KIND


@pytest.mark.parametrize(
    "change",
    [
        lambda cuts: cuts.give_to(0, "Frau Neu"),
        lambda cuts: cuts.make_kind(0, "vitalwerte"),
        lambda cuts: cuts.shift_border(0, later=False),
    ],
)
def test_what_is_said_of_two_persons_stays_with_the_second_when_the_first_entry_changes(
    change: Callable[[CutSession], None],
) -> None:
    templates = {id: load_template(id) for id in ("pflegebericht", "vitalwerte")}
    said = (
        "Frau Kern hat gut geschlafen. Frau Kern und Herr Wolf haben gestritten. "
        "Herr Wolf hatte Schmerzen im Knie."
    )
    cuts = CutSession(Collective(from_text(said), templates, Context(), RulesEngine(), {}))
    assert ["gestritten" in entry.text for entry in cuts.entries] == [True, True]
    change(cuts)
    (wolf,) = [entry for entry in cuts.entries if entry.person == "Herr Wolf"]
    assert "gestritten" in wolf.text
    drafts = {own.context.person: own.draft for own in cuts.drafts_apart()}
    assert "gestritten" in drafts["Herr Wolf"].transcript.segments[0].text
    cuts.undo()
    assert people(cuts) == ["Frau Kern", "Herr Wolf"]


def test_two_persons_never_become_one_entry_and_a_refused_move_is_no_step(
    cuts: CutSession,
) -> None:
    before = cuts.state
    assert refused(lambda: cuts.join(0, 1)) is Refusal.OTHER_PERSON
    assert refused(lambda: cuts.split(7, 0)) is Refusal.NO_SUCH_CUT
    assert refused(lambda: cuts.shift_border(1, later=True)) is Refusal.NO_SUCH_CUT
    cuts.undo()
    assert cuts.state == before


def test_what_belongs_to_nobody_has_to_be_decided_before_all_is_ready() -> None:
    templates = {"pflegebericht": load_template("pflegebericht")}
    said = f"{ROUND} Frau Kern und Frau Lang haben gelacht. Sie war müde."
    cuts = CutSession(Collective(from_text(said), templates, Context(), RulesEngine(), {}))
    cuts.fits_all()
    assert not cuts.ready
    assert refused(lambda: cuts.leave_out(0)) is Refusal.NO_SUCH_CLAUSE
    cuts.leave_out(cuts.undecided[0])
    assert cuts.ready
    cuts.undo()
    assert not cuts.ready
    cuts.place(cuts.undecided, "Herr Wolf", "pflegebericht")
    assert cuts.nowhere == ()
    drafts = cuts.drafts_apart()
    assert drafts[1].context.person == "Herr Wolf"
    assert "Sie war müde." in drafts[1].draft.transcript.segments[0].text
