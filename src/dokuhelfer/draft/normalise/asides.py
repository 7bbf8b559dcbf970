"""What is said beside a dictation leaves it: to the recorder, to oneself, to somebody who comes in.

„Stopp Aufnahme“, „Wo war ich?“, „Moment, ich komm gleich, Frau Huber.“ Only whole sentences, or
pieces between marks, that consist of known phrases and nothing else; where somebody's words are
reported („Sie ruft: Ich komm gleich“) they are content (domain.md §4 "Meta/Störung").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from dokuhelfer.draft.normalise.model import DropReason, Token, TokenKind
from dokuhelfer.draft.normalise.runs import (
    ends_clause,
    ends_sentence,
    is_kind,
    low,
    phrase_width,
    quoted,
    unmarked,
    word,
)
from dokuhelfer.draft.normalise.tables import asides as table
from dokuhelfer.draft.normalise.tables import numerals as numeral_table
from dokuhelfer.draft.normalise.tables.strikes import VERBS
from dokuhelfer.draft.normalise.told import (
    LONGEST,
    answered,
    asks_colleague,
    beside,
    charged,
    right_before,
)
from dokuhelfer.draft.normalise.work import Work, pieces

TEST_REACH = 6


class _Sort(Enum):
    """What a piece between marks is, in the order in which one outweighs another."""

    BETWEEN = auto()
    """A word or a name that says nothing alone."""
    BESIDE = auto()
    """An aside where others are."""
    LAST = auto()
    """An aside as the last sentence, or where others are."""
    SOLE = auto()
    """An aside where it is the whole sentence, or beside others."""
    RECORDER = auto()
    """To the recorder, or about the dictating itself."""
    SELF = auto()
    SOMEBODY = auto()
    """To somebody who comes in or to oneself: clients say the same."""
    CONTENT = auto()


_WHOLE = frozenset({_Sort.SOLE, _Sort.RECORDER, _Sort.SELF, _Sort.SOMEBODY})


@dataclass(frozen=True, slots=True)
class _Gone:
    """Tokens that leave the text, and why."""

    places: range
    reason: DropReason = DropReason.COMMAND


def asides(work: Work) -> Work:
    """Leave out what is said beside the dictation."""
    gone = {at: out.reason for out in _gone(work.tokens) for at in out.places}
    if not gone:
        return work
    kept = tuple(token for at, token in enumerate(work.tokens) if at not in gone)
    dropped = tuple(
        piece
        for first, last in _runs(gone)
        for piece in pieces(work.tokens[first:last], gone[first])
    )
    return Work(kept, work.dropped + dropped)


def _gone(tokens: Sequence[Token]) -> Iterator[_Gone]:
    """All that leaves the text, sentence by sentence."""
    inside = quoted(tokens)
    behind = False
    start = 0
    while start < len(tokens):
        end = start
        while end < len(tokens) and not ends_sentence(tokens[end]):
            end += 1
        end = min(end + 1, len(tokens))
        out: tuple[_Gone, ...] = ()
        if not any(inside[start:end]) and (behind or not right_before(tokens, start)):
            out = _of_sentence(tokens, start, end, behind=behind)
        yield from out
        behind = len(out) == 1 and out[0].places == range(start, end)
        start = end


def _runs(places: Mapping[int, DropReason]) -> Iterator[tuple[int, int]]:
    for first in sorted(places):
        if places.get(first - 1) is places[first]:
            continue
        last = first
        while places.get(last) is places[first]:
            last += 1
        yield first, last


def _of_sentence(
    tokens: Sequence[Token], start: int, end: int, *, behind: bool
) -> tuple[_Gone, ...]:
    """What goes of one sentence; ``behind``: whether the one before it went as a whole."""
    whole = range(start, end)
    if asks_colleague(tokens, start, end):
        told = beside(tokens, start, end)
        return () if told else (_Gone(whole, DropReason.ASIDE),)
    if opening := _entry(tokens, start):
        return opening
    parts = [(part, _sort(tokens, part)) for part in _parts(tokens, start, end)]
    sorts = {sort for _, sort in parts}
    if _Sort.CONTENT not in sorts:
        reason = _reason(tokens, whole, sorts, behind=behind)
        return () if reason is None else (_Gone(whole, reason),)
    return (
        *_opening(tokens, start, end),
        *_single(tokens, parts),
        *_phrases(tokens, start, end),
    )


def _reason(
    tokens: Sequence[Token], whole: range, sorts: set[_Sort], *, behind: bool
) -> DropReason | None:
    """Why a sentence without content goes as a whole; None where it stays."""
    last = whole.stop == len(tokens) and _Sort.LAST in sorts
    tested = whole.start == 0 and word(tokens, 0) == "test"
    sorry = word(tokens, whole.start) in table.SORRY
    near = behind or sorry or _aside_at(tokens, whole.stop)
    others = near and sorts & {_Sort.BESIDE, _Sort.LAST}
    if not (sorts & _WHOLE or last or tested or others):
        return None
    asked = low(tokens, whole.stop - 1) == "?" and _Sort.SELF not in sorts
    if asked and answered(tokens, whole.stop):
        return None
    if _Sort.SOMEBODY in sorts:
        return None if beside(tokens, whole.start, whole.stop) else DropReason.ASIDE
    return DropReason.COMMAND


def _aside_at(tokens: Sequence[Token], start: int) -> bool:
    """Whether the first piece of the next sentence is an aside: „Pause. Weiter geht's.“"""
    part = next(_parts(tokens, start, min(start + LONGEST, len(tokens))), None)
    return part is not None and _sort(tokens, part) in _WHOLE


