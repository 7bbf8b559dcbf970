"""Typing, speaking into a field, the last stop, drafting again, versions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Draft, Origin, Span, Statement
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.draft.template.model import Template
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.layout import LEFT_OVER
from dokuhelfer.review.session import ReviewSession
from dokuhelfer.review.signed import Signed, VersionKind
from dokuhelfer.review.signing import empty_draft
from dokuhelfer.review.stops import Fate, Line, StopId, StopKind
from dokuhelfer.transcript.json import from_text
from dokuhelfer.transcript.model import Skipped, SkipReason, Transcript
from dokutest.reviewing import NOW, pass_by, read_all, redraft, session

OBSERVATION = StopId(StopKind.FIELD, "beobachtung")
MEASURE = StopId(StopKind.GROUP, "massnahme")


def refused(move: Callable[[], object]) -> Refusal:
    with pytest.raises(Refused) as caught:
        move()
    return caught.value.reason


# --- typing ---------------------------------------------------------------------------------


def test_only_the_sentence_that_was_typed_over_is_the_persons() -> None:
    reading = session()
    before = reading.draft.fields["beobachtung"].statements
    text = str(reading.draft.fields["beobachtung"].value)
    reading.edit("/beobachtung", text.replace("Kein Fieber.", "Kein Fieber gehabt."))
    after = reading.draft.fields["beobachtung"].statements
    assert after[0].origin is before[0].origin
    assert after[0].evidence == before[0].evidence
    changed = next(one for one in after if "gehabt" in one.text)
    assert changed.origin is Origin.HUMAN
    assert changed.evidence
    assert reading.draft.fields["beobachtung"].value == " ".join(one.text for one in after)


def test_an_edit_is_checked_at_once() -> None:
    reading = session()
    reading.edit("/massnahme", "Kühlpack aufgelegt, 40 Minuten.")
    assert reading.stop(MEASURE).blocked
    reading.edit("/massnahme", "Kühlpack aufgelegt, 20 Minuten.")
    assert not reading.stop(MEASURE).blocked


def test_an_empty_field_is_typed_into_and_an_emptied_one_goes() -> None:
    reading = session()
    reading.edit("/aeusserung", "Kein Fieber.")
    assert StopId(StopKind.FIELD, "aeusserung") in {stop.id for stop in reading.stops}
    reading.edit("/aeusserung", " ")
    assert reading.draft.fields["aeusserung"].value is None


def test_values_are_read_and_what_is_none_is_refused() -> None:
    reading = session()
    reading.edit("/uhrzeit", "7 Uhr 45")
    assert reading.draft.fields["uhrzeit"].value == "07:45"
    assert refused(lambda: reading.edit("/uhrzeit", "morgens")) is Refusal.NO_VALUE
    assert refused(lambda: reading.edit("/uhrzeit/0/x", "7")) is Refusal.NOT_HERE
    assert refused(lambda: reading.edit("/gibtsnicht", "7")) is Refusal.NOT_HERE
    assert refused(lambda: reading.edit("/uhrzeit", "745")) is Refusal.SAME_WORDS


def test_a_corrected_name_is_offered_for_the_word_list() -> None:
    reading = session("Frau Aktschen hat gut geschlafen.")
    result = reading.edit("/person", "Frau Akşen")
    assert result.remember is not None
    assert (result.remember.heard, result.remember.word) == ("Aktschen", "Akşen")
    assert reading.edit("/beobachtung", "Hat schlecht geschlafen.").remember is None


# --- speaking into a field ------------------------------------------------------------------


def test_what_is_spoken_into_a_field_stands_behind_and_has_evidence() -> None:
    reading = session()
    pass_by(reading, MEASURE)
    reading.dictate("/massnahme", from_text("äh dazu das Knie hochgelagert zehn Minuten"))
    field = reading.draft.fields["massnahme"]
    assert field.value == "Kühlpack aufgelegt, 20 Minuten. Dazu das Knie hochgelagert 10 Minuten."
    new = field.statements[-1]
    assert {span.segment for span in new.evidence} == {1}
    stop = reading.stop(MEASURE)
    assert not stop.seen
    assert not stop.blocked
    assert stop.evidence is not None
    assert "hochgelagert zehn Minuten" in stop.evidence.words.text


def test_it_may_stand_instead_and_fill_values_and_empty_fields() -> None:
    reading = session()
    reading.dictate("/massnahme", from_text("Knie gekühlt."), instead=True)
    assert reading.draft.fields["massnahme"].value == "Knie gekühlt."
    reading.dictate("/uhrzeit", from_text("um viertel vor acht"))
    assert reading.draft.fields["uhrzeit"].value == "07:45"
    reading.dictate("/wirkung", from_text("Danach ging es besser."))
    assert reading.draft.fields["wirkung"].value == "Danach ging es besser."
    assert refused(lambda: reading.dictate("/massnahme", from_text(" "))) is Refusal.NO_VALUE
    assert refused(lambda: reading.dictate("/uhrzeit", from_text("ganz früh"))) is Refusal.NO_VALUE


def test_what_is_set_back_is_there_again_one_step_back_and_is_to_be_read() -> None:
    reading = session()
    pass_by(reading, MEASURE)
    before, steps = reading.state, reading.steps
    reading.dictate("/massnahme", from_text("Knie hochgelagert."))
    reading.set_back(before)
    assert reading.state == before
    assert reading.stop(MEASURE).decided
    assert reading.steps == steps + 2
    reading.undo()
    assert "hochgelagert" in str(reading.draft.fields["massnahme"].value)
    assert not reading.stop(MEASURE).decided
    reading.redo()
    assert reading.state == before


# --- the last stop --------------------------------------------------------------------------


def with_left_over() -> ReviewSession:
    """A draft from which a sentence is missing, and a second without text."""
    good = session("Frau Kern. Hat gut geschlafen. Im Bad oben tropft der Wasserhahn.")
    field = good.draft.fields["beobachtung"]
    kept = tuple(one for one in field.statements if "tropft" not in one.text)
    fields = {
        id: replace(content, value=" ".join(one.text for one in kept), statements=kept)
        if id == "beobachtung"
        else replace(content, value=None, statements=())
        if any("tropft" in one.text for one in content.statements)
        else content
        for id, content in good.draft.fields.items()
    }
    skipped = (Skipped(34.0, 37.0, SkipReason.LOW_CONFIDENCE),)
    transcript = replace(good.draft.transcript, skipped=skipped)
    draft = good.dictation.checked(replace(good.draft, fields=fields, transcript=transcript))
    return ReviewSession(draft, good.template, good.state.context)


def test_what_stands_in_no_field_and_sound_without_text_end_the_reading() -> None:
    reading = with_left_over()
    last = reading.stops[-1]
    assert last.id == LEFT_OVER
    assert "tropft der Wasserhahn" in last.lines[0].text
    assert (last.lines[-1].seconds, last.lines[-1].reason) == (
        (34.0, 37.0),
        SkipReason.LOW_CONFIDENCE,
    )
    for stop in reading.stops[:-1]:
        pass_by(reading, stop.id)
    assert refused(lambda: reading.sign_off("MK", NOW)) is Refusal.UNDECIDED_LEFT
    pass_by(reading, LEFT_OVER)
    assert reading.sign_off("MK", NOW).release


def test_words_left_out_once_are_another_line_when_they_are_said_again() -> None:
    reading = with_left_over()
    reading.add_said(from_text("irgendwann ganz früh"))
    number = next(n for n, one in enumerate(lines_of(reading)) if "ganz früh" in one.text)
    reading.leave_out(number)
    reading.add_said(from_text("irgendwann ganz früh"))
    fates = [one.fate for one in lines_of(reading) if "ganz früh" in one.text]
    assert fates == [Fate.LEFT_OUT, Fate.OPEN]


def test_words_typed_for_no_part_stay_whatever_is_drafted_again() -> None:
    reading = session()
    reading.add_typed("  kurz vor\ndem Essen ")
    reading.add_typed(" ")
    assert [one.text for one in lines_of(reading)] == ["kurz vor dem Essen"]
    other = load_template("vitalwerte")
    reading.change(redraft, template=other)
    reading.change(redraft, context=Context(person="Frau Kern"))
    assert [one.text for one in lines_of(reading) if "Essen" in one.text] == ["kurz vor dem Essen"]


def lines_of(reading: ReviewSession) -> tuple[Line, ...]:
    return reading.stop(LEFT_OVER).lines


def test_a_line_goes_into_a_field_out_or_into_an_entry_of_its_own() -> None:
    reading = with_left_over()
    lines = len(reading.stop(LEFT_OVER).lines)
    reading.leave_out(0)
    assert reading.stop(LEFT_OVER).lines[0].fate is Fate.LEFT_OUT
    result = reading.own_entry(0)
    assert "tropft" in result.text
    assert reading.stop(LEFT_OVER).lines[0].fate is Fate.OWN_ENTRY
    reading.assign(0, "/weiteres_vorgehen")
    assert "tropft" in str(reading.draft.fields["weiteres_vorgehen"].value)
    assert len(reading.stop(LEFT_OVER).lines) < lines
    assert refused(lambda: reading.assign(9, "/massnahme")) is Refusal.NOT_HERE
    assert refused(lambda: reading.assign(0, "/uhrzeit")) is Refusal.NOT_HERE


# --- drafting again -------------------------------------------------------------------------


def other_wording(transcript: Transcript, template: Template, context: Context) -> Draft:
    """As another engine would word it."""
    draft = redraft(transcript, template, context)
    old = draft.fields["massnahme"]
    text = "Kühlpack für 20 Minuten aufgelegt."
    made = (Statement(text, old.statements[0].evidence, Origin.LLM),)
    return replace(
        draft, fields={**draft.fields, "massnahme": replace(old, value=text, statements=made)}
    )


def test_another_wording_is_offered_and_never_swapped() -> None:
    reading = session()
    pass_by(reading, MEASURE)
    reading.redraft(other_wording)
    stop = reading.stop(MEASURE)
    assert stop.offer == "Kühlpack für 20 Minuten aufgelegt."
    assert stop.decided
    assert stop.parts[0].text == "Kühlpack aufgelegt, 20 Minuten."
    reading.decline_offer(MEASURE)
    assert reading.stop(MEASURE).offer is None
    assert refused(lambda: reading.take_offer(MEASURE)) is Refusal.NOTHING_OFFERED
    reading.undo()
    reading.take_offer(MEASURE)
    stop = reading.stop(MEASURE)
    assert stop.parts[0].text == "Kühlpack für 20 Minuten aufgelegt."
    assert not stop.seen
    assert not stop.decided
    assert refused(lambda: reading.redraft(redraft, "gibtsnicht")) is Refusal.UNKNOWN_FIELD


def test_another_template_or_person_keeps_what_was_typed() -> None:
    reading = session()
    reading.edit("/massnahme", "Kühlpack aufgelegt, 20 Minuten, Tee gebracht.")
    context = replace(reading.state.context, person="Frau Adam")
    reading.change(redraft, context=context)
    assert "Tee gebracht" in str(reading.draft.fields["massnahme"].value)
    assert reading.draft.fields["person"].value == "Frau Adam"
    reading.change(redraft, template=load_template("freitext"))
    texts = [str(field.value) for field in reading.draft.fields.values()]
    assert any("Tee gebracht" in text for text in texts)
    reading.undo()
    reading.undo()
    assert reading.draft.fields["person"].value == "Frau Lindemann"


# --- versions -------------------------------------------------------------------------------


def signed_once() -> tuple[ReviewSession, Signed]:
    reading = session()
    read_all(reading)
    return reading, reading.sign_off("MK", NOW)


def test_a_correction_is_a_new_version_beside_the_old_one() -> None:
    reading, first = signed_once()
    again = ReviewSession(
        first.draft, reading.template, reading.state.context,
        before=reading.versions, kind=VersionKind.CORRECTION,
    )  # fmt: skip
    assert again.progress.ready
    assert refused(lambda: again.sign_off("MK", NOW)) is Refusal.SAME_WORDS
    again.edit("/massnahme", "Kühlpack aufgelegt, 30 Minuten.")
    assert [stop.id for stop in again.stops if not stop.decided] == [MEASURE]
    assert not again.stop(MEASURE).blocked
    pass_by(again, MEASURE)
    second = again.sign_off("TB", NOW)
    assert (second.number, second.kind) == (2, VersionKind.CORRECTION)
    assert again.versions == (first, second)
    assert first.release.covers(first.draft)
    assert not first.release.covers(second.draft)


def test_an_addendum_is_a_late_entry_for_the_same_day() -> None:
    reading, first = signed_once()
    sheet = empty_draft(reading.template, reading.state.context)
    late = ReviewSession(
        sheet, reading.template, reading.state.context,
        before=(first,), kind=VersionKind.ADDENDUM,
    )  # fmt: skip
    assert (late.draft.head.late, late.draft.head.date) == (True, first.draft.head.date)
    late.edit("/person", "Frau Lindemann")
    late.edit("/beobachtung", "Um 9 Uhr war das Knie abgeschwollen.")
    read_all(late)
    assert late.sign_off("MK", NOW).kind is VersionKind.ADDENDUM


def test_a_sheet_nobody_dictated_can_be_typed_and_signed_but_not_empty() -> None:
    template, context = load_template("freitext"), Context(recorded=NOW)
    reading = ReviewSession(empty_draft(template, context), template, context)
    for stop in reading.stops:
        pass_by(reading, stop.id)
    assert refused(lambda: reading.sign_off("MK", NOW)) is Refusal.NOTHING_SAID
    text = next(field.id for field in template.fields if field.type.value == "text")
    reading.edit(f"/{text}", "Aushang im Flur erneuert.")
    read_all(reading)
    assert reading.sign_off("MK", NOW).draft.fields[text].value == "Aushang im Flur erneuert."


def test_spans_of_a_line_point_into_the_dictation() -> None:
    line = with_left_over().stop(LEFT_OVER).lines[0]
    assert all(isinstance(span, Span) for span in line.spans)


def test_only_what_was_signed_can_be_corrected() -> None:
    reading, first = signed_once()
    unsigned = session("Frau Kern. Hat gut geschlafen.")
    for before in ((), (first,)):
        with pytest.raises(Refused) as caught:
            ReviewSession(
                unsigned.draft, reading.template, reading.state.context,
                before=before, kind=VersionKind.CORRECTION,
            )  # fmt: skip
        assert caught.value.reason is Refusal.OTHER_DRAFT


def test_words_for_no_part_are_listed_by_the_last_stop_and_hold_the_signing_up() -> None:
    reading = session()
    read_all(reading)
    assert reading.progress.ready
    reading.add_said(from_text("irgendwann ganz früh"))
    last = reading.stops[-1]
    assert last.id.kind is StopKind.LEFT_OVER
    assert [line.text for line in last.lines] == ["Irgendwann ganz früh."]
    assert not reading.progress.ready
    assert [stop.id for stop in reading.stops if not stop.decided] == [last.id]
