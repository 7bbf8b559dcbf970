"""What the model may write for a quote, and what is not even worth checking."""

from __future__ import annotations

_LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ ,.;:-()\n"
"""What a German sentence needs; digits and other signs come from its quote."""
_LONGER = 1.6
"""How many times as long as its quote a statement may be,"""
_ROOM = 40
"""and so many characters on top, for „Die Bewohnerin …“."""
_LEAST = 0.5
"""Least part of the quote's length: less has lost something."""

_ENDS = (".", "!", "?", "…", "“", '"')


def letters(quote: str) -> str:
    """The characters a sentence for ``quote`` is made of. The line's end ends it."""
    return _LETTERS + "".join(sorted(set(quote) - set(_LETTERS)))


def most_tokens(quote: str) -> int:
    """Room for the longest sentence; a token is at least one character, mostly three."""
    return int(len(quote) * _LONGER / 2) + _ROOM


def tidied(text: str, quote: str) -> str:
    """In one line, and ended as the quote is."""
    line = " ".join(text.split())
    if line and quote.endswith(".") and not line.endswith(_ENDS):
        return f"{line}."
    return line


def is_plausible(text: str, quote: str) -> bool:
    """Whether it has letters, and about as many as the quote."""
    if not any(letter.isalpha() for letter in text):
        return False
    return _LEAST * len(quote) <= len(text) <= _LONGER * len(quote) + _ROOM
