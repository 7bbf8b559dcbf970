"""A disk that fails after so many documents of a store."""

from __future__ import annotations

from itertools import count

import pytest

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import CaseId, Document
from dokuhelfer.store.store import Store


def fail_after(monkeypatch: pytest.MonkeyPatch, writes: int, *, dead: bool) -> None:
    """So many documents get to the disk; then one fails, and with ``dead`` all that follow.

    ``dead`` is a machine that went off: nothing can be destroyed any more either.
    """
    numbers, save, destroy = count(), Case.save, Store.destroy
    over: list[int] = []

    def failing(case: Case, document: Document, content: bytes) -> None:
        number = next(numbers)
        if number == writes or (dead and number > writes):
            over.append(number)
            raise DokuError(Code.DISK_FULL)
        save(case, document, content)

    def also_failing(store: Store, id: CaseId) -> None:
        if dead and over:
            raise DokuError(Code.STORE_NOT_WRITABLE)
        destroy(store, id)

    monkeypatch.setattr(Case, "save", failing)
    monkeypatch.setattr(Store, "destroy", also_failing)
