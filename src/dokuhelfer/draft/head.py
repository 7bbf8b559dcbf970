"""The document's head: day and time of the event, and what the context says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.facts.event import lead_time
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.model import Head
from dokuhelfer.draft.normalise.model import Clock, Day

_EVENING = 18 * 60
"""A time of the event from here on (minutes) …"""
_MORNING = 10
"""… dictated before this hour leaves open which day is meant (design, "Draft")."""
_BACK = {"heute": 0, "heut": 0, "gestern": 1, "vorgestern": 2}
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
    if spoken is not None:
        return _resolved(spoken, recorded.date()), ()
    today = recorded.date()
    evening = clock is not None and clock.settled and clock.readings[0] > _EVENING
    if evening and recorded.hour < _MORNING:
        return None, (today - timedelta(days=1), today)
    return today, ()


def _full_date(spoken: Fact | None) -> date | None:
    if spoken is None or spoken.day is None or spoken.day.year is None:
        return None
    return _calendar(spoken.day, spoken.day.year)


def _resolved(spoken: Fact, today: date) -> date | None:
    if spoken.day is not None:
        year = spoken.day.year or today.year
        return _calendar(spoken.day, year)
    return today - timedelta(days=_BACK[spoken.text.split()[0]])


def _calendar(day: Day, year: int) -> date | None:
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return None


def _spoken_day(
    number: int | None, clauses: Sequence[Clause], facts: Sequence[tuple[Fact, ...]]
) -> Fact | None:
    """The day spoken with the leading event: in its clause, or in the first sentence."""
    if number is None:
        within = [own for clause, own in zip(clauses, facts, strict=True) if clause.sentence == 0]
    else:
        sentence = clauses[number].sentence
        within = [
            own for clause, own in zip(clauses, facts, strict=True) if clause.sentence == sentence
        ]
    days = [
        fact
        for own in within
        for fact in own
        if fact.kind is FactKind.RELATIVE_DAY and fact.text.split()[0] in _BACK
    ]
    return days[0] if days else None


def _is_late(recorded: datetime | None, day: date | None, clauses: Sequence[Clause]) -> bool:
    """A late entry: said to be one, or about a day before and not dictated in the morning after."""
    if any(token.text.lower() in _LATE_WORDS for clause in clauses for token in clause.tokens):
        return True
    if recorded is None or day is None or day >= recorded.date():
        return False
    return day < recorded.date() - timedelta(days=1) or recorded.hour >= _MORNING
