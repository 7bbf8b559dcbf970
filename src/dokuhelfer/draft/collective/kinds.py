"""Which document a person's part becomes (docs/decisions, „How a dictation is cut“).

Announced kinds win. Else measurements alone become a list of vital signs, amounts drunk
and eaten an intake record, a fall told with details a fall report; everything else is the
narrative: a care report, in counselling a counselling record or a file note.
"""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.collective import lexicon as lex
from dokuhelfer.draft.collective.model import Piece
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.template.model import Area

REPORT = "pflegebericht"
VITALS = "vitalwerte"
INTAKE = "trink_ernaehrung"
FALL = "sturzprotokoll"
NOTE = "aktenvermerk"
TALK = "beratungsprotokoll"
HANDOVER = "schichtuebergabe"
FREE = "freitext"

_PANEL = 4
"""So many different values (a blood pressure is two) are a list, whatever remarks go with it."""
_SHORT = 3
"""Up to this many words without a verb a clause tells nothing by itself."""
_FALL_DETAILS = 2
"""Details from which a fall is told and not only mentioned (domain.md §1.4)."""
_OF_MEASURING = words(
    "und mit bei beim im in am der die das den dem ist war sind waren hat hatte um uhr zu von noch "
    "heute jetzt wieder auf nach vor dem essen keine kein nicht liegt lag beträgt aktuell sowie er "
    "sie ihr sein ich habe hab wurde minuten später dann ohne wert werte frühstück morgens mittags "
    "abends etwas leicht auch alles gut okay normal fieber frau herr herrn zimmer ihm ihn "
    "angegeben gibt an keinen wie immer stabil"
)


def area_of(items: Sequence[Item], role: str | None) -> Area:
    """Care or counselling: by the speaker's role, else by the words of the dictation."""
    if role is not None:
        office = role.lower()
        if any(part in office for part in ("berat", "sozial", "fachdienst", "betreuungsverein")):
            return Area.BERATUNG
        if any(part in office for part in ("pfleg", "wbl", "pdl", "kranken", "alten")):
            return Area.PFLEGE
    low = [word for item in items for word in item.text]
    counselling = sum(word in lex.COUNSELLING or word.endswith("beratung") for word in low)
    measured = sum(item.has(FactKind.VITAL) for item in items)
    care = sum(word in lex.CARE for word in low) + measured
    return Area.BERATUNG if counselling > care else Area.PFLEGE


def kind_of(pieces: Sequence[Piece], area: Area, available: frozenset[str]) -> str:
    """The kind of one person's unannounced part; one of ``available``."""
    for kind in _candidates([piece.item for piece in pieces], area):
        if kind in available:
            return kind
    return FREE if FREE in available else min(available)


def _candidates(items: Sequence[Item], area: Area) -> Sequence[str]:
    if area is Area.BERATUNG:
        return _counselling(items)
    if is_fall(items):
        return (FALL, REPORT)
    if is_vitals(items):
        return (VITALS, REPORT)
    if is_intake(items):
        return (INTAKE, REPORT)
    return (REPORT,)


def _counselling(items: Sequence[Item]) -> Sequence[str]:
    low = {word for item in items for word in item.text}
    talks = low & lex.TALK or any(word.endswith("beratung") for word in low)
    if low & lex.PHONE and not talks:
        return (NOTE, TALK)
    return (TALK, NOTE) if talks else (NOTE, TALK)


def is_vitals(items: Sequence[Item]) -> bool:
    """Whether a part consists of measurements and what belongs to them."""
    content = [item for item in items if _content_words(item)]
    measured = [item for item in content if _measures(item)]
    others = [item for item in content if item not in measured and not _beside_measure(item)]
    names = {fact.name for item in measured for fact in item.of(FactKind.VITAL)}
    return bool(measured) and (
        not others or (len(names) >= _PANEL and len(others) <= len(measured) + 1)
    )


def _measures(item: Item) -> bool:
    """A clause that gives a value and tells nothing else."""
    values = [
        fact for fact in item.of(FactKind.VITAL) if fact.name is not None and fact.value is not None
    ]
    return bool(values) and _beside_measure(item)


