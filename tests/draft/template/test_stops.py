"""`stellen`: fields that are read together, and what can be wrong with them."""

from __future__ import annotations

from dokuhelfer.draft.template.check_stops import check_stops
from dokuhelfer.draft.template.load import list_templates, load_template
from dokuhelfer.draft.template.mistake import Problem
from dokuhelfer.draft.template.model import FieldType

FIELDS = [
    {"id": "puls", "typ": "int"},
    {"id": "ort", "typ": "text"},
    {"id": "zeilen", "typ": "list"},
]


def problems(*stops: dict[str, object]) -> list[Problem]:
    return [mistake.problem for mistake in check_stops(stops, FIELDS, "x.toml")]


def test_good_stops_have_no_mistakes() -> None:
    assert problems({"label": "Messung", "felder": ["puls", "ort"]}) == []


def test_unknown_fields_rows_and_fields_named_twice_are_mistakes() -> None:
    assert problems({"label": "A", "felder": ["pulse"]}) == [Problem.STOP_UNKNOWN]
    assert problems({"label": "A", "felder": ["zeilen"]}) == [Problem.STOP_ROWS]
    both = ({"label": "A", "felder": ["puls"]}, {"label": "B", "felder": ["puls"]})
    assert problems(*both) == [Problem.STOP_TWICE]
    assert problems({"felder": ["puls"]}) == [Problem.KEY_MISSING]
    found = next(iter(check_stops([{"label": "A", "felder": ["pulse"]}], FIELDS, "x.toml")))
    assert found.suggestion == "puls"


def test_a_blood_pressure_is_one_stop() -> None:
    stops = {stop.label: stop.fields for stop in load_template("vitalwerte").stops}
    assert stops["Blutdruck"] == ("rr_systolisch", "rr_diastolisch", "rr_ort")


def test_no_shipped_stop_has_a_field_with_rows() -> None:
    for template in list_templates():
        for stop in template.stops:
            types = {template.field(id).type for id in stop.fields}
            assert not types & {FieldType.LIST, FieldType.GROUP}
