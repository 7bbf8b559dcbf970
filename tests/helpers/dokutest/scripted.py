"""A speech model that answers what it is told to, and utterances to give it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.engine.messages import SpokenWord
from dokuhelfer.engine.worker.recogniser import Attempt, Sound
from dokuhelfer.engine.worker.utterances import Cut, Stretch, Voice

SECONDS = 4
DONE = ("geschlafen", "gegessen", "getrunken")
UTTERANCE = SECONDS * SAMPLE_RATE


@dataclass
class Window:
    """Which utterances are in it: each has its number for a loudness."""

    numbers: list[int]


@dataclass
class ScriptedModel:
    """Says sentence n for utterance n, or what is in ``alone`` and ``together`` instead.

    Attributes:
        alone: what it says at each attempt for an utterance on its own; the last stands for all
            that follow.
        together: what it says for an utterance among others.
        longest_word: seconds.
        windows: the numbers of the utterances in each window it has encoded.
        decoded: how many attempts it has made.
        befores: the text that each window was said to follow.
    """

    alone: dict[int, list[str]] = field(default_factory=dict)
    together: dict[int, str] = field(default_factory=dict)
    likelihood: float = -0.2
    longest_word: float = SECONDS
    windows: list[list[int]] = field(default_factory=list)
    decoded: int = 0
    befores: list[str] = field(default_factory=list)

    def window(self, sound: Sound) -> Window:
        numbers = [
            round(float(sound[at]) * 32768) // 1000 for at in range(0, len(sound), UTTERANCE)
        ]
        self.windows.append(numbers)
        return Window(numbers)

    def attempts(self, window: Window, before: str = "") -> Iterator[Attempt]:
        self.befores.append(before)
        for turn in range(3):
            self.decoded += 1
            text = " ".join(self._said(number, window, turn) for number in window.numbers)
            yield Attempt((turn,), " ".join(text.split()), self.likelihood, 1.0, 0.1)

    def words(self, window: Window, attempt: Attempt) -> tuple[SpokenWord, ...]:
        found = []
        for place, number in enumerate(window.numbers):
            said = self._said(number, window, attempt.tokens[0]).split()
            step = min(self.longest_word, (SECONDS - 1) / max(len(said), 1))
            for index, text in enumerate(said):
                start = place * SECONDS + 0.5 + index * step
                found.append(SpokenWord(text, start, start + step, 0.9))
        return tuple(found)

    def _said(self, number: int, window: Window, turn: int) -> str:
        if len(window.numbers) > 1:
            return self.together.get(number, sentence(number))
        answers = self.alone.get(number, [sentence(number)])
        return answers[min(turn, len(answers) - 1)]


def sentence(number: int) -> str:
    return f"Frau Meier hat heute gut {DONE[number % 3]}."


def cut(number: int, voiced: float = 3.0) -> Cut:
    """Utterance ``number``, 10 s after the one before."""
    start = number * 10 * SAMPLE_RATE
    samples = np.full(UTTERANCE, number * 1000, np.int16)
    quiet = Stretch(start - 6 * SAMPLE_RATE, np.zeros(6 * SAMPLE_RATE, np.int16))
    return Cut(start + UTTERANCE, quiet, Stretch(start, samples), Voice(voiced, 0.99))
