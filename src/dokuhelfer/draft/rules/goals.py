"""Goals of a help plan: reviewed, set anew; where the sides differ; how much help is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.purpose import Purpose

_STATES = words(
    """
    erreicht erfüllt umgesetzt geschafft gelungen teilweise größtenteils überwiegend verfehlt
    gescheitert unerreicht teilerreicht abgeschlossen
    """
)
_CALLED = words(
    """
    angerufen telefonisch telefon mailbox anrufbeantworter niemand niemanden keinen anruf
    versucht probiert erreichbar
    """
)
"""With these „erreicht“ speaks of a call."""
_SETS = Phrases.written(
    "neues ziel",
    "neue ziele",
    "neuen ziele",
    "neues teilziel",
    "weiteres ziel",
    "weitere ziele",
    "nächstes ziel",
    "nächste ziele",
    "als ziel",
    "als ziele",
    "als neues ziel",
    "ziel ist",
    "ziel soll sein",
    "ziel bleibt",
    "ziel wird",
    "ziele bleiben",
    "ziele sind",
    "ziel für",
    "ziele für",
    "ziel bis",
    "ziele bis",
    "neu dazu kommt",
    "neu hinzu kommt",
    "neu aufgenommen",
    "fortgeschrieben",
    "wird weiterverfolgt",
    "nehmen wir uns vor",
    "nimmt sich vor",
    "nehmen sich vor",
    "haben wir uns vorgenommen",
    "bleibt als ziel",
    "bleibt ziel",
)
_DIFFER = Phrases.written(
    "keine einigung",
    "keine einigkeit",
    "keinen konsens",
    "kein konsens",
    "kein einvernehmen",
    "nicht einig",
    "nicht einigen",
    "nicht geeinigt",
    "uneinig*",
    "strittig",
    "umstritten",
    "streitpunkt*",
    "dissens",
    "meinungsverschiedenheit*",
    "unterschiedlicher meinung",
    "verschiedener meinung",
    "unterschiedliche meinung*",
    "unterschiedliche ansichten",
    "gehen die meinungen",
    "gingen die meinungen",
    "sehen das anders",
    "sieht das anders",
    "offen geblieben",
    "offen bleibt",
    "bleibt offen",
    "blieb offen",
    "ungeklärt",
    "noch nicht geklärt",
    "nicht geklärt werden",
    "noch nicht entschieden",
    "nicht entschieden werden",
)
_HELP = words(
    """
    hilfe verlängert verlängerung verlängern bewilligt bewilligung befristet befristung umfang
    stundenumfang weiterbewilligt weitergeführt fortgeführt weitergewährt fachleistungsstunden
    fachleistungsstunde fls wochenstunden aufgestockt reduziert erhöht betreuungsumfang maßnahme
    """
)
_HOURS = words("fachleistungsstunden fachleistungsstunde fls wochenstunden stunden stunde std")
_PER = Phrases.written(
    "pro woche",
    "in der woche",
    "die woche",
    "je woche",
    "wöchentlich",
    "pro monat",
    "im monat",
    "monatlich",
    "am tag",
    "pro tag",
)
_LASTS = words("monate monat monaten jahr jahre jahres halbjahr wochen sommer schuljahresende")
_WANTS = words(
    "würde würden möchte möchten will wollen wünscht wünschen findet hält sagt meint fordert dass"
)


def goals(items: Sequence[Item]) -> Iterator[tuple[int, Purpose, float]]:
    """Clause numbers with a purpose of a help plan they speak for, and a weight."""
    reviewing = -1
    for at, item in enumerate(items):
        following = items[at + 1] if at + 1 < len(items) else None
        number = item.clause.number
        if _heads_review(item):
            reviewing = item.clause.sentence
        if _reviews(item, following) or reviewing == item.clause.sentence:
            yield number, Purpose.GOAL_REVIEW, 6.0
        elif _SETS.anywhere(item.text):
            yield number, Purpose.NEW_GOALS, 3.5
        elif item.text and item.text[0] in {"ziel", "ziele"}:
            yield number, Purpose.NEW_GOALS, 2.5
        if _DIFFER.anywhere(item.text):
            yield number, Purpose.DISSENT, 3.5
        weight = _extent(item)
        if weight:
            yield number, Purpose.EXTENT, weight


def names_goal(item: Item) -> float:
    """How strongly a clause opens with the goal: „Ziel er soll …“, „sein Ziel bleibt …“."""
    opening = item.text[:4]
    if opening[:1] in {("ging",), ("geht",)} or opening[:2] in {("es", "ging"), ("es", "geht")}:
        return 3.6 if "ziel" in item.text[:6] else 0.0
    if not opening or item.has(FactKind.QUOTE):
        return 0.0
    own = opening[0] in {"sein", "ihr", "das", "als", "unser", "zum", "eigenes"}
    return 3.6 if opening[0].endswith("ziel") or (own and opening[1:2] == ("ziel",)) else 0.0


def _heads_review(item: Item) -> bool:
    """„Die Ziele vom letzten Mal: …“: the sentence goes through them."""
    low = set(item.text[:7])
    return bool(low & {"ziele", "ziel"}) and bool(low & _EARLIER) and ":" in item.view.low


_EARLIER = words("letzten letzte letztes bisherigen bisherige alten alte vorigen vergangenen")


def _reviews(item: Item, following: Item | None) -> bool:
    low = set(item.text)
    if low & _CALLED or item.has(FactKind.TIME):
        return False
    about = any(word.startswith("ziel") for word in low)
    if _SETS.anywhere(item.text) and not low & _STATES:
        return False
    if low & _STATES or (about and {"zum", "teil"} <= low):
        return about or bool(low & (_STATES - {"geschafft", "teilweise", "abgeschlossen"}))
    if not about or following is None or following.clause.sentence != item.clause.sentence:
        return False
    return bool(set(following.text[:4]) & _STATES) and not set(following.text) & _CALLED


def _extent(item: Item) -> float:
    """How strongly a clause says how much help there is, or for how long."""
    low = set(item.text)
    counted = item.has(FactKind.NUMBER) or bool(
        low & {"ein", "eine", "einmal", "zweimal", "halbes"}
    )
    per = _PER.anywhere(item.text)
    if counted and low & _HOURS and (per or low & _HELP):
        return 2.5 if low & _WANTS else 4.0
    lasting = bool(low & _LASTS) or item.has(FactKind.DATE)
    if low & _HELP and (counted or lasting or low & {"weiter", "läuft", "endet", "beendet"}):
        return 1.5 if low & _WANTS else 3.6
    return 0.0
