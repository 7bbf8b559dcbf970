"""Values of another time: „letzte Woche hatte sie 160/90, heute 140/80“."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.modality import is_participle
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
_AIMS = words(
    "soll sollte sollen sollten wenn falls sobald ab anrufen rufen melden informieren verständigen "
    "benachrichtigen"
)

_AGO = words("woche wochen monat monaten tag tagen jahr jahren stunde stunden")


def is_past(view: View, at: int) -> bool:
    """Whether „letzten Monat“, „vor drei Wochen“ is the time of what stands at ``at``.

    Not „seit dem Sturz vor zwei Tagen“, „wie letzte Woche“, „das vor drei Tagen angesetzte
    Antibiotikum“, „vor einer Woche eingezogen“: there the time belongs to another event.
    """
    for index in range(at):
        if _is_span(view, index) and not _of_another_event(view, index, at):
            return not NOW & {*view.low[index:at]}
    return False


def _is_span(view: View, index: int) -> bool:
    word = view.word(index)
    if _is_last(view, index):
        return True
    ago = {view.word(index + step) for step in (1, 2, 3)} & _AGO
    return word == "vor" and bool(ago) and not _BY_THE_CLOCK & ago


def _is_last(view: View, index: int) -> bool:
    return view.word(index) in _LAST and view.word(index + 1) in _SPANS


def _of_another_event(view: View, index: int, at: int) -> bool:
    """Whether a time is that of an event named with it, or what is compared with."""
    before = view.low[:index]
    if _COMPARED & {*before[-2:]}:
        return True
    if _SINCE & {*before} and view.capital(index - 1):
        return True
    if view.word(index) == "vor" and before[-1:] and before[-1] in _ARTICLES:
        return True
    told = [place for place in range(index, at) if _is_participle(view, place)]
    now_has = bool(_PRESENT & {*view.low[index : index + _SPAN_LENGTH]}) and not _ends_past(view)
    return now_has or any(view.word(place) not in _MEASURED for place in told)


def _is_participle(view: View, index: int) -> bool:
    return is_participle(view.word(index)) and not view.capital(index)


def _ends_past(view: View) -> bool:
    return any(_is_participle(view, place) for place in range(len(view)))


_PRESENT = words("hat liegt beträgt klagt äußert bekommt")
"""„(Seit dem Sturz) vor zwei Tagen hat sie Schmerzen NRS 5“: what lasts is of now."""
_SPAN_LENGTH = 4


_COMPARED = words("seit nach wie als zu zur zum gegenüber vergleich")
_SINCE = words("seit nach wie als zustand")
_ARTICLES = words("der die das den dem des ein eine einen einem einer")
_MEASURED = words("gemessen gewogen betragen gelegen gehabt gewesen")

_BY_THE_CLOCK = words("stunde stunden")
"""„vor zwei Stunden gestürzt“ tells of today."""


def of_before(view: View, fact: Fact, following: View | None = None) -> bool:
    """Whether a value is of another time, or but a bound: „soll unter 140/90 sein“."""
    return (
        is_earlier(view, fact.tokens[1] - 1)
        or _told_behind(view, fact, following)
        or _bounds(view, fact)
    )


def of_then(view: View, fact: Fact, following: View | None = None) -> bool:
    """Whether a value's own part says that it is of another time, or it is but a bound."""
    at = fact.tokens[1] - 1
    commas = [index for index in range(fact.tokens[0]) if view.word(index) == ","]
    start = commas[-1] + 1 if commas else 0
    return (
        any(_is_span(view, index) for index in range(start, at))
        or bool(THEN & {*view.low[:at]})
        or any(_is_last(view, index) for index in range(at))
        or _told_behind(view, fact, following)
        or _bounds(view, fact)
    )


def _bounds(view: View, fact: Fact) -> bool:
    said = view.low[max(0, fact.tokens[0] - 1) : fact.tokens[1]]
    aimed = bool(_WISHES & {*view.low}) and view.word(fact.tokens[1]) in _HELD
    return bool({"unter", "über"} & {*said}) and (aimed or bool(_AIMS & {*view.low}))


_WISHES = words("möchte will wünscht")
_HELD = words("haben halten sehen")
"""„Der Arzt möchte die Sättigung über 92 haben“."""


def is_earlier(view: View, at: int) -> bool:
    """Whether the last word of time before ``at``, in its clause, tells of another time."""
    if is_past(view, at):
        return True
    now_behind = bool(NOW & set(view.low[at:]))
    for index in range(at - 1, -1, -1):
        word = view.word(index)
        if word in NOW:
            return False
        if word in THEN and view.word(index - 1) not in _COMPARED:
            return True
        if _is_last(view, index) and not _of_another_event(view, index, at):
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
