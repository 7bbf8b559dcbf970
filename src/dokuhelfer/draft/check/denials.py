"""What a text says no about, negation by negation, and which no of the draft is which.

„Die Mailbox hab ich nicht besprochen“ is one denial; „hab ich aber nicht“ points back to the
clause before it, „gesagt habe ich nicht, wo sie wohnt“ on to the one behind it. A denial of the
dictation that no statement takes up has been lost wherever its words are affirmed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.evidence import Evidence
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.noes import noes
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.terms import Keys, Term, meet
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_ARTICLES, WITHOUT


@dataclass(frozen=True, slots=True)
class Denial:
    """One thing a text says no about.

    Attributes:
        number: among the denials of the text.
        positions: of the clauses it lies in, its own first.
        word: the negation, or the word that says no by itself.
        terms: what it says no about; ``keys`` what they are matched by.
        target: the one that is turned round, see `target_of`; None where it points elsewhere.
        words: all of the part of a clause it stands in, folded.
    """

    number: int
    positions: tuple[int, ...]
    word: str
    terms: tuple[Term, ...]
    keys: Keys
    target: Term | None
    words: frozenset[str]

    @property
    def sought(self) -> Keys:
        """What a part must hold to be about it: its target; where that has no content, the rest.

        „Eine Auflage gibt es nicht“ is about the „Auflage“.
        """
        target = self.target
        if target is None or target.word in lexicon().anaphoric:
            return self.keys
        return target.keys if target.weight >= 1.0 else keys_of(heavy(self.terms)) or self.keys


def keys_of(terms: Iterable[Term]) -> Keys:
    """What terms are matched by."""
    return frozenset(key for term in terms for key in term.keys)


def heavy(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms of full weight."""
    return tuple(term for term in terms if term.weight >= 1.0)


@dataclass(frozen=True, slots=True)
class Denials:
    """The denials of a text by the clauses they lie in."""

    all: tuple[Denial, ...]
    at: Mapping[int, tuple[Denial, ...]]

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> Denials:
        """All denials of a text."""
        found: list[Denial] = []
        for position, piece in enumerate(pieces):
            for chunk in piece.chunks:
                for word, at, terms in said_in(chunk):
                    reach, wide = _reach(pieces, position, chunk, word, terms)
                    target = target_of(word, at, terms) if wide == terms else None
                    own = frozenset(chunk.words)
                    found.append(Denial(len(found), reach, word, wide, keys_of(wide), target, own))
        by_place: defaultdict[int, list[Denial]] = defaultdict(list)
        for denial in found:
            for position in denial.positions:
                by_place[position].append(denial)
        return cls(tuple(found), {place: tuple(own) for place, own in by_place.items()})

    def near(self, positions: Iterable[int]) -> tuple[Denial, ...]:
        """The denials that lie in clauses, each once."""
        own = (denial for position in positions for denial in self.at.get(position, ()))
        return tuple(dict.fromkeys(own))


def said_in(chunk: Chunk) -> Iterator[tuple[str, int, tuple[Term, ...]]]:
    """Word, token and terms of each no of a part: negations, else a word like „abgelehnt“."""
    yield from chunk.denials
    if not chunk.denials:
        word = next((w for w in chunk.words if w in lexicon().lexical_negations), None)
        if word is None and chunk.lexical:
            word = chunk.words[-1]
        if word is None:
            word = next((w for w in chunk.words if _LESS.fullmatch(w)), None)
        if word is not None:
            yield word, chunk.start, chunk.terms


_LESS = re.compile(r"(?!aus|auf|ab|er)\w{3,}los(?:e[nrsm]?)?")
"""„erfolglos“ is „ohne Erfolg“."""


def target_of(word: str, at: int, terms: Sequence[Term]) -> Term | None:
    """The term a negation turns round: „keine Rötung“, „nicht eingecremt“, „bekommt er nicht“."""
    own = [term for term in terms if not _made(term)]
    after = [term for term in own if term.index > at]
    before = [term for term in own if term.index < at]
    thing = word in NEGATIVE_ARTICLES or word == WITHOUT
    rows = (before[::-1], after) if word in _SUBJECTS else (after, before[::-1])
    fit = [term for row in rows for term in row if term.noun is thing]
    if word in _SUBJECTS and fit:
        return next(iter(heavy(fit)), fit[0])
    for row in rows:
        if row:
            fitting = [term for term in row if term.noun is thing] or row
            return next(iter(heavy(fitting)), fitting[0])
    return None


_SUBJECTS = frozenset({"nichts", "nix", "keiner", "niemand"})
"""„Gesehen hat es keiner“: the verb stands before them more often than not."""


def _made(term: Term) -> bool:
    """A word that several little ones stand for, not said itself."""
    return term.word in lexicon().constructed and term.weight < 1.0


