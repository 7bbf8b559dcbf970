"""How the model writes on: greedily, only given letters, in fewer steps where it repeats a text."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass

import numpy as np

from dokuhelfer.engine.language_messages import Stop
from dokuhelfer.engine.worker.guessing import Guesses
from dokuhelfer.engine.worker.llama import Llama, Scores
from dokuhelfer.engine.worker.pace import Pace
from dokuhelfer.engine.worker.vocabulary import Vocabulary

Pick = Callable[[Scores, bytes], int | None]
"""The next token by the scores and the bytes of a letter that is begun; None: nothing more."""

_FIRST_LOOK = 64
"""Tokens looked at when the best one is refused, before all are."""


@dataclass(frozen=True, slots=True)
class Ended:
    """Why writing ended, and in how many computations."""

    stop: Stop
    steps: int


def write(
    llama: Llama,
    vocabulary: Vocabulary,
    pick: Pick,
    most: int,
    stops: Sequence[str] = (),
    near: Sequence[int] = (),
    pace: Pace | None = None,
) -> Generator[str, None, Ended]:
    """Write on; yields what was written as soon as it cannot be part of a stop.

    The tokens written are held afterwards, but the one that a stop ends in.

    Args:
        pick: says what comes next, see `greedy` and `reciting`.
        near: tokens of a text that is likely to be repeated. What comes next in it is
            evaluated along with a token and kept as far as it is picked, too.
        pace: says how much of it is worth a step, and hears what steps take.

    Returns (as the generator's value): `Ended`. The stop itself is not yielded.
    """
    out = _Out(stops)
    guesses = Guesses(near)
    pace = pace or Pace()
    ahead: list[int] = []
    reason, steps = Stop.MOST, 0
    left = min(most, llama.most - len(llama.tokens))
    while left > 0:
        token = pick(llama.scores(len(ahead)), out.begun)
        if token is None:
            reason = Stop.END
            break
        if out.add(vocabulary.letters(token)):
            reason = Stop.STOP
            break
        left -= 1
        guesses.hear(token)
        if ahead and ahead[0] == token:
            del ahead[0]
        else:
            llama.rewind(len(llama.tokens) - len(ahead))
            ahead = guesses.next(min(left, pace.guesses(guesses.chance)))
            llama.append((token, *ahead), each=True)
            pace.took(1 + len(ahead), llama.took)
            steps += 1
        if ready := out.take():
            yield ready
    llama.rewind(len(llama.tokens) - len(ahead))
    if rest := out.rest(cut=reason is Stop.STOP):
        yield rest
    return Ended(reason, steps)


def greedy(vocabulary: Vocabulary, letters: str = "") -> Pick:
    """The likeliest token that is made of ``letters`` (empty: of any).

    One token is looked at, and others only where it is refused: looking at all of 152,000
    costs 27 ms a token (inference.md §2.4).
    """
    allowed = _Allowed(letters) if letters else None

    def fits(token: int, begun: bytes) -> bool:
        return allowed is None or allowed.fits(begun, vocabulary.letters(token))

    def pick(scores: Scores, begun: bytes) -> int | None:
        best = int(np.argmax(scores))
        if vocabulary.ends(best):
            return None
        if fits(best, begun):
            return best
        for many in (min(_FIRST_LOOK, len(scores)), len(scores)):
            for token in _likeliest(scores, many):
                if not vocabulary.is_special(token) and fits(token, begun):
                    return token
        return None

    return pick


def reciting(tokens: Sequence[int]) -> Pick:
    """Exactly ``tokens``; the scores are looked through as for the likeliest one."""
    left = list(tokens)

    def pick(scores: Scores, begun: bytes) -> int | None:
        np.argmax(scores)
        return left.pop(0) if left else None

    return pick


def _likeliest(scores: Scores, many: int) -> list[int]:
    """The ``many`` best tokens, best first."""
    if many < len(scores):
        best = np.argpartition(scores, -many)[-many:]
        return [int(token) for token in best[np.argsort(-scores[best])]]
    return [int(token) for token in np.argsort(-scores)]


class _Allowed:
    """Which bytes make up allowed letters, if need be begun in one token and ended in another."""

    def __init__(self, letters: str) -> None:
        self._letters = frozenset(letters)
        encoded = [letter.encode("utf-8") for letter in self._letters]
        self._beginnings = {one[:size] for one in encoded for size in range(len(one))}

    def fits(self, begun: bytes, more: bytes) -> bool:
        decoder = codecs.getincrementaldecoder("utf-8")("strict")
        try:
            whole = decoder.decode(begun + more)
        except UnicodeDecodeError:
            return False
        return self._letters.issuperset(whole) and decoder.getstate()[0] in self._beginnings


class _Out:
    """Bytes become text, held back as long as it may be part of a stop."""

    def __init__(self, stops: Sequence[str]) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._stops = stops
        self._waiting = ""

    @property
    def begun(self) -> bytes:
        """What there is of a letter that is not whole yet."""
        return self._decoder.getstate()[0]

    def add(self, letters: bytes) -> bool:
        """Whether a stop is reached."""
        self._waiting += self._decoder.decode(letters)
        stop = min((at for one in self._stops if (at := self._waiting.find(one)) >= 0), default=-1)
        if stop >= 0:
            self._waiting = self._waiting[:stop]
        return stop >= 0

    def take(self) -> str:
        """What cannot be part of a stop any more."""
        ready = len(self._waiting) - self._may_stop()
        text, self._waiting = self._waiting[:ready], self._waiting[ready:]
        return text

    def rest(self, *, cut: bool) -> str:
        """All that is left; ``cut`` at a stop, or with what was begun."""
        return self._waiting if cut else self._waiting + self._decoder.decode(b"", final=True)

    def _may_stop(self) -> int:
        """Length of the longest end of the text that a stop may begin with."""
        longest = max((len(one) for one in self._stops), default=1) - 1
        for size in range(min(longest, len(self._waiting)), 0, -1):
            if any(one.startswith(self._waiting[-size:]) for one in self._stops):
                return size
        return 0
