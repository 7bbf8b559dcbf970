"""Which field a clause goes to: section, acts, cues, and what stands around it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.model import FactKind, Modality
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.rules.acts import acts, demanded, finds_nothing, said_by_speaker, utters
from dokuhelfer.draft.rules.cues import FieldCues, Match, compile_fields, opens_with
from dokuhelfer.draft.rules.hints import Hints
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.mainclause import heads_clause, obliged
from dokuhelfer.draft.rules.orders import instructs
from dokuhelfer.draft.rules.passing import answers, failed_call, passes_on
from dokuhelfer.draft.rules.placed import Ground, Placed
from dokuhelfer.draft.rules.purpose import Purpose, purpose_of, purposes
from dokuhelfer.draft.rules.tags import is_condition, is_tag
from dokuhelfer.draft.template.model import Field, FieldType

_SECTION_SAME_SENTENCE = 2.0
_SECTION_LATER = 1.0
_SPOKEN = 4.0
"""Behind „Aussage von ihr:“ stands what she said, be it a plan or a deed."""
_SECTIONED = 2
"""Headings from which on a dictation counts as dictated section by section."""
_OWN_SENTENCE = frozenset({Purpose.QUOTE, Purpose.SUBJECT})
"""Fields whose heading speaks for its own sentence only."""
_ANNOUNCED = 5.0
_OPENED = 1.6
"""A clause that begins with an announcement but is no heading."""
_CONTINUES = 0.45
"""The clause before in the same sentence went there."""
_DEFAULT = 0.3
"""The template's field for what has no other place; more than nothing, less than a cue."""
_FEW = 5
"""With so few text fields the default one is the main one, not a last resort."""
_LAST_RESORT = 0.5
"""Most that cues say for the default field of a template with many fields (counselling)."""
_FIRST_EFFECT = 0.5
"""A reaction before any measure was told is rather an observation."""
_ANSWER = 3.0
_NOT_YET_ADVISED = 0.1
"""Before anything was advised „sie muss bis Mai raus“ is her situation."""
_ORDERED = 3.6
"""What a doctor answered is an order, where the template has a field for it."""
_CALLED_FOR_CLIENT = 1.5
"""In counselling a call to an office is what was done for the person."""
_EARLIER = frozenset({"zuletzt", "noch", "vorher", "davor", "nebenan", "kollege", "kollegin"})
"""With one of these a clause tells of another time or of somebody else, not how one was found."""
_COPULA = frozenset({"ist", "war", "sind", "waren", "lautet", "wurde", "wurden"})
_PHRASES = frozenset({Purpose.PLACE})


@dataclass(frozen=True, slots=True)
class _Heading:
    field: str
    match: Match
    strong: bool
    lasts: bool


