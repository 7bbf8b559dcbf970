"""Short text fields filled by a phrase of a clause: place, condition of the oxygen value."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.facts.model import FactName
from dokuhelfer.draft.model import DraftField, Origin, Statement
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.rules.cues import compile_cues, find, opens_with
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.phrasing import written
from dokuhelfer.draft.rules.places import fill_place
from dokuhelfer.draft.rules.purpose import Purpose, purpose_of
from dokuhelfer.draft.rules.typed import Fill
from dokuhelfer.draft.template.model import Field

_PHRASE_FIELDS = frozenset({"spo2_bedingung"})
_UNDER = frozenset({"unter", "bei", "mit", "ohne"})


def fill_phrases(fields: Sequence[Field], items: Sequence[Item], fill: Fill) -> None:
    """Fill each from the clause that says it: the place of the event, how oxygen was given."""
    for field in fields:
        if purpose_of(field) is Purpose.PLACE and field.id not in fill.fields:
            fill_place(field, items, fill)
        if field.id not in _PHRASE_FIELDS or field.id in fill.fields:
            continue
        if field.id == "spo2_bedingung" and _fill_oxygen(field, items, fill):
            continue
        cues, announcements = compile_cues(field.cues), compile_cues(field.announcements)
        for item in items:
            if opens_with(announcements, item) is not None:
                break
            found = max(find(cues, item), key=lambda match: len(match.cue), default=None)
            if found is None:
                continue
            _quote(field, item, found.start, found.end, fill)
            break


def _quote(field: Field, item: Item, start: int, end: int, fill: Fill) -> None:
    text = written(item.clause.tokens[start:end])
    span = item.view.span(start, end)
    fill.fields[field.id] = DraftField(text, (Statement(text, (span,), Origin.RULES),))
    fill.use(item, (start, end))


def _fill_oxygen(field: Field, items: Sequence[Item], fill: Fill) -> bool:
    """„Sättigung 94 % unter 2 l“: the phrase directly behind the value."""
    for item in items:
        for fact in item.facts:
            if fact.name is not FactName.SPO2:
                continue
            start = fact.tokens[1]
            if item.view.word(start) not in _UNDER:
                return False
            end = start + 1
            while end < len(item.view) and item.view.kind(end) is not TokenKind.PUNCT:
                end += 1
            _quote(field, item, start, end, fill)
            return True
    return False
