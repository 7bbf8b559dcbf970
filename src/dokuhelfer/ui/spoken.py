"""Which recordings of a case were spoken into a field, kept until their words stand there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from dokuhelfer import jsonio
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import Document


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where a recording goes.

    Attributes:
        path: the part of the draft; "" for the dictation itself.
        first: which recording of its case, counted from 0. Those up to ``behind`` go with it:
            a lost recorder was replaced.
        row: mark of the entry ``path`` is in (`rows.row_mark`); "" where it is in none.
        behind: the first recording that is not of it; None while there is none.
    """

    path: str
    first: int = 0
    row: str = ""
    behind: int | None = None

    def until(self, first: int) -> Spoken:
        """The same where another recording begins with that number."""
        return self if self.behind is not None else replace(self, behind=first)


def spoken_next(case: Case, path: str, row: str = "") -> Spoken:
    """The recording that is about to begin."""
    return Spoken(path, len(case.info.recordings), row)


def spoken_in(case: Case) -> tuple[Spoken, ...]:
    """Those whose words are in no review yet, the oldest first.

    Raises:
        DokuError: `STORE_DAMAGED`, and what `Case.load` raises.
    """
    kept = case.load(Document.SPOKEN)
    if not kept:
        return ()
    listed = jsonio.parse(kept)
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise DokuError(Code.STORE_DAMAGED)
    try:
        return tuple(Spoken(**one) for one in listed)
    except TypeError:
        raise DokuError(Code.STORE_DAMAGED) from None


def keep_spoken(case: Case, spoken: Sequence[Spoken]) -> None:
    """Keep them. Raises what `Case.save` raises."""
    case.save(Document.SPOKEN, _dumped(spoken))


def keep_placed(case: Case, heard: Iterable[Spoken], review: bytes) -> None:
    """Keep a review that has these words, and that they are on their way no more, in one step:
    they are placed once, whatever fails. Raises what `Case.save` raises."""
    left: Sequence[Spoken] = spoken_in(case)
    for one in heard:
        left = _without(left, one)
    case.save_together({Document.REVIEW: review, Document.SPOKEN: _dumped(left)})


def begin_spoken(case: Case, spoken: Spoken) -> None:
    """Keep that this recording begins; those before it are over. Raises as `keep_spoken`."""
    keep_spoken(case, (*(one.until(spoken.first) for one in spoken_in(case)), spoken))


def cancel_spoken(case: Case, spoken: Spoken) -> None:
    """No recording came of it. Raises as `keep_spoken`."""
    keep_spoken(case, _without(spoken_in(case), spoken))


def _without(all: Sequence[Spoken], one: Spoken) -> list[Spoken]:
    left = list(all)
    found = next((n for n, other in enumerate(left) if _is_same(other, one)), None)
    if found is not None:
        del left[found]
    return left


def _is_same(one: Spoken, other: Spoken) -> bool:
    """What lies behind them is told later."""
    return replace(one, behind=None) == replace(other, behind=None)


def _dumped(spoken: Sequence[Spoken]) -> bytes:
    return jsonio.dump([asdict(one) for one in spoken])
