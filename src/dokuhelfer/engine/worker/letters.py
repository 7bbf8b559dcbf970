"""How long a text takes to say."""

from __future__ import annotations

_LETTERS_OF_DIGIT = 5
"""Letters a digit is spoken with: "76" is a word of sixteen, "500" one of eleven."""


def spoken_letters(text: str) -> int:
    """About how many letters a text has when it is spoken."""
    return sum(
        _LETTERS_OF_DIGIT if character.isdigit() else character.isalpha() for character in text
    )
