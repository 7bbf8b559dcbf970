"""The engine: typed fields, persons, groups, then every other clause to its field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.facts.model import Fact, FactName
from dokuhelfer.draft.model import Draft, DraftField, Origin, Span, Statement
from dokuhelfer.draft.rules.choices import fill_choices
from dokuhelfer.draft.rules.claims import fill_claims
from dokuhelfer.draft.rules.compose import list_field, runs, statements, text_field
from dokuhelfer.draft.rules.contested import leave_contested_open
from dokuhelfer.draft.rules.cues import compile_cues, opens_with
from dokuhelfer.draft.rules.debts import fill_debts, fill_total
from dokuhelfer.draft.rules.degrees import fill_degrees
from dokuhelfer.draft.rules.entries import Sorted, group_field
from dokuhelfer.draft.rules.extracts import fill_extracts
from dokuhelfer.draft.rules.frame import is_frame, title_words
from dokuhelfer.draft.rules.groups import sort_by_person
from dokuhelfer.draft.rules.headed import age_behind, with_line_cut
from dokuhelfer.draft.rules.hints import hints_for
from dokuhelfer.draft.rules.incident import fill_incident
from dokuhelfer.draft.rules.intake import fill_intake
from dokuhelfer.draft.rules.item import Item, make_items
from dokuhelfer.draft.rules.measured import fill_measured
from dokuhelfer.draft.rules.mishap import fill_mishap_times
from dokuhelfer.draft.rules.mishap_kind import fill_mishap_kind
from dokuhelfer.draft.rules.neighbours import keep_neighbours_apart
from dokuhelfer.draft.rules.people import Cast, cast_of, names, room_beside, same_person
from dokuhelfer.draft.rules.phrases import fill_phrases
from dokuhelfer.draft.rules.phrasing import statement
from dokuhelfer.draft.rules.place import Placer
from dokuhelfer.draft.rules.placed import MakePlacing, Placed
from dokuhelfer.draft.rules.purpose import Purpose, purpose_of, purposes
from dokuhelfer.draft.rules.quoted import fill_drugs, fill_period
from dokuhelfer.draft.rules.typed import Fill, fill_typed
from dokuhelfer.draft.rules.witness import fill_witnesses
from dokuhelfer.draft.template.model import Area, Field, FieldType, Template

if TYPE_CHECKING:
    from dokuhelfer.draft.prepared import Prepared


class RulesEngine:
    """The engine that needs no model: instant, always there, quotes and never phrases."""

    name = "rules"

    def structure(
        self, prepared: Prepared, template: Template, context: Context
    ) -> Mapping[str, DraftField]:
        """The filled fields, all of the template present."""
        return draft_rules(prepared.clauses, prepared.facts, template, context)

    def finish(
        self, draft: Draft, template: Template, context: Context, prepared: Prepared
    ) -> Draft:
        """The draft as it is: it quotes."""
        return draft


def draft_rules(
    clauses: Sequence[Clause],
    facts: Sequence[tuple[Fact, ...]],
    template: Template,
    context: Context,
    placing: MakePlacing = Placer,
) -> dict[str, DraftField]:
    """Every field of the template, filled from the clauses; unfilled ones are null.

    Each content clause ends in a field; what fits none is in the list of unassigned
    statements, so that nothing said disappears. ``placing`` decides on the clauses that no
    typed field, person or group takes.
    """
    items = make_items(clauses, facts)
    if template.area is Area.BERATUNG:
        items = with_line_cut(items)
    cast = cast_of(items, template, context)
    if _person_field(template) is None:
        cast = cast.without_main()
    group = next((field for field in template.fields if _is_of_persons(field)), None)
    if group is not None:
        filled = _with_groups(items, template, group, cast, placing)
    else:
        filled = _one_person(items, template, cast, placing)
    _select_person(filled, template, context)
    return {field.id: filled.get(field.id, DraftField()) for field in template.fields}


def _is_of_persons(field: Field) -> bool:
    return field.type is FieldType.GROUP and any(
        member.fact == FactName.PERSON for member in field.members
    )


def _one_person(
    items: Sequence[Item], template: Template, cast: Cast, placing: MakePlacing
) -> dict[str, DraftField]:
    own = [item for item, other in zip(items, cast.strangers, strict=True) if other is None]
    fill = fill_typed(template.fields, own)
    fill_mishap_times(template.fields, own, fill)
    fill_period(template.fields, own, fill)
    fill_intake(template.fields, own, fill)
    fill_claims(template.fields, own, fill)
    fill_measured(template.fields, own, fill)
    fill_total(template.fields, own, fill)
    fill_debts(template.fields, own, fill)
    fill_degrees(template.fields, own, fill)
    fill_choices(template.fields, own, fill)
    fill_mishap_kind(template.fields, own, fill)
    fill_incident(template.fields, items, cast, fill)
    leave_contested_open(template.fields, own, fill)
    fill_phrases(template.fields, own, fill)
    _fill_person(template, items, cast, fill)
    _use_names(template, items, cast, fill)
    titles = title_words(template)
    present = {purpose for purpose in purposes(template.fields).values() if purpose}
    hints = hints_for(own, present, cast.main) if template.area is Area.BERATUNG else None
    placer = placing(template.fields, template.default_field, hints)
    content = [
        item for item in own if not is_frame(item, fill.used.get(item.clause.number, set()), titles)
    ]
    foreign = [
        Placed(item, None)
        for item, other in zip(items, cast.strangers, strict=True)
        if other is not None
    ]
    placed = sorted(
        [*placer.place_all(content), *foreign], key=lambda entry: entry.item.clause.number
    )
    filled = dict(fill.fields)
    for id, made in statements(placed, cast.main).items():
        before = filled[id].statements if id in filled else ()
        filled[id] = text_field((*before, *made))
    _unassigned(filled, template, placed)
    fill_drugs(template.fields, own, filled)
    fill_extracts(template.fields, own, cast.main, filled)
    _fill_involved(template, items, cast, filled)
    fill_witnesses(template.fields, own, cast, filled)
    keep_neighbours_apart(template.fields, own, cast, filled)
    return filled


def _with_groups(
    items: Sequence[Item], template: Template, group: Field, cast: Cast, placing: MakePlacing
) -> dict[str, DraftField]:
    fill = fill_typed([f for f in template.fields if f is not group], items)
    fill_choices(template.fields, items, fill)
    titles = title_words(template)
    general = template.field("allgemeines") if "allgemeines" in template.field_ids else None
    found: Sorted = sort_by_person(items, general, cast.staff)
    for number, tokens in fill.used.items():
        found.used.setdefault(number, set()).update(tokens)
    filled = dict(fill.fields)
    filled[group.id], _ = group_field(group, found, titles, placing)
    texts = [field for field in template.fields if field.type is FieldType.TEXT]
    placer = placing(texts, general.id if general is not None else template.default_field)
    placed = placer.place_all(
        [
            item
            for item in found.general
            if not is_frame(item, found.used.get(item.clause.number, set()), titles)
        ]
    )
    for id, made in statements(placed, None).items():
        filled[id] = text_field(made)
    _unassigned(filled, template, placed)
    return filled


def _unassigned(
    filled: dict[str, DraftField], template: Template, placed: Sequence[Placed]
) -> None:
    """What no field takes, names left as said, into the template's list for it."""
    target = next(
        (field for field in template.fields if purpose_of(field) is Purpose.UNASSIGNED), None
    )
    if target is None:
        return
    made: list[Statement] = []
    for run in runs(placed):
        if run[0].field is None:
            note = statement([entry.item for entry in run])
            if note is not None:
                made.append(note)
    if made:
        filled[target.id] = list_field(made)


