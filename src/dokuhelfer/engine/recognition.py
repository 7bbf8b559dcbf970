"""The parent's side of a speech job: sound goes to the child, text comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dokuhelfer.audio.backlog import Backlog
from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.engine.child import Child, ChildGone
from dokuhelfer.engine.messages import (
    Busy,
    Done,
    EndOfSound,
    Failure,
    LiveEnded,
    Load,
    Message,
    Progress,
    Provisional,
    Ready,
    Role,
    Sound,
)
from dokuhelfer.engine.options import EngineOptions
from dokuhelfer.engine.outcome import Ending, Failed, Outcome
from dokuhelfer.engine.patience import SLICE, Patience
from dokuhelfer.engine.protocol import ProtocolError
from dokuhelfer.engine.turns import Turns

_TOLERANCE = 0.1
"""Seconds by which a word's time may lie outside the sound it was heard in."""

_MOST_WORDS = 1000


class Recognition:
    """One speech job over the sound of a backlog. Run it once.

    Args:
        load: the model and how to use it; where to start is set here.
        backlog: the sound; its first sample is where the job starts.
        report: called with each checked `Progress`, in order; the backlog has already
            forgotten that sound.
        options: see `EngineOptions`.
        show: called with `Ready` when the model is loaded, and with live text, if ``load``
            asks for it: checked as well, and `LiveEnded` when no more will come.
        turns: told when the child computes.
    """

    def __init__(
        self,
        load: Load,
        backlog: Backlog,
        report: Callable[[Progress], None],
        options: EngineOptions,
        show: Callable[[Ready | Provisional | LiveEnded], None] | None = None,
        turns: Turns | None = None,
    ) -> None:
        self._load = replace(load, start=backlog.first)
        self._backlog = backlog
        self._report = report
        self._options = options
        self._show = show or (lambda _: None)
        self._turns = turns or Turns()
        self._works: Callable[[bool], None] = lambda _: None
        self._sent = self._through = backlog.first
        self._end_sent = False
        self._ready = False

    def run(self, shall_stop: Callable[[], bool]) -> Outcome:
        """Work until the result, until ``shall_stop`` says so, or until the child is lost."""
        with (
            self._turns.recognition() as self._works,
            Child(self._options.command, Role.SPEECH, self._options.timeouts) as child,
        ):
            return self._talk(child, shall_stop)

    def _talk(self, child: Child, shall_stop: Callable[[], bool]) -> Outcome:
        timeouts = self._options.timeouts
        patience = Patience(timeouts.start)
        child.send(self._load)
        while True:
            if shall_stop():
                return child.conclude(Ending.CANCELLED)
            self._feed(child)
            try:
                message = child.receive(SLICE)
                outcome = self._take(child, message) if message is not None else None
            except ChildGone:
                return child.conclude(Ending.RESULT if self._is_all_done() else Ending.LOST)
            except ProtocolError:
                return child.conclude(Ending.BROKEN_PROTOCOL)
            if outcome is not None:
                return outcome
            if message is not None and not isinstance(message, Busy):
                patience = Patience(timeouts.progress)
            elif self._owes_nothing():
                patience.renew()
            elif patience.is_over():
                waited_for = "progress" if self._ready else "start"
                return child.conclude(Ending.TIMEOUT, waited_for=waited_for)

    def _feed(self, child: Child) -> None:
        """Send what has come in. The backlog bounds how far ahead of the child this runs."""
        for block in self._backlog.since(self._sent):
            child.send(Sound(block.start, block.pcm))
            self._sent = block.end
        if self._backlog.is_closed and not self._end_sent and self._sent == self._backlog.end:
            child.send(EndOfSound())
            self._end_sent = True

    def _is_all_done(self) -> bool:
        """Whether the last word has come, if not the child's good-bye."""
        return self._end_sent and self._through == self._sent

    def _owes_nothing(self) -> bool:
        """Whether the child waits for us: a microphone may be silent for as long as it likes."""
        return self._ready and self._through == self._sent and not self._end_sent

    def _take(self, child: Child, message: Message) -> Outcome | None:
        match message:
            case Ready() if not self._ready:
                self._ready = True
                self._works(False)
                self._show(message)
            case Busy(now) if self._ready:
                self._works(now)
            case Progress() if self._ready:
                self._check(message)
                self._through = message.through
                self._backlog.forget(message.through)
                self._report(message)
            case Provisional() | LiveEnded() if self._ready and self._load.live is not None:
                self._check_live(message)
                self._show(message)
            case Done(sample) if self._is_all_done() and sample == self._sent:
                return child.conclude(Ending.RESULT)
            case Failure(code, params):
                return child.conclude(Ending.FAILURE, failure=Failed(code, params))
            case _:
                raise ProtocolError("unexpected message")
        return None

    def _check_live(self, message: Provisional | LiveEnded) -> None:
        """Live text owes nothing, but has to be about sound that is not dealt with yet."""
        if isinstance(message, LiveEnded):
            return
        first = self._through / SAMPLE_RATE - _TOLERANCE
        last = self._sent / SAMPLE_RATE + _TOLERANCE
        if not first <= message.start <= message.through <= last:
            raise ProtocolError("outside the sound")
        if len(message.stable) + len(message.tail) > _MOST_WORDS:
            raise ProtocolError("too many words")

    def _check(self, progress: Progress) -> None:
        """Progress has to go on, and to stay within the sound that was sent: so a child
        gone wild can neither flood us nor put words where nothing was said."""
        if not self._through < progress.through <= self._sent:
            raise ProtocolError("no progress")
        first = self._through / SAMPLE_RATE - _TOLERANCE
        last = progress.through / SAMPLE_RATE + _TOLERANCE
        bounds = [(silent.start, silent.end) for silent in progress.silent]
        if progress.spoken is not None:
            bounds.append((progress.spoken.start, progress.spoken.end))
        if any(not first <= start <= end <= last for start, end in bounds):
            raise ProtocolError("outside the sound")
        if progress.spoken is not None and len(progress.spoken.words) > _MOST_WORDS:
            raise ProtocolError("too many words")
