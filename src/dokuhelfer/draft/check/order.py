"""Before and after: „vor dem Frühstück“ is not „nach dem Frühstück“, „bis März“ not „ab März“.

A word of order is compared with one that the dictation uses of the very same event or time; of
which of two things it is told does not matter then (domain.md §3 R09).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.denials import heavy, keys_of
from dokuhelfer.draft.check.lexicon import fold
from dokuhelfer.draft.check.pieces import Piece, quantity_features
from dokuhelfer.draft.check.quantities import QuantityKind
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.terms import Keys, Term, meet
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.model import Finding, Kind


class Order(Enum):
    """On which side of an event or a time something lies."""

    BEFORE = auto()
    UNTIL = auto()
    AFTER = auto()
    SINCE = auto()


_WORDS = {
    **dict.fromkeys(words("vor vorm bevor ehe"), Order.BEFORE),
    "bis": Order.UNTIL,
    **dict.fromkeys(words("nach nachdem"), Order.AFTER),
    **dict.fromkeys(words("seit ab"), Order.SINCE),
}
_APART = frozenset(
    frozenset(pair)
    for pair in (
        (Order.BEFORE, Order.AFTER),
        (Order.BEFORE, Order.SINCE),
        (Order.UNTIL, Order.SINCE),
    )
)
"""Which two cannot be said of the same: „bis zur Visite“ and „nach der Visite“ can."""
_JOINING = words("bevor ehe nachdem")
"""These open a clause of their own, whose words all tell the event."""
_REACH = 4
"""Words behind „vor“ among which the event stands („vor ihrem heutigen Termin“)."""
_MOMENTS = frozenset(
    {QuantityKind.TIME, QuantityKind.DATE, QuantityKind.WEEKDAY, QuantityKind.MONTH}
)
"""„vor drei Tagen begonnen“ and „seit drei Tagen“ are one: only moments are compared."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A word of order in a clause.

    Attributes:
        text: the word and what follows up to the event, for the person who reads.
        event: what it is told of, ``moment`` where that is a time.
    """

    order: Order
    text: str
    event: Keys
    moment: frozenset[str]

    def of_the_same(self, other: _Place) -> bool:
        """Whether both are told of one event or time."""
        if self.moment or other.moment:
            return bool(self.moment & other.moment)
        return bool(self.event & other.event)


def check_order(checked: Checked, source: Source) -> Iterator[Finding]:
    """At most one event or time of which the dictation has the other side only."""
    said: list[_Place] | None = None
    for piece, _ in checked.pairs():
        for written in _places(piece):
            if said is None:
                said = [place for near in source.at(checked.near) for place in _places(near)]
            same = [place for place in said if place.of_the_same(written)]
            apart = [p for p in same if frozenset({p.order, written.order}) in _APART]
            if apart and len(apart) == len(same):
                yield checked.item.finding(
                    Kind.TIME, Sentence.DIFFERS, said=apart[0].text, written=written.text
                )
                return
    turned = _turned(checked, source)
    if turned:
        yield checked.item.finding(Kind.TIME, Sentence.DIFFERS, said=turned[1], written=turned[0])


def _places(piece: Piece) -> Iterator[_Place]:
    tokens = piece.clause.tokens
    for chunk in piece.chunks:
        for at in range(chunk.start, chunk.end):
            word = fold(tokens[at].text)
            order = _WORDS.get(word)
            if order is None:
                continue
            moment = _moment(piece, at + 1)
            event = () if moment else _event(chunk, at, [fold(t.text) for t in tokens])
            if moment or event:
                last = max(t.index for t in event) if event else at + 1
                text = " ".join(token.text for token in tokens[at : last + 1])
                yield _Place(order, text, keys_of(event), moment)


def _moment(piece: Piece, index: int) -> frozenset[str]:
    """The time or day right behind a word of order."""
    return frozenset(
        feature
        for quantity in piece.quantities
        if quantity.index == index and quantity.kind in _MOMENTS
        for feature in quantity_features(quantity)
    )


def _event(chunk: Chunk, at: int, low: Sequence[str]) -> tuple[Term, ...]:
    """What a word of order is told of: the noun behind it, or the clause it opens."""
    behind = [term for term in chunk.terms if term.index > at and not term.name]
    if low[at] in _JOINING:
        return heavy(behind)
    found = next((t for t in behind if t.noun and t.index <= at + _REACH), None)
    if found is None or found.weight < 1.0:
        return ()
    between = low[at + 1 : found.index]
    return (found,) if all(word.endswith(_DECLINED) for word in between) else ()


_DECLINED = ("e", "en", "em", "er", "es", "as", "m", "zur")
"""Ends of what may stand before a noun; „bis jetzt kein Urin“ is not of the urine."""


def _turned(checked: Checked, source: Source) -> tuple[str, str] | None:
    """„unterschreiben, bevor er fragt“ where „fragen, bevor er unterschreibt“ was said."""
    for piece, place in checked.pairs():
        written = _joined(piece)
        for best in source.at(place.clauses) if written else ():
            said = _joined(best)
            if not written or not said or (written[0] is not said[0]):
                continue
            _, text, event, main = written
            _, other, their_event, their_main = said
            crossed = meet(event, their_main) and meet(main, their_event)
            if crossed and not meet(event, their_event):
                return text, other
    return None


def _joined(piece: Piece) -> tuple[Order, str, Keys, Keys] | None:
    """A clause with „bevor“: side, words, keys of its event and of the rest."""
    for chunk in piece.chunks:
        for at in range(chunk.start, chunk.end):
            word = fold(piece.clause.tokens[at].text)
            if word in _JOINING:
                event = [t for t in chunk.terms if t.index > at]
                rest = [t for t in piece.terms if t not in event and not t.name]
                text = " ".join(t.text for t in piece.clause.tokens[at : chunk.end])
                return _WORDS[word], text, keys_of(event), keys_of(rest)
    return None
