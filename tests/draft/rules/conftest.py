"""Text → fields, through the real normaliser, the real templates and the real engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import pytest

from dokuhelfer.draft.clauses import cut
from dokuhelfer.draft.context import Context, Shift
from dokuhelfer.draft.facts.extract import extract_all
from dokuhelfer.draft.model import DraftField
from dokuhelfer.draft.normalise import normalise
from dokuhelfer.draft.rules import draft_rules
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.transcript.model import Segment, Transcript

Drafted = Mapping[str, DraftField]
Drafter = Callable[..., Drafted]


def draft_text(
    text: str, template: str, context: Mapping[str, Any] | None = None, **more: Any
) -> Drafted:
    known: dict[str, Any] = {**(context or {}), **more}
    if "shift" in known:
        known["shift"] = Shift(known["shift"])
    if "recorded" in known:
        known["recorded"] = datetime.fromisoformat(known["recorded"])
    about = Context(**known)
    clauses = cut(normalise(Transcript((Segment(0, None, None, text),)), about))
    return draft_rules(clauses, extract_all(clauses), load_template(template), about)


@pytest.fixture(scope="session")
def draft() -> Drafter:
    """``draft(text, template, shift=…, recorded=…, person=…)``: every field of the template."""
    return draft_text
