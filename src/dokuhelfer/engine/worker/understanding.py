"""From utterances to what may be told about them: text, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dokuhelfer.audio.pcm import seconds
from dokuhelfer.engine.messages import Progress, Reason, Silent, Spoken, SpokenWord
from dokuhelfer.engine.worker import judge
from dokuhelfer.engine.worker.packing import Layout, Packer, Piece, joined
from dokuhelfer.engine.worker.recogniser import Attempt, Recogniser, Sound, compression
from dokuhelfer.engine.worker.unheard import unheard
from dokuhelfer.engine.worker.utterances import Cut, Stretch, Voice
from dokuhelfer.engine.worker.vad import Samples
from dokuhelfer.engine.worker.withholding import withhold

_LEAST_P = 0.05
"""Probability that the worst word counts with: a sentence's first, which the model expects a
time before, may have none."""

_MOST_BEFORE = 600
"""Letters of what was told before that a window may be read with; the model takes fewer."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """An utterance's text with its words, times from the utterance's start."""

    attempt: Attempt
    words: tuple[SpokenWord, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of an utterance."""

    spoken: Spoken | None
    silent: tuple[Silent, ...]


class Understanding:
    """Takes cuts in their order and gives a `Progress` for each, in the same order, at the
    latest when told that no more come.

    Args:
        recogniser: the model.
        sharing: whether utterances may share a window.
        made_up: whether the words and their times are, so that nothing follows from how many
            an utterance has, and none is read again for it.
    """

    def __init__(self, recogniser: Recogniser, sharing: bool, made_up: bool = False) -> None:
        self._recogniser = recogniser
        self._made_up = made_up
        self._packer = Packer(sharing)
        self._before = ""

    @property
    def held(self) -> float:
        """Seconds of utterances that wait for others; `finish` deals with them."""
        return seconds(self._packer.held)

    def take(self, cut: Cut) -> Iterator[Progress]:
        """The next cut."""
        for pieces in self._packer.add(_gated(cut)):
            yield from self._understand(pieces)

    def finish(self) -> Iterator[Progress]:
        """Wait for no more."""
        yield from self._understand(self._packer.rest())

    def _understand(self, pieces: Sequence[Piece]) -> Iterator[Progress]:
        together = iter(self._together([piece for piece in pieces if piece.utterance is not None]))
        for piece in pieces:
            heard = next(together) if piece.utterance is not None else None
            progress = self._progress(piece, heard)
            if piece.utterance is not None:
                self._go_on_from(progress)
            yield progress

    def _go_on_from(self, progress: Progress) -> None:
        """What was told helps to read what follows; what is in doubt would spoil it."""
        doubtful = any(one.reason not in (Reason.SILENCE, Reason.NOISE) for one in progress.silent)
        text = "" if progress.spoken is None or doubtful else progress.spoken.text
        self._before = f"{self._before} {text}"[-_MOST_BEFORE:].strip() if text else ""

    def _together(self, pieces: Sequence[Piece]) -> list[_Heard | None]:
        """What was heard in each utterance of a window; None where it has to be heard alone:
        it is in doubt, or it or one beside it does not fit its sound: words of the one may
        have come to the other."""
        nothing: list[_Heard | None] = [None] * len(pieces)
        utterances = [piece.utterance for piece in pieces if piece.utterance is not None]
        if len(utterances) < 2:
            return nothing
        window = self._recogniser.window(_floats(joined(utterances)))
        attempt = next(self._recogniser.attempts(window, self._before))
        if judge.doubts(attempt, _all_of([piece.voice for piece in pieces])) & judge.OF_A_WINDOW:
            return nothing
        parts = Layout.of(utterances).split(self._recogniser.words(window, attempt))
        heard = [_Heard(_part(attempt, words), words) for words in parts]
        if self._made_up:
            return [*heard]
        misfits = self._misfits(heard, utterances, pieces)
        return [
            None
            if any(misfits[max(0, number - 1) : number + 2])
            or judge.doubts(one.attempt, piece.voice)
            else one
            for number, (one, piece) in enumerate(zip(heard, pieces, strict=True))
        ]

    def _misfits(
        self, heard: Sequence[_Heard], utterances: Sequence[Stretch], pieces: Sequence[Piece]
    ) -> list[bool]:
        """Which utterances have too many or too few words for their sound."""
        texts = [one.attempt.text for one in heard]
        uneven = judge.uneven(texts, [piece.voice.seconds for piece in pieces])
        return [
            odd or not one.words or bool(self._left_out(one.words, utterance, piece.voice))
            for one, odd, utterance, piece in zip(heard, uneven, utterances, pieces, strict=True)
        ]

    def _left_out(
        self, words: Sequence[SpokenWord], utterance: Stretch, voice: Voice
    ) -> list[Silent]:
        """Where somebody spoke and nothing is written."""
        if self._made_up:
            return []
        offset, length = seconds(utterance.start), seconds(len(utterance.samples))
        return [
            Silent(round(offset + start, 3), round(offset + end, 3), Reason.LOW_CONFIDENCE)
            for start, end in unheard(words, voice.speech, length)
        ]

    def _alone(self, utterance: Stretch, voice: Voice) -> _Heard:
        """Decode until a text is beyond doubt, or take the one with the least."""
        window = self._recogniser.window(_floats(utterance.samples))
        tried = []
        for attempt in self._recogniser.attempts(window, self._before):
            tried.append(attempt)
            if not judge.doubts(attempt, voice):
                words = self._recogniser.words(window, attempt)
                if not self._left_out(words, utterance, voice):
                    return _Heard(attempt, words)
        chosen = judge.best(tried, voice)
        if judge.removal(chosen, voice) is not None:
            return _Heard(chosen, ())
        return _Heard(chosen, self._recogniser.words(window, chosen))

    def _progress(self, piece: Piece, heard: _Heard | None) -> Progress:
        if piece.utterance is None:
            return Progress(piece.through, None, piece.silent)
        heard = heard or self._alone(piece.utterance, piece.voice)
        left_out = self._left_out(heard.words, piece.utterance, piece.voice)
        found = _told(piece.utterance, piece.voice, heard, left_out)
        return Progress(piece.through, found.spoken, (*piece.silent, *found.silent))


