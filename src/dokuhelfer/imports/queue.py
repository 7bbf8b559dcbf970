"""All imports in the order they came. It keeps count; the work is done elsewhere and told here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.imports.copying import Copied
from dokuhelfer.imports.looking import Look
from dokuhelfer.imports.model import ImportItem, ImportState, Original

_COUNTS = 0.01
"""Progress below this is not told."""


class ImportQueue:
    """See the module. For one thread. News of what was given up meanwhile is passed over.

    Args:
        changed: gets every item that is new or another.
    """

    def __init__(self, changed: Callable[[ImportItem], None]) -> None:
        self._changed = changed
        self._items: dict[str, ImportItem] = {}

    @property
    def items(self) -> tuple[ImportItem, ...]:
        """All, the first first."""
        return tuple(self._items.values())

    def of(self, id: str) -> ImportItem | None:
        """The one of that id."""
        return self._items.get(id)

    # --- what a person does ----------------------------------------------------------------

    def offer(self, paths: Iterable[Path]) -> tuple[ImportItem, ...]:
        """Take these files; one that is under way already is not taken twice."""
        under_way = {one.path for one in self.items if not one.is_over}
        new = []
        for path in paths:
            if path not in under_way:
                under_way.add(path)
                new.append(ImportItem.of(path))
        for item in new:
            self._put(item)
        return tuple(new)

    def bring_back(self, items: Iterable[ImportItem]) -> tuple[ImportItem, ...]:
        """What an earlier window did not finish.

        One that was not asked for is looked at again; one that was says that it was interrupted.
        """
        under_way = {one.path for one in self.items if not one.is_over}
        back = tuple(one for one in items if one.path not in under_way)
        for item in back:
            if item.own:
                failed = replace(item, state=ImportState.FAILED)
                self._put(replace(failed, error=DokuError(Code.IMPORT_INTERRUPTED)))
            else:
                self._put(item)
        return back

    def answer(self, id: str, *, own: bool) -> None:
        """„Ist das Ihr eigenes Diktat?“"""
        item = self._in(id, ImportState.ASKED)
        if item is not None:
            state = ImportState.ACCEPTED if own else ImportState.CANCELLED
            self._put(replace(item.to(state), own=own))

    def choose_remove(self, id: str, *, remove: bool) -> None:
        """Whether the original is to go; it is too late once the copy is verified."""
        item = self._in(id, ImportState.ASKED, ImportState.ACCEPTED, ImportState.FAILED)
        if item is not None and item.case is None:
            self._put(replace(item, remove=remove))

    def cancel(self, id: str) -> None:
        """Give it up. What runs is ended by whoever runs it, and told."""
        item = self._items.get(id)
        if item is None or item.is_over:
            return
        if item.state in (ImportState.COPYING, ImportState.VERIFIED, ImportState.TRANSCRIBING):
            self._put(replace(item, ending=True))
        else:
            self._put(item.to(ImportState.CANCELLED))

    def retry(self, id: str) -> None:
        """Once more from the step that failed; who insists reads in what is known already."""
        item = self._in(id, ImportState.FAILED)
        if item is None:
            return
        known = item.error is not None and item.error.code is Code.IMPORT_KNOWN
        if item.case is not None:
            state = ImportState.TRANSCRIBING
        else:
            state = ImportState.ACCEPTED if item.own else ImportState.WAITING
        self._put(replace(item.to(state), again=item.again or known))

    def clear(self) -> None:
        """Forget what is over."""
        self._items = {id: one for id, one in self._items.items() if not one.is_over}

    # --- what work tells -------------------------------------------------------------------

    def looked(self, id: str, look: Look) -> None:
        """It is sound."""
        item = self._in(id, ImportState.WAITING)
        if item is not None:
            seen = replace(item, seconds=look.seconds, written=look.written)
            self._put(seen.to(ImportState.ASKED))

    def next_look(self) -> ImportItem | None:
        """The next one to be looked at."""
        return next((one for one in self.items if one.state is ImportState.WAITING), None)

    def next_copy(self) -> ImportItem | None:
        """The next one to be copied, which then is; None while another one is."""
        if any(one.state is ImportState.COPYING for one in self.items):
            return None
        for item in self.items:
            if item.state is ImportState.ACCEPTED:
                copying = item.to(ImportState.COPYING)
                self._put(copying)
                return copying
        return None

    def progressed(self, id: str, share: float) -> None:
        """So much of what runs is done."""
        item = self._in(id, ImportState.COPYING, ImportState.TRANSCRIBING)
        if item is not None and abs(share - item.share) >= _COUNTS:
            self._put(replace(item, share=min(1.0, max(0.0, share))))

    def copied(self, id: str, copied: Copied) -> None:
        """The copy is verified, and a dictation of its own."""
        item = self._in(id, ImportState.COPYING)
        if item is not None:
            ending = item.ending
            item = replace(item.to(ImportState.VERIFIED), ending=ending, case=copied.case)
            self._put(replace(item, seconds=copied.seconds, damaged=copied.damaged))

    def removed(self, id: str, original: Original) -> None:
        """What became of the original."""
        item = self._items.get(id)
        if item is not None:
            self._put(replace(item, original=original))

    def heard(self, id: str) -> None:
        """It is being heard from now on."""
        item = self._in(id, ImportState.VERIFIED)
        if item is not None:
            self._put(item.to(ImportState.TRANSCRIBING))

    def done(self, id: str) -> None:
        """It has become text."""
        item = self._in(id, ImportState.TRANSCRIBING)
        if item is not None:
            self._put(item.to(ImportState.DONE))

    def failed(self, id: str, error: DokuError) -> None:
        """What ran came to nothing; that it was cancelled is no failure."""
        running = (
            ImportState.WAITING, ImportState.COPYING, ImportState.VERIFIED,
            ImportState.TRANSCRIBING,
        )  # fmt: skip
        item = self._in(id, *running)
        if item is None:
            return
        if item.ending or error.code is Code.CANCELLED:
            self._put(item.to(ImportState.CANCELLED))
        else:
            self._put(replace(item.to(ImportState.FAILED), error=error))

    def _in(self, id: str, *states: ImportState) -> ImportItem | None:
        item = self._items.get(id)
        return item if item is not None and item.state in states else None

    def _put(self, item: ImportItem) -> None:
        self._items[item.id] = item
        self._changed(item)
