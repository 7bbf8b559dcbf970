"""What a clause does: pass on, quote, plan, act, measure again – beyond a template's cues.

Each act speaks for fields of one purpose with a weight; cues weigh about 1 per word. The
weights order the rules of domain.md §3: planned and passed on (R04) before quotes (R06),
these before what was done.
"""

from __future__ import annotations

from collections.abc import Iterator

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import FactKind, FactName, Modality
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.purpose import Purpose

_PASSED_ON = words(
    """
    informiert informieren informiere bescheid angerufen anrufen verständigt verständigen
    benachrichtigt benachrichtigen mitgeteilt weitergegeben weitergeleitet gemeldet telefoniert
    rücksprache kontaktiert kontaktieren erreicht erreichbar mailbox anrufbeantworter
    """
)
_CALLS = words("rufe ruf ruft rufen rief")
_SPEAKER = words("ich wir hab habe haben")
_THEN = words("danach daraufhin anschließend hinterher seitdem später")
_AGAIN = words(
    """
    nachgemessen kontrolle kontrollmessung nachmessung nachkontrolliert zweitmessung
    kontrollwert nachkontrolle
    """
)
_CALLED_FOR = words("rtw rettungswagen notarzt rettungsdienst polizei feuerwehr")
_TALKS = words("telefonat gespräch telefongespräch telefoniert gesprochen unterredung anruf")
_TURNS = words("kommt kam meldet meldete wendet ruft rief sucht suchte")
_REASON_SENTENCES = 4
"""In these first sentences a reason given is the reason for coming."""
_REGULAR = words("nimmt bekommt spritzt erhält")


def acts(item: Item) -> Iterator[tuple[Purpose, float]]:
    """The purposes a clause speaks for, each with a weight."""
    yield from _planned_or_passed_on(item)
    yield from _said(item)
    if measures_again(item):
        yield Purpose.CONTROL, 4.0
    if any(fact.name is not FactName.NRS for fact in item.of(FactKind.VITAL)):
        yield Purpose.VITALS, 2.5
    yield from _done(item)
    if _witnessed(item):
        yield Purpose.WITNESSES, 2.5
    if _talks_with(item):
        yield Purpose.CONTACT, 2.5
    if _turns_to_us(item):
        yield Purpose.REASON, 2.5
    first = item.words[0][1] if item.words else ""
    if first in _THEN and not _by_speaker(item):
        yield Purpose.EFFECT, 1.2


def _witnessed(item: Item) -> bool:
    """„Pflegerin Anja hat es auch gesehen“: somebody else saw it."""
    low = {word for _, word in item.words}
    saw = bool(low & {"gesehen", "mitbekommen", "beobachtet"}) and "auch" in low
    there = bool(low & {"dabei", "anwesend"}) and bool(low & {"war", "waren", "auch"})
    known = item.has(FactKind.PERSON, FactKind.ROLE)
    return (saw or there) and known and not item.has(FactKind.NEGATION)


def _talks_with(item: Item) -> bool:
    """„Telefonat um 9:30 Uhr mit Herrn Schulz“: with whom the speaker talked."""
    low = [word for _, word in item.words]
    if not _TALKS & set(low) or item.has(FactKind.CONDITION):
        return False
    if item.modality is Modality.PLANNED or "mit" not in low:
        return False
    behind = item.view.low.index("mit")
    return any(fact.tokens[0] > behind for fact in item.of(FactKind.PERSON, FactKind.ROLE))


def _turns_to_us(item: Item) -> bool:
    """„kommt, weil …“, „ruft an, weil …“: why somebody seeks advice."""
    low = {word for _, word in item.words}
    early = item.clause.sentence <= _REASON_SENTENCES
    return early and bool(low & _TURNS) and bool(low & {"weil", "wegen", "da"})


def passes_on(item: Item) -> bool:
    """Whether a clause is about passing something on to somebody, done or not."""
    low = {word for _, word in item.words}
    if "sich" in low:
        low -= {"gemeldet"}
    if low & _CALLED_FOR and low & {"gerufen", "verständigt", "alarmiert"}:
        return True
    calls = bool(low & _CALLS) and "an" in low
    if not (low & _PASSED_ON or calls or _told(item, low)):
        return False
    return item.has(FactKind.ROLE, FactKind.PERSON) or bool(low & {"niemand", "keinen", "da"})


def _told(item: Item, low: set[str]) -> bool:
    """„Ich habe gesagt Schwester Monika“: the speaker tells somebody."""
    return "gesagt" in low and "ich" in low and item.has(FactKind.ROLE, FactKind.PERSON)


def _called_by_other(item: Item) -> bool:
    """„Die Tochter hat angerufen“: the speaker got information, passed none on."""
    low = {word for _, word in item.words}
    return "angerufen" in low and "hat" in low and not low & {"ich", "wir", "hab", "habe"}


def _planned_or_passed_on(item: Item) -> Iterator[tuple[Purpose, float]]:
    if passes_on(item) and not _called_by_other(item):
        if item.modality in {Modality.PLANNED, Modality.ATTEMPTED} or _not_yet(item):
            yield Purpose.OPEN, 4.0
            yield Purpose.INFORMATION, 1.0
        else:
            yield Purpose.INFORMATION, 3.0
    elif item.modality is Modality.PLANNED and not item.has(FactKind.QUOTE):
        yield Purpose.OPEN, 2.2


def _not_yet(item: Item) -> bool:
    low = [word for _, word in item.words]
    return "nicht" in low or "noch" in low


def _said(item: Item) -> Iterator[tuple[Purpose, float]]:
    if item.has(FactKind.QUOTE):
        yield Purpose.QUOTE, 3.0
    elif item.has(FactKind.SOURCE) and not item.has(FactKind.ROLE) and not finds_nothing(item):
        yield Purpose.QUOTE, 1.0
        if not _by_speaker(item):
            yield Purpose.REPORT, 1.5


def finds_nothing(item: Item) -> bool:
    """„keine Schmerzen angegeben“: an observation, not what the person said."""
    said = {fact.text for fact in item.of(FactKind.SOURCE)}
    return item.has(FactKind.NEGATION) and bool(said) and said <= _UNSAID


_UNSAID = words("angegeben geäußert geklagt gesagt verneint")


def measures_again(item: Item) -> bool:
    """Whether a clause reports a second measurement."""
    low = {word for _, word in item.words}
    if low & _AGAIN:
        return True
    repeated = bool(low & {"nochmal", "erneut", "nochmals", "wieder"})
    return repeated and "gemessen" in low


def _by_speaker(item: Item) -> bool:
    return any(word in _SPEAKER for _, word in item.words)


def _done(item: Item) -> Iterator[tuple[Purpose, float]]:
    if passes_on(item) or item.modality is not Modality.DONE:
        return
    negated = item.has(FactKind.NEGATION)
    low = {word for _, word in item.words}
    if low & {"ich", "wir", "hab", "habe"} and not negated and not low & _SEEN:
        yield Purpose.ACTION, 1.5
    elif not low & FINITE and not negated:
        last = item.words[-1][1] if item.words else ""
        if is_participle(last):
            yield Purpose.ACTION, 0.8
    if item.has(FactKind.MEDICATION) and not low & _REGULAR:
        yield Purpose.ACTION, 0.8


_SEEN = words("gesehen beobachtet bemerkt gehört gefunden aufgefunden vorgefunden")
"""Perceiving is no measure."""
