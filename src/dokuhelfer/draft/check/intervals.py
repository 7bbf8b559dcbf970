"""How often something happens: „dreimal die Woche“ is not „3x täglich“.

„alle zwei Stunden“, „2-stündlich“ and „12x am Tag“ are the same rate; the number of times is no
fact without its period (domain.md §3 R03).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.quantities import Quantity
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.model import Finding, Kind

_HOURS = {"stund": 1, "std": 1, "tag": 24, "tagl": 24, "tgl": 24, "woch": 168, "monat": 720}
"""Length of a period in hours, by the stem of its word; a month has 30 days."""
_PERIOD = r"(?P<period>stund|std|tagl|tgl|tag|woch|monat)(?:e|en|es|(?:ent)?lich\w*|ich\w*)?\b"
_COUNT = r"(?P<count>\d+|[a-z]+?)"
_TIMES = re.compile(
    rf"\b{_COUNT} ?(?:mal|x|×) (?:(?:die|pro|in der|am|je|im|jede|jeden|per) |/ ?)?{_PERIOD}"
)
_EVERY = re.compile(rf"\b(?:alle|aller) {_COUNT} {_PERIOD}")
_EVERY_NTH = re.compile(rf"\b{_COUNT}-?(?P<period>stund|tag|woch|monat)(?:ent)?lich\w*\b")
_SINGLE = re.compile(r"\b(?P<period>stund|tagl|tgl|woch|monat)(?:(?:ent)?lich\w*|ich\w*|\b)")


_PER = re.compile(rf"(?:€|euro|eur|ml|mg|tropfen|stunden|std) ?(?:/|pro |je ) ?{_PERIOD}")
"""A period that an amount was given: „380 €/Woche“, „20 ml pro Stunde“."""


def check_intervals(checked: Checked, source: Source) -> Iterator[Finding]:
    """A rate that the dictation gives otherwise, where it gives any of the same step, and an
    amount for a period of which it says nothing at all."""
    if (added := _period_added(checked, source)) is not None:
        yield checked.item.finding(Kind.UNIT, Sentence.ADDED, written=added)
        return
    written = dict(rates(checked.pieces))
    if not written:
        return
    said = dict(rates(source.at(checked.found))) or dict(rates(source.at(checked.near)))
    if not said:
        return
    for rate, text in written.items():
        if rate not in said:
            other = next(iter(said.values()))
            yield checked.item.finding(Kind.UNIT, Sentence.DIFFERS, said=other, written=text)
            return


def per_period(quantity: Quantity, earlier: Sequence[Quantity]) -> bool:
    """„500 ml, mit hundert in der Stunde“ is 100 ml/h."""
    unit, _, period = (quantity.unit or "").partition("/")
    return bool(period) and any(other.unit == unit for other in earlier)


def _period_added(checked: Checked, source: Source) -> str | None:
    """The words of an amount for a period, where no clause names that period."""
    for piece in checked.pieces:
        for match in _PER.finditer(fold(piece.clause.text)):
            length = _HOURS[match["period"]]
            names = [name for name, hours in _HOURS.items() if hours == length]
            said = (fold(other.clause.text) for other in source.pieces)
            if not any(name in text for text in said for name in names):
                return match[0]
    return None


def rates(pieces: Iterable[Piece]) -> Iterator[tuple[Fraction, str]]:
    """Times per hour and the words for it, for each interval of a text."""
    for piece in pieces:
        text = fold(piece.clause.text)
        for pattern, per_count in ((_TIMES, True), (_EVERY, False), (_EVERY_NTH, False)):
            for match in pattern.finditer(text):
                count = _count(match["count"])
                if count:
                    hours = _HOURS[match["period"]]
                    rate = count / hours if per_count else 1 / (count * hours)
                    yield rate, match[0]
            text = pattern.sub(" ", text)
        for match in _SINGLE.finditer(text):
            yield Fraction(1, _HOURS[match["period"]]), match[0]


_PARTS = {"ein": Fraction(1), "halb": Fraction(1, 2), "viertel": Fraction(1, 4)}
"""„einmal“, „halbstündlich“, „viertelstündlich“: no numbers elsewhere."""


def _count(word: str) -> Fraction | None:
    if word.isdecimal():
        return Fraction(int(word)) or None
    number = lexicon().number_words.get(word)
    return Fraction(number) if number else _PARTS.get(word)
