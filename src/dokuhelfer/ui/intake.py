"""Sound becomes text beside the window, with the best speech model that is here."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dokuhelfer.audio.source import AudioSource
from dokuhelfer.config.load import user_folder
from dokuhelfer.config.schema import Settings
from dokuhelfer.engine.models import SpeechModel, find_speech_model, model_roots
from dokuhelfer.engine.turns import Turns
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.store.sound import JoinedSound
from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.transcript.unfinished import outlasting, with_rest_listed, with_shown
from dokuhelfer.transcript.vocabulary import ListPlaces, read_lists
from dokuhelfer.ui.hearing import Hearing, Prepared, Words
from dokuhelfer.ui.showing import clock
from dokuhelfer.ui.widgets.message_line import Note

translate = QCoreApplication.translate

_NO_MEMORY = frozenset({Code.TOO_LITTLE_MEMORY, Code.OUT_OF_MEMORY})


Fetch = Callable[[Callable[[JoinedSound], None], Callable[[DokuError], None]], None]
"""Has the store open some sound: gives it to the first, or says to the second why not."""


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    """Sound of the store that waits for its turn; it is opened only then, however many wait."""

    id: str
    fetch: Fetch


@dataclass(frozen=True, slots=True)
class _Job:
    """Sound that is being heard.

    Attributes:
        kept: where it comes from; None while somebody is speaking it.
    """

    id: str
    sound: AudioSource
    kept: _Kept | None = None

    @property
    def live(self) -> bool:
        """Whether somebody is speaking it."""
        return self.kept is None

    def close(self) -> None:
        """It is over."""
        if isinstance(self.sound, JoinedSound):
            self.sound.close()


class Intake(QObject):
    """Hears what is spoken at once, and what the store has one after the other, behind it.

    Signals:
        heard: id, stable words, words that may change.
        closed: id, the segments that stay, so far; only of what is being spoken.
        progressed: id, seconds dealt with, of how many (0: unknown).
        finished: id, `Transcript`, models used.
        failed: id, `DokuError`.
        not_fetched: id, `DokuError`: the store does not give its sound back.
        warned: a `Note` for the message line.
    """

    heard = Signal(str, str, str)
    closed = Signal(str, object)
    progressed = Signal(str, float, float)
    finished = Signal(str, object, object)
    failed = Signal(str, object)
    not_fetched = Signal(str, object)
    warned = Signal(object)

    def __init__(self, settings: Settings, turns: Turns, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._turns = turns
        self._queue: deque[_Kept] = deque()
        self._fetched: _Kept | None = None
        """What the store is asked for now."""
        self._running: dict[str, tuple[Hearing, _Job]] = {}
        self._short: set[str] = set()
        """What found no memory beside what is being spoken; it waits for that to end."""
        self._shown: dict[str, tuple[Segment, ...]] = {}
        """What was shown while it was spoken, where recognition was lost then."""

    def hear_live(self, id: str, sound: AudioSource) -> None:
        """Hear what is being spoken."""
        self._begin(_Job(id, sound))

    def hear_kept(self, id: str, fetch: Fetch) -> None:
        """Hear what the store has of a dictation when what waits before it is done."""
        self._queue.append(_Kept(id, fetch))
        self._next()

    def give_up(self, id: str) -> None:
        """Hear that no further; `failed` says so with `CANCELLED`."""
        if id in self._running:
            self._running[id][0].give_up()
            return
        waiting = [one for one in self._queue if one.id == id]
        for one in waiting:
            self._queue.remove(one)
        if self._fetched is not None and self._fetched.id == id:
            waiting.append(self._fetched)
            self._fetched = None
        for _ in waiting:
            self.failed.emit(id, DokuError(Code.CANCELLED))
        self._next()

    def finish_shown(self, id: str, duration: float) -> bool:
        """Where words were shown of sound that is gone, they are what was heard of it.

        Args:
            duration: seconds of the sound that is left, and cannot be heard.
        """
        shown = self._shown.pop(id, ())
        if not outlasting(shown, duration):
            return False
        self._tell_shown()
        # Nothing of the sound that is left was heard either: all that was shown stands.
        self.finished.emit(id, with_shown(Transcript((), complete=False), shown, 0.0), {})
        return True

    def forget(self, id: str) -> None:
        """Nothing of it is to be held any more."""
        self._shown.pop(id, None)

    def close(self) -> None:
        """End what runs."""
        self._queue.clear()
        self._fetched = None
        for hearing, _ in self._running.values():
            hearing.cancel()
        for id in tuple(self._running):
            self._end(id)

    def _next(self) -> None:
        running = [job for _, job in self._running.values()]
        if not self._queue or self._fetched or any(not job.live for job in running):
            return
        if self._queue[0].id in self._short and running:
            return
        kept = self._fetched = self._queue.popleft()
        self._short.discard(kept.id)
        kept.fetch(
            lambda sound: self._begin_kept(kept, sound), lambda error: self._not_given(kept, error)
        )

    def _begin_kept(self, kept: _Kept, sound: JoinedSound) -> None:
        if self._fetched is kept:
            self._fetched = None
            self._begin(_Job(kept.id, sound, kept))
        else:  # given up meanwhile
            sound.close()

    def _not_given(self, kept: _Kept, error: DokuError) -> None:
        if self._fetched is kept:
            self._fetched = None
            self.not_fetched.emit(kept.id, error)
            self._next()

    def _begin(self, job: _Job) -> None:
        hearing = Hearing(
            lambda: Prepared(job.sound, self.model(), self._words()),
            self._settings,
            self._turns,
            live=job.live,
            parent=self,
        )
        id = job.id
        hearing.found.connect(self._tell_model)
        hearing.heard.connect(lambda words: self._tell(id, words))
        if job.live:
            hearing.closed.connect(lambda segments: self.closed.emit(id, segments))
        hearing.progressed.connect(lambda done, whole: self.progressed.emit(id, done, whole))
        hearing.restarted.connect(self._tell_restarted)
        hearing.finished.connect(lambda transcript: self._done(id, transcript))
        hearing.failed.connect(lambda error: self._lost(id, error))
        self._running[id] = (hearing, job)
        hearing.start()

    def _words(self) -> tuple[str, ...]:
        own = user_folder() / "vocabulary.txt"
        settings = self._settings
        return read_lists(
            ListPlaces(None, own, settings.vocabulary_folders, settings.vocabulary_unit)
        )

    def model(self) -> SpeechModel:
        """The one to hear with. The first time its files are looked through, later they are known.

        Raises:
            DokuError: there is none that is sound.
        """
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
        text = translate(
            "Intake", "Das Erkennen ist abgebrochen und macht ab {clock} weiter; es fehlt nichts."
        )
        self.warned.emit(Note("worker", "info", text.format(clock=clock(seconds))))

    def _done(self, id: str, transcript: Transcript) -> None:
        if id not in self._running:  # told just before `close`
            return
        hearing, job = self._running[id]
        model = hearing.model
        if not transcript.complete:
            if job.live:  # the store has all of it, or what a full disk left
                self._lost(id, DokuError(Code.WORKER_LOST))
                return
            transcript = self._with_rest(transcript, job.sound.duration or 0.0)
        left = job.sound.duration
        self._end(id)
        transcript = self._with_shown(id, transcript, left)
        self.finished.emit(id, transcript, {model.id: model.sha256} if model is not None else {})
        self._next()

    def _with_shown(self, id: str, transcript: Transcript, duration: float | None) -> Transcript:
        shown = self._shown.pop(id, ())
        if duration is None or not outlasting(shown, duration):
            return transcript
        self._tell_shown()
        return with_shown(transcript, shown, duration)

    def _tell_shown(self) -> None:
        text = translate(
            "Intake",
            "Von den letzten Worten gibt es keinen Ton mehr. Sie stehen im Blatt, wie sie beim"
            " Sprechen zu sehen waren: Bitte genau prüfen.",
        )
        self.warned.emit(Note("shown", "warn", text))

    def _with_rest(self, transcript: Transcript, duration: float) -> Transcript:
        listed = with_rest_listed(transcript, duration)
        if listed is not transcript:
            text = translate(
                "Intake",
                "Ab {clock} ist das Erkennen abgebrochen. Der Ton ist gesichert und steht am Ende"
                " des Blattes zum Anhören.",
            )
            text = text.format(clock=clock(listed.skipped[-1].start))
            self.warned.emit(Note("worker", "warn", text))
        return listed

    def _lost(self, id: str, error: DokuError) -> None:
        if id not in self._running:
            return
        hearing, job = self._running[id]
        beside_live = any(one.live for _, one in self._running.values())
        waits = error.code in _NO_MEMORY and beside_live and job.kept is not None
        hearing.join()
        if job.live and hearing.shown and error.code is not Code.CANCELLED:
            self._shown[id] = hearing.shown
        left = job.sound.duration
        self._end(id)
        if waits and job.kept is not None:
            self._short.add(id)  # what is being spoken comes first
            self._queue.appendleft(job.kept)
        elif left is None or error.code is Code.CANCELLED or not self.finish_shown(id, left):
            self.failed.emit(id, error)
        self._next()

    def _end(self, id: str) -> None:
        hearing, job = self._running.pop(id)
        hearing.join()
        hearing.deleteLater()
        job.close()
