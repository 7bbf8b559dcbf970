"""What kind of incident it was, where the words of the event leave one answer.

„hat mich gebissen“ is violence against staff whoever says so; a motive or a blame is never
added (domain.md §1.11).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.people import RELATIVES
from dokuhelfer.draft.facts.model import FactKind, Modality
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.people import Cast, names, same_person
from dokuhelfer.draft.rules.typed import Fill
from dokuhelfer.draft.template.model import Field, FieldType

_AGAINST_STAFF = "Gewalt gegen Mitarbeitende"
_AGAINST_RESIDENT = "Gewalt gegen Bewohner/Klient"
_BETWEEN = "Gewalt zwischen Bewohnern/Klienten"

_ASSAULTS = words(
    """
    geschlagen schlug schlägt gehauen haute zugeschlagen geohrfeigt gekratzt kratzte kratzt gebissen
    biss beißt gekniffen kniff kneift gezwickt zwickte getreten trat tritt gespuckt bespuckt spuckte
    spuckt angespuckt gestoßen stieß stößt weggestoßen geschubst schubste schubst gewürgt würgte
    gepackt packte packt gezogen zog gezerrt zerrte angegriffen attackiert beworfen geworfen warf
    angefasst begrapscht geboxt boxte gestochen bedroht bedrohte geprügelt prügelten verprügelt
    ohrfeige ohrfeigen backpfeife watsche watschn faustschlag fausthieb tritte schläge gescheuert
    geknallt eingeschlagen losgegangen ausgeholt gerempelt angerempelt
    """
)
_UPON = words("eingeschlagen losgegangen")
"""Only with „auf“: a window is „eingeschlagen“, an alarm „losgegangen“."""
_SPEAKER = words("mich mir uns")
_STAFF = words(
    """
    kollegin kollegen kollege pflegerin pfleger pflegekraft pflegekräfte pflegehelferin praktikantin
    praktikanten praktikant schwester auszubildende auszubildenden azubi schülerin schüler
    mitarbeiterin mitarbeiter betreuungskraft reinigungskraft
    """
)
_RESIDENTS = words(
    """
    mitbewohnerin mitbewohner mitbewohners zimmernachbarin zimmernachbar zimmernachbarn
    tischnachbarin tischnachbar tischnachbarn bettnachbarin bettnachbar bewohnerin bewohner
    """
)
_EACH_OTHER = words("gegenseitig einander aufeinander miteinander")
_OTHERS = words("ihm ihn ihr sie sich")
_RELATIVES = frozenset(RELATIVES)


def fill_incident(fields: Sequence[Field], items: Sequence[Item], cast: Cast, fill: Fill) -> None:
    """Fill the kind of incident from who did what to whom, where no kind was named."""
    field = next((field for field in fields if _is_kind(field)), None)
    if field is None or field.id in fill.fields:
        return
    residents = _residents(items, cast)
    found = list(_verdicts(items, cast, residents))
    if len({value for value, _, _ in found}) != 1:
        return
    value, item, at = found[0]
    span = item.view.span(at, at + 1)
    fill.note(field.id, value, span)


def _is_kind(field: Field) -> bool:
    values = {choice.value for choice in field.choices}
    return field.type is FieldType.CHOICE and {_AGAINST_STAFF, _AGAINST_RESIDENT} <= values


def _residents(items: Sequence[Item], cast: Cast) -> list[str]:
    found: list[str] = []
    for item in items:
        for fact in names(item):
            known = any(same_person(fact.text, other) for other in found)
            if fact.text not in cast.staff and not known:
                found.append(fact.text)
    return found


def _verdicts(
    items: Sequence[Item], cast: Cast, residents: Sequence[str]
) -> Iterator[tuple[str, Item, int]]:
    for item in items:
        at = next((index for index, word in item.words if word in _ASSAULTS), None)
        told = item.has(FactKind.QUOTE, FactKind.SOURCE, FactKind.NEGATION, FactKind.CONDITION)
        if at is None or told or item.modality is Modality.PLANNED:
            continue
        value = _against(item, at, cast, residents)
        if value is not None:
            yield value, item, at


def _against(item: Item, at: int, cast: Cast, residents: Sequence[str]) -> str | None:
    low = _part(item, at)
    if item.view.word(at) in _UPON and "auf" not in low:
        return None
    if set(low) & _SPEAKER:
        return _AGAINST_STAFF
    if "ich" in low or "wir" in low:
        return None
    if _EACH_OTHER & set(low) and set(low) & (_RESIDENTS | {"bewohnern", "beide", "beiden"}):
        return _BETWEEN
    if _suffered_from(low) and (_named(item, cast) or set(low) & (_RESIDENTS | _OTHERS)):
        return _AGAINST_RESIDENT
    first = next((word for word in low if word in _STAFF | _RELATIVES | _RESIDENTS), None)
    by_resident = bool(_named(item, cast)) and not _leads(item, _STAFF | _RELATIVES)
    office = any(fact.text in cast.staff for fact in names(item))
    if (first in _STAFF or office) and (by_resident or {"er", "sie"} & set(low)):
        return _AGAINST_STAFF
    if _leads(item, _STAFF | _RELATIVES) and not set(low) & _RESIDENTS:
        return _AGAINST_RESIDENT if set(low) & _OTHERS or _named(item, cast) else None
    pair = len(_named(item, cast)) > 1 or bool(set(low) & _RESIDENTS)
    among = len(residents) > 1 and bool(set(low) & _OTHERS or pair)
    return _BETWEEN if among or (pair and residents) else None


def _suffered_from(low: Sequence[str]) -> bool:
    """„wurde von ihrem Sohn geschlagen“: by a relative or by staff."""
    by = [low.index(word) for word in ("von", "vom") if word in low]
    apart = {"nachdem", "weil", "als", "bevor", "versorgt", "getrennt"} & set(low)
    done_to = bool({"wurde", "worden", "wird"} & set(low)) and not apart
    return done_to and any(set(low[at + 1 : at + 4]) & (_STAFF | _RELATIVES) for at in by)


def _part(item: Item, at: int) -> list[str]:
    """The words of the part between commas that the verb at ``at`` stands in."""
    start = max((index for index in range(at) if item.view.word(index) == ","), default=-1)
    stop = next((i for i in range(at, len(item.view)) if item.view.word(i) == ","), len(item.view))
    return [word for index, word in item.words if start < index < stop]


def _named(item: Item, cast: Cast) -> list[str]:
    return [fact.text for fact in names(item) if fact.text not in cast.staff]


def _leads(item: Item, kinds: frozenset[str]) -> bool:
    """Whether one of ``kinds`` is the subject: it stands before any other person."""
    first = min((fact.tokens[0] for fact in names(item)), default=len(item.view))
    return any(word in kinds and index <= first for index, word in item.words[:3])