def _reach(
    pieces: Sequence[Piece], position: int, chunk: Chunk, word: str, terms: tuple[Term, ...]
) -> tuple[tuple[int, ...], tuple[Term, ...]]:
    """The clauses and terms of a denial; one without content takes them from beside it."""
    if _says(terms):
        return (position,), terms
    piece, behind = pieces[position], pieces[position + 1 : position + 2]
    if contrasts(chunk):
        return (position,), terms
    if word not in _POINTING or _PLACING.intersection(chunk.words):
        if word == WITHOUT and not terms and behind:
            return (position, position + 1), behind[0].terms[:1]
        return (position,), terms
    before = _before(piece, chunk)
    if before and not before[-1].negative and _says(before[-1].terms):
        return (position,), (*before[-1].terms, *terms)
    places, wide = [position], [*(t for other in before[-1:] for t in other.terms), *terms]
    if not _says(wide) and position and _carries(pieces[position - 1], piece):
        places.append(position - 1)
        wide += _asked(pieces[position - 1])
    if behind and _asks(behind[0]):
        places.append(position + 1)
        wide += behind[0].terms
    return tuple(places), tuple(wide)


def contrasts(chunk: Chunk) -> bool:
    """„…, nicht mir“, „…, nicht die Beratungsstelle“: whom or what it is not, of no step."""
    words_in = chunk.words[1:] if chunk.words[:1] in _JOINING else chunk.words
    if not words_in or words_in[0] not in _POINTING or not 1 < len(words_in) <= _CONTRAST:
        return False
    return words_in[1] in _OTHERS and all(term.noun for term in chunk.terms)


_JOINING = (("und",), ("aber",), ("also",))
_CONTRAST = 5
_OTHERS = words(
    """
    mir mich uns ihm ihn ihr ihnen er sie wir ich der die das den dem von vom bei beim mit zu zum
    zur für fur an am auf aus durch in im ins ein eine einen
    """
)


def _says(terms: Iterable[Term]) -> bool:
    """Whether there is a word of full weight that does not point back itself („nötig“)."""
    return any(term.word not in lexicon().anaphoric for term in heavy(terms))


_POINTING = frozenset({"nicht", "nich", "net", "ned", "nit", "nie", "niemals"})
"""These may deny what stands in another clause; „nichts“ and „keiner“ are its subject."""


_PLACING = words("bei beim mit zu zum zur in im an am auf von vom für fur aus unter")
"""„bei ihm war sie nicht“ says what it denies."""


def _carries(before: Piece, piece: Piece) -> bool:
    return before.clause.sentence == piece.clause.sentence and not before.negations


def _asked(piece: Piece) -> tuple[Term, ...]:
    """The terms of a clause, of „sie wohnt hier, wie sie heißt,“ those of its question."""
    last = piece.chunks[-1] if piece.chunks else None
    asks = last is not None and bool(last.words) and last.words[0] in _QUESTIONS
    return last.terms if last is not None and asks else piece.terms


def _before(piece: Piece, chunk: Chunk) -> list[Chunk]:
    """The parts one may point back to: of „wie er heißt, weiß sie nicht“ the last."""
    parts = [other for other in piece.chunks if other.end <= chunk.start]
    asked = parts and parts[-1].words[:1] and parts[-1].words[0] in _QUESTIONS
    return [other for other in (parts[-1:] if asked else parts) if other.terms]


def _asks(piece: Piece) -> bool:
    """„…, in welche Einrichtung sie wohnt“: what is not known or not said."""
    first = [token.text.lower() for token in piece.clause.tokens[:2]]
    return any(word in _QUESTIONS for word in first)


_QUESTIONS = words(
    """
    ob wo wer was wann warum wieso weshalb wie wohin woher wem wen wessen dass welche welcher
    welches welchen welchem wieviel womit wofür
    """
)


# --- which denial is which -----------------------------------------------------------------


def claimed(
    statements: Iterable[tuple[Sequence[Piece], Sequence[Evidence]]], said: Denials
) -> frozenset[int]:
    """The numbers of the denials of the dictation that the draft takes up.

    A denial of the draft is the one at its own evidence where that is about the same; else
    every one of the dictation it shares words with.
    """
    found: set[int] = set()
    for pieces, places in statements:
        everywhere = [position for place in places for position in place.clauses]
        for piece, place in zip(pieces, places, strict=True):
            for chunk in piece.chunks:
                for _, _, terms in said_in(chunk):
                    own = terms or chunk.terms
                    taken = _taken_up(own, place.clauses if own else everywhere, said)
                    found.update(denial.number for denial in taken)
    return frozenset(found)


def kept_by(chunks: Sequence[Chunk], places: Iterable[int], said: Denials) -> frozenset[int]:
    """The numbers of the denials at ``places`` whose very target a part with a no speaks of.

    Where another part has the very word without a no, a synonym is another thing: „Bier, keinen
    Schnaps“.
    """
    affirmed = _stems_in(keys_of(t for c in chunks if not noes(c) for t in c.terms))
    found: set[int] = set()
    nearby = said.near(places)
    for chunk in chunks if nearby else ():
        if not noes(chunk):
            continue
        own = keys_of(t for t in chunk.terms if t.word not in lexicon().constructed)
        for denial in nearby:
            very = bool(_stems_in(denial.keys) & affirmed)
            if meet(denial.sought, _stems_in(own) if very else own):
                found.add(denial.number)
    return frozenset(found)


def _stems_in(found: Keys) -> Keys:
    return frozenset(key for key in found if not key.startswith("="))


def _taken_up(terms: Sequence[Term], places: Sequence[int], said: Denials) -> Sequence[Denial]:
    own = keys_of(terms)
    here = said.near(places)
    if not own:
        return here
    there = [denial for denial in here if meet(denial.keys, own)]
    return there or [denial for denial in said.all if meet(denial.keys, own)] or here
