"""The dictation as the check holds it: clauses, index, what was withdrawn, whose it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dokuhelfer.draft.check.assertions import Assertions
from dokuhelfer.draft.check.denials import Denials
from dokuhelfer.draft.check.evidence import Allowed, Evidence, Index
from dokuhelfer.draft.check.input import Item
from dokuhelfer.draft.check.lexicon import fold
from dokuhelfer.draft.check.owners import Owners
from dokuhelfer.draft.check.people import Cast
from dokuhelfer.draft.check.pieces import Piece, Withdrawn, pieces_of, pieces_of_text
from dokuhelfer.draft.check.quantities import Quantity
from dokuhelfer.draft.check.terms import Keys
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.model import join
from dokuhelfer.draft.prepared import Prepared
from dokuhelfer.transcript.model import Transcript

Key = TypeVar("Key", int, str)

_NOT_LETTERS = re.compile(r"[\W_]+")

_SENTENCE_REACH = 40
"""Clauses; nothing that far away in the same breath still belongs to a statement."""


@dataclass(frozen=True, slots=True)
class Source:
    """A dictation, ready to be compared with.

    Attributes:
        plain: letters and digits of the whole dictation, folded, one blank between
            words, for quotations.
        written: the same of the normalised text.
    """

    transcript: Transcript
    context: Context
    pieces: tuple[Piece, ...]
    index: Index
    withdrawn: Withdrawn
    owners: Owners
    cast: Cast
    plain: str
    written: str
    words: frozenset[str]
    verbatim: Mapping[str, tuple[int, ...]]
    """Positions of clauses by their `plain` text."""
    by_segment: Mapping[int, tuple[int, ...]]
    """Positions of clauses by their segment, in the order of speaking."""
    opening: Mapping[str, tuple[int, ...]]
    """Positions of clauses by the first words of it, also those of the clauses behind."""

    @classmethod
    def of(
        cls, transcript: Transcript, context: Context, owners: Owners, prepared: Prepared
    ) -> Source:
        """Take the dictation apart; ``prepared`` is made from it."""
        pieces, withdrawn = pieces_of(prepared)
        spoken = " ".join(segment.text for segment in transcript.segments)
        written = " ".join(piece.clause.text for piece in pieces)
        texts = [plain(piece.clause.text) for piece in pieces]
        return cls(
            transcript=transcript,
            context=context,
            pieces=pieces,
            index=Index(pieces),
            withdrawn=withdrawn,
            owners=owners.assigned(pieces),
            cast=Cast(pieces),
            plain=plain(spoken),
            written=plain(written),
            words=frozenset(word for piece in pieces for word in piece.words),
            verbatim=_positions(texts),
            by_segment=_positions(piece.clause.span.segment for piece in pieces),
            opening=_positions(map(_opening, _with_next(texts))),
        )

    def at(self, positions: Sequence[int]) -> Iterator[Piece]:
        """The clauses at these positions."""
        for position in positions:
            yield self.pieces[position]

    def sentence(self, position: int) -> tuple[int, ...]:
        """Positions of the clauses of the sentence that ``position`` belongs to, up to
        `_SENTENCE_REACH` to either side: dictation without full stops is one sentence."""
        number = self.pieces[position].clause.sentence
        first = last = position
        while (
            first > max(0, position - _SENTENCE_REACH)
            and self.pieces[first - 1].clause.sentence == number
        ):
            first -= 1
        end = min(len(self.pieces), position + _SENTENCE_REACH + 1)
        while last + 1 < end and self.pieces[last + 1].clause.sentence == number:
            last += 1
        return tuple(range(first, last + 1))

    def around(self, positions: Sequence[int], reach: int) -> tuple[int, ...]:
        """The sentences of ``positions`` and ``reach`` clauses before and after."""
        found: set[int] = set()
        for position in positions:
            whole = self.sentence(position)
            low, high = max(0, whole[0] - reach), min(len(self.pieces), whole[-1] + 1 + reach)
            found.update(range(low, high))
        return tuple(sorted(found))

    def of_spans(self, spans: Sequence[Span]) -> tuple[int, ...]:
        """Positions of the clauses that ``spans`` touch."""
        return tuple(sorted({position for span in spans for position in self._touching(span)}))

    def _touching(self, span: Span) -> Iterator[int]:
        positions = self.by_segment.get(span.segment, ())
        first = bisect_right(positions, span.start, key=lambda p: self.pieces[p].clause.span.end)
        for position in positions[first:]:
            if self.pieces[position].clause.span.start >= span.end:
                return
            yield position


def _positions(keys: Iterable[Key]) -> dict[Key, tuple[int, ...]]:
    """Where each key stands, in order."""
    found: defaultdict[Key, list[int]] = defaultdict(list)
    for position, key in enumerate(keys):
        found[key].append(position)
    return {key: tuple(positions) for key, positions in found.items()}


def _with_next(texts: Sequence[str]) -> Iterator[str]:
    """Each text with the two behind it, so that short clauses have their first words as well."""
    for position in range(len(texts)):
        yield " ".join(texts[position : position + _OPENING_WORDS])


def plain(text: str) -> str:
    """Letters and digits only, folded, padded with blanks for whole-word search."""
    return f" {_NOT_LETTERS.sub(' ', fold(text)).strip()} "


@dataclass(frozen=True, slots=True)
class Checked:
    """A statement with its evidence.

    Attributes:
        places: evidence of each of its clauses.
        near: positions of all evidence, their sentences and the clauses beside them.
    """

    item: Item
    pieces: tuple[Piece, ...]
    places: tuple[Evidence, ...]
    near: tuple[int, ...]

    @property
    def found(self) -> tuple[int, ...]:
        """Positions of all evidence, best first, each once."""
        return tuple(dict.fromkeys(p for place in self.places for p in place.clauses))

    def pairs(self) -> Iterator[tuple[Piece, Evidence]]:
        """Its clauses with their evidence, less those without any or taken over word for word."""
        for piece, place in zip(self.pieces, self.places, strict=True):
            if place.clauses and not place.verbatim:
                yield piece, place

    def quantities(self) -> tuple[Quantity, ...]:
        """All quantities of the statement."""
        return tuple(quantity for piece in self.pieces for quantity in piece.quantities)

    def facts(self, *kinds: FactKind) -> tuple[Fact, ...]:
        """All facts of these kinds."""
        return tuple(fact for piece in self.pieces for fact in piece.of_kind(*kinds))

    def has(self, words: frozenset[str]) -> bool:
        """Whether one of ``words`` stands in it."""
        return any(piece.words & words for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Beside:
    """What else stands in the draft, for turns that a paraphrase may move to it.

    Attributes:
        words: what the words of the statement's field are matched by.
        conditions: the same of all statements of the draft that hold a condition.
        denied: per statement what its negations are about.
        said: the denials of the dictation; ``claims`` those that the draft takes up,
            ``kept`` those whose very predicate it says no to.
        sourced: the clauses that other statements of the field give with their source.
    """

    words: Keys
    conditions: Keys
    denied: Sequence[tuple[Item, Keys]]
    said: Denials
    claims: frozenset[int]
    kept: frozenset[int]
    sourced: frozenset[int]
    signs: Assertions

    def denied_by(self, item: Item) -> Iterator[Keys]:
        """What the other statements of the draft say no about."""
        for other, keys in self.denied:
            if other is not item:
                yield keys


SURE = 0.5
"""Support from which a clause counts as made of its evidence."""
_WHOLE = 0.99
"""Support at which a statement's own evidence is enough."""
_REACH = 2
"""Clauses beside the evidence that count as its surroundings („Dr. Weber … die kommt“)."""


