"""Which words are ordinary German: those are never taken for a misheard name.

No frequency list is shipped: free ones of German are either large or share-alike. The words of
our own texts suffice, because endings, prefixes and compounds are made by rule.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources

_LINKS = ("", "s", "n", "en", "es", "er", "e")
_ENDINGS = (
    *("e", "en", "em", "er", "es", "n", "s", "t", "et", "st", "te", "ten", "tet", "ung", "ungen"),
    *("ig", "ige", "igen", "iger", "iges", "lich", "liche", "lichen", "licher", "in", "innen"),
    *("ern", "end", "ende", "enden", "ender", "ste", "sten", "heit", "keit", "bar", "los", "lose"),
)
_FULL_ENDINGS = ("", "e", "en", "n")
"""Of the listed forms that a stem may belong to: „lauf“ to laufen."""

_PREFIXES = (
    *("ab", "an", "auf", "aus", "be", "bei", "durch", "ein", "ent", "er", "ge", "her", "hin"),
    *("mit", "miss", "nach", "über", "um", "un", "unter", "ver", "vor", "weg", "wieder", "zer"),
    *("zu", "zurück", "zusammen", "abge", "ange", "aufge", "ausge", "einge", "nachge", "vorge"),
)
_SHORTEST_PART = 4
_SHORTEST_STEM = 3


def is_ordinary(word: str) -> bool:
    """Whether a word is everyday German: listed, inflected, derived or compounded from such."""
    return _is_known(word.lower())


def is_listed(word: str) -> bool:
    """Whether just this word is listed: Müller looks like a form of Müll, but is not listed."""
    return word.lower() in _words()


def strange_first(phrases: Iterable[str]) -> tuple[str, ...]:
    """In their order, but those of ordinary words alone last: any model writes „Sonne“, and
    few words can be told it beforehand."""
    return tuple(sorted(phrases, key=lambda phrase: all(map(is_listed, phrase.split()))))


@cache
def _words() -> frozenset[str]:
    text = resources.files("dokuhelfer.transcript").joinpath("ordinary.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def _is_known(word: str) -> bool:
    return _is_form(word) or _is_derived(word) or _is_compound(word)


def _is_form(word: str) -> bool:
    """A listed word, or one with another ending."""
    stems = [word, *(word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))]
    return any(
        stem + ending in _words()
        for stem in stems
        if len(stem) >= _SHORTEST_STEM or stem == word
        for ending in _FULL_ENDINGS
    )


def _is_derived(word: str) -> bool:
    return any(
        len(word) >= len(prefix) + _SHORTEST_PART
        and word.startswith(prefix)
        and _is_form(word[len(prefix) :])
        for prefix in _PREFIXES
    )


def _is_compound(word: str) -> bool:
    """Two ordinary words in one, perhaps with a letter or two between them."""
    words = _words()
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_STEM + 1):
        rest = word[cut:]
        formed = len(rest) >= _SHORTEST_PART and (_is_form(rest) or _is_derived(rest))
        if not (formed or rest in words):
            continue
        front = word[:cut]
        if any(front.removesuffix(link) in words for link in _LINKS if front.endswith(link)):
            return True
    return False
