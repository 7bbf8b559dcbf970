"""The document's head: day and time of the event, and what the context says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.facts.event import first_content, lead_time
from dokuhelfer.draft.facts.modality import is_participle, modality
from dokuhelfer.draft.facts.model import Fact, FactKind, Modality
from dokuhelfer.draft.facts.view import View
from dokuhelfer.draft.model import Head
from dokuhelfer.draft.normalise.model import Clock, Day

_EVENING = 18 * 60
"""A time of the event from here on (minutes) …"""
_MORNING = 10
"""… dictated before this hour leaves open which day is meant (design, "Draft")."""
_BACK = {"heute": 0, "heut": 0, "gestern": 1, "vorgestern": 2}
_WEEKDAYS = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5,
    "sonnabend": 5, "sonntag": 6,
}  # fmt: skip
_LAST = frozenset({"letzten", "letzter", "letztem", "vergangenen", "vergangener"})
_TURN_OF_YEAR = timedelta(days=60)
"""A date without a year is of last year where it lies at most this far back."""
_NO_EVENT = frozenset({"vom", "seit", "bis", "ab", "zum", "geboren", "geb", "geb."})
"""Before a day: it is that of a letter, a birth or a span of time."""
_PAST = frozenset({"war", "waren", "wurde", "wurden", "hatte", "kam", "ging", "fiel", "lag"})
_LATE_WORDS = frozenset({"nachtrag", "nachgetragen", "nachträglich"})


def make_head(
    context: Context, clauses: Sequence[Clause], facts: Sequence[tuple[Fact, ...]]
) -> Head:
    """The head of a draft; ``facts[i]`` belong to ``clauses[i]``.

    The date is that of the event, preset to the day of dictation; a day that was spoken
    with the leading event counts. None where nothing is known or two days are possible.
    """
    lead = lead_time(clauses, facts)
    clock = lead[1].clock if lead is not None else None
    spoken = _spoken_day(lead[0] if lead is not None else None, clauses, facts)
    day, choices = _day(context.recorded, clock, spoken)
    return Head(
        date=None if day is None else day.isoformat(),
        time=clock.text() if clock is not None and clock.settled else None,
        shift=None if context.shift is None else context.shift.value,
        unit=context.unit,
        case=context.case,
        author=context.author,
        role=context.role,
        late=_is_late(context.recorded, day, clauses),
        date_choices=tuple(choice.isoformat() for choice in choices),
    )


def _day(
    recorded: datetime | None, clock: Clock | None, spoken: Fact | None
) -> tuple[date | None, tuple[date, ...]]:
    if recorded is None:
        return _full_date(spoken), ()
    today = recorded.date()
    said = None if spoken is None else _resolved(spoken, today)
    if said is not None:
        return said, ()
    evening = clock is not None and clock.settled and clock.readings[0] > _EVENING
    if evening and recorded.hour < _MORNING:
        return None, (today - timedelta(days=1), today)
    return today, ()


def _full_date(spoken: Fact | None) -> date | None:
    if spoken is None or spoken.day is None or spoken.day.year is None:
        return None
    return _calendar(spoken.day, spoken.day.year)


def _resolved(spoken: Fact, today: date) -> date | None:
    """The day that was said; None for one that is still to come: no event lies there."""
    if spoken.day is not None:
        day = _calendar(spoken.day, spoken.day.year or today.year)
        if day is not None and day > today and spoken.day.year is None:
            day = _calendar(spoken.day, today.year - 1)
            return day if day is not None and today - day <= _TURN_OF_YEAR else None
        return day if day is not None and day <= today else None
    word, *more = spoken.text.split()
    if word in _BACK:
        return today - timedelta(days=_BACK[word])
    last = word in _LAST
    ago = (today.weekday() - _WEEKDAYS[more[0] if last else word]) % 7
    return today - timedelta(days=ago or (7 if last else 0))


def _calendar(day: Day, year: int) -> date | None:
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return None


def _spoken_day(
    number: int | None, clauses: Sequence[Clause], facts: Sequence[tuple[Fact, ...]]
) -> Fact | None:
    """The day spoken with the leading event: in its sentence, or in the first with content."""
    views = [View.of(clause) for clause in clauses]
    if number is not None:
        return _day_of(clauses[number].sentence, views, facts)
    told = next((view.clause.sentence for view in views if _is_past([view])), 0)
    return _day_of(first_content(clauses, facts), views, facts) or _day_of(told, views, facts)


def _day_of(sentence: int, views: Sequence[View], facts: Sequence[tuple[Fact, ...]]) -> Fact | None:
    within = [
        (view, own)
        for view, own in zip(views, facts, strict=True)
        if view.clause.sentence == sentence
    ]
    past = _is_past([view for view, _ in within])
    return next(
        (fact for view, own in within for fact in own if _is_event_day(view, fact, past=past)),
        None,
    )


def _is_past(views: Sequence[View]) -> bool:
    """Whether a sentence tells what happened: „am Sonntag gestürzt“, not „kommt am Sonntag“."""
    return any(word in _PAST or is_participle(word) for view in views for word in view.low)


def _is_event_day(view: View, fact: Fact, *, past: bool) -> bool:
    first, *more = fact.text.split() or [""]
    if fact.kind is FactKind.RELATIVE_DAY and first in _BACK:
        return True
    if not past or modality(view.clause) is Modality.PLANNED:
        return False
    if _NO_EVENT & set(view.low[max(0, fact.tokens[0] - 2) : fact.tokens[0]]):
        return False
    if fact.kind is FactKind.DATE:
        return True
    weekday = more[0] if first in _LAST and more else first
    return fact.kind is FactKind.RELATIVE_DAY and weekday in _WEEKDAYS and "in" not in more


def _is_late(recorded: datetime | None, day: date | None, clauses: Sequence[Clause]) -> bool:
    """A late entry: said to be one, or about a day before and not dictated in the morning after."""
    if any(token.text.lower() in _LATE_WORDS for clause in clauses for token in clause.tokens):
        return True
    if recorded is None or day is None or day >= recorded.date():
        return False
    return day < recorded.date() - timedelta(days=1) or recorded.hour >= _MORNING
