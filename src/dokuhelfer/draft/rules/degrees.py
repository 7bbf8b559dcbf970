"""How much and how strong, for choices that are degrees: exudate and smell of a wound.

A thing („Exsudat“, „nässt“, „riecht“) and a degree near it make the answer, whatever stands
between: „mäßig viel klares Sekret“, „riecht ziemlich streng“ (domain.md §1.5).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.rules.earlier import is_earlier
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.typed import Fill
from dokuhelfer.draft.template.model import Field, FieldType


class _Degree(IntEnum):
    NONE = 0
    LITTLE = 1
    MEDIUM = 2
    MUCH = 3


@dataclass(frozen=True, slots=True)
class _Scale:
    """What a choice measures.

    Attributes:
        things: beginnings of the words for it.
        forms: further words for it, whole.
        values: the choice's value for each degree it knows.
        alone: words that are thing and degree in one.
    """

    things: tuple[str, ...]
    forms: frozenset[str]
    values: dict[_Degree, str]
    alone: dict[str, _Degree]


_SCALES = (
    _Scale(
        ("exsudat", "exsudier", "sekret", "wundsekret", "wundflüssigkeit"),
        words("nässt nässte nässend nässende sifft siffte suppt suppte serös seröses seröse"),
        {
            _Degree.NONE: "kein",
            _Degree.LITTLE: "wenig",
            _Degree.MEDIUM: "mäßig",
            _Degree.MUCH: "viel",
        },
        {"durchgesuppt": _Degree.MUCH, "durchgesifft": _Degree.MUCH},
    ),
    _Scale(
        ("geruch", "wundgeruch"),
        words("riecht roch riechend riechende riechendes müffelt müffelte"),
        {_Degree.NONE: "keiner", _Degree.LITTLE: "leicht", _Degree.MUCH: "stark"},
        {
            "geruchlos": _Degree.NONE,
            "geruchsneutral": _Degree.NONE,
            "geruchsfrei": _Degree.NONE,
            "stinkt": _Degree.MUCH,
            "stank": _Degree.MUCH,
            "übelriechend": _Degree.MUCH,
        },
    ),
)
_FORMS = frozenset(form for scale in _SCALES for form in scale.forms)
_THINGS = tuple(thing for scale in _SCALES for thing in scale.things)
_WORDS = {
    **dict.fromkeys(
        words("kein keine keinen keinerlei keines keins nicht nichts ohne null"), _Degree.NONE
    ),
    **dict.fromkeys(
        words(
            """
            wenig kaum gering geringe geringer geringes geringen leicht leichte leichter leichtes
            leichten etwas bisschen minimal minimale minimaler schwach schwache schwacher spärlich
            spärliche spärliches dezent dezenter dezenten
            """
        ),
        _Degree.LITTLE,
    ),
    **dict.fromkeys(
        words("mäßig mäßige mäßiger mäßiges mäßigen mittel mittelmäßig mittlere mittlerer"),
        _Degree.MEDIUM,
    ),
    **dict.fromkeys(
        words(
            """
            viel stark starke starker starkes starken reichlich reichliche reichliches ordentlich
            massiv massive profus enorm heftig heftiger deutlich deutlicher streng strenger strengen
            übel übler üblen faulig fauliger intensiv intensiver penetrant penetranter stechend
            beißend unangenehm
            """
        ),
        _Degree.MUCH,
    ),
}
_REACH = 4
"""How many words may stand between a thing and its degree."""


def fill_degrees(fields: Sequence[Field], items: Sequence[Item], fill: Fill) -> None:
    """Fill the choices of degree where all that was said of a thing is one degree."""
    for field in fields:
        scale = _scale(field)
        if scale is None or field.id in fill.fields:
            continue
        found = [entry for item in items if _tells(item) for entry in _degrees(item, scale)]
        if len({degree for _, degree, _ in found}) == 1:
            item, degree, place = found[0]
            fill.note(field.id, scale.values[degree], item.view.span(*place))
            if all(place[0] <= index < place[1] for index, _ in item.words):
                fill.use(item, place)


def _scale(field: Field) -> _Scale | None:
    if field.type is not FieldType.CHOICE:
        return None
    values = {choice.value for choice in field.choices}
    return next((scale for scale in _SCALES if set(scale.values.values()) == values), None)


def _tells(item: Item) -> bool:
    return not item.has(FactKind.CONDITION, FactKind.QUOTE)


def _degrees(item: Item, scale: _Scale) -> Iterator[tuple[Item, _Degree, tuple[int, int]]]:
    for index, word in item.words:
        if word in scale.alone:
            yield item, scale.alone[word], (index, index + 1)
        elif word.startswith(scale.things) or word in scale.forms:
            found = None if _elsewhere(item, index) else _beside(item, index)
            if found is not None and is_earlier(item.view, found[1][1] - 1):
                continue
            if found is not None and found[0] in scale.values:
                yield item, found[0], found[1]


def _elsewhere(item: Item, at: int) -> bool:
    """„Sie roch nach Alkohol“, „der Urin roch“, „letztes Mal stark“: not this wound, not now."""
    low = set(item.view.low)
    smells_of = "nach" in item.view.low[at + 1 : at + 4]
    return smells_of or bool(low & _NO_WOUND) or is_earlier(item.view, at)


_NO_WOUND = words("urin fuß füße atem mund stuhl zimmer er alkohol corona drainage rieche")


def _beside(item: Item, at: int) -> tuple[_Degree, tuple[int, int]] | None:
    """The degree of the thing at ``at``: „mäßig viel“ is the lesser; a denied one is none."""
    places = sorted(_near(item, at))
    degrees = {_WORDS[item.view.word(place)] for place in places}
    if not degrees or (_Degree.NONE in degrees and len(degrees) > 1):
        return None
    return min(degrees), (min(at, places[0]), max(at, places[-1]) + 1)


def _near(item: Item, at: int) -> Iterator[int]:
    """Degrees within reach on either side; those behind count where none stands before."""
    before = list(_walk(item, at, -1))
    yield from before or _walk(item, at, 1)


def _walk(item: Item, at: int, step: int) -> Iterator[int]:
    for place in range(at + step, at + step * (_REACH + 1), step):
        word = item.view.word(place)
        other = word.startswith(_THINGS) or word in _FORMS
        if other or item.view.kind(place) in {None, TokenKind.PUNCT}:
            return
        if word in _WORDS:
            yield place
