"""Short dictations: values and choices of others, of other times, of things, plans and denials.

``whose.json`` was written before the rules it measures; counter-examples stand beside each kind.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import make_draft
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.evaluation.run import values
from dokuhelfer.evaluation.score import contains, mentions, same
from dokuhelfer.transcript.json import from_text

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "whose.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_whose(case: dict[str, Any]) -> None:
    known = Context(
        recorded=datetime.fromisoformat(f"2026-11-17T{case.get('recorded', '14:30')}:00+01:00")
    )
    template = load_template(case["template"])
    drafted = values(make_draft(from_text(case["said"]), template, known, RulesEngine()))
    assert [word for word in case["not"] if mentions(drafted, word)] == []
    assert [text for text in case["wanted"] if not contains(drafted, text)] == []
    assert {
        id: drafted[id] for id, want in case["exact"].items() if not same(drafted[id], want)
    } == {}