def locate(item: Item, source: Source) -> Checked:
    """Take a statement apart and find where it comes from."""
    pieces = _quoted(item.text, source) or pieces_of_text(item.text, source.context)
    allowed = allowed_for(item, source.owners)
    own = source.of_spans(item.spans)
    places = _places(pieces, source, own, allowed)
    found = tuple(dict.fromkeys((*own, *(p for place in places for p in place.clauses))))
    near = tuple(p for p in source.around(found, _REACH) if allowed is None or allowed(p))
    return Checked(item, pieces, places, near)


def _quoted(text: str, source: Source) -> tuple[Piece, ...]:
    """The clauses of the dictation that a statement repeats letter by letter, in their order.

    They are not read a second time: nothing between statement and dictation can differ.
    """
    wanted = _bare(text)
    if not wanted:
        return ()
    for position in source.opening.get(_opening(plain(text)), ()):
        said = source.pieces[position].clause.tokens
        for end in range(position + 1, position + 1 + _QUOTED_CLAUSES):
            found = _bare(join(said))
            if found == wanted:
                return source.pieces[position:end]
            if end == len(source.pieces) or not wanted.startswith(found):
                break
            said += source.pieces[end].clause.tokens
    return ()


_QUOTED_CLAUSES = 6
"""Clauses that a statement takes over at most without being read again."""
_OPENING_WORDS = 3


def _bare(text: str) -> str:
    """A statement as it would stand within a sentence: its first letter and last mark aside."""
    return text[:1].lower() + text[1:].rstrip(".,")


def _opening(text: str) -> str:
    """The first words of a `plain` text."""
    return " ".join(text.split()[:_OPENING_WORDS])


def allowed_for(item: Item, owners: Owners) -> Allowed | None:
    """Which clauses may be evidence for an item: those of its person, or all."""
    if item.entry is None or not owners.of_entry(item.entry):
        return None
    allowed = owners.of_entry(item.entry)
    return lambda position: position in allowed


def _places(
    pieces: Sequence[Piece], source: Source, own: tuple[int, ...], allowed: Allowed | None
) -> tuple[Evidence, ...]:
    found: list[Evidence] = []
    inside = frozenset(own)
    beside: int | None = None
    for piece in pieces:
        place = _verbatim(piece, source, own, allowed)
        if place is None and own:
            place = source.index.find(piece, inside.__contains__, beside)
        if place is None or place.support < _WHOLE:
            place = source.index.find(piece, allowed, beside)
        beside = place.clauses[0] if place.clauses else beside
        found.append(place)
    return tuple(found)


def _verbatim(
    piece: Piece, source: Source, own: tuple[int, ...], allowed: Allowed | None
) -> Evidence | None:
    """The clause that was taken over word for word, its own evidence first."""
    positions = [
        position
        for position in source.verbatim.get(plain(piece.clause.text), ())
        if allowed is None or allowed(position)
    ]
    if not positions:
        return None
    best = next((position for position in positions if position in own), positions[0])
    weight = sum(term.weight for term in piece.terms) + sum(q.asserted for q in piece.quantities)
    return Evidence((best,), 1.0, weight, (), verbatim=True)
