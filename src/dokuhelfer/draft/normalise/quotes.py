"""Quotation marks: which way each turns, what opens and closes a quotation without a mark (R06).

An end nobody named is set at the end of the sentence; review shows it (domain.md §4 "Zitate").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.model import Number, Token, TokenKind
from dokuhelfer.draft.normalise.runs import (
    Hit,
    cover,
    ends_sentence,
    is_kind,
    low,
    quoted,
    rewrite,
    same_segment,
    word,
)
from dokuhelfer.draft.normalise.tables import punctuation as table

_OPENING, _CLOSING = frozenset("„»‟"), frozenset("”")
VERB_REACH = 4
FIRST_PERSON_REACH = 4
LONGEST_SENTENCE = 60
"""A quotation without a named end is looked for within so many tokens."""


def spoken_quotes(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """„ich zitiere …“, „Zitat …“ → an opening mark; every mark turned the right way and closed."""
    opened = rewrite(tokens, _match_opener)
    return _open_direct_speech(_balance(opened))


def _match_opener(tokens: Sequence[Token], at: int) -> Hit | None:
    width = 2 if (word(tokens, at), word(tokens, at + 1)) == ("ich", "zitiere") else 0
    determined = word(tokens, at - 1) in table.NEUTER | table.FEMININE | {"folgendes"}
    if not width and word(tokens, at) == "zitat" and not determined:
        width = 1
    if not width:
        return None
    while low(tokens, at + width) in (":", ","):
        width += 1
    if is_kind(tokens, at + width, TokenKind.QUOTE_OPEN):
        return None
    if not same_segment(tokens, at, at + width):
        return None
    return Hit(width, (Token("„", TokenKind.QUOTE_OPEN, cover(tokens[at : at + width])),))


def _balance(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Opening and closing marks in turn; an open quotation ends with its sentence."""
    result: list[Token] = []
    opened_at: int | None = None
    for token in tokens:
        if token.kind not in (TokenKind.QUOTE_OPEN, TokenKind.QUOTE_CLOSE):
            result.append(token)
            continue
        if opened_at is None and _only_closes(result, token):
            opened_at = _open_late(result)
        opens = _opens(token, opened_at is not None)
        if opens and opened_at is not None:
            _close_sentence(result, opened_at)
        result.append(_mark(token.span, opens=opens))
        opened_at = len(result) - 1 if opens else None
    if opened_at is not None:
        _close_sentence(result, opened_at)
    return tuple(result)


def _opens(token: Token, inside: bool) -> bool:
    """“ closes in German and opens in English: it and the straight mark go by what is open."""
    if not inside:
        return True
    return token.kind is TokenKind.QUOTE_OPEN and token.text in _OPENING and token.text != "»"


def _only_closes(before: Sequence[Token], token: Token) -> bool:
    """Whether a mark can only end a quotation that nobody opened.

    „Zitat Ende“ was said in words: its place in the original is longer than a mark.
    """
    if token.kind is not TokenKind.QUOTE_CLOSE or not before:
        return False
    return token.span.end - token.span.start > 1


def _open_late(result: list[Token]) -> int:
    """Put an opening mark of no width behind the verb of saying, or where the sentence begins."""
    at = len(result)
    while at > 0 and not ends_sentence(result[at - 1]) and len(result) - at < LONGEST_SENTENCE:
        if result[at - 1].kind is TokenKind.BREAK or word(result, at - 1) in table.SPEECH_VERBS:
            break
        at -= 1
    while at < len(result) and result[at].kind is TokenKind.PUNCT:
        at += 1
    if at < len(result):
        place, where = result[at].span, result[at].span.start
    else:  # nothing but punctuation was said: the quotation is empty
        place, where = result[-1].span, result[-1].span.end
    result.insert(at, _mark(Span(place.segment, where, where), opens=True))
    return at


def _mark(span: Span, *, opens: bool) -> Token:
    if opens:
        return Token("„", TokenKind.QUOTE_OPEN, span)
    return Token("“", TokenKind.QUOTE_CLOSE, span, glue=True)


def _close_sentence(result: list[Token], opened_at: int) -> None:
    """Put a closing mark of no width behind the sentence that starts at the opening mark."""
    end = _sentence_end(result, opened_at + 1)
    last = result[end - 1].span
    result.insert(end, _mark(Span(last.segment, last.end, last.end), opens=False))


def _sentence_end(tokens: Sequence[Token], start: int) -> int:
    end = start
    while end < len(tokens) and end - start < LONGEST_SENTENCE:
        if tokens[end].kind is TokenKind.BREAK:
            return end
        end += 1
        if ends_sentence(tokens[end - 1]):
            return end
    return end


def _open_direct_speech(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """„Er sagt: Ich mach die Briefe nicht mehr auf.“ is direct speech; marks of no width."""
    inside = quoted(tokens)
    result: list[Token] = []
    close_at = -1
    for at, token in enumerate(tokens):
        if at == close_at:
            end = result[-1].span
            result.append(_mark(Span(end.segment, end.end, end.end), opens=False))
        result.append(token)
        if at >= close_at and not inside[at] and _starts_direct_speech(tokens, at):
            close_at = _sentence_end(tokens, at + 1)
            start = tokens[at + 1].span
            result.append(_mark(Span(start.segment, start.start, start.start), opens=True))
    if close_at == len(tokens):
        end = result[-1].span
        result.append(_mark(Span(end.segment, end.end, end.end), opens=False))
    return tuple(result)


def _starts_direct_speech(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].text != ":" or not is_kind(tokens, at + 1, TokenKind.WORD):
        return False
    end = _sentence_end(tokens, at + 1)
    if any(
        tokens[place].kind is TokenKind.QUOTE_OPEN for place in range(at, min(end, len(tokens)))
    ):
        return False
    verb = any(word(tokens, at - step) in table.SPEECH_VERBS for step in range(1, VERB_REACH + 1))
    first = range(at + 1, min(at + 1 + FIRST_PERSON_REACH, end))
    return verb and any(word(tokens, place) in table.FIRST_PERSON for place in first)


def verbatim(tokens: Sequence[Token], texts: Mapping[int, str]) -> tuple[Token, ...]:
    """Inside quotation marks words stand as spoken; their values stay for the check (R06)."""
    inside = quoted(tokens)
    return tuple(
        _as_spoken(token, texts[token.span.segment]) if inside[at] else token
        for at, token in enumerate(tokens)
        if not (inside[at] and _is_implied(token))
    )


def _is_implied(token: Token) -> bool:
    """„Uhr“ of a merged clock phrase: verbatim, the phrase has it already."""
    return token.kind is TokenKind.UNIT and token.span.start == token.span.end


def _as_spoken(token: Token, text: str) -> Token:
    if token.kind in (TokenKind.PUNCT, TokenKind.BREAK) or token.span.start == token.span.end:
        return token
    if isinstance(token.value, Number) and not token.value.spoken:
        return token
    return replace(token, text=text[token.span.start : token.span.end])
