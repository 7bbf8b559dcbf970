"""Recording into the store: the dictaphone, in the store's lane."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from dokuhelfer.audio.live import LiveSound
from dokuhelfer.dictaphone import Dictaphone, DictaphoneState
from dokuhelfer.errors import DokuError
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import About, Document, RecordingState, Refused, VersionKind
from dokuhelfer.ui.keeping_troubles import Trouble
from dokuhelfer.ui.rows import Spot
from dokuhelfer.ui.sounds import Sounds, known
from dokuhelfer.ui.spoken import Spoken, begin_spoken, cancel_spoken, spoken_next


class Recordings(Sounds):
    """What the window may do with the microphone; `keeper.Keeper` opens and closes it.

    Signals:
        not_recorded: id, `DokuError`.
        troubled: `Trouble`, a `DokuError`: something was not done.

    Attributes:
        microphone: name of the one to record with; "" for the system's own choice.
        tone: whether a tone says when to speak.
    """

    not_recorded = Signal(str, object)
    troubled = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dictaphone: Dictaphone | None = None
        self.microphone = ""
        self.tone = False

    def record(
        self,
        id: str,
        about: About,
        when: datetime,
        begun: Callable[[LiveSound, Spoken], None],
        spot: Spot | None = None,
    ) -> None:
        """Open the microphone for a dictation.

        Args:
            begun: gets the sound as it comes, and where it goes.
            spot: the part of a draft that is spoken into; kept until `keep_review` has it.
        """

        path = spot.path if spot is not None else ""

        def start() -> tuple[LiveSound, Spoken]:
            case = self._case(id, about, when)
            spoken = spoken_next(case, path, spot.row if spot is not None else "")
            if path:
                begin_spoken(case, spoken)
            try:
                return self._microphone().start(case, when, self.microphone), spoken
            except Exception:
                if path:
                    cancel_spoken(case, spoken)
                raise

        self._lane.run(
            start,
            lambda started: begun(*started),
            lambda error: self.not_recorded.emit(id, known(error)),
        )

    def use(self, name: str) -> None:
        """Record with that microphone from now on, also what is being recorded; "" for any."""
        self.microphone = name
        self._lane.run(lambda: self._dictaphone.use(name) if self._dictaphone else None)

    def pause(self) -> None:
        """Close the microphone until `resume`."""
        self._lane.run(lambda: self._dictaphone.pause() if self._dictaphone else None)

    def resume(self) -> None:
        """Open the microphone again."""

        def go_on() -> None:
            dictaphone = self._microphone()
            if dictaphone.state is DictaphoneState.PAUSED:
                dictaphone.resume()

        self._lane.run(go_on, failed=self._tells(Trouble.RESUMING))

    def stop(self) -> None:
        """End the recording."""
        self._lane.run(lambda: self._dictaphone.stop() if self._dictaphone else None)

    def drop_if_empty(self, id: str, done: Callable[[bool], None]) -> None:
        """Destroy a dictation of which the store has no word and no sound, and nothing else.

        What it has is asked in the step that destroys: the recorder that ended may be the second
        one of a recording, or sound may be there that could not be counted.

        Args:
            done: gets whether nothing is left of it; False where there may be something to hear.
        """

        def drop() -> bool:
            if self._store is None or id not in self._cases:
                return True
            if not _is_empty(self._store.case(self._cases[id])):
                return False
            place = self._cases.pop(id)
            with suppress(DokuError, Refused):  # an empty case is nothing at the next start
                self._store.destroy(place)
            return True

        self._lane.run(drop, done, lambda _: done(False))

    # --- in the lane -----------------------------------------------------------------------

    def _prepare(self) -> None:
        """Have a recorder wait with its microphone closed: the first sound comes at once."""
        if self._dictaphone is not None:
            self._dictaphone.prepare()

    def _microphone(self) -> Dictaphone:
        if self._dictaphone is None:
            raise self._refusal
        return self._dictaphone

    def _tells(self, trouble: Trouble) -> Callable[[Exception], None]:
        return lambda error: self.troubled.emit(trouble, known(error))


def _is_empty(case: Case) -> bool:
    """Whether nothing was ever said or typed there, as far as it can be told for certain."""
    info = case.info
    return (
        info.current.kind is VersionKind.FIRST
        and all(one.state is RecordingState.FINISHED and not one.seconds for one in info.recordings)
        and not any(case.load(kind) for kind in (Document.TRANSCRIPT, Document.REVIEW))
    )
