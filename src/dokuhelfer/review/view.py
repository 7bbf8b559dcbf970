"""From a state to the stops a reader sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dokuhelfer.draft import german
from dokuhelfer.draft.model import (
    Draft,
    DraftField,
    FieldStatus,
    Finding,
    Scalar,
    Severity,
    Span,
    Statement,
)
from dokuhelfer.draft.template.model import FieldType
from dokuhelfer.draft.template.schema import UNPLACED
from dokuhelfer.review.answers import Disputed, choices_of, editable, topic_of
from dokuhelfer.review.dictation import Dictation
from dokuhelfer.review.emphasis import find_words
from dokuhelfer.review.layout import DATE, LEFT_OVER, Place, findings_at
from dokuhelfer.review.parts import (
    Address,
    field_of,
    is_answered,
    statements_of,
    value_of,
)
from dokuhelfer.review.state import State
from dokuhelfer.review.stops import (
    Action,
    Answer,
    Choice,
    Dispute,
    Evidence,
    Fate,
    Line,
    Part,
    Range,
    Shown,
    Stop,
    StopId,
    StopKind,
    StopState,
    Topic,
    Words,
)

Facts = Callable[[str], tuple[Range, ...]]
"""The ranges of a written text that carry facts."""

_RANK = {Severity.BLOCK: 0, Severity.WARN: 1, Severity.INFO: 2}
_SEPARATOR = " · "


@dataclass(frozen=True)
class View:
    """Paints the stops of one state."""

    state: State
    dictation: Dictation
    facts: Facts

    def stops(self) -> tuple[Stop, ...]:
        """All stops in reading order."""
        return tuple(self._stop(place) for place in self.state.places())

    def _stop(self, place: Place) -> Stop:
        struck = bool(place.fields) and all(map(self._is_struck, place.fields))
        disputes = self._date() if place.id == DATE else self._disputes(place)
        state = self._decision(place.id, struck=struck)
        parts = tuple(self._part(path) for path in place.paths)
        stop = Stop(
            id=place.id,
            label=place.label,
            parts=() if place.id.kind is StopKind.MISSING else parts,
            evidence=self._evidence(place),
            disputes=disputes,
            state=state,
            seen=self.state.is_seen(place.id),
            offer=self._offer(place),
            lines=tuple(lines(self.state, self.dictation)) if place.id == LEFT_OVER else (),
        )
        return replace(stop, actions=frozenset(_actions(stop)))

    def _decision(self, id: StopId, *, struck: bool) -> StopState:
        if not self.state.is_decided(id):
            return StopState.OPEN
        return StopState.REJECTED if struck else StopState.CONFIRMED

    def _is_struck(self, field: str) -> bool:
        return self.state.draft.fields[field].status is FieldStatus.REJECTED

    def _part(self, path: str) -> Part:
        draft, template = self.state.draft, self.state.template
        field = field_of(template, path)
        value = value_of(draft, path)
        disputed = self._disputed_words(path)
        statements = tuple(
            self._shown(one, disputed if field.type in _PROSE else ())
            for one in statements_of(draft, path)
        )
        return Part(
            path=path,
            label=field.label,
            type=field.type,
            text="" if value is None else german.written(value, field),
            editable="" if value is None else editable(value, field),
            statements=statements,
            values=tuple(choice.value for choice in field.choices),
            unit=field.unit,
            limit=field.limit,
            struck=self._is_struck(Address.of(path).field),
        )

    def _shown(self, statement: Statement, disputed: tuple[str, ...]) -> Shown:
        text = statement.text
        words = Words(text, self.facts(text), find_words(text, disputed))
        return Shown(words, statement.origin, statement.evidence, statement.added)

    def _disputed_words(self, path: str) -> tuple[str, ...]:
        return tuple(
            word
            for finding in self.state.draft.findings
            if finding.path == path and not is_answered(finding, self.state.draft)
            for word in _written_words(Disputed.of(finding, self.state.draft, self.dictation))
        )

    def _evidence(self, place: Place) -> Evidence | None:
        if place.id == LEFT_OVER:
            return None
        draft = self.state.draft
        return self.dictation.evidence(
            [one for path in place.paths for one in statements_of(draft, path)]
        )

    def _offer(self, place: Place) -> str | None:
        first = place.id.row in (None, 0)
        texts = [
            _content(self.state.offers[id], self.state, id)
            for id in place.fields
            if first and id in self.state.offers
        ]
        return _SEPARATOR.join(texts) if texts else None

    def _date(self) -> tuple[Dispute, ...]:
        days = self.state.draft.head.date_choices
        answers = (Answer.FIRST_DAY, Answer.SECOND_DAY)
        choices = tuple(
            Choice(number, answer, german.day(day))
            for number, (answer, day) in enumerate(zip(answers, days, strict=False), start=1)
        )
        return (Dispute(Topic.DATE_OPEN, None, Words(""), Words(""), choices, blocks=True),)

    def _disputes(self, place: Place) -> tuple[Dispute, ...]:
        draft = self.state.draft
        found = [f for f in findings_at(place, draft) if not is_answered(f, draft)]
        found.sort(key=lambda finding: _RANK[finding.severity])
        return tuple(self._dispute(finding) for finding in found)

    def _dispute(self, finding: Finding) -> Dispute:
        about = Disputed.of(finding, self.state.draft, self.dictation)
        text = finding.text if about.is_text else _typed_text(about)
        written = Words(text, self.facts(text), find_words(text, _written_words(about)))
        spans = about.statement.evidence if about.statement is not None else ()
        said = self.dictation.words(spans)
        said = Words(said.text, said.facts, find_words(said.text, [about.words.get("said", "")]))
        choices = choices_of(about, self.dictation)
        blocks = finding.severity is Severity.BLOCK
        return Dispute(topic_of(finding), finding, written, said, choices, blocks)


_PROSE = frozenset({FieldType.TEXT, FieldType.LIST})


def lines(state: State, dictation: Dictation) -> Iterator[Line]:
    """The lines of the last stop: unplaced statements, words in no field, sound without text."""
    unplaced = state.draft.fields.get(UNPLACED, DraftField())
    rows = unplaced.value if isinstance(unplaced.value, tuple) else ()
    for number, item in enumerate(rows):
        yield _decided(state, Line(str(item), _spans_of(state.draft, number), row=number))
    for piece in state.draft.uncovered:
        text = dictation.spoken((piece.span,)) or piece.text
        yield _decided(state, Line(text, (piece.span,)))
    for skipped in state.draft.transcript.skipped:
        seconds = (skipped.start, skipped.end)
        yield _decided(state, Line("", seconds=seconds, reason=skipped.reason))


def _decided(state: State, line: Line) -> Line:
    return replace(line, fate=state.fates.get(line.key, Fate.OPEN))


def _spans_of(draft: Draft, row: int) -> tuple[Span, ...]:
    found = statements_of(draft, f"/{UNPLACED}/{row}")
    return found[0].evidence if found else ()


def _typed_text(about: Disputed) -> str:
    return about.finding.text if about.value is None else german.written(about.value, about.field)


def _written_words(about: Disputed) -> tuple[str, ...]:
    found = about.words
    return tuple(found[name] for name in ("written", "word", "unit", "value") if name in found)


def _content(content: DraftField, state: State, id: str) -> str:
    field = state.template.field(id)
    if isinstance(content.value, tuple):
        rows = (
            "; ".join(str(cell) for cell in row.values() if cell is not None)
            if not isinstance(row, str)
            else row
            for row in content.value
        )
        return _SEPARATOR.join(rows)
    value: Scalar | None = content.value
    return "" if value is None else german.written(value, field)


def _actions(stop: Stop) -> Iterator[Action]:
    kind = stop.id.kind
    if stop.decided:
        yield Action.REOPEN
    elif stop.seen and not stop.blocked:
        yield Action.CONFIRM
    if stop.dispute is not None and stop.dispute.choices and not stop.decided:
        yield Action.ANSWER
    if stop.state is StopState.REJECTED or kind is StopKind.DATE:
        return
    if kind is StopKind.LEFT_OVER:
        yield Action.ASSIGN
        return
    yield from (Action.EDIT, Action.DICTATE)
    if kind is not StopKind.MISSING and stop.seen:
        yield Action.STRIKE
    if stop.offer is not None:
        yield Action.TAKE_OFFER
