"""What stands in the open editor, kept with the review until it is applied or discarded.

It is no part of the draft: nothing of it is checked, counted or signed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from dokuhelfer.draft.model import Draft
from dokuhelfer.review.parts import Address
from dokuhelfer.review.stops import Part, Stop
from dokuhelfer.ui.rows import found_again, row_mark

_KEY = "unfinished"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Text for a part, typed and not applied.

    Attributes:
        row: mark of the entry the part is in (`rows.row_mark`).
    """

    path: str
    text: str
    row: str = ""

    @classmethod
    def of(cls, draft: Draft, path: str, text: str) -> Unfinished:
        """What is being typed into a part of this draft."""
        return cls(path, text, row_mark(draft, path))


def kept_with(review: dict[str, object], unfinished: Unfinished | None) -> dict[str, object]:
    """A review as `review.saved` writes it, with what is not applied yet."""
    return review if unfinished is None else review | {_KEY: asdict(unfinished)}


def kept_in(review: object) -> Unfinished | None:
    """What `kept_with` put there; None where there is nothing, or something else."""
    kept = review.get(_KEY) if isinstance(review, Mapping) else None
    try:
        found = Unfinished(**kept) if isinstance(kept, Mapping) else None
    except TypeError:
        return None
    parts = () if found is None else (found.path, found.text, found.row)
    return found if all(isinstance(one, str) for one in parts) else None


def place_of(
    unfinished: Unfinished, draft: Draft, stops: tuple[Stop, ...]
) -> tuple[int | None, Part | None, str]:
    """Where it belongs now: stop and part of it; or else, by its id, an empty field.

    Neither where it was in an entry that is gone, or in a field of another template.
    """
    path = found_again(draft, unfinished.path, unfinished.row)
    for number, stop in enumerate(stops):
        for part in stop.parts:
            if part.path == path:
                return number, part, ""
    address = Address.of(unfinished.path)
    is_field = path is not None and address.row is None and address.field in draft.fields
    return None, None, address.field if is_field else ""
