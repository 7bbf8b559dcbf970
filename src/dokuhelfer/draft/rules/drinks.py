"""The members of one drink: time, kind, offered, drunk, and what else was said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_ARTICLES
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.model import Scalar
from dokuhelfer.draft.normalise.model import TokenKind, join
from dokuhelfer.draft.rules.chunks import Chunk
from dokuhelfer.draft.rules.cues import compile_cues
from dokuhelfer.draft.rules.phrasing import written
from dokuhelfer.draft.rules.shares import BOUNDS, FUNCTION, PARTS, REFUSES, VESSELS, WHOLE
from dokuhelfer.draft.template.model import Field

if TYPE_CHECKING:
    from dokuhelfer.draft.rules.intake import Members, Portion

_LEAST_ML = 20
"""A bare number below is a count („2 Tassen“), not millilitres."""


@dataclass(frozen=True, slots=True)
class _Amount:
    value: int
    piece: Chunk
    role: str | None


def drink_members(portion: Portion, field: Field) -> Members:
    """The members that were said, each with the words it comes from."""
    members: Members = {}
    used: set[tuple[int, int]] = set()
    kind = _kind(portion, field)
    if kind is not None:
        members["art"] = (join(kind.tokens), (kind,))
        used |= _places(kind)
    for piece, fact in _facts(portion, FactKind.TIME):
        clock = portion.clocks.get((piece.item.clause.number, fact.tokens[0]), fact.clock)
        if clock is not None and clock.settled and "uhrzeit" not in members:
            members["uhrzeit"] = (clock.text(), (piece.part(*fact.tokens),))
            used |= _places(piece.part(*fact.tokens))
    amounts = list(_amounts(portion, field))
    for amount in amounts:
        used |= _places(amount.piece)
    for id, amount in _assigned(amounts, portion).items():
        members[id] = (amount.value, (amount.piece,))
    remark = _remark(portion, used, amounts=bool(amounts))
    if remark is not None:
        members["bemerkung"] = remark
    return members


def _places(piece: Chunk) -> set[tuple[int, int]]:
    return {(piece.item.clause.number, index) for index in range(piece.start, piece.end)}


def _kind(portion: Portion, field: Field) -> Chunk | None:
    cues = compile_cues(field.cues)
    for piece in portion.pieces:
        place = piece.find(cues)
        if place is not None:
            start, end = place
            # „keinen Saft“: without its negation the kind would read as drunk.
            denied = piece.item.view.word(start - 1) in NEGATIVE_ARTICLES
            return piece.part(start - 1 if denied and start > piece.start else start, end)
    return None


def _facts(portion: Portion, kind: FactKind) -> Iterator[tuple[Chunk, Fact]]:
    for piece in portion.pieces:
        for fact in piece.facts:
            if fact.kind is kind:
                yield piece, fact


def _amounts(portion: Portion, field: Field) -> Iterator[_Amount]:
    cues = {id: compile_cues(field.member(id).cues) for id in ("getrunken_ml", "angeboten_ml")}
    for piece in portion.pieces:
        found = [fact for fact in piece.facts if _is_amount(piece, fact)]
        if len(found) > 1:
            roles = _roles(piece, found, cues)
        else:
            roles = [next((id for id, cue in cues.items() if piece.find(cue)), None)] * len(found)
        for fact, role in zip(found, roles, strict=False):
            if fact.value is not None:
                yield _Amount(int(fact.value), piece.part(*fact.tokens), role)


def _is_amount(piece: Chunk, fact: Fact) -> bool:
    value = fact.value
    if fact.kind is not FactKind.NUMBER or piece.item.view.in_range(fact.tokens[0]):
        return False
    if value is None or value != value.to_integral_value() or fact.unit not in {None, "ml"}:
        return False
    return fact.unit is not None or value >= _LEAST_ML


def _roles(
    piece: Chunk, found: Sequence[Fact], cues: Mapping[str, Phrases]
) -> Sequence[str | None]:
    """Roles of several amounts in one breath: „200 hingestellt davon 120 getrunken“.

    All by the words behind them or all by those before; none where neither order names each.
    """
    starts = [fact.tokens[0] for fact in found]
    ends = [fact.tokens[1] for fact in found]
    behind = list(zip(ends, [*starts[1:], piece.end], strict=True))
    before = list(zip([piece.start, *ends[:-1]], starts, strict=True))
    for gaps in (behind, before):
        roles = [
            next(
                (
                    id
                    for id, cue in cues.items()
                    if start < end and piece.part(start, end).find(cue)
                ),
                None,
            )
            for start, end in gaps
        ]
        if None not in roles and len({*roles}) == len(roles):
            return roles
    said = {id for id, cue in cues.items() if piece.find(cue)}
    return [None] * len(found) if len(said) != 1 or len(found) > len(cues) else []


def _assigned(amounts: list[_Amount], portion: Portion) -> dict[str, _Amount]:
    """Which amount was offered and which was drunk; one that was all drunk is both."""
    found: dict[str, _Amount] = {}
    low = {word for piece in portion.pieces for word in piece.low}
    left = bool(low & (PARTS | REFUSES | {"nichts", "nix"})) or "nicht" in low
    if len(amounts) == 1:
        amount = amounts[0]
        if low & WHOLE and not left:
            return {"angeboten_ml": amount, "getrunken_ml": amount}
        alone = "angeboten_ml" if left or "angeboten" in low else "getrunken_ml"
        return {amount.role if amount.role and not left else alone: amount}
    for amount in amounts:
        role = amount.role or ("angeboten_ml" if "angeboten_ml" not in found else "getrunken_ml")
        found.setdefault(role, amount)
    return found


def _remark(
    portion: Portion, used: set[tuple[int, int]], *, amounts: bool
) -> tuple[Scalar, tuple[Chunk, ...]] | None:
    """What was said beside the members, in its own words, piece by piece."""
    parts = [part for piece in portion.pieces if (part := _rest(piece, used, amounts=amounts))]
    if not parts:
        return None
    tokens = [token for part in parts for token in part.tokens]
    text = written(tokens) if len(parts) == 1 else _joined(parts)
    return text, tuple(parts)


def _joined(parts: list[Chunk]) -> str:
    text = ", ".join(join(part.tokens) for part in parts)
    return text[:1].upper() + text[1:] + "."


def _rest(piece: Chunk, used: set[tuple[int, int]], *, amounts: bool) -> Chunk | None:
    low = set(piece.low)
    negated = any(fact.kind is FactKind.NEGATION for fact in piece.facts)
    if negated or low & (PARTS | REFUSES | BOUNDS):
        return piece
    number = piece.item.clause.number
    kept = [
        index
        for index, word in enumerate(piece.low, start=piece.start)
        if (number, index) not in used
        and word not in FUNCTION | WHOLE
        and piece.item.view.kind(index) is not TokenKind.PUNCT
    ]
    vessels = all(piece.item.view.word(index) in VESSELS for index in kept)
    if not kept or (vessels and amounts):
        return None
    start, end = kept[0], kept[-1] + 1
    while start > piece.start and (number, start - 1) not in used:
        start -= 1
    return piece.part(start, end)
