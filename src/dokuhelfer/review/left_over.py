"""The last stop: what fits no field goes into one, becomes an entry of its own, or stays out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dokuhelfer.draft.model import Origin, Statement
from dokuhelfer.draft.template.model import FieldType
from dokuhelfer.draft.template.schema import UNPLACED
from dokuhelfer.review.decision import Refusal, Refused
from dokuhelfer.review.dictation import Dictation
from dokuhelfer.review.edits import appended, known_field
from dokuhelfer.review.parts import Address, statements_of, with_unplaced, without_row
from dokuhelfer.review.state import State, touching
from dokuhelfer.review.stops import Fate, Line, LineKey
from dokuhelfer.review.view import lines


def decided_line(state: State, dictation: Dictation, number: int, fate: Fate) -> tuple[State, Line]:
    """The state after a line was left out, or taken for an entry of its own; and the line.

    Raises:
        Refused: `NOT_HERE` where there is no such line, or it is sound without words.
    """
    line = _line(state, dictation, number)
    if fate is Fate.OWN_ENTRY and not line.text:
        raise Refused(Refusal.NOT_HERE)
    fates: Mapping[LineKey, Fate] = {**state.fates, line.key: fate}
    return replace(state, fates=fates), line


def assigned(state: State, dictation: Dictation, number: int, path: str) -> State:
    """The state with a line's words behind what a text part says; not yet checked.

    Raises:
        Refused: `NOT_HERE` where there is no such line, no such part, or no words.
    """
    line = _line(state, dictation, number)
    field = known_field(state.template, path)
    address = Address.of(path)
    filled = state.draft.fields[address.field].value
    if field.type is not FieldType.TEXT or not line.text:
        raise Refused(Refusal.NOT_HERE, address.field)
    if address.row is not None and not (
        isinstance(filled, tuple) and 0 <= address.row < len(filled)
    ):
        raise Refused(Refusal.NOT_HERE, address.field)
    made = _statement(state, dictation, line)
    draft = appended(state.draft, state.template, path, (made,))
    if line.row is not None:
        draft = without_row(draft, UNPLACED, line.row)
    return touching(state, draft, address.field)


def typed_beside(state: State, text: str) -> State:
    """With words typed for a part they do not fit; the last stop lists them."""
    words = " ".join(text.split())
    typed = (Statement(words, (), Origin.HUMAN),) if words else ()
    return replace(state, draft=with_unplaced(state.draft, typed))


def _statement(state: State, dictation: Dictation, line: Line) -> Statement:
    """An unplaced statement as it stands; words in no field as the rules write them."""
    if line.row is not None:
        found = statements_of(state.draft, f"/{UNPLACED}/{line.row}")
        if found:
            return replace(found[0], path="", findings=())
    return Statement(dictation.quoted(line.spans) or line.text, line.spans, Origin.RULES)


def _line(state: State, dictation: Dictation, number: int) -> Line:
    found = tuple(lines(state, dictation))
    if not 0 <= number < len(found):
        raise Refused(Refusal.NOT_HERE)
    return found[number]
