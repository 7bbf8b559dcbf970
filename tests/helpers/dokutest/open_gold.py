"""Which gold files may be looked into (decision 005)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dokuhelfer.evaluation.gold import gold_files

_GOLD = Path(__file__).parents[2] / "gold"
_CLOSED = "_k"
"""The pair that nobody reads: a failure of a test may make one look at a case."""


def open_gold() -> Iterator[Path]:
    """All files but the closed pair."""
    return (path for path in gold_files(_GOLD) if not path.stem.endswith(_CLOSED))
