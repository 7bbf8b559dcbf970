"""The statements of a full draft: their places must exist, their texts stand in the field."""

from __future__ import annotations

from typing import Any

import pytest

from dokucheck.running import dictated
from dokuhelfer.draft.check import check, plain_draft
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Severity
from dokuhelfer.draft.template.load import load_template

TEXT = "Frau Berger hat gut geschlafen."
WHOLE = {"segment": 0, "start": 0, "end": len(TEXT)}
NO_PLACE = "Die Belegstelle gibt es im Diktat nicht."
NOT_IN_FIELD = "Der Satz steht nicht im Feld."


def details(evidence: Any, text: str = "Hat gut geschlafen.", origin: str = "rules") -> list[str]:
    statement = {"text": text, "evidence": evidence, "origin": origin, "findings": []}
    field = {"value": "Hat gut geschlafen.", "statements": [statement], "status": "open"}
    draft = plain_draft(
        {
            "format": "dokuhelfer.draft/1",
            "template": "pflegebericht",
            "fields": {"beobachtung": field},
        }
    )
    assert draft is not None
    template = load_template(draft.template)
    found = check(dictated(TEXT), template, draft.fields, Context(), stated=draft.stated).findings
    return [f.detail for f in found if f.severity is Severity.BLOCK]


def test_a_place_that_exists_is_no_finding() -> None:
    assert details([WHOLE]) == []


@pytest.mark.parametrize(
    "evidence",
    [
        [],
        None,
        ["x"],
        [WHOLE | {"segment": 7}],
        [WHOLE | {"start": -1}],
        [WHOLE | {"start": 9, "end": 3}],
        [WHOLE | {"end": len(TEXT) + 1}],
        [WHOLE | {"end": "3"}],
        [WHOLE, WHOLE | {"segment": 7}],
    ],
)
def test_a_place_that_does_not_exist_is_blocked(evidence: Any) -> None:
    assert details(evidence) == [NO_PLACE]


def test_what_a_person_wrote_needs_no_place() -> None:
    assert details([], origin="human") == []


def test_a_statement_that_its_field_does_not_hold_is_blocked() -> None:
    assert details([WHOLE], text="Hat Fieber.") == [NOT_IN_FIELD]


@pytest.mark.parametrize("format", ["dokuhelfer.draft/2", "", None, 1])
def test_another_format_is_no_draft(format: Any) -> None:
    assert plain_draft({"format": format, "template": "pflegebericht", "fields": {}}) is None
