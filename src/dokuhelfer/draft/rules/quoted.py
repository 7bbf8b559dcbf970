"""Text fields filled by what was named: a period, the drugs an event is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.model import DraftField, Origin, Span, Statement
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.typed import Fill
from dokuhelfer.draft.template.model import Field


def fill_period(fields: Sequence[Field], items: Sequence[Item], fill: Fill) -> None:
    """„von 9 bis 10:30 Uhr“ where a template asks for the period; no duration is computed."""
    for field in fields:
        found = _period(items) if field.fact == FactName.ZEITRAUM else None
        if found is None:
            continue
        item, start, end = found
        text = f"{item.view.text(start, end).removesuffix(' Uhr')} Uhr"
        note = Statement(text, (item.view.span(start, end),), Origin.RULES)
        fill.fields[field.id] = DraftField(text, (note,))
        fill.use(item, (start - (item.view.word(start - 1) == "von"), end))


_JOINTS = {("bis",), ("uhr", "bis"), ("–",), ("-",), ("uhr", "–"), ("uhr", "-")}


def _period(items: Sequence[Item]) -> tuple[Item, int, int] | None:
    """Two clock times with „bis“ between, behind „von“ or in the opening."""
    for item in items:
        times = item.of(FactKind.TIME)
        for first, second in zip(times, times[1:], strict=False):
            between = item.view.low[first.tokens[1] : second.tokens[0]]
            if between not in _JOINTS:
                continue
            opening = item.clause.sentence < _OPENING
            if opening or item.view.word(first.tokens[0] - 1) == "von":
                return item, first.tokens[0], second.tokens[1]
    return None


_OPENING = 2


def fill_drugs(
    fields: Sequence[Field], items: Sequence[Item], filled: dict[str, DraftField]
) -> None:
    """The drugs by name, strength and form as said, where no clause was placed there."""
    for field in fields:
        if field.fact != FactName.MEDIKAMENT or field.id in filled:
            continue
        named: dict[str, Span] = {}
        for item, fact in _drugs(items):
            named.setdefault(item.view.text(*fact.tokens), fact.span)
        distinct = {
            text: span
            for text, span in named.items()
            if not any(other != text and other.startswith(f"{text} ") for other in named)
        }
        if distinct:
            text = ", ".join(distinct)
            note = Statement(text, tuple(distinct.values()), Origin.RULES)
            filled[field.id] = DraftField(text, (note,))


def _drugs(items: Sequence[Item]) -> Iterator[tuple[Item, Fact]]:
    for item in items:
        for fact in item.of(FactKind.MEDICATION):
            yield item, fact
