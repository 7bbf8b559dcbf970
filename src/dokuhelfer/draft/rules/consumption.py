"""Abstinence and relapse as told, never derived (domain.md §2.1)."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_ARTICLES
from dokuhelfer.draft.rules.item import Item

_USES = words(
    """
    trinkt getrunken trank konsumiert konsum gespielt spielt spiel geraucht raucht gekifft kifft
    genommen nimmt gespritzt spritzt gezogen gekokst alkohol bier joint joints drogen gezockt zockt
    """
)
_ABSTINENT = words("abstinent clean trocken nüchtern abstinenz konsumfrei spielfrei rauchfrei")
_WISHED = words("will möchte ziel wolle würde nachweis abstinenznachweis auflage wünscht")
_SINCE = words("seit seitdem zuletzt letzter letztes letzte")
_NONE = NEGATIVE_ARTICLES | {"nicht", "nichts", "nix", "ohne"}
_RELAPSES = words("rückfall rückfälle rückfällig ausrutscher vorfall rückfalls")
_TALKED = words("besprochen prophylaxe rückfallprophylaxe notfallplan erklärt")


def aims(item: Item) -> float:
    """„Sie möchte auf zwei Gläser runter“, „aufhören will er nicht“: the person's own goal."""
    low = set(item.text)
    wants = low & {"will", "möchte", "wollte"}
    return 2.6 if wants and low & _LESS and not low & {"ich", "wir"} else 0.0


_LESS = words(
    """
    aufhören weniger runter reduzieren abstinent clean trocken kontrolliert trinkpause pause
    nüchtern spielfrei rauchfrei konsumfrei verzichten einschränken lassen
    """
)


def abstains(item: Item) -> float:
    """How strongly a clause tells since when nothing was consumed, or when last."""
    low = set(item.text)
    if low & _WISHED or low & _RELAPSES:
        return 0.0
    if low & _ABSTINENT:
        return 2.4
    since = low & _SINCE
    last = {"zuletzt", "letzter", "letztes", "letzte"} & low and low & _USES
    return 2.6 if (since and low & _USES and low & _NONE) or last else 0.0


def relapses(item: Item) -> float:
    """How strongly a clause tells of a relapse, also that there was none."""
    low = set(item.text)
    if low & _RELAPSES:
        return 1.0 if low & _TALKED else 2.8
    again = "wieder" in low and bool(low & {"hat", "hatte", "habe"}) and not low & _NONE
    used = {word for word in low & _USES if word.startswith(("ge", "kons"))}
    return 2.6 if again and used else 0.0