def _told(utterance: Stretch, voice: Voice, heard: _Heard, left_out: Sequence[Silent]) -> _Told:
    """What of a text stands, and what is withheld or shall be listened to."""
    reason = judge.removal(heard.attempt, voice)
    kept, withheld = withhold(heard.words) if reason is None else ((), ())
    attempt = _part(heard.attempt, kept) if withheld else heard.attempt
    if withheld:
        reason = judge.removal(attempt, voice) and withheld[0].reason
    if reason is not None:
        return _Told(None, (_silent(utterance, reason),))
    offset = seconds(utterance.start)
    silent = [
        Silent(round(offset + one.start, 3), round(offset + one.end, 3), one.reason)
        for one in withheld
    ]
    unsure = judge.unsure(attempt, voice)
    if unsure is not None:
        silent.append(_silent(utterance, unsure))
    else:
        silent += left_out
    return _Told(_spoken(utterance, attempt.text, kept), tuple(silent))


def _gated(cut: Cut) -> Piece:
    """What the gates in front of the model leave of a cut."""
    silent = []
    if cut.quiet is not None:
        silent.append(_silent(cut.quiet, judge.without_speech(cut.quiet.samples)))
    utterance = cut.utterance
    if utterance is not None:
        reason = judge.before(utterance.samples)
        if reason is not None:
            silent.append(_silent(utterance, reason))
            utterance = None
    return Piece(cut.through, tuple(silent), utterance, cut.voice)


def _all_of(voices: Sequence[Voice]) -> Voice:
    return Voice(
        sum(one.seconds for one in voices),
        max(one.clearest for one in voices),
        all(one.crowd for one in voices),
    )


def _part(attempt: Attempt, words: Sequence[SpokenWord]) -> Attempt:
    """The share of one utterance in what was decoded for several."""
    text = " ".join(word.text for word in words)
    probabilities = [max(word.p, _LEAST_P) for word in words]
    likelihood = float(np.mean(np.log(probabilities))) if words else attempt.likelihood
    return replace(
        attempt, tokens=(), text=text, likelihood=likelihood, compression=compression(text)
    )


def _floats(samples: Samples) -> Sound:
    return samples.astype(np.float32) / 32768.0


def _silent(stretch: Stretch, reason: Reason) -> Silent:
    return Silent(seconds(stretch.start), seconds(stretch.end), reason)


def _spoken(utterance: Stretch, text: str, heard: Sequence[SpokenWord]) -> Spoken:
    """The utterance's text with its words' times counted from the beginning of the sound.

    Where words have no times, the utterance's own bounds stand for them.
    """
    offset = seconds(utterance.start)
    words = tuple(
        SpokenWord(word.text, round(offset + word.start, 3), round(offset + word.end, 3), word.p)
        for word in heard
    )
    start = words[0].start if words else offset
    end = words[-1].end if words else seconds(utterance.end)
    return Spoken(start, max(start, end), text, words)
