"""Words to expect as a prompt: as many as fit beside the text, counted in the model's tokens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

MOST_TOKENS = 100
"""Prompt and text share one window of 448 tokens (inference.md §1.7)."""


@dataclass(frozen=True, slots=True)
class Hotwords:
    """The prompt's tokens, without the one that opens it, and how many words they hold."""

    tokens: tuple[int, ...] = ()
    count: int = 0


def fitting(words: Sequence[str], encode: Callable[[str], Sequence[int]]) -> Hotwords:
    """The words that fit, in their order; one that is too long for what is left is passed over.

    Args:
        words: the most important first.
        encode: the model's tokenizer.
    """
    tokens: list[int] = []
    count = 0
    for word in words:
        more = encode((", " if tokens else " ") + word)
        if len(tokens) + len(more) <= MOST_TOKENS:
            tokens += more
            count += 1
    return Hotwords(tuple(tokens), count)
