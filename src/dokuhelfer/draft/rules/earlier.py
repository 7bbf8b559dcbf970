"""Values of another time: „letzte Woche hatte sie 160/90, heute 140/80“."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import Fact
from dokuhelfer.draft.facts.view import View

_LAST = words("letzte letzten letztes letzter letztem vorige vorigen vergangene vergangenen")
_SPANS = words(
    """
    woche wochen monat monats mal messung tag tage jahr montag dienstag mittwoch donnerstag freitag
    samstag sonntag wiegen kontrolle vw verbandwechsel verbandswechsel wechsel
    """
)
THEN = words(
    """
    vorher zuvor damals früher vorwert vorwerte früheres frühere früheren früherer ehemals
    ehemaliges ehemalige
    """
)
_DAYS = words(
    """
    aufnahme trennung scheidung umzug nacht gestern vorgestern montag dienstag mittwoch donnerstag
    freitag samstag sonntag
    """
)
"""Tell of another time where the clause also says what is now."""
NOW = words("heute heut jetzt aktuell nun inzwischen mittlerweile")
_AIMS = words("soll sollte sollen sollten möchte will wünscht wenn falls sobald ab ob")


_AGO = words("woche wochen monat monaten tag tagen jahr jahren stunde stunden")


def is_past(view: View, at: int) -> bool:
    """Whether „letzten Monat“, „vor drei Wochen“ stands before ``at`` in its clause."""
    for index in range(at):
        word = view.word(index)
        if word in _LAST and view.word(index + 1) in _SPANS:
            return not NOW & {*view.low[index:at]}
        ago = {view.word(index + step) for step in (1, 2, 3)} & _AGO
        if word == "vor" and ago and not _BY_THE_CLOCK & ago:
            return not NOW & {*view.low[index:at]}
    return False


_BY_THE_CLOCK = words("stunde stunden")
"""„vor zwei Stunden gestürzt“ tells of today."""


def of_before(view: View, fact: Fact, following: View | None = None) -> bool:
    """Whether a value is of another time, or but a bound: „soll unter 140/90 sein“."""
    return (
        is_earlier(view, fact.tokens[1] - 1)
        or _told_behind(view, fact, following)
        or _bounds(view, fact)
    )


def _bounds(view: View, fact: Fact) -> bool:
    said = view.low[max(0, fact.tokens[0] - 1) : fact.tokens[1]]
    return bool({"unter", "über"} & {*said}) and bool(_AIMS & {*view.low})


def is_earlier(view: View, at: int) -> bool:
    """Whether the last word of time before ``at``, in its clause, tells of another time."""
    if is_past(view, at):
        return True
    now_behind = bool(NOW & set(view.low[at:]))
    for index in range(at - 1, -1, -1):
        word = view.word(index)
        if word in NOW:
            return False
        if word in THEN or (word in _LAST and view.word(index + 1) in _SPANS):
            return True
        if now_behind and word in _DAYS:
            return True
    return False


def _told_behind(view: View, fact: Fact, following: View | None) -> bool:
    """„88, das war gestern, heute …“; not „das war gestern auch so“."""
    behind = [*view.low[fact.tokens[1] :], *(following.low if following is not None else ())]
    if behind[:1] == [","]:
        behind = behind[1:]
    told = behind[:2] in (["das", "war"], ["das", "waren"], ["war", "das"])
    day = behind[2:3] != [] and behind[2] in THEN | {"gestern", "vorgestern"}
    return told and day and (len(behind) == 3 or behind[3] in {",", ".", ";"})
