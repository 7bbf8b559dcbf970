"""Short dictations, drafted: what must not stand in a draft, what must, and typed fields.

``dictated.json`` holds corrections of every kind of value and wording, fillers, spoken marks,
commands, talk beside the dictation, and the same words where they are content.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from dokuhelfer.draft.context import Context, Shift
from dokuhelfer.draft.drafting import make_draft
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.evaluation.run import values
from dokuhelfer.evaluation.score import contains, mentions, same
from dokuhelfer.transcript.json import from_text

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "dictated.json").read_text(encoding="utf-8")
)


def test_there_are_enough() -> None:
    assert len(CASES) >= 250


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_dictated(case: dict[str, Any]) -> None:
    known = Context(
        shift=Shift(case["shift"]) if "shift" in case else None,
        recorded=datetime.fromisoformat(f"2026-11-17T{case['recorded']}:00+01:00"),
    )
    template = load_template(case["template"])
    drafted = values(make_draft(from_text(case["said"]), template, known, RulesEngine()))
    assert [word for word in case["not"] if mentions(drafted, word)] == []
    assert [text for text in case["wanted"] if not contains(drafted, text)] == []
    assert [id for id, want in case["exact"].items() if not same(drafted[id], want)] == []
