"""Dictations made from plain text, for the normaliser's tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from dokuhelfer.draft.context import Context, Shift
from dokuhelfer.draft.normalise import Normalised, normalise
from dokuhelfer.transcript.model import Segment, Transcript

Normalise = Callable[..., Normalised]


@pytest.fixture(scope="session")
def heard() -> Normalise:
    """``heard(text, …)``: each text is one segment; shift and time of dictation as keywords."""

    def run(*texts: str, shift: str | None = None, recorded: str | None = None) -> Normalised:
        segments = tuple(Segment(at, None, None, text) for at, text in enumerate(texts))
        context = Context(
            shift=Shift(shift) if shift else None,
            recorded=datetime.fromisoformat(f"2026-11-17T{recorded}:00+01:00")
            if recorded
            else None,
        )
        return normalise(Transcript(segments), context)

    return run
