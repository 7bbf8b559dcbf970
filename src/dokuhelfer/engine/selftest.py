"""The self-test of a language model: some five seconds of reading and writing, timed.

It runs at the first start of the window, and with ``dokuhelfer bench``. What is read means nothing
and nobody said it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import psutil

from dokuhelfer.engine import cpu
from dokuhelfer.engine.language import LanguageOptions, LanguageWorker
from dokuhelfer.engine.language_messages import Piece, Turn
from dokuhelfer.engine.language_speeds import LanguageSpeed
from dokuhelfer.engine.models import LanguageModel

_BEGINNING = (Piece("Lies mit.", Turn.SYSTEM),)
_SENTENCE = "Frau Muster hat nach dem Frühstück im Garten gesessen und Zeitung gelesen. "
_SENTENCES = 3
"""Read at once: about 75 tokens, two seconds of a 4B model on two old cores."""
_READING, _WRITING = 2.5, 1.5
"""Seconds after which no further round is begun."""
_ROUNDS = 8
_TOKENS = 4
"""Written at once."""


def measure(
    model: LanguageModel,
    options: LanguageOptions | None = None,
    clock: Callable[[], float] = time.perf_counter,
) -> LanguageSpeed:
    """Load the model, read, write; loading does not count.

    Raises:
        DokuError: as `LanguageWorker`.
    """
    chosen = replace(options or LanguageOptions(), kept=None)
    with LanguageWorker(model, chosen) as worker:
        held = worker.begin(_BEGINNING)
        worker.append((Piece("Bereit?", Turn.USER),))  # the first step of all is slower
        held = worker.append((Piece("Text:", Turn.USER),))
        read, reading = _timed(lambda: _read(worker), _READING, clock)
        worker.rewind(held)
        worker.append((Piece("Weiter:", Turn.ASSISTANT),))
        written, writing = _timed(lambda: _write(worker), _WRITING, clock)
    threads = chosen.threads or cpu.worker_threads(psutil.cpu_count(logical=False))
    return LanguageSpeed(model.id, model.sha256, threads, read / reading, written / writing)


def _timed(work: Callable[[], int], most: float, clock: Callable[[], float]) -> tuple[int, float]:
    """Tokens and seconds of as many rounds as begin within ``most`` seconds."""
    began, tokens = clock(), 0
    for _ in range(_ROUNDS):
        tokens += work()
        if clock() - began >= most:
            break
    return tokens, max(clock() - began, 1e-6)


def _read(worker: LanguageWorker) -> int:
    before = worker.append((Piece("\n"),))
    return worker.append((Piece(_SENTENCE * _SENTENCES),)) - before


def _write(worker: LanguageWorker) -> int:
    before = worker.append((Piece(" "),))
    for _ in worker.recite(_SENTENCE[: 4 * _TOKENS]):
        pass
    return worker.append((Piece("\n"),)) - before
