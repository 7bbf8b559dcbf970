"""Why somebody seeks advice: asked, feared, wished for – said in the first sentences."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.mainclause import main_pieces

_FIRST = 4
"""In these first sentences a reason given is the reason for coming."""
_WISHED = 3
"""In these first sentences behind the heading a wish is the reason for coming."""
_TURNS = words(
    """
    kommt kam kommen gekommen angerufen meldet meldete melden gemeldet vorgestellt
    wendet wenden ruft rief sucht suchte suchen erscheint
    """
)
_BECAUSE = words("weil wegen da deshalb deswegen daher darum grund")
_SEEKS = words("beratung hilfe unterstützung rat information informationen auskunft anlaufstelle")
_WANTS = words(
    """
    möchte möchten will wollen braucht brauchen wünscht wünschen bittet bitten fragt fragen sucht
    suchen benötigt benötigen erhofft erwartet wollte hätte interessiert
    """
)
_KNOWS = Phrases.written(
    "will wissen",
    "wollte wissen",
    "möchte wissen",
    "wollen wissen",
    "möchten wissen",
    "weiß nicht wie",
    "weiß nicht ob",
    "weiß nicht was",
    "hat die frage",
    "hat fragen zu*",
    "hatte fragen zu*",
    "ihre frage",
    "seine frage",
    "fragt ob",
    "fragt wie",
    "fragt nach",
    "braucht hilfe",
    "bittet um",
    "bat um",
    "hat angst",
    "haben angst",
    "macht sich sorgen",
    "machen sich sorgen",
    "befürchtet",
    "befürchten",
    "es geht um",
    "es geht ums",
    "es ging um",
    "es ging ums",
    "geht es um",
    "geht es ums",
    "geht es darum",
    "es geht darum",
    "es dreht sich um",
    "kommt wegen",
    "kam wegen",
    "hier wegen",
    "da wegen",
    "anlass",
    "auslöser",
    "anliegen",
    "thema ist",
    "thema war",
    "grund ist",
    "grund war",
    "im vordergrund",
)
_SPEAKER = words("ich wir")


def _is_about(text: tuple[str, ...]) -> bool:
    """„Es geht ihr um …“, „geht um …“, „es ging heute nochmal ums …“."""
    at = next((at for at, word in enumerate(text[:4]) if word in {"geht", "ging", "dreht"}), None)
    return at is not None and bool({"um", "ums", "darum"} & set(text[at + 1 : at + 5]))


def gives_reason(item: Item) -> float:
    """How strongly a clause tells why somebody came."""
    low = set(item.text)
    sentence = item.clause.sentence
    if sentence > _FIRST or low & _SPEAKER:
        return 0.0
    if _KNOWS.anywhere(item.text) or _is_about(item.text):
        return 3.6
    turns = any(_TURNS & set(piece) for piece in main_pieces(item))
    if turns and low & (_BECAUSE | _SEEKS):
        return 3.6
    wishes = 0 < sentence <= _WISHED and low & _WANTS
    return 1.2 if wishes and not low & {"nicht", "kein", "keine", "keinen", "erst"} else 0.0
