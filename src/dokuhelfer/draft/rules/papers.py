"""Papers that were there or are missing: „den Vertrag hat sie dabei, der Bescheid fehlt“."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.rules.item import Item

_KINDS = (
    "bescheid", "bescheide", "vertrag", "verträge", "nachweis", "nachweise", "bescheinigung",
    "bescheinigungen", "abrechnung", "abrechnungen", "auszug", "auszüge", "ausweis", "pass",
    "urkunde", "urkunden", "zeugnis", "zeugnisse", "attest", "quittung", "quittungen", "beleg",
    "belege", "zettel", "formular", "formulare", "zertifikat", "unterlagen", "dokumente", "papiere",
    "kopie", "kopien", "umschlag", "rechnung", "rechnungen", "mahnung", "mahnungen", "briefe",
    "brief", "police", "liste", "ordner", "foto", "übersetzung", "gutachten",
    "schreiben", "kündigung", "vollmacht", "lebenslauf", "aufstellung", "meldung",
)  # fmt: skip
_PRESENT = words(
    """
    dabei dabeigehabt dabeihatte mitgebracht mitgehabt vorliegt liegt liegen lag lagen vorgelegt
    gezeigt vollständig unvollständig vergessen kopiert eingescannt abfotografiert fotografiert
    nachgereicht vorhanden eingereicht abgegeben aufgehoben weggeworfen mitgenommen ausgehändigt
    fehlt fehlen fehlte fehlten vermisst verlegt verloren abgelaufen geschickt zugeschickt
    hinterlegt
    """
)
_THERE = words("da hier")
_HAVE = words("hat haben habe hab hatte hatten ist sind war waren gibt")
_LACKS = words("kein keine keinen noch nicht")
_STANDS = words("steht stehen stand drin")


_ISSUED = words("903 305 p-konto-bescheinigung ausgestellt ausstellen stelle")
"""Certificates the counsellor issues are no papers brought along."""


def shows_papers(item: Item) -> float:
    """How strongly a clause says which papers are there or missing."""
    low = set(item.text)
    if not any(word.endswith(_KINDS) for word in low) or low & _STANDS:
        return 0.0
    if item.has(FactKind.MONEY) or low & _ISSUED:
        return 0.0
    if low & _PRESENT:
        return 2.6
    have = bool(low & _HAVE)
    if have and (low & _THERE or {"als", "foto"} <= low or {"auf", "handy"} <= low):
        return 2.2
    return 0.9 if have and low & _LACKS else 0.0


_ALLOWANCE = words("freibetrag freibetrags freibeträge p-konto pfändungsschutz")


def certificate(item: Item, paragraph: str) -> float:
    """How strongly a clause is about the certificate by this paragraph, issued or not."""
    numbered = any(word.rstrip(".") == paragraph for word in item.text)
    named = any(word.startswith(("bescheinigung", "p-konto-bescheinigung")) for word in item.text)
    allowance = paragraph == "903" and bool(set(item.text) & _ALLOWANCE)
    return 3.2 if named and (numbered or allowance) else 0.0
