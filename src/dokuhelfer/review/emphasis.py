"""Which words of a text carry facts: numbers, names, drugs, sides, negations (ui.md §1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.model import Token, TokenKind
from dokuhelfer.draft.prepared import Prepared, prepare
from dokuhelfer.review.stops import Range
from dokuhelfer.transcript.model import Segment, Transcript

_WHOLE = frozenset(
    {
        FactKind.NUMBER,
        FactKind.TIME,
        FactKind.DATE,
        FactKind.MONEY,
        FactKind.PERSON,
        FactKind.MEDICATION,
        FactKind.SIDE,
        FactKind.NEGATION,
    }
)
_VALUES = frozenset({TokenKind.NUMBER, TokenKind.UNIT})
_SIDE = re.compile(r"(?:link|recht|beid)\w*", re.IGNORECASE)
_ONLY_BLANKS = re.compile(r"\s*")


def fact_ranges(text: str, context: Context) -> tuple[Range, ...]:
    """The ranges of a written text that carry facts, in order, none touching another."""
    transcript = Transcript((Segment(0, None, None, text),))
    spans = fact_spans(prepare(transcript, context))
    return joined(((span.start, span.end) for span in spans), text)


def fact_spans(prepared: Prepared) -> tuple[Span, ...]:
    """The places of a dictation that carry facts."""
    return tuple(
        token.span
        for clause, facts in zip(prepared.clauses, prepared.facts, strict=True)
        for fact in facts
        for token in _carriers(clause, fact)
    )


def _carriers(clause: Clause, fact: Fact) -> Iterator[Token]:
    tokens = clause.tokens[slice(*fact.tokens)]
    if fact.kind in _WHOLE:
        yield from (token for token in tokens if token.kind is not TokenKind.PUNCT)
    elif fact.kind is FactKind.VITAL:
        yield from (token for token in tokens if token.kind in _VALUES)
    elif fact.kind is FactKind.BODY_PART and fact.side is not None:
        yield from (token for token in tokens if _SIDE.fullmatch(token.text))


def joined(ranges: Iterable[Range], text: str) -> tuple[Range, ...]:
    """Ranges in order; those that overlap or have only blanks between them made one."""
    result: list[Range] = []
    for start, end in sorted(ranges):
        if result and (
            start <= result[-1][1] or _ONLY_BLANKS.fullmatch(text[result[-1][1] : start])
        ):
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        elif end > start:
            result.append((start, end))
    return tuple(result)


def find_words(text: str, wanted: Sequence[str]) -> tuple[Range, ...]:
    """Where these words stand in a text, as words of their own, capitals aside."""
    found: list[Range] = []
    for words in wanted:
        if words.strip():
            pattern = rf"(?<!\w){re.escape(words.strip())}(?!\w)"
            found += [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
    return joined(found, text)
