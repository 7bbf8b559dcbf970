"""May a recognised text stand, or was it made up?

Three steps: `before` is the gate in front of the model. `doubts` says why a text shall be
decoded once more. `removal` says why it may not stand, whatever was tried; it never removes
what was not in doubt. What is doubtful and stands is `unsure`: a person shall listen there.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from statistics import median_low

import numpy as np

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.engine.messages import Reason
from dokuhelfer.engine.worker.letters import spoken_letters
from dokuhelfer.engine.worker.loops import loops
from dokuhelfer.engine.worker.recogniser import REPETITIVE, UNLIKELY, Attempt
from dokuhelfer.engine.worker.stock import plainly, stock_phrases
from dokuhelfer.engine.worker.utterances import Voice
from dokuhelfer.engine.worker.vad import Samples

_HOPELESS = -1.2
"""Mean log probability below which a text is guessing whatever else speaks for it, if decoding
it again has not helped."""

_SHAKY = -0.7
"""Mean log probability below which a text that stands shall be listened to."""

_UNSURE = -0.5
"""Mean log probability below which what needs another sign for it, as a lone "Danke", has not
been said."""

_NOBODY = 0.6
"""The model's no-speech probability that counts together with an unlikely text."""

_SLOWEST = 0.5
_FASTEST = 6.0
"""Words in a second of heard speech. Slow dictation has 1.5, the fastest speakers 5."""

_SPARE_WORDS = 3
"""More words than `_FASTEST` allows: the detector hears a short "ja" late."""

_UNEVEN = 2.4
"""How many times slower or faster than most of its window an utterance may be. Beyond
that the model has left out a sentence, or put one in. Sentences that are right differ by 2, and
to hear one alone costs a window and, without the others, accuracy: with Whisper base 38.5 % word
errors at 2, 34.0 % from 2.4 on."""

_UNHEARD = 1.0
"""Seconds of speech that may have no word: a cough, a sigh."""

_BURST = 0.4
_CLEAR = 0.95
"""A cough or a tone is taken for speech for less than so many seconds, and less surely than
this; so are a few whispered syllables, but a short word has 0.97 and more. A text of such a
burst has to be a likely one."""

_SILENT_DBFS = -60.0
"""Level below which no microphone delivers speech; a whisper has about -45 dBFS."""

_ROOM_DBFS = -50.0
"""Level up to which a stretch without speech is called silence rather than noise."""

_WINDOW = SAMPLE_RATE // 10


class Doubt(Enum):
    """A sign that a text is not what was said."""

    WORDLESS = auto()
    UNLIKELY = auto()
    REPETITIVE = auto()
    LOOPING = auto()
    TOO_FAST = auto()
    TOO_SLOW = auto()
    CREDIT = auto()
    FAREWELL = auto()
    BURST = auto()
    MURMUR = auto()


OF_A_WINDOW = frozenset({Doubt.WORDLESS, Doubt.UNLIKELY, Doubt.REPETITIVE, Doubt.LOOPING})
"""Doubts about what was decoded for several utterances that concern them all; the others are
looked for in each one's share."""


def before(sound: Samples) -> Reason | None:
    """Whether an utterance is too quiet to be one: the gate before the model."""
    return Reason.SILENCE if _loudest(sound) < _SILENT_DBFS else None


def doubts(attempt: Attempt, voice: Voice) -> frozenset[Doubt]:
    """What speaks against a text of what the detector took for speech."""
    words = plainly(attempt.text).split()
    stock = stock_phrases()
    signs = {
        Doubt.WORDLESS: bool(attempt.text) and not words,
        Doubt.UNLIKELY: attempt.likelihood < UNLIKELY,
        Doubt.REPETITIVE: attempt.compression > REPETITIVE,
        Doubt.LOOPING: bool(loops(words)),
        Doubt.TOO_FAST: len(words) > _FASTEST * voice.seconds + _SPARE_WORDS,
        Doubt.TOO_SLOW: len(words) < _SLOWEST * (voice.seconds - _UNHEARD),
        Doubt.CREDIT: stock.has_credit(attempt.text),
        Doubt.FAREWELL: stock.is_farewell(attempt.text) and _is_unsure(attempt),
        Doubt.BURST: _is_burst(voice) and attempt.likelihood < _UNSURE,
        Doubt.MURMUR: voice.crowd and _is_guessed(attempt, words),
    }
    return frozenset(doubt for doubt, applies in signs.items() if applies)


