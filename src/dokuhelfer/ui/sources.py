"""What a signed text was made from, where its window ended before it was destroyed."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from dokuhelfer.errors import DokuError
from dokuhelfer.store.model import CaseInfo, State
from dokuhelfer.store.store import Store


def destroy_left_over(store: Store, cases: Iterable[CaseInfo]) -> None:
    """Destroy it now; what fails again is left to the next window."""
    for info in cases:
        if info.state is State.SIGNED:
            with suppress(DokuError):
                store.case(info.id).destroy_sources()
