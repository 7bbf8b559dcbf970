"""One self-correction: what stands around its marker, and what a repair does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dokuhelfer.draft.normalise.model import Token
from dokuhelfer.draft.normalise.runs import ends_clause, low, word
from dokuhelfer.draft.normalise.tables import corrections as table

DENIED = 10
"""So many tokens back a negation still counts where no mark ends the clause."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What is taken back and what stands instead.

    Attributes:
        first, last: half-open range of the earlier tokens that are taken back.
        lead: how many tokens after the marker go with it („das waren“).
        change: replacement for the token after the lead at ``place``, if it must change.
        place: index of that token among the tokens after the marker.
        carried: tokens said once, before the marker, that also belong to the new ones.
        apart: something else was said in between: the mark behind it stays.
        also: further values taken back that stand in no token („vierzehn-“ → 14.000).
    """

    first: int
    last: int
    lead: int = 0
    place: int = -1
    change: Token | None = None
    carried: tuple[Token, ...] = ()
    also: tuple[Token, ...] = ()
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A marker's surroundings.

    Attributes:
        before: the tokens before it; repairs look back as far as ``floor``.
        after: the tokens behind it, to the end of the sentence.
        strong: whether the marker hardly ever is content.
        values_only: whether only numbers, times, sides … may be taken back.
        immediate: whether no mark stands between the marker and ``after``.
        alone: whether the marker is a sentence of its own („Das stimmt nicht.“), which may tell
            something as well: then only a statement said again is taken back.
    """

    before: Sequence[Token]
    floor: int
    after: Sequence[Token]
    strong: bool
    values_only: bool
    immediate: bool
    alone: bool = False


def clause_start(scene: Scene) -> int:
    """Where the clause before the marker begins, behind „und“ or „aber“."""
    at = len(scene.before) - 1
    while at > scene.floor and not ends_clause(scene.before[at - 1]):
        at -= 1
    return at + 1 if word(scene.before, at) in ("und", "aber", "dann", "also") else at


def negated(scene: Scene) -> bool:
    """„kein Fieber, nein, …“: there a weak „nein“ affirms the negation and takes nothing back."""
    start = max(clause_start(scene), len(scene.before) - DENIED)
    return any(low(scene.before, at) in table.NEGATIONS for at in range(start, len(scene.before)))
