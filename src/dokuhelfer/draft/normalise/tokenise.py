"""Original text → tokens, each with its place; nothing is interpreted yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.model import Token, TokenKind
from dokuhelfer.draft.normalise.tables import abbreviations, units
from dokuhelfer.transcript.model import Segment

WRAP_COLUMN = 60
"""A single line end after a line at least this long, without closing punctuation, is a wrap."""

_ABBREVIATION = "|".join(
    re.escape(text)
    for text in sorted([*abbreviations.INSIDE, *abbreviations.MAY_END], key=len, reverse=True)
)
_SLASHED_UNITS = "|".join(re.escape(unit) for unit in units.MEASURES if "/" in unit)
_TOKEN = re.compile(
    rf"""
    (?P<abbreviation>(?<!\w)(?:{_ABBREVIATION}))
  | (?P<unit>(?<![^\W\d_])(?:{_SLASHED_UNITS})(?!\w)|°\s?[CF]\b|(?<=\d)[x×](?=\d))
  | (?P<scheme>\d+(?:-\d+){{2,}}(?![\w]))
  | (?P<number>\d+(?:[.,:/]\d+)*)
  | (?P<word>(?<=\d)-[^\W\d_]\w*(?:-\w+)*
    |[^\W\d_]\w*(?:(?:['’*\-]|:(?=in))\w+)*['’]?(?:-(?![\w-]))?|'(?:ne|nen|n|s)\b)
  | (?P<quote>[„“”"»«‟])
  | (?P<space>\s+)
  | (?P<punct>\.{{2,}}|[.,;:?!()…–—-])
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_LINE_CLOSED = re.compile(r"[.!?:;“”\"…]\s*\Z")
_LETTERS = re.compile(r"\w*")
_PUNCT_TEXT = {"—": "–", "-": "–"}
_BLANK_BEFORE = frozenset({"(", "–"})


def tokenise(segment: Segment) -> tuple[Token, ...]:
    """The tokens of one segment in order. Every character but white space is in one."""
    return tuple(_tokens(segment))


def _tokens(segment: Segment) -> Iterator[Token]:
    text = segment.text
    for match in _TOKEN.finditer(text):
        kind, start, end = match.lastgroup, match.start(), match.end()
        if kind == "space":
            if _is_break(text, start, end):
                yield Token("\n", TokenKind.BREAK, Span(segment.id, start, end))
            continue
        if kind == "quote":
            # Which way it turns is settled by `balance_quotes`, across segments.
            yield Token(match.group(), TokenKind.QUOTE_OPEN, Span(segment.id, start, end))
            continue
        if kind == "punct":
            yield _punct(text, Span(segment.id, start, end))
            continue
        if kind == "abbreviation":
            yield from _abbreviation(text, Span(segment.id, start, end))
            continue
        yield Token(
            match.group(),
            TokenKind.WORD,
            Span(segment.id, start, end),
            glue=_is_glued(text, start, kind or ""),
        )


def _is_break(text: str, start: int, end: int) -> bool:
    lines = text.count("\n", start, end)
    if lines == 0 or start == 0 or end == len(text):
        return False
    if lines > 1:
        return True
    line_start = text.rfind("\n", max(0, start - 2 * WRAP_COLUMN), start) + 1
    line = text[max(line_start, start - 2 * WRAP_COLUMN) : start]
    return len(line) < WRAP_COLUMN or _LINE_CLOSED.search(line) is not None


def _punct(text: str, span: Span) -> Token:
    mark = text[span.start : span.end]
    if mark.startswith(".."):
        mark = "…"
    spaced = span.start == 0 or text[span.start - 1].isspace()
    mark = _PUNCT_TEXT.get(mark, mark)
    glue = mark not in _BLANK_BEFORE
    if mark == "–" and not spaced:
        glue = True
    return Token(mark, TokenKind.PUNCT, span, glue=glue)


def _abbreviation(text: str, span: Span) -> Iterator[Token]:
    """A dot that also ends the sentence becomes a token of its own."""
    written = text[span.start : span.end]
    after = text[span.end : span.end + 3].lstrip()
    ends = written in abbreviations.MAY_END and (not after or after[0].isupper())
    if not ends:
        yield Token(written, TokenKind.WORD, span)
        return
    dot = span.end - 1
    yield Token(written[:-1], TokenKind.WORD, Span(span.segment, span.start, dot))
    yield Token(".", TokenKind.PUNCT, Span(span.segment, dot, span.end), glue=True)


def _is_glued(text: str, start: int, kind: str) -> bool:
    """Symbols, and words after symbols, stand as close as they were written („und/oder“, „+5“)."""
    if start == 0 or text[start - 1].isspace():
        return False
    before = text[start - 1]
    if kind == "word" and before.isdigit():
        letters = _LETTERS.match(text, start)
        return letters is not None and letters[0].lower() not in units.GLUED
    if kind == "other":
        return text[start] not in "%€°"
    return kind in ("word", "number", "scheme") and not (
        before.isalnum() or before in '.,;:?!)„“”"'
    )
