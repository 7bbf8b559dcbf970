"""Which of two readings of a clock phrase is meant: day-part words, shift, time of dictation.

An event lies before its dictation unless words say that it lies ahead. Where shift and dictation
disagree both readings stay, the likelier first. Sources: domain.md §4 "Uhrzeit", §5 (shift hours).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.normalise.hours import DAY, DAYTIME
from dokuhelfer.draft.normalise.model import Clock, Day, Token
from dokuhelfer.draft.normalise.opening import opening_window
from dokuhelfer.draft.normalise.runs import clause_bounds, ends_sentence, low, word
from dokuhelfer.draft.normalise.tables import clock as table

NEAR_PAST = 540
"""Minutes: what happened within the last nine hours — a shift — is what staff report."""

SOON = 240
"""Minutes: within four hours the next such hour is meant, be it night."""

EVENING = 1140
"""19:00: what a shift hands on from then on is for the coming night first of all."""

LONGEST_CLAUSE = 24
"""Tokens beyond which a clause is a run of several without marks between them."""

NEAR_WORDS = 7
NEAR_AHEAD = 5
"""Without marks what stands farther behind a time belongs to the next clause, as a rule."""
NOUN_REACH = 3
"""So many words behind a time a noun names its part of the day: „um acht die Abendmedikation“."""

_DAY_PART_NOUNS = frozenset({"abend", "mittag", "nacht", "vormittag", "nachmittag"})


def settle(tokens: Sequence[Token], context: Context) -> tuple[Token, ...]:
    """TIME tokens with their readings cut down, or ordered, by what is known."""
    result: list[Token] = []
    opening = opening_window(tokens)
    for at, token in enumerate(tokens):
        value = token.value
        if not isinstance(value, Clock) or value.settled:
            result.append(token)
            continue
        listed = _next_of_series(result, value.readings)
        chosen = replace(value, readings=listed or _choose(tokens, at, value.readings, context))
        if opening is not None and listed is None:
            chosen = replace(chosen, readings=_by_opening(tokens, at, value, chosen, opening))
        result.append(replace(token, text=chosen.text(), value=chosen))
    return tuple(result)


def _by_opening(
    tokens: Sequence[Token], at: int, said: Clock, chosen: Clock, window: tuple[int, int]
) -> tuple[int, ...]:
    """The reading within the window first, the other one still offered: the report may go on."""
    start, end = _around(tokens, at)
    words = {low(tokens, place) for place in range(start, end)}
    own = _right_behind(tokens, at, said.readings) or _by_day_part(
        tokens, start, end, said.readings
    )
    fitting = [minute for minute in said.readings if _within(minute, window)]
    other = words & (table.FUTURE | table.OTHER_DAY | {"heute", "heut", "morgen"})
    if own is not None or len(fitting) != 1 or other - {"gestern"}:
        return chosen.readings
    return _first(fitting[0], said.readings)


def _next_of_series(before: Sequence[Token], readings: tuple[int, ...]) -> tuple[int, ...] | None:
    """„um 23 Uhr und um 3 Uhr“: the reading that comes next behind the time said just before."""
    at = len(before) - 1
    if {low(before, at), low(before, at - 1)} & _INSTEAD:
        return _nearest_before(before, readings)
    while at >= 0 and len(before) - at <= _LINKED and low(before, at) in _SERIES:
        at -= 1
    value = before[at].value if 0 <= at < len(before) - 1 else None
    linked = {low(before, place) for place in range(at + 1, len(before))} & {"und", "dann", ","}
    if not isinstance(value, Clock) or not value.settled or not linked:
        return None
    near = [minute for minute in readings if 0 < (minute - value.readings[0]) % DAY <= NEXT]
    return (near[0],) if len(near) == 1 else None


def _nearest_before(before: Sequence[Token], readings: tuple[int, ...]) -> tuple[int, ...] | None:
    """„erst um 6 Uhr statt um 5“: what should have been lies near what was."""
    last = (token.value for token in reversed(before[-_INSTEAD_REACH:]))
    clock = next((value for value in last if isinstance(value, Clock) and value.settled), None)
    if clock is None:
        return None
    apart = {minute: abs(minute - clock.readings[0]) for minute in readings}
    return (min(readings, key=apart.__getitem__),)


_INSTEAD = frozenset({"statt", "anstatt"})
_INSTEAD_REACH = 8
NEXT = 480
"""Minutes: what is done every few hours comes again within eight."""
_LINKED = 5
_SERIES = frozenset(
    {",", "uhr", "und", "um", "dann", "nochmal", "noch", "mal", "wieder", "gegen", "so"}
)


def _choose(
    tokens: Sequence[Token], at: int, readings: tuple[int, ...], context: Context
) -> tuple[int, ...]:
    start, end = _around(tokens, at)
    by_words = _right_behind(tokens, at, readings) or _by_day_part(tokens, start, end, readings)
    if by_words is not None:
        return by_words
    words = {low(tokens, place) for place in range(start, end)}
    dated = any(_is_other_day(tokens[place].value, context) for place in range(start, end))
    other_day = dated or bool(words & table.OTHER_DAY)
    ordered = _by_sentence(tokens, at, readings)
    if words & {"heute", "heut"} and not other_day and context.recorded is not None:
        ordered = _today(ordered, context)
    if words & table.FUTURE:
        return _daytime_first(ordered) if other_day else _ahead(ordered, context)
    if other_day and words & table.WEEKDAYS and not words & table.TOLD:
        return _daytime_first(ordered)
    if other_day:
        return _by_shift(ordered, context) or ordered
    if not words & table.TOLD and (soon := _soon(ordered, context)):
        return _first(soon[0], ordered)
    return _behind(ordered, context, told=bool(words & table.PAST))


def _around(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The clause of the time; without marks only the words next to it say something about it."""
    start, end = clause_bounds(tokens, at)
    if end - start <= LONGEST_CLAUSE:
        return start, end
    return max(start, at - NEAR_WORDS), min(end, at + NEAR_AHEAD + 1)


