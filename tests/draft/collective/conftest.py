"""Rounds through the real normaliser, the real cutting, the real engine and the real check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import pytest

from dokuhelfer.draft.collective.assemble import Collective
from dokuhelfer.draft.context import Context, Shift
from dokuhelfer.draft.model import Drafts
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import list_templates
from dokuhelfer.transcript.model import Segment, Transcript

Collector = Callable[..., Collective]
Drafter = Callable[..., Drafts]


def collective(*texts: str, context: Mapping[str, Any] | None = None) -> Collective:
    known = dict(context or {})
    if "shift" in known:
        known["shift"] = Shift(known["shift"])
    if "recorded" in known:
        known["recorded"] = datetime.fromisoformat(known["recorded"])
    segments = tuple(Segment(number, None, None, text) for number, text in enumerate(texts))
    templates = {template.id: template for template in list_templates()}
    return Collective(Transcript(segments), templates, Context(**known), RulesEngine(), {})


@pytest.fixture(scope="session")
def collect() -> Collector:
    """``collect(text, …, context={…})``: everything a dictation is cut and drafted with."""
    return collective


@pytest.fixture(scope="session")
def drafts() -> Drafter:
    """``drafts(text, …, context={…})``: the drafts the program proposes."""

    def make(*texts: str, context: Mapping[str, Any] | None = None) -> Drafts:
        made = collective(*texts, context=context)
        return made.draft(*made.propose())

    return make
