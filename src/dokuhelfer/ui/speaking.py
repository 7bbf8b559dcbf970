"""Speaking: the clock, the level and what is said of the microphone while it is open."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, QTimer, Signal

from dokuhelfer.dictaphone import RecorderReplaced, RecordingEnded
from dokuhelfer.engine.recorder_messages import (
    Level,
    MicrophoneLost,
    Opened,
    Paused,
    SignalChanged,
    Storage,
)
from dokuhelfer.engine.recorder_messages import Signal as Quality
from dokuhelfer.errors import Code
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.ui.keeper import Keeper
from dokuhelfer.ui.keeping_troubles import recording_ended, storage_full
from dokuhelfer.ui.showing import clock
from dokuhelfer.ui.widgets.message_line import MessageLine, Note

translate = QCoreApplication.translate

_TICK_MS = 200
_FLOOR = -60.0
"""dBFS that stand for no bar."""

_UNOPENED = frozenset(
    {
        Code.MICROPHONE_MISSING, Code.MICROPHONE_BLOCKED, Code.MICROPHONE_BUSY,
        Code.MICROPHONE_FAILED,
    }
)  # fmt: skip


class Speaking(QObject):
    """One recording as the window shows it.

    Signals:
        changed: clock, pause or microphone are others now.
        level: 0–1 and its word.
        ended: the case's id as hex, "" where somebody had stopped it; whether there is sound;
            an error's sentence or "".
        over: the case's id as hex, whether there is sound, whether a microphone was missing: a
            recording is closed, whoever ended it.
        other_asked: another microphone is to be chosen.
    """

    changed = Signal()
    level = Signal(float, str)
    ended = Signal(str, bool, str)
    over = Signal(str, bool, bool)
    other_asked = Signal()

    def __init__(self, keeper: Keeper, messages: MessageLine, catalogue: Catalogue) -> None:
        super().__init__(keeper)
        self._messages = messages
        self._catalogue = catalogue
        self._keeper = keeper
        self._quality = Quality.GOOD
        self._elapsed = QElapsedTimer()
        self._before = 0
        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK_MS)
        self._ticking.timeout.connect(self.changed)
        self.microphone = ""
        self.paused = False
        keeper.told.connect(self._take)

    @property
    def clock(self) -> str:
        """Recorded time as text."""
        running = self._elapsed.elapsed() if self._elapsed.isValid() else 0
        return clock((self._before + running) / 1000)

    def begin(self) -> None:
        """A recording begins; its time runs from the first sound."""
        self._before, self.paused = 0, False
        self._elapsed.invalidate()
        self._quality = Quality.GOOD
        self._ticking.start()
        self.changed.emit()

    def end(self) -> None:
        """It is over."""
        self._ticking.stop()
        self._hold()
        for key in ("signal", "microphone", "paused"):
            self._messages.withdraw(key)

    def _hold(self) -> None:
        if self._elapsed.isValid():
            self._before += self._elapsed.elapsed()
            self._elapsed.invalidate()

    def _take(self, event: object) -> None:
        match event:
            case Storage(failing=True):
                self._messages.post(Note("storage", "block", storage_full(), pending=True))
            case Storage(failing=False):
                self._messages.withdraw("storage")
            case RecordingEnded():
                self._over(event)
            case _ if self._ticking.isActive():  # or else it was on its way when this ended
                self._take_open(event)

    def _take_open(self, event: object) -> None:
        """What is told of a microphone that is in use."""
        match event:
            case Level(peak=peak):
                self.level.emit(max(0.0, 1 - peak / _FLOOR), self._word())
            case Opened():
                self._opened(event)
            case MicrophoneLost(name=name):
                self._hold()
                text = translate(
                    "Speaking",
                    "„{name}“ ist weg, ein anderes wird gesucht. Bisher Gesagtes ist gesichert;"
                    " bitte kurz warten oder ein Mikrofon einstecken.",
                )
                self._say("microphone", "block", text.format(name=name))
            case SignalChanged(signal=quality):
                self._judge(quality)
            case Paused(by_silence=by_silence):
                self._paused(by_silence)
            case RecorderReplaced():
                text = translate("Speaking", "Die Aufnahme war kurz unterbrochen und läuft weiter.")
                self._say("microphone", "info", text)

    def _over(self, event: RecordingEnded) -> None:
        error, case = event.error, event.case.hex
        there = event.recording is not None
        said = "" if error is None else recording_ended(self._catalogue, error)
        self._messages.withdraw("storage")
        self.ended.emit("" if event.stopped else case, there, said)
        self.over.emit(case, there, error is not None and error.code in _UNOPENED)

    def _opened(self, opened: Opened) -> None:
        self.microphone = opened.name
        self.paused = False
        self._elapsed.start()
        self._messages.withdraw("paused")
        self._messages.withdraw("microphone")
        if opened.gap > 0:
            text = translate(
                "Speaking",
                "Es geht mit „{name}“ weiter. Bitte wiederholen Sie, was Sie in den letzten"
                " {seconds} Sekunden gesagt haben.",
            )
            text = text.format(name=opened.name, seconds=max(2, ceil(opened.gap)))
            self._say("microphone", "warn", text)
        self.changed.emit()

    def _paused(self, by_silence: bool) -> None:
        self._hold()
        self.paused = True
        if by_silence:
            text = translate("Speaking", "Angehalten: 2 Minuten war nichts zu hören.")
            again = (translate("Speaking", "Weiter"), self._keeper.resume)
            self._messages.post(Note("paused", "info", text, (again,), pending=True))
        self.level.emit(0.0, "")
        self.changed.emit()

    def _judge(self, quality: Quality) -> None:
        self._quality = quality
        name = self.microphone
        if quality is Quality.NONE:
            text = translate("Speaking", "Kein Signal von „{name}“. Ist es stummgeschaltet?")
            other = (translate("Speaking", "Anderes Mikrofon …"), self.other_asked.emit)
            self._messages.post(Note("signal", "block", text.format(name=name), (other,)))
        elif quality is Quality.TOO_QUIET:
            text = translate("Speaking", "Zu leise. Mikrofon näher an den Mund.")
            self._say("signal", "warn", text)
        else:
            self._messages.withdraw("signal")

    def _word(self) -> str:
        return {
            Quality.GOOD: translate("Speaking", "Pegel gut"),
            Quality.NONE: translate("Speaking", "kein Signal"),
            Quality.TOO_QUIET: translate("Speaking", "zu leise"),
            Quality.TOO_LOUD: translate("Speaking", "zu laut"),
        }[self._quality]

    def _say(self, key: str, severity: str, text: str) -> None:
        self._messages.post(Note(key, severity, text))
