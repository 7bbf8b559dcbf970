"""Typed fields of debt counselling: estimated or not, how many creditors, step of insolvency.

A choice is filled only from words that leave one answer, in whatever order they are said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_ARTICLES, NEGATIVE_WORDS
from dokuhelfer.draft.facts.model import Fact, FactKind, Modality
from dokuhelfer.draft.facts.view import View
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.rules.cues import compile_cues
from dokuhelfer.draft.rules.earlier import is_past
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.of_kin import kin_leads, of_kin
from dokuhelfer.draft.rules.typed import Fill, number_value, written_number
from dokuhelfer.draft.template.model import Field

_Answer = tuple[str, Item, int, int]
_TOTAL = (
    "schulden",
    "gesamtschulden",
    "gesamtsumme",
    "gesamtforderung",
    "gesamtverschuldung",
    "verschuld",
)
_TOTALS = words(
    """
    insgesamt zusammen zusammengerechnet gesamt summe gesamtsumme kreide verbindlichkeiten
    schuldenberg allem
    """
)
_GUESSED = words(
    """
    schätzt schätzen geschätzt schätzungsweise ungefähr circa ca ca. etwa rund knapp grob
    schätzung überschlagen vielleicht
    """
)
_EXACT = words("genau exakt belegt gläubigerliste forderungsaufstellung aufstellung liste")
_NUMBERS = words("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf einem ein")
_CREDITORS = words("gläubiger gläubigern gläubigerinnen")
_ABOUT = words(
    "etwa rund circa ca ca. ungefähr mindestens knapp gut bis oder wohl vielleicht so um"
)
_INSOLVENCY = ("insolvenz", "privatinsolvenz", "verbraucherinsolvenz", "inso")
_EXPLAINED = (*_INSOLVENCY, "restschuldbefreiung", "wohlverhaltensphase", "einigungsversuch")
"""Talking about these is talking about insolvency."""
_SPOKEN = words(
    """
    besprochen angesprochen gesprochen erklärt erläutert informiert aufgeklärt thema thematisiert
    vorgestellt geredet
    """
)
_OUT_OF_COURT = words("außergerichtlich außergerichtliche außergerichtlichen außergerichtlicher")
_ATTEMPT = words(
    """
    versuch einigungsversuch einigung vergleich vergleichsvorschlag schuldenbereinigungsplan phase
    vergleichsangebot verhandlung verhandlungen plan angebot schuldenbereinigung
    """
)
_UNDERWAY = words(
    """
    raus rausgegangen läuft laufend gestartet begonnen angeschrieben verschickt sind stecken
    befinden unterwegs
    geantwortet noch geschickt starten
    """
)
_NOT_YET = NEGATIVE_ARTICLES | NEGATIVE_WORDS | {"noch"}
_APPLIED = words("gestellt eingereicht abgeschickt beantragt abgegeben unterschrieben fertig")


def fill_debts(fields: Sequence[Field], items: Sequence[Item], fill: Fill) -> None:
    """Fill the choices and the count of creditors where the clauses leave one answer."""
    for field in fields:
        finder = _FINDERS.get(field.id)
        if finder is None or field.id in fill.fields:
            continue
        counters = compile_cues(field.counters)
        known = [item for item in items if not item.view.has(counters)]
        found = [answer for answer in finder(known) if not kin_leads(answer[1], answer[2])]
        if not found or (field.choices and len({value for value, *_ in found}) > 1):
            continue
        value, item, start, end = found[0]
        fill.note(field.id, value, item.view.span(start, end))


def _estimated(items: Sequence[Item]) -> Iterator[_Answer]:
    """„schätzt sie auf 31.000“, „so um die 24.000“ beside the whole of the debts."""
    of_total = {item.clause.sentence for item in items if _of_total(item)}
    for item in items:
        low = item.view.low
        money = [f for f in item.facts if f.kind in {FactKind.MONEY, FactKind.NUMBER}]
        follows = item.clause.sentence in of_total and bool(_GUESSED & set(low))
        if not (_of_total(item) or follows) or not money or {"netto", "miete"} & set(low):
            continue
        at = next((at for at, word in enumerate(low) if word in _GUESSED), None)
        if at is None and item.has(FactKind.ESTIMATE):
            at = item.of(FactKind.ESTIMATE)[0].tokens[0]
        at = _so(item) if at is None and _of_total(item) else at
        if at is not None:
            yield "ja", item, at, at + 1
        elif _EXACT & set(low):
            at = next(at for at, word in enumerate(low) if word in _EXACT)
            yield "nein", item, at, at + 1


def _so(item: Item) -> int | None:
    """„so 25.000 Euro“; „weiß es nicht genau“."""
    view = item.view
    for at, word in enumerate(view.low):
        amount = view.number(at + 1)
        if word == "so" and amount is not None and amount.value >= _LEAST_TOTAL:
            return at
        if word == "genau" and view.word(at - 1) == "nicht":
            return at
    return None


def _of_total(item: Item) -> bool:
    low = item.view.low
    return any(word.startswith(_TOTAL) for word in low) or bool(_TOTALS & set(low))


def fill_total(fields: Sequence[Field], items: Sequence[Item], fill: Fill) -> None:
    """„Die Schulden kennt er nicht genau, er schätzt um die 30.000.“: from the next clause."""
    field = next((field for field in fields if field.id == _TOTAL_FIELD), None)
    if field is None or field.id in fill.fields:
        return
    of_total = {item.clause.sentence for item in items if _of_total(item)}
    for item in items:
        low = set(item.view.low)
        owes = any(word.startswith(_OWING) for word in low) and not _owed_to_one(item)
        amounts = [
            fact
            for fact in item.facts
            if fact.kind in {FactKind.MONEY, FactKind.NUMBER} and fact.unit in {None, "€"}
        ]
        if owes:
            amounts = [fact for fact in amounts if _same_part(item, fact)]
        amounts = [
            fact
            for fact in amounts
            if not of_kin(item, fact.tokens[0]) and not is_past(item.view, fact.tokens[0])
        ]
        if {"wäre", "wären", "würden", "hätte"} & low:
            continue
        told = low & (_GUESSED | {"schätzt", "meint"}) or _STATED & {*pairwise(item.text)}
        guessed = item.clause.sentence in of_total and told
        if not (guessed or owes) or len(amounts) != 1 or item.view.in_range(amounts[0].tokens[0]):
            continue
        value = number_value(field, amounts[0])
        if value is not None and value >= _LEAST_TOTAL:
            fill.put(field.id, value, item, amounts[0], written_number(value))
            return


def _same_part(item: Item, fact: Fact) -> bool:
    """„Schulden so 30.000, vier Gläubiger“: no comma between the word and its amount."""
    at = next(at for at, word in enumerate(item.view.low) if word.startswith(_OWING))
    low, high = sorted((at, fact.tokens[0]))
    return "," not in item.view.low[low:high]


def _owed_to_one(item: Item) -> bool:
    """„bei der Bank 6.000 Schulden“ is one creditor's claim, not the whole."""
    view = item.view
    return any(
        word in {"bei", "beim", "gegenüber"} and any(view.capital(at + step) for step in (1, 2))
        for at, word in enumerate(view.low)
    ) or _of_another(view)