def _parts(tokens: Sequence[Token], start: int, end: int) -> Iterator[range]:
    """The pieces between marks, without their marks."""
    first = start
    for at in range(start, end + 1):
        if at == end or ends_clause(tokens[at]):
            if at > first:
                yield range(first, at)
            first = at + 1


def _sort(tokens: Sequence[Token], part: range) -> _Sort:
    """What a piece is, read from left to right as known phrases."""
    if len(part) > LONGEST:
        return _Sort.CONTENT
    if _promises(tokens, part):
        return _Sort.SOMEBODY
    found = _Sort.BETWEEN
    at = part.start
    while at < part.stop:
        width, sort = _next(tokens, at)
        if not width or at + width > part.stop:
            return _Sort.CONTENT
        found = max(found, sort, key=lambda one: one.value)
        at += width
    return found


def _promises(tokens: Sequence[Token], part: range) -> bool:
    """„ich bring Ihnen gleich den Kaffee“: to somebody who stands there."""
    opens = next((at for at in part if word(tokens, at) not in table.BETWEEN), part.start)
    said = {low(tokens, at) for at in part}
    to_somebody = any(tokens[at].text == "Ihnen" for at in part) or "dir" in said
    promise = word(tokens, opens) == "ich" and to_somebody and bool(said & {"gleich", "sofort"})
    return promise and not charged(tokens, part)


def _next(tokens: Sequence[Token], at: int) -> tuple[int, _Sort]:
    for known, sort in _TABLES:
        width = phrase_width(tokens, at, known)
        if width:
            return width, sort
    if word(tokens, at) in table.BETWEEN or _counts_up(tokens, at):
        return 1, _Sort.BETWEEN
    return _name(tokens, at), _Sort.BETWEEN


_TABLES = (
    (table.RECORDER, _Sort.RECORDER),
    (table.SOMEBODY, _Sort.SOMEBODY),
    (table.MUSING, _Sort.SOMEBODY),
    (table.SELF_TALK, _Sort.SELF),
    (table.SOLE, _Sort.SOLE),
    (table.AT_LAST, _Sort.LAST),
    (table.BESIDE, _Sort.BESIDE),
)


def _counts_up(tokens: Sequence[Token], at: int) -> bool:
    """„Test, eins, zwei, drei“."""
    if not is_kind(tokens, at, TokenKind.NUMBER):
        return False
    return any(word(tokens, place) == "test" for place in range(at - TEST_REACH, at))


