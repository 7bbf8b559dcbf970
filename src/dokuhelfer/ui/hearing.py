"""Recognition beside the window: the engine's news become signals of the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from dokuhelfer.audio.source import AudioSource
from dokuhelfer.config.schema import Settings
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.engine.turns import Turns
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.transcript.model import LiveText, Segment, Transcript
from dokuhelfer.transcript.transcribe import NoListener, transcribe


@dataclass(frozen=True, slots=True)
class Words:
    """What was heard up to now: words that stay, and words that may change."""

    stable: str
    tail: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a recognition needs."""

    source: AudioSource
    model: SpeechModel
    words: tuple[str, ...] = ()


class Hearing(QObject):
    """One recognition, in a thread of its own, which owns the engine's child.

    Args:
        prepare: runs in that thread first, as looking a model's files through takes as long as
            a sentence; raises `DokuError` where there is nothing to hear or to hear with.
        turns: the window's; a language model waits while something is heard.
        live: somebody waits beside: words are shown as they come, and other recognitions yield.

    Attributes:
        model: which one is used, once it is found.

    Signals:
        found: the model.
        heard: the words so far (`Words`).
        closed: the segments that stay, so far; none yet when the first word is heard.
        progressed: seconds dealt with, of how many (0: unknown).
        restarted: a lost worker was replaced; from which second on.
        finished: the `Transcript`.
        failed: a `DokuError`.
    """

    found = Signal(object)
    heard = Signal(object)
    closed = Signal(object)
    progressed = Signal(float, float)
    restarted = Signal(float)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        prepare: Callable[[], Prepared],
        settings: Settings,
        turns: Turns,
        *,
        live: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._cancel = threading.Event()
        self._given_up = False
        self._prepare = prepare
        self.model: SpeechModel | None = None
        self._threads = settings.speech_threads
        self._turns = turns
        self._live = live
        self._listener = _Listener(self)
        self._thread = threading.Thread(target=self._listen, name="hearing", daemon=True)

    @property
    def shown(self) -> tuple[Segment, ...]:
        """All words that were shown, also those that might have changed; once it has ended."""
        return self._listener.shown

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def cancel(self) -> None:
        """End it; nothing more is said."""
        self._given_up = False
        self._cancel.set()
        if self._thread.is_alive():
            self._thread.join()

    def give_up(self) -> None:
        """End it without waiting; `failed` (or `finished`) says when it has."""
        self._given_up = True
        self._cancel.set()

    def join(self) -> None:
        """Wait for the thread, which is at its end."""
        self._thread.join()

    def _listen(self) -> None:
        try:
            ready = self._prepare()
            self.model = ready.model
            self.found.emit(ready.model)
            transcript = transcribe(
                ready.source,
                ready.model,
                live=ready.model if self._live else None,
                vocabulary=ready.words,
                listener=self._listener,
                threads=self._threads,
                yields=not self._live,
                cancel=self._cancel,
                turns=self._turns,
            )
            transcript = _with_suggestions(transcript, ready.words)
        except DokuError as error:
            self._tell_failed(error)
        except Exception:  # noqa: BLE001 - the window says that it was our fault
            self._tell_failed(DokuError(Code.INTERNAL, where="hearing"))
        else:
            self._tell_finished(transcript)

    def _tell_failed(self, error: DokuError) -> None:
        if self._given_up or not self._cancel.is_set():
            self.failed.emit(error)

    def _tell_finished(self, transcript: Transcript) -> None:
        if self._given_up or not self._cancel.is_set():
            self.finished.emit(transcript)


def _with_suggestions(transcript: Transcript, words: tuple[str, ...]) -> Transcript:
    # Here, as the window's start would pay for it.
    from dokuhelfer.transcript.suggestions import with_suggestions

    return with_suggestions(transcript, words)


class _Listener(NoListener):
    """Puts final segments and live text together."""

    def __init__(self, hearing: Hearing) -> None:
        self._hearing = hearing
        self._final: list[Segment] = []
        self._open: dict[float, LiveText] = {}

    @property
    def shown(self) -> tuple[Segment, ...]:
        open_ones = (self._open[at] for at in sorted(self._open))
        texts = ((one, " ".join((*one.stable, *one.tail))) for one in open_ones)
        count = len(self._final)
        return (
            *self._final,
            *(
                Segment(count + number, one.start, one.through, text)
                for number, (one, text) in enumerate(texts)
                if text
            ),
        )

    def segment_received(self, segment: Segment) -> None:
        self._final.append(segment)
        end = segment.end or 0.0
        self._open = {at: text for at, text in self._open.items() if at >= end}
        self._tell()
        self._hearing.closed.emit(tuple(self._final))

    def live_text(self, text: LiveText) -> None:
        if not self._open and not self._final:
            self._hearing.closed.emit(())
        self._open[text.start] = text
        self._tell()

    def restarted(self) -> None:
        last = self._final[-1].end if self._final else 0.0
        self._hearing.restarted.emit(last or 0.0)

    def progressed(self, done: float, total: float | None) -> None:
        self._hearing.progressed.emit(done, total or 0.0)

    def _tell(self) -> None:
        live = [self._open[at] for at in sorted(self._open)]
        stable = [segment.text.strip() for segment in self._final]
        tail: list[str] = []
        for text in live:
            (tail if tail else stable).extend(text.stable)
            tail.extend(text.tail)
        self._hearing.heard.emit(Words(" ".join(stable), " ".join(tail)))
