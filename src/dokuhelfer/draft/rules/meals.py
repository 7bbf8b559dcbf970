"""The members of one dish: meal, what it was, which share was eaten."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.normalise.model import Number, TokenKind, join
from dokuhelfer.draft.rules.chunks import Chunk
from dokuhelfer.draft.rules.cues import compile_cues
from dokuhelfer.draft.rules.shares import BOUNDS, FUNCTION, IDLE, PARTS, REFUSED, SOFT, WHOLE
from dokuhelfer.draft.template.model import Field

if TYPE_CHECKING:
    from dokuhelfer.draft.rules.intake import Members, Portion


def meal_members(portion: Portion, field: Field) -> Members:
    """The members that were said, each with the words it comes from."""
    members: Members = {}
    if portion.meal is not None:
        members["mahlzeit"] = (portion.meal[0], (portion.meal[1],))
    share = _share(portion, field)
    if share is not None:
        members["menge"] = (share[0], (share[1],))
    dish = _dish(portion, share[1] if share is not None else None)
    if dish is not None:
        members["speise"] = dish
    return members if "speise" in members or "menge" in members else {}


def _share(portion: Portion, field: Field) -> tuple[str, Chunk] | None:
    """The share where the words leave one answer; „höchstens die Hälfte“ leaves none."""
    choices = [(c.value, compile_cues(c.cues)) for c in field.member("menge").choices]
    refused = _refused(portion)
    if refused is not None and any(value == _NONE for value, _ in choices):
        return _NONE, refused
    for piece in portion.pieces:
        found = list(_shares(piece, choices))
        if not found:
            continue
        value, place = min(found, key=lambda entry: (entry[1].start, entry[1].start - entry[1].end))
        return None if _bounded(piece, place) else (value, place)
    return None


_NONE = "nichts"


def _refused(portion: Portion) -> Chunk | None:
    """„Mittagessen hat er komplett abgelehnt“: nothing of it was eaten, unless a part was."""
    low = {word for piece in portion.pieces for word in piece.low}
    if len(portion.pieces) > 1 or low & (
        PARTS | IDLE - {"angeboten", "angereicht", "hingestellt", "bereitgestellt"}
    ):
        return None
    for piece in portion.pieces:
        for index, word in enumerate(piece.low, start=piece.start):
            if word in REFUSED and "nicht" not in piece.low:
                whole = piece.item.view.word(index - 1) in WHOLE
                return piece.part(index - whole, index + 1)
    return None


def _shares(piece: Chunk, choices: list[tuple[str, Phrases]]) -> Iterator[tuple[str, Chunk]]:
    for value, cues in choices:
        place = piece.find(cues)
        if place is not None:
            yield value, piece.part(*place)
    for index in range(piece.start, piece.end):
        number = piece.item.clause.tokens[index].value
        if isinstance(number, Number) and number.fraction in {value for value, _ in choices}:
            yield number.fraction, piece.part(index, index + 1)


def _bounded(piece: Chunk, place: Chunk) -> bool:
    before = piece.item.view.low[max(piece.start, place.start - 3) : place.start]
    return bool(BOUNDS & set(before)) and "nicht" not in place.low


def _dish(portion: Portion, share: Chunk | None) -> tuple[str, tuple[Chunk, ...]] | None:
    parts = [part for piece in portion.pieces if (part := _named(piece, portion, share))]
    if not parts:
        return None
    return ", ".join(join(part.tokens) for part in parts), tuple(parts)


def _named(piece: Chunk, portion: Portion, share: Chunk | None) -> Chunk | None:
    """The words of a piece that name the dish, with a hedge that belongs to its share."""
    taken: set[int] = set()
    for part in (share, portion.meal[1] if portion.meal else None):
        if part is not None and part.item is piece.item:
            taken |= set(range(part.start, part.end))
    named = {i for fact in piece.item.of(FactKind.PERSON) for i in range(*fact.tokens)}
    hedged = bool(set(piece.low) & (SOFT | BOUNDS - {"nicht"}))
    kept = [
        index
        for index, word in enumerate(piece.low, start=piece.start)
        if index not in named
        and (index not in taken or (hedged and share is not None and index < share.end))
        and word not in FUNCTION
        and piece.item.view.kind(index) not in {TokenKind.PUNCT, TokenKind.TIME}
        and not (
            portion.meal and piece.item is portion.meal[1].item and _in(index, portion.meal[1])
        )
    ]
    if not kept:
        return None
    return piece.part(kept[0], kept[-1] + 1)


def _in(index: int, part: Chunk) -> bool:
    return part.start <= index < part.end