class Placer:
    """Places clauses one after the other; remembers section and neighbour.

    A heading („Anliegen: …“) takes its sentence; where a dictation has several, each lasts
    until the next.
    """

    def __init__(
        self, fields: Sequence[Field], default: str | None, hints: Hints | None = None
    ) -> None:
        texts = [field for field in fields if takes_clauses(field)]
        self._specific = hints is not None and len(texts) > _FEW
        self._cues = compile_fields(texts, default if self._specific else None)
        self._purposes = purposes(texts)
        self._hints = hints or {}
        self._present = {purpose for purpose in self._purposes.values() if purpose}
        self._keeps_failures = any(map(_keeps_failures, texts))
        self._default = default
        self._section: tuple[str, int] | None = None
        self._previous: tuple[str, int] | None = None
        self._acted = False
        self._informed = -1
        self._advice = -1
        self._uttered = -1
        self._headings = 0

    def place(self, item: Item) -> Placed:
        """The clause's field; None when no field takes it."""
        if self._previous is not None and is_tag(item, self._previous[1]):
            return Placed(item, self._previous[0], ground=Ground.TAG)
        same = self._previous is not None and self._previous[1] == item.clause.sentence
        if self._previous is not None and same and is_condition(item):
            return Placed(item, self._previous[0], ground=Ground.TAG)
        heading = self._heading(item)
        if heading is not None and (heading.strong or _telegram(item)):
            self._section = (heading.field, item.clause.sentence)
            self._headings += heading.lasts
        scores = dict(self._scores(item, heading))
        best = max(scores, key=lambda id: scores[id], default=None)
        if best is None or scores[best] <= 0:
            return Placed(item, None)
        self._previous = (best, item.clause.sentence)
        if utters(item):
            self._uttered = item.clause.sentence
        self._acted = self._acted or self._purposes[best] is Purpose.ACTION
        if self._purposes[best] is Purpose.INFORMATION:
            self._informed = item.clause.sentence
        if self._purposes[best] is Purpose.ORDER:
            self._advice = item.clause.sentence
        if heading is not None and heading.field == best and heading.strong:
            return Placed(item, best, _behind_heading(item, heading.match), Ground.ANNOUNCED)
        return Placed(item, best, ground=self._ground(best, item))

    def _ground(self, field: str, item: Item) -> Ground:
        """A heading speaks for its sentence, and for all until the next where there are
        several."""
        if self._section is None or self._section[0] != field:
            return Ground.CUES
        lasts = self._section[1] == item.clause.sentence or self._headings >= _SECTIONED
        return Ground.ANNOUNCED if lasts else Ground.CUES

    def place_all(self, items: Sequence[Item]) -> list[Placed]:
        """Every clause's field, with second thoughts about calls that reached nobody."""
        placed = [self.place(item) for item in items]
        for at, (entry, following) in enumerate(itertools.pairwise(placed)):
            if self._purpose(entry) is Purpose.INFORMATION and _reached_nobody(
                entry.item, following.item
            ):
                placed[at] = replace(entry, field=following.field)
        return [_kept(entry, placed[at + 1 :]) for at, entry in enumerate(placed)]

    def _purpose(self, placed: Placed) -> Purpose | None:
        return None if placed.field is None else self._purposes[placed.field]

    def _heading(self, item: Item) -> _Heading | None:
        found: list[tuple[FieldCues, Match]] = []
        for cues in self._cues:
            match = opens_with(cues.announcements, item)
            if match is not None:
                found.append((cues, match))
        if not found:
            return None
        cues, match = max(found, key=lambda pair: len(pair[1].cue))
        lasting = self._purposes[cues.field.id] not in _OWN_SENTENCE
        copula = item.view.word(match.end) in _COPULA
        strong = _is_strong(item, match)
        if self._purposes[cues.field.id] is Purpose.SUBJECT and item.clause.sentence == 0:
            strong = True  # „Betreff Wäschelieferung“: said without a colon
        return _Heading(cues.field.id, match, strong, strong and lasting and not copula)

    def _scores(self, item: Item, heading: _Heading | None) -> Iterator[tuple[str, float]]:
        spoken_for = self._acts(item)
        for cues in self._cues:
            id, purpose = cues.field.id, self._purposes[cues.field.id]
            score = 0.0 if purpose in _PHRASES else cues.strength(item)
            acted = spoken_for.get(purpose, 0.0) if purpose is not None else 0.0
            if id == self._default and self._specific:
                score, acted = min(score, _LAST_RESORT), min(acted, _LAST_RESORT - score)
            score += max(0.0, acted)
            score *= self._fit(purpose, item)
            yield id, score + self._around(id, item, heading)

    def _acts(self, item: Item) -> dict[Purpose, float]:
        """Weights by purpose; what has no field of its own goes to the next best."""
        found: dict[Purpose, float] = {}
        for purpose, weight in acts(item):
            if purpose is Purpose.OPEN and self._uttered == item.clause.sentence and demanded(item):
                purpose, weight = Purpose.QUOTE, _ANSWER  # „… angeschrien, er soll leise sein“
            purpose, weight = self._for_field(purpose, weight, item)
            found[purpose] = max(found.get(purpose, 0.0), weight)
        for purpose, weight in self._hints.get(item.clause.number, {}).items():
            found[purpose] = max(found.get(purpose, 0.0), weight)
        if found.get(Purpose.GOAL_REVIEW) and failed_call(item):
            found[Purpose.OPEN] = 0.0  # „Ziel nicht erreicht“: nobody was called
        if self._informed == item.clause.sentence and found.pop(Purpose.QUOTE, 0.0):
            # „Hausarzt informiert, er hat gesagt …“: the one informed speaks.
            found[Purpose.INFORMATION], found[Purpose.ORDER] = _ANSWER, _ORDERED
            self._advice = item.clause.sentence
        elif self._informed == item.clause.sentence and instructs(item):
            found[Purpose.ORDER] = _ORDERED
            self._advice = item.clause.sentence
        elif self._advice == item.clause.sentence and not passes_on(item):
            found[Purpose.INFORMATION], found[Purpose.ORDER] = _ANSWER, _ORDERED
        elif 0 <= self._informed >= item.clause.sentence - 1 and answers(item):
            found.pop(Purpose.QUOTE, None)
            found[Purpose.INFORMATION], found[Purpose.ORDER] = _ANSWER, _ORDERED
            self._advice = item.clause.sentence
        return found

    def _for_field(self, purpose: Purpose, weight: float, item: Item) -> tuple[Purpose, float]:
        """The purpose of the template that takes an act, and the act's weight for it."""
        if purpose is Purpose.OPEN and self._is_information(item):
            purpose = Purpose.INFORMATION if weight >= _ANSWER else purpose
        if purpose in self._present:
            return purpose, weight
        if purpose is Purpose.OPEN:
            return Purpose.ACTION, weight  # „Maßnahme / offen“ in one field
        if purpose is Purpose.INFORMATION and self._specific:
            return Purpose.ACTION, min(weight, _CALLED_FOR_CLIENT)
        return (Purpose.OPEN if purpose is Purpose.APPOINTMENT else purpose), weight

    def _is_information(self, item: Item) -> bool:
        """Whether what reached nobody stays with what was passed on (design, "Placement")."""
        if Purpose.OPEN not in self._present:
            return True
        return self._keeps_failures and (failed_call(item) or _tried(item))

    def _fit(self, purpose: Purpose | None, item: Item) -> float:
        """Factor for fields that need something beside their cues."""
        if purpose is Purpose.EFFECT and not self._acted:
            return _FIRST_EFFECT
        if purpose is Purpose.OPEN and self._specific and not self._acted and obliged(item):
            return _NOT_YET_ADVISED if Purpose.REASON in self._present else 1.0
        return 0.0 if _barred(purpose, item) else 1.0

    def _around(self, id: str, item: Item, heading: _Heading | None) -> float:
        score = 0.0
        if heading is not None and heading.field == id:
            score += _ANNOUNCED if heading.strong else _OPENED
        if self._section is not None and self._section[0] == id:
            if self._section[1] == item.clause.sentence:
                spoken = self._purposes[id] is Purpose.QUOTE
                score += _SPOKEN if spoken else _SECTION_SAME_SENTENCE
            elif self._headings >= _SECTIONED:
                score += _SECTION_LATER
        if self._previous == (id, item.clause.sentence):
            score += _CONTINUES
        if id == self._default:
            score += _DEFAULT
        return score


