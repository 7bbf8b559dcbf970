"""What a clause does: pass on, quote, plan, act, measure again – beyond a template's cues.

Each act speaks for fields of one purpose with a weight; cues weigh about 1 per word. The
weights order the rules of domain.md §3: planned and passed on (R04) before quotes (R06),
these before what was done.
"""

from __future__ import annotations

from collections.abc import Iterator

from dokuhelfer.draft.facts.bare import is_pain
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import FactKind, FactName, Modality
from dokuhelfer.draft.rules.encounters import encounters
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.mainclause import plans
from dokuhelfer.draft.rules.orders import to_measure
from dokuhelfer.draft.rules.passing import (
    advised,
    called_by_other,
    failed_call,
    not_yet,
    passes_on,
    still_open,
)
from dokuhelfer.draft.rules.purpose import Purpose

_SPEAKER = words("ich wir hab habe haben")
_WHILE = words("minuten min stunde stunden viertelstunde weile")
_THEN = words("danach daraufhin anschließend hinterher seitdem später")
_AGAIN = words(
    """
    nachgemessen kontrolle kontrollmessung nachmessung nachkontrolliert zweitmessung
    kontrollwert nachkontrolle
    """
)
_REGULAR = words("nimmt bekommt spritzt erhält")


def acts(item: Item) -> Iterator[tuple[Purpose, float]]:
    """The purposes a clause speaks for, each with a weight."""
    yield from _planned_or_passed_on(item)
    yield from _said(item)
    if measures_again(item):
        yield Purpose.CONTROL, 4.0
    if any(fact.name is not FactName.NRS for fact in item.of(FactKind.VITAL)):
        if advised(item) and to_measure(item):
            yield Purpose.ORDER, 5.0  # „Dr. W. sagt, stündlich Puls messen“: no value yet
        yield Purpose.VITALS, 2.5
    if _conditional_plan(item):
        yield Purpose.OPEN, 2.6
    yield from _done(item)
    if _looks_again(item):
        yield Purpose.EFFECT, 3.0
    low = {word for _, word in item.words}
    if "zuletzt" in low or {"letzte", "mal", "gesehen"} <= low:
        yield Purpose.LAST_SEEN, 4.0
    yield from encounters(item)
    if hurts_somewhere(item):
        yield Purpose.PAIN_PLACE, 2.0
    first = item.words[0][1] if item.words else ""
    if (first in _THEN or _after_a_while(item)) and not _by_speaker(item):
        yield Purpose.EFFECT, 1.5


def _conditional_plan(item: Item) -> bool:
    """„Falls es wiederkommt, kann sie …“: opens with a condition and tells nothing that was."""
    low = [word for _, word in item.words]
    opening = low[1:2] if low[:1] and low[0] in {"und", "aber", "nur"} else low[:1]
    if not set(opening) & {"wenn", "falls", "sofern"} or not set(low) & _WOULD_DO:
        return False
    return item.modality is not Modality.DONE and not item.has(FactKind.QUOTE)


_WOULD_DO = words("kann können darf dürfen ruf rufe rufen geht gibt bekommt kriegt gebe geb reicht")


def _looks_again(item: Item) -> bool:
    """„Um 3:30 hab ich nochmal geschaut“: how it went on after what was done."""
    low = {word for _, word in item.words}
    looked = low & {"geschaut", "nachgeschaut", "nachgesehen", "reingeschaut", "nachgefragt"}
    return bool(looked) and bool(low & {"nochmal", "erneut", "wieder", "später"})


def _after_a_while(item: Item) -> bool:
    """„Nach zehn Minuten war …“, „eine halbe Stunde später …“: what came of it."""
    low = [word for _, word in item.words[:6]]
    if not low or not set(low[:5]) & _WHILE:
        return False
    return low[0] in {"nach", "no"} or bool({"später", "danach", "drauf", "nachher"} & set(low))


def hurts_somewhere(item: Item) -> bool:
    """„Schmerzen hat sie im Rücken“: pain with a part of the body, not denied."""
    hurts = any(is_pain(word) for _, word in item.words)
    return hurts and item.has(FactKind.BODY_PART) and not item.has(FactKind.NEGATION)


