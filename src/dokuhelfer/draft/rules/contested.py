"""Values behind which „nein“ or „stimmt nicht“ stands and nothing was put right: no value (R03).

The normaliser takes back what is clearly replaced. Where it does not understand a correction every
word stays in the text; a typed field must not hold what may have been taken back, so it is left
open, and the words show why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.model import Token, TokenKind
from dokuhelfer.draft.normalise.runs import ends_sentence, low, phrase_width
from dokuhelfer.draft.normalise.tables import corrections as table
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.typed import Fill
from dokuhelfer.draft.template.model import Field, FieldType

_WORDED = {FieldType.TEXT, FieldType.LIST, FieldType.GROUP}
_NOES = words("nein nee nö falsch quatsch")
_CLOSE = 1
"""So many words between a value and its „nein“: „38,4 rektal, nee“."""
_EXPLAINED = 6
"""Among so many tokens a denial explains a weak „nein“: „NRS 3, nein, Fieber hat er nicht“."""


def leave_contested_open(fields: Sequence[Field], items: Sequence[Item], fill: Fill) -> None:
    """Empty the typed fields whose value is followed by an unsettled correction."""
    tokens = [token for item in items for token in item.clause.tokens]
    places = {(token.span.segment, token.span.end): at for at, token in enumerate(tokens)}
    # Computed before any is emptied, so that every value answers for its own „nein“.
    values = {
        (span.segment, span.start)
        for field in fields
        if field.id in fill.fields and field.type not in _WORDED
        for note in fill.fields[field.id].statements
        for span in note.evidence
    }
    for field in fields:
        filled = fill.fields.get(field.id)
        if filled is None or field.type in _WORDED:
            continue
        spans = [span for note in filled.statements for span in note.evidence]
        if any(_is_contested(tokens, places, values, span) for span in spans):
            del fill.fields[field.id]
            for span in spans:
                _give_back(items, span, fill)


def _is_contested(
    tokens: Sequence[Token],
    places: Mapping[tuple[int, int], int],
    values: Set[tuple[int, int]],
    span: Span,
) -> bool:
    """Whether „nein“ stands behind it: a value in between („38,4 rektal, nee“) takes the „nein“."""
    at = places.get((span.segment, span.end))
    if at is None:
        return False
    passed = 0
    for place in range(at + 1, len(tokens)):
        if ends_sentence(tokens[place]):
            return False
        strong = phrase_width(tokens, place, table.STRONG)
        if strong or low(tokens, place) in _NOES:
            return _replaces(tokens, place + max(strong, 1), strong=bool(strong))
        if tokens[place].kind is TokenKind.PUNCT:
            continue
        passed += tokens[place].kind is not TokenKind.UNIT
        other = (tokens[place].span.segment, tokens[place].span.start) in values
        if passed > _CLOSE or other:
            return False
    return False


def _replaces(tokens: Sequence[Token], behind: int, *, strong: bool) -> bool:
    """Whether something is said instead; behind a weak „nein“ a denial only goes on."""
    if behind >= len(tokens) or ends_sentence(tokens[behind]):
        return strong
    following = {low(tokens, at) for at in range(behind, behind + _EXPLAINED)}
    return strong or not following & table.NEGATIONS


def _give_back(items: Sequence[Item], span: Span, fill: Fill) -> None:
    """The words of a value that fills nothing stand where their clause is quoted."""
    for item in items:
        used = fill.used.get(item.clause.number)
        for index, token in enumerate(item.clause.tokens if used else ()):
            within = token.span.segment == span.segment
            if used and within and span.start <= token.span.start < span.end:
                used.discard(index)
