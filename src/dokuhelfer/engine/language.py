"""The parent's side of the language job: one model in a child, asked question by question."""

from __future__ import annotations

import threading
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import platformdirs
import psutil

from dokuhelfer.engine import cpu, memory
from dokuhelfer.engine.child import Child, ChildGone
from dokuhelfer.engine.language_messages import (
    Append,
    Begin,
    Choose,
    Chosen,
    GoOn,
    Halt,
    Halted,
    Held,
    LanguageRequest,
    LoadLanguage,
    Piece,
    Recite,
    Rewind,
    TooLong,
    Wait,
    Write,
    Written,
    Wrote,
)
from dokuhelfer.engine.messages import Failure, Message, Ready, Role
from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.engine.options import EngineOptions
from dokuhelfer.engine.outcome import Crashed, Ending, Failed, Outcome, error_of
from dokuhelfer.engine.patience import SLICE, Patience
from dokuhelfer.engine.protocol import ProtocolError
from dokuhelfer.engine.turns import Turns
from dokuhelfer.errors import Code, DokuError

_CONTEXT = 4096
"""What `memory_mb` of the catalogue is counted for."""
_BATCH = 256
"""Tokens in one step. A step can be left between its parts; with 512 a part of a 4B model
takes 0.2 s on one core, and smaller ones cost no speed."""
_SHARING_BATCH = 64
"""The same beside recognition, which waits for no step: a second of a 4B model on one core."""
_HALT_WAIT = 0.2
"""Seconds a child has to leave off before it is ended; with `SLICE` that is 0.25 s."""


@dataclass(frozen=True, slots=True)
class LanguageOptions:
    """How a language model is used.

    Attributes:
        engine: the child program and how long it is waited for.
        context: most tokens of a prompt with its answers.
        threads: 0 leaves the choice to `engine.cpu.worker_threads`.
        kept: folder for the states of fixed prompts and for marks of files found right, see
            `engine.worker.prefix` and `seal`; None: nothing is kept.
    """

    engine: EngineOptions = field(default_factory=EngineOptions)
    context: int = _CONTEXT
    threads: int = 0
    kept: Path | None = field(
        default_factory=lambda: platformdirs.user_cache_path("dokuhelfer", False) / "prompts"
    )


