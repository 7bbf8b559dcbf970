"""What is kept and what is recorded: the store and the dictaphone, in a lane of their own.

Nothing of a dictation is written anywhere but through here, encrypted from its first byte.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dokuhelfer.dictaphone import Dictaphone
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.imports.ledger import Ledger
from dokuhelfer.security.keys import ByKeyring, ByPassphrase, Protection, Unlock
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import About, CaseId, CaseInfo, Refused, State, VersionKind
from dokuhelfer.store.store import Store, store_folder
from dokuhelfer.ui import clock
from dokuhelfer.ui.copying import SoundCopies
from dokuhelfer.ui.dividing import settle_divided
from dokuhelfer.ui.keeping_troubles import Trouble
from dokuhelfer.ui.left_open import Found, LeftOpen, left_open, unreadable_case
from dokuhelfer.ui.overdue import Overdue, destroy_overdue
from dokuhelfer.ui.sounds import known
from dokuhelfer.ui.sources import destroy_left_over
from dokuhelfer.ui.work import Plan
from dokuhelfer.ui.writing import Writing

_LONGEST = 1.0
"""Seconds; a window that is never painted keeps dictations as well."""

_NO_KEYRING = frozenset({Code.KEYRING_MISSING})


class Keeper(Writing):
    """The store and the microphone.

    Signals:
        opened: `LeftOpen`: all open dictations.
        refused: a `DokuError`: nothing can be kept.
        told: an event of the dictaphone.
        not_signed: a `DokuError`: a sheet is not signed after all.

    Attributes:
        ledger: of imports; None while no store is open.
        days: for which what nobody signs is kept.
    """

    opened = Signal(object)
    refused = Signal(object)
    told = Signal(object)
    not_signed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._copies = SoundCopies(self)
        self.ledger: Ledger | None = None
        self._place: Path | None = None
        self._refused = False
        self.days = 7

    @property
    def is_refused(self) -> bool:
        """Whether the store was asked for in vain: nothing would be kept."""
        return self._refused

    @property
    def has_dictations(self) -> bool:
        """Whether the store that is open holds any."""
        return bool(self._cases)

    def hold(self, until: threading.Event) -> None:
        """What is asked for waits until then, but never long."""
        self._lane.run(lambda: until.wait(_LONGEST))

    def open(self, passphrase: str = "") -> None:
        """Open the store; with a key in memory only where the system keeps none.

        Args:
            passphrase: instead of the system's keyring.
        """
        how = ByPassphrase(passphrase) if passphrase else ByKeyring()
        self._begin(lambda: _opened(how))

    def open_for_session(self) -> None:
        """A store for this window only: its key is in memory, its files in a place of their own."""
        self._begin(self._in_a_place_of_its_own)

    def _in_a_place_of_its_own(self) -> Store:
        self._place = Path(tempfile.mkdtemp(prefix="dokuhelfer-"))
        return Store.for_session(self._place)

    def _begin(self, unlock: Callable[[], Store]) -> None:
        self._lane.run(lambda: self._open(unlock), self._tell_opened, self._tell_refused)
        self._lane.run(self._prepare, failed=lambda _: None)  # F9 says why, if it must

    def close(self) -> None:
        """End recording and close the store; what was said is kept."""
        self._lane.run(self._unkept.try_last)
        self._lane.run(self._end)
        self._lane.close()
        self._copies.close()

    # --- keeping ---------------------------------------------------------------------------

    def is_late(self, id: str) -> bool:
        """Whether the disk has yet to take something of a dictation that it was given."""
        return id in self._unkept.late

    def holds(self, id: str, case: str) -> bool:
        """Whether a dictation is kept in the case of that id (hex)."""
        known = self._cases.get(id)
        return known is not None and known.hex == case

    def lent(self) -> Store:
        """The store, for copying files into it in a lane of one's own.

        Raises:
            DokuError: nothing can be kept.
        """
        if self._store is None:
            raise self._refusal
        return self._store

    def adopt(self, id: str, case: CaseId) -> None:
        """A dictation is kept in a case that somebody else made."""

        def adopt() -> None:
            self._cases[id] = case

        self._lane.run(adopt)

    def copy_sound(
        self, source: str, id: str, plan: Plan, when: datetime, done: Callable[[], None]
    ) -> None:
        """All sound of one dictation for another one too: each is signed, and destroyed, alone."""

        failed = self._tells(Trouble.COPYING)

        def begin() -> None:
            origin = self._known(source)
            if origin.info.recordings and id not in self._gone:
                case = self._case(id, plan.about, when)
                self._copies.begin(id, case, when, origin.whole_sound, done, failed)

        self._lane.run(begin, failed=failed)

    def sign(
        self,
        id: str,
        when: datetime,
        initials: str,
        released: Callable[[], bytes],
        done: Callable[[bool], None] = lambda _: None,
    ) -> None:
        """Keep what was signed; recordings, transcript and draft are destroyed.

        Args:
            released: makes what is kept of it; called in the lane.
            done: gets whether it is kept as signed.
        """

        def finish() -> None:
            self._copies.cancel(id)  # its sound is to be destroyed
            case = self._case(id, About(), when)
            case.sign(when, initials, released())
            self._placed.pop(id, None)
            self._destroy_sources(case, lambda: None)

        def signed(_: object) -> None:
            self._unkept.forget(id)
            done(True)

        def failed(error: Exception) -> None:
            self.not_signed.emit(known(error))
            done(False)

        self._lane.run(finish, signed, failed)

    def begin(self, id: str, kind: str, done: Callable[[bool], None]) -> None:
        """Begin another version of what was signed. Tells whether there is one.

        Args:
            kind: of `store.model.VersionKind`.
        """

        def begin() -> None:
            version = VersionKind(kind)
            case = self._known(id)
            # Behind the destruction of what the version before was made from.
            self._copies.behind(
                lambda: case.begin(version), lambda: done(True), lambda _: done(False)
            )

        self._lane.run(begin, failed=lambda _: done(False))

    def destroy(self, id: str, done: Callable[[], None]) -> None:
        """Destroy a dictation for good, but nothing that was signed: of a further version that
        version only."""
        self._unkept.forget(id)
        failed = self._tells(Trouble.DESTROYING)

        def end() -> None:
            self._copies.cancel(id)
            self._placed.pop(id, None)
            if self._store is None or id not in self._cases:
                self._gone.add(id)
                self._copies.behind(lambda: None, done, failed)
                return
            store, place = self._store, self._cases[id]
            case = _signed_once(store, place)
            if case is not None:
                # Also at the second try, when the first gave up the version and then failed.
                if case.info.state is State.OPEN:
                    case.abandon()
                # With that the version is gone; what is left goes at the next start.
                self._destroy_sources(case, done, in_any_case=done)
            else:
                self._gone.add(id)
                self._end_case(id, store, done, failed)

        self._lane.run(end, failed=failed)

    def _end_case(
        self, id: str, store: Store, done: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        place = self._cases.pop(id)

        def not_yet(error: Exception) -> None:
            # What is still there can be destroyed at the next attempt.
            self._lane.run(lambda: self._cases.setdefault(id, place))
            failed(error)

        self._copies.behind(lambda: store.destroy(place), done, not_yet)

    def _destroy_sources(
        self,
        case: Case,
        done: Callable[[], None],
        *,
        in_any_case: Callable[[], None] = lambda: None,
    ) -> None:
        tell = self._tells(Trouble.DESTROYING_SOURCES)

        def failed(error: Exception) -> None:
            tell(error)
            in_any_case()

        self._copies.behind(case.destroy_sources, done, failed)

    # --- in the lane -----------------------------------------------------------------------

    def _open(self, unlock: Callable[[], Store]) -> LeftOpen:
        store = unlock()
        self._end()
        self._store = store
        self._dictaphone = Dictaphone(store, self.told.emit)
        self._dictaphone.tone = self.tone
        self.ledger = Ledger.open(store)
        lasting = store.protection is not Protection.SESSION
        self._settle(store)
        overdue = self._end_overdue(store)
        listing = store.cases()
        destroy_left_over(store, listing.cases)
        open_ones = (self._left_open(one) for one in listing.cases if one.state is State.OPEN)
        found = tuple(one for one in open_ones if one is not None)
        self._cases.update({id.hex: id for id in listing.damaged})
        unreadable = tuple(unreadable_case(id.hex) for id in listing.damaged)
        return LeftOpen((*found, *unreadable), lasting, overdue)

    def _end_overdue(self, store: Store) -> Overdue | None:
        now = clock.now()
        gone = destroy_overdue(store, store.cases().cases, now, self.days)
        return Overdue(gone, now, self.days) if gone else None

    def _end(self) -> None:
        if self._dictaphone is not None:
            self._dictaphone.close()
        self._copies.finish()
        self.ledger = None
        if self._store is not None:
            self._store.close()
            self._store = None
        if self._place is not None:
            with suppress(OSError):
                self._place.rmdir()

    def _settle(self, store: Store) -> None:
        for info in store.cases().cases:
            if info.state is State.OPEN:
                with suppress(DokuError, Refused):  # unreadable: its row says so
                    settle_divided(store, store.case(info.id))

    def _left_open(self, info: CaseInfo) -> Found | None:
        assert self._store is not None  # noqa: S101 - just opened
        found = left_open(self._store.case(info.id))
        if found is not None:
            self._cases[found.id] = info.id
        return found

    # --- errors ----------------------------------------------------------------------------

    def _tell_opened(self, left: LeftOpen) -> None:
        self._refused = False
        self.opened.emit(left)

    def _tell_refused(self, error: Exception) -> None:
        self._refusal, self._refused = known(error), self._store is None
        self.refused.emit(self._refusal)


def _signed_once(store: Store, place: CaseId) -> Case | None:
    """The case, if any version of it was signed; None also where it cannot be read."""
    try:
        case = store.case(place)
    except DokuError:
        return None
    return case if any(one.state is State.SIGNED for one in case.info.versions) else None


def _opened(how: Unlock) -> Store:
    try:
        return Store.open(store_folder(), how)
    except DokuError as error:
        if error.code not in _NO_KEYRING:
            raise
        return Store.for_session(store_folder())