def best(attempts: Sequence[Attempt], voice: Voice) -> Attempt:
    """The one with the fewest doubts, the likeliest among these."""
    return min(attempts, key=lambda one: (len(doubts(one, voice)), -one.likelihood))


def removal(attempt: Attempt, voice: Voice) -> Reason | None:
    """Why a text may not stand at all; None if it may. Loops and credits in it are
    `withholding`'s, what is left without them is judged again."""
    signs = doubts(attempt, voice)
    if not plainly(attempt.text):
        # Noise of less than 1.5 s is not even listed; a "Nein" may be as short as that.
        clear = Doubt.TOO_SLOW in signs or not _is_burst(voice)
        return Reason.LOW_CONFIDENCE if clear else Reason.NOISE
    if Doubt.FAREWELL in signs or (
        Doubt.TOO_SLOW in signs and stock_phrases().is_farewell(attempt.text)
    ):
        return Reason.STOCK_PHRASE
    if Doubt.MURMUR in signs:
        return Reason.NOISE
    nobody = Doubt.UNLIKELY in signs and attempt.no_speech > _NOBODY
    if nobody or attempt.likelihood < _HOPELESS or Doubt.BURST in signs:
        return Reason.LOW_CONFIDENCE
    if Doubt.TOO_FAST in signs and Doubt.LOOPING not in signs:
        return Reason.REPETITION if Doubt.REPETITIVE in signs else Reason.LOW_CONFIDENCE
    return None


def unsure(attempt: Attempt, voice: Voice) -> Reason | None:
    """Why a text that stands shall be listened to.

    Compression alone does not remove: the round of a ward says nearly the same of everyone.
    """
    signs = doubts(attempt, voice)
    if Doubt.TOO_SLOW in signs or attempt.likelihood < _SHAKY:
        return Reason.LOW_CONFIDENCE
    return Reason.REPETITION if Doubt.REPETITIVE in signs else None


def uneven(texts: Sequence[str], voiced: Sequence[float]) -> list[bool]:
    """Which of the texts of one window fit their seconds of speech otherwise than most do;
    all, where there are not that many of one kind: nobody knows which of two is wrong."""
    rates = [
        spoken_letters(text) / max(heard, 0.1) for text, heard in zip(texts, voiced, strict=True)
    ]
    usual = median_low(rates)
    odd = [not usual / _UNEVEN <= rate <= usual * _UNEVEN for rate in rates]
    return [True] * len(odd) if 2 * sum(odd) >= len(odd) else odd


def without_speech(sound: Samples) -> Reason:
    """What to call a stretch in which nobody spoke."""
    return Reason.SILENCE if _loudest(sound) < _ROOM_DBFS else Reason.NOISE


def _is_burst(voice: Voice) -> bool:
    return voice.seconds < _BURST and voice.clearest < _CLEAR


def _is_unsure(attempt: Attempt) -> bool:
    return attempt.likelihood < _UNSURE or attempt.no_speech > _NOBODY


def _is_guessed(attempt: Attempt, words: Sequence[str]) -> bool:
    """A model is sure of itself while it repeats itself."""
    return attempt.likelihood < _SHAKY or attempt.compression > REPETITIVE or bool(loops(words))


def _loudest(sound: Samples) -> float:
    """The level (dBFS) of the loudest tenth of a second."""
    if not len(sound):
        return -np.inf
    squares = (sound.astype(np.float64) / 32768.0) ** 2
    whole = len(squares) // _WINDOW * _WINDOW
    windows = squares[:whole].reshape(-1, _WINDOW) if whole else squares.reshape(1, -1)
    return float(10 * np.log10(windows.mean(axis=1).max() + 1e-12))
