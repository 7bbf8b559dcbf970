"""Drinks and meals: one entry each, amounts and shares as said (domain.md §1.7).

Nothing is added up, and no share of an amount is computed: „höchstens die Hälfte“ stays words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import FactKind, Modality
from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.model import DraftField, Origin, Scalar, Statement
from dokuhelfer.draft.normalise.model import Clock, TokenKind
from dokuhelfer.draft.rules.chunks import Chunk, chunks
from dokuhelfer.draft.rules.courses import only_course
from dokuhelfer.draft.rules.cues import compile_cues
from dokuhelfer.draft.rules.drinks import drink_members
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.meals import meal_members
from dokuhelfer.draft.rules.passing import passes_on
from dokuhelfer.draft.rules.shares import FOLLOWS, FUNCTION, HEADINGS, IDLE, REFUSES, SHARES
from dokuhelfer.draft.rules.typed import Fill
from dokuhelfer.draft.template.model import Field, FieldType

Members = dict[str, tuple[Scalar, tuple[Chunk, ...]]]
"""Value of each member that was said, and the pieces it comes from."""

_DRINK_MEMBERS = frozenset({"art", "angeboten_ml", "getrunken_ml"})
_MEAL_MEMBERS = frozenset({"mahlzeit", "speise", "menge"})
_NUMBERS = frozenset({FieldType.INT, FieldType.DECIMAL})
_SPEAKS = words("hat hab habe sie er es wurde war")


@dataclass(slots=True)
class Portion:
    """One drink or one dish while its pieces are being gathered."""

    drink: bool
    meal: tuple[str, Chunk] | None
    pieces: list[Chunk] = dataclass_field(default_factory=list)
    clocks: dict[tuple[int, int], Clock] = dataclass_field(default_factory=dict)
    """Times settled by the course of the day, by clause number and token."""


@dataclass(frozen=True, slots=True)
class _Cues:
    drinks: Phrases
    foods: Phrases
    meals: tuple[tuple[str, Phrases], ...]
    elsewhere: Phrases
    """Cues of the template's other fields, of which a portion takes nothing."""


def fill_intake(fields: Sequence[Field], items: Sequence[Item], fill: Fill) -> None:
    """Fill the groups of drinks and of meals of a template that has them."""
    drinks = _group(fields, _DRINK_MEMBERS)
    meals = _group(fields, _MEAL_MEMBERS)
    if drinks is None and meals is None:
        return
    cues = _cues(fields, drinks, meals)
    gatherer = _Gatherer(cues)
    portions = list(gatherer.gather(items))
    _settle_times(portions)
    for heading in gatherer.headings:
        fill.use(heading.item, (heading.start, heading.end))
    for field, wanted in ((drinks, True), (meals, False)):
        if field is None:
            continue
        own = [portion for portion in portions if portion.drink is wanted]
        make = drink_members if wanted else meal_members
        entries = [members for portion in own if (members := make(portion, field))]
        if entries:
            fill.fields[field.id] = group_value(field, entries)
        for portion in own:
            for piece in portion.pieces:
                fill.use(piece.item, (piece.start, piece.end))


def _settle_times(portions: Sequence[Portion]) -> None:
    """Give open times the half of the day that the order of telling leaves."""
    said = [
        (portion, (piece.item.clause.number, fact.tokens[0]), fact.clock)
        for portion in portions
        for piece in portion.pieces
        for fact in piece.facts
        if fact.kind is FactKind.TIME and fact.clock is not None
    ]
    course = only_course([clock.readings for _, _, clock in said]) or ()
    for (portion, place, clock), minute in zip(said, course, strict=False):
        portion.clocks[place] = replace(clock, readings=(minute,))


def _group(fields: Sequence[Field], needed: frozenset[str]) -> Field | None:
    for field in fields:
        if needed <= {member.id for member in field.members}:
            return field
    return None


