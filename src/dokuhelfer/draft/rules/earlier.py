"""Values of another time: „letzte Woche hatte sie 160/90, heute 140/80“."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import Fact
from dokuhelfer.draft.facts.view import View

_LAST = words("letzte letzten letztes letzter vorige vorigen vergangene vergangenen")
_SPANS = words(
    """
    woche wochen monat monats mal messung tag tage jahr montag dienstag mittwoch donnerstag freitag
    samstag sonntag wiegen kontrolle
    """
)
_THEN = words("vorher zuvor damals früher vorwert vorwerte ursprünglich aufnahme")
_NOW = words("heute heut jetzt aktuell nun inzwischen mittlerweile")


def of_before(view: View, fact: Fact) -> bool:
    """Whether the last word of time before a fact, in its clause, tells of another time."""
    for index in range(fact.tokens[0] - 1, -1, -1):
        word = view.word(index)
        if word in _NOW:
            return False
        if word in _THEN or (word in _LAST and view.word(index + 1) in _SPANS):
            return True
    return False
