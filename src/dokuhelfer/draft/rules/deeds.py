"""Who did it: the person alone, or the professional beside (domain.md §2.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.model import FactKind, Modality
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.people import names
from dokuhelfer.draft.rules.pledges import NEXT_TIME
from dokuhelfer.draft.rules.purpose import Purpose

_BOTH = words("gemeinsam zusammen wir uns")
_HELPER = words("ich mir mich meine meiner meinem unser unsere fachkraft assistenz")
_HELPED = words(
    """
    unterstützung anleitung hilfe hilfestellung begleitung erinnerung erinnert aufforderung
    aufgefordert unterstützt angeleitet begleitet geholfen ermuntert ermutigt motiviert übernommen
    impuls impulse zuspruch nachfrage
    """
)
_ALONE = words(
    """
    allein alleine selbst selber selbstständig selbständig eigenständig selbstständige
    unaufgefordert
    """
)
_OWN = words("er sie der die")
_AIDS = words(
    """
    hilfreich förderlich unterstützend hinderlich schwierig erschwerend störend schwer ungünstig
    günstig erschwert erleichtert gestört geholfen belastend irritierend
    """
)
_BOTHERS = words(
    """
    stört störte störten ablenkt abgelenkt lenkte lenkt überfordert überforderte erschwert
    erschwerte     erleichtert erleichterte irritiert irritierte
    """
)
_WENT = words("funktioniert geklappt klappt klappte gefallen fiel fällt getan läuft lief gelaufen")
_GOOD = words("gut positiv wichtig problematisch")
_COPULA = words("war ist hat waren sind wirkte")


def deeds(items: Sequence[Item]) -> Iterator[tuple[int, Purpose, float]]:
    """Clause numbers with whose doing they tell, and what helped or hindered."""
    coming = -1
    for item in items:
        number = item.clause.number
        if set(item.text[:3]) & NEXT_TIME and item.modality is not Modality.DONE:
            coming = item.clause.sentence
        if _is_factor(item):
            yield number, Purpose.FACTORS, 3.2
        low = set(item.text)
        if (
            low & {"immer", "ständig", "jedes"}
            and low & {"ich", "wir"}
            and low & {"muss", "müssen"}
        ):
            yield number, Purpose.SUPPORT, 3.0
        if item.modality is Modality.PLANNED or item.has(FactKind.QUOTE) or _is_wish(item, low):
            continue
        if low & (_HELPER | _BOTH) and not _only_object(item):
            yield number, Purpose.SUPPORT, 1.6
        elif coming != item.clause.sentence and _acts_alone(item, low):
            yield number, Purpose.OWN_DEEDS, 1.4 if low & _HELPED else 2.2


def _is_factor(item: Item) -> bool:
    """„Hilfreich war …“, „gut war, dass …“, „geholfen hat der Plan“."""
    low = item.text[:4]
    if not low or {"ich", "wir"} & set(item.text[:4]):
        return False
    opens = low[0] in _AIDS or (low[0] in {"als", "sehr", "besonders"} and set(low) & _AIDS)
    went = low[0] in _GOOD | {"schwer", "leicht", "schlecht"} and bool(set(item.text[:4]) & _WENT)
    good = went or low[0] in _GOOD and len(low) > 1 and low[1] in _COPULA
    bothers = bool(set(item.text) & _BOTHERS) or set(item.text[:3]) == {"das", "hat", "geholfen"}
    return bool(opens and set(low) & _COPULA) or good or bothers


def _is_wish(item: Item, low: set[str]) -> bool:
    """„Bis nächste Woche will er … allein …“: still to come."""
    return bool(low & {"will", "möchte", "soll", "wird"}) and item.modality is not Modality.DONE


def _only_object(item: Item) -> bool:
    """„hat mir das Telefon gegeben“, „den nächsten hat sie mit mir genommen“: hers all the same."""
    low = set(item.text)
    return bool(low & {"mir", "mich"}) and not low & {"ich", "wir", "mit"}


def _acts_alone(item: Item, low: set[str]) -> bool:
    if low & _ALONE:
        return True
    about = bool(low & _OWN) or bool(names(item)) or not low & (FINITE - {"hat", "ist"})
    done = item.modality is Modality.DONE and bool(low & {"hat", "ist"})
    told = item.has(FactKind.SOURCE) and not _names_thing_said(item)
    return about and done and not told


def _names_thing_said(item: Item) -> bool:
    """„hat seinen Namen gesagt“: the thing said is an object, no speech follows."""
    last = len(item.view) - 1
    while last > 0 and item.view.word(last) in {",", "."}:
        last -= 1
    return item.view.word(last) == "gesagt" and item.view.capital(last - 1)