def _telegram(item: Item) -> bool:
    """„Wundrand flach, unten mazeriert.“: without a verb the first word heads its sentence."""
    return not any(word in FINITE for _, word in item.words)


def _barred(purpose: Purpose | None, item: Item) -> bool:
    """Whether a clause cannot stand in a field of this purpose, whatever its words."""
    if purpose is Purpose.POSITION:
        return bool(_EARLIER & set(item.view.low))
    if purpose is Purpose.PAIN_PLACE:
        return item.has(FactKind.NEGATION)
    return purpose is Purpose.QUOTE and (finds_nothing(item) or said_by_speaker(item))


def _keeps_failures(field: Field) -> bool:
    """Whether a template's field for information names failed calls among its cues."""
    return purpose_of(field) is Purpose.INFORMATION and "nicht erreicht" in field.cues


def _tried(item: Item) -> bool:
    return passes_on(item) and item.modality is Modality.ATTEMPTED


def _kept(entry: Placed, later: Sequence[Placed]) -> Placed:
    """A heading of its own that nothing follows is content („Schmerzen.“)."""
    says_more = any(index >= entry.skip for index, _ in entry.item.words)
    followed = bool(later) and later[0].field == entry.field
    return entry if says_more or followed else replace(entry, skip=0)


def _reached_nobody(call: Item, following: Item) -> bool:
    """„Hab die Tochter angerufen. Ist niemand rangegangen.“: nothing was passed on."""
    next_to = following.clause.sentence - call.clause.sentence <= 1
    about_call = failed_call(following) and not following.has(FactKind.ROLE, FactKind.PERSON)
    return next_to and about_call and "angerufen" in call.view.low


def takes_clauses(field: Field) -> bool:
    """Whether a field is one that clauses are quoted in."""
    if field.type is not FieldType.TEXT or field.fact in {"person", "zimmer"}:
        return field.type is FieldType.TEXT and purpose_of(field) is Purpose.INVOLVED
    return True


def _is_strong(item: Item, match: Match) -> bool:
    """Whether an announcement is a heading: a colon, nothing, or „ist“ follows."""
    view = item.view
    if view.word(match.end) in {":", "–"} or view.word(match.end) in _COPULA:
        return True
    if heads_clause(item, match.end):
        return True
    return all(view.kind(index) is TokenKind.PUNCT for index in range(match.end, len(view)))


def _behind_heading(item: Item, match: Match) -> int:
    """Tokens to leave out: the heading, when a colon or nothing follows it.

    „Er sagt:“ stays, because a source is content (R05).
    """
    speaks = any(word in FINITE for word in match.cue)
    return 0 if speaks or item.view.word(match.end) in _COPULA else match.end
