"""Agreements: who does what until when, said in the present and without „soll“ or „wird“.

„Sie bringt den Bescheid mit“ is an agreement where a deadline, the announcement before it or
the verb itself says so; „sie geht arbeiten“ is none. Source: domain.md §2.1 (wer – was – bis
wann) and own knowledge of how counsellors dictate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_ARTICLES
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import FactKind, Modality
from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.rules.advice import advises
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.mainclause import main_pieces
from dokuhelfer.draft.rules.purpose import Purpose

AGREED = words(
    """
    vereinbart vereinbaren vereinbarten abgemacht ausgemacht verabredet abgesprochen verblieben
    verbleiben festgehalten festgelegt vereinbarung vereinbarungen absprache absprachen
    """
)
"""Announce an agreement."""
_STEPS = words(
    """
    bringt bringe bringen schickt schicke schicken sendet sende reicht reiche reichen holt hole
    holen besorgt besorge beantragt beantrage beantragen stellt stelle stellen füllt fülle füllen
    ruft rufe ruf rufen meldet melde melden kümmert kümmere kümmern klärt kläre klären fragt frage
    frag fragen prüft prüfe prüfen schreibt schreibe schreib schreiben informiert informiere
    organisiert organisiere sucht suche vereinbart vereinbare macht mache mach machen geht gehe
    gehen kommt komme kommen nimmt nehme führt führe führen probiert probiere versucht versuche
    übt übe üben überlegt überlege liest lese legt lege gibt gebe geben kopiert kopiere mailt
    maile faxt faxe fotografiert scannt unterschreibt zahlt zahle überweist begleitet begleite
    begleiten bereitet bereite lädt lade spricht spreche sprech sprechen redet rede reden bespricht
    bespreche besprechen telefoniert telefoniere erkundigt erkundige recherchiert recherchiere
    druckt drucke wartet warte sammelt sammle sortiert sortiere kündigt kündige eröffnet wandelt
    trägt trage bleibt übernimmt übernehme übernehmen leitet leite vermittelt vermittle verhandelt
    schaut schaue schau schauen guckt gucke kontrolliert kontrolliere lässt lasse notiert notiere
    bewirbt packt denkt hört wiegt erzählt erzähle sagt sage bietet biete hinterlegt hinterlege
    besucht besuche fährt fahre fahren trifft treffe treffen richtet richte erstellt erstelle
    nehmen lehnen lehne lehnt versuchen gucken behalten bleiben warten
    scannt fordert fordere heftet probieren erledigt erledige verschickt verschicke leiht ändert
    teilt teile schließt zieht
    """
)
"""Finite present of what somebody takes upon himself."""
_BINDING = Phrases.written(
    "bringt mit",
    "bringe mit",
    "meldet sich",
    "melde mich",
    "melden sich",
    "kümmert sich",
    "kümmere mich",
    "kümmern sich",
    "schickt mir",
    "schickt uns",
    "schicke ihm",
    "schicke ihr",
    "mailt mir",
    "gibt bescheid",
    "gebe bescheid",
    "sagt bescheid",
    "sage bescheid",
    "überlegt sich",
    "überlegt es sich",
    "denkt darüber nach",
    "schaut sich",
    "bis dahin",
)
"""Bind in themselves, wherever they stand."""
_UNTIL = Phrases.written(
    "bis spätestens",
    "bis ende",
    "bis anfang",
    "bis mitte",
    "bis zum",
    "bis zur",
    "bis nächste*",
    "bis kommende*",
    "bis morgen",
    "bis übermorgen",
    "bis montag",
    "bis dienstag",
    "bis mittwoch",
    "bis donnerstag",
    "bis freitag",
    "bis samstag",
    "bis sonntag",
    "bis dahin",
    "spätestens",
    "binnen",
    "in den nächsten tagen",
    "diese woche noch",
    "noch diese woche",
    "nächste woche",
    "kommende woche",
    "nächsten monat",
    "beim nächsten mal",
    "zum nächsten mal",
    "nächstes mal",
    "zum nächsten termin",
    "beim nächsten termin",
    "heute noch",
    "noch heute",
    "gleich morgen",
    "morgen",
    "übermorgen",
    "sobald",
    "erst wenn",
    "nur wenn",
    "sofern",
    "vorher",
    "zeitnah",
    "demnächst",
)
_DAYS = {FactKind.DATE, FactKind.RELATIVE_DAY}
_PAST = words("hat hab habe haben hatte hatten war waren wurde wurden ist sind bin worden")
_HABITS = words("jeden jede jedes täglich immer meistens regelmäßig manchmal oft seit bisher")
_NEVER = 1_000_000
_OPENING = 2
"""In these first sentences somebody comes and tells; nothing is agreed yet."""
_ANNOUNCED, _DATED, _BOUND, _OWN, _BEHIND_ADVICE = 2.4, 2.0, 1.7, 2.2, 1.2


def pledges(items: Sequence[Item]) -> Iterator[tuple[int, Purpose, float]]:
    """Clause numbers with how strongly they say what somebody is going to do."""
    agreeing, sentence, advice, coming = False, -1, _NEVER, -1
    for item in items:
        same = item.clause.sentence == sentence
        sentence = item.clause.sentence
        if announces(item):
            agreeing = True
            continue
        weight = _weight(item, announced=agreeing)
        if weight and _opens_next_time(item):
            coming = sentence
        elif coming == sentence and item.modality is Modality.PLAIN:
            weight = weight or _BOUND
        if advises(item):
            advice = min(advice, sentence)
        if not weight and advice < sentence and _steps_after_advice(item):
            weight = _BEHIND_ADVICE
        if weight:
            yield item.clause.number, Purpose.OPEN, weight
        elif agreeing and not same:
            agreeing = item.modality is Modality.PLANNED


def announces(item: Item) -> bool:
    """„Vereinbart haben wir …“: an agreement follows; „nichts vereinbart“ announces none."""
    low = {word for _, word in item.words}
    return bool(low & AGREED) and not low & (NEGATIVE_ARTICLES | {"nichts", "nicht", "nix"})


def _weight(item: Item, *, announced: bool) -> float:
    low = {word for _, word in item.words}
    if item.clause.sentence > 0 and not item.has(FactKind.QUOTE) and _will_until(item, low):
        return _ANNOUNCED
    if not low & _STEPS or item.has(FactKind.QUOTE):
        return 0.0
    if not any(_in_present(piece) for piece in main_pieces(item)):
        return 0.0
    if announced:
        return _ANNOUNCED
    if item.clause.sentence < _OPENING:
        return 0.0
    if low & {"ich", "wir"} and _speaker_acts(item):
        return _OWN
    if _binds(item) or (low & {"mir", "uns"} and _is_handed(item)):
        return _BOUND
    dated = _UNTIL.anywhere(item.text) or (item.has(*_DAYS) and not low & {"heute"})
    return _DATED if dated and not low & _HABITS else 0.0


def _opens_next_time(item: Item) -> bool:
    """„Nächste Woche wartet er …, und er geht allein“: what follows comes next time as well."""
    return bool(set(item.text[:3]) & NEXT_TIME)


NEXT_TIME = words("nächste nächstes nächsten morgen übermorgen künftig demnächst")


def _steps_after_advice(item: Item) -> bool:
    """„Er lässt die Urkunde übersetzen“: behind what was advised a step in the present."""
    low = set(item.text)
    if item.has(FactKind.NEGATION, FactKind.QUOTE, FactKind.SOURCE) or low & _HABITS:
        return False
    return bool(low & _GIVES) and any(_in_present(piece) for piece in main_pieces(item))


def _is_handed(item: Item) -> bool:
    """„scannt sie mir ein“: somebody is to give the speaker something."""
    return any(_in_present(piece) and set(piece) & _GIVES for piece in main_pieces(item))


def _will_until(item: Item, low: set[str]) -> bool:
    """„bis Montag will er … erledigen“: a wish with a deadline is a step agreed on."""
    return bool(low & _WILL) and _UNTIL.anywhere(item.text) and not item.has(FactKind.NEGATION)


_WILL = words("will wollen möchte möchten")
_GIVES = words(
    """
    bringt schickt sendet reicht holt besorgt beantragt füllt ruft meldet kümmert klärt fragt prüft
    informiert organisiert vereinbart kopiert mailt faxt fotografiert scannt unterschreibt
    überweist erkundigt recherchiert druckt sammelt sortiert eröffnet notiert lässt lädt bewirbt
    fordert gibt bringen schicken holen füllen melden kümmern klären reichen vereinbaren
    """
)
"""Steps of others that are hardly ever a habit."""


def _in_present(piece: Sequence[str]) -> bool:
    """Whether a main clause has a step in the present: „hat sie geschickt“ is none."""
    low = set(piece)
    return bool(low & _STEPS) and not (low & _PAST and any(is_participle(word) for word in piece))


def _speaker_acts(item: Item) -> bool:
    """„ich frage nach“: the step's subject is the speaker."""
    text = item.text
    return any(
        {text[at - 1] if at else "", text[at + 1] if at + 1 < len(text) else ""} & {"ich", "wir"}
        for at, word in enumerate(text)
        if word in _STEPS
    )


def _binds(item: Item) -> bool:
    """A binding phrase, its second word anywhere behind the first („bringt … mit“)."""
    low = set(item.text)
    return any(
        all(word in low for word in phrase)
        for first in low & set(_BINDING.words)
        for phrase in _BINDING.words[first]
    )
