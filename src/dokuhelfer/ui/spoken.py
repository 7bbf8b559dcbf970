"""Which recordings of a case were spoken into a field, kept until their words stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from dokuhelfer import jsonio
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import Document


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where a recording goes.

    Attributes:
        path: the part of the draft; "" for the dictation itself.
        first: which recording of its case, counted from 0. Those up to the next one's go with
            it: a lost recorder was replaced.
        row: mark of the entry ``path`` is in (`rows.row_mark`); "" where it is in none.
    """

    path: str
    first: int = 0
    row: str = ""


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
        return tuple(Spoken(one["path"], one["first"], one["row"]) for one in listed)
    except KeyError:
        raise DokuError(Code.STORE_DAMAGED) from None


def keep_spoken(case: Case, spoken: Sequence[Spoken]) -> None:
    """Keep them. Raises what `Case.save` raises."""
    case.save(Document.SPOKEN, jsonio.dump([asdict(one) for one in spoken]))
