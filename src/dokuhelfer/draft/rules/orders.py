"""What a doctor ordered on the phone, in the clause that tells of the call."""

from __future__ import annotations

from collections.abc import Iterator

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.rules.item import Item

_Range = tuple[int, int]
_CALLED = words(
    "angerufen telefonisch telefoniert telefonat erreicht informiert rücksprache gerufen"
)
_SAYS = words("sagt sagte meint meinte sagen meinen ordnet ordnete empfiehlt empfahl will wollte")
_ASKED_FOR = words("gesagt gemeint angeordnet empfohlen")
_DOCTORS = (
    "arzt", "ärztin", "ärztlicher", "dr", "doktor", "doktorin", "praxis", "giftnotruf",
    "bereitschaftsdienst", "notdienst",
)  # fmt: skip
_INFINITIVES = words(
    """
    kontrollieren messen nachmessen geben nachgeben weitergeben weglassen auslassen aussetzen
    absetzen pausieren beobachten überwachen bestimmen abwarten rufen anrufen melden einweisen
    kühlen lagern nachholen trinken spritzen verabreichen reduzieren erhöhen wechseln abnehmen
    entfernen wiederholen vorstellen hinlegen schicken
    """
)
_SHORTEST = 2


def instructs(item: Item) -> bool:
    """„… BZ alle zwei Stunden kontrollieren“ after a call: an infinitive and no finite verb."""
    if not item.words or any(word in FINITE for _, word in item.words):
        return False
    return item.words[-1][1] in _INFINITIVES


def to_measure(item: Item) -> bool:
    """„jede Stunde Puls messen“: an infinitive of measuring stands in the clause."""
    return bool({word for _, word in item.words} & _MEASURING)


_MEASURING = words(
    "messen nachmessen kontrollieren nachkontrollieren überwachen bestimmen beobachten prüfen"
)


def ordered_by_phone(item: Item, main: str | None) -> Iterator[_Range]:
    """„Dr. N. angerufen, der sagt, stündlich Blutdruck …“: the words behind the saying."""
    view = item.view
    low = view.low
    if not _CALLED & set(low) or not any(word.rstrip(".").endswith(_DOCTORS) for word in low):
        return
    said = next((at for at, word in enumerate(low) if word in _SAYS | _ASKED_FOR), None)
    colon = next((at for at, word in enumerate(low) if word == ":"), None)
    at = said if said is not None else colon
    if at is None:
        return
    start = at + 1
    while view.word(start) in {",", ":", "dass", "wir"}:
        start += 1
    if len([1 for index, _ in item.words if index >= start]) >= _SHORTEST:
        yield start, len(view)
