"""How much and how often: „leichter Schwindel“ is not „starker Schwindel“, „selten“ not „oft“.

A word of a level is compared with one of the same scale that the dictation says of the very same:
of the word behind it for a degree, of the part of the clause for a frequency. A paraphrase may
choose the next level („ziemlich“ – „sehr“), never one beyond it (domain.md §3 R04).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.denials import keys_of
from dokuhelfer.draft.check.lexicon import fold
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.terms import Keys, Term, meet
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.model import Finding, Kind
from dokuhelfer.draft.normalise.model import Token


class Scale(StrEnum):
    """What a word of a level tells; named as in the data."""

    DEGREE = "degree"
    FREQUENCY = "frequency"


@dataclass(frozen=True, slots=True)
class Grade:
    """A word of a level, in a part of a clause.

    Attributes:
        word: as it stands there.
        level: its place in the scale, from the lowest.
        about: what it bears on; ``beside`` the other words of its part.
        negative: whether its part says no.
    """

    scale: Scale
    word: str
    level: int
    about: tuple[Term, ...]
    beside: tuple[Term, ...]
    negative: bool


_APART = 2
"""Levels from which two words are no paraphrase of each other."""
_ENDINGS = ("", "e", "en", "er", "es", "em")
_REACH = 3
"""Words behind a degree among which stands what it is of."""


@lru_cache(maxsize=1)
def _levels() -> Mapping[Scale, Mapping[str, int]]:
    """The level of every folded form; read from the package on first use."""
    text = resources.files(__package__).joinpath("grades.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return {
        scale: {
            form: level
            for level, row in enumerate(data[scale.value])
            for word in str(row).split()
            for form in _forms(fold(word))
        }
        for scale in Scale
    }


def _forms(word: str) -> tuple[str, ...]:
    stem = word.removesuffix("~")
    return (word,) if stem == word else tuple(stem + ending for ending in _ENDINGS)


def check_grades(checked: Checked, source: Source) -> Iterator[Finding]:
    """At most one level that the dictation tells otherwise of the same."""
    for piece, place in checked.pairs():
        written = tuple(grades_of(piece))
        if not written:
            continue
        said = [grade for best in source.at(place.clauses) for grade in grades_of(best)]
        for grade in written:
            other = _otherwise(grade, said)
            if other is not None:
                yield checked.item.finding(
                    Kind.QUALIFIER, Sentence.DIFFERS, said=other.word, written=grade.word
                )
                return


def _otherwise(written: Grade, said: Sequence[Grade]) -> Grade | None:
    """What was said of the same, where all of it is far from what is written."""
    same = [
        grade
        for grade in said
        if grade.scale is written.scale
        and grade.negative is written.negative
        and _of_the_same(grade, written)
    ]
    if any(abs(grade.level - written.level) < _APART for grade in same):
        return None
    return same[0] if same else None


def _of_the_same(said: Grade, written: Grade) -> bool:
    """Whether two levels bear on one word; on „möglich“ only where more is shared."""
    keys = keys_of(written.about)
    shared = [term for term in said.about if meet(term.keys, keys)]
    if any(term.weight >= 1.0 for term in shared):
        return True
    return bool(shared) and _heavy_shared(said.beside, keys_of(written.beside))


def _heavy_shared(terms: Sequence[Term], keys: Keys) -> bool:
    return any(term.weight >= 1.0 and meet(term.keys, keys) for term in terms)


def grades_of(piece: Piece) -> Iterator[Grade]:
    """The words of a level in a clause; of two that stand together the lower one."""
    for chunk in piece.chunks:
        tokens = piece.clause.tokens[chunk.start : chunk.end]
        low = _joined([fold(token.text) for token in tokens])
        for scale, levels in _levels().items():
            at = 0
            while at < len(low):
                end = at
                while end < len(low) and low[end] in levels:
                    end += 1
                if end > at and not _in_a_phrase(low, at, end) and _tells(low, at, end):
                    yield _grade(scale, chunk, tokens, (at, end))
                at = end + 1


def _grade(scale: Scale, chunk: Chunk, tokens: Sequence[Token], run: tuple[int, int]) -> Grade:
    levels = _levels()[scale]
    low = _joined([fold(token.text) for token in tokens])
    lowest = min(range(*run), key=lambda at: levels[low[at]])
    graded = {word for known in _levels().values() for word in known}
    terms = [term for term in chunk.terms if term.word not in graded]
    about = _head(terms, chunk.start + run[1]) if scale is Scale.DEGREE else terms
    size = 1 if low[lowest] == fold(tokens[lowest].text) else len(next(iter(_PHRASES)))
    word = " ".join(token.text for token in tokens[lowest : lowest + size])
    return Grade(scale, word, levels[low[lowest]], tuple(about), tuple(terms), chunk.negative)


_PHRASES = {
    ("ab", "und", "zu"): "gelegentlich",
    ("ab", "und", "an"): "gelegentlich",
    ("hin", "und", "wieder"): "gelegentlich",
    ("dann", "und", "wann"): "gelegentlich",
}


def _joined(low: list[str]) -> list[str]:
    """„ab und zu“ as one word in the place of its first one, the others left blank."""
    for at, phrase in enumerate(zip(low, low[1:], low[2:], strict=False)):
        if phrase in _PHRASES:
            low[at : at + 3] = [_PHRASES[phrase], "", ""]
    return low


def _head(terms: Sequence[Term], behind: int) -> list[Term]:
    """The word behind a degree, the one before it where none stands there."""
    after = [term for term in terms if behind <= term.index < behind + _REACH]
    return after[:1] or [term for term in terms if term.index < behind][-1:]


def _in_a_phrase(low: Sequence[str], at: int, end: int) -> bool:
    """„immer noch“, „immer schlechter“, „nicht so stark“, „wie oft“ tell no level."""
    before = low[at - 1] if at else ""
    behind = low[end] if end < len(low) else ""
    if low[end - 1] == "immer" and (behind in _STILL or behind.endswith("er")):
        return True
    return before in _TURNING


def _tells(low: Sequence[str], at: int, end: int) -> bool:
    """„jeden Abend“ is often; „jeder Bewohner“ tells of no frequency."""
    if not low[at].startswith("jed"):
        return True
    return end < len(low) and low[end] in _TIMES


_TIMES = words("tag abend morgen mittag vormittag nachmittag nacht woche monat mal stunde")
_STILL = words("noch wieder mal mehr")
_TURNING = words("nicht so wie genauso weniger noch")
"""Before a level, these make it another one, or compare."""
