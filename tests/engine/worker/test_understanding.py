"""What becomes of utterances, with a model that answers what it is told to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.engine.messages import Progress, Reason, SpokenWord
from dokuhelfer.engine.worker.recogniser import Attempt, Sound
from dokuhelfer.engine.worker.understanding import Understanding
from dokuhelfer.engine.worker.utterances import Cut, Stretch, Voice

SECONDS = 4
DONE = ("geschlafen", "gegessen", "getrunken")
UTTERANCE = SECONDS * SAMPLE_RATE


@dataclass
class Window:
    """Which utterances are in it: each has its number for a loudness."""

    numbers: list[int]


@dataclass
class Model:
    """Says sentence n for utterance n, or what is in ``alone`` and ``together`` instead."""

    alone: dict[int, list[str]] = field(default_factory=dict)
    together: dict[int, str] = field(default_factory=dict)
    likelihood: float = -0.2
    windows: list[list[int]] = field(default_factory=list)
    decoded: int = 0

    def window(self, sound: Sound) -> Window:
        numbers = [
            round(float(sound[at]) * 32768) // 1000 for at in range(0, len(sound), UTTERANCE)
        ]
        self.windows.append(numbers)
        return Window(numbers)

    def attempts(self, window: Window) -> Iterator[Attempt]:
        for turn in range(3):
            self.decoded += 1
            text = " ".join(self._said(number, window, turn) for number in window.numbers)
            yield Attempt((turn,), " ".join(text.split()), self.likelihood, 1.0, 0.1)

    def words(self, window: Window, attempt: Attempt) -> tuple[SpokenWord, ...]:
        found = []
        for place, number in enumerate(window.numbers):
            said = self._said(number, window, attempt.tokens[0]).split()
            step = (SECONDS - 1) / max(len(said), 1)
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


def understood(model: Model, *cuts: Cut, sharing: bool = True) -> list[Progress]:
    understanding = Understanding(model, sharing)  # type: ignore[arg-type]
    found = [progress for one in cuts for progress in understanding.take(one)]
    return [*found, *understanding.finish()]


def texts(found: list[Progress]) -> list[str | None]:
    return [progress.spoken and progress.spoken.text for progress in found]


def reasons(found: list[Progress]) -> list[Reason]:
    """Of what the model said, not of the pauses."""
    return [silent.reason for progress in found for silent in progress.silent[1:]]


def test_four_utterances_take_one_window() -> None:
    model = Model()
    cuts = [cut(number) for number in range(1, 5)]

    found = understood(model, *cuts)

    assert model.windows == [[1, 2, 3, 4]]
    assert model.decoded == 1
    assert texts(found) == [sentence(number) for number in range(1, 5)]
    assert [progress.through for progress in found] == [one.through for one in cuts]
    for number, progress in enumerate(found, start=1):
        assert progress.spoken is not None
        assert 10 * number <= progress.spoken.start < progress.spoken.end <= 10 * number + SECONDS
        assert progress.spoken.words[0].start == progress.spoken.start


def test_alone_and_together_say_the_same() -> None:
    cuts = [cut(number) for number in range(1, 12)]
    apart = Model()

    assert texts(understood(Model(), *cuts)) == texts(understood(apart, *cuts, sharing=False))
    assert len(apart.windows) == 11


def test_an_utterance_that_got_no_words_is_heard_again_alone() -> None:
    model = Model(together={2: ""})

    found = understood(model, cut(1), cut(2), cut(3))

    assert texts(found) == [sentence(1), sentence(2), sentence(3)]
    assert model.windows == [[1, 2, 3], [2]]


def test_one_that_got_too_many_words_is_heard_again_alone() -> None:
    model = Model(
        together={2: sentence(2) + " Der Hausarzt wurde um neun Uhr telefonisch informiert."}
    )

    found = understood(model, cut(1), cut(2), cut(3))

    assert texts(found)[1] == sentence(2)
    assert model.windows == [[1, 2, 3], [2]]


def test_a_window_in_doubt_is_taken_apart() -> None:
    model = Model(together={2: "Untertitelung des ZDF, 2020."})

    found = understood(model, cut(1), cut(2), cut(3))

    assert texts(found) == [sentence(1), sentence(2), sentence(3)]
    assert model.windows == [[1, 2, 3], [1], [2], [3]]


def test_progress_comes_while_a_window_is_taken_apart() -> None:
    """So that a lost child loses one utterance, and a slow one is not taken for dead."""
    model = Model(together={2: "Untertitelung des ZDF, 2020."})
    understanding = Understanding(model, True)  # type: ignore[arg-type]
    for number in range(1, 4):
        assert not list(understanding.take(cut(number)))

    for number, _ in enumerate(understanding.finish(), start=1):
        assert len(model.windows) == 1 + number


def test_what_is_in_doubt_is_decoded_again_before_it_is_removed() -> None:
    model = Model(alone={1: ["Untertitel der Amara.org-Community", sentence(1)]})

    found = understood(model, cut(1))

    assert texts(found) == [sentence(1)]
    assert model.decoded == 2
    assert reasons(found) == []


def test_what_stays_in_doubt_is_removed_and_told() -> None:
    credit = "Untertitel der Amara.org-Community"
    model = Model(alone={1: [credit]})

    found = understood(model, cut(1))

    assert texts(found) == [None]
    assert reasons(found) == [Reason.STOCK_PHRASE]
    assert model.decoded == 3


def test_a_loop_is_cut_off_and_told() -> None:
    model = Model(alone={1: ["Sie isst. " + "Er hat gut gegessen. " * 4]})

    found = understood(model, cut(1))

    assert texts(found) == ["Sie isst. Er hat gut gegessen."]
    assert reasons(found) == [Reason.REPETITION]


def test_few_words_for_much_speech_stand_and_are_told() -> None:
    model = Model(alone={1: ["Sie isst."]})
    long = cut(1, voiced=20.0)

    found = understood(model, long)

    assert texts(found) == ["Sie isst."]
    assert reasons(found) == [Reason.LOW_CONFIDENCE]
    assert model.decoded == 3


def test_an_utterance_too_quiet_never_meets_the_model() -> None:
    model = Model()

    found = understood(model, cut(0), cut(1))

    assert texts(found) == [None, sentence(1)]
    assert model.windows == [[1]]


def test_a_stretch_without_speech_is_told_in_its_place() -> None:
    model = Model()
    still = Stretch(20 * SAMPLE_RATE, np.zeros(8 * SAMPLE_RATE, np.int16))

    found = understood(model, cut(1), Cut(still.end, still, None), cut(3))

    assert texts(found) == [sentence(1), None, sentence(3)]
    assert [progress.through for progress in found] == sorted(p.through for p in found)
    assert found[1].silent[0].reason is Reason.SILENCE
