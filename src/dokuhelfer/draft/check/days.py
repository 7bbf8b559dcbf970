"""Days named from today: „gestern“, „heute“, „morgen“ against those that were said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.quantities import QuantityKind
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.model import Finding, Kind


def relative_dates(pieces: Iterable[Piece], source: Source) -> frozenset[date]:
    """The calendar days that „gestern“, „übermorgen“ … mean, by the day of dictation."""
    recorded = source.context.recorded
    if recorded is None:
        return frozenset()
    days = lexicon().day_words
    return frozenset(
        recorded.date() + timedelta(days[word]) for piece in pieces for word in day_words(piece)
    )


def check_days(checked: Checked, source: Source) -> Iterator[Finding]:
    """„heute“, „gestern“, „morgen“ must be the day that was said of it."""
    near = tuple(source.at(checked.near))
    around = {word for piece in near for word in day_words(piece)}
    own = source.at(source.around(checked.found, 0))
    said = {word for piece in own for word in day_words(piece)}
    written = {word for piece in checked.pieces for word in day_words(piece)}
    for word in sorted(written - said):
        if _dated(word, near, source):
            continue
        other = min(said - written, default=None)
        if other is None and word not in around:
            other = min(around - written, default=None)
        if other is not None:
            yield checked.item.finding(Kind.DATE, Sentence.DIFFERS, said=other, written=word)
        elif word not in around | _COMMON:
            yield checked.item.finding(Kind.DATE, Sentence.ADDED, written=word)


_COMMON = frozenset({"heute"})
"""The day of the dictation goes without saying."""


def day_words(piece: Piece) -> Iterator[str]:
    """The words of a clause that name a day from today."""
    known = lexicon().day_words
    for fact in piece.of_kind(FactKind.RELATIVE_DAY):
        first = fold(fact.text.split()[0])
        if first in known:
            yield first


def _dated(word: str, near: Sequence[Piece], source: Source) -> bool:
    recorded = source.context.recorded
    if recorded is None:
        return False
    day = recorded.date() + timedelta(lexicon().day_words[word])
    return any(
        quantity.day is not None
        and (quantity.day.day, quantity.day.month) == (day.day, day.month)
        or quantity.kind is QuantityKind.WEEKDAY
        and quantity.value == day.weekday()
        for piece in near
        for quantity in piece.quantities
    )
