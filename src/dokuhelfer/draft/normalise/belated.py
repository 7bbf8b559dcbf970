"""Corrections long after: „… Temperatur war 38,9, nicht 39,1“ takes back the 39,1 said before.

Only where the sentence says of the same thing what a value was, or in the same unit of nothing
else; „verordnet sind 5 mg, nicht 10“ compares two values that both hold, and takes nothing back
(R03).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dokuhelfer.draft.normalise.like_by_like import category, counted
from dokuhelfer.draft.normalise.model import Dropped, DropReason, Number, Token, TokenKind
from dokuhelfer.draft.normalise.runs import (
    ends_clause,
    ends_sentence,
    is_kind,
    low,
    phrase_width,
    quoted,
    word,
)
from dokuhelfer.draft.normalise.tables import corrections as table
from dokuhelfer.draft.normalise.tables import words
from dokuhelfer.draft.normalise.work import Work, pieces

REACH = 120
"""So many tokens back the first value is looked for."""
_NAMED = 5
"""So many tokens before a value its name stands."""
_COPULAS = words("war waren ist sind lautet lautete beträgt betrug heißt hieß lag hatte")
_BOTH_HOLD = words(
    """
    verordnet vorgesehen angeordnet angesetzt soll sollte sollten sollen eigentlich hätte hätten
    statt anstatt geplant plan laut ziel bekommt nimmt wollte will darf muss morgen früher gestern
    normalerweise sonst
    morgens vormittags mittags nachmittags abends nachts links rechts
    linken linker linkes rechten rechter rechtes
    """
)
_PERSONS = words("frau herr herrn")
_POINTING = words("es das die der da dabei")


@dataclass(frozen=True, slots=True)
class _Denial:
    """Half-open range of the words that deny a value, and where that value stands in it."""

    first: int
    last: int
    value: int
    right: int


def belated(work: Work) -> Work:
    """Values denied later, and the denial itself, leave the text."""
    tokens = work.tokens
    inside = quoted(tokens)
    withdrawn = {token.value for piece in work.dropped for token in piece.tokens}
    gone: set[int] = set()
    dropped: list[Dropped] = []
    for at in range(len(tokens)):
        if at in gone or inside[at]:
            continue
        at_once = _at_once(tokens, at)
        if at_once is not None:
            first, middle, last = at_once
            gone.update(range(first, last))
            dropped.extend(pieces(tokens[first:middle], DropReason.WITHDRAWN, tokens[first:middle]))
            dropped.extend(pieces(tokens[middle:last], DropReason.CORRECTION))
            continue
        denial = None if low(tokens, at) != "nicht" else _denial(tokens, at)
        if denial is None:
            continue
        old = _said_before(tokens, denial)
        if old is None and tokens[denial.value].value not in withdrawn:
            continue  # what an earlier correction withdrew leaves a denial that says nothing
        taken = range(0) if old is None or inside[old] else range(old, _behind_unit(tokens, old))
        gone.update(taken, range(denial.first, denial.last))
        marker = _marker(tokens, denial)
        gone.update(marker)
        dropped.extend(pieces(tokens[marker.start : marker.stop], DropReason.CORRECTION))
        before = tokens[taken.start : taken.stop]
        dropped.extend(pieces(before, DropReason.WITHDRAWN, before))
        dropped.extend(pieces(tokens[denial.first : denial.last], DropReason.CORRECTION))
    if not gone:
        return work
    kept = tuple(token for at, token in enumerate(tokens) if at not in gone)
    return Work(kept, work.dropped + tuple(dropped))


def _at_once(tokens: Sequence[Token], at: int) -> tuple[int, int, int] | None:
    """„um drei, also nicht um drei, sondern um vier“; „Suppe, also keine Suppe, Brei“.

    Returns:
        Where what is taken back begins, where it ends and its denial begins, where that ends.
    """
    if word(tokens, at) not in _DENYING:
        return None
    denied = at + 1 + (word(tokens, at + 1) in table.PLACE_PREPOSITIONS)
    middle = at - (word(tokens, at - 1) in _ALSO)
    middle -= low(tokens, middle - 1) == ","
    old = _the_same(tokens, middle, denied)
    if old is None:
        return None
    last = _behind_unit(tokens, denied)
    marked = low(tokens, last) == ","
    sondern = word(tokens, last + marked) == "sondern"
    new = last + marked + sondern
    again = word(tokens, denied - 1) if denied > at + 1 else ""
    repeats = bool(again) and word(tokens, new) == again
    if not (marked or sondern) or not _replaced(tokens, denied, new + repeats):
        return None
    whole = repeats and again == word(tokens, old - 1)
    noun = tokens[denied].kind is TokenKind.WORD
    return old - whole, (old + 1 if noun else middle), new - (noun and old + 1 < middle)


def _the_same(tokens: Sequence[Token], middle: int, denied: int) -> int | None:
    """Where what is denied was said right before, with nothing but its unit or verb behind it."""
    said = _value(tokens, denied)
    if said is None:
        return None
    for old in range(middle - 1, max(-1, middle - 1 - _AT_ONCE), -1):
        if ends_clause(tokens[old]):
            return None
        if _value(tokens, old) == said:
            return old
    return None


def _value(tokens: Sequence[Token], at: int) -> object:
    """By what a value is known again: of a pair by its first number; of a noun by its letters."""
    if not 0 <= at < len(tokens):
        return None
    value = tokens[at].value
    if isinstance(value, Number):
        return value.value
    return value if value is not None else _noun(tokens, at) or None


def _replaced(tokens: Sequence[Token], denied: int, new: int) -> bool:
    """Whether something of the same kind follows instead."""
    if category(tokens, denied):
        return category(tokens, new) == category(tokens, denied)
    return bool(_noun(tokens, new)) and low(tokens, new) not in _PERSONS


_AT_ONCE = 3
_DENYING = frozenset({"nicht", "kein", "keine", "keinen"})
_ALSO = frozenset({"also", "nein", "nee", "halt"})


def _denial(tokens: Sequence[Token], at: int) -> _Denial | None:
    """„…, nicht 39,1“ behind its own value, or „nicht 39,1, sondern …“ before it."""
    value = at + 1
    if not category(tokens, value) or low(tokens, at - 1) in _COPULAS and _sondern(tokens, at) < 0:
        return None
    sondern = _sondern(tokens, at)
    if sondern >= 0:
        right = next((p for p in range(sondern, sondern + 3) if category(tokens, p)), -1)
        return None if right < 0 else _Denial(at, sondern, value, right)
    last = _behind_unit(tokens, value)
    ends = last >= len(tokens) or ends_clause(tokens[last])
    first = at - (low(tokens, at - 1) == ",")
    right = first - 1 - is_kind(tokens, first - 1, TokenKind.UNIT)
    alike = category(tokens, right) == category(tokens, value)
    return _Denial(first, last, value, right) if ends and alike else None


def _sondern(tokens: Sequence[Token], at: int) -> int:
    """Index behind „sondern“ where it follows the denied value, -1 where it does not."""
    place = _behind_unit(tokens, at + 1)
    place += low(tokens, place) == ","
    return place + 1 if low(tokens, place) == "sondern" else -1


def _behind_unit(tokens: Sequence[Token], at: int) -> int:
    return at + 1 + is_kind(tokens, at + 1, TokenKind.UNIT)


def _opening(tokens: Sequence[Token], denial: _Denial) -> int:
    """Where the sentence of a denial begins, as far back as a value is looked for."""
    start = min(denial.first, denial.right)
    lowest = max(0, start - REACH)
    while start > lowest and not ends_sentence(tokens[start - 1]):
        start -= 1
    return start


def _marker(tokens: Sequence[Token], denial: _Denial) -> range:
    """„Moment,“, „Korrektur:“: what opens the sentence and only announces it."""
    start = _opening(tokens, denial)
    end = start + phrase_width(tokens, start, table.STRONG)
    while end > start and is_kind(tokens, end, TokenKind.PUNCT):
        end += 1
    return range(start, end)


def _said_before(tokens: Sequence[Token], denial: _Denial) -> int | None:
    """Where the denied value was said of the same thing in an earlier sentence.

    Never across a name: what is not so with one person may well be with the one before.
    """
    start = _opening(tokens, denial)
    sentence = {low(tokens, at) for at in range(start, denial.last)}
    if not sentence & _COPULAS or sentence & (_BOTH_HOLD | _PERSONS):
        return None
    nouns = {name for at in range(start, denial.last) if (name := _noun(tokens, at))}
    unit = counted(tokens, denial.right)
    denied = tokens[denial.value]
    for old in range(start - 1, max(-1, start - REACH), -1):
        if low(tokens, old) in _PERSONS:
            return None
        if tokens[old].kind is not denied.kind or tokens[old].value != denied.value:
            continue
        about = {_noun(tokens, at) for at in range(max(0, old - _NAMED), old)} & nouns
        if about or (not nouns and unit and unit == counted(tokens, old)):
            return old
    return None


def _noun(tokens: Sequence[Token], at: int) -> str:
    capital = is_kind(tokens, at, TokenKind.WORD) and tokens[at].text[:1].isupper()
    return word(tokens, at) if capital and low(tokens, at) not in _POINTING else ""
