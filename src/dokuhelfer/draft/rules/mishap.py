"""When something went wrong and when it was noticed: two times that are easily mixed up."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName, Modality
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
            found = _time_of(items, _HAPPENED, _NOTICED | _PLANNED_FOR)
        else:
            continue
        if found is not None and found[1].clock is not None:
            text = found[1].clock.text()
            fill.put(field.id, text, found[0], found[1], text)


def _instead(item: Item, time: Fact) -> bool:
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
        if not low & needed or low & barred or item.modality is Modality.PLANNED:
            continue
        if passes_on(item) or measures_again(item) or item.has(FactKind.VITAL):
            continue
        times = [
            fact
            for fact in item.of(FactKind.TIME)
            if fact.clock and fact.clock.settled and not _instead(item, fact)
        ]
        found += [(item, fact) for fact in times]
    return found[0] if len({fact.clock for _, fact in found}) == 1 else None
