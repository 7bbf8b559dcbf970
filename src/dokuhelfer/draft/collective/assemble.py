"""From cuts to checked drafts: each an ordinary draft of the words that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.collective.cut import cut_by_person_and_kind
from dokuhelfer.draft.collective.excerpt import Excerpt, excerpt
from dokuhelfer.draft.collective.kinds import HANDOVER
from dokuhelfer.draft.collective.model import Cut, Cutting
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import Structurer, make_draft
from dokuhelfer.draft.facts.model import FactName
from dokuhelfer.draft.model import (
    Draft,
    DraftField,
    Drafts,
    Origin,
    Span,
    Statement,
    Uncovered,
)
from dokuhelfer.draft.prepared import Prepared, prepare
from dokuhelfer.draft.rules.people import same_person
from dokuhelfer.draft.template.model import Field, FieldType, Template
from dokuhelfer.transcript.model import Transcript


@dataclass(frozen=True, slots=True)
class Collective:
    """What all drafts of one dictation are made with.

    Attributes:
        templates: those a cut may be for, by id; not empty.
        models: ids of the models used and their SHA-256, for the drafts' ``meta``.
    """

    transcript: Transcript
    templates: Mapping[str, Template]
    context: Context
    engine: Structurer
    models: Mapping[str, str | None]

    def propose(self) -> tuple[Cutting, Prepared]:
        """The cuts the program proposes, and the prepared dictation they are made from."""
        prepared = prepare(self.transcript, self.context)
        common = {id for id, one in self.templates.items() if "person" not in one.field_ids}
        cutting = cut_by_person_and_kind(
            prepared,
            self.context,
            frozenset(self.templates),
            self.templates.get(HANDOVER),
            frozenset(common),
        )
        return cutting, prepared

    def draft(self, cutting: Cutting, prepared: Prepared) -> Drafts:
        """One checked draft for each cut, and what stands in none."""
        made = [self._one(cutting, cut, prepared) for cut in cutting.cuts]
        left = (*_unassigned(cutting, self.transcript), *_left(made, cutting))
        return Drafts(tuple(made), tuple(sorted(set(left), key=lambda item: item.span)))

    def _one(self, cutting: Cutting, cut: Cut, prepared: Prepared) -> Draft:
        own = excerpt(self.transcript, cutting, cut, prepared.normalised.dropped)
        template = self.templates[cut.kind]
        context = _context_of(self.context, cut)
        draft = make_draft(own.transcript, template, context, self.engine, self.models)
        draft = _back(draft, own, self.transcript)
        return _with_person(draft, template, cutting, cut)


def _unassigned(cutting: Cutting, transcript: Transcript) -> Iterator[Uncovered]:
    """What belongs to no cut, neighbouring clauses of one sentence together."""
    run: list[Clause] = []
    for number in cutting.unassigned():
        clause = cutting.pieces[number].clause
        if run and not _neighbours(run[-1], clause):
            yield _uncovered(_around(run), transcript)
            run = []
        run.append(clause)
    if run:
        yield _uncovered(_around(run), transcript)


def _neighbours(one: Clause, other: Clause) -> bool:
    same = (one.sentence, one.span.segment) == (other.sentence, other.span.segment)
    return same and one.number + 1 == other.number


def _around(run: Sequence[Clause]) -> Span:
    return Span(run[0].span.segment, run[0].span.start, run[-1].span.end)


def _context_of(context: Context, cut: Cut) -> Context:
    """The context of one draft: the person chosen beforehand only where it is theirs."""
    chosen = context.person
    if chosen is None or (cut.person is not None and same_person(chosen, cut.person)):
        return context
    return context if cut.person is None and cut.kind == HANDOVER else replace(context, person=None)


def _back(draft: Draft, own: Excerpt, whole: Transcript) -> Draft:
    """The draft with its places in the whole dictation."""
    fields = {id: _field_back(field, own) for id, field in draft.fields.items()}
    uncovered = tuple(_uncovered(own.original(item.span), whole) for item in draft.uncovered)
    return replace(draft, transcript=whole, fields=fields, uncovered=uncovered)


def _field_back(field: DraftField, own: Excerpt) -> DraftField:
    statements = tuple(
        replace(note, evidence=tuple(own.original(span) for span in note.evidence))
        for note in field.statements
    )
    return replace(field, statements=statements)


def _uncovered(span: Span, transcript: Transcript) -> Uncovered:
    text = next(item.text for item in transcript.segments if item.id == span.segment)
    return Uncovered(span, text[span.start : span.end])


def _with_person(draft: Draft, template: Template, cutting: Cutting, cut: Cut) -> Draft:
    """The draft with the person of its cut, where the engine found another or none."""
    field = next((one for one in template.fields if _is_person(one)), None)
    index = cutting.person(cut.person)
    if field is None or index is None:
        return draft
    value = draft.fields[field.id].value
    label = cutting.persons[index].label
    if isinstance(value, str) and (label in value or same_person(label, value.split(",")[0])):
        return draft
    first = cutting.persons[index].first
    spans = () if first is None else (first.span,)
    origin = Origin.SELECTED if first is None else Origin.RULES
    note = Statement(label, spans, origin)
    findings = tuple(one for one in draft.findings if one.field != field.id)
    fields = {**draft.fields, field.id: DraftField(label, (note,))}
    return replace(draft, fields=fields, findings=findings)


def _is_person(field: Field) -> bool:
    return field.id == FactName.PERSON.value and field.type is FieldType.TEXT


def _left(drafts: Sequence[Draft], cutting: Cutting) -> Iterator[Uncovered]:
    """What no draft took though it was given to one; a clause of two drafts may stand in one."""
    pairs = list(zip(drafts, cutting.cuts, strict=True))
    for draft, cut in pairs:
        for item in draft.uncovered:
            clauses = _touched(item.span, cutting) & set(cut.clauses)
            elsewhere = any(
                clauses <= set(other.clauses) and not _reported(item.span, one)
                for one, other in pairs
                if other is not cut and clauses
            )
            if not elsewhere:
                yield item


def _touched(span: Span, cutting: Cutting) -> set[int]:
    return {piece.clause.number for piece in cutting.pieces if _overlap(piece.clause.span, span)}


def _reported(span: Span, draft: Draft) -> bool:
    return any(_overlap(item.span, span) for item in draft.uncovered)


def _overlap(one: Span, other: Span) -> bool:
    return one.segment == other.segment and one.start < other.end and other.start < one.end


def make_drafts(
    transcript: Transcript,
    templates: Mapping[str, Template],
    context: Context,
    engine: Structurer,
    models: Mapping[str, str | None] | None = None,
) -> Drafts:
    """One dictation → a checked draft for each person and kind (design, ``drafts/1``)."""
    collective = Collective(transcript, templates, context, engine, dict(models or {}))
    return collective.draft(*collective.propose())
