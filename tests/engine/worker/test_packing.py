from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.engine.messages import SpokenWord
from dokuhelfer.engine.worker.packing import Layout, Packer, Piece
from dokuhelfer.engine.worker.utterances import Stretch, Voice

WINDOW = 28
SPAN = 60
LONGEST_CUT = 37
BACKLOG = 120


def stretch(seconds: float, start: float = 0.0) -> Stretch:
    return Stretch(round(start * SAMPLE_RATE), np.zeros(round(seconds * SAMPLE_RATE), np.int16))


def pieces(*lengths: tuple[float, float]) -> list[Piece]:
    """One for each pair of pause and speech, in seconds; no speech, no utterance."""
    made = []
    time = 0.0
    for pause, speech in lengths:
        utterance = stretch(speech, time + pause) if speech else None
        time += pause + speech
        made.append(Piece(round(time * SAMPLE_RATE), (), utterance, Voice(speech, 0.99)))
    return made


def packed(given: list[Piece], sharing: bool = True) -> list[list[Piece]]:
    packer = Packer(sharing)
    packs = [pack for piece in given for pack in packer.add(piece)]
    return [pack for pack in (*packs, packer.rest()) if pack]


def test_utterances_share_a_window_until_it_is_full() -> None:
    given = pieces(*[(1.0, 5.0)] * 12)

    assert [len(pack) for pack in packed(given)] == [5, 5, 2]
    assert [piece for pack in packed(given) for piece in pack] == given


def test_without_sharing_each_has_its_own() -> None:
    assert [len(pack) for pack in packed(pieces(*[(1.0, 5.0)] * 3), sharing=False)] == [1, 1, 1]


def test_silence_is_told_at_once_unless_an_utterance_waits() -> None:
    given = pieces((10.0, 0.0), (10.0, 0.0), (1.0, 3.0), (10.0, 0.0), (1.0, 3.0))

    assert [len(pack) for pack in packed(given)] == [1, 1, 3]


def test_a_long_pause_closes_a_window() -> None:
    given = pieces((0.0, 3.0), *[(10.0, 0.0)] * 8, (0.0, 3.0))

    assert [pack[0].utterance is not None for pack in packed(given)][0]
    assert len(packed(given)[0]) == 6


@given(st.lists(st.tuples(st.floats(0, 10), st.floats(0, 25)), max_size=30))
def test_nothing_waits_for_more_than_the_parent_keeps(lengths: list[tuple[float, float]]) -> None:
    given = pieces(*lengths)
    before = 0
    for pack in packed(given):
        assert sum(len(p.utterance.samples) for p in pack if p.utterance) <= WINDOW * SAMPLE_RATE
        waited = (pack[-1].through - before) / SAMPLE_RATE
        assert len(pack) == 1 or waited <= SPAN + 10
        before = pack[-1].through
    assert [piece for pack in packed(given) for piece in pack] == given
    assert SPAN + 10 + LONGEST_CUT < BACKLOG


def word(text: str, start: float, end: float) -> SpokenWord:
    return SpokenWord(text, start, end, 0.9)


def texts(parts: list[tuple[SpokenWord, ...]]) -> list[str]:
    return [" ".join(one.text for one in part) for part in parts]


def test_words_go_to_the_utterance_they_were_said_in() -> None:
    layout = Layout.of([stretch(2.0), stretch(3.0), stretch(1.0)])
    said = [word("Sie", 0.3, 0.6), word("schläft.", 0.6, 1.5), word("Gut.", 2.4, 3.0)]
    said.append(word("Ja.", 5.3, 5.6))

    parts = layout.split(said)

    assert texts(parts) == ["Sie schläft.", "Gut.", "Ja."]
    assert parts[1] == (word("Gut.", 2.4 - 2, 3.0 - 2),)
    assert parts[2][0].start == 5.3 - 5


def test_the_end_of_a_sentence_mends_a_time_that_is_off() -> None:
    layout = Layout.of([stretch(2.0), stretch(2.0)])
    early = [word("Sie", 0.3, 0.6), word("schläft.", 0.6, 1.5), word("Er", 1.5, 2.1)]
    late = [word("Sie", 0.3, 0.6), word("schläft.", 1.9, 2.3), word("Er", 2.4, 2.6)]

    assert texts(layout.split([*early, word("isst.", 2.1, 3.0)])) == ["Sie schläft.", "Er isst."]
    assert texts(layout.split([*late, word("isst.", 2.6, 3.0)])) == ["Sie schläft.", "Er isst."]


def test_an_utterance_without_words_has_none() -> None:
    layout = Layout.of([stretch(2.0), stretch(2.0), stretch(2.0)])

    assert texts(layout.split([word("Ja.", 0.3, 0.6), word("So.", 4.4, 4.6)])) == ["Ja.", "", "So."]
    assert texts(layout.split([])) == ["", "", ""]


@given(
    st.lists(st.floats(0.5, 8), min_size=1, max_size=8),
    st.lists(st.tuples(st.floats(0, 28), st.floats(0, 2)), max_size=60),
)
def test_every_word_belongs_to_exactly_one(
    lengths: list[float], times: list[tuple[float, float]]
) -> None:
    utterances = [stretch(length) for length in lengths]
    said = [
        word(f"w{number}{'.' * (number % 3 == 0)}", start, start + length)
        for number, (start, length) in enumerate(sorted(times))
    ]

    parts = Layout.of(utterances).split(said)

    assert [one.text for part in parts for one in part] == [one.text for one in said]
    for part, utterance in zip(parts, utterances, strict=True):
        for one in part:
            assert 0 <= one.start <= one.end <= len(utterance.samples) / SAMPLE_RATE + 0.001
