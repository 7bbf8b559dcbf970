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


def of_before(view: View, fact: Fact, following: View | None = None) -> bool:
    """Whether the last word of time before a fact, or „das war gestern“ behind it, tells so."""
    behind = [*view.low[fact.tokens[1] :], *(following.low if following is not None else ())]
    behind = [word for word in behind if word != ","]
    if behind[:2] in (["das", "war"], ["das", "waren"], ["war", "das"]):
        return bool({*behind[2:4]} & (_THEN | _LAST | {"gestern", "vorgestern"}))
    for index in range(fact.tokens[0] - 1, -1, -1):
        word = view.word(index)
        if word in _NOW:
            return False
        if word in _THEN or (word in _LAST and view.word(index + 1) in _SPANS):
            return True
    return False
