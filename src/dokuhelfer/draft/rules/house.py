"""Sentences of a round that are about the house: equipment, supplies, staff, free beds."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import FactKind, FactName
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.rules.item import Item

_EQUIPMENT = words(
    """
    lifter patientenlifter deckenlifter aufzug fahrstuhl waschmaschine trockner spülmaschine
    geschirrspüler kühlschrank drucker kopierer faxgerät faxe diensttelefon diensthandy rufanlage
    klingelanlage heizung haustür eingangstür terrassentür brandschutztür pflegebad stationsbad
    steckbeckenspüle spüle dienstwagen dienstauto generalschlüssel schlüsselbund medikamentenwagen
    verbandwagen pflegewagen essenswagen wäschewagen computer rechner internet server alarmanlage
    brandmeldeanlage licht flurlicht notausgang treppenhaus tiefgarage parkplatz küchenherd
    """
)
_SUPPLIES = words(
    """
    handschuhe desinfektionsmittel händedesinfektion handtücher waschlappen waschhandschuhe masken
    kittel schutzkittel müllsäcke müllbeutel bettwäsche betten zimmer plätze verbandmaterial
    verbandsmaterial medikamentenlieferung getränkelieferung wäschelieferung lieferung
    wochenlieferung apothekenlieferung blisterlieferung
    """
)
_STAFF = words(
    """
    kollegin kollege kolleginnen kollegen schülerin schüler azubi auszubildende praktikantin
    praktikant leasingkraft zeitarbeitskraft aushilfe springer pdl wohnbereichsleitung
    stationsleitung hausleitung heimleitung einrichtungsleitung teamleitung leitung hausmeister
    haustechnik technik küche wäscherei reinigung putzfrau reinigungskraft heimaufsicht
    gruppenleitung nachtwache spätdienst frühdienst nachtdienst tagdienst schwester pfleger
    """
)
_ENDINGS = (
    "kühlschrank", "anlage", "automat", "maschine", "lieferung", "dienstplan", "besprechung",
    "fortbildung", "schulung", "übung", "begehung", "versammlung", "feier", "fest", "schrank",
)  # fmt: skip
_NOT_OF_HOUSE = words("kleiderschrank nachtschrank sauerstoffanlage")
_BEFORE = words(
    """
    und ach so also ja dann noch übrigens der die das den dem ein eine einen unser unsere unserem
    neue neuer neues im in am auf alle drei zwei vier fünf keine kein außerdem auch heute morgen
    """
)
_OF_SOMEBODY = words(
    """
    er sie ihm ihn ihr ihre ihren ihrem ihrer ihres sein seine seinen seinem seiner seines bewohner
    bewohnerin
    """
)
_ABSENT = words("krank krankgemeldet urlaub ausgefallen eingesprungen frei vertretung springt")
_FREE = words("frei belegt gekommen geliefert leer alle da bestellt nachbestellt knapp aus")
_OPENING = 5


def about_house(item: Item, *, cued: bool) -> bool:
    """Whether a clause opens with something of the house, and speaks of no resident.

    Args:
        cued: whether the clause has a cue of the field for general remarks; staff who do
            something are of the house only then („Die Kollegin hat mit der Apotheke …“).
    """
    low = {word for _, word in item.words}
    if low & _OF_SOMEBODY:
        return False
    noun = _opening_noun(item)
    if noun is None:
        return False
    if noun in _STAFF:
        return cued or bool(low & _ABSENT)
    if noun in _SUPPLIES:
        return bool(low & _FREE)
    return True


def _opening_noun(item: Item) -> str | None:
    """The noun of the house with which a clause begins, its article and number aside."""
    for index, word in item.words[:_OPENING]:
        if word in _EQUIPMENT | _SUPPLIES | _STAFF:
            return None if _is_room(item, index) else word
        if word.endswith(_ENDINGS) and word not in _NOT_OF_HOUSE and item.view.capital(index):
            return word
        if word not in _BEFORE and item.view.kind(index) is not TokenKind.NUMBER:
            return None
    return None


def _is_room(item: Item, index: int) -> bool:
    return any(
        fact.name is FactName.ZIMMER and index in range(*fact.tokens)
        for fact in item.of(FactKind.PERSON)
    )
