"""Times, dates and relative days."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.facts.view import View
from dokuhelfer.draft.normalise.model import Clock, Day

_DAYS = frozenset({"heute", "gestern", "vorgestern", "morgen", "übermorgen", "heut"})
_PARTS = words(
    """
    früh morgen vormittag mittag nachmittag abend nacht abends morgens
    """
)
_WEEKDAYS = words(
    """
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    """
)
_NEXT = words(
    """
    nächsten nächste nächster nächstes kommenden kommende kommender letzten letzte letzter letztes
    vergangenen vergangene diesen diese dieser übernächsten übernächste
    """
)
_PERIODS = words(
    """
    woche wochen tag tage tagen monat monate monaten jahr jahre jahren quartal wochenende
    """
)
_MONTHS = words(
    """
    januar februar märz april mai juni juli august september oktober november dezember
    """
)


def find_moments(view: View) -> list[Fact]:
    """TIME, DATE and RELATIVE_DAY facts of a clause."""
    facts: list[Fact] = []
    for index, token in enumerate(view.tokens):
        if isinstance(token.value, Clock):
            facts.append(view.fact(FactKind.TIME, index, index + 1, clock=token.value))
        elif isinstance(token.value, Day):
            facts.append(view.fact(FactKind.DATE, index, index + 1, day=token.value))
    return facts + _relative(view)


def _relative(view: View) -> list[Fact]:
    facts: list[Fact] = []
    index = 0
    while index < len(view):
        end = _relative_end(view, index)
        if end is None:
            index += 1
            continue
        facts.append(
            view.fact(FactKind.RELATIVE_DAY, index, end, text=view.text(index, end).lower())
        )
        index = end
    return facts


def _relative_end(view: View, index: int) -> int | None:
    word = view.word(index)
    if word in _DAYS:
        return _day_end(view, index)
    if word in _WEEKDAYS or word.rstrip("s") in _WEEKDAYS:
        return _weekday_end(view, index + 1)
    if word in _NEXT:
        return _next_end(view, index)
    if word in {"in", "vor", "seit", "bis"} and _is_count(view, index + 1):
        return index + 3 if view.word(index + 2) in _PERIODS else None
    if word in _MONTHS and view.capital(index):
        return index + 1
    return None


def _day_end(view: View, index: int) -> int | None:
    if view.word(index) == "morgen" and not is_tomorrow(view, index):
        return None
    return index + 2 if view.word(index + 1) in _PARTS else index + 1


def is_tomorrow(view: View, index: int) -> bool:
    """„morgen“ is a day unless it is a part of one: „am Morgen“, „heute Morgen“."""
    if view.word(index - 1) in _DAYS:
        return False
    if not view.capital(index):
        return True
    return index == 0 or view.word(index - 1) in {".", ":", ","}


def _weekday_end(view: View, end: int) -> int:
    if view.word(end) in _PARTS:
        end += 1
    if view.word(end) == "in" and view.word(end + 2) in _PERIODS:
        return end + 3
    return end


def _next_end(view: View, index: int) -> int | None:
    following = view.word(index + 1)
    if following in _WEEKDAYS:
        return _weekday_end(view, index + 2)
    if following in _PERIODS or following in _MONTHS or following in {"nacht", "mal"}:
        end = index + 2
        return end + 1 if view.word(end) in _WEEKDAYS else end
    return None


def _is_count(view: View, index: int) -> bool:
    return view.number(index) is not None or view.word(index) in {"einer", "einem", "ein", "eine"}
