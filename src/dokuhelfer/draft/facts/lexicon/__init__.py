"""Word lists the extractors read: plain data, each module names its source."""

from __future__ import annotations

from dokuhelfer.draft.normalise.tables import words

__all__ = ["words"]
