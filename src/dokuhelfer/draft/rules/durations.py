"""How long the talk took, in minutes: „50 Minuten“, „eine Dreiviertelstunde“, „1 Stunde 10“.

A duration counts as that of the talk where a word says so, or bare in the opening. Minutes are
counted from hours said; nothing is computed from a beginning and an end (domain.md §6.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.parts import part_at

_HOUR = 60
_HOURS = words("stunde stunden std std. h stündchen zeitstunde zeitstunden")
_MINUTES = words("min min. minuten minute minuta minutn")
_ARTICLES = words("eine ne 'ne einer ein")
_ABOUT = words("gute gut knappe knapp ganze volle halbe reichliche etwa ca circa ungefähr fast")
_TALK = words(
    """
    dauer dauert dauerte gedauert gespräch beratung beratungsgespräch telefonat termin sitzung
    gesprächsdauer beratungsdauer lang hausbesuch videoberatung telefonberatung gesprochen
    telefoniert gebraucht zeitaufwand kontakt erstgespräch beratungszeit besprochen unterhalten
    waren war
    """
)
_BEFORE = words(
    """
    letzten letzte ersten erste vor seit nach alle pro je nächsten anderen weitere weitere
    nachdem alle jede jeden jeder halbe zusätzlich
    """
)
_BEHIND = words(
    """
    später früher zu verspätet verspätung pro wöchentlich täglich fahrt fußweg arbeit entfernt
    woche tag verspätung vorher nachher dabei am
    """
)
_ELSE = words(
    """
    arbeitet arbeiten gearbeitet schläft geschlafen wöchentlich fachleistungsstunden fährt läuft
    beschäftigt stundenweise wartet gewartet minijob job
    """
)
_WAY = words("fahrt fahrzeit anfahrt arbeitsweg schulweg fußweg fahren pendelt pendeln")
_OPENING = 2
_OF_TALK_TOO = 4
"""Up to this sentence „es waren 30 Minuten“ is about the talk."""


def talk_duration(items: Sequence[Item]) -> tuple[Item, Fact] | None:
    """The clause and a NUMBER fact whose value is minutes; the last one said in the opening."""
    said = [
        (item, fact)
        for item in items
        for fact in _durations(item)
        if _of_talk(item, fact) and not set(item.text) & _ELSE and not _of_a_way(item, fact)
    ]
    if not said:
        return None
    said += [(item, fact) for item in items for fact in _bare_minutes(item, said)]
    if len(said) > 1:
        held = [(item, fact) for item, fact in said if not _only_planned(item, fact)]
        said = held or said
    named = [(item, fact) for item, fact in said if set(item.text) & _TALK]
    first = (named or said)[0]
    again = [pair for pair in said if pair[0].clause.sentence <= first[0].clause.sentence + 2]
    return again[-1] if _corrects(again[-1][0]) else first


def _bare_minutes(item: Item, said: Sequence[tuple[Item, Fact]]) -> Iterator[Fact]:
    """„angesetzt waren 90 Minuten, gedauert hat es 75“: minutes go without saying."""
    if not any(_only_planned(*pair) for pair in said) or not _LASTED & set(item.view.low):
        return
    for fact in item.of(FactKind.NUMBER):
        start, end = fact.tokens
        after = bool(_LASTED & set(item.view.low[max(0, start - _NEAR - 1) : end + 1]))
        if fact.unit is None and fact.value is not None and after and not item.view.capital(end):
            yield replace(fact, unit="min", name=FactName.DAUER_MIN)


_LASTED = words("gedauert dauerte tatsächlich geworden")


def _only_planned(item: Item, fact: Fact) -> bool:
    """„angesetzt waren 90 Minuten“: what was meant to be, beside what was."""
    start, end = fact.tokens
    return bool(set(item.view.low[max(0, start - _NEAR) : end + 2]) & _MEANT)


_MEANT = words("angesetzt geplant vorgesehen eigentlich eingeplant ausgemacht gedacht vereinbart")
_NEAR = 3


def _corrects(item: Item) -> bool:
    return bool({"waren", "nee", "nein", "doch", "korrigiere"} & set(item.text[:4]))


def _of_a_way(item: Item, fact: Fact) -> bool:
    """„Fahrzeit 20 Minuten“, „40 Minuten fahren“; not „Beratung 30 Minuten zum Schulweg“."""
    view, (start, end) = item.view, fact.tokens
    part = {word for _, word in part_at(item, start)}
    if view.word(end) in _WAY or (_WAY & part and not _TALK & part):
        return True
    ended = (at for at in range(start - 1, -1, -1) if view.word(at) in _MINUTES | _HOURS | {","})
    return bool(_WAY & {*view.low[next(ended, 0) : start]})


def _of_talk(item: Item, fact: Fact) -> bool:
    start, end = fact.tokens
    if (
        item.view.in_range(start)
        or {item.view.word(start - 1), item.view.word(start - 2)} & _BEFORE
    ):
        return False
    if item.view.word(end) in _BEHIND and item.view.word(end) != "am":
        return False
    if item.clause.sentence < _OPENING:
        return True
    near = item.view.low[max(0, start - 5) : end + 5]
    marked = (_TALK - {"war"}) if item.clause.sentence <= _OF_TALK_TOO else _SURELY
    return bool(set(near) & marked)


_SURELY = words("dauer dauerte gedauert gesprächsdauer beratungsdauer zeitaufwand")


def _durations(item: Item) -> Iterator[Fact]:
    """Facts in minutes: numbers with a unit of time, hours and minutes as one."""
    view = item.view
    taken = -1
    for fact in _numbers(item):
        start, end = fact.tokens
        if start < taken or fact.value is None:
            continue
        unit, behind = _unit(item, fact)
        if unit == "h":
            more, behind = _minutes_behind(item, behind)
            value = fact.value * _HOUR + more
        elif unit == "min":
            value = fact.value
        else:
            continue
        taken = behind
        if value == value.to_integral_value():
            span = view.span(start, behind)
            yield replace(
                fact,
                value=value,
                unit="min",
                span=span,
                tokens=(start, behind),
                name=FactName.DAUER_MIN,
            )


def _numbers(item: Item) -> Iterator[Fact]:
    """Number facts in order, and „eine gute Stunde“, which holds none."""
    found = list(item.of(FactKind.NUMBER))
    view = item.view
    known = {index for fact in found for index in range(*fact.tokens)}
    for index, word in enumerate(view.low):
        if word not in _HOURS or index in known:
            continue
        start = index - 1
        while start > 0 and view.word(start) in _ABOUT:
            start -= 1
        if view.word(start) in _ARTICLES and start not in known:
            found.append(view.fact(FactKind.NUMBER, start, index, value=Decimal(1)))
    return iter(sorted(found, key=lambda fact: fact.tokens))


def _unit(item: Item, fact: Fact) -> tuple[str | None, int]:
    """Whether a number is one of hours or minutes, and the index behind its unit."""
    view, end = item.view, fact.tokens[1]
    said = (fact.unit or "").lower()
    if said in _HOURS:
        return "h", end
    if said in _MINUTES:
        return "min", end
    if view.word(end) in _HOURS:
        return "h", end + 1
    return ("min", end + 1) if view.word(end) in _MINUTES else (None, end)


def _minutes_behind(item: Item, index: int) -> tuple[Decimal, int]:
    """„(eine Stunde) und 20 Minuten“, „(eine Stunde) 10“."""
    at = index + (item.view.word(index) == "und")
    number = item.view.number(at)
    if number is None or number.pair or not 0 < number.value < _HOUR:
        return Decimal(0), index
    for fact in item.of(FactKind.NUMBER):
        if fact.tokens[0] == at:
            unit, behind = _unit(item, fact)
            bare = unit is None and at == index and fact.unit is None
            return (number.value, behind) if unit == "min" or bare else (Decimal(0), index)
    return Decimal(0), index
