"""Carrying out a numbered answer: a state becomes another one. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from dokuhelfer.draft.model import (
    Draft,
    FieldStatus,
    Finding,
    Kind,
    Origin,
    Severity,
    Statement,
    Wording,
)
from dokuhelfer.review.answers import Disputed, as_dictated, fellow, own_words
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.dictation import Dictation
from dokuhelfer.review.edits import with_statement
from dokuhelfer.review.effects import Effect, Result
from dokuhelfer.review.parts import (
    Address,
    concerns,
    disputed,
    statements_of,
    value_of,
    with_field,
    with_part,
    without_row,
)
from dokuhelfer.review.state import State, touching, with_mark
from dokuhelfer.review.stops import Answer, Choice, Dispute, StopId
from dokuhelfer.review.typed import parse

Move = Callable[[State, Disputed, Dictation], State]


def carried_out(
    state: State, dispute: Dispute, choice: Choice, dictation: Dictation
) -> tuple[State, Result]:
    """The state after a choice about a finding was made, not yet checked.

    Raises:
        Refused: `NOT_HERE` where the choice cannot apply.
    """
    finding = dispute.finding
    if finding is None or choice.why_not is not None:
        raise Refused(Refusal.NOT_HERE)
    if choice.answer in (Answer.CORRECT, Answer.TYPE_IN):
        return state, Result(Effect.EDIT, finding.path)
    about = Disputed.of(finding, state.draft, dictation)
    if choice.answer is Answer.OWN_ENTRY:
        spans = about.statement.evidence if about.statement is not None else ()
        result = Result(Effect.OWN_ENTRY, finding.path, dictation.spoken(spans), spans)
        return struck(state, about, dictation), result
    return _MOVES[choice.answer](state, about, dictation), Result(path=finding.path)


def struck(state: State, about: Disputed, _: Dictation) -> State:
    """Without the disputed statement; a field with nothing else is rejected as a whole."""
    path = about.finding.path
    address = Address.of(path)
    others = [one for one in statements_of(state.draft, path) if one != about.statement]
    if about.is_text and about.statement is not None and others:
        draft = with_statement(state.draft, state.template, path, about.statement, None)
        return touching(state, draft, address.field)
    emptied = with_part(state.draft, state.template, path, None, ())
    if emptied.fields[address.field].value is None:
        return rejected(state, address.field)
    return touching(state, emptied, address.field)


def rejected(state: State, *fields: str) -> State:
    """With whole fields struck: their content stays visible and goes into no document."""
    draft = state.draft
    for id in fields:
        content = draft.fields[id]
        if content.value is not None:
            draft = with_field(draft, id, replace(content, status=FieldStatus.REJECTED))
    return touching(state, draft, *fields)


def without_entry(state: State, id: str, row: int) -> State:
    """Without one entry of a group or list; its last one rejects the field."""
    value = state.draft.fields[id].value
    if isinstance(value, tuple) and len(value) > 1:
        return touching(state, without_row(state.draft, id, row), id)
    return rejected(state, id)


def with_struck_decided(state: State, id: StopId) -> State:
    """With a stop decided of which nothing is left: what took its last words was seen."""
    for place in state.places():
        fields = [state.draft.fields[field] for field in place.fields]
        if place.id == id and all(one.status is FieldStatus.REJECTED for one in fields):
            return with_mark(state, place, decided=True)
    return state


def _put_as_dictated(state: State, about: Disputed, dictation: Dictation) -> State:
    """The first wording the check has nothing against, else the dictation's own.

    A person who says that the dictation's own words are right answers for them.
    """
    field = Address.of(about.finding.path).field
    draft: Draft | None = None
    for text in as_dictated(about, dictation):
        tried = _with_words(state, about, text)
        draft = tried or draft
        if tried is not None and not _still_blocked(dictation.checked(tried), about.finding):
            return touching(state, tried, field)
    if draft is None:
        raise Refused(Refusal.NO_VALUE, field)
    if not about.is_text:
        return touching(state, draft, field)
    quoted = own_words(about, dictation)

    def as_said(one: Statement) -> Statement:
        kinds = _with(one.vouched, about.finding.kind)
        return replace(one, text=quoted, vouched=kinds) if quoted else one

    return _restated(state, about, as_said)


def _with_words(state: State, about: Disputed, text: str) -> Draft | None:
    path, old = about.finding.path, about.statement
    if about.is_text:
        if old is None:
            return None
        new = replace(old, text=text, findings=(), vouched=(), quote="", wording=Wording.QUOTED)
        return with_statement(state.draft, state.template, path, old, new)
    value = parse(text, about.field)
    if value is None:
        return None
    spans = old.evidence if old is not None else ()
    made = Statement(str(value), spans, Origin.RULES, path=old.path if old is not None else "")
    return with_part(state.draft, state.template, path, value, (made,))


def _still_blocked(draft: Draft, finding: Finding) -> bool:
    return any(
        other.path == finding.path and other.kind is finding.kind
        for other in draft.findings
        if other.severity is Severity.BLOCK
    )


def _added(state: State, about: Disputed, _: Dictation) -> State:
    """„Von mir ergänzt“: no words of the dictation stand behind it any more."""
    kinds = [f.kind for f in _same_statement(state.draft, about)]

    def by_me(one: Statement) -> Statement:
        return replace(one, origin=Origin.HUMAN, evidence=(), vouched=_with(one.vouched, *kinds))

    return _restated(state, about, by_me)


def _belongs(state: State, about: Disputed, _: Dictation) -> State:
    def here(one: Statement) -> Statement:
        return replace(one, vouched=_with(one.vouched, about.finding.kind))

    return _restated(state, about, here)


def _fellow(state: State, about: Disputed, _: Dictation) -> State:
    def anonymous(one: Statement) -> Statement:
        text = fellow(about, one.text, state.template.area)
        return replace(one, text=text, vouched=_with(one.vouched, Kind.PERSON, Kind.UNSUPPORTED))

    if not about.is_text:
        raise Refused(Refusal.NOT_HERE, about.finding.field)
    return _restated(state, about, anonymous)


def _time(name: str) -> Move:
    def move(state: State, about: Disputed, _: Dictation) -> State:
        time, current = about.words[name], _shown_time(about)

        def settled(one: Statement) -> Statement:
            text = one.text.replace(current, time) if current else one.text
            return replace(one, text=text, vouched=_with(one.vouched, Kind.TIME))

        value = None if about.is_text else time
        return _restated(state, about, settled, value)

    return move


def _shown_time(about: Disputed) -> str:
    text = about.statement.text if about.statement is not None else str(about.value)
    return next((about.words[n] for n in ("first", "second") if about.words[n] in text), "")


def _restated(
    state: State,
    about: Disputed,
    change: Callable[[Statement], Statement],
    value: str | None = None,
) -> State:
    """With every statement the finding is about changed in its place."""
    path = about.finding.path
    field = Address.of(path).field
    old = statements_of(state.draft, path)
    if not old:
        old = (Statement(str(value_of(state.draft, path)), (), Origin.HUMAN, path=path),)
    alone = len(old) == 1
    made = tuple(change(one) if concerns(about.finding, one, alone=alone) else one for one in old)
    content = value if value is not None else value_of(state.draft, path)
    if about.is_text:
        content = " ".join(one.text for one in made)
    return touching(state, with_part(state.draft, state.template, path, content, made), field)


def _same_statement(draft: Draft, about: Disputed) -> Iterator[Finding]:
    """All findings about the very statement."""
    for finding in draft.findings:
        if finding.path == about.finding.path and about.statement in (
            *disputed(finding, draft),
            None,
        ):
            yield finding


def _with(kinds: tuple[Kind, ...], *more: Kind) -> tuple[Kind, ...]:
    return tuple(dict.fromkeys((*kinds, *more)))


_MOVES: dict[Answer, Move] = {
    Answer.AS_DICTATED: _put_as_dictated,
    Answer.STRIKE: struck,
    Answer.ADDED_BY_ME: _added,
    Answer.BELONGS_HERE: _belongs,
    Answer.FELLOW: _fellow,
    Answer.FIRST_TIME: _time("first"),
    Answer.SECOND_TIME: _time("second"),
}
