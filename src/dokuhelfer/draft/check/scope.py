"""What a negation covers inside of a clause, term by term (domain.md §3 R02).

Dictations run on: „Gewicht haben wir noch nicht gemacht das ist für morgen geplant“. Only
the words near the negation are denied; the rest of the clause stays affirmed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from dokuhelfer.draft.check.terms import Term
from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_ARTICLES, WITHOUT
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.model import Fact
from dokuhelfer.draft.normalise.model import Token, TokenKind

_SHORT = 6
"""Terms up to which a part between two commas is denied as a whole."""
_AFTER = 4
_BEFORE = 3
_WITHOUT = 2
"""Terms that „ohne“ reaches."""


def denied(
    fact: Fact, tokens: Sequence[Token], inside: Sequence[Term], start: int
) -> tuple[Term, ...]:
    """The terms of a part that ``fact``, a negation in it or before it, says no about."""
    at = fact.tokens[0]
    inside = [term for term in inside if not _named_as_source(term.index, tokens)]
    if at < start:
        return tuple(inside)
    after = [term for term in inside if term.index > at]
    before = [term for term in inside if term.index < at]
    if fact.text == WITHOUT and at + 1 < len(tokens) and tokens[at + 1].text.lower() in _THAT:
        verb = next((term for term in after if not term.noun), None)
        return tuple(after[-1:]) if verb is None else (verb,)
    if fact.text == WITHOUT:
        noun = next((n for n, term in enumerate(after) if term.noun), _WITHOUT)
        return tuple(after[: min(noun + 1, _WITHOUT)])
    if fact.text in NEGATIVE_ARTICLES:
        return _of_article(after, before, tokens, at)
    if at and tokens[at - 1].text.lower() in _JOINING:
        before = []  # „drin gelassen und nicht nachgegeben“
    before = list(_behind_and(before, tokens, start, at))
    after = _before_and(after, tokens, at)
    if len(inside) <= _SHORT:
        return (*before, *after)
    return (*before[-_BEFORE:], *_until_next_verb(after, tokens, at)[:_AFTER])


def _behind_and(
    before: Sequence[Term], tokens: Sequence[Token], start: int, at: int
) -> Sequence[Term]:
    """„weil das Wohngeld ausläuft und sie nicht weiß, …“: what is joined begins anew."""
    low = [token.text.lower() for token in tokens[start:at]]
    joints = [
        start + n for n, (one, other) in enumerate(pairwise(low)) if one == "und" and other in _WHO
    ]
    return [term for term in before if term.index > joints[-1]] if joints else before


_WHO = frozenset({"er", "sie", "es", "ich", "wir", "man"})
_JOINING = frozenset({"und", "sondern"})
_THAT = frozenset({"dass", "daß", "das"})
"""„ohne dass er vom Anruf erfährt“ denies the verb."""


def _named_as_source(index: int, tokens: Sequence[Token]) -> bool:
    """„laut Mutter nichts gefunden“: whose word it is, is not denied."""
    return any(token.text.lower() in _SOURCES for token in tokens[max(0, index - 2) : index])


_SOURCES = frozenset({"laut", "lt", "lt."})


def _of_article(
    after: Sequence[Term], before: Sequence[Term], tokens: Sequence[Token], at: int
) -> tuple[Term, ...]:
    """„keine Rötung“, but „Fieber hat sie keins“ and „gesehen hat es keiner“."""
    if not any(term.index == at + 1 for term in after):
        return tuple(before[-_BEFORE:] or after[:_AFTER])
    reach = _until_next_verb(after, tokens, at)[:_AFTER]
    first = next((term.index for term in reach if term.noun), None)
    if first is not None:
        return tuple(term for term in reach if term.noun or term.index < first)
    return (*before[-_BEFORE:], *reach)


def _before_and(after: Sequence[Term], tokens: Sequence[Token], at: int) -> list[Term]:
    """„nicht bewegt und schaut kürzer aus“: behind „und“ or „weil“ something else is said."""
    for index in range(at + 1, len(tokens)):
        word = tokens[index].text.lower()
        if word in _REASONS:
            return [term for term in after if term.index < index]
        if word != "und":
            continue
        if index == at + 1:
            return []  # „hat sie noch nicht und im Plan …“: nothing behind is denied
        inner = [term for term in after if term.index < index]
        if inner and not inner[-1].noun:
            return inner
    return list(after)


_REASONS = frozenset({"weil", "weils", "obwohl", "damit", "sobald", "solange", "falls"})


def _until_next_verb(after: Sequence[Term], tokens: Sequence[Token], at: int) -> list[Term]:
    """Terms up to the finite verb of what follows; the first word may be one itself."""
    verbs = [
        index
        for index in range(at + 2, len(tokens))
        if tokens[index].kind is TokenKind.WORD and tokens[index].text in FINITE
    ]
    end = verbs[0] if verbs else len(tokens)
    return list(takewhile(lambda term: term.index <= end, after))
