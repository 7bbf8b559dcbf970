"""Numbers broken off and said anew: „vierzehn-, nee, vierundzwanzigtausend“ (R03)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from dokuhelfer.draft.normalise import numerals
from dokuhelfer.draft.normalise.like_by_like import first_typed
from dokuhelfer.draft.normalise.model import Number, Token, TokenKind
from dokuhelfer.draft.normalise.runs import phrase_width
from dokuhelfer.draft.normalise.scene import Repair, Scene
from dokuhelfer.draft.normalise.tables import corrections as table


def broken_number(scene: Scene) -> Repair | None:
    """„vierzehn-, nee, vierundzwanzigtausend“ takes back 14, and 14.000 with it."""
    old = len(scene.before) - 1
    lead = phrase_width(scene.after, 0, table.COPULAS)
    new = first_typed(scene.after, lead)
    if new is None:
        return None
    values = broken_values(scene.before[old], scene.after[new])
    return Repair(old, old + 1, lead=lead, also=values) if values else None


def broken_values(token: Token, new: Token) -> tuple[Token, ...]:
    """What a number word broken off before the number ``new`` may have meant; () for none."""
    text = token.text
    value = numerals.cardinal(text[:-1]) if text.endswith("-") and len(text) > 1 else None
    if value is None or not isinstance(new.value, Number):
        return ()
    scales = (1, 1000) if value < 1000 <= new.value.value else (1,)
    return tuple(_number(token, Decimal(value * scale)) for scale in scales)


def _number(token: Token, value: Decimal) -> Token:
    number = Number(value, spoken=True)
    return replace(token, text=numerals.written(value), kind=TokenKind.NUMBER, value=number)
