"""What becomes of utterances, with a model that answers what it is told to."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.engine.messages import Progress, Reason
from dokuhelfer.engine.worker.understanding import Understanding
from dokuhelfer.engine.worker.utterances import Cut, Stretch
from dokutest.scripted import SECONDS, ScriptedModel, cut, sentence

LOOP = "Er hat gut gegessen. " * 4


def understood(
    model: ScriptedModel, *cuts: Cut, sharing: bool = True, made_up: bool = False
) -> list[Progress]:
    understanding = Understanding(model, sharing, made_up)  # type: ignore[arg-type]
    found = [progress for one in cuts for progress in understanding.take(one)]
    return [*found, *understanding.finish()]


def texts(found: list[Progress]) -> list[str | None]:
    return [progress.spoken and progress.spoken.text for progress in found]


def reasons(found: list[Progress]) -> list[Reason]:
    """Of what the model said, not of the pauses."""
    return [silent.reason for progress in found for silent in progress.silent[1:]]


def test_four_utterances_take_one_window() -> None:
    model = ScriptedModel()
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
    apart = ScriptedModel()

    assert texts(understood(ScriptedModel(), *cuts)) == texts(
        understood(apart, *cuts, sharing=False)
    )
    assert len(apart.windows) == 11


def test_one_that_got_no_words_is_heard_again_and_so_are_those_beside_it() -> None:
    model = ScriptedModel(together={2: ""})

    found = understood(model, cut(1), cut(2), cut(3))

    assert texts(found) == [sentence(1), sentence(2), sentence(3)]
    assert model.windows == [[1, 2, 3], [1], [2], [3]]


def test_one_that_got_too_many_words_is_heard_again_and_so_are_those_beside_it() -> None:
    model = ScriptedModel(
        together={2: sentence(2) + " Der Hausarzt wurde um neun Uhr telefonisch informiert."}
    )

    found = understood(model, cut(1), cut(2), cut(3))

    assert texts(found)[1] == sentence(2)
    assert model.windows == [[1, 2, 3], [1], [2], [3]]


def test_of_words_that_are_made_up_none_is_missed() -> None:
    """A shape is asked as often as a model that understands."""
    model = ScriptedModel(
        together={2: sentence(2) + " Der Hausarzt wurde um neun Uhr telefonisch informiert."}
    )
    understood(model, cut(1), cut(2), cut(3), made_up=True)
    assert model.windows == [[1, 2, 3]]

    silent = ScriptedModel(together={2: ""})
    understood(silent, cut(1), cut(2), cut(3), made_up=True)
    assert silent.windows == [[1, 2, 3]]

    alone = ScriptedModel(alone={1: ["Ja."]})
    understood(alone, cut(1), made_up=True)
    assert alone.decoded == 1


def test_a_window_in_doubt_is_taken_apart() -> None:
    model = ScriptedModel(together={2: LOOP})

    found = understood(model, cut(1), cut(2), cut(3))

    assert texts(found) == [sentence(1), sentence(2), sentence(3)]
    assert model.windows == [[1, 2, 3], [1], [2], [3]]


def test_a_credit_in_a_window_concerns_one_utterance() -> None:
    model = ScriptedModel(together={2: "Untertitelung des ZDF, 2020."})

    found = understood(model, cut(1), cut(2), cut(3))

    assert texts(found) == [sentence(1), sentence(2), sentence(3)]
    assert model.windows == [[1, 2, 3], [2]]


def test_progress_comes_while_a_window_is_taken_apart() -> None:
    """So that a lost child loses one utterance, and a slow one is not taken for dead."""
    model = ScriptedModel(together={2: LOOP})
    understanding = Understanding(model, True)  # type: ignore[arg-type]
    for number in range(1, 4):
        assert not list(understanding.take(cut(number)))

    for number, _ in enumerate(understanding.finish(), start=1):
        assert len(model.windows) == 1 + number


def test_what_is_in_doubt_is_decoded_again_before_it_is_removed() -> None:
    model = ScriptedModel(alone={1: ["Untertitel der Amara.org-Community", sentence(1)]})

    found = understood(model, cut(1))

    assert texts(found) == [sentence(1)]
    assert model.decoded == 2
    assert reasons(found) == []


def test_what_stays_in_doubt_is_removed_and_told() -> None:
    credit = "Untertitel der Amara.org-Community"
    model = ScriptedModel(alone={1: [credit]})

    found = understood(model, cut(1))

    assert texts(found) == [None]
    assert reasons(found) == [Reason.STOCK_PHRASE]
    assert model.decoded == 3


def test_a_loop_is_cut_off_and_told() -> None:
    model = ScriptedModel(alone={1: ["Sie isst. " + "Er hat gut gegessen. " * 4]})

    found = understood(model, cut(1))

    assert texts(found) == ["Sie isst. Er hat gut gegessen."]
    assert reasons(found) == [Reason.REPETITION]


def test_few_words_for_much_speech_stand_and_are_told() -> None:
    model = ScriptedModel(alone={1: ["Sie isst."]})
    long = cut(1, voiced=20.0)

    found = understood(model, long)

    assert texts(found) == ["Sie isst."]
    assert reasons(found) == [Reason.LOW_CONFIDENCE]
    assert model.decoded == 3


def test_an_utterance_too_quiet_never_meets_the_model() -> None:
    model = ScriptedModel()

    found = understood(model, cut(0), cut(1))

    assert texts(found) == [None, sentence(1)]
    assert model.windows == [[1]]


def test_a_stretch_without_speech_is_told_in_its_place() -> None:
    model = ScriptedModel()
    still = Stretch(20 * SAMPLE_RATE, np.zeros(8 * SAMPLE_RATE, np.int16))

    found = understood(model, cut(1), Cut(still.end, still, None), cut(3))

    assert texts(found) == [sentence(1), None, sentence(3)]
    assert [progress.through for progress in found] == sorted(p.through for p in found)
    assert found[1].silent[0].reason is Reason.SILENCE


def test_a_window_is_read_with_what_was_told_before_it() -> None:
    model = ScriptedModel()

    understood(model, *[cut(number) for number in range(1, 4)], sharing=False)

    assert model.befores == ["", sentence(1), f"{sentence(1)} {sentence(2)}"]


def test_a_text_in_doubt_is_not_gone_on_from() -> None:
    model = ScriptedModel(alone={2: ["Ja."]})

    found = understood(model, cut(1), cut(2, voiced=9.0), cut(3), cut(4), sharing=False)

    assert Reason.LOW_CONFIDENCE in reasons(found)
    assert model.befores == ["", sentence(1), "", sentence(3)]


def test_what_is_told_before_does_not_grow() -> None:
    model = ScriptedModel()

    understood(model, *[cut(1 + number % 9) for number in range(40)], sharing=False)

    assert max(map(len, model.befores)) <= 600


def speaking(number: int, until: float) -> Cut:
    """Utterance ``number`` with speech to ``until`` (s)."""
    one = cut(number)
    return replace(one, voice=replace(one.voice, speech=((0.5, until),)))


def test_where_a_sentence_is_left_out_it_is_decoded_again_then_listed() -> None:
    short = "Frau Meier schläft."
    recovering = ScriptedModel(alone={1: [short, sentence(1)]}, longest_word=0.2)
    stubborn = ScriptedModel(alone={1: [short]}, longest_word=0.2)

    (better,), (listed,) = (
        understood(model, speaking(1, 3.5), sharing=False) for model in (recovering, stubborn)
    )

    assert texts([better]) == [sentence(1)]
    assert reasons([better]) == []
    assert texts([listed]) == [short]
    assert [(one.start, one.end, one.reason) for one in listed.silent[1:]] == [
        (pytest.approx(10.8, abs=0.3), 14.0, Reason.LOW_CONFIDENCE)
    ]
