"""Word lists of the normaliser: data only, each table with the source of its rule."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from types import MappingProxyType


def words(text: str) -> frozenset[str]:
    """A set of words written as one line of text."""
    return frozenset(text.split())


Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases by their first word, the longest first."""


def phrases(text: str) -> Phrases:
    """Phrases parted by ``|``."""
    known = sorted({tuple(phrase.split()) for phrase in text.split("|")}, key=len, reverse=True)
    return MappingProxyType(
        {
            first: tuple(phrase for phrase in known if phrase[0] == first)
            for first in {phrase[0] for phrase in known}
        }
    )


def crossed(*alternatives: str) -> str:
    """Every way to say one of each group in order; groups are parted by ``|`` and may be empty."""
    ways = product(*(group.split("|") for group in alternatives))
    return "|".join(" ".join(" ".join(way).split()) for way in ways)