def _person_field(template: Template) -> Field | None:
    return next(
        (
            field
            for field in template.fields
            if field.fact == FactName.PERSON and purpose_of(field) is not Purpose.INVOLVED
        ),
        None,
    )


def _fill_person(template: Template, items: Sequence[Item], cast: Cast, fill: Fill) -> None:
    field = _person_field(template)
    if field is None or cast.main is None:
        return
    if cast.mention is not None:
        number, fact = cast.mention
        room = room_beside(items, number, fact)
        fill.put(field.id, fact.text, items[number], fact, fact.text)
        if room is not None:
            text = f"{fact.text}, {room[1].text}"
            note = Statement(text, (fact.span, room[1].span), Origin.RULES)
            fill.fields[field.id] = DraftField(text, (note,))
            fill.use(room[0], room[1].tokens)
        age = age_behind(items[number], fact) if template.area is Area.BERATUNG else None
        if age is not None:
            view = items[number].view
            text = f"{fact.text}, {view.text(*age)}"
            note = Statement(text, (fact.span, view.span(*age)), Origin.RULES)
            fill.fields[field.id] = DraftField(text, (note,))
            fill.use(items[number], age)


def _use_names(template: Template, items: Sequence[Item], cast: Cast, fill: Fill) -> None:
    """The person's name says nothing more where it is said again, nor does announcing it."""
    field = _person_field(template)
    cues = compile_cues(field.announcements if field is not None else ())
    for item in items:
        opening = opens_with(cues, item) if names(item) else None
        if opening is not None:
            fill.use(item, (opening.start, opening.end))
        for fact in names(item):
            if cast.main is not None and same_person(fact.text, cast.main):
                fill.use(item, fact.tokens)


def _select_person(filled: dict[str, DraftField], template: Template, context: Context) -> None:
    """The person chosen beforehand (design, "Context"): no evidence, no finding."""
    field = _person_field(template)
    if field is None or context.person is None:
        return
    note = Statement(context.person, (), Origin.SELECTED)
    filled[field.id] = DraftField(context.person, (note,))


def _fill_involved(
    template: Template, items: Sequence[Item], cast: Cast, filled: dict[str, DraftField]
) -> None:
    """Who took part, by name, where no clause says it as such."""
    for field in template.fields:
        if field.fact != FactName.PERSON or purpose_of(field) is not Purpose.INVOLVED:
            continue
        if field.id in filled:
            continue
        spans: dict[str, Span] = {}
        for item in items:
            for fact in names(item):
                if fact.text not in cast.staff:
                    spans.setdefault(fact.text, fact.span)
        if spans:
            text = ", ".join(spans)
            note = Statement(text, tuple(spans.values()), Origin.RULES)
            filled[field.id] = DraftField(text, (note,))
