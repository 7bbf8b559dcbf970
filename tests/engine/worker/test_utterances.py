"""Cutting at pauses, with the real voice detector and real (synthetic) speech."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.audio.source import FileSource
from dokuhelfer.engine.worker.utterances import Cut, UtteranceCutter
from dokuhelfer.engine.worker.vad import SpeechDetector
from dokuhelfer.resources import data_path

PAUSE = 0.45
LONGEST = 25.5
SAMPLE = data_path("models", "demo-speech", "samples", "pflegebericht.ogg")


@pytest.fixture(scope="module")
def speech() -> bytes:
    with FileSource.open(SAMPLE) as source:
        return b"".join(block.pcm for block in source.blocks(threading.Event()))


def cuts(sound: bytes, block: int = 8000, start: int = 0, pause: float = PAUSE) -> list[Cut]:
    cutter = UtteranceCutter(SpeechDetector(), pause, start)
    found = []
    for first in range(0, len(sound), 2 * block):
        found += cutter.push(sound[first : first + 2 * block])
    return [*found, *cutter.finish()]


def described(found: list[Cut]) -> list[tuple[object, ...]]:
    return [
        (
            cut.through,
            cut.quiet and (cut.quiet.start, cut.quiet.end),
            cut.utterance and (cut.utterance.start, cut.utterance.end),
        )
        for cut in found
    ]


def pieces(found: list[Cut]) -> list[tuple[int, bytes]]:
    stretches = [one for cut in found for one in (cut.quiet, cut.utterance) if one is not None]
    return [(one.start, one.samples.tobytes()) for one in stretches]


def utterances(found: list[Cut]) -> list[tuple[int, int]]:
    return [(cut.utterance.start, cut.utterance.end) for cut in found if cut.utterance]


def test_every_sample_is_in_exactly_one_piece(speech: bytes) -> None:
    sound = bytes(2 * 3 * SAMPLE_RATE) + speech + bytes(2 * 30 * SAMPLE_RATE)
    found = cuts(sound)

    position = 0
    for start, samples in pieces(found):
        assert start == position
        position += len(samples) // 2
    assert b"".join(samples for _, samples in pieces(found)) == sound
    assert found[-1].through == len(sound) // 2


def test_sentences_with_pauses_become_utterances(speech: bytes) -> None:
    text = SAMPLE.with_suffix(".txt").read_text(encoding="utf-8")
    sentences = sum(text.count(mark) for mark in ".!?")

    assert 0.6 * sentences <= len(utterances(cuts(speech))) <= 1.4 * sentences


def test_a_longer_pause_cuts_less(speech: bytes) -> None:
    assert len(utterances(cuts(speech, pause=1.5))) < len(utterances(cuts(speech)))


@pytest.mark.parametrize("block", [160, 1600, 4321, 16000])
def test_blocks_of_any_size_give_the_same_cuts(speech: bytes, block: int) -> None:
    assert described(cuts(speech, block)) == described(cuts(speech))


def test_starting_at_any_cut_gives_the_same_cuts_from_there(speech: bytes) -> None:
    whole = cuts(speech)

    for number, cut in enumerate(whole[:-1]):
        rest = cuts(speech[2 * cut.through :], start=cut.through)
        assert described(rest) == described(whole[number + 1 :])


def test_speech_without_a_pause_is_cut_before_it_gets_too_long(speech: bytes) -> None:
    whole = cuts(speech)
    without_pauses = b"".join(
        cut.utterance.samples[4800:-4800].tobytes() for cut in whole if cut.utterance
    )
    found = cuts(without_pauses * 3, pause=2.0)
    lengths = [(end - start) / SAMPLE_RATE for start, end in utterances(found)]

    assert len(lengths) >= 3
    assert max(lengths) <= LONGEST
    # Cut at a quiet place, not where the time was over: they are of different lengths.
    assert len(set(lengths)) > 1
    assert min(lengths[:-1]) >= 10
    assert b"".join(samples for _, samples in pieces(found)) == without_pauses * 3
    for cut in found:
        if cut.utterance is not None:
            assert 0 < cut.voice.seconds <= len(cut.utterance.samples) / SAMPLE_RATE + 0.04
            assert cut.voice.clearest > 0.9


@pytest.mark.parametrize("level", [0.0, 0.0003, 0.003, 0.03])
def test_silence_and_noise_are_no_utterances(level: float) -> None:
    noise = np.random.default_rng(1).standard_normal(35 * SAMPLE_RATE) * level * 32767
    found = cuts(noise.astype("<i2").tobytes())

    assert utterances(found) == []
    assert len(found) == 4
    assert all(cut.quiet is not None for cut in found)


def test_a_sentence_after_a_long_silence_is_whole(speech: bytes) -> None:
    first_start, first_end = utterances(cuts(speech))[0]
    sentence = speech[2 * first_start : 2 * first_end]
    found = cuts(bytes(2 * 20 * SAMPLE_RATE) + sentence + bytes(2 * 2 * SAMPLE_RATE))

    assert len(utterances(found)) == 1
    start, end = utterances(found)[0]
    assert start <= 20 * SAMPLE_RATE + 4800
    assert end >= 20 * SAMPLE_RATE + (first_end - first_start) - 4800


def test_what_is_spoken_last_is_not_waited_out(speech: bytes) -> None:
    """Sound that stops in the middle of a sentence: the sentence is there to its last sample."""
    start, end = utterances(cuts(speech))[2]
    stopped = speech[: 2 * (start + end) // 2 // 2 * 2]

    last = cuts(stopped)[-1]

    assert last.utterance is not None
    assert last.through == last.utterance.end == len(stopped) // 2


def test_a_short_last_word_is_heard_whatever_pause_is_before_it(speech: bytes) -> None:
    """„… Schmerzen?“ – pause – „Nein.“ – F9: the word has no silence behind it."""
    whole = np.frombuffer(speech, "<i2")
    first, other = (whole[start:end] for start, end in utterances(cuts(speech))[:2])
    onset = int(np.argmax(np.abs(other) > 1500))
    word = other[max(0, onset - 200) : onset + 5120]
    lost = []
    for gap in range(8000, 16000, 320):
        sound = np.concatenate([first[:-4000], np.zeros(gap, "<i2"), word])
        found = utterances(cuts(sound.tobytes(), pause=0.7))
        if found[-1][1] < len(sound) - len(word) // 2:
            lost.append(gap)

    assert lost == []


def test_no_sound_gives_no_cut() -> None:
    assert cuts(b"") == []


def test_a_click_is_no_utterance() -> None:
    sound = np.zeros(5 * SAMPLE_RATE, "<i2")
    sound[2 * SAMPLE_RATE : 2 * SAMPLE_RATE + 160] = 20_000

    assert utterances(cuts(sound.tobytes())) == []


def test_a_pause_of_the_recording_ends_an_utterance_and_loses_nothing(speech: bytes) -> None:
    cutter = UtteranceCutter(SpeechDetector(), PAUSE)
    middle = 2 * 2 * SAMPLE_RATE
    before = [*cutter.push(speech[:middle]), *cutter.finish()]
    assert [*cutter.finish()] == []
    after = [*cutter.push(speech[middle:]), *cutter.finish()]

    assert before[-1].utterance is not None
    assert before[-1].through == middle // 2
    assert b"".join(samples for _, samples in pieces(before + after)) == speech


def test_a_silence_is_as_long_as_it_is_however_often_it_is_cut(speech: bytes) -> None:
    cutter = UtteranceCutter(SpeechDetector(), PAUSE)
    sentence = speech[: 2 * round(3.3 * SAMPLE_RATE)]
    [*cutter.push(sentence + bytes(2 * 35 * SAMPLE_RATE))]

    assert 34.0 <= cutter.quiet_for() <= 36.0


def test_nobody_is_quiet_while_somebody_speaks(speech: bytes) -> None:
    cutter = UtteranceCutter(SpeechDetector(), PAUSE)
    [*cutter.push(bytes(2 * 3 * SAMPLE_RATE))]
    waited = cutter.quiet_for()
    [*cutter.push(speech[: 2 * 2 * SAMPLE_RATE])]

    assert waited == pytest.approx(3.0, abs=0.6)
    assert cutter.quiet_for() == 0.0
