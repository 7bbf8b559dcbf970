"""Whom the counsellor may speak with: allowed, refused, or only for some of it."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.rules.item import Item

_NOUNS = ("schweigepflicht", "entbindung", "einverständnis", "einwilligung", "datenschutz")
_MAY = words("darf dürfen dürfte soll sollen sollte möchte will erlaubt ordnung einverstanden")
_SPEAKING = words(
    """
    informieren reden rede sprechen spreche weitergeben weitergebe sagen sage kontaktieren anrufen
    schreiben austauschen erfahren erfährt wissen mitteilen kontakt aufnehmen telefonieren
    rücksprache austausch auskunft weitergegeben nachfragen anschreiben besprechen
    """
)
_US = words("ich wir uns mir beratungsstelle")
_SIGNED = words(
    "unterschrieben unterzeichnet erteilt verweigert widerrufen zurückgezogen eingewilligt"
)
_ALLOWED = words("erlaubt zugestimmt eingewilligt")


def consents(item: Item) -> float:
    """How strongly a clause gives or refuses consent."""
    text = item.text
    low = set(text)
    if item.has(FactKind.QUOTE):
        return 0.0
    if any(
        word.startswith(_NOUNS) or word.endswith(("entbindung", "einwilligung")) for word in text
    ):
        return 1.0 if low & {"erklärt", "besprochen", "erläutert"} and low & _US else 3.4
    if "vollmacht" in low and low & (_SIGNED | {"liegt", "hat", "gegeben"}):
        return 3.0
    between = low & _MAY and low & _SPEAKING and low & _US
    if between and low & {"darf", "dürfen", "nicht", "kein", "keine", "ordnung", "einverstanden"}:
        return 4.6
    return 2.4 if low & _ALLOWED and not low & {"ich"} else 0.0
