"""Typed text → clauses and facts, through the real normaliser."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.clauses import cut
from dokuhelfer.draft.context import Context, Shift
from dokuhelfer.draft.facts.extract import extract_all
from dokuhelfer.draft.facts.model import Fact
from dokuhelfer.draft.normalise import normalise
from dokuhelfer.transcript.model import Segment, Transcript

Clauses = Callable[..., tuple[Clause, ...]]
Facts = Callable[..., list[Fact]]


def cut_text(*segments: str, shift: Shift | None = Shift.FRUEH) -> tuple[Clause, ...]:
    transcript = Transcript(
        tuple(Segment(number, None, None, text) for number, text in enumerate(segments))
    )
    return cut(normalise(transcript, Context(shift=shift)))


@pytest.fixture
def clauses() -> Clauses:
    """The clauses of one or more segments of text."""
    return cut_text


@pytest.fixture
def facts() -> Facts:
    """All facts of a text, in order."""

    def extract(*segments: str) -> list[Fact]:
        return [fact for own in extract_all(cut_text(*segments)) for fact in own]

    return extract
