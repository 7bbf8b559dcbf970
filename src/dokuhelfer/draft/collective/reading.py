"""One clause of a round, read: whose part it begins and which document it heads."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.collective import lexicon as lex
from dokuhelfer.draft.collective.anchors import Anchor, Role, find_anchors
from dokuhelfer.draft.collective.headings import (
    Heading,
    find_headings,
    measured_list,
    only_heading,
)
from dokuhelfer.draft.collective.model import Correction, Mention, Piece
from dokuhelfer.draft.collective.references import names_couple
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.rules.item import Item

_FURTHER = frozenset({"noch", "außerdem", "nochmal"})
_SOON = 4
"""Within so many words behind a name „noch“ makes what is said an addition."""


def read_piece(clause: Clause, facts: tuple[Fact, ...]) -> Piece:
    """What a clause is about: whose turn begins, who is named beside, which document."""
    anchors = find_anchors(clause, facts)
    turning = next((a for a in anchors if a.role is not Role.OTHER), None)
    head = _head_of(clause, anchors)
    if turning is None and head is not None:
        turning = _behind(head, anchors, clause)
    others = [m for a in anchors if a is not turning and not a.contact for m in a.mentions]
    contacts = [m for a in anchors if a is not turning and a.contact for m in a.mentions]
    item = Item(clause, facts)
    named = turning is not None and not names_couple(item)
    turn: tuple[Mention, ...] = turning.mentions if turning is not None and named else ()
    low = [token.text.lower() for token in clause.tokens]
    opening = set(low[: turning.first]) if turning is not None else set(low[:3])
    behind = set(low[turning.end : turning.end + _SOON]) if turning is not None else set()
    return Piece(
        item,
        turn,
        tuple(others),
        tuple(contacts),
        head.kind if head is not None else None,
        head.start if head is not None else 0,
        head is not None and _says_no_more(head, turning, low, facts),
        bool(opening & lex.ADDING or behind & _FURTHER)
        or (bool(opening & {"noch"}) and turning is not None),
        _correction(turning, low),
        turning is not None and turning.contact and _called(clause, turning),
    )


def _correction(turning: Anchor | None, low: Sequence[str]) -> Correction:
    if turning is None or not turning.corrects:
        return Correction.NONE
    behind = [word for word in low[turning.end :] if word[:1].isalnum()]
    return Correction.MORE if behind else Correction.ONLY


def _head_of(clause: Clause, anchors: Sequence[Anchor]) -> Heading | None:
    openings = [(a.first, a.end) for a in anchors if a.role is Role.OPENS]
    starts = sorted({0, *(end for _, end in openings)})
    found = find_headings(clause, [s for s in starts if s < len(clause.tokens)], openings)
    return next(iter(found), None) or measured_list(clause)


def _behind(head: Heading, anchors: Sequence[Anchor], clause: Clause) -> Anchor | None:
    """The person a heading is for: „Vitalwerte für Frau Keller“."""
    for anchor in anchors:
        gap = clause.tokens[head.end : anchor.first]
        near = all(
            token.kind in {TokenKind.PUNCT, TokenKind.TIME, TokenKind.DATE}
            or token.text.lower() in lex.OPENERS | {"vom", "um", "heute", "uhr"}
            for token in gap
        )
        if anchor.first >= head.end and near:
            return anchor
    return None


def _called(clause: Clause, anchor: Anchor) -> bool:
    """Whether a name at the beginning is that of somebody informed: „Frau Kern informiert“."""
    room = any(mention.room for mention in anchor.mentions)
    if room or anchor.role is Role.SUBJECT:
        return False
    behind = [token.text.lower() for token in clause.tokens[anchor.end : anchor.end + 4]]
    before = {token.text.lower() for token in clause.tokens[: anchor.first]}
    return bool(before & {"mit", "von"}) or "informiert" in behind or "angerufen" in behind


def _says_no_more(
    head: Heading, turning: Anchor | None, low: Sequence[str], facts: Sequence[Fact]
) -> bool:
    taken = set(range(head.start, head.end))
    if turning is not None:
        taken |= set(range(turning.start, turning.end))
    timed = {FactKind.TIME, FactKind.DATE, FactKind.RELATIVE_DAY}
    taken |= {i for fact in facts if fact.kind in timed for i in range(*fact.tokens)}
    return only_heading(low, taken)