def _is_other_day(value: object, context: Context) -> bool:
    """Whether a token names a date that is not, or may not be, that of the dictation."""
    if not isinstance(value, Day):
        return False
    today = context.recorded
    return today is None or (value.day, value.month) != (today.day, today.month)


def _by_day_part(
    tokens: Sequence[Token], start: int, end: int, readings: tuple[int, ...]
) -> tuple[int, ...] | None:
    """The one reading that fits the day-part words of these tokens; None when that is not one."""
    return _fitting(tokens, range(start, end), readings)


def _fitting(
    tokens: Sequence[Token], places: Iterable[int], readings: tuple[int, ...]
) -> tuple[int, ...] | None:
    windows = [window for place in places if (window := day_part(tokens, place))]
    fitting = tuple(
        minute for minute in readings if any(_within(minute, window) for window in windows)
    )
    return fitting if len(fitting) == 1 else None


def _right_behind(
    tokens: Sequence[Token], at: int, readings: tuple[int, ...]
) -> tuple[int, ...] | None:
    """„um ein Uhr nachts und um eins mittags“: the day part behind a time is its own.

    Of nouns such as „Abendmedikation“ only those right behind: what is said about the evening's
    drugs at nine in the morning stands elsewhere.
    """
    behind = at + 1 + (low(tokens, at + 1) == "uhr")
    own = _fitting(tokens, (behind,), readings)
    if own is not None:
        return own
    _, end = clause_bounds(tokens, at)
    nouns = range(behind, min(behind + NOUN_REACH, end))
    windows = (_of_compound(word(tokens, place)) for place in nouns)
    return next((found for window in windows if (found := _inside(readings, window))), None)


def _inside(readings: tuple[int, ...], window: tuple[int, int] | None) -> tuple[int, ...] | None:
    fitting = tuple(minute for minute in readings if window is not None and _within(minute, window))
    return fitting if len(fitting) == 1 else None


