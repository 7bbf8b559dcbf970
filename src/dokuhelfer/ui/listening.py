"""F8: the seconds of the recording behind the stop that is read; F8 again is quiet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from dokuhelfer.audio.player import Player
from dokuhelfer.engine.outcome import Cancelled, Finished, Outcome, error_of
from dokuhelfer.messages.catalogue import Catalogue, error_line
from dokuhelfer.review.sounding import Sound
from dokuhelfer.ui.keeper import Keeper
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.page import Page
from dokuhelfer.ui.reading_desk import ReadingDesk
from dokuhelfer.ui.widgets.message_line import MessageLine, Note
from dokuhelfer.ui.work import Work

translate = QCoreApplication.translate

_AROUND = 0.15
"""Seconds heard before and behind the words: recognised times cut letters off."""


class Listening(QObject):
    """Plays what belongs to the cursor stop of a `ReadingDesk`; the sound is in memory only."""

    _ended = Signal(object, object)

    def __init__(
        self,
        reading: ReadingDesk,
        keeper: Keeper,
        lane: Lane,
        messages: MessageLine,
        catalogue: Catalogue,
    ) -> None:
        super().__init__(reading)
        self._reading = reading
        self._keeper = keeper
        self._lane = lane
        self._messages = messages
        self._catalogue = catalogue
        self._player: Player | None = None
        self._leaving: list[Player] = []
        self._asked = 0
        self._stop_id = ""
        reading.opened.connect(self._look_for_sound)
        reading.play_asked.connect(self._toggle)
        reading.hushed.connect(self.hush)
        reading.shown.connect(self._follow)
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def is_playing(self) -> bool:
        """Whether something is heard, or about to be."""
        return bool(self._stop_id)

    def hush(self) -> None:
        """Be quiet."""
        self._asked += 1
        self._stop_id = ""
        if self._player is not None:
            self._player.stop()
            self._leaving = [one for one in self._leaving if not one.is_over] + [self._player]
            self._player = None

    def close(self) -> None:
        """Be quiet; waits until every player is gone."""
        self.hush()
        for player in self._leaving:
            player.close()

    def _look_for_sound(self, work: Work) -> None:
        self._keeper.find_sound(work.sound_id, lambda found: self._note_sound(work, found))

    def _note_sound(self, work: Work, found: bool) -> None:
        if work.audible != found and self._reading.work is work:
            self._lane.run(
                lambda: work.hear(audible=found), lambda shown: self._reading.take(work, shown)
            )

    def _follow(self, page: Page) -> None:
        """What is heard belongs to the stop that is read."""
        here = page.stops[page.cursor].id if page.cursor < len(page.stops) else ""
        if self._stop_id and here != self._stop_id:
            self.hush()

    def _toggle(self) -> None:
        work, page = self._reading.work, self._reading.page
        if self.is_playing or work is None:
            self.hush()
            return
        self._messages.withdraw("sound")
        self._asked += 1
        asked, cursor = self._asked, page.cursor
        self._stop_id = page.stops[cursor].id
        self._lane.run(
            lambda: work.sounds_at(cursor), lambda places: self._fetch(work, places, asked)
        )

    def _fetch(self, work: Work, places: tuple[Sound, ...], asked: int) -> None:
        wider = tuple(Sound(max(0.0, one.start - _AROUND), one.end + _AROUND) for one in places)
        self._keeper.fetch_sound(work.sound_id, wider, lambda pcm: self._play(work, pcm, asked))

    def _play(self, work: Work, pcm: bytes, asked: int) -> None:
        if asked != self._asked:
            return
        if not pcm:
            self.hush()
            text = translate("Reading", "Diese Aufnahme ist nicht mehr da.")
            self._messages.post(Note("sound", "info", text))
            self._note_sound(work, found=False)
            return
        self._player = Player(pcm, lambda outcome: self._ended.emit(asked, outcome))

    def _tell(self, asked: int, outcome: Outcome) -> None:
        if asked != self._asked:
            return
        self.hush()
        if not isinstance(outcome, Finished | Cancelled):
            text = error_line(self._catalogue, error_of(outcome))
            self._messages.post(Note("sound", "info", text))
