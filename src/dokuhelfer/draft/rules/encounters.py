"""Who was there, with whom the speaker talked, why somebody came, when they meet again."""

from __future__ import annotations

from collections.abc import Iterator

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.falls import BEING, FELL, NOT_THEN, PERCEIVED, THERE
from dokuhelfer.draft.facts.model import FactKind, Modality
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.purpose import Purpose

_TALKS = words("telefonat gespräch telefongespräch telefoniert gesprochen unterredung anruf")
_TURNS = words("kommt kam meldet meldete wendet ruft rief sucht suchte")
_REASON_SENTENCES = 4
"""In these first sentences a reason given is the reason for coming."""
_WISH_SENTENCES = 2
"""In these first sentences behind the heading a wish is the reason for coming."""
_WANTS = words(
    "möchte möchten will wollen braucht brauchen wünscht wünschen bittet fragt sucht suchen"
)
_ASKS_SENTENCES = 5
"""In these first sentences „will wissen, ob …“ is the reason for coming."""
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
    if _turns_to_us(item):
        yield Purpose.REASON, 2.5
    elif _wants(item):
        yield Purpose.REASON, 2.0
    if _meets_again(item):
        yield Purpose.APPOINTMENT, 2.5
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


def _wants(item: Item) -> bool:
    """„Sie möchte ihre Tochter nachholen“, said early: what somebody came for."""
    low = {word for _, word in item.words}
    early = 0 < item.clause.sentence <= _WISH_SENTENCES
    asks = "wissen" in low and 0 < item.clause.sentence <= _ASKS_SENTENCES
    return (early or asks) and bool(low & _WANTS) and not low & {"ich", "wir", "nicht", "erst"}


def _accompanied(item: Item) -> bool:
    """„war hier mit ihrem Bruder“: who came along."""
    low = list(item.view.low)
    if "mit" not in low or not _ARRIVES & set(low):
        return False
    behind = low.index("mit")
    return any(behind < fact.tokens[0] <= behind + 2 for fact in item.of(FactKind.ROLE))


def _meets_again(item: Item) -> bool:
    """„Nächstes Mal am 1. Dezember um 10:30“: the next appointment."""
    low = [word for _, word in item.words]
    dated = item.has(FactKind.TIME, FactKind.DATE, FactKind.RELATIVE_DAY)
    again = bool(low) and (low[0].startswith("nächst") or low[0] in {"wieder", "folgetermin"})
    return dated and again and bool(set(low[:3]) & {"mal", "termin", "treffen", "gespräch"})