def _of_another(view: View) -> bool:
    """„Schulden seiner Frau“, „ihr Bruder“; „laut ihrer Aufstellung“ is nobody else's."""
    return bool(_RELATIVES & set(view.low)) or any(
        word in _POSSESSIVE and view.word(at - 1).startswith(_OWING)
        for at, word in enumerate(view.low)
    )


_STATED = {("das", "sind"), ("es", "sind"), ("sind", "das"), ("das", "macht")}
"""„Die Gesamtforderung steht fest, das sind 18.450 Euro“."""
_OWING = ("schulden", "verschuldet", "überschuldet")
_POSSESSIVE = words("seiner ihres seines ihrer")
_RELATIVES = words("bruder schwester exfrau exmann ehemann ehefrau")
_TOTAL_FIELD = "gesamtschulden_eur"
_LEAST_TOTAL = 500


def _count(items: Sequence[Item]) -> Iterator[_Answer]:
    """„bei etwa 9 Gläubigern“, „sieben oder acht Gläubiger“: the number as said."""
    for item in items:
        view = item.view
        for at, word in enumerate(view.low):
            if word not in _CREDITORS:
                continue
            start = at
            while start and (
                view.kind(start - 1) is TokenKind.NUMBER
                or view.word(start - 1) in _NUMBERS | _ABOUT
                or view.word(start - 1) in {"verschiedenen", "verschiedene", "von"}
            ):
                start -= 1
            counted = view.low[start:at]
            if any(view.kind(i) is TokenKind.NUMBER for i in range(start, at)) or (
                _NUMBERS & set(counted)
            ):
                yield view.text(start, at + 1), item, start, at + 1


def _step(items: Sequence[Item]) -> Iterator[_Answer]:
    """The step of insolvency reached; an attempt or application outranks having talked."""
    talked: list[_Answer] = []
    for item in items:
        low = item.view.low
        if item.modality is Modality.PLANNED:
            continue
        reached = _reached(item)
        if reached is not None:
            yield reached
            return
        at = next((at for at, word in enumerate(low) if word.startswith(_EXPLAINED)), None)
        if at is None or not set(low) & _SPOKEN:
            continue
        if set(low) & _NEXT_TIME and not set(low) & _PUT_OFF:
            continue
        denied = bool(set(low) & (NEGATIVE_ARTICLES | NEGATIVE_WORDS | _PUT_OFF))
        talked.append(("nicht besprochen" if denied else "besprochen", item, at, at + 1))
    yield from talked


_PUT_OFF = words("heben aufgehoben vertagt verschoben verschieben zurückgestellt")
_NEXT_TIME = words("nächstes nächste nächsten später")


def _reached(item: Item) -> _Answer | None:
    low = item.view.low
    known = set(low)
    denied = bool(known & (NEGATIVE_ARTICLES | NEGATIVE_WORDS))
    at = next((at for at, word in enumerate(low) if word.startswith("insolvenzantrag")), None)
    if at is not None and known & _APPLIED and not denied:
        return "Antrag", item, at, at + 1
    at = next((at for at, word in enumerate(low) if word in _OUT_OF_COURT), None)
    if at is not None and known & _ATTEMPT and known & _UNDERWAY and not denied:
        told = known & _SPOKEN
        return None if told else ("außergerichtlicher Versuch", item, at, at + 1)
    at = next((at for at, word in enumerate(low) if word in _OFFERS), None)
    if at is not None and known & _SENT and known & {"wir", "ich"} and not denied:
        return "außergerichtlicher Versuch", item, at, at + 1
    return None


_OFFERS = words(
    "vergleichsangebote vergleichsvorschläge regulierungsvorschläge schuldenbereinigungsplan"
)
_SENT = words("verschickt versandt versendet rausgeschickt")
"""„vor drei Wochen verschickt“ is still the step reached."""


_FINDERS: Mapping[str, Callable[[Sequence[Item]], Iterator[_Answer]]] = {
    "gesamtschulden_geschaetzt": _estimated,
    "glaeubiger_anzahl": _count,
    "inso_schritt": _step,
}
