"""Word lists the extractors read: plain data, each module names its source."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The blank-separated words of ``text``, which keeps long lists readable."""
    return frozenset(text.split())
