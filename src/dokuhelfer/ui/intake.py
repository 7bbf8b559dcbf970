"""Sound becomes text beside the window, with the best speech model that is here."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dokuhelfer.audio.source import AudioSource, FileSource
from dokuhelfer.config.load import user_folder
from dokuhelfer.config.schema import Settings
from dokuhelfer.engine.models import SpeechModel, find_speech_model, model_roots
from dokuhelfer.engine.turns import Turns
from dokuhelfer.store.sound import JoinedSound
from dokuhelfer.transcript.vocabulary import ListPlaces, read_lists
from dokuhelfer.ui.hearing import Hearing, Prepared, Words
from dokuhelfer.ui.showing import clock
from dokuhelfer.ui.widgets.message_line import Note

translate = QCoreApplication.translate

_Open = Callable[[ExitStack], AudioSource]


class Intake(QObject):
    """Hears what is spoken at once, and files one after the other.

    Signals:
        heard: id, stable words, words that may change.
        finished: id, `Transcript`, models used.
        failed: id, `DokuError`.
        warned: a `Note` for the message line.
    """

    heard = Signal(str, str, str)
    finished = Signal(str, object, object)
    failed = Signal(str, object)
    warned = Signal(object)

    def __init__(self, settings: Settings, turns: Turns, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._turns = turns
        self._queue: deque[tuple[str, _Open, ExitStack]] = deque()
        self._running: dict[str, tuple[Hearing, ExitStack]] = {}
        self._file = ""

    def hear_live(self, id: str, sound: AudioSource) -> None:
        """Hear what is being spoken."""
        self._begin(id, lambda _: sound, ExitStack())

    def hear_file(self, id: str, path: Path) -> None:
        """Hear a file when those before it are done."""
        self._enqueue(
            id, lambda stack: stack.enter_context(FileSource.open(path)), ExitStack()
        )  # fmt: skip

    def hear_kept(self, id: str, sound: JoinedSound) -> None:
        """Hear what the store has of a dictation when what waits before it is done."""
        stack = ExitStack()
        stack.enter_context(sound)
        self._enqueue(id, lambda _: sound, stack)

    def close(self) -> None:
        """End what runs."""
        for _, _, stack in self._queue:
            stack.close()
        self._queue.clear()
        for hearing, _ in self._running.values():
            hearing.cancel()
        for id in tuple(self._running):
            self._end(id)

    def _enqueue(self, id: str, opened: _Open, stack: ExitStack) -> None:
        self._queue.append((id, opened, stack))
        if not self._file:
            self._next()

    def _next(self) -> None:
        self._file = ""
        if self._queue:
            self._file, opened, stack = self._queue.popleft()
            self._begin(self._file, opened, stack)

    def _begin(self, id: str, opened: _Open, stack: ExitStack) -> None:
        hearing = Hearing(
            lambda: Prepared(opened(stack), self._model(), self._words()),
            self._settings,
            self._turns,
            parent=self,
        )
        hearing.found.connect(self._tell_model)
        hearing.heard.connect(lambda words: self._tell(id, words))
        hearing.restarted.connect(self._tell_restarted)
        hearing.finished.connect(lambda transcript: self._done(id, transcript))
        hearing.failed.connect(lambda error: self._lost(id, error))
        self._running[id] = (hearing, stack)
        hearing.start()

    def _words(self) -> tuple[str, ...]:
        own = user_folder() / "vocabulary.txt"
        settings = self._settings
        return read_lists(
            ListPlaces(None, own, settings.vocabulary_folders, settings.vocabulary_unit)
        )

    def _model(self) -> SpeechModel:
        roots = model_roots(self._settings.model_folders)
        return find_speech_model(self._settings.speech_model, roots)

    def _tell_model(self, model: SpeechModel) -> None:
        if model.is_demo:
            text = translate(
                "Intake", "Nur das Übungsmodell ist da. Es versteht Ihre Sprache nicht."
            )
            self.warned.emit(Note("demo", "warn", text))

    def _tell(self, id: str, words: Words) -> None:
        self.heard.emit(id, words.stable, words.tail)

    def _tell_restarted(self, seconds: float) -> None:
        text = translate("Intake", "Das Erkennen ist abgebrochen und macht ab {clock} weiter.")
        self.warned.emit(Note("worker", "info", text.format(clock=clock(seconds))))

    def _done(self, id: str, transcript: object) -> None:
        model = self._running[id][0].model
        self._end(id)
        self.finished.emit(id, transcript, {model.id: model.sha256} if model is not None else {})
        self._go_on(id)

    def _lost(self, id: str, error: object) -> None:
        self._end(id)
        self.failed.emit(id, error)
        self._go_on(id)

    def _go_on(self, id: str) -> None:
        if id == self._file:
            self._next()

    def _end(self, id: str) -> None:
        hearing, stack = self._running.pop(id)
        hearing.join()
        hearing.deleteLater()
        stack.close()
