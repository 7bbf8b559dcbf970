"""Small tools every stage uses: covering spans, comparing words, rewriting token runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.model import Token, TokenKind
from dokuhelfer.draft.normalise.tables import Phrases

SENTENCE_END = frozenset({".", "!", "?", "…"})
CLAUSE_END = frozenset({",", ";", ":", "–", "(", ")"}) | SENTENCE_END
UNMARKED = 12
"""So many tokens each way without a mark: nobody dictates punctuation here."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a matcher found: how many tokens it takes and what stands in their place."""

    width: int
    tokens: tuple[Token, ...]


Matcher = Callable[[Sequence[Token], int], Hit | None]


Starts = Callable[[Token], bool]
"""Whether a run may begin with this token at all: a cheap look that spares the matchers."""


def rewrite(
    tokens: Sequence[Token], *matchers: Matcher, starts: Starts | None = None
) -> tuple[Token, ...]:
    """Replace runs of tokens from left to right; the first matcher that hits wins."""
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        for match in matchers if starts is None or starts(tokens[at]) else ():
            hit = match(tokens, at)
            if hit is not None:
                result.extend(hit.tokens)
                at += hit.width
                break
        else:
            result.append(tokens[at])
            at += 1
    return tuple(result)


def is_number(token: Token) -> bool:
    """Whether the token is a number already."""
    return token.kind is TokenKind.NUMBER


def has_digit(token: Token) -> bool:
    """Whether the token begins with a digit."""
    return token.text[:1].isdigit()


def low(tokens: Sequence[Token], at: int) -> str:
    """The token's text in lower case; empty beyond either end."""
    return tokens[at].text.lower() if 0 <= at < len(tokens) else ""


def word(tokens: Sequence[Token], at: int) -> str:
    """Like `low`, but empty for anything that is not a plain word."""
    if 0 <= at < len(tokens) and tokens[at].kind is TokenKind.WORD:
        return tokens[at].text.lower()
    return ""


def phrase_width(tokens: Sequence[Token], at: int, known: Phrases) -> int:
    """How many tokens the longest known phrase starting here takes; 0 when there is none."""
    for phrase in known.get(word(tokens, at), ()):
        if all(word(tokens, at + step) == said for step, said in enumerate(phrase)):
            return len(phrase)
    return 0


def is_kind(tokens: Sequence[Token], at: int, *kinds: TokenKind) -> bool:
    """Whether there is a token of one of these kinds at this place."""
    return 0 <= at < len(tokens) and tokens[at].kind in kinds


def capital(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word with a capital letter stands there: a noun or a name, or it opens."""
    return is_kind(tokens, at, TokenKind.WORD) and tokens[at].text[:1].isupper()


def same_segment(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether ``tokens[start:end]`` exists and lies in one segment, so that it may be one token."""
    if not 0 <= start < end <= len(tokens):
        return False
    return tokens[start].span.segment == tokens[end - 1].span.segment


def cover(tokens: Sequence[Token]) -> Span:
    """The span from the first to the last token (one segment, at least one token)."""
    first, last = tokens[0].span, tokens[-1].span
    return Span(first.segment, first.start, max(last.end, first.end))


def spans_by_segment(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """One covering span per run of tokens of the same segment."""
    spans: list[Span] = []
    for token in tokens:
        span = token.span
        if spans and spans[-1].segment == span.segment:
            spans[-1] = replace(spans[-1], end=max(spans[-1].end, span.end))
        else:
            spans.append(span)
    return tuple(spans)


def ends_sentence(token: Token) -> bool:
    """Whether a sentence ends with this token."""
    if token.kind is TokenKind.BREAK:
        return True
    return token.kind is TokenKind.PUNCT and token.text in SENTENCE_END


def ends_clause(token: Token) -> bool:
    """Whether this token parts what is before it from what follows."""
    if token.kind is TokenKind.BREAK:
        return True
    return token.kind is TokenKind.PUNCT and token.text in CLAUSE_END


def clause_bounds(tokens: Sequence[Token], at: int, reach: int = 40) -> tuple[int, int]:
    """Half-open range of the clause around ``at``, looking at most ``reach`` tokens each way."""
    start = at
    while start > 0 and at - start < reach and not ends_clause(tokens[start - 1]):
        start -= 1
    end = at + 1
    while end < len(tokens) and end - at < reach and not ends_clause(tokens[end]):
        end += 1
    return start, end


def unmarked(tokens: Sequence[Token], at: int) -> bool:
    """Whether nobody set marks around here, so that a piece cannot be told by them."""
    around = tokens[max(0, at - UNMARKED) : at + UNMARKED]
    return len(around) >= UNMARKED and not any(ends_clause(token) for token in around)


def quoted(tokens: Sequence[Token]) -> list[bool]:
    """For each token whether it stands between quotation marks (the marks themselves do not)."""
    inside = False
    result: list[bool] = []
    for token in tokens:
        if token.kind is TokenKind.QUOTE_OPEN:
            inside = True
            result.append(False)
            continue
        if token.kind is TokenKind.QUOTE_CLOSE:
            inside = False
        result.append(inside)
    return result
