from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dokuhelfer.engine.messages import Reason
from dokuhelfer.engine.worker import judge
from dokuhelfer.engine.worker.judge import Doubt
from dokuhelfer.engine.worker.recogniser import Attempt
from dokuhelfer.engine.worker.utterances import Voice


def tone(level_dbfs: float, seconds: float = 1.0) -> np.ndarray:
    amplitude = 32767 * 10 ** (level_dbfs / 20) * np.sqrt(2)
    wave = np.sin(np.linspace(0, 2000 * seconds, round(16000 * seconds)))
    return (amplitude * wave).astype(np.int16)


def voiced(seconds: float) -> Voice:
    return Voice(seconds, 0.99)


def attempt(text: str = "Frau Berger schläft", **changes: float) -> Attempt:
    values = {"likelihood": -0.2, "compression": 1.0, "no_speech": 0.1, **changes}
    return Attempt((), text, **values)


def test_a_whisper_passes_the_gate_and_silence_does_not() -> None:
    assert judge.before(tone(-45)) is None
    assert judge.before(tone(-70)) is Reason.SILENCE
    assert judge.before(np.zeros(0, np.int16)) is Reason.SILENCE


def test_one_loud_moment_opens_the_gate() -> None:
    assert judge.before(np.concatenate([np.zeros(64000, np.int16), tone(-40, 0.3)])) is None


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (attempt(), None),
        (attempt(no_speech=0.9), None),
        (attempt(likelihood=-1.2), None),
        (attempt(likelihood=-1.2, no_speech=0.7), Reason.LOW_CONFIDENCE),
        (attempt(likelihood=-1.3), Reason.LOW_CONFIDENCE),
        (attempt(""), Reason.LOW_CONFIDENCE),
        (attempt("... – ?"), Reason.LOW_CONFIDENCE),
        (attempt("Vielen Dank."), None),
        (attempt("Vielen Dank.", likelihood=-0.7), Reason.STOCK_PHRASE),
        (attempt("Vielen Dank.", no_speech=0.8), Reason.STOCK_PHRASE),
        (attempt("Vielen Dank, sagte sie.", likelihood=-0.7), None),
    ],
)
def test_a_text_stands_unless_the_signs_speak_against_it(
    given: Attempt, reason: Reason | None
) -> None:
    assert judge.removal(given, voiced(0.9)) is reason
    assert reason is None or judge.doubts(given, voiced(0.9)) or not given.text


@pytest.mark.parametrize(
    ("text", "voiced", "doubt"),
    [
        ("Sie schläft.", 1.0, None),
        ("Sie schläft.", 20.0, Doubt.TOO_SLOW),
        ("", 3.0, Doubt.TOO_SLOW),
        ("", 0.5, None),
        ("Ja.", 0.1, None),
        ("Frau Berger hat am Morgen ihre Tabletten genommen.", 0.3, Doubt.TOO_FAST),
        ("Sie ist heute früh, sie ist heute früh, sie ist heute früh da.", 4.0, Doubt.LOOPING),
        ("Sie trinkt. Untertitelung des ZDF, 2020", 3.0, Doubt.CREDIT),
    ],
)
def test_what_does_not_fit_the_seconds_of_speech_is_doubtful(
    text: str, voiced: float, doubt: Doubt | None
) -> None:
    assert judge.doubts(attempt(text), Voice(voiced, 0.99)) == ({doubt} if doubt else set())


def test_a_short_word_is_believed_if_voice_or_model_is_sure() -> None:
    likely, unlikely = attempt("Nein."), attempt("Nein.", likelihood=-0.8)
    clear, unclear = Voice(0.3, 0.98), Voice(0.3, 0.8)

    assert judge.removal(unlikely, clear) is None
    assert judge.removal(likely, unclear) is None
    assert judge.removal(unlikely, unclear) is Reason.LOW_CONFIDENCE
    assert judge.removal(unlikely, Voice(0.6, 0.8)) is None