def _cues(fields: Sequence[Field], drinks: Field | None, meals: Field | None) -> _Cues:
    own = {field.id for field in (drinks, meals) if field is not None}
    elsewhere = [
        cue
        for field in fields
        if field.id not in own and (field.type is FieldType.TEXT or field.type in _NUMBERS)
        for cue in field.cues
        if not set(cue.split()) & (REFUSES | IDLE)
    ]
    choices = meals.member("mahlzeit").choices if meals is not None else ()
    return _Cues(
        compile_cues(drinks.cues if drinks is not None else ()),
        compile_cues(meals.cues if meals is not None else ()),
        tuple((choice.value, compile_cues(choice.cues or (choice.value,))) for choice in choices),
        compile_cues(elsewhere),
    )


class _Gatherer:
    """Goes through the dictation piece by piece and remembers what the last one was about."""

    def __init__(self, cues: _Cues) -> None:
        self._cues = cues
        self._starters = compile_cues(
            (
                *(" ".join(phrase) for phrase in _all(cues.drinks)),
                *(" ".join(phrase) for phrase in _all(cues.foods)),
            )
        )
        self._portion: Portion | None = None
        self._meal: tuple[str, Chunk] | None = None
        self._sentence = -1
        self._eating = False
        self._time: Chunk | None = None
        self.headings: list[Chunk] = []
        """„Essen:“, „Frühstück:“: what announces portions and says nothing more."""

    def gather(self, items: Sequence[Item]) -> Iterator[Portion]:
        """Every drink and every dish, in the order of speaking."""
        for chunk in chunks(items, self._starters):
            sentence = chunk.item.clause.sentence
            if sentence != self._sentence:
                follows = sentence == self._sentence + 1 and _goes_on(chunk)
                self._portion = self._portion if follows else None
                self._meal, self._eating = (self._meal if follows else None), False
                self._time = None
                self._sentence = sentence
            begun = self._take(chunk)
            if begun is not None:
                yield begun

    def _take(self, chunk: Chunk) -> Portion | None:
        """Give a piece to the portion it belongs to; the portion that it begins, if any."""
        if _is_aside(chunk) or chunk.find(self._cues.elsewhere) is not None:
            self._portion = None
            return None
        meal = self._meal_of(chunk)
        self._meal = meal or self._meal
        drink = chunk.find(self._cues.drinks)
        if drink is not None and not (meal and _inside(drink, meal[1])):
            return self._begin(chunk, drink=True)
        if self._is_dish(chunk, meal):
            return self._dish(chunk)
        if set(chunk.low) <= HEADINGS or (meal is not None and _is_all(chunk, meal[1])):
            self._eating = self._eating or bool({"essen", "gegessen"} & set(chunk.low))
            self.headings.append(chunk)
        elif self._portion is not None and _belongs(chunk):
            self._portion.pieces.append(chunk)
        elif _is_time(chunk):
            self._time = chunk
        return None

    def _meal_of(self, chunk: Chunk) -> tuple[str, Chunk] | None:
        found = [
            (value, chunk.part(*place))
            for value, cues in self._cues.meals
            if (place := chunk.find(cues)) is not None
        ]
        return max(found, key=lambda entry: entry[1].end - entry[1].start, default=None)

    def _is_dish(self, chunk: Chunk, meal: tuple[str, Chunk] | None) -> bool:
        food = chunk.find(self._cues.foods)
        if food is not None and not set(chunk.part(*food).low) <= IDLE | SHARES:
            return True
        if meal is not None and set(chunk.low) & SHARES:
            return not self._says_how_much(chunk, meal)
        if self._portion is not None and self._portion.drink and meal is None:
            return False
        said = self._eating or meal is not None or self._portion is not None
        return said and _names_something(chunk, meal)

    def _says_how_much(self, chunk: Chunk, meal: tuple[str, Chunk]) -> bool:
        """„Linsensuppe, hat er ganz gegessen mittags“: the share of the dish just named."""
        last = self._portion
        if last is None or last.drink or _has_share(last) or _names_something(chunk, meal):
            return False
        if not set(chunk.low) & {"gegessen", "aufgegessen", "verputzt"}:
            return False
        last.meal = last.meal or meal
        return True

    def _dish(self, chunk: Chunk) -> Portion | None:
        """A dish begins a portion; dishes before any share was said make one together."""
        last = self._portion
        self._eating = True
        alone = last is not None and not last.drink and last.meal == self._meal
        if last is not None and alone and not _has_share(last):
            last.pieces.append(chunk)
            return None
        return self._begin(chunk, drink=False)

    def _begin(self, chunk: Chunk, *, drink: bool) -> Portion:
        led = [self._time] if self._time is not None else []
        self._portion, self._time = Portion(drink, self._meal, [*led, chunk]), None
        return self._portion


