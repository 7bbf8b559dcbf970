"""Corrections that name what they correct: „Moment, der Blutdruck war 140 zu 90“ (R03).

The old value may lie sentences back; it is the one said last of the same thing, in the same kind.
Never across a name: what is so with one person says nothing about another.
"""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.normalise.like_by_like import category, counted
from dokuhelfer.draft.normalise.model import Number, Token, TokenKind
from dokuhelfer.draft.normalise.runs import is_kind, low, word
from dokuhelfer.draft.normalise.scene import Repair, Scene
from dokuhelfer.draft.normalise.tables import corrections as table
from dokuhelfer.draft.normalise.tables import labels as label_table
from dokuhelfer.draft.normalise.tables import units as unit_table

REACH = 50
"""So many tokens back the value is looked for."""
LEAD = 3
"""Most small words before the name of what is corrected."""
JOINT = 3
"""Most words between it and its value."""


def by_label(scene: Scene) -> Repair | None:
    """„RR 150/90, Puls 80, ach Moment, der RR war 140/90“."""
    at = 0
    while at < LEAD and word(scene.after, at) in _BEFORE:
        at += 1
    name = label(scene.after, at)
    new = value_of(scene.after, at) if name else None
    if new is None:
        return None
    old = labelled(scene.before, name, scene.after[new])
    if old is None or old[1] >= len(scene.before):
        return None  # right before the marker: like is replaced by like
    return Repair(*old, apart=True)


_BEFORE = frozenset({"der", "die", "das", "den", "also", "doch", "beim", "bei", "nur", "nicht"})


def label(tokens: Sequence[Token], at: int) -> str:
    """What a noun names, the same for „RR“ and „Blutdruck“; "" for anything else."""
    if not is_kind(tokens, at, TokenKind.WORD) or not tokens[at].text[:1].isupper():
        return ""
    said = low(tokens, at)
    if said in label_table.PERSONS or said in table.DAYS:
        return ""
    return label_table.SAME.get(said, said)


def value_of(tokens: Sequence[Token], at: int) -> int | None:
    """Where the value stands that is said of the noun at ``at``, right behind it."""
    for place in range(at + 1, min(at + 2 + JOINT, len(tokens))):
        kind = category(tokens, place)
        if kind in ("NUMBER", "TIME", "DATE"):
            return place
        if word(tokens, place) not in label_table.JOINTS and low(tokens, place) != ":":
            return None
    return None


def labelled(tokens: Sequence[Token], name: str, like: Token | None) -> tuple[int, int] | None:
    """Half-open range of „Puls 80“ as it was said last; ``like``: the kind of value it has."""
    for at in range(len(tokens) - 1, max(-1, len(tokens) - REACH), -1):
        if low(tokens, at) in label_table.PERSONS:
            return None
        if label(tokens, at) != name:
            continue
        value = value_of(tokens, at)
        if value is None or (like is not None and not _alike(tokens[value], like)):
            continue
        return at, value + 1 + is_kind(tokens, value + 1, TokenKind.UNIT)
    return None


def other_kind(tokens: Sequence[Token], old: int, new: int) -> bool:
    """„Blutzucker 180 äh 8 Einheiten“: what ``old`` is said of has no such value."""
    at = old - 1
    while at > old - 1 - JOINT and word(tokens, at) in label_table.JOINTS:
        at -= 1
    name, said = label(tokens, at), counted(tokens, new).lower()
    if not name or not said:
        return False
    if said in label_table.SAME and value_of(tokens, new + 1) is None:
        return label_table.SAME[said] != name
    measured = said in unit_table.DOSES or is_kind(tokens, new + 1, TokenKind.UNIT)
    return measured and name in label_table.UNITS and said not in label_table.UNITS[name]


def _alike(one: Token, other: Token) -> bool:
    pairs = (isinstance(token.value, Number) and bool(token.value.pair) for token in (one, other))
    return one.kind is other.kind and len(set(pairs)) == 1
