"""The language job: a prompt that grows, questions about how it goes on."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from dokuhelfer.engine.language_messages import (
    Append,
    Begin,
    Choose,
    Chosen,
    Halt,
    Halted,
    Held,
    LoadLanguage,
    Piece,
    Recite,
    Rewind,
    TooLong,
    Write,
    Written,
    Wrote,
)
from dokuhelfer.engine.messages import VERSION, Message, Ready
from dokuhelfer.engine.protocol import ProtocolError
from dokuhelfer.engine.worker import seal
from dokuhelfer.engine.worker.channel import Channel
from dokuhelfer.errors import Code, DokuError

try:
    from dokuhelfer.engine.worker import answers, prefix, writing
    from dokuhelfer.engine.worker.llama import Halting, Llama
    from dokuhelfer.engine.worker.pace import Pace
    from dokuhelfer.engine.worker.vocabulary import Vocabulary
except (ImportError, OSError) as error:  # the library is not there, or cannot be loaded
    raise DokuError(Code.ENGINE_MISSING) from error

_ONLY_MINE = 0o077


def run(channel: Channel) -> None:
    """Answer one `LoadLanguage` with `Ready`, then question after question."""
    request = channel.receive()
    if not isinstance(request, LoadLanguage):
        raise ProtocolError("load expected")
    if not Path(request.file).is_absolute() or not Path(request.file).is_file():
        raise DokuError(Code.MODEL_MISSING)
    os.umask(_ONLY_MINE)
    if request.sha256 is not None:
        seal.require(Path(request.file), request.sha256, _folder(request))
    job = _Job(request, channel)
    channel.send(Ready(VERSION))
    while True:
        job.answer(channel.receive())


def _folder(request: LoadLanguage) -> Path | None:
    return None if request.folder is None else Path(request.folder)


class _Job:
    """The prompt and what is done with it."""

    def __init__(self, request: LoadLanguage, channel: Channel) -> None:
        self._channel = channel
        self._identity = request.sha256 or ""
        self._folder = _folder(request)
        self._pace = Pace()
        # While we work only a `Halt` can come: the parent waits for the answer.
        self._llama = Llama(request, lambda: not channel.is_idle, channel.wait_for_turn)
        self._vocabulary = Vocabulary(self._llama.vocabulary, request.thinks)

    def answer(self, request: Message) -> None:
        if isinstance(request, Halt):
            return  # it crossed our answer
        held = len(self._llama.tokens)
        try:
            self._channel.send(self._work(request))
        except Halting:
            self._llama.rewind(held)
            if not isinstance(self._channel.receive(), Halt):
                raise ProtocolError("two questions at once") from None
            self._channel.send(Halted())

    def _work(self, request: Message) -> Message:
        match request:
            case Begin(pieces):
                return self._begin(pieces)
            case Append(pieces):
                tokens = self._vocabulary.prompt(pieces, opened=bool(self._llama.tokens))
                return self._take(len(self._llama.tokens), tokens, self._llama.append)
            case Rewind(tokens) if 0 < tokens <= len(self._llama.tokens):
                self._llama.rewind(tokens)
                return Held(tokens)
            case Choose(options) if options and self._llama.tokens:
                return self._choose(options)
            case Write() if request.most > 0 and self._llama.tokens:
                return self._write(request)
            case Recite() if self._llama.tokens:
                return self._recite(request)
            case _:
                raise ProtocolError("unexpected question")

    def _begin(self, pieces: Sequence[Piece]) -> Held | TooLong:
        tokens = self._vocabulary.prompt(pieces, opened=False)
        restored = False

        def hold(tokens: Sequence[int]) -> None:
            nonlocal restored
            restored = prefix.begin(self._llama, self._identity, tokens, self._folder)

        answer = self._take(0, tokens, hold)
        return answer if isinstance(answer, TooLong) else Held(answer.tokens, restored)

    def _take(
        self, held: int, tokens: Sequence[int], hold: Callable[[Sequence[int]], None]
    ) -> Held | TooLong:
        """Counted before anything is computed: too much is told, never cut."""
        if held + len(tokens) > self._llama.most:
            return TooLong(held + len(tokens), self._llama.most)
        hold(tokens)
        return Held(len(self._llama.tokens))

    def _choose(self, options: Sequence[str]) -> Chosen | TooLong:
        rows = [self._vocabulary.plain(option) for option in options]
        if not all(rows):
            raise ProtocolError("empty option")
        needed = len(self._llama.tokens) + max(map(len, rows))
        if needed > self._llama.most:
            return TooLong(needed, self._llama.most)
        return Chosen(answers.choose(self._llama, rows))

    def _write(self, request: Write) -> Written:
        pick = writing.greedy(self._vocabulary, request.letters)
        return self._written(pick, request.most, request.stops, request.near)

    def _recite(self, request: Recite) -> Written:
        tokens = self._vocabulary.plain(request.text)
        return self._written(writing.reciting(tokens), self._llama.most, (), request.near)

    def _written(self, pick: writing.Pick, most: int, stops: Sequence[str], near: str) -> Written:
        likely = self._vocabulary.plain(near)
        going_on = writing.write(
            self._llama, self._vocabulary, pick, most, stops, likely, self._pace
        )
        while True:
            try:
                self._channel.send(Wrote(next(going_on)))
            except StopIteration as ended:
                how: writing.Ended = ended.value
                return Written(how.stop, len(self._llama.tokens), how.steps)