def _is_time(chunk: Chunk) -> bool:
    """„9 Uhr:“ heads the portion that follows."""
    kinds = {chunk.item.view.kind(at) for at in range(chunk.start, chunk.end)}
    return TokenKind.TIME in kinds and set(chunk.low) - _TIME_WORDS <= {
        chunk.item.view.word(fact.tokens[0]) for fact in chunk.facts
    }


_TIME_WORDS = words("um gegen uhr ca")


def _is_all(chunk: Chunk, part: Chunk) -> bool:
    view = chunk.item.view
    beside = {
        view.word(index)
        for index in range(chunk.start, chunk.end)
        if not part.start <= index < part.end and view.kind(index) is not TokenKind.TIME
    }
    return beside <= FUNCTION


def _all(phrases: Phrases) -> Iterator[tuple[str, ...]]:
    for found in (*phrases.words.values(), *phrases.stems.values(), phrases.others):
        yield from found


def _goes_on(chunk: Chunk) -> bool:
    """„Davon hat sie die Hälfte.“ goes on about the drink of the sentence before."""
    return bool(chunk.low) and chunk.low[0] in FOLLOWS


def _is_aside(chunk: Chunk) -> bool:
    item = chunk.item
    told = item.has(FactKind.SOURCE) and not item.has(FactKind.NUMBER)
    return told or item.modality is Modality.PLANNED or passes_on(item)


def _inside(place: tuple[int, int], outer: Chunk) -> bool:
    return outer.start <= place[0] and place[1] <= outer.end


def _belongs(chunk: Chunk) -> bool:
    """Amount, share, refusal, or a word about drinking and eating."""
    if any(fact.kind in {FactKind.NUMBER, FactKind.NEGATION} for fact in chunk.facts):
        return True
    return bool(set(chunk.low) & (SHARES | REFUSES | IDLE)) or not (_SPEAKS & set(chunk.low))


def _names_something(chunk: Chunk, meal: tuple[str, Chunk] | None) -> bool:
    """Whether a thing is named beside meal and share: a dish."""
    taken = range(meal[1].start, meal[1].end) if meal is not None else range(0)
    return any(
        index not in taken and chunk.item.view.capital(index) and low not in SHARES | IDLE
        for index, low in enumerate(chunk.low, start=chunk.start)
    )


def _has_share(portion: Portion) -> bool:
    return any(
        set(piece.low) & (SHARES | {"nicht"}) or any(f.kind is FactKind.NUMBER for f in piece.facts)
        for piece in portion.pieces
    )


def group_value(field: Field, entries: Sequence[Members]) -> DraftField:
    """Value and statements of a group; members nobody spoke of are null."""
    values: list[dict[str, Scalar | None]] = []
    notes: list[Statement] = []
    for number, members in enumerate(entries):
        values.append({m.id: members[m.id][0] if m.id in members else None for m in field.members})
        for member in field.members:
            if member.id in members:
                value, pieces = members[member.id]
                path = f"/{field.id}/{number}/{member.id}"
                spans = tuple(piece.span for piece in pieces)
                notes.append(Statement(str(value), spans, Origin.RULES, path=path))
    return DraftField(tuple(values), tuple(notes))
