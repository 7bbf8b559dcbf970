"""A sheet drafted once more: what may change, what stays, nothing twice, nothing lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dokuhelfer.draft.check import check_draft
from dokuhelfer.draft.model import Draft, DraftField, FieldStatus, Origin, Span, Statement
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.renewing import Renewed
from dokuhelfer.review.session import ReviewSession
from dokuhelfer.review.stops import StopId, StopKind
from dokutest.reviewing import pass_by, session

SAID = "Beobachtung: Sie war blass und müde. Maßnahme: Ich habe ihr einen Tee gebracht."
MODELS = {"ein-modell": "ab" * 32}
OBSERVED = StopId(StopKind.FIELD, "beobachtung")
NOTHING: frozenset[str] = frozenset()


def fresh(reading: ReviewSession, **fields: DraftField) -> Draft:
    """What a model makes of it: these fields otherwise."""
    made = replace(
        reading.draft,
        engine="llm",
        meta=replace(reading.draft.meta, models=MODELS),
        fields={**reading.draft.fields, **fields},
    )
    return check_draft(made, reading.template, reading.state.context)


def by_model(field: DraftField, text: str = "") -> DraftField:
    """The same places in other words."""
    notes = tuple(
        replace(one, text=text or one.text, origin=Origin.LLM) for one in field.statements
    )
    return replace(field, value=text or field.value, statements=notes)


def reworded(reading: ReviewSession) -> Draft:
    return fresh(
        reading, massnahme=by_model(reading.draft.fields["massnahme"], "Ihr wurde Tee gebracht.")
    )


def moved(reading: ReviewSession) -> Draft:
    """The measure goes to what is still to be done."""
    measure = by_model(reading.draft.fields["massnahme"])
    return fresh(reading, massnahme=DraftField(), weiteres_vorgehen=measure)


def value(reading: ReviewSession, field: str) -> object:
    return reading.draft.fields[field].value


def evidence(reading: ReviewSession) -> set[Span]:
    fields = reading.draft.fields.values()
    return {span for field in fields for one in field.statements for span in one.evidence}


def test_what_nobody_decided_is_replaced_in_one_step_and_comes_back() -> None:
    reading = session(SAID)
    before, words = reading.state, evidence(reading)
    assert reading.renew(moved(reading)).replaced == {"massnahme", "weiteres_vorgehen"}
    assert value(reading, "massnahme") is None
    assert value(reading, "weiteres_vorgehen") == before.draft.fields["massnahme"].value
    assert evidence(reading) == words
    assert reading.draft.engine == "llm"
    assert reading.draft.meta.models == MODELS
    reading.undo()
    assert reading.state == before


def test_a_replaced_stop_is_to_be_read_again() -> None:
    reading = session(SAID)
    measure = next(stop.id for stop in reading.stops if "massnahme" in stop.id.field)
    reading.seen(measure)
    reading.renew(reworded(reading))
    assert not reading.stop(measure).seen


def test_what_was_confirmed_stays_confirmed_and_nothing_moves_out_of_it() -> None:
    reading = session(SAID)
    measure = next(stop.id for stop in reading.stops if "massnahme" in stop.id.field)
    pass_by(reading, measure)
    before = reading.state
    for made in (reworded(reading), moved(reading)):
        with pytest.raises(Refused) as caught:
            reading.renew(made)
        assert caught.value.reason is Refusal.NOTHING_OFFERED
    assert reading.state == before
    assert reading.draft.fields["massnahme"].status is FieldStatus.CONFIRMED


def test_beside_what_was_confirmed_the_rest_is_replaced() -> None:
    reading = session(SAID)
    pass_by(reading, OBSERVED)
    made = fresh(
        reading,
        beobachtung=by_model(reading.draft.fields["beobachtung"], "Blass und müde."),
        massnahme=by_model(reading.draft.fields["massnahme"], "Tee gebracht."),
    )
    assert reading.renew(made) == Renewed(replaced=frozenset({"massnahme"}))
    assert reading.stop(OBSERVED).decided
    assert value(reading, "massnahme") == "Tee gebracht."


@pytest.mark.parametrize("how", ["typed", "struck"])
def test_what_a_hand_changed_stays(how: str) -> None:
    reading = session(SAID)
    measure = next(stop.id for stop in reading.stops if "massnahme" in stop.id.field)
    if how == "typed":
        reading.edit("/massnahme", "Ich habe ihr einen warmen Tee gebracht.")
    else:
        reading.seen(measure)
        reading.strike(measure)
    before = reading.state
    with pytest.raises(Refused):
        reading.renew(moved(reading))
    with pytest.raises(Refused):
        reading.renew(reworded(reading))
    assert reading.state == before


def test_what_somebody_reads_is_not_swapped_but_offered() -> None:
    reading = session(SAID)
    before = value(reading, "massnahme")
    result = reading.renew(reworded(reading), {"massnahme"})
    assert result == Renewed(offered=frozenset({"massnahme"}))
    assert value(reading, "massnahme") == before
    assert reading.draft.engine == "rules"
    assert reading.draft.meta.models == {}
    stop = next(one for one in reading.stops if "massnahme" in one.id.field)
    assert stop.offer == "Ihr wurde Tee gebracht."
    reading.take_offer(stop.id)
    assert value(reading, "massnahme") == "Ihr wurde Tee gebracht."
    assert reading.draft.engine == "llm"
    assert reading.draft.meta.models == MODELS


def test_words_that_would_leave_what_somebody_reads_wait() -> None:
    reading = session(SAID)
    before = reading.state
    made = moved(reading)
    for spared in ({"massnahme"}, {"weiteres_vorgehen"}):
        assert reading.renew(made, spared).waiting == {"massnahme", "weiteres_vorgehen"}
        assert reading.state == before
    assert reading.renew(made).replaced == {"massnahme", "weiteres_vorgehen"}


def test_fields_that_pass_words_on_to_each_other_change_together() -> None:
    reading = session(SAID)
    seen, done = (reading.draft.fields[id] for id in ("beobachtung", "massnahme"))
    made = fresh(reading, beobachtung=by_model(done), massnahme=DraftField(),
                 weiteres_vorgehen=by_model(seen))  # fmt: skip
    all_three = {"beobachtung", "massnahme", "weiteres_vorgehen"}
    assert reading.renew(made, {"weiteres_vorgehen"}).waiting == all_three
    pass_by(reading, OBSERVED)
    with pytest.raises(Refused):
        reading.renew(made)
    reading.undo()
    assert reading.renew(made).replaced == all_three


def test_the_same_draft_is_nothing_to_tell() -> None:
    reading = session(SAID)
    with pytest.raises(Refused) as caught:
        reading.renew(reading.draft)
    assert caught.value.reason is Refusal.NOTHING_OFFERED


def test_back_to_the_rules_it_is_no_model_s_draft_any_more() -> None:
    reading = session(SAID)
    quoted = reading.draft
    reading.renew(reworded(reading))
    reading.renew(quoted)
    assert value(reading, "massnahme") == quoted.fields["massnahme"].value
    assert reading.draft.engine == "rules"


def test_a_statement_somebody_answers_for_stays() -> None:
    reading = session(SAID)
    own = Statement("Arzt informiert.", (), Origin.HUMAN)
    draft = replace(
        reading.draft,
        fields={**reading.draft.fields, "weiteres_vorgehen": DraftField(own.text, (own,))},
    )
    other = ReviewSession(draft, reading.template, reading.state.context)
    with pytest.raises(Refused):
        other.renew(fresh(other, weiteres_vorgehen=DraftField()))
