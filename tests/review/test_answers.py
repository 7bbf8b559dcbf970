"""The digits: what 1 to 4 do at a finding of each kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dokuhelfer.draft.check import check_draft
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import make_draft
from dokuhelfer.draft.llm import LlmEngine
from dokuhelfer.draft.model import Draft, FieldStatus, Origin
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.effects import Effect
from dokuhelfer.review.session import ReviewSession
from dokuhelfer.review.stops import Answer, Stop, StopState, Topic, Why
from dokuhelfer.transcript.json import from_text
from dokutest.languages import Scripted
from dokutest.reviewing import NOW, read_all, session, with_invented, with_wrong


def disputed(reading: ReviewSession) -> Stop:
    """The first stop with an open finding, seen."""
    stop = next(stop for stop in reading.stops if stop.dispute is not None)
    reading.seen(stop.id)
    return reading.stop(stop.id)


def refused(move: Callable[[], object]) -> Refusal:
    with pytest.raises(Refused) as caught:
        move()
    return caught.value.reason


@pytest.mark.parametrize(
    ("said", "good", "wrong", "topic"),
    [
        ("Schmerzen im linken Knie.", "linken", "rechten", Topic.LATERALITY),
        ("Trinkmenge 350 ml am Vormittag.", "350", "530", Topic.NUMBER),
        ("Um 14 Uhr hat sie erbrochen, um 15 Uhr nochmal.", "15:00", "17:00", Topic.TIME),
        ("Novalgin 20 Tropfen gegeben.", "Novalgin", "Tavor", Topic.MEDICATION),
        ("Kein Fieber, die Haut ist intakt.", "Kein Fieber", "Fieber", Topic.NEGATION_LOST),
        ("Die Tochter rufe ich morgen an.", "rufe ich morgen an", "habe ich angerufen", None),
    ],
)
def test_one_puts_in_what_was_said(said: str, good: str, wrong: str, topic: Topic | None) -> None:
    reading = with_wrong({good: wrong}, f"Frau Kern. Hat gut geschlafen. {said}")
    stop = disputed(reading)
    assert stop.dispute is not None
    assert stop.blocked
    assert topic in (stop.dispute.topic, None)
    before = reading.state
    reading.answer(stop.id, 1)
    after = reading.stop(stop.id)
    assert good in " ".join(part.text for part in after.parts)
    assert not after.blocked
    assert not after.seen
    read_all(reading)
    reading.undo()
    while reading.state != before:
        reading.undo()


def test_a_typed_value_becomes_the_dictated_one() -> None:
    said = "Vitalwerte Frau Kern. Blutdruck 136 zu 85, Puls 72, Temperatur 37,2."
    good = session(said, "vitalwerte")
    puls = replace(good.draft.fields["puls"], value=27)
    reading = rechecked(good, replace(good.draft, fields={**good.draft.fields, "puls": puls}))
    stop = disputed(reading)
    assert stop.dispute is not None
    assert stop.dispute.choices[0].text == "72"
    reading.answer(stop.id, 1)
    assert reading.draft.fields["puls"].value == 72
    assert not reading.stop(stop.id).blocked


def rechecked(good: ReviewSession, wrong: Draft) -> ReviewSession:
    draft = check_draft(wrong, good.template, good.state.context)
    return ReviewSession(draft, good.template, good.state.context)


def test_what_nobody_said_cannot_be_as_dictated() -> None:
    reading = with_invented("massnahme", "Der Hausarzt wurde verständigt.")
    stop = disputed(reading)
    assert stop.dispute is not None
    first = stop.dispute.choices[0]
    assert (first.answer, first.why_not) == (Answer.AS_DICTATED, Why.NOTHING_DICTATED)
    assert refused(lambda: reading.answer(stop.id, 1)) is Refusal.NOT_HERE


def test_two_opens_the_editor_and_changes_nothing() -> None:
    reading = with_wrong({"linken": "rechten"})
    stop = disputed(reading)
    before = reading.state
    result = reading.answer(stop.id, 2)
    assert (result.effect, result.path) == (Effect.EDIT, "/beobachtung")
    assert reading.state == before


def test_three_strikes_the_statement_and_leaves_the_others() -> None:
    reading = with_invented("massnahme", "Der Hausarzt wurde verständigt.")
    stop = disputed(reading)
    reading.answer(stop.id, 3)
    assert reading.draft.fields["massnahme"].value == "Kühlpack aufgelegt, 20 Minuten."
    assert not reading.stop(stop.id).decided


def test_three_with_nothing_left_decides_the_stop() -> None:
    reading = with_invented("information_an", "Der Hausarzt wurde verständigt.")
    stop = disputed(reading)
    reading.answer(stop.id, 3)
    assert reading.stop(stop.id).state is StopState.REJECTED
    assert reading.stop(stop.id).parts[0].struck
    assert reading.draft.fields["information_an"].status is FieldStatus.REJECTED
    read_all(reading)
    assert reading.sign_off("MK", NOW).release


def test_four_makes_it_the_persons_own_and_lets_it_pass() -> None:
    reading = with_invented("massnahme", "Der Hausarzt wurde verständigt.")
    stop = disputed(reading)
    reading.answer(stop.id, 4)
    last = reading.draft.fields["massnahme"].statements[-1]
    assert (last.origin, last.evidence, last.added) == (Origin.HUMAN, (), True)
    after = reading.stop(stop.id)
    assert not after.blocked
    assert after.parts[0].statements[-1].added
    read_all(reading)
    assert reading.sign_off("MK", NOW).release
    assert last.findings or reading.draft.findings  # what the check says of it is still known


def test_what_was_added_is_disputed_again_once_it_is_reworded() -> None:
    reading = with_invented("wirkung", "Der Hausarzt wurde verständigt.")
    stop = disputed(reading)
    reading.answer(stop.id, 4)
    reading.edit("/wirkung", "Der Hausarzt wurde um 23 Uhr verständigt.")
    assert reading.stop(stop.id).blocked


def test_digits_without_a_finding_or_beyond_the_choices_are_refused() -> None:
    reading = with_wrong({"linken": "rechten"})
    stop = disputed(reading)
    assert refused(lambda: reading.answer(stop.id, 5)) is Refusal.NO_SUCH_CHOICE
    calm = next(other for other in reading.stops if other.dispute is None)
    assert refused(lambda: reading.answer(calm.id, 1)) is Refusal.NO_SUCH_CHOICE


def test_another_persons_fact_is_anonymised_kept_or_given_away() -> None:
    said = "Frau Kern hat gut geschlafen. Herr Wolf hat Fieber."
    base = session(said, context=Context(person="Frau Kern", recorded=NOW))
    fields = dict(base.draft.fields)
    moved = fields["nicht_zugeordnet"].statements
    assert moved, "the rules keep another person's fact out of the fields"
    text = "Hat Fieber."
    old = fields["beobachtung"]
    made = (*old.statements, replace(moved[0], text=text))
    fields["beobachtung"] = replace(old, value=f"{old.value} {text}", statements=made)
    reading = rechecked(base, replace(base.draft, fields=fields))
    stop = disputed(reading)
    assert stop.dispute is not None
    assert stop.dispute.topic is Topic.PERSON
    answers = [choice.answer for choice in stop.dispute.choices]
    assert answers == [Answer.FELLOW, Answer.BELONGS_HERE, Answer.OWN_ENTRY]
    reading.answer(stop.id, 1)
    assert "Mitbewohner/in: Hat Fieber." in str(reading.draft.fields["beobachtung"].value)
    assert not reading.stop(stop.id).blocked
    reading.undo()
    reading.answer(stop.id, 2)
    assert not reading.stop(stop.id).blocked
    reading.undo()
    result = reading.answer(stop.id, 3)
    assert result.effect is Effect.OWN_ENTRY
    assert "Herr Wolf hat Fieber" in result.text
    assert "Fieber" not in str(reading.draft.fields["beobachtung"].value)


def test_an_open_time_is_chosen_or_kept() -> None:
    reading = session("Frau Kern, um halb acht Schmerzen im Knie.", context=Context())
    stop = disputed(reading)
    assert stop.dispute is not None
    assert stop.dispute.topic is Topic.TIME_OPEN
    assert not stop.blocked
    reading.answer(stop.id, 2)
    assert "19:30" in str(reading.draft.fields["beobachtung"].value)
    assert reading.stop(stop.id).dispute is None


def test_another_value_of_the_dictation_is_never_taken_for_the_dictated_one() -> None:
    said = "Frau Kern. Getrunken hat sie 350 ml am Vormittag. Gegessen hat sie 2 Brote."
    reading = with_wrong({"2 Brote": "5 Brote"}, said)
    stop = disputed(reading)
    reading.answer(stop.id, 1)
    assert "Gegessen hat sie 2 Brote." in str(reading.draft.fields["beobachtung"].value)


def test_one_of_several_statements_with_the_same_evidence_quotes_its_own_words_only() -> None:
    good = session("Frau Kern. Hat gut geschlafen. Kein Fieber. Schmerzen im linken Knie.")
    old = good.draft.fields["beobachtung"]
    spans = tuple(span for one in old.statements for span in one.evidence)
    made = tuple(
        replace(one, text=one.text.replace("Kein Fieber", "Fieber"), evidence=spans)
        for one in old.statements
    )
    text = " ".join(one.text for one in made)
    fields = {**good.draft.fields, "beobachtung": replace(old, value=text, statements=made)}
    reading = rechecked(good, replace(good.draft, fields=fields))
    stop = disputed(reading)
    reading.answer(stop.id, 1)
    assert reading.draft.fields["beobachtung"].value == old.value


def test_a_sentence_that_was_quoted_after_all_says_so_and_asks_nothing() -> None:
    def told(line: str, near: str) -> str:
        return "Sie ist gestürzt und hat geweint."

    language = Scripted(lambda line, options: len(options) - 1, told)
    template = load_template("pflegebericht")
    said = from_text("Frau Lorenz hat schlecht geschlafen.")
    made = make_draft(said, template, Context(), LlmEngine(language, phrases=True))
    reading = ReviewSession(made, template, Context())
    kept = [one for one in reading.stops if one.dispute is not None]
    assert [one.dispute.topic for one in kept if one.dispute] == [Topic.KEPT]
    assert all(not one.dispute.choices and not one.blocked for one in kept if one.dispute)
