"""Parts of a clause: how far a negation or a side reaches (domain.md §3 R02)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.runs import run_starts
from dokuhelfer.draft.check.scope import denied
from dokuhelfer.draft.check.terms import Term
from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.clauses.tables import SUBJECTS
from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_ARTICLES, WITHOUT
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.facts.view import plain
from dokuhelfer.draft.normalise.model import Token, TokenKind


@dataclass(frozen=True, slots=True)
class Chunk:
    """The part of a clause between two commas: the reach of a negation or a side.

    Attributes:
        negation: the word that says no about it, "" when nothing does.
        denied: those of its terms that a negation covers.
        terms: its words with content, names left out; ``keys`` what they are matched by.
        sides: "links", "rechts", "beidseits" said in it.
        denials: each of its negations by itself: word, token, the terms it covers.
    """

    start: int
    end: int
    negation: str
    denied: tuple[Term, ...]
    lexical: bool
    terms: tuple[Term, ...]
    keys: frozenset[str]
    words: tuple[str, ...]
    sides: frozenset[str]
    denials: tuple[tuple[str, int, tuple[Term, ...]], ...] = ()

    @property
    def negative(self) -> bool:
        """Whether it says no, by a negation or by a word such as „abgelehnt“."""
        return bool(self.negation) or self.lexical

    @property
    def lifted(self) -> bool:
        """„ohne Hilfe geht es nicht“: two nos that lift each other."""
        words = [word for word, *_ in self.denials]
        return len(words) == _BOTH and words.count(WITHOUT) == 1

    @property
    def core(self) -> tuple[Term, ...]:
        """What it says no about: the words its negation covers, or all for „abgelehnt“."""
        return self.terms if self.lexical else self.denied

    @property
    def affirmed(self) -> tuple[Term, ...]:
        """Its terms that no negation covers."""
        return tuple(term for term in self.terms if term not in self.denied)


_BOTH = 2
_ENDS_CHUNK = frozenset({",", ";", ":", ".", "–", "(", ")", "aber", "jedoch", "sondern"})
_MISSING = frozenset({"steht", "stehen", "stand", "fallt", "fiel", "fallen", "bleibt", "blieb"})
"""„Der Befund steht aus“, „der Termin fällt aus“ say no."""
_ANSWER = 3
"""Words of „Schmerzen nein“, a thing that was asked for and denied."""
_SHORT_SIDES = {"li": "links", "re": "rechts", "bds": "beidseits"}


def chunks_of(clause: Clause, facts: Sequence[Fact], found: Sequence[Term]) -> Iterator[Chunk]:
    """The parts of a clause in order; ``found`` are its words with content."""
    start = 0
    count = len(clause.tokens)
    for index in range(count + 1):
        if index < count and not _ends_chunk(clause.tokens, index):
            continue
        if index > start:
            ends = (start, *run_starts(clause.tokens, start, index), index)
            for begin, end in pairwise(ends):
                yield _chunk(clause, facts, found, begin, end)
        start = index + 1


def _ends_chunk(tokens: Sequence[Token], index: int) -> bool:
    """Marks, and „aber“ between two things: „er will aber vorher …“ is one."""
    word = tokens[index].text.lower()
    if word not in {"aber", "jedoch"} or not index:
        return word in _ENDS_CHUNK
    before = plain(tokens[index - 1].text)
    return before not in FINITE | SUBJECTS


def _chunk(
    clause: Clause, facts: Sequence[Fact], found: Sequence[Term], start: int, end: int
) -> Chunk:
    """One part of a clause, with its negations and sides."""
    inside = tuple(term for term in found if start <= term.index < end and not term.name)
    words = words_in(clause.tokens[start:end])
    negations = _negations_of(clause.tokens, facts, inside, words, start, end)
    denials = tuple(
        (fact.text, fact.tokens[0], denied(fact, clause.tokens[:end], inside, start))
        for fact in negations
    )
    covered = {term for *_, terms in denials for term in terms}
    sides = {fact.side for fact in facts if fact.side is not None and start <= fact.tokens[0] < end}
    sides.update(_SHORT_SIDES[word] for word in words if word in _SHORT_SIDES)
    attributive = frozenset(_attributes(clause.tokens[start:end]))
    return Chunk(
        start=start,
        end=end,
        negation=negations[0].text if negations else "",
        denied=tuple(term for term in inside if term in covered),
        lexical=any(word in lexicon().lexical_negations - attributive for word in words)
        or (words[-1:] == ("aus",) and not _MISSING.isdisjoint(words))
        or _answered_no(words, inside),
        terms=inside,
        keys=frozenset(key for term in inside for key in term.keys),
        words=words,
        sides=frozenset(sides),
        denials=denials,
    )


def _attributes(tokens: Sequence[Token]) -> Iterator[str]:
    """„in die offene Sprechstunde“: what a thing is like; „Frage offen“ says no."""
    for token, behind in pairwise(tokens):
        word = fold(token.text)
        if word.startswith("offene") and behind.text[:1].isupper():
            yield word


def _answered_no(words: Sequence[str], inside: Sequence[Term]) -> bool:
    nouns = bool(inside) and all(term.noun or term.index == 0 for term in inside)
    return words[-1:] == ("nein",) and len(words) <= _ANSWER and nouns


def _negations_of(
    tokens: Sequence[Token],
    facts: Sequence[Fact],
    inside: Sequence[Term],
    words: Sequence[str],
    start: int,
    end: int,
) -> list[Fact]:
    """„keine Rötung, Schwellung“ denies what is listed, not the next predicate."""
    turned = _turns_away(tokens, words, start, end)
    predicate = FINITE.intersection(words) or not all(term.noun for term in inside)
    listed = set() if predicate else {term.word for term in inside}
    return [
        fact
        for fact in facts
        if fact.kind is FactKind.NEGATION
        and not (start > fact.tokens[0] and _apart(tokens, start, fact))
        and (
            start <= fact.tokens[0] < end
            or (fact.tokens[0] < start and not turned and listed & set(map(fold, fact.scope)))
        )
    ]


def _turns_away(tokens: Sequence[Token], words: Sequence[str], start: int, end: int) -> bool:
    """„keine Empfehlung, nur ein Verweis“, „(Mutter: …)“: no further member of what is denied."""
    before = tokens[start - 1].text.lower() if start else ""
    if any(char.isdigit() for token in tokens[start:end] for char in token.text):
        return True  # „keine Plätze mehr, Wartezeit 6 Monate“
    heads = end < len(tokens) and tokens[end].text == ":"
    return before in _CONTRARY or heads or words[:1] in {(word,) for word in _CONTRARY}


_CONTRARY = frozenset(
    {"aber", "jedoch", "sondern", "nur", "lediglich", "bloss", "dafur", "stattdessen"}
)


def _apart(tokens: Sequence[Token], start: int, fact: Fact) -> bool:
    """„nicht erreicht (Mailbox)“: a bracket goes on listing behind „keine“ alone."""
    return tokens[start - 1].text == "(" and fact.text not in NEGATIVE_ARTICLES


def words_in(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Folded words; „versuch's“ as „versuch“."""
    return tuple(fold(plain(token.text)) for token in tokens if token.kind is TokenKind.WORD)
