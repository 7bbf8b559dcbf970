"""Who saw or heard an event: clauses that say nothing else, and names out of others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.falls import BEING, FELL, NOT_THEN, PERCEIVED, THERE
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.model import DraftField, Origin, Statement
from dokuhelfer.draft.rules.compose import text_field
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.people import Cast, names, same_person
from dokuhelfer.draft.rules.purpose import Purpose, purpose_of
from dokuhelfer.draft.template.model import Field

_SAID = words("gesagt sagt sagte erzählt erzählte berichtet berichtete meint meinte")


def fill_witnesses(
    fields: Sequence[Field], items: Sequence[Item], cast: Cast, filled: dict[str, DraftField]
) -> None:
    """Add the names of those who were there out of clauses that say something else as well."""
    field = next((field for field in fields if purpose_of(field) is Purpose.WITNESSES), None)
    if field is None:
        return
    before = filled[field.id].statements if field.id in filled else ()
    said = " ".join(note.text for note in before)
    made: list[Statement] = []
    for item in items:
        for fact in _named(item, cast):
            name = item.view.text(*fact.tokens)
            if name.split()[-1] not in said:
                said = f"{said} {name}"
                made.append(Statement(f"{name}.", (fact.span,), Origin.RULES))
    if made:
        filled[field.id] = text_field((*before, *made))


def _named(item: Item, cast: Cast) -> Iterator[Fact]:
    low = {word for _, word in item.words}
    too = bool(low & {"auch", "beide", "ebenfalls"})
    if low & NOT_THEN or item.has(FactKind.QUOTE) or (low & {"ich", "wir", "mich"} and not too):
        return
    there = bool(low & THERE) and bool(low & BEING)
    saw = bool(low & PERCEIVED) and not item.has(FactKind.NEGATION)
    told = bool(low & _SAID) and bool(low & FELL)
    if not (there or saw or told):
        return
    for fact in names(item):
        own = cast.main is not None and same_person(fact.text, cast.main)
        if not own and not fact.text.startswith("Dr."):
            yield fact
