"""Which field a dictated number belongs to, by the label that stands nearest to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dokuhelfer.draft.check.input import Item
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.place import Place, cued
from dokuhelfer.draft.check.quantities import Quantity, QuantityKind
from dokuhelfer.draft.facts.view import word_matches
from dokuhelfer.draft.normalise.model import Number, Token
from dokuhelfer.draft.template.model import Field, FieldType

_NUMBERS = frozenset({FieldType.INT, FieldType.DECIMAL})
_LENGTHS = frozenset({"cm", "mm"})
_SIDES = ("laenge_cm", "breite_cm")
"""„4 mal 3“ names the length first (domain.md §1, wound documentation)."""
_CONTROL = "kontrollmessung"


def of_another_field(item: Item, value: Decimal, place: Place) -> Quantity | None:
    """What was said of this field where its value was said of other fields only.

    None unless every mention of the value stands with the label of another number field
    and a different number stands with the label of this one.
    """
    fields = [field for field in _siblings(item, place) if field.type in _NUMBERS]
    own: list[Quantity] = []
    taken = False
    for piece in place.pieces:
        for quantity in piece.quantities:
            if quantity.kind is not QuantityKind.NUMBER:
                continue
            owner = _owner(piece, quantity, fields)
            if quantity.value == value:
                if owner in {None, item.member.id}:
                    return None
                taken = True
            elif owner == item.member.id:
                own.append(quantity)
    return own[0] if taken and own else None


def _siblings(item: Item, place: Place) -> Sequence[Field]:
    return place.template.fields if item.entry is None else item.field.members


def _owner(piece: Piece, quantity: Quantity, fields: Sequence[Field]) -> str | None:
    """Id of the field whose label stands nearest in the same part: before, else behind."""
    tokens = piece.clause.tokens
    side = _side(tokens, quantity)
    if side is not None:
        return side
    start, end = _part(tokens, quantity.index)
    before = _labels(tokens[start : quantity.index], fields)
    if before:
        return max(before)[2]
    behind = _labels(tokens[quantity.index + 1 : end], fields)
    return min(behind, key=lambda found: (found[0], -found[1]))[2] if behind else None


def _side(tokens: Sequence[Token], quantity: Quantity) -> str | None:
    """Length or breadth of „4 x 3 cm“; None for a square, which fits both."""
    number = tokens[quantity.index].value
    if not isinstance(number, Number) or len(number.pair) != 1 or number.joiner.strip() != "x":
        return None
    if quantity.unit not in _LENGTHS or number.value == number.pair[0]:
        return None
    return _SIDES[quantity.value != number.value]


def _part(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The tokens around a number up to the commas, semicolons and numbers beside it."""
    start, end = at, at + 1
    while start > 0 and not _ends(tokens[start - 1]):
        start -= 1
    while end < len(tokens) and not _ends(tokens[end]):
        end += 1
    return start, end


def _ends(token: Token) -> bool:
    return token.text in {",", ";", ".", ":", "und"} or isinstance(token.value, Number)


def _labels(tokens: Sequence[Token], fields: Sequence[Field]) -> list[tuple[int, int, str]]:
    """Last token, length and field of each label among ``tokens``."""
    words = [token.text.lower() for token in tokens]
    return [
        (end, size, field.id)
        for field in fields
        for cue in (*field.cues, field.label.lower())
        for end, size in _ends_of(words, cue.split())
    ]


def _ends_of(words: Sequence[str], phrase: Sequence[str]) -> Iterator[tuple[int, int]]:
    size = len(phrase)
    for start in range(len(words) - size + 1):
        span = words[start : start + size]
        if all(word_matches(part, word) for part, word in zip(phrase, span, strict=True)):
            yield start + size, size


def measured_first(item: Item, quantity: Quantity, place: Place) -> Quantity | None:
    """What was said before the control measurement where ``quantity`` stems from it alone.

    None in templates without a field of its own for the control measurement.
    """
    field = next((f for f in place.template.fields if f.id == _CONTROL), None)
    if item.entry is not None or field is None or item.member.id == field.id:
        return None
    first: list[Quantity] = []
    again: list[Quantity] = []
    sentence = -1
    for piece in place.pieces:
        if cued(piece, field.cues):
            sentence = piece.clause.sentence
        part = again if piece.clause.sentence == sentence else first
        part.extend(q for q in piece.quantities if _alike(q, quantity))
    values = {other.readings or other.value for other in first}
    of_control = {other.readings or other.value for other in again} - values
    held = (quantity.readings or quantity.value) in of_control
    return first[0] if first and held else None


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.kind is other.kind and one.of is other.of