def _planned_or_passed_on(item: Item) -> Iterator[tuple[Purpose, float]]:
    if (passes_on(item) or failed_call(item)) and not called_by_other(item):
        if still_open(item):
            yield Purpose.OPEN, 4.0
            yield Purpose.INFORMATION, 1.0
        else:
            yield Purpose.INFORMATION, 3.0
    elif not_yet(item) or _next_one(item):
        yield Purpose.OPEN, 3.0
    elif advised(item):
        yield Purpose.ORDER, 3.0
        yield Purpose.INFORMATION, 2.5
    elif item.modality is Modality.PLANNED and not (item.has(FactKind.QUOTE) or repeats(item)):
        yield Purpose.OPEN, 2.2 if plans(item) else _PLANNED_BESIDE
        if _should_have(item):
            yield Purpose.GIVEN, 3.0


def _next_one(item: Item) -> bool:
    """„Nächster Verbandwechsel Donnerstag“, „nächste Messung um 15 Uhr“: still to come."""
    if len(item.words) < 2 or item.words[0][1] not in _NEXT:
        return False
    dated = item.has(FactKind.TIME, FactKind.RELATIVE_DAY, FactKind.DATE)
    return dated and item.words[1][1].endswith(_CARE_STEPS)


_NEXT = words("nächste nächster nächstes")
_CARE_STEPS = (
    "wechsel", "messung", "kontrolle", "gabe", "lagerung", "spritze", "dosis", "injektion",
    "abnahme", "infusion", "dusche", "vollbad", "versorgung", "umlagerung", "mobilisation",
)  # fmt: skip


def _should_have(item: Item) -> bool:
    """„sollte eine Tablette bekommen, ich hab zwei gegeben“: what came of it, no plan."""
    low = {word for _, word in item.words}
    meant = bool(low & {"sollte", "sollten", "hätte"}) and bool(low & _GIVEN)
    return meant and item.has(FactKind.MEDICATION)


_PLANNED_BESIDE = 0.2
"""The plan stands in a clause that only tells what was explained, said, feared."""


def _said(item: Item) -> Iterator[tuple[Purpose, float]]:
    if item.has(FactKind.QUOTE) or repeats(item):
        yield Purpose.QUOTE, 3.0
        if not _by_another(item):
            yield Purpose.OPENING_QUOTE, 3.0
        return
    if not item.has(FactKind.SOURCE) or finds_nothing(item) or said_by_speaker(item):
        return
    if advised(item):
        return
    yield Purpose.REPORT, 1.5
    if not item.has(FactKind.ROLE):
        yield Purpose.QUOTE, 1.0


def utters(item: Item) -> bool:
    """Whether somebody but the speaker says or shouts something."""
    low = {word for _, word in item.words}
    return bool(low & (_UTTERED | _DEMANDS)) and not low & {"ich", "wir"}


def demanded(item: Item) -> bool:
    """„er soll leise sein“: what was asked of somebody, not what is to be done."""
    low = [word for _, word in item.words[:2]]
    return len(low) > 1 and low[0] in {"er", "sie", "die", "der"} and low[1] in {"soll", "sollen"}


_DEMANDS = words("angeschrien schrie angebrüllt verlangt gefordert aufgefordert angeherrscht")


def _by_another(item: Item) -> bool:
    """Whether somebody named by office or kinship speaks, not the person."""
    begin = min((fact.tokens[0] for fact in item.of(FactKind.QUOTE)), default=len(item.view))
    return any(fact.tokens[0] < begin for fact in item.of(FactKind.ROLE))


def repeats(item: Item) -> bool:
    """„und hat gerufen ich muss zum Zug“: somebody's own words without quotation marks."""
    low = [word for _, word in item.words]
    at = next((place for place, word in enumerate(low) if word in _UTTERED), None)
    if at is None or at + 1 >= len(low) or {"ich", "wir"} & set(low[:at]):
        return False
    return bool(_OWN_PERSON & set(low[at + 1 : at + 1 + _OWN_REACH]))


_UTTERED = words("gesagt gerufen geschrien gemeint sagt sagte rief ruft schreit meint")
_OWN_PERSON = words("ich mir mich mein meine wir uns")
_OWN_REACH = 4


def said_by_speaker(item: Item) -> bool:
    """„Das hab ich denen gesagt“: the speaker's own words are no one's utterance."""
    low = {word for _, word in item.words}
    own = "ich" in low and bool(low & _OWN_WORDS) and not repeats(item)
    return own and not item.has(FactKind.QUOTE)


def finds_nothing(item: Item) -> bool:
    """„keine Schmerzen angegeben“: an observation, not what the person said."""
    if item.has(FactKind.QUOTE):
        return False
    if _leaves_unsaid(item):
        return True
    said = {fact.text for fact in item.of(FactKind.SOURCE)}
    return item.has(FactKind.NEGATION) and bool(said) and said <= _UNSAID