def day_part(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Minutes of the day a word such as „abends“ or „gestern Abend“ means, half-open."""
    text, before = word(tokens, at), word(tokens, at - 1)
    if text == "morgen":
        return table.DAY_PARTS["morgens"] if before in table.MORNING_AFTER else None
    if text in _DAY_PART_NOUNS and before not in table.DAY_WORDS:
        return None
    return table.DAY_PARTS.get(text)


def _of_compound(text: str) -> tuple[int, int] | None:
    """„Abendmedikation“, „Mittagsruhe“, „Frühstücksinsulin“."""
    for begin, part in table.DAY_PART_COMPOUNDS:
        if text.startswith(begin) and len(text) > len(begin) + 2:
            return None if text.endswith(table.NO_DAY_PART) else table.DAY_PARTS[part]
    return None


def _within(minute: int, window: tuple[int, int]) -> bool:
    start, end = window
    return start <= minute < end or start <= minute + DAY < end


def _by_sentence(tokens: Sequence[Token], at: int, readings: tuple[int, ...]) -> tuple[int, ...]:
    """A day part elsewhere in the sentence makes a reading likelier, no more."""
    start = at
    while start > 0 and at - start < 40 and not ends_sentence(tokens[start - 1]):
        start -= 1
    end = at
    while end < len(tokens) and end - at < 40 and not ends_sentence(tokens[end]):
        end += 1
    likelier = _by_day_part(tokens, start, end, readings)
    return readings if likelier is None else _first(likelier[0], readings)


def _first(minute: int, readings: tuple[int, ...]) -> tuple[int, ...]:
    return (minute, *(other for other in readings if other != minute))


def _by_shift(readings: tuple[int, ...], context: Context) -> tuple[int, ...] | None:
    if context.shift is None:
        return None
    window = table.SHIFTS[context.shift.value]
    fitting = tuple(minute for minute in readings if _within(minute, window))
    return fitting if len(fitting) == 1 else None


def _now(context: Context) -> int | None:
    if context.recorded is None:
        return None
    return context.recorded.hour * 60 + context.recorded.minute


def _daytime_first(readings: tuple[int, ...]) -> tuple[int, ...]:
    daytime = [minute for minute in readings if minute in DAYTIME]
    return _first(daytime[0], readings) if daytime else readings


def _ahead(readings: tuple[int, ...], context: Context) -> tuple[int, ...]:
    """Something planned: the next such hour when it is near or in the daytime."""
    now = _now(context)
    if now is None:
        return _daytime_first(readings)
    nearest = min(readings, key=lambda minute: (minute - now) % DAY)
    wait = (nearest - now) % DAY
    if wait <= SOON or (wait <= NEAR_PAST and nearest in DAYTIME):
        return (nearest,)
    if wait <= NEAR_PAST and now >= EVENING and context.shift is not None:
        return _first(nearest, readings)
    return _daytime_first(readings)


def _today(readings: tuple[int, ...], context: Context) -> tuple[int, ...]:
    """„heute um zehn“, said at 08:30, is no hour of yesterday evening."""
    now = _now(context)
    ahead = now is not None and min(readings) > now
    return (min(readings),) if ahead and min(readings) in DAYTIME else readings


def _soon(readings: tuple[int, ...], context: Context) -> tuple[int, ...]:
    """„der geht heute um drei zum Friseur“ at 13:45: near ahead, where none is near behind."""
    now = _now(context)
    if now is None or any((now - minute) % DAY <= NEAR_PAST for minute in readings):
        return ()
    return tuple(minute for minute in readings if (minute - now) % DAY <= SOON)


def _behind(readings: tuple[int, ...], context: Context, *, told: bool) -> tuple[int, ...]:
    """Something that happened: within the shift, and before it was dictated.

    Where no word tells of the past (``told``), an hour of the shift that is near outranks one
    long before the shift began.
    """
    now, by_shift = _now(context), _by_shift(readings, context)
    if now is None:
        return by_shift or readings
    nearest = min(readings, key=lambda minute: (now - minute) % DAY)
    age = (now - nearest) % DAY
    if age <= NEAR_PAST or by_shift == (nearest,):
        return (nearest,)
    if by_shift is not None and not told and (by_shift[0] - now) % DAY <= SOON:
        return _first(by_shift[0], readings)
    return _first(nearest, readings)