def test_half_a_minute_that_became_a_closing_phrase_is_removed() -> None:
    closing = attempt("Vielen Dank für die Aufmerksamkeit.")

    assert judge.removal(closing, voiced(28.0)) is Reason.STOCK_PHRASE
    assert judge.removal(closing, voiced(2.0)) is None


def test_only_a_burst_without_a_word_is_noise() -> None:
    assert judge.removal(attempt("..."), Voice(0.3, 0.8)) is Reason.NOISE
    assert judge.removal(attempt("..."), Voice(0.5, 0.99)) is Reason.LOW_CONFIDENCE


def test_speech_without_a_word_is_not_called_noise() -> None:
    assert judge.removal(attempt(""), voiced(4.0)) is Reason.LOW_CONFIDENCE


def test_a_repetitive_text_is_removed_only_if_nobody_speaks_as_fast() -> None:
    round_of_a_ward = attempt("Zimmer 1 ruhig. Zimmer 2 ruhig. Zimmer 3 ruhig.", compression=2.6)

    assert judge.removal(round_of_a_ward, voiced(6.0)) is None
    assert judge.unsure(round_of_a_ward, voiced(6.0)) is Reason.REPETITION
    assert judge.removal(round_of_a_ward, voiced(0.5)) is Reason.REPETITION


def test_a_text_that_is_too_short_or_shaky_stands_and_is_listed() -> None:
    assert judge.removal(attempt(), voiced(15.0)) is None
    assert judge.unsure(attempt(), voiced(15.0)) is Reason.LOW_CONFIDENCE
    assert judge.unsure(attempt(), voiced(2.0)) is None
    assert judge.unsure(attempt(likelihood=-0.8), voiced(2.0)) is Reason.LOW_CONFIDENCE


def test_the_attempt_with_the_fewest_doubts_is_best() -> None:
    likely = attempt("Untertitel der Amara.org-Community", likelihood=-0.1)
    sound = attempt("Sie schläft.", likelihood=-0.9)
    likelier = attempt("Sie schlief.", likelihood=-0.3)

    assert judge.best([likely, sound, likelier], voiced(2.0)) is likelier


def test_a_text_that_does_not_fit_its_window_is_uneven() -> None:
    texts = ["Sie hat gut geschlafen.", "Gut.", "Der Blutdruck lag bei 120 zu 80."]

    assert judge.uneven(texts, [1.5, 1.5, 3.2]) == [False, True, False]
    assert judge.uneven(texts, [1.5, 0.3, 3.2]) == [False, False, False]
    assert judge.uneven(["", ""], [1.0, 1.0]) == [False, False]


def test_of_two_that_do_not_fit_each_other_neither_is_believed() -> None:
    short, long = "Gut.", "Sie hat gut geschlafen und gefrühstückt."

    assert judge.uneven([short, long], [2.5, 2.5]) == [True, True]
    assert judge.uneven([short, long, short, long], [2.5, 2.5, 2.5, 2.5]) == [True] * 4


def test_a_room_is_silent_and_a_tone_is_noise() -> None:
    assert judge.without_speech(tone(-55)) is Reason.SILENCE
    assert judge.without_speech(tone(-30)) is Reason.NOISE


def test_of_a_crowd_only_a_trusted_text_may_stand() -> None:
    many, one = Voice(6.0, 0.99, crowd=True), Voice(6.0, 0.99)
    doubtful, trusted = attempt(likelihood=-0.8), attempt(likelihood=-0.6)
    words = "Frau Berger schläft seit heute Mittag ruhig"

    assert judge.removal(replace(doubtful, text=words), many) is Reason.NOISE
    assert judge.removal(replace(trusted, text=words), many) is None
    assert judge.removal(replace(doubtful, text=words), one) is None
    for repeated in (replace(trusted, compression=3.0), replace(trusted, text="Schein " * 9)):
        assert judge.removal(repeated, many) is Reason.NOISE
