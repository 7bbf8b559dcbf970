"""On any string: never an exception; on the dictation's own clauses: nothing to say."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dokucheck.running import dictated, gold_cases, run_check
from dokuhelfer.draft.check.pieces import pieces_of
from dokuhelfer.draft.json import context_from_json
from dokuhelfer.draft.model import Severity
from dokuhelfer.draft.prepared import prepare

WORDS = st.sampled_from(
    """
    nein nicht kein halb acht Uhr 168 zu 94 , . : „ “ Frau Lindemann links rechts ml mg gegen wohl
    laut Sohn wenn morgen bitte informiert angerufen 37,8 ½ ¾ 1. Dezember \n - ( ) äh Punkt Komma
    """.split()  # noqa: SIM905
)
ANY = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=25).map(" ".join))
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), ANY),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(ANY, inner, max_size=3)),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(dictation=ANY, text=ANY, value=JSON)
def test_it_never_raises(dictation: str, text: str, value: Any) -> None:
    fields = {"person": value, "beobachtung": text, "uhrzeit": value, "nicht_zugeordnet": [text]}
    result = run_check("pflegebericht", dictation, fields)
    assert all(f.field and f.detail for f in result.findings)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(dictation=ANY, entries=JSON)
def test_it_never_raises_on_groups(dictation: str, entries: Any) -> None:
    result = run_check("schichtuebergabe", dictation, {"eintraege": entries})
    assert all(u.text for u in result.uncovered)


@pytest.mark.parametrize("case", gold_cases(), ids=lambda case: case["id"])
def test_the_dictations_own_clauses_are_clean(case: dict[str, Any]) -> None:
    context = context_from_json(case["context"])
    pieces, _ = pieces_of(prepare(dictated(case["dictation"]), context))
    fields = {"nicht_zugeordnet": [piece.clause.text for piece in pieces]}
    result = run_check("freitext", case["dictation"], fields, **case["context"])
    assert [f for f in result.findings if f.severity is Severity.BLOCK] == []
    assert result.uncovered == ()
