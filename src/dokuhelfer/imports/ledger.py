"""What is written down of imports, encrypted in the store: what is under way, what was read in.

It is the commit point of an import. A case that stands here under way was not finished and is
destroyed at the next start; its file is offered again. Contents are known by their hash, so that no
recorder and no watched folder offers a dictation twice. No times, no names but the paths of what
is under way.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from dokuhelfer import jsonio
from dokuhelfer.errors import DokuError
from dokuhelfer.imports.model import ImportItem
from dokuhelfer.store.model import CaseId, Refused
from dokuhelfer.store.store import Store

FORMAT = "dokuhelfer.imports/1"

_MOST_KNOWN = 5000
"""Hashes that are kept; a ward that reads in ten a day has a year and more of them."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file under way; ``case`` is what its copy is being made into."""

    id: str
    path: Path
    own: bool
    remove: bool
    case: CaseId | None = None


class Ledger:
    """See the module. May be used by several threads; what it was told is on the disk then.

    Methods that change it raise `DokuError` with `STORE_NOT_WRITABLE` or `DISK_FULL`; it then is
    as it was.

    Args:
        store: where it is kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._wanted: tuple[_Wanted, ...] = ()
        self._known: tuple[str, ...] = ()
        self._refused: tuple[str, ...] = ()
        self._committed: set[str] = set()
        """Whoever says what is under way may not have heard yet."""

    @classmethod
    def open(cls, store: Store) -> Ledger:
        """The ledger of a store; what was being copied when the program ended is destroyed.

        One that cannot be read is begun anew: cases are whole without it.
        """
        ledger = cls(store)
        try:
            content = store.load_imports()
            if content is not None:
                ledger._read(jsonio.parse(content))
        except (DokuError, ValueError, TypeError, KeyError):
            return cls(store)
        ledger._settle()
        return ledger

    def _settle(self) -> None:
        left = []
        for one in self._wanted:
            try:
                if one.case is not None:
                    self._store.destroy(one.case)
            except Refused:  # it is gone
                pass
            except DokuError:
                left.append(one)
                continue
            left.append(replace(one, case=None))
        self._wanted = tuple(left)

    # --- what is under way -----------------------------------------------------------------

    @property
    def left(self) -> tuple[ImportItem, ...]:
        """What an earlier window did not finish; „own“ where it had been answered."""
        with self._lock:
            return tuple(
                ImportItem(one.path, one.id, own=one.own or None, remove=one.remove)
                for one in self._wanted
            )

    def want(self, items: Iterable[ImportItem]) -> None:
        """These are under way, and no others; what is being copied stays so."""
        with self._lock:
            cases = {one.id: one.case for one in self._wanted}
            wanted = tuple(
                _Wanted(one.id, one.path, bool(one.own), one.remove, cases.get(one.id))
                for one in items
                if one.id not in self._committed
            )
            kept = {one.id for one in wanted}
            copied = tuple(one for one in self._wanted if one.case and one.id not in kept)
            self._keep(wanted=(*wanted, *copied))

    def begin(self, item: str, path: Path, case: CaseId) -> None:
        """A file is being copied into a case that is not made yet."""
        with self._lock:
            wanted = self._wanted
            if all(one.id != item for one in wanted):
                wanted = (*wanted, _Wanted(item, path, own=True, remove=False))
            self._keep(wanted=_in_case(wanted, item, case))

    def give_up(self, item: str) -> None:
        """The case is gone, the file is not."""
        with self._lock:
            self._keep(wanted=_in_case(self._wanted, item, None))

    # --- what is known ---------------------------------------------------------------------

    def commit(self, item: str, digest: str) -> None:
        """The copy is whole and a dictation from now on."""
        with self._lock:
            wanted = tuple(one for one in self._wanted if one.id != item)
            self._keep(wanted=wanted, known=_with(self._known, digest))
            self._committed.add(item)

    def refuse(self, digest: str) -> None:
        """Somebody said that this is not their own dictation: it is not offered unasked again."""
        with self._lock:
            self._keep(refused=_with(self._refused, digest))

    def knows(self, digest: str) -> bool:
        """Whether that content was read in before."""
        with self._lock:
            return digest in self._known

    def is_settled(self, digest: str) -> bool:
        """Whether that content was read in or refused before."""
        with self._lock:
            return digest in self._known or digest in self._refused

    # --- on the disk -----------------------------------------------------------------------

    def _keep(
        self,
        wanted: tuple[_Wanted, ...] | None = None,
        known: tuple[str, ...] | None = None,
        refused: tuple[str, ...] | None = None,
    ) -> None:
        wanted = self._wanted if wanted is None else wanted
        known = self._known if known is None else known
        refused = self._refused if refused is None else refused
        if (wanted, known, refused) == (self._wanted, self._known, self._refused):
            return
        self._store.save_imports(_written(wanted, known, refused))
        self._wanted, self._known, self._refused = wanted, known, refused

    def _read(self, value: object) -> None:
        if not isinstance(value, dict) or value["format"] != FORMAT:
            raise ValueError
        self._wanted = tuple(_wanted(one) for one in value["under_way"])
        self._known = tuple(str(one) for one in value["known"])
        self._refused = tuple(str(one) for one in value["refused"])


def _in_case(wanted: tuple[_Wanted, ...], item: str, case: CaseId | None) -> tuple[_Wanted, ...]:
    return tuple(replace(one, case=case) if one.id == item else one for one in wanted)


def _with(hashes: tuple[str, ...], new: str) -> tuple[str, ...]:
    return (*(one for one in hashes if one != new), new)[-_MOST_KNOWN:]


def _written(
    wanted: tuple[_Wanted, ...], known: tuple[str, ...], refused: tuple[str, ...]
) -> bytes:
    # A path need not be text everywhere, so its bytes are written.
    under_way = [
        {
            "id": one.id,
            "path": os.fsencode(one.path).hex(),
            "own": one.own,
            "remove": one.remove,
            "case": None if one.case is None else one.case.hex,
        }
        for one in wanted
    ]
    return jsonio.dump(
        {"format": FORMAT, "under_way": under_way, "known": known, "refused": refused}
    )


def _wanted(plain: dict[str, Any]) -> _Wanted:
    case = None if plain["case"] is None else CaseId(UUID(plain["case"]))
    path = Path(os.fsdecode(bytes.fromhex(plain["path"])))
    return _Wanted(str(plain["id"]), path, bool(plain["own"]), bool(plain["remove"]), case)
