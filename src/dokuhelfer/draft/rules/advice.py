"""What the counsellor explained, offered, did – or said that it could not be done.

„Zugesagt habe ich nichts“ belongs beside „ich habe erklärt“: what was not promised is content
of the counselling (domain.md §6.2a: never promise instead of check).
"""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.rules.item import Item

_ADVISES = words(
    """
    erklärt erläutert gesagt hingewiesen informiert aufgeklärt beraten besprochen angesprochen
    empfohlen geraten angeboten vorgeschlagen gezeigt genannt mitgegeben ausgehändigt gegeben
    bestätigt zugesagt versprochen abgeraten gefragt nachgefragt durchgesprochen durchgegangen
    geprüft nachgesehen nachgeschaut recherchiert gesucht angerufen telefoniert geschrieben
    aufgesetzt ausgefüllt überarbeitet formuliert berechnet ausgerechnet ausgestellt beantragt
    gestellt eingerichtet vermittelt verwiesen überlegt gesammelt sortiert gearbeitet gesprochen
    thematisiert geübt erarbeitet vorgelesen übersetzt gelesen kopiert angemeldet weitergeleitet
    vorbereitet bestellt beantwortet beantworten nennen gemacht abgeschickt gefaxt gemailt
    vorgehalten aufgezeigt ermutigt bestärkt motiviert gelobt entlastet zurückgemeldet
    """
)
_SPEAKERS = words("ich wir")
_AUXILIARIES = words("hab habe haben hatte hatten konnte konnten")
_PASSIVES = words("wurde wurden worden ist sind")
_PASSIVE_ONLY = words(
    """
    erklärt erläutert besprochen angesprochen hingewiesen aufgeklärt thematisiert empfohlen
    informiert beraten angeboten vorgeschlagen vermittelt ausgehändigt mitgegeben erarbeitet
    """
)


def advises(item: Item) -> float:
    """How strongly a clause tells what the counsellor did or explained."""
    low = set(item.text)
    done = low & _ADVISES
    if not done or item.has(FactKind.QUOTE):
        return 0.0
    if _speaker_has(item.text):
        return 2.2
    if low & _PASSIVES and low & _PASSIVE_ONLY:
        return 1.8
    last = item.text[-1]
    bare = not low & (_PASSIVES | {"hat", "haben"}) and is_participle(last)
    return 1.8 if bare and last in _ADVISES else 0.0


def _speaker_has(text: tuple[str, ...]) -> bool:
    """„ich habe …“, „… habe ich …“, „hab ihr …“: the speaker is the subject of the auxiliary."""
    for at, word in enumerate(text):
        if word not in _AUXILIARIES:
            continue
        near = {*text[max(0, at - 2) : at], *text[at + 1 : at + 3]}
        if near & _SPEAKERS or word in {"hab", "habe"}:
            return True
    return False
