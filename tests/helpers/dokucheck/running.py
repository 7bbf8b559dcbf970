"""The check on typed text, through the real normaliser and the shipped templates."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dokuhelfer.draft.check import CheckResult, check
from dokuhelfer.draft.json import context_from_json
from dokuhelfer.draft.model import Finding, Severity
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.transcript.model import Segment, Transcript

Check = Callable[..., CheckResult]

GOLD = Path(__file__).parents[2] / "gold" / "cases_check.json"


def dictated(text: str) -> Transcript:
    return Transcript((Segment(0, None, None, text),))


def run_check(template: str, dictation: str, fields: dict[str, Any], **context: Any) -> CheckResult:
    known = context_from_json(context)
    return check(dictated(dictation), load_template(template), fields, known)


def blocked(checked: Check, written: str, dictation: str) -> list[Finding]:
    """The `block` findings on what is written in an observation, early shift."""
    found = checked("pflegebericht", dictation, {"beobachtung": written}, shift="frueh").findings
    return [finding for finding in found if finding.severity is Severity.BLOCK]


def gold_cases() -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads(GOLD.read_text("utf-8"))
    return cases
