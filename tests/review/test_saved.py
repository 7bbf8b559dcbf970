"""A review that was put away is where it was: read, decided, struck, typed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from dokuhelfer.draft.json import to_json as draft_to_json
from dokuhelfer.draft.read_json import draft_from_json
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.review.saved import from_json, to_json
from dokuhelfer.review.session import ReviewSession
from dokuhelfer.review.stops import StopId, StopKind
from dokutest.reviewing import pass_by, session, with_invented

OBSERVATION = StopId(StopKind.FIELD, "beobachtung")


def put_away(reading: ReviewSession) -> object:
    return json.loads(json.dumps(to_json(reading.state), ensure_ascii=False))


@pytest.mark.parametrize(
    ("said", "template"),
    [
        ("Vitalwerte Frau Kern, 8 Uhr. Blutdruck 136 zu 85, Temperatur 37,2.", "vitalwerte"),
        ("Übergabe. Frau Kern Zimmer 3 hat geschlafen. Herr Wolf isst gut.", "schichtuebergabe"),
    ],
)
def test_a_draft_comes_back_as_it_was(said: str, template: str) -> None:
    draft = session(said, template).draft
    assert draft_from_json(json.loads(json.dumps(draft_to_json(draft)))) == draft


def test_what_was_read_decided_and_typed_is_still_so() -> None:
    reading = with_invented("massnahme", "Der Hausarzt wurde verständigt.")
    pass_by(reading, OBSERVATION)
    measure = next(stop.id for stop in reading.stops if stop.blocked)
    reading.seen(measure)
    reading.answer(measure, 4)
    pass_by(reading, measure)
    reading.edit("/weiteres_vorgehen", "Die Tochter rufe ich morgen früh an.")
    again = session()
    again.take_up(from_json(put_away(reading), reading.template))
    assert again.state == reading.state
    assert [stop.decided for stop in again.stops] == [stop.decided for stop in reading.stops]
    assert not again.can_undo


def test_what_the_check_finds_by_now_is_to_be_read_again() -> None:
    reading = session()
    pass_by(reading, OBSERVATION)
    stored = put_away(reading)
    assert isinstance(stored, dict)
    field = stored["draft"]["fields"]["beobachtung"]
    wrong = field["value"].replace("linken", "rechten")
    field["value"] = wrong
    for statement in field["statements"]:
        statement["text"] = statement["text"].replace("linken", "rechten")
    again = session()
    again.take_up(from_json(stored, reading.template))
    stop = again.stop(OBSERVATION)
    assert stop.blocked
    assert not stop.seen
    assert not stop.decided


def test_a_field_the_template_has_got_since_is_empty_and_what_was_typed_stays() -> None:
    template = load_template("pflegebericht")
    reading = session()
    reading.edit("/beobachtung", "Von Hand: Sturz um drei Uhr.")
    kept = put_away(reading)
    new = replace(template.fields[-2], id="neu", label="Neu")
    grown = replace(template, version="99", fields=(*template.fields, new))
    state = from_json(kept, grown)
    assert state.draft.fields["beobachtung"].value == "Von Hand: Sturz um drei Uhr."
    assert state.draft.fields["neu"].value is None
    assert state.draft.template_version == grown.version
    smaller = replace(template, fields=template.fields[:-1])
    with pytest.raises(DokuError) as refused:
        from_json(kept, smaller)
    assert refused.value.code is Code.JSON_WRONG_FORMAT


def test_anything_else_is_refused_with_a_code() -> None:
    reading = session()
    stored = put_away(reading)
    assert isinstance(stored, dict)
    for broken in (
        None,
        {},
        {**stored, "format": "x"},
        {**stored, "marks": [{"kind": "nothing"}]},
        {**stored, "draft": {**stored["draft"], "fields": {}}},
    ):
        with pytest.raises(DokuError) as caught:
            from_json(broken, reading.template)
        assert caught.value.code is Code.JSON_WRONG_FORMAT
    other = replace(load_template("pflegebericht"), id="other")
    with pytest.raises(DokuError):
        from_json(stored, other)
