"""Speaking into a field: the new words join the dictation and the field quotes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Draft, Origin, Scalar, Span, Statement
from dokuhelfer.draft.prepared import Prepared, prepare
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.rules.phrasing import written
from dokuhelfer.draft.template.model import Field, FieldType, Template
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.edits import appended, known_field, with_item_at
from dokuhelfer.review.parts import Address, statements_of, with_part, with_unplaced
from dokuhelfer.review.state import State, touching
from dokuhelfer.review.typed import parse
from dokuhelfer.transcript.model import Transcript


def spoken_into(state: State, path: str, said: Transcript, *, instead: bool) -> State:
    """With the words in the dictation and in that part; not yet checked.

    Raises:
        Refused: `NOT_HERE`; `NO_VALUE` where nothing was said, or no value of that kind.
    """
    field = known_field(state.template, path)
    whole, added = joined(state.draft.transcript, said)
    prepared = prepare(added, state.context)
    made = tuple(_statements(prepared))
    if not made:
        raise Refused(Refusal.NO_VALUE, field.id)
    draft = replace(state.draft, transcript=whole)
    if field.type is FieldType.TEXT:
        draft = with_item_at(draft, state.template, path, made[0].text)
        if instead:
            draft = with_part(draft, state.template, path, _text(made), made)
        else:
            draft = appended(draft, state.template, path, made)
    elif field.type is FieldType.LIST:
        draft = _with_items(draft, state.template, path, made, instead=instead)
    else:
        value = _value(prepared, field, path, state.template, state.context, made)
        one = Statement(str(value), made[0].evidence, Origin.RULES)
        draft = with_part(draft, state.template, path, value, (one,))
    return touching(state, draft, Address.of(path).field)


def said_beside(state: State, said: Transcript) -> State:
    """With words in the dictation that go into no part; the last stop lists them."""
    whole, added = joined(state.draft.transcript, said)
    made = tuple(_statements(prepare(added, state.context))) or tuple(_as_heard(added))
    return replace(state, draft=with_unplaced(replace(state.draft, transcript=whole), made))


def _as_heard(said: Transcript) -> Iterator[Statement]:
    for segment in said.segments:
        if segment.text.strip():
            span = Span(segment.id, 0, len(segment.text))
            yield Statement(segment.text.strip(), (span,), Origin.RULES)


def joined(first: Transcript, second: Transcript) -> tuple[Transcript, Transcript]:
    """Both as one dictation, and the second with the segment ids it has there."""
    behind = max((segment.id for segment in first.segments), default=-1) + 1
    segments = tuple(
        replace(segment, id=behind + number) for number, segment in enumerate(second.segments)
    )
    whole = replace(
        first,
        segments=(*first.segments, *segments),
        skipped=(*first.skipped, *second.skipped),
        complete=first.complete and second.complete,
    )
    return whole, replace(second, segments=segments)


def _statements(prepared: Prepared) -> Iterator[Statement]:
    """One statement for each sentence that was said."""
    for _, group in groupby(
        prepared.clauses, lambda clause: (clause.sentence, clause.span.segment)
    ):
        clauses = tuple(group)
        text = written([token for clause in clauses for token in clause.tokens])
        if text:
            first, last = clauses[0].span, clauses[-1].span
            span = Span(first.segment, first.start, last.end)
            yield Statement(text, (span,), Origin.RULES)


def _text(made: tuple[Statement, ...]) -> str:
    return " ".join(one.text for one in made)


def _with_items(
    draft: Draft, template: Template, path: str, made: tuple[Statement, ...], *, instead: bool
) -> Draft:
    """All that was said is one item of the list."""
    spans = tuple(span for one in made for span in one.evidence)
    old = statements_of(draft, path)
    text = _text(made)
    if old and not instead:
        text, spans = f"{old[0].text} {text}", (*old[0].evidence, *spans)
    draft = with_item_at(draft, template, path, text)
    return with_part(draft, template, path, text, (Statement(text, spans, Origin.RULES),))


def _value(
    prepared: Prepared,
    field: Field,
    path: str,
    template: Template,
    context: Context,
    made: tuple[Statement, ...],
) -> Scalar:
    """What was said as a value of the field: as the rules find it, else read as typed."""
    if Address.of(path).row is None:
        found = RulesEngine().structure(prepared, template, context).get(field.id)
        if found is not None and found.value is not None and not isinstance(found.value, tuple):
            return found.value
    value = parse(_text(made).rstrip("."), field)
    if value is None:
        raise Refused(Refusal.NO_VALUE, field.id)
    return value
