"""Choice fields: only from words that leave exactly one answer (design, "Placement")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.falls import NOT_THEN
from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_ARTICLES, NEGATIVE_WORDS
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import FactKind, Modality
from dokuhelfer.draft.facts.parted import Parted, is_parted, parted
from dokuhelfer.draft.facts.phrases import Phrases, word_matches
from dokuhelfer.draft.facts.view import plain
from dokuhelfer.draft.rules.cues import Match, compile_cue, compile_cues, find, opens_with
from dokuhelfer.draft.rules.earlier import NOW, is_past
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.not_this import (
    is_not_this,
    lay_there,
    others_to_hospital,
)
from dokuhelfer.draft.rules.parts import part_at, parts
from dokuhelfer.draft.rules.this_talk import of_this_talk
from dokuhelfer.draft.rules.typed import Fill
from dokuhelfer.draft.template.model import Field, FieldType

_OPENING = 1
"""Sentences from the beginning in which an answer outranks later ones."""


@dataclass(frozen=True, slots=True)
class _Answer:
    value: str
    item: Item
    match: Match


@dataclass(frozen=True, slots=True)
class _Choice:
    """One value with its cues.

    Attributes:
        gaps: cues whose parts stand apart or have alternatives („ins krankenhaus … nicht“).
        contracted: cues with an „es“ that only the spoken form shows („hab's gesehen“).
    """

    value: str
    cues: Phrases
    gaps: tuple[Parted, ...]
    contracted: tuple[Parted, ...]


def _compiled(value: str, cues: Sequence[str]) -> _Choice:
    whole = {cue: compile_cue(cue) for cue in cues if not is_parted(cue)}
    return _Choice(
        value,
        Phrases.of(whole.values()),
        tuple(parted(cue) for cue in cues if is_parted(cue)),
        tuple(
            parted(cue) for cue, said in whole.items() if any(plain(word) != word for word in said)
        ),
    )


def _found(choice: _Choice, item: Item) -> Iterator[Match]:
    yield from find(choice.cues, item)
    spoken = tuple(item.view.tokens[index].text.lower() for index, _ in item.words)
    for cue in choice.contracted:
        for places in cue.find(spoken):
            yield _match(item.words, spoken, places)
    for part in parts(item) if choice.gaps else ():
        text = [word for _, word in part]
        for gap in choice.gaps:
            for places in gap.find(text):
                yield _match(part, text, places)


def _match(part: Sequence[tuple[int, str]], text: Sequence[str], places: tuple[int, ...]) -> Match:
    said = tuple(text[at] for at in places)
    return Match(said, part[places[0]][0], part[places[-1]][0] + 1)


def fill_choices(fields: Sequence[Field], items: Sequence[Item], fill: Fill) -> None:
    """Fill every choice field to which the clauses give one answer."""
    for field in fields:
        if field.type is not FieldType.CHOICE or field.id in fill.fields or field.fact is not None:
            continue
        answer = _the_answer(field, items)
        if answer is None:
            continue
        span = answer.item.view.span(answer.match.start, answer.match.end)
        fill.note(field.id, answer.value, span)
        if _says_no_more(answer):
            fill.use(answer.item, _with_its_verb(answer))


def _with_its_verb(answer: _Answer) -> tuple[int, int]:
    """„Foto heute keins gemacht“: the verb behind the answer says nothing more."""
    end = answer.match.end
    while answer.item.view.word(end) in _MADE:
        end += 1
    return answer.match.start, end


_MADE = words("gemacht erstellt aufgenommen angefertigt worden")


def _says_no_more(answer: _Answer) -> bool:
    """Whether a cue in one piece was found, or nothing but it: the rest of a clause stays."""
    match = answer.match
    inside = [word for index, word in answer.item.words if match.start <= index < match.end]
    rest = list(inside)
    for part in match.cue:
        known = next((word for word in rest if word_matches(part, word)), None)
        rest = [word for word in rest if word != known]
    return len(inside) == len(match.cue) or set(rest) <= _LIGHT


_LIGHT = words(
    "heute heut jetzt hab habe ich wir haben ist wurde wurden es sie er dann da mir auch"
)
"""Between the parts of a cue these say nothing of their own."""


def _the_answer(field: Field, items: Sequence[Item]) -> _Answer | None:
    choices = [_compiled(choice.value, choice.cues or (choice.value,)) for choice in field.choices]
    strict = field.id not in _OF_ENCOUNTER
    counters = compile_cues(field.counters)
    answers = [
        answer
        for item in items
        for answer in _answers(choices, item, strict=strict)
        if not _set_aside(answer, counters, now=field.id in _OF_ENCOUNTER)
        and not is_not_this(answer.value, item, answer.match.start, items)
    ]
    answers = [a for a in answers if not is_past(a.item.view, a.match.start)] or answers
    answers.sort(key=lambda answer: (answer.item.clause.number, answer.match.start))
    announced = [answer for answer in answers if _announced(field, answer)]
    if field.id == _SEEN_FALLING:
        answers = [answer for answer in answers if not NOT_THEN & set(answer.item.view.low)]
        answers = [answer for answer in answers if not _heard_only(answer, items)]
        answers = [
            a for a in answers if a.value != "ja" or not lay_there(a.item, a.match.start, items)
        ]
    if field.id == _HOSPITAL:
        answers = [a for a in answers if not others_to_hospital(a.item, a.match.start)]
        if len({answer.value for answer in answers}) > 1:
            return None
    if field.id in _OF_ENCOUNTER:
        answers = [answer for answer in answers if of_this_talk(answer.item, answer.match.start)]
        answers = _first_said(answers)
    opening = [answer for answer in answers if answer.item.clause.sentence < _OPENING]
    for group in (announced, opening, answers):
        if len({answer.value for answer in group}) == 1:
            return group[0]
        if group:
            return _earliest(group) if group is not answers else None
    return None


def _set_aside(answer: _Answer, counters: Phrases, *, now: bool) -> bool:
    """Asked („ob jemand …“), beside a counter word of the field, or of another time.

    Args:
        now: whether the field is of today's talk; an event may be of any time.
    """
    item, at = answer.item, answer.match.start
    part = part_at(item, at)
    asked = any(word == "ob" for index, word in part if index < at)
    said = [word for _, word in part]
    past = now and not NOW & {*said} and is_past(item.view, at)
    return asked or past or counters.anywhere(said)


_SEEN_FALLING = "beobachtet"
"""„Zuletzt gesehen hat sie der Nachtdienst“ tells of another time than the fall."""
_HOSPITAL = "krankenhaus"


def _heard_only(answer: _Answer, items: Sequence[Item]) -> bool:
    """„Zeugin war Frau Alt, sie hat es nur gehört“."""
    if answer.value != "ja" or not answer.match.cue[0].startswith("zeug"):
        return False
    sentence = answer.item.clause.sentence
    beside = [item for item in items if item.clause.sentence == sentence]
    return any(_NOT_SEEN & set(item.view.low) for item in beside)


_NOT_SEEN = words("nicht nichts niemand keiner gehört wohl")


_OF_ENCOUNTER = frozenset({"fachbereich", "kontaktart"})
"""Filled from the announcement or the encounter itself, not from whom else somebody called."""


def _first_said(answers: Sequence[_Answer]) -> list[_Answer]:
    """Of the opening the answers of the first sentence that has one: how this talk was held."""
    early = [a for a in answers if a.item.clause.sentence < _ENCOUNTER_SENTENCES]
    if not early:
        return list(answers)
    first = early[0].item.clause.sentence
    return [answer for answer in early if answer.item.clause.sentence == first]


_ENCOUNTER_SENTENCES = 4
"""In these first sentences the encounter is described; later answers are about other calls."""


def _earliest(group: Sequence[_Answer]) -> _Answer | None:
    """Of several answers in the opening the first, when it is said as a heading of its own."""
    first = group[0]
    rest = {
        answer.value for answer in group if answer.item is first.item and not _is_receiver(answer)
    }
    return first if len(rest) == 1 else None


def _is_receiver(answer: _Answer) -> bool:
    """„Frühdienst an Spätdienst“: the second is who it is handed to."""
    return answer.item.view.word(answer.match.start - 1) in {"an", "auf", "für", "zum", "den"}


def _announced(field: Field, answer: _Answer) -> bool:
    return opens_with(compile_cues(field.announcements), answer.item) is not None


def _answers(choices: Sequence[_Choice], item: Item, *, strict: bool) -> Iterator[_Answer]:
    """Answers in a clause; of overlapping cues the longest counts, negated ones never."""
    if item.has(FactKind.QUOTE):
        return
    planned = item.modality is Modality.PLANNED and not item.has(FactKind.NEGATION)
    barred = planned and (strict or item.clause.sentence >= _OPENING)
    found = [
        _Answer(choice.value, item, match)
        for choice in choices
        for match in _found(choice, item)
        if not _negated(item, match) and not (barred and not _PLANS & set(match.cue))
    ]
    for answer in found:
        if not any(_covers(other.match, answer.match) for other in found if other is not answer):
            yield answer


_PLANS = words("soll sollte muss folgt nachholen mache mach wird")
"""A cue with one of these answers from a plan: „Foto folgt“ is no photograph yet."""


def _covers(outer: Match, inner: Match) -> bool:
    longer = outer.end - outer.start > inner.end - inner.start
    return longer and outer.start <= inner.start and inner.end <= outer.end


def _negated(item: Item, match: Match) -> bool:
    negative = NEGATIVE_ARTICLES | NEGATIVE_WORDS
    if any(part in negative or part.startswith("un") for part in match.cue):
        return False
    before = item.view.low[max(0, match.start - 3) : match.start]
    within = item.view.low[match.start : match.end]
    return bool(negative & {*before, *within}) or _denied_behind(item, match)


def _denied_behind(item: Item, match: Match) -> bool:
    """„Fotografiert wurde heute nicht“: a participle that leads is denied behind it."""
    if len(match.cue) > 1 or not is_participle(match.cue[0]):
        return False
    for word in item.view.low[match.end : match.end + _DENIED_REACH]:
        if word in _STOPS:
            return False
        if word in {"nicht", "nie"}:
            return True
    return False


_DENIED_REACH = 6
_STOPS = words(", ; . und aber sondern weil dass")
