"""Whose view a clause tells: the young person's, the parents', the provider's, the office's.

A help plan keeps each perspective in its own field (domain.md §2.4). Who is who is said when
the participants are named („ihre Mutter Frau Stein“, „Frau Engel vom Jugendamt“); from then on
the name stands for the side. What follows with „er“ or „sie“ is the same side's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.people import ADDRESS, GIVEN_NAMES
from dokuhelfer.draft.facts.lexicon.verbs import SUBORDINATORS
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.people import names
from dokuhelfer.draft.rules.purpose import Purpose

_CHILD = words(
    """
    jugendliche jugendlicher jugendlichen kind kindes mädchen junge jungen mensch menschen
    schüler schülerin jugendlichem
    """
)
_PARENTS = words(
    """
    mutter vater eltern mama papa kindsmutter kindsvater kindesmutter kindesvater stiefvater
    stiefmutter pflegemutter pflegevater pflegeeltern sorgeberechtigte sorgeberechtigten oma opa
    großmutter großvater großeltern vormund vormündin elternteil adoptiveltern tante onkel
    lebensgefährte lebensgefährtin km kv
    """
)
_OFFICE = words(
    """
    jugendamt jugendamts jugendamtes asd fallführende fallführender fallzuständige fallzuständiger
    pflegekinderdienst amtsvormund amtsvormundin jugendhilfe
    """
)
_PROVIDER = words(
    """
    fachkraft bezugsbetreuer bezugsbetreuerin familienhelfer familienhelferin familienhilfe träger
    trägers einrichtung gruppenleitung erziehungsbeistand bezugserzieher bezugserzieherin
    wohngruppe tagesgruppe gruppe betreuer betreuerin team erzieher erzieherin
    """
)
_SIDES = (
    (_CHILD, Purpose.VIEW_CHILD),
    (_PARENTS, Purpose.VIEW_PARENTS),
    (_OFFICE, Purpose.VIEW_OFFICE),
    (_PROVIDER, Purpose.VIEW_PROVIDER),
)
_VIEWING = words(
    """
    sagt sagte sagen gesagt meint meinte meinen gemeint findet fand finden finde möchte möchten
    will wollen wollte wollten wünscht wünschen wünschte hält halte halten sieht sehe sehen
    berichtet berichten berichtete erzählt erzählte erzählen fühlt fühlen schreibt schrieb betont
    betonte hofft hoffen fordert fordern erwartet erwarten schildert schilderte beschreibt
    befürchtet befürchten sorgt sorgen macht machen freut freuen ärgert ärgern schätzt schätze
    erlebt erlebe erleben beobachte beobachten beobachtet bietet bieten lehnt lehnen gefällt stört
    braucht brauchen brauche denkt denken denke glaubt glauben glaube sagten kann können
    könnte würde empfiehlt empfehle befürwortet unterstützt traut vertraut
    vermisst mag spricht sprach klagt beklagt nennt ergänzt bestätigt bestätigte wirkt zeigt
    bleibt besteht steht äußert äußerte gibt gab nimmt nehme merkt merke verlangt bittet bat
    lobt kritisiert bemängelt bedauert akzeptiert
    """
)
_STANCE = words(
    """
    dafür dagegen gegen einverstanden zufrieden unzufrieden froh stolz traurig wichtig angst lust
    wunsch
    sorge sorgen gefühl eindruck interesse unsicher überfordert enttäuscht skeptisch bereit lieber
    gern gerne gut schlecht schwer wohl gesagt gemeint berichtet erzählt geäußert geschildert
    betont gewünscht geschrieben vorgeschlagen angeboten bemängelt gelobt anstrengend
    """
)
_AUXILIARIES = words("ist sind war hat haben habe geht")
_SPEAKER = words(
    "sehe erlebe finde beobachte denke schätze halte habe glaube merke nehme würde brauche empfehle"
)
_SIGHT = Phrases.written(
    "aus meiner sicht",
    "aus unserer sicht",
    "meines erachtens",
    "mein eindruck",
    "unser eindruck",
    "aus fachlicher sicht",
    "wir erleben",
    "wir sehen",
    "wir beobachten",
    "wir finden",
    "wir haben den eindruck",
    "im gruppenalltag",
    "in der gruppe zeigt",
    "von unserer seite",
    "von meiner seite",
    "unsererseits",
    "aus trägersicht",
)
_ATTENDING = words(
    """
    anwesend eingeladen erschienen entschuldigt unentschuldigt teilgenommen dabei zugeschaltet
    abwesend verhindert gekommen teilnehmende nahmen saßen saß tisch
    """
)
_ABSENT = words("eingeladen erschienen entschuldigt unentschuldigt verhindert zugeschaltet")
_PRONOUNS = words("er sie ihm ihr ihn ihnen ihre sein seine der die")
_REACH = 4
"""So many words before or behind a role its name may stand."""
_INVERTED = 7
"""„Beim Vater fühlt er sich …“: up to here the pronoun may stand behind the verb."""
_STATED, _CONTINUED = 3.0, 1.2

_EARLY = 6
"""In these first sentences the participants are named."""


def views(items: Sequence[Item], child: str | None) -> Iterator[tuple[int, Purpose, float]]:
    """Clause numbers with the side whose view they tell, and who took part, with a weight.

    Args:
        child: name of the young person, None where it was not said.
    """
    sides = dict(_introduced(items))
    sides |= {word: Purpose.VIEW_CHILD for word in _parts_of_name(child)}
    holder: Purpose | None = None
    for item in items:
        number = item.clause.number
        if item.clause.sentence < _EARLY and attends(item):
            holder = None
            yield number, Purpose.INVOLVED, _STATED + 1.0
            continue
        stated = _holder(item, sides)
        if stated is not None:
            holder = stated
            yield number, stated, _STATED
        elif holder is not None and _continues(item):
            yield number, holder, _CONTINUED
        else:
            holder = None


def _parts_of_name(child: str | None) -> Iterator[str]:
    for word in (child or "").lower().split():
        if word.rstrip(".") not in ADDRESS:
            yield word.rstrip(".")


def attends(item: Item) -> bool:
    """Whether a clause says who takes part, or should have."""
    low = {word for _, word in item.words}
    if not low & (_ATTENDING | {"da"}):
        return False
    there = low & {"war", "waren", "ist", "sind", "hat", "haben", "wurde", "nahmen", "kam", "kamen"}
    if low & _ABSENT:
        return True
    names_somebody = item.has(FactKind.PERSON, FactKind.ROLE) or bool(low & _PARENTS)
    return bool(low & _ATTENDING or there) and (names_somebody or bool(there & {"war", "waren"}))


def _introduced(items: Sequence[Item]) -> Mapping[str, Purpose]:
    """Names and the side each was introduced with, by family name in lower case."""
    found: dict[str, Purpose] = {}
    for item in items:
        for fact in names(item):
            side = _side_beside(item, fact.tokens)
            if side is not None:
                found.setdefault(fact.text.split()[-1].lower(), side)
    return found


def _side_beside(item: Item, tokens: tuple[int, int]) -> Purpose | None:
    view = item.view
    for index in range(tokens[0] - 1, max(-1, tokens[0] - 1 - _REACH), -1):
        if view.word(index) in {",", "und", "."}:
            break
        side = _side(view.word(index))
        if side is not None:
            return side
    start = tokens[1]
    behind = [view.word(index) for index in range(start, start + _REACH)]
    if behind[:1] and behind[0] in {"vom", "von", "als", "aus", "für", ",", "("}:
        return next((side for word in behind if (side := _side(word)) is not None), None)
    return None


def _side(word: str) -> Purpose | None:
    return next((purpose for known, purpose in _SIDES if word in known), None)


def _holder(item: Item, sides: Mapping[str, Purpose]) -> Purpose | None:
    """The side a clause names as subject or source of its view."""
    text = item.text
    sight = _of_sight(text)
    if sight is not None:
        return sight
    verbs = _VIEWING | _AUXILIARIES if _STANCE & set(text) else _VIEWING
    verb = next((at for at, word in enumerate(text) if word in verbs), None)
    if verb is None:
        return None
    if {"ich", "wir"} & {text[verb - 1] if verb else "", *text[verb + 1 : verb + 2]}:
        return Purpose.VIEW_PROVIDER if _is_view_of_speaker(text, verb) else None
    before = text[:verb]
    front = next(_named(before, sides), None)
    if front is not None and not _is_oblique(before):
        return front
    if {"er", "sie"} & set(before[-2:]):
        return None  # „sie möchte, dass Lena …“: whose view it is was said before
    behind = list(text[verb + 1 : verb + 1 + _REACH])
    border = next((at for at, word in enumerate(behind) if word in SUBORDINATORS), len(behind))
    return next(_named(behind[:border], sides), None)


def _of_sight(text: Sequence[str]) -> Purpose | None:
    """„aus Sicht der Mutter“, „aus meiner Sicht“, „laut Jugendamt“."""
    if _SIGHT.anywhere(text):
        return Purpose.VIEW_PROVIDER
    for at, word in enumerate(text):
        if word in {"sicht", "laut", "seitens"}:
            side = next((s for w in text[at + 1 : at + 4] if (s := _side(w)) is not None), None)
            if side is not None:
                return side
    return None


def _is_view_of_speaker(text: Sequence[str], verb: int) -> bool:
    return text[verb] in _SPEAKER or text[verb] in {"sehen", "erleben", "finden", "beobachten"}


def _is_oblique(before: Sequence[str]) -> bool:
    """„zu seiner Freundin wollte er“: what stands first is no subject."""
    return bool(before) and before[0] in {"zu", "zum", "zur", "mit", "bei", "beim", "von", "vom"}


def _named(text: Sequence[str], sides: Mapping[str, Purpose]) -> Iterator[Purpose]:
    for word in text:
        bare = word.rstrip(".")
        if bare in sides:
            yield sides[bare]
        elif (side := _side(word)) is not None:
            yield side


def _continues(item: Item) -> bool:
    """Whether a clause goes on with the view of the one before: a pronoun, or what was said."""
    low = [word for _, word in item.words]
    if item.has(FactKind.QUOTE):
        return True
    named = any(word in GIVEN_NAMES for word in low[:1]) or bool(names(item))
    opening = low[:3]
    if not named and {"er", "sie"} & set(low[:_INVERTED]):
        return True
    return not named and bool(set(opening) & (_PRONOUNS | {"und", "aber", "das", "dass", "es"}))
