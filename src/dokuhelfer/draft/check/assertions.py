"""Yes or no to each predicate: the words a statement asserts against the same ones dictated.

`check_negation` and `check_polarity` ask what a denial is about. This one looks at every verb,
participle and adjective of a statement and at the very word in the dictation, and compares the
two signs. It speaks where all of the dictation's own agree (domain.md §3 R02).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.denials import target_of
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.terms import Keys, Term, base_stems, meet, stems
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import WITHOUT
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.normalise.model import Token


class Sign(Enum):
    """How a word is asserted."""

    YES = auto()
    NO = auto()
    OPEN = auto()
    """Denied in part, asked for, supposed or taken up by a no beside it."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One word with its sign.

    Attributes:
        clause: position of its clause in the text.
        chunk: the part of the clause it stands in.
        word: the negation of a denied one.
        opens: it begins its text, so that its capital letter says nothing of it.
    """

    clause: int
    chunk: Chunk
    term: Term
    sign: Sign
    word: str = ""
    opens: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the text: clause and token."""
        return self.clause, self.term.index


@dataclass(frozen=True, slots=True)
class Assertions:
    """All words of a text with their signs, by what they are matched by without synonyms."""

    by_stem: Mapping[str, tuple[Assertion, ...]]

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> Assertions:
        """The assertions of a text."""
        found: defaultdict[str, list[Assertion]] = defaultdict(list)
        for assertion in assertions(pieces):
            for stem in stems_of(assertion.term):
                found[stem].append(assertion)
        return cls({stem: tuple(own) for stem, own in found.items()})

    def same(self, term: Term) -> tuple[Assertion, ...]:
        """Where the very word stands, in order."""
        own = {one.place: one for stem in stems_of(term) for one in self.by_stem.get(stem, ())}
        return tuple(own[place] for place in sorted(own))


def stems_of(term: Term) -> Keys:
    """What a word is matched by without its synonyms; nouns and others apart.

    A separated particle counts („ruf … an“), what several words say together does not.
    """
    if term.noun:
        return frozenset({term.stem})
    own = tuple(stems(term.word))
    very = frozenset(key for key in term.keys if not key.startswith("=") and key.endswith(own))
    return very - base_stems(term.word)


def assertions(pieces: Sequence[Piece]) -> Iterator[Assertion]:
    """Every word with content of a text and its sign."""
    parts = [(number, chunk) for number, piece in enumerate(pieces) for chunk in piece.chunks]
    for at, (number, chunk) in enumerate(parts):
        piece = pieces[number]
        behind = [other for place, other in parts[at + 1 : at + 3] if place <= number + 1]
        before = [other for place, other in parts[max(0, at - 1) : at] if place >= number - 1]
        doubt = _supposed(chunk, piece) or _shaded(chunk, before, behind)
        targets = {
            target: word
            for word, place, terms in chunk.denials
            if (target := target_of(word, place, terms)) is not None
            and not _beyond(target, place, chunk)
        }
        tokens = piece.clause.tokens
        for term in chunk.terms:
            opens = term.index == 0 and tokens[0].text[:1].isupper()
            if term in targets and not doubt:
                yield Assertion(number, chunk, term, Sign.NO, targets[term], opens)
            else:
                touched = _touched(term, chunk) and not _apart(term, chunk, tokens)
                sign = Sign.OPEN if doubt or touched else Sign.YES
                yield Assertion(number, chunk, term, sign, opens=opens)


def _touched(term: Term, chunk: Chunk) -> bool:
    """Whether a no of the same part may be about a word as well."""
    if not chunk.negative:
        return False
    if not chunk.denials:
        return term.word not in lexicon().lexical_negations
    without = all(word == WITHOUT for word, _, _ in chunk.denials)
    if chunk.lexical or (len(chunk.terms) <= _SHORT and not without):
        return True
    return any(term in terms for _, _, terms in chunk.denials)


def _apart(term: Term, chunk: Chunk, tokens: Sequence[Token]) -> bool:
    """„gekommen und hat sich nicht gemeldet“: an „und“ with a verb behind it parts the two."""
    for at in range(chunk.start + 1, chunk.end):
        if tokens[at].text.lower() not in _AND:
            continue
        follows = {token.text.lower() for token in tokens[at + 1 : at + 4]}
        sides = {place < at for _, place, _ in chunk.denials}
        if chunk.denials and sides == {term.index > at} and follows & FINITE:
            return True
    return False


_AND = words("und aber sondern")
_SHORT = 6
"""Terms up to which a part of a clause is denied as a whole."""


def _beyond(target: Term, place: int, chunk: Chunk) -> bool:
    """Whether another verb stands nearer to a no: „konnte sie nicht sagen da müsste er …“."""
    low, high = sorted((place, target.index))
    return any(low < term.index < high and not term.noun for term in chunk.terms)


def _supposed(chunk: Chunk, piece: Piece) -> bool:
    """„ob er trinkt“, „wenn sie fiebert“, „statt zu duschen“: nothing is asserted."""
    tokens = piece.clause.tokens
    asked = bool(tokens) and tokens[-1].text == "?"
    return asked or bool(_SUPPOSING.intersection(chunk.words))


_SUPPOSING = words(
    """
    ob wenn falls sofern solange sobald statt anstatt bevor ehe bis kaum fast beinahe weder
    erst nur bloss lediglich wenig weniger selten sonst ausser
    """
)


def _shaded(chunk: Chunk, before: Sequence[Chunk], behind: Sequence[Chunk]) -> bool:
    """A no beside it that has nothing of its own to deny: „eingecremt? hab ich nicht“."""
    if any(points_back(other) for other in behind):
        return True
    return any(_points_on(other) for other in before) and not chunk.negative


def points_back(chunk: Chunk) -> bool:
    """„hat sie aber noch nicht“, „war nicht nötig“: nothing but what was said before it."""
    if not chunk.negative or any(term.noun for term in chunk.terms):
        return False
    lists = lexicon()
    return all(t.word in lists.anaphoric | lists.constructed for t in chunk.terms)


def _points_on(chunk: Chunk) -> bool:
    """„sie weiß nicht, …“, „keine Ahnung, …“, „hat abgelehnt, …“."""
    if not chunk.negative or any(term.noun for term in chunk.terms):
        return chunk.lexical
    return bool(_LEADING.intersection(chunk.words))


_LEADING = words(
    """
    weiss wusste wissen ahnung sagt sagte sagen gesagt meint will wollte wollten mochte kann konnte
    glaubt glaube klar sicher bekannt erinnert erinnern gefragt fragt
    """
)
"""Verbs behind whose no another clause says what it is about; folded."""


def shared(one: Chunk, other: Chunk, but: Term) -> int:
    """How many of the words of a part stand in another one, ``but`` aside."""
    return sum(meet(term.keys, other.keys) for term in one.terms if term is not but)
