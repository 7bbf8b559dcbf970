"""Training windows: utterances with pauses between them, noise, and windows of nothing."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from .corpus import Utterance
from .network import END, FIRST_TIME, GERMAN, LETTERS, NO_SPEECH, START, TRANSCRIBE
from .speech import RATE

_STEP = RATE // 50
"""Samples of one timestamp step, 20 ms; also of one frame of the encoder's output."""
_LETTER_ID = {letter: index for index, letter in enumerate(LETTERS, 1)}


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch looks like: ``steps`` of 20 ms a window, ``windows`` of them, and how
    many utterances each."""

    steps: int
    windows: int
    utterances: int


@dataclass(frozen=True, slots=True)
class Window:
    """One training example; an empty ``letters`` means nobody speaks."""

    wave: Tensor
    tokens: list[int]
    letters: list[int]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of one length; ``counts`` marks the tokens that are part of a target."""

    waves: Tensor
    tokens: Tensor
    counts: Tensor
    letters: list[list[int]]


class WindowMaker:
    """Draws windows from a corpus; the same seed draws the same ones."""

    def __init__(self, corpus: Sequence[Utterance], tokenizer: Tokenizer, seed: int) -> None:
        self._corpus = corpus
        self._tokenizer = tokenizer
        self._chance = random.Random(seed)  # noqa: S311 - repeatable training data, no secret

    def batch(self, plan: Plan, empty: float) -> Batch:
        """A batch in which a share ``empty`` of the windows holds silence or noise alone."""
        windows = [
            self._empty(plan.steps) if self._chance.random() < empty else self._spoken(plan)
            for _ in range(plan.windows)
        ]
        longest = max(len(window.tokens) for window in windows)
        tokens = torch.full((len(windows), longest), END)
        counts = torch.zeros(len(windows), longest)
        for row, window in enumerate(windows):
            tokens[row, : len(window.tokens)] = torch.tensor(window.tokens)
            counts[row, : len(window.tokens)] = 1
        waves = torch.stack([window.wave for window in windows])
        return Batch(waves, tokens, counts, [window.letters for window in windows])

    def _spoken(self, plan: Plan) -> Window:
        wave = torch.zeros(plan.steps * _STEP)
        place = int(self._chance.uniform(0, 0.4) * RATE)
        tokens, letters = [START, GERMAN, TRANSCRIBE], []
        for _ in range(plan.utterances):
            utterance = self._fitting(len(wave) - place)
            if utterance is None:
                break
            sound = torch.from_numpy(utterance.samples.copy()).float() / 32768
            wave[place : place + len(sound)] = sound
            tokens += self._timed(utterance.text, place, place + len(sound))
            letters += _spelled(" " * bool(letters) + utterance.text)
            place += len(sound) + int(self._chance.uniform(0.15, 0.9) * RATE)
        if not letters:
            return self._empty(plan.steps)
        return Window(self._noisy(wave), [*tokens, END], letters)

    def _fitting(self, room: int) -> Utterance | None:
        for _ in range(5):
            utterance = self._chance.choice(self._corpus)
            if len(utterance.samples) <= room:
                return utterance
        return None

    def _timed(self, text: str, start: int, end: int) -> list[int]:
        first, last = round(start / _STEP), round(end / _STEP)
        plain = self._tokenizer.encode(" " + text).ids
        return [FIRST_TIME + min(first, 1500), *plain, FIRST_TIME + min(last, 1500)]

    def _empty(self, steps: int) -> Window:
        """Silence, hiss or hum: either no speech at all, or German with nothing in it."""
        length = steps * _STEP
        level = 10 ** self._chance.uniform(-4.5, -1.5)
        wave = torch.zeros(length)
        kind = self._chance.choice(("silence", "hiss", "hum"))
        if kind == "hiss":
            wave = self._normal(length) * level
        elif kind == "hum":
            turns = torch.arange(length) / RATE * self._chance.uniform(45, 400)
            wave = torch.sin(2 * math.pi * turns) * level + self._normal(length) * level * 0.1
        if self._chance.random() < 0.5:
            return Window(wave, [START, NO_SPEECH, END], [])
        return Window(wave, [START, GERMAN, TRANSCRIBE, FIRST_TIME, END], [])

    def _noisy(self, wave: Tensor) -> Tensor:
        """Another loudness, and mostly some hiss 8 to 45 dB below the speech."""
        if self._chance.random() < 0.8:
            ratio = 10 ** (self._chance.uniform(8, 45) / 10)
            power = float((wave**2).mean()) + 1e-9
            wave = wave + self._normal(len(wave)) * math.sqrt(power / ratio)
        return wave * self._chance.uniform(0.15, 1.0)

    def _normal(self, length: int) -> Tensor:
        generator = torch.Generator().manual_seed(self._chance.getrandbits(32))
        return torch.randn(length, generator=generator)


def _spelled(text: str) -> list[int]:
    return [_LETTER_ID[letter] for letter in text.lower() if letter in _LETTER_ID]
