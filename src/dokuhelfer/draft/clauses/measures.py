"""Measurements said in a row: where the next one begins without a comma."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.facts.lexicon.measures import MEASURES
from dokuhelfer.draft.facts.lexicon.people import ADDRESS
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.view import plain
from dokuhelfer.draft.normalise.model import Number, Token, TokenKind

MEASURE_WORDS = frozenset(
    name[0] for measure in MEASURES for name in measure.names if name not in {("s", "p", "o", "2")}
)
_HEADING = 8
"""Up to so many tokens a person and a time are the heading of measurements."""

_LEADING_IN = frozenset(
    {"bei", "mit", "und", "der", "die", "das", "ihr", "sein", "ihre", "am", "ohne", "unter"}
)
"""Before the name of a measurement: they belong to it."""
_LITRES = frozenset({"l", "liter", "litern", "kein", "keinen"})
"""„unter 2 l Sauerstoff“: how much was given, no measurement."""
_VALUE_REACH = 2
_OWN_REACH = 5
_SOON_AGAIN = 3
_AGAIN = frozenset({"nochmal", "erneut", "kontrolle", "nachgemessen", "nochmals", "wieder"})


def _is_measured(tokens: Sequence[Token]) -> bool:
    """Whether the last tokens name a measurement with a value."""
    near = tokens[-_MEASURED_REACH:]
    named = any(plain(token.text) in MEASURE_WORDS for token in near)
    return named and any(isinstance(token.value, Number) for token in near)


_MEASURED_REACH = 12


def measures_anew(sentence: Sequence[Token], index: int, current: Sequence[Token]) -> bool:
    """„… mit 2 Litern um 20:45 nochmal gemessen …“: another measurement begins with its time."""
    token = sentence[index]
    opens = plain(token.text) in {"um", "gegen"} and token.kind is TokenKind.WORD
    if not opens or not _is_measured(current):
        return False
    ahead = sentence[index + 1 : index + 2 + _SOON_AGAIN]
    timed = bool(ahead) and ahead[0].kind is TokenKind.TIME
    return timed and any(plain(other.text) in _AGAIN for other in ahead)


def next_measure(sentence: Sequence[Token], index: int, current: Sequence[Token]) -> bool:
    """Whether a measurement begins behind another one, or behind a name, without a comma."""
    token = sentence[index]
    if plain(token.text) not in MEASURE_WORDS or token.kind is not TokenKind.WORD:
        return False
    before = plain(current[-1].text)
    if before in _LEADING_IN or (plain(token.text) == "sauerstoff" and before in _LITRES):
        return False
    ahead = sentence[index + 1 : index + 1 + _VALUE_REACH]
    if _names_what_was_said(current, sentence[index + 1 : index + 1 + _OWN_REACH]):
        return False
    if any(isinstance(other.value, Number) for other in ahead) and _is_measured(
        sentence[max(0, index - _MEASURED_REACH) : index]
    ):
        return True
    measured = _is_measured(current)
    headed = len(current) <= _HEADING and not any(plain(other.text) in FINITE for other in current)
    named = headed and any(plain(other.text) in ADDRESS for other in current)
    return measured or named


def _names_what_was_said(current: Sequence[Token], ahead: Sequence[Token]) -> bool:
    """„um acht 118 Blutzucker“: the name follows its value and has none of its own."""
    last = len(current) - 1 - (current[-1].kind is TokenKind.UNIT)
    said = last >= 0 and isinstance(current[last].value, Number)
    said = said and current[-1].text not in _LITRES
    ends = next((at for at, token in enumerate(ahead) if token.kind is TokenKind.PUNCT), len(ahead))
    own = any(isinstance(token.value, Number) for token in ahead[:ends])
    named = any(plain(token.text) in MEASURE_WORDS for token in current[max(0, last - 2) : last])
    return said and not own and not named


def begins_measure(tokens: Sequence[Token]) -> bool:
    """Whether a piece opens with the name of a measurement."""
    first = plain(tokens[0].text)
    if first in MEASURE_WORDS and first not in {"fieber", "zucker", "größe", "skala"}:
        return True
    if first in {"fieber", "zucker"}:
        return any(isinstance(token.value, Number) for token in tokens)
    return False
