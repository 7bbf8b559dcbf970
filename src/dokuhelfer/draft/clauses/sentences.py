"""Sentences by their marks: full stops that end one, line breaks, quotations kept whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.normalise.model import Token, TokenKind

_SENTENCE_END = frozenset({".", "!", "?"})


def sentences(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Sentences; one may run over two segments when the first ends without a full stop."""
    current: list[Token] = []
    depth = 0
    for index, token in enumerate(tokens):
        if token.kind is TokenKind.BREAK:
            if current:
                yield current
            current, depth = [], 0
            continue
        current.append(token)
        depth = deeper(token, depth)
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        before = tokens[index - 1] if index else None
        if not depth and following is not None and _ends_sentence(before, token, following):
            yield current
            current = []
    if current:
        yield current


def deeper(token: Token, depth: int) -> int:
    """How many quotations are open behind ``token``, with ``depth`` of them before it."""
    if token.kind is TokenKind.QUOTE_OPEN:
        return depth + 1
    if token.kind is TokenKind.QUOTE_CLOSE:
        return max(0, depth - 1)
    return depth


def _ends_sentence(before: Token | None, token: Token, following: Token) -> bool:
    """Whether a sentence ends behind ``token``, outside of quotations."""
    if following.kind is TokenKind.QUOTE_CLOSE:
        return False
    if token.kind is TokenKind.QUOTE_CLOSE:
        closed = before is not None and before.text in _SENTENCE_END
        return closed and following.text[:1].isupper()
    if token.kind is not TokenKind.PUNCT or token.text not in _SENTENCE_END:
        return False
    if before is not None and _is_initial(before) and _goes_on(following):
        return False
    return following.text not in _SENTENCE_END


def _is_initial(token: Token) -> bool:
    return token.kind is TokenKind.WORD and len(token.text) == 1 and token.text.isupper()


def _goes_on(following: Token) -> bool:
    """Whether the full stop of an initial („Frau S. ruft an“) ends no sentence."""
    if following.kind is TokenKind.PUNCT or _is_initial(following):
        return True
    return following.text[:1].islower()
