"""When they meet or speak again: the words for it, in any order."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_ARTICLES
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.rules.item import Item

_SINGLE = words("folgetermin anschlusstermin wiedervorstellung folgegespräch wiedersehen")
_MEETING = words(
    """
    termin treffen gespräch kontakt beratung beratungstermin sitzung hpg hilfeplangespräch besuch
    hausbesuch telefontermin telefonat anruf videotermin beratungsgespräch fallbesprechung
    kontrolltermin versuch einheit stunde mal überprüfung gesprächstermin videogespräch
    """
)
_NEXT = words(
    """
    nächster nächste nächsten nächstes nächstem neuer neuen neues weiterer weiteren weiteres
    """
)
_AGAIN = Phrases.written(
    "sehen uns",
    "treffen uns",
    "sprechen uns",
    "hören uns",
    "kommt wieder",
    "kommt dann wieder",
    "kommen wieder",
    "schauen wir wieder",
    "wir schauen",
    "selbe zeit",
    "gleiche zeit",
    "selber zeit",
    "gleicher zeit",
    "zur selben zeit",
    "zur gleichen zeit",
    "termin folgt",
    "termin wird noch",
    "termin ist offen",
    "termin offen",
    "offene sprechstunde",
    "meldet sich bei bedarf",
    "meldet sich wieder",
    "meldet sich selbst",
    "noch mal drauf",
    "wieder zusammen",
    "wieder am",
    "wieder um",
    "wieder nächste*",
    "weiter geht es",
    "weiter gehts",
    "wiedersehen",
)
_OTHERS = words("zur zum beim bei mit auf für vorm")
"""„Termin beim Jobcenter“: not the next one here."""
_LATE = 4
"""From this sentence on a day by itself is the next appointment."""


def meets_again(item: Item) -> float:
    """How strongly a clause gives the next appointment, or says that there is none."""
    text = item.text
    low = set(text)
    dated = item.has(FactKind.TIME, FactKind.DATE, FactKind.RELATIVE_DAY)
    for at, word in enumerate(text[:6]):
        if word in _SINGLE and (dated or item.clause.sentence >= _LATE):
            return 4.0
        if word in _NEXT and set(text[at + 1 : at + 3]) & _MEETING:
            return _of_next(text, at, item, dated=dated)
    late = item.clause.sentence >= _LATE
    if (
        late
        and text
        and text[0].endswith("termin")
        and dated
        and not set(text[1:2]) & _OTHERS - {"mit"}
    ):
        return 3.4
    if _AGAIN.anywhere(text) and (dated or late):
        return 3.0
    none = bool(low & (NEGATIVE_ARTICLES | {"offen", "nicht"}))
    if late and _comes_at(item, low):
        return 3.4
    if late and text and text[0] == "termin" and not set(text[1:2]) & _OTHERS and (dated or none):
        return 3.5
    if late and "termin" in low and none and low & {"ausgemacht", "vereinbart", "gemacht"}:
        return 3.5
    if late and low & _MEETING and low & _ARRANGED and dated and not low & _PAST_MEETING:
        return 3.4
    return 2.5 if late and _only_a_day(item) else 0.0


def _comes_at(item: Item, low: set[str]) -> bool:
    """„Sie kommt am 2.12. um 11 zu mir“, „weiter geht's in drei Wochen“: a day and how."""
    timed = item.has(FactKind.TIME)
    day = item.has(FactKind.DATE, FactKind.RELATIVE_DAY) or bool(low & WEEKDAYS)
    goes_on = "weiter" in item.text[:2] and bool(low & {"geht", "geht's", "gehts"})
    looks = bool(low & {"schauen", "geschaut", "schaut", "besprechen", "besprochen"}) and bool(
        low & {"drauf", "darauf", "wieder", "nochmal"}
    )
    if goes_on or looks:
        return day or timed
    comes = bool(low & {"kommt", "kommen", "treffen", "telefonieren", "sehen", "sprechen"})
    here = bool(low & _HERE)
    past = bool(low & {"kam", "war", "ist", "hat"})
    return comes and day and not past and (timed or (here and "wieder" in low))


_ARRANGED = words("verabredet vereinbart ausgemacht abgemacht eingetragen festgehalten festgelegt")
_PAST_MEETING = words("war hatte abgesagt verpasst jugendamt jobcenter arzt gericht behörde")
_HERE = words("wieder zu uns mir wir her hierher vorbei")
WEEKDAYS = words(
    """
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags dienstags
    mittwochs donnerstags freitags
    """
)


def _of_next(text: tuple[str, ...], at: int, item: Item, *, dated: bool) -> float:
    """„nächster Termin …“; „nächstes Mal“ and the like only with a day."""
    if "mal" in text[at + 1 : at + 3]:
        weak = dated and at == 0 and not item.has(FactKind.CONDITION)
        return 2.5 if weak and len(text) <= _SHORT else 0.0
    if at and text[at - 1] in {"beim", "zum", "bis", "zu", "vor"}:
        return 0.0
    return 4.0 if at <= 1 or dated else 1.5


_SHORT = 16


def _only_a_day(item: Item) -> bool:
    """„Nächste Woche Montag, 10 Uhr.“: a clause without a verb that is all date and time."""
    days = item.of(FactKind.DATE, FactKind.RELATIVE_DAY)
    times = item.of(FactKind.TIME)
    if not days or not times:
        return False
    taken = {index for fact in (*days, *times) for index in range(*fact.tokens)}
    rest = [word for index, word in item.words if index not in taken]
    return all(word in _AROUND for word in rest)


_AROUND = words("am um uhr der die den dann wieder also und nächste woche in hier bei uns im büro")
