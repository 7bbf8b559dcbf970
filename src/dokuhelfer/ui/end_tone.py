"""Two tones when a recording is over: nobody listens any more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from dokuhelfer.audio.tones import end_tone
from dokuhelfer.dictation_events import RecordingEnded
from dokuhelfer.engine.recorder_messages import Opened
from dokuhelfer.ui.keeper import Keeper
from dokuhelfer.ui.playing import Playing


class EndTone(QObject):
    """Is heard where the microphone stays closed, and never in the next recording.

    Args:
        may_sound: asked when a recording has ended.
    """

    def __init__(self, keeper: Keeper, may_sound: Callable[[], bool]) -> None:
        super().__init__(keeper)
        self._may_sound = may_sound
        self._playing = Playing(self)
        keeper.told.connect(self._hear)

    def close(self) -> None:
        """Be quiet."""
        self._playing.close()

    def _hear(self, event: object) -> None:
        match event:
            case RecordingEnded(recording=recording):
                if recording is not None and self._may_sound():
                    self._playing.play(end_tone())
            case Opened():
                self._playing.hush()
