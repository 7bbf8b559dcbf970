"""When something went wrong and when it was noticed: two times that are easily mixed up."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.facts.event import has_verb
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName, Modality
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.rules.acts import measures_again
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.passing import passes_on
from dokuhelfer.draft.rules.typed import Fill
from dokuhelfer.draft.template.model import Field, FieldType

_NOTICED = words(
    """
    bemerkt gemerkt aufgefallen festgestellt entdeckt gefunden gesehen auffiel bemerkte merkte
    """
)
_HAPPENED = words(
    """
    gegeben verabreicht bekommen gekriegt erhalten erhielt eingenommen genommen geschluckt
    gespritzt nehmen einnehmen schlucken verwechselt
    vertauscht abgelehnt verweigert vergessen ausgelassen ausgespuckt
    passiert ereignet gabe gestellt richten verteilen austeilen
    """
)
_OF_A_DRUG = words(
    """
    verabreichte gab bekam bekamen nahm schluckte
    spritzte injiziert geträufelt getropft geklebt aufgeklebt inhaliert eingeträufelt eingecremt
    aufgetragen angehängt gereicht ausgeteilt verteilt verweigerte lehnte spuckte spuckt weigerte
    getrunken hingestellt hingelegt fehlte ausgefallen entfiel ausgeblieben versäumt unterlassen
    """
)
"""Tell of the event only beside a drug: „lehnte das Frühstück ab“, „nahm Kontakt auf“."""
HAPPENED = _HAPPENED | _OF_A_DRUG
REFUSES = words(
    """
    verweigert verweigerte verweigerten abgelehnt ausgespuckt ausgespien weigert weigerte
    verweigerung
    """
)
_WENT_WRONG = words(
    """
    abgelehnt verweigert vergessen ausgelassen ausgespuckt verwechselt vertauscht passiert ereignet
    erbrochen
    """
)
"""Tells of the event itself, where „gegeben“ may tell of what was right."""
_AGAIN = words("nochmal nochmals erneut zweites zweiten doppelt")
"""With one of these the second of two times is the event."""
_TRIED = words("versucht angeboten probiert gemessen kontrolliert nachgefragt")
_CALLED = words("telefonisch angerufen telefonat telefoniert rückruf angeordnet anordnung")
_HEADINGS = 2
"""Sentences from the beginning in which a time without a verb heads the report."""
_PLANNED_FOR = words(
    "eigentlich vorgesehen verordnet laut normalerweise sollte soll hätte kann können darf neu"
)


def fill_mishap_times(fields: Sequence[Field], items: Sequence[Item], fill: Fill) -> None:
    """Fill the time of an event and that of noticing it, each from words that say which."""
    for field in fields:
        if field.type is not FieldType.TIME or field.id in fill.fields:
            continue
        if field.fact == FactName.UHRZEIT_BEMERKT:
            found = _time_of(items, _NOTICED, frozenset())
        elif field.fact == FactName.UHRZEIT_EREIGNIS:
            found = _event_time(items)
        else:
            continue
        if found is not None and found[1].clock is not None:
            text = found[1].clock.text()
            fill.put(field.id, text, found[0], found[1], text)


def _event_time(items: Sequence[Item]) -> tuple[Item, Fact] | None:
    """The time of the event: told before anybody was called; else the heading's time.

    What is given after a call is a measure: „Arzt angerufen … Ibuprofen um 18:40 gegeben“.
    """
    called = next((at for at, item in enumerate(items) if _calls(item)), len(items))
    barred = _NOTICED | _PLANNED_FOR
    before = items[:called]
    found = (
        _time_of(before, _HAPPENED, barred)
        or _time_of(before, _WENT_WRONG, barred)
        or _again_time(before, barred)
        or _told_behind(before, barred)
        or _first_try(before)
    )
    found = found or _heading_time(before) or _only_time(items, called, barred)
    with_drug = [item for item in before if of_a_drug(item)]
    return found or _time_of(with_drug, _OF_A_DRUG, barred | _APART)


_APART = words("an auf")
"""„gab an“, „nahm auf“: the verb is another one."""
TAKEN = (
    "medikation", "medikamente", "medikamenten", "medikament", "tablette", "tabletten", "tropfen",
    "pille", "pillen", "kapsel", "kapseln", "insulin", "spritze", "medis",
    "medizin", "pflaster", "antibiotikum", "verdünner", "salbe", "insulingabe",
    "medikamentengabe", "tablettengabe", "morgengabe", "mittagsgabe", "abendgabe", "spray",
)  # fmt: skip
"""Ends of words for what is taken by order."""


def of_a_drug(item: Item) -> bool:
    """Whether a clause names a drug or something taken by order."""
    return item.has(FactKind.MEDICATION) or any(word.endswith(TAKEN) for _, word in item.words)


def _calls(item: Item) -> bool:
    low = set(item.view.low)
    reached = low & {"telefon", "apparat", "hörer"} and low & {"gekriegt", "bekommen", "erreicht"}
    return passes_on(item) or bool(_CALLED & low) or bool(reached)


def _again_time(items: Sequence[Item], barred: frozenset[str]) -> tuple[Item, Fact] | None:
    """„einmal um 17 Uhr und dann nochmal von der Kollegin um 17:30“: the second time."""
    for item in items:
        low = set(item.view.low)
        at = _again(item)
        times = [fact for fact in item.of(FactKind.TIME) if fact.clock and fact.clock.settled]
        given = bool(low & (_HAPPENED | {"von"})) and not low & (barred | _TRIED | REFUSES)
        if at is not None and times and given and not _measures(item):
            behind = [fact for fact in times if fact.tokens[0] > at]
            return item, (behind or times[::-1])[0]
    return None


def _told_behind(items: Sequence[Item], barred: frozenset[str]) -> tuple[Item, Fact] | None:
    """„Zwei statt einer verabreicht, das war um 7:45“: the time in a clause of its own."""
    happened = {item.clause.sentence for item in items if _HAPPENED & set(item.view.low)}
    for item in items:
        times = [fact for fact in item.of(FactKind.TIME) if fact.clock and fact.clock.settled]
        low = set(item.view.low)
        near = happened & {item.clause.sentence, item.clause.sentence - 1}
        if len(times) != 1 or not near or low & barred or _measures(item):
            continue
        before = set(item.view.low[: times[0].tokens[0]])
        alone = not has_verb(item.clause) and not low & _TRIED
        if ({"das", "es"} & before and {"war", "wars"} & before) or alone:
            return item, times[0]
    return None


def _first_try(items: Sequence[Item]) -> tuple[Item, Fact] | None:
    """„um 18 Uhr verweigert, auch beim zweiten Versuch um 19 Uhr“: the first refusal."""
    for item in items:
        low = set(item.view.low)
        again = {"versuch", "versuchs", "nochmal", "wieder", "auch", "erneut"} & low
        times = [fact for fact in item.of(FactKind.TIME) if fact.clock and fact.clock.settled]
        if low & REFUSES and again and len(times) > 1 and not low & _NOTICED:
            return item, times[0]
    return None


def _again(item: Item) -> int | None:
    """Where „nochmal“ or „noch mal“ stands."""
    for place, (index, word) in enumerate(item.words):
        if word in _AGAIN or item.text[place : place + 2] in {("noch", "mal"), ("noch", "einmal")}:
            return index
    return None


def _only_time(
    items: Sequence[Item], called: int, barred: frozenset[str]
) -> tuple[Item, Fact] | None:
    """A time after the call counts only where nothing before it names any time."""
    if any(item.of(FactKind.TIME) for item in items[:called]):
        return None
    return _time_of(items, _HAPPENED, barred)


def _heading_time(items: Sequence[Item]) -> tuple[Item, Fact] | None:
    """„Medikationsfehler bei Frau A., 20 Uhr.“: a time without a verb heads the report."""
    for item in items:
        if item.clause.sentence > _HEADINGS:
            return None
        times = [fact for fact in item.of(FactKind.TIME) if fact.clock and fact.clock.settled]
        told = {word for _, word in item.words} & (_NOTICED | _PLANNED_FOR)
        if len(times) == 1 and not told and not has_verb(item.clause) and not _measures(item):
            return item, times[0]
    return None


def _measures(item: Item) -> bool:
    return item.has(FactKind.VITAL) or measures_again(item)


def meant(item: Item, time: Fact) -> bool:
    """„statt um 7 erst um 9:30“: the time that should have been."""
    before = item.view.low[max(0, time.tokens[0] - 2) : time.tokens[0]]
    return bool({"statt", "anstatt"} & set(before))


def _time_of(
    items: Sequence[Item], needed: frozenset[str], barred: frozenset[str]
) -> tuple[Item, Fact] | None:
    """The one settled time in clauses with a needed word and none that speaks against it."""
    found: list[tuple[Item, Fact]] = []
    for item in items:
        low = {word for _, word in item.words}
        if low & {"fiel", "fällt"} and "auf" in low:
            low |= {"auffiel"}
        if not low & needed or low & barred or item.modality is Modality.PLANNED:
            continue
        if passes_on(item) or measures_again(item) or item.has(FactKind.VITAL):
            continue
        times = [
            fact
            for fact in item.of(FactKind.TIME)
            if fact.clock and fact.clock.settled and not meant(item, fact)
        ]
        found += [(item, fact) for fact in times]
    return found[0] if len({fact.clock for _, fact in found}) == 1 else None


def _far(item: Item, time: Fact, needed: frozenset[str]) -> bool:
    """Whether a run of words without marks tells something else between the time and its word."""
    if any(item.view.kind(at) is TokenKind.PUNCT for at in range(len(item.view) - 1)):
        return False
    places = [index for index, word in item.words if word in needed]
    near = min((abs(index - time.tokens[0]) for index in places), default=0)
    return near > _NEAR


_NEAR = 7
