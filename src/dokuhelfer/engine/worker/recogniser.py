"""A window of sound becomes words: Whisper through faster-whisper and CTranslate2.

Encoding, decoding and aligning are separate steps, so that a window is encoded once however
often it is decoded. ``WhisperModel.transcribe`` is not used: with word times it goes back to
the last word's end and decodes the silent rest of the window again, which costs a second pass
and is where text is invented.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import ctranslate2
import numpy as np
import numpy.typing as npt
from faster_whisper import WhisperModel
from faster_whisper.audio import pad_or_trim
from faster_whisper.tokenizer import Tokenizer
from faster_whisper.transcribe import get_suppressed_tokens

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.engine.messages import Load, SpokenWord
from dokuhelfer.engine.worker.alignment import words_of
from dokuhelfer.engine.worker.hotwords import fitting
from dokuhelfer.engine.worker.loops import echoes
from dokuhelfer.engine.worker.stock import plainly

_SECOND_TEMPERATURE = 0.4
"""A doubtful result is decoded once more, not five times (inference.md §1.6)."""

REPETITIVE = 2.4
"""Compression ratio above which a text repeats itself (OpenAI's and faster-whisper's)."""

UNLIKELY = -1.0
"""Mean log probability below which a text is doubtful (theirs, too)."""

_HYPOTHESES = 5
_CONTEXT_TOKENS = 448
_TOKENS_PER_SECOND = 12
_SPARE_TOKENS = 16
"""Fast German speech takes 7 tokens a second; a loop would fill the window."""

_MOST_BEFORE = 100
"""Tokens of the text before a window, some 15 s. With hotwords (100) and a window of fast speech
(200) they stay below `_CONTEXT_TOKENS`."""

_LEAST_WINDOW = 1000
_WINDOW_MARGIN = 200
"""Frames (10 ms) of the window for a glimpse: at least 10 s, and 2 s of silence after the
sound. Shorter ones make Whisper repeat itself (whisper.cpp issue 1951)."""

_LATEST_FIRST_TIMESTAMP = 50  # steps of 20 ms

Sound = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Window:
    """Encoded sound: the one costly step, done once whatever is decoded from it.

    Attributes:
        frames: how many of the encoder's frames are sound; the rest of the 30 s is padding.
        duration: seconds of sound.
    """

    encoded: ctranslate2.StorageView
    frames: int
    duration: float


@dataclass(frozen=True, slots=True)
class Attempt:
    """What the model made of a window.

    Attributes:
        likelihood: mean log probability of the tokens.
        compression: how often the text compresses into itself; high means repetition.
        no_speech: the model's own probability that nobody speaks.
    """

    tokens: tuple[int, ...]
    text: str
    likelihood: float
    compression: float
    no_speech: float

    @property
    def is_plausible(self) -> bool:
        """Whether the model itself trusts it; `engine.worker.judge` asks for more."""
        wordless = bool(self.text) and not any(letter.isalnum() for letter in self.text)
        return not wordless and self.compression <= REPETITIVE and self.likelihood >= UNLIKELY


@dataclass(frozen=True, slots=True)
class Glimpse:
    """An utterance that still goes on, as it reads now.

    Attributes:
        starts: when each word begins, seconds from the beginning of the sound; empty if nobody
            asked.
    """

    words: tuple[str, ...]
    starts: tuple[float, ...] = ()


class Recogniser:
    """A loaded speech model.

    Args:
        load: which one, and how to use it.
        about_to_compute: called before every window; the rest belongs to one.

    Attributes:
        expected: how many of the hotwords it has been given; the others did not fit.
    """

    def __init__(self, load: Load, about_to_compute: Callable[[], None] = lambda: None) -> None:
        self._about_to_compute = about_to_compute
        self._model = WhisperModel(
            load.folder,
            device="cpu",
            compute_type="int8",
            cpu_threads=load.threads,
            local_files_only=True,
        )
        self._beam_size = load.beam_size
        self._tokenizer = Tokenizer(
            self._model.hf_tokenizer,
            self._model.model.is_multilingual,
            task="transcribe",
            language=load.language,
        )
        self._suppressed = get_suppressed_tokens(self._tokenizer, [-1])
        hotwords = fitting(load.hotwords, self._tokenizer.encode)
        self.expected = hotwords.count
        self._hotwords = list(hotwords.tokens) if hotwords.count else []
        self._start = list(self._tokenizer.sot_sequence)
        # Who writes times has learnt no prompts.
        self._timed = load.timed
        # A shape says the same words in every window.
        self._may_echo = load.made_up
        if not load.timed:
            self._start.append(self._tokenizer.no_timestamps)

    def window(self, sound: Sound) -> Window:
        """Encode at most 30 s of sound (float32, 16 kHz)."""
        self._about_to_compute()
        features = self._model.feature_extractor(sound)
        frames = min(features.shape[-1] - 1, self._model.feature_extractor.nb_max_frames)
        encoded = self._model.encode(pad_or_trim(features[:, :frames]))
        return Window(encoded, frames, len(sound) / SAMPLE_RATE)

    def attempts(self, window: Window, before: str = "") -> Iterator[Attempt]:
        """Decode as often as the caller asks, each time differently.

        Hotwords and the text ``before`` the window can lead a model astray, so they are left out
        first; then it is sampled. An attempt that only says again what was before is none.
        """
        before = "" if self._timed else before
        prompt = self._prompt(before)
        if prompt != self._start:
            attempt = self._decode(window, prompt, 0.0)
            said = plainly(attempt.text).split()
            if self._may_echo or not echoes(said, plainly(before).split()):
                yield attempt
        yield self._decode(window, self._start, 0.0)
        yield self._decode(window, self._start, _SECOND_TEMPERATURE)

    def words(self, window: Window, attempt: Attempt) -> tuple[SpokenWord, ...]:
        """The words of an attempt, times in seconds from the beginning of the window."""
        if not attempt.tokens:
            return ()
        (alignment,) = self._model.find_alignment(
            self._tokenizer, [list(attempt.tokens)], window.encoded, window.frames
        )
        return words_of(alignment, window.duration)

    def glimpse(self, sound: Sound, timed: bool) -> Glimpse | None:
        """The words of an utterance that still goes on, read once and greedily; None where
        they are doubtful. With their times if ``timed``.

        The window is only as long as it needs to be, which takes a third of the time. That
        costs some accuracy (CTranslate2 issue 2100), so nothing final is read that way.
        """
        self._about_to_compute()
        features = self._model.feature_extractor(sound)
        most = self._model.feature_extractor.nb_max_frames
        frames = min(features.shape[-1] - 1, most)
        length = min(most, max(_LEAST_WINDOW, frames + _WINDOW_MARGIN))
        encoded = self._model.encode(pad_or_trim(features[:, :frames], length))
        window = Window(encoded, frames, len(sound) / SAMPLE_RATE)
        attempt = self._decode(window, self._prompt(""), 0.0, beam_size=1)
        if not attempt.is_plausible:
            return None
        if not timed:
            return Glimpse(tuple(attempt.text.split()))
        words = self.words(window, attempt)
        return Glimpse(tuple(one.text for one in words), tuple(one.start for one in words))

    def _prompt(self, before: str) -> list[int]:
        """What the model is told before it begins."""
        known = list(self._hotwords)
        if before:
            known += self._tokenizer.encode(f" {before}")[-_MOST_BEFORE:]
        return [self._tokenizer.sot_prev, *known, *self._start] if known else self._start

    def _decode(
        self, window: Window, prompt: list[int], temperature: float, beam_size: int = 0
    ) -> Attempt:
        search = (
            {"beam_size": beam_size or self._beam_size}
            if temperature == 0.0
            else {
                "beam_size": 1,
                "num_hypotheses": _HYPOTHESES,
                "sampling_topk": 0,
                "sampling_temperature": temperature,
            }
        )
        # Sampling shall give the same text whenever the same utterance is decoded again.
        ctranslate2.set_random_seed(1)
        room = _SPARE_TOKENS + round(window.duration * _TOKENS_PER_SECOND)
        (result,) = self._model.model.generate(
            window.encoded,
            [prompt],
            max_length=min(_CONTEXT_TOKENS, len(prompt) + room),
            return_scores=True,
            return_no_speech_prob=True,
            suppress_tokens=self._suppressed,
            max_initial_timestamp_index=_LATEST_FIRST_TIMESTAMP,
            **search,
        )
        return self._attempt(result)

    def _attempt(self, result: ctranslate2.models.WhisperGenerationResult) -> Attempt:
        tokens = [token for token in result.sequences_ids[0] if token < self._tokenizer.eot]
        text = " ".join(self._tokenizer.decode(tokens).split())
        length = len(result.sequences_ids[0])
        return Attempt(
            tuple(tokens),
            text,
            likelihood=result.scores[0] * length / (length + 1),
            compression=compression(text),
            no_speech=result.no_speech_prob,
        )


def compression(text: str) -> float:
    """How many times shorter a text becomes when it is compressed; 0 for none."""
    data = text.encode("utf-8")
    return len(data) / len(zlib.compress(data)) if data else 0.0
