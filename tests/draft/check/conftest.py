from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dokuhelfer.draft.check import CheckResult, check
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.json import context_from_json
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.transcript.model import Segment, Transcript

Check = Callable[..., CheckResult]

GOLD = Path(__file__).parents[2] / "gold" / "cases_check.json"


def dictated(text: str) -> Transcript:
    return Transcript((Segment(0, None, None, text),))


def run_check(template: str, dictation: str, fields: dict[str, Any], **context: Any) -> CheckResult:
    known: Context = context_from_json(context)
    return check(dictated(dictation), load_template(template), fields, known)


@pytest.fixture
def checked() -> Check:
    return run_check


def gold_cases() -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads(GOLD.read_text("utf-8"))
    return cases
