"""What speaks against an answer to a choice: denied, of another time, of somebody near."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.falls import FELL
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.rules.earlier import NOW, is_past
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.lost import of_a_thing
from dokuhelfer.draft.rules.of_kin import kin_leads
from dokuhelfer.draft.rules.parts import part_at
from dokuhelfer.draft.rules.people import names

_ONCE_BEFORE = {("schon", "mal"), ("schon", "einmal"), ("bereits", "einmal")}
_WAS = words("war waren hatte hatten wurde wurden ist sind")
_DENIALS = words(
    "verneint verneinte verneinen bestreitet bestritt bestritten abgestritten leugnet geleugnet"
)
_MISSING = "Vermisst/Weglaufen"
_OF_ONE_PERSON = frozenset({"Todesfall", "Selbstgefährdung"})
"""Told of somebody near these are no incident: „seine Schwester ist gestorben“."""
_OTHERS = ("mitbewohner", "zimmernachbar", "nachbar", "tochter", "sohn", "ehemann", "ehefrau")
_KIN = words("bruder schwester vater mutter nichte neffe enkel enkelin")
"""Of these only „liegt im Krankenhaus“ is theirs: „ihr Bruder fuhr mit ins Krankenhaus“."""


def is_not_this(value: str, item: Item, at: int, items: Sequence[Item]) -> bool:
    """Whether the answer ``value``, told at token ``at``, is nothing of this event."""
    said = [word for _, word in part_at(item, at)]
    if _once_before(said) or _nearly(said):
        return True
    if value in _STEPS:
        return kin_leads(item, at)
    if value in _OF_ONE_PERSON:
        return bool(_DENIALS & {*said}) or _of_relative(item, at)
    return value == _MISSING and of_a_thing(item, at, items)


def _nearly(said: list[str]) -> bool:
    """„hätte ihr fast die doppelte Dosis gegeben“."""
    return bool({"hätte", "hätten", "hätt"} & {*said} and {"fast", "beinah", "beinahe"} & {*said})


def lay_there(item: Item, at: int, items: Sequence[Item]) -> bool:
    """„gesehen, wie er am Boden lag“, „den Sturz vom Montag hatte …“: not this fall was seen."""
    here = items.index(item)
    behind = [*item.view.low[at:], *(items[here + 1].view.low if here + 1 < len(items) else ())]
    lay = behind.index("wie") if "wie" in behind else None
    if lay is not None and _LAY & {*behind[lay:]} and not FELL & {*behind[lay:]}:
        return True
    return bool({"hatte", "hatten"} & {*item.view.low}) and "vom" in item.view.low


_LAY = words("lag liegt liegen saß sitzt gelegen gesessen")
_STEPS = frozenset({"Antrag", "außergerichtlicher Versuch", "besprochen"})


def _once_before(said: list[str]) -> bool:
    """„Letztes Jahr war sie schon mal weggelaufen“."""
    if NOW & {*said} or not _WAS & {*said}:
        return False
    return "damals" in said or any(pair in _ONCE_BEFORE for pair in pairwise(said))


def _of_relative(item: Item, at: int) -> bool:
    """„Ihr Mann wurde ins Krankenhaus gebracht“; not „der Sohn hat ihn hingefahren“."""
    part = part_at(item, at)
    inside = {index for index, _ in part}
    whom = {word for _, word in part} & {"ihn", "sie", "ihm", "mit"}
    named = any(fact.tokens[0] in inside for fact in names(item))
    return not whom and not named and kin_leads(item, at)


def others_to_hospital(item: Item, at: int) -> bool:
    """„Die Mitbewohnerin ist im Krankenhaus“; „falls …“, „nur bei Erbrechen“."""
    if item.has(FactKind.CONDITION) or _of_relative(item, at):
        return True
    if is_past(item.view, at) and not FELL & {*item.view.low}:
        return True  # „letzte Woche war sie ins Krankenhaus eingewiesen worden“
    first = [word for index, word in item.words if index < at][:3]
    lies = "liegt" in {item.view.word(at), *first} and any(word in _KIN for word in first)
    return lies or any(word.startswith(_OTHERS) for word in first)
