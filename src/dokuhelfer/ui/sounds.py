"""The store as the window uses it, and the sound it gives back: whole, in places, by field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.review.sounding import Sound as Place
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import About, CaseId
from dokuhelfer.store.sound import JoinedSound
from dokuhelfer.store.store import Store
from dokuhelfer.ui.lane import Lane


class Sounds(QObject):
    """Owns the store's lane; `keeper.Keeper` adds what is written."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("store", self)
        self._store: Store | None = None
        self._refusal = DokuError(Code.STORE_NOT_WRITABLE)
        self._cases: dict[str, CaseId] = {}

    def find_sound(self, id: str, done: Callable[[bool], None]) -> None:
        """Whether there is a recording of a dictation (not: typed, signed, destroyed)."""
        self._lane.run(
            lambda: bool(self._known(id).info.recordings), done, lambda _: done(False)
        )  # fmt: skip

    def fetch_sound(self, id: str, places: Sequence[Place], done: Callable[[bytes], None]) -> None:
        """The sound of these places, one behind the other; none where it is gone."""

        def fetch() -> bytes:
            with self._known(id).whole_sound() as sound:
                return b"".join(sound.pcm(place.start, place.end) for place in places)

        self._lane.run(fetch, done, lambda _: done(b""))

    def fetch_all(
        self,
        id: str,
        done: Callable[[JoinedSound], None],
        failed: Callable[[DokuError], None],
        first: int = 0,
        behind: int | None = None,
    ) -> None:
        """All sound of a dictation, or of some of its recordings; whoever hears it closes it.

        Args:
            first, behind: as in `Case.whole_sound`.
        """
        self._lane.run(
            lambda: self._known(id).whole_sound(first, behind),
            done,
            lambda error: failed(known(error)),
        )

    def find_start(self, id: str, first: int, done: Callable[[float], None]) -> None:
        """Seconds recorded for a dictation before its recording of that number (from 0)."""

        def find() -> float:
            with self._known(id).whole_sound(0, first) as sound:
                return sound.duration

        self._lane.run(find, done, lambda _: done(0.0))

    def _case(self, id: str, about: About, when: datetime) -> Case:
        if self._store is None:
            raise self._refusal
        if id not in self._cases:
            case = self._store.create(about, when)
            self._cases[id] = case.info.id
            return case
        return self._store.case(self._cases[id])

    def _known(self, id: str) -> Case:
        """A dictation that has a case."""
        if self._store is None or id not in self._cases:
            raise self._refusal
        return self._store.case(self._cases[id])


def known(error: Exception) -> DokuError:
    """The error as a person can be told of it."""
    return error if isinstance(error, DokuError) else DokuError(Code.INTERNAL, where="keeper")