class LanguageWorker:
    """A language model in a child process. Use as a context manager, in one thread.

    The model is loaded at the first question. Each method may take seconds; `cancel` set
    from another thread ends it within 300 ms. After any error but `DICTATION_TOO_LONG`
    the worker is of no use any more.

    Args:
        turns: those of the program, where something may be recognised beside it. The model
            then computes no step, and is not loaded, while a recognition works; the call
            takes so much longer.

    Raises (all methods):
        DokuError: `DICTATION_TOO_LONG` with tokens and most, nothing was taken then;
            `CANCELLED`; `TOO_LITTLE_MEMORY`, `CPU_TOO_OLD`, `ENGINE_MISSING`, `MODEL_DEFECT`,
            `MODEL_UNSUITED` while loading; `LANGUAGE_LOST`, `OUT_OF_MEMORY` or
            `WORKER_UNRESPONSIVE` when the child is lost.
    """

    def __init__(
        self,
        model: LanguageModel,
        options: LanguageOptions | None = None,
        cancel: threading.Event | None = None,
        turns: Turns | None = None,
    ) -> None:
        self._turns = turns
        self._waits = False
        self._model = model
        self._options = options or LanguageOptions()
        self._cancel = cancel or threading.Event()
        self._child: Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._child is not None:
            self._child.conclude(Ending.CANCELLED)

    @property
    def pid(self) -> int | None:
        """The child's process id; None before the first question."""
        return None if self._child is None else self._child.pid

    def begin(self, pieces: Sequence[Piece]) -> int:
        """Begin anew with the fixed part of a prompt; its length in tokens.

        Its computed state is kept on disk, so nothing anybody said may be in it.
        """
        return self._held(Begin(tuple(pieces)))

    def append(self, pieces: Sequence[Piece]) -> int:
        """Add to the prompt; its length in tokens."""
        return self._held(Append(tuple(pieces)))

    def rewind(self, tokens: int) -> None:
        """Forget all behind the first ``tokens`` tokens."""
        self._held(Rewind(tokens))

    def choose(self, options: Sequence[str]) -> int:
        """The index of the option that goes on best; the prompt stays as it is."""
        answer = self._ask(Choose(tuple(options)))
        if not isinstance(answer, Chosen) or not 0 <= answer.option < len(options):
            raise self._broken()
        return answer.option

    def write(
        self, most: int, stops: Sequence[str] = (), letters: str = "", near: str = ""
    ) -> Generator[str, None, Written]:
        """Let the model write on, piece by piece: ``most`` tokens at most, not beyond a stop.

        ``letters`` are the only characters it may use (empty: any); ``near`` is a text it is
        likely to repeat, which makes it faster and changes nothing else. A caller that has
        enough closes the generator; the model then leaves off.
        """
        return self._writing(Write(most, tuple(stops), letters, near))

    def recite(self, text: str, near: str = "") -> Generator[str, None, Written]:
        """As `write`, but exactly ``text``: to measure how long writing it takes."""
        return self._writing(Recite(text, near))

    def _writing(self, request: Write | Recite) -> Generator[str, None, Written]:
        answer = self._ask(request)
        try:
            while isinstance(answer, Wrote):
                yield answer.text
                answer = self._answer()
        except GeneratorExit:
            self._leave_off(self._options.engine.timeouts.progress)  # nobody waits for it
            raise
        if not isinstance(answer, Written):
            raise self._broken()
        return answer

    def _held(self, request: LanguageRequest) -> int:
        answer = self._ask(request)
        if not isinstance(answer, Held):
            raise self._broken()
        return answer.tokens

    def _ask(self, request: LanguageRequest) -> Message:
        child = self._started()
        self._take_turns(child)
        child.send(request)
        return self._answer()

    def _started(self) -> Child:
        if self._child is None:
            cpu.require(cpu.LANGUAGE_FLAGS)
            self._wait_for_turn()
            memory.require(self._model.memory_mb)
            engine = self._options.engine
            self._child = Child(engine.command, Role.LANGUAGE, engine.timeouts)
            self._child.send(self._load())
            if not isinstance(self._answer("start"), Ready):
                raise self._broken()
        return self._child

    def _is_my_turn(self) -> bool:
        return self._turns is None or self._turns.is_free

    def _wait_for_turn(self) -> None:
        while not self._is_my_turn():
            if self._cancel.wait(SLICE):
                raise DokuError(Code.CANCELLED)

    def _take_turns(self, child: Child) -> None:
        """Tell the child whose turn it is, where that has changed."""
        waits = not self._is_my_turn()
        if waits != self._waits:
            child.send(Wait() if waits else GoOn())
            self._waits = waits

    def _load(self) -> LoadLanguage:
        cores, kept = psutil.cpu_count(logical=False), self._options.kept
        return LoadLanguage(
            file=str(self._model.file),
            sha256=self._model.sha256,
            folder=None if kept is None else str(kept.absolute()),
            context=self._options.context,
            batch=_BATCH if self._turns is None else _SHARING_BATCH,
            threads=self._options.threads or cpu.worker_threads(cores),
            thinks=self._model.thinks,
        )

    def _answer(self, waited_for: str = "progress") -> Message:
        """The child's answer, or the error it means. The child is over in every case but
        `TooLong`."""
        timeouts = self._options.engine.timeouts
        patience = Patience(timeouts.start if waited_for == "start" else timeouts.progress)
        while True:
            if self._cancel.is_set():
                self._leave_off()
                raise DokuError(Code.CANCELLED)
            if self._child is not None:
                self._take_turns(self._child)
            if self._waits:
                patience.renew()
            message = self._receive(SLICE)
            match message:
                case None if patience.is_over():
                    raise self._over(Ending.TIMEOUT, waited_for=waited_for)
                case None:
                    continue
                case Failure(code, params):
                    raise self._over(Ending.FAILURE, failure=Failed(code, params))
                case TooLong(tokens, most):
                    raise DokuError(Code.DICTATION_TOO_LONG, tokens=tokens, most=most)
                case _:
                    return message

    def _receive(self, wait: float) -> Message | None:
        if self._child is None:
            raise DokuError(Code.LANGUAGE_LOST)
        try:
            return self._child.receive(wait)
        except ChildGone:
            raise self._over(Ending.LOST) from None
        except ProtocolError:
            raise self._broken() from None

    def _leave_off(self, most: float = _HALT_WAIT) -> None:
        """Ask the child to leave off, and end it if it does not within ``most`` seconds."""
        child = self._child
        if child is None:
            return
        child.send(Halt())
        patience = Patience(most)
        try:
            while not patience.is_over():
                if isinstance(child.receive(SLICE), Halted | Held | Chosen | Written):
                    return
        except (ChildGone, ProtocolError):
            pass
        child.conclude(Ending.CANCELLED)

    def _broken(self) -> DokuError:
        return self._over(Ending.BROKEN_PROTOCOL)

    def _over(
        self, ending: Ending, *, failure: Failed | None = None, waited_for: str = ""
    ) -> DokuError:
        if self._child is None:
            return DokuError(Code.LANGUAGE_LOST)
        return _error_of(self._child.conclude(ending, failure=failure, waited_for=waited_for))


def _error_of(outcome: Outcome) -> DokuError:
    """As `error_of`, in words about this engine."""
    lost = isinstance(outcome, Crashed) and not outcome.illegal_instruction
    return DokuError(Code.LANGUAGE_LOST) if lost else error_of(outcome)