def _beside_measure(item: Item) -> bool:
    named = {index for fact in item.facts for index in range(*fact.tokens) if _explained(fact.kind)}
    left = [
        word
        for index, word in item.words
        if index not in named
        and item.view.kind(index) is TokenKind.WORD
        and word not in _OF_MEASURING | lex.MEASURING
    ]
    free = 1 if item.has(FactKind.VITAL) else 0
    return len(left) <= free and not any(is_participle(word) for word in left)


def _explained(kind: FactKind) -> bool:
    return kind in {
        FactKind.VITAL, FactKind.PERSON, FactKind.TIME, FactKind.CHOICE_WORD, FactKind.SIDE,
        FactKind.ESTIMATE, FactKind.DATE, FactKind.RELATIVE_DAY, FactKind.BODY_PART,
    }  # fmt: skip


def _content_words(item: Item) -> list[str]:
    named = {i for fact in item.of(FactKind.PERSON) for i in range(*fact.tokens)}
    return [word for i, word in item.words if i not in named and word not in lex.OPENERS]


def is_intake(items: Sequence[Item]) -> bool:
    """Whether a part consists of what was drunk and eaten, with amounts."""
    content = [item for item in items if _content_words(item)]
    amounts = [item for item in content if _amount(item)]
    if not amounts or not any(_fluid(item) for item in amounts) and len(amounts) < _FALL_DETAILS:
        return False
    return all(lex.INTAKE & set(item.text) or _bare_fluid(item) for item in content)


def _bare_fluid(item: Item) -> bool:
    """„Frau Aigner 800 ml“: an amount and nothing else."""
    named = {index for fact in item.facts for index in range(*fact.tokens)}
    left = [word for index, word in item.words if index not in named and word not in lex.OPENERS]
    return _fluid(item) and len(left) <= 1


def _fluid(item: Item) -> bool:
    return any(
        fact.unit is not None and fact.unit.lower() in lex.INTAKE_UNITS
        for fact in item.of(FactKind.NUMBER)
    )


def _amount(item: Item) -> bool:
    return _fluid(item) or bool(lex.SHARES & set(item.text) and lex.INTAKE & set(item.text))


def is_fall(items: Sequence[Item]) -> bool:
    """Whether a fall of this shift is told with details, not only mentioned or denied."""
    fell = False
    details: set[str] = set()
    for item in items:
        low = set(item.text)
        details |= low & lex.FALL_DETAILS
        if item.has(FactKind.TIME):
            details.add("uhr")
        if not low & lex.FALL or low & lex.NO_FALL or _denied(item):
            continue
        fell = True
    return fell and len(details) >= _FALL_DETAILS


def _denied(item: Item) -> bool:
    return any(
        lex.FALL & set(fact.scope) and fact.text not in {"niemand", "keiner"}
        for fact in item.of(FactKind.NEGATION)
    ) or bool(
        {"nicht", "kein", "keinen"} & set(item.text)
        and item.has(FactKind.NEGATION)
        and not item.has(FactKind.TIME)
        and len(item.text) <= _SHORT + 2
    )


def fits(kind: str, pieces: Sequence[Piece]) -> bool:
    """Whether a part can stand under a list heading that was said for somebody before."""
    items = [piece.item for piece in pieces]
    low = {word for item in items for word in item.text}
    if kind == VITALS:
        bare = any(
            item.view.kind(i) is TokenKind.NUMBER for item in items for i in range(len(item.view))
        )
        refused = bool(low & {"verweigert", "abgelehnt", "gemessen", "nüchtern"})
        return bare or refused or any(item.has(FactKind.VITAL) for item in items)
    if kind == INTAKE:
        amount = any(_amount(item) or item.has(FactKind.NUMBER) for item in items)
        return amount or bool(low & lex.INTAKE)
    return True


def belongs(kind: str, pieces: Sequence[Piece]) -> bool:
    """Whether something said later can join a draft of this kind by what it says."""
    items = [piece.item for piece in pieces]
    if kind == VITALS:
        return all(_measures(item) or _beside_measure(item) for item in items)
    return is_intake(items) if kind == INTAKE else True
