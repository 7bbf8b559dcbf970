"""Sound becomes text beside the window: files one after the other, with the best model here."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dokuhelfer.audio.source import FileSource
from dokuhelfer.config.load import user_folder
from dokuhelfer.config.schema import Settings
from dokuhelfer.engine.models import SpeechModel, find_speech_model, model_roots
from dokuhelfer.errors import DokuError
from dokuhelfer.transcript.vocabulary import ListPlaces, read_lists
from dokuhelfer.ui.hearing import Hearing, Words
from dokuhelfer.ui.widgets.message_line import Note

translate = QCoreApplication.translate


class Intake(QObject):
    """The queue of what is to be heard.

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

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._queue: deque[tuple[Path, str]] = deque()
        self._hearing: Hearing | None = None
        self._source: FileSource | None = None

    def hear_file(self, path: Path, id: str) -> None:
        """Hear a file when those before it are done."""
        self._queue.append((path, id))
        if self._hearing is None:
            self._next()

    def close(self) -> None:
        """End what runs."""
        self._queue.clear()
        if self._hearing is not None:
            self._hearing.cancel()
        self._end()

    def _next(self) -> None:
        if not self._queue:
            return
        path, id = self._queue.popleft()
        try:
            model = self._model()
            self._source = FileSource.open(path)
            words = read_lists(
                ListPlaces(
                    None, user_folder() / "vocabulary.txt", self._settings.vocabulary_folders, None
                )
            )
        except DokuError as error:
            self.failed.emit(id, error)
            self._next()
            return
        hearing = Hearing(self._source, model, self._settings, words, parent=self)
        hearing.heard.connect(lambda words: self._tell(id, words))
        hearing.restarted.connect(self._tell_restarted)
        hearing.finished.connect(lambda transcript: self._done(id, transcript, model))
        hearing.failed.connect(lambda error: self._lost(id, error))
        self._hearing = hearing
        hearing.start()

    def _model(self) -> SpeechModel:
        roots = model_roots(self._settings.model_folders)
        model = find_speech_model(self._settings.speech_model, roots)
        if model.is_demo:
            text = translate(
                "Intake", "Nur das Übungsmodell ist da. Es versteht Ihre Sprache nicht."
            )
            self.warned.emit(Note("demo", "warn", text))
        return model

    def _tell(self, id: str, words: Words) -> None:
        self.heard.emit(id, words.stable, words.tail)

    def _tell_restarted(self, seconds: float) -> None:
        text = translate("Intake", "Das Erkennen ist abgebrochen und macht ab {clock} weiter.")
        at = f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
        self.warned.emit(Note("worker", "info", text.format(clock=at)))

    def _done(self, id: str, transcript: object, model: SpeechModel) -> None:
        self._end()
        self.finished.emit(id, transcript, {model.id: model.sha256})
        self._next()

    def _lost(self, id: str, error: object) -> None:
        self._end()
        self.failed.emit(id, error)
        self._next()

    def _end(self) -> None:
        if self._hearing is not None:
            self._hearing.join()
            self._hearing.deleteLater()
            self._hearing = None
        if self._source is not None:
            self._source.__exit__(None, None, None)
            self._source = None
