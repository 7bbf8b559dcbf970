"""One utterance becomes words: Whisper through faster-whisper and CTranslate2.

The utterance is encoded once, decoded once and aligned once. ``WhisperModel.transcribe``
is not used: with word times it goes back to the last word's end and decodes the silent
rest of the window again, which costs a second pass and is where text is invented.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import ctranslate2
import numpy as np
import numpy.typing as npt
from faster_whisper import WhisperModel
from faster_whisper.audio import pad_or_trim
from faster_whisper.tokenizer import Tokenizer
from faster_whisper.transcribe import get_suppressed_tokens, merge_punctuations

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.engine.messages import Load, SpokenWord

_SECOND_TEMPERATURE = 0.4
"""A doubtful result is decoded once more, not five times (inference.md §1.6)."""

REPETITIVE = 2.4
"""Compression ratio above which a text repeats itself (OpenAI's and faster-whisper's)."""

UNLIKELY = -1.0
"""Mean log probability below which a text is doubtful (theirs, too)."""

_HYPOTHESES = 5
_CONTEXT_TOKENS = 448
_HOTWORD_TOKENS = 100
"""Hotwords and text share one window of 448 tokens (inference.md §1.7)."""

_TOKENS_PER_SECOND = 12
_SPARE_TOKENS = 16
"""Fast German speech takes 7 tokens a second; a loop would fill the window."""

_LEAST_WINDOW = 1000
_WINDOW_MARGIN = 200
"""Frames (10 ms) of the window for a glimpse: at least 10 s, and 2 s of silence after the
sound. Shorter ones make Whisper repeat itself (whisper.cpp issue 1951)."""

_LATEST_FIRST_TIMESTAMP = 50  # steps of 20 ms
_PREPENDED = "\"'“¿([{-„»"
_APPENDED = "\"'.。,，!！?？:：”)]}、“«"

Sound = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Recognised:
    """What the model made of an utterance; word times in seconds from its start.

    Attributes:
        likelihood: mean log probability of the tokens.
        compression: how often the text compresses into itself; high means repetition.
        no_speech: the model's own probability that nobody speaks.
    """

    text: str
    words: tuple[SpokenWord, ...]
    likelihood: float
    compression: float
    no_speech: float


@dataclass(frozen=True, slots=True)
class _Hypothesis:
    tokens: list[int]
    text: str
    likelihood: float
    compression: float
    no_speech: float

    @property
    def is_doubtful(self) -> bool:
        wordless = bool(self.text) and not has_words(self.text)
        return wordless or self.compression > REPETITIVE or self.likelihood < UNLIKELY


class Recogniser:
    """A loaded speech model."""

    def __init__(self, load: Load) -> None:
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
        self._prompt = self._prompt_with(load.hotwords)

    def recognise(self, sound: Sound) -> Recognised:
        """Recognise one utterance of at most 30 s (float32, 16 kHz)."""
        features = self._model.feature_extractor(sound)
        frames = min(features.shape[-1] - 1, self._model.feature_extractor.nb_max_frames)
        encoded = self._model.encode(pad_or_trim(features[:, :frames]))
        duration = len(sound) / SAMPLE_RATE
        best = self._best(list(self._hypotheses(encoded, duration)))
        words = self._align(best.tokens, encoded, frames, duration)
        return Recognised(best.text, words, best.likelihood, best.compression, best.no_speech)

    def glimpse(self, sound: Sound) -> tuple[str, ...] | None:
        """The words of an utterance that still goes on, read once and greedily; None where
        they are doubtful.

        The window is only as long as it needs to be, which takes a third of the time. That
        costs some accuracy (CTranslate2 issue 2100), so nothing final is read that way.
        """
        features = self._model.feature_extractor(sound)
        most = self._model.feature_extractor.nb_max_frames
        frames = min(features.shape[-1] - 1, most)
        window = min(most, max(_LEAST_WINDOW, frames + _WINDOW_MARGIN))
        encoded = self._model.encode(pad_or_trim(features[:, :frames], window))
        duration = len(sound) / SAMPLE_RATE
        hypothesis = self._decode(encoded, self._prompt, 0.0, duration, beam_size=1)
        return None if hypothesis.is_doubtful else tuple(hypothesis.text.split())

    def _prompt_with(self, hotwords: tuple[str, ...]) -> list[int]:
        tokens: list[int] = []
        for word in hotwords:
            more = self._tokenizer.encode((" " if not tokens else ", ") + word)
            if len(tokens) + len(more) > _HOTWORD_TOKENS:
                break
            tokens += more
        before = [self._tokenizer.sot_prev, *tokens] if tokens else []
        return [*before, *self._tokenizer.sot_sequence]

    def _hypotheses(
        self, encoded: ctranslate2.StorageView, duration: float
    ) -> Iterator[_Hypothesis]:
        """One hypothesis; more if it is doubtful: hotwords can lead a model astray, so they
        are left out first."""
        plain = list(self._tokenizer.sot_sequence)
        attempts = [(self._prompt, 0.0), (plain, 0.0), (plain, _SECOND_TEMPERATURE)]
        for prompt, temperature in attempts if self._prompt != plain else attempts[1:]:
            hypothesis = self._decode(encoded, prompt, temperature, duration)
            yield hypothesis
            if not hypothesis.is_doubtful:
                return

    def _decode(
        self,
        encoded: ctranslate2.StorageView,
        prompt: list[int],
        temperature: float,
        duration: float,
        beam_size: int = 0,
    ) -> _Hypothesis:
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
        room = _SPARE_TOKENS + round(duration * _TOKENS_PER_SECOND)
        (result,) = self._model.model.generate(
            encoded,
            [prompt],
            max_length=min(_CONTEXT_TOKENS, len(prompt) + room),
            return_scores=True,
            return_no_speech_prob=True,
            suppress_tokens=self._suppressed,
            max_initial_timestamp_index=_LATEST_FIRST_TIMESTAMP,
            **search,
        )
        return self._hypothesis(result)

    def _hypothesis(self, result: ctranslate2.models.WhisperGenerationResult) -> _Hypothesis:
        tokens = [token for token in result.sequences_ids[0] if token < self._tokenizer.eot]
        text = " ".join(self._tokenizer.decode(tokens).split())
        length = len(result.sequences_ids[0])
        return _Hypothesis(
            tokens,
            text,
            likelihood=result.scores[0] * length / (length + 1),
            compression=_compression(text),
            no_speech=result.no_speech_prob,
        )

    @staticmethod
    def _best(hypotheses: list[_Hypothesis]) -> _Hypothesis:
        """The last if it is sound, else the likeliest, preferring those without repetition."""
        if not hypotheses[-1].is_doubtful:
            return hypotheses[-1]
        plain = [one for one in hypotheses if one.compression <= REPETITIVE]
        return max(plain or hypotheses, key=lambda one: one.likelihood)

    def _align(
        self,
        tokens: list[int],
        encoded: ctranslate2.StorageView,
        frames: int,
        duration: float,
    ) -> tuple[SpokenWord, ...]:
        if not tokens:
            return ()
        (alignment,) = self._model.find_alignment(self._tokenizer, [tokens], encoded, frames)
        merge_punctuations(alignment, _PREPENDED, _APPENDED)
        return tuple(
            SpokenWord(
                text=str(word["word"]).strip(),
                start=round(min(float(word["start"]), duration), 2),
                end=round(min(float(word["end"]), duration), 2),
                p=round(float(word["probability"]), 3),
            )
            for word in alignment
            if str(word["word"]).strip()
        )


def has_words(text: str) -> bool:
    """Whether a text is more than punctuation."""
    return any(character.isalnum() for character in text)


def _compression(text: str) -> float:
    data = text.encode("utf-8")
    return len(data) / len(zlib.compress(data)) if data else 0.0
