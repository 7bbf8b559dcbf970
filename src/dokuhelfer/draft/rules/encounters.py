"""Who was there, with whom the speaker talked, why somebody came, when they meet again."""

from __future__ import annotations

from collections.abc import Iterator

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.falls import BEING, FELL, NOT_THEN, PERCEIVED, THERE
from dokuhelfer.draft.facts.model import FactKind, Modality
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.meetings import meets_again
from dokuhelfer.draft.rules.purpose import Purpose
from dokuhelfer.draft.rules.reasons import gives_reason

_TALKS = words("telefonat gespräch telefongespräch telefoniert gesprochen unterredung anruf")
_CONTACT_SENTENCES = 3
"""In these first sentences who was there and with whom the speaker talked is told."""
_REACHES = words(
    """
    angesprochen angerufen geschrieben gemailt getroffen gesprochen telefoniert besucht kontaktiert
    zurückgerufen vorgesprochen angeschrieben gemeldet rief ruft schreibt schrieb meldet meldete
    """
)
_LETTERS = words(
    """
    mail e-mail email brief schreiben fax anruf rückruf nachricht sms anfrage telefonat gespräch
    videokonferenz videogespräch besprechung rücksprache telefongespräch termin
    """
)
_PRESENT = words(
    """
    dabei anwesend teilgenommen eingeladen erschienen entschuldigt zugeschaltet mitgekommen
    begleitet dazugekommen nahmen
    """
)
_WAS = words("war waren ist sind hat haben wurde wurden kam kamen nahmen")
_ARRIVES = words("war kam kommt hier da erschien")
_VALID = words("gilt gültig befristet")


def encounters(item: Item) -> Iterator[tuple[Purpose, float]]:
    """The purposes a clause about an encounter speaks for, each with a weight."""
    if _witnessed(item):
        yield Purpose.WITNESSES, 2.5
    if _talks_with(item):
        yield Purpose.CONTACT, 2.5
    if _accompanied(item):
        yield Purpose.INVOLVED, 2.0
    reason = gives_reason(item)
    if reason:
        yield Purpose.REASON, reason
    again = meets_again(item)
    if again:
        yield Purpose.APPOINTMENT, again
    if _VALID & {word for _, word in item.words}:
        yield Purpose.REPORT, 1.5


def _witnessed(item: Item) -> bool:
    """„Pflegerin Anja hat es auch gesehen“, „war daneben“: somebody else was there."""
    low = {word for _, word in item.words}
    if low & NOT_THEN or low & FELL or item.has(FactKind.NEGATION):
        return False
    saw = bool(low & PERCEIVED) and bool(low & {"auch", "alles", "es", "ganze", "das"})
    there = bool(low & THERE) and bool(low & BEING | low & {"auch"})
    return (saw or there) and item.has(FactKind.PERSON, FactKind.ROLE) and "ich" not in low


def _talks_with(item: Item) -> bool:
    """„Telefonat um 9:30 Uhr mit Herrn Schulz“: with whom the speaker talked."""
    low = [word for _, word in item.words]
    if not _TALKS & set(low) or not _happened(item) or "mit" not in low:
        return False
    behind = item.view.low.index("mit")
    return any(fact.tokens[0] > behind for fact in item.of(FactKind.PERSON, FactKind.ROLE))


def contacts(item: Item) -> bool:
    """Whether a clause names whom the speaker had to do with, in whatever way."""
    low = [word for _, word in item.words]
    if not _happened(item) or item.clause.sentence > _CONTACT_SENTENCES:
        return False
    reached = bool(_REACHES & set(low)) and not item.has(FactKind.NEGATION)
    return _talks_with(item) or reached or (item.clause.sentence <= 1 and _comes_from(low))


def _happened(item: Item) -> bool:
    return item.modality is not Modality.PLANNED and not item.has(FactKind.CONDITION)


def _comes_from(low: list[str]) -> bool:
    """„Mail an Herrn Groß“, „Anruf der Ausländerbehörde“, „war ich bei der Hausverwaltung“."""
    if _LETTERS & set(low):
        return True
    return "ich" in low and bool({"war", "bin"} & set(low)) and bool({"bei", "beim"} & set(low))


def _accompanied(item: Item) -> bool:
    """„war hier mit ihrem Bruder“, „der Sohn war dabei“: who came along, or was asked to."""
    low = list(item.view.low)
    there = bool(_PRESENT & set(low)) and bool(_WAS & set(low))
    if there and item.has(FactKind.PERSON, FactKind.ROLE):
        return item.clause.sentence <= _CONTACT_SENTENCES
    if "mit" not in low or not _ARRIVES & set(low):
        return False
    behind = low.index("mit")
    return any(behind < fact.tokens[0] <= behind + 2 for fact in item.of(FactKind.ROLE))
