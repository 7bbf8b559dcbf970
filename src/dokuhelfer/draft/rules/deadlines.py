"""Deadlines of offices and courts, as said and never computed (domain.md §2.1)."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.rules.item import Item

_LEGAL = (
    "klage", "widerspruch", "stellungnahme", "anhörung", "ausreise", "antrag", "beschwerde",
    "rechtsmittel", "einspruch", "verlängerung", "erklärung", "passbeschaffung", "mitwirkung",
)  # fmt: skip
_UNTIL = words("bis spätestens innerhalb binnen")
_TIME = words("tage tagen woche wochen monat monate monaten ende anfang mitte")
_MUST = words("muss müssen läuft endet gilt hat haben steht soll sollen sollte")
_BY_OFFICE = words("nachweisen vorlegen einreichen nachreichen beibringen abgeben ausreisen äußern")
_SPEAKER = words("ich wir")


def sets_deadline(item: Item) -> float:
    """How strongly a clause gives a deadline somebody else has set."""
    low = set(item.text)
    if any(word.endswith(("frist", "fristen")) for word in low):
        return 3.2
    if low & _SPEAKER:
        return 0.0
    legal = any(word.startswith(_LEGAL) for word in low) or bool(low & _BY_OFFICE)
    dated = item.has(FactKind.DATE, FactKind.RELATIVE_DAY, FactKind.NUMBER) or bool(low & _TIME)
    return 3.0 if legal and dated and low & _UNTIL and low & _MUST else 0.0