def _leaves_unsaid(item: Item) -> bool:
    """„welches Knie, hat sie nicht gesagt“: a question nobody answered."""
    low = [word for _, word in item.words]
    asked = bool(low) and low[0].startswith(("welch", "wann", "warum", "wieso", "wo", "wer"))
    return asked and ("nicht", "gesagt") in set(zip(low, low[1:], strict=False))


_UNSAID = words("angegeben geäußert geklagt verneint")
_OWN_WORDS = words("gesagt gefragt gemeint erklärt")


def measures_again(item: Item) -> bool:
    """Whether a clause reports a second measurement."""
    low = {word for _, word in item.words}
    if low & _AGAIN:
        return True
    repeated = bool(low & {"nochmal", "erneut", "nochmals", "wieder"}) or (
        {"noch", "mal"} <= low and item.has(FactKind.TIME)
    )
    return repeated and ("gemessen" in low or item.has(FactKind.VITAL))


def _by_speaker(item: Item) -> bool:
    return any(word in _SPEAKER for _, word in item.words)


def _done(item: Item) -> Iterator[tuple[Purpose, float]]:
    low = {word for _, word in item.words}
    got = item.modality is Modality.PLAIN and bool(low & _GOT)
    if passes_on(item) or not (got or item.modality is Modality.DONE):
        return
    negated = item.has(FactKind.NEGATION)
    if _own_step(item) and not negated:
        yield Purpose.ACTION, 1.5
    elif low & {"wurde", "wurden", "worden"} and not negated and not low & _SEEN:
        yield Purpose.ACTION, 0.8
    elif not low & FINITE and not negated:
        last = item.words[-1][1] if item.words else ""
        if is_participle(last) and last not in _BEHAVED:
            yield Purpose.ACTION, 0.8
    if item.has(FactKind.MEDICATION) and not negated and low & (_GIVEN | _GOT):
        yield Purpose.ACTION, 2.5
        yield Purpose.GIVEN, 2.5
    elif item.has(FactKind.MEDICATION) and not low & _REGULAR:
        yield Purpose.ACTION, 0.8


def _own_step(item: Item) -> bool:
    """Whether the speaker did something: both stand in one part between commas."""
    part: set[str] = set()
    for index in range(len(item.view) + 1):
        word = item.view.word(index)
        if word not in {"", ",", ";", ":"}:
            part.add(word)
            continue
        own = part & {"ich", "wir", "hab", "habe"} and not part & _SEEN
        if own and any(is_participle(word) for word in part):
            return True
        part = set()
    return False


_BEHAVED = words(
    """
    geworfen geknallt zugeknallt geschlagen geschrien geschimpft geweint gelacht gerufen gegessen
    getrunken aufgegessen ausgetrunken geschlafen eingeschlafen durchgeschlafen aufgewacht
    aufgestanden gegangen weggegangen gekommen zurückgekommen gelaufen gestürzt gefallen eingenässt
    eingekotet erbrochen verweigert abgelehnt genommen eingenommen gehört gesungen erzählt
    gesprochen geredet gespielt gehustet verschluckt geschluckt geklingelt gewartet gesessen
    gelegen gestanden gelehnt angelehnt gerötet geschwollen verfärbt entzündet orientiert verwirrt
    aufgeregt beruhigt entspannt verschlossen zurückgezogen gekratzt aufgeschürft verletzt
    """
)
"""What the person did or how things are: no measure of the speaker."""

_GIVEN = words("gegeben verabreicht bekommen erhalten gekriegt gespritzt")

_GOT = words(
    "bekam bekamen erhielt erhielten kriegte kriegten verabreichte verabreichten spritzte spritzten"
)
"""The same in the tense of reports; not „gab“, which may be „gab an“."""

_SEEN = words(
    """
    gesehen beobachtet bemerkt gemerkt gehört gefunden aufgefunden vorgefunden gekommen gegangen
    reingekommen dazugekommen hingekommen gewesen erschrocken angetroffen entdeckt festgestellt
    verwechselt vertauscht vergessen übersehen verpasst
    geguckt hingeguckt hingeschaut hochgeguckt umgedreht
    erfahren mitbekommen mitgekriegt gerochen aufgefallen vermisst erlebt gewundert
    """
)
"""Perceiving and coming are no measures."""