def _name(tokens: Sequence[Token], at: int) -> int:
    """„Frau Huber“ as somebody is addressed; 0 for none."""
    titled = word(tokens, at) in numeral_table.NAME_TITLES
    named = is_kind(tokens, at + 1, TokenKind.WORD) and tokens[at + 1].text[:1].isupper()
    return 2 if titled and named else 0


def _opening(tokens: Sequence[Token], start: int, end: int) -> tuple[_Gone, ...]:
    """„Schreib mal: …“, „Neuer Eintrag: …“, and a greeting at the very beginning."""
    lead = phrase_width(tokens, start, table.LEADS)
    if lead and _announces(tokens, start + lead, end):
        return (_Gone(range(start, start + lead + 1)),)
    greeting = phrase_width(tokens, start, table.AT_FIRST) if start == 0 else 0
    if greeting and is_kind(tokens, greeting, TokenKind.PUNCT) and greeting + 1 <= end:
        return (_Gone(range(start, greeting + 1)),)
    return ()


def _entry(tokens: Sequence[Token], start: int) -> tuple[_Gone, ...]:
    """„Neuer Eintrag Frau Wolf.“, „Überschrift Pflegebericht.“"""
    entry = phrase_width(tokens, start, table.ENTRY)
    headed = word(tokens, start) == "überschrift" and word(tokens, start + 1)
    if headed or (entry and _name(tokens, start + entry)):
        return (_Gone(range(start, start + (entry or 1))),)
    return ()


def _announces(tokens: Sequence[Token], mark: int, end: int) -> bool:
    """Whether a sentence of its own follows the mark: „Bitte notieren, er schläft.“"""
    if low(tokens, mark) == ":":
        return True
    if low(tokens, mark) != "," or word(tokens, mark + 1) in table.DEPENDENT:
        return False
    return any(word(tokens, at) in VERBS for at in range(mark + 1, end))


def _single(tokens: Sequence[Token], parts: Sequence[tuple[range, _Sort]]) -> Iterator[_Gone]:
    """Asides between the pieces of a sentence that is content; one of their commas goes too."""
    for number, (part, sort) in enumerate(parts):
        last = number == len(parts) - 1
        if not _stands_apart(sort, first=number == 0, last=last):
            continue
        told = beside(tokens, part.start, part.stop) or right_before(tokens, part.start)
        if told or word(tokens, part.stop + 1) in table.DEPENDENT:
            continue
        places = range(part.start - last, part.stop) if last else range(part.start, part.stop + 1)
        yield _Gone(places, DropReason.ASIDE if sort is _Sort.SOMEBODY else DropReason.COMMAND)


def _stands_apart(sort: _Sort, *, first: bool, last: bool) -> bool:
    """Whether a piece of this sort goes there: at an edge more often it is what somebody said."""
    if sort is _Sort.RECORDER:
        return True
    return (sort is _Sort.SELF and not last) or (sort is _Sort.SOMEBODY and not (first or last))


def _phrases(tokens: Sequence[Token], start: int, end: int) -> Iterator[_Gone]:
    """About how words are written, and talk to the recorder where nobody sets marks."""
    for at in range(start, end):
        width = _formatting(tokens, at)
        if not width and unmarked(tokens, at) and not right_before(tokens, at):
            width = phrase_width(tokens, at, table.UNMARKED)
        if width:
            yield _Gone(range(at, at + width))


def _formatting(tokens: Sequence[Token], at: int) -> int:
    """„bitte fett“ at the end of a piece, „groß geschrieben“ right behind a name; 0 for none."""
    width = phrase_width(tokens, at, table.FORMATTING)
    if width and (at + width == len(tokens) or ends_clause(tokens[at + width])):
        return width
    named = _name(tokens, at - 2) and tokens[at].text.islower()
    goes_on = word(tokens, at - 3) in table.RECIPIENT
    return phrase_width(tokens, at, table.SPELLED) if named and not goes_on else 0
