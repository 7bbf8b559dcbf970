"""What the stages that leave something out hand on: the tokens, and what was dropped and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dokuhelfer.draft.normalise.model import Dropped, DropReason, Token
from dokuhelfer.draft.normalise.runs import spans_by_segment


@dataclass(frozen=True, slots=True)
class Work:
    """Tokens so far and everything dropped so far."""

    tokens: tuple[Token, ...]
    dropped: tuple[Dropped, ...] = ()


WidthOf = Callable[[Sequence[Token], int], int]
"""How many tokens to drop here; 0 for none."""


def pieces(
    covered: Sequence[Token], reason: DropReason, taken_back: Sequence[Token] = ()
) -> tuple[Dropped, ...]:
    """Dropped pieces over these tokens, one per segment; the first holds what was taken back."""
    spans = spans_by_segment(covered)
    return tuple(
        Dropped(span, reason, tuple(taken_back) if number == 0 else ())
        for number, span in enumerate(spans)
    )


def drop(work: Work, width_of: WidthOf, reason: DropReason) -> Work:
    """Leave out the runs of tokens ``width_of`` names, from left to right."""
    kept: list[Token] = []
    dropped: list[Dropped] = []
    at = 0
    while at < len(work.tokens):
        width = width_of(work.tokens, at)
        if width:
            dropped.extend(pieces(work.tokens[at : at + width], reason))
            at += width
        else:
            kept.append(work.tokens[at])
            at += 1
    return Work(tuple(kept), work.dropped + tuple(dropped))
