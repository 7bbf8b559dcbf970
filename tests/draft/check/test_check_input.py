"""Drafts of other programs: wrong types are findings, never exceptions."""

from __future__ import annotations

from typing import Any

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.check import plain_draft
from dokuhelfer.draft.check.input import sentences
from dokuhelfer.draft.model import Kind, Severity


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"puls": "72"}, "/puls"),
        ({"puls": 72.5}, "/puls"),
        ({"puls": True}, "/puls"),
        ({"uhrzeit": "8:30"}, "/uhrzeit"),
        ({"uhrzeit": 830}, "/uhrzeit"),
        ({"rr_ort": "links"}, "/rr_ort"),
        ({"temperatur": float("nan")}, "/temperatur"),
        ({"bemerkung": ["a", "b"]}, "/bemerkung"),
        ({"nicht_zugeordnet": "a"}, "/nicht_zugeordnet"),
        ({"nicht_zugeordnet": [1]}, "/nicht_zugeordnet/0"),
        ({"gibt/es~nicht": "x"}, "/gibt~1es~0nicht"),
    ],
)
def test_wrong_types_are_findings(checked: Check, fields: dict[str, Any], path: str) -> None:
    found = checked("vitalwerte", "Frau Berger.", fields).findings
    wrong = [f for f in found if f.kind is Kind.TYPE]
    assert [f.path for f in wrong] == [path]
    assert wrong[0].severity is Severity.BLOCK


@pytest.mark.parametrize(
    "entries", ["text", [1], [{"person": 1}], [{"unbekannt": "x"}], [[]], {"person": "a"}]
)
def test_wrong_groups_are_findings(checked: Check, entries: Any) -> None:
    found = checked("schichtuebergabe", "Frau Berger.", {"eintraege": entries}).findings
    assert any(f.kind is Kind.TYPE and f.field == "eintraege" for f in found)


def test_a_full_draft_is_read_like_a_plain_one() -> None:
    full = {
        "format": "dokuhelfer.draft/1",
        "template": "vitalwerte",
        "fields": {"puls": {"value": 72, "statements": [], "status": "open"}},
    }
    read = plain_draft(full)
    assert read is not None
    assert read.fields == {"puls": 72}


@pytest.mark.parametrize("data", [None, [], "x", {"template": 1, "fields": {}}, {"template": "a"}])
def test_what_is_no_draft_is_none(data: Any) -> None:
    assert plain_draft(data) is None


def test_sentences_keep_abbreviations_and_quotations_whole() -> None:
    text = "Dr. Weber kommt ca. 9 Uhr. Sie sagt: „Nein. Nicht heute.“ Am 1.12. Kontrolle, z. B. RR."
    assert [part.strip() for part in sentences(text)] == [
        "Dr. Weber kommt ca. 9 Uhr.",
        "Sie sagt: „Nein. Nicht heute.“",
        "Am 1.12. Kontrolle, z. B. RR.",
    ]


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"puls": {}}, "{}"),
        ({"puls": True}, "true"),
        ({"puls": {"a": [None]}}, '{"a": [null]}'),
        ({"unbekannt": None}, "null"),
    ],
)
def test_a_wrong_type_is_shown_as_json(checked: Check, fields: dict[str, Any], text: str) -> None:
    found = checked("vitalwerte", "Frau Berger.", fields).findings
    assert [f.text for f in found if f.kind is Kind.TYPE] == [text]
