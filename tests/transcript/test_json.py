from __future__ import annotations

import copy
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.transcript.json import from_json, from_text, to_json
from dokuhelfer.transcript.model import (
    Segment,
    Skipped,
    SkipReason,
    Suggestion,
    Transcript,
    Word,
)

TRANSCRIPT = Transcript(
    segments=(
        Segment(0, 0.5, 2.0, "Frau Berger schläft.", (Word("Frau", 0.5, 0.7, 0.9),)),
        Segment(7, None, None, "Ohne Zeiten"),
    ),
    model="demo-speech",
    duration=3.25,
    complete=False,
    skipped=(Skipped(2.0, 3.25, SkipReason.NOISE),),
)
GOOD = to_json(TRANSCRIPT)

times = st.floats(min_value=0, max_value=1e6)
words = st.builds(Word, st.text(), times, times, st.floats(min_value=0, max_value=1))
segments = st.builds(
    Segment,
    st.integers(),
    st.none() | times,
    st.none() | times,
    st.text(),
    st.lists(words, max_size=3).map(tuple),
)
transcripts = st.builds(
    Transcript,
    st.lists(segments, max_size=4, unique_by=lambda one: one.id).map(tuple),
    language=st.text(),
    model=st.none() | st.text(),
    duration=st.none() | times,
    complete=st.booleans(),
    skipped=st.lists(st.builds(Skipped, times, times, st.sampled_from(SkipReason)), max_size=3).map(
        tuple
    ),
)


def test_the_format_is_the_designs() -> None:
    assert GOOD == {
        "format": "dokuhelfer.transcript/1",
        "language": "de",
        "model": "demo-speech",
        "duration": 3.25,
        "complete": False,
        "segments": [
            {
                "id": 0,
                "start": 0.5,
                "end": 2.0,
                "text": "Frau Berger schläft.",
                "words": [{"text": "Frau", "start": 0.5, "end": 0.7, "p": 0.9}],
            },
            {"id": 7, "start": None, "end": None, "text": "Ohne Zeiten", "words": []},
        ],
        "skipped": [{"start": 2.0, "end": 3.25, "reason": "noise"}],
    }


@given(transcripts)
def test_what_is_written_is_read_again(transcript: Transcript) -> None:
    assert from_json(json.loads(json.dumps(to_json(transcript)))) == transcript


def test_unknown_keys_are_ignored() -> None:
    value = copy.deepcopy(GOOD) | {"neu": 1}
    value["segments"][0]["sprecher"] = "A"  # type: ignore[index]

    assert from_json(value) == TRANSCRIPT


@pytest.mark.parametrize("value", [None, [], "Text", 3, {}])
def test_what_is_no_transcript_is_refused(value: object) -> None:
    with pytest.raises(DokuError) as raised:
        from_json(value)
    assert raised.value.code is Code.JSON_WRONG_FORMAT


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        ("format", "dokuhelfer.transcript/2"),
        ("language", None),
        ("model", 3),
        ("duration", "3"),
        ("duration", -1),
        ("duration", float("nan")),
        ("duration", float("inf")),
        ("complete", 1),
        ("complete", None),
        ("segments", None),
        ("segments", {}),
        ("segments/0", "Text"),
        ("segments/0/id", "0"),
        ("segments/0/id", 0.0),
        ("segments/0/id", True),
        ("segments/0/id", None),
        ("segments/0/start", True),
        ("segments/0/start", 10**400),
        ("segments/0/text", None),
        ("segments/0/text", "\ud800"),
        ("segments/0/words", None),
        ("segments/0/words/0", []),
        ("segments/0/words/0/p", None),
        ("segments/0/words/0/start", None),
        ("skipped", None),
        ("skipped/0/reason", "egal"),
        ("skipped/0/reason", 1),
        ("skipped/0/end", None),
    ],
)
def test_a_wrong_value_is_refused_with_its_place(place: str, wrong: object) -> None:
    value = json.loads(json.dumps(GOOD))
    holder = value
    *path, last = [int(part) if part.isdigit() else part for part in place.split("/")]
    for part in path:
        holder = holder[part]
    holder[last] = wrong

    with pytest.raises(DokuError) as raised:
        from_json(value)

    assert raised.value.code is Code.JSON_WRONG_FORMAT
    assert raised.value.params == {"place": place}


@pytest.mark.parametrize(
    "key", ["format", "language", "model", "duration", "complete", "segments", "skipped"]
)
def test_a_missing_key_is_refused(key: str) -> None:
    value = {name: item for name, item in GOOD.items() if name != key}

    with pytest.raises(DokuError) as raised:
        from_json(value)

    assert raised.value.params == {"place": key}


SUGGESTED = replace(TRANSCRIPT, suggestions=(Suggestion(0, 5, 11, "Berger", "Bergér", 0.97),))


def test_suggestions_come_back_and_are_written_only_where_there_are_some() -> None:
    assert "suggestions" not in GOOD
    written = json.loads(json.dumps(to_json(SUGGESTED)))
    assert written["suggestions"] == [
        {"segment": 0, "start": 5, "end": 11, "heard": "Berger", "offered": "Bergér"}
        | {"closeness": 0.97}
    ]
    assert from_json(written) == SUGGESTED
    assert from_json({**written, "suggestions": []}).suggestions == ()


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("segment", 1),
        ("segment", "0"),
        ("start", -1),
        ("start", 11),
        ("start", None),
        ("end", 12),
        ("end", 10**9),
        ("heard", "berger"),
        ("heard", ""),
        ("offered", None),
        ("closeness", "1"),
    ],
)
def test_a_suggestion_for_words_that_are_not_there_is_left_out(key: str, wrong: object) -> None:
    value = json.loads(json.dumps(to_json(SUGGESTED)))
    value["suggestions"].append(value["suggestions"][0] | {key: wrong})

    assert from_json(value) == SUGGESTED


@pytest.mark.parametrize("other", [None, {}, "nichts", ["x"], [None], [{}]])
def test_what_another_program_calls_suggestions_is_ignored(other: object) -> None:
    value = json.loads(json.dumps(to_json(TRANSCRIPT))) | {"suggestions": other}

    assert from_json(value) == TRANSCRIPT


def test_a_text_corrected_by_hand_can_be_read_on() -> None:
    value = json.loads(json.dumps(to_json(SUGGESTED)))
    value["segments"][0]["text"] = value["segments"][0]["text"].replace("Berger", "Bergér")

    assert from_json(value).suggestions == ()


def test_an_id_given_twice_is_refused() -> None:
    value = json.loads(json.dumps(GOOD))
    value["segments"][1]["id"] = 0

    with pytest.raises(DokuError) as raised:
        from_json(value)

    assert raised.value.params == {"place": "segments"}


def test_typed_text_is_one_segment_without_times() -> None:
    transcript = from_text("\ufeffErste Zeile\r\nzweite\rdritte\n\n  Ende ")

    assert transcript.segments == (
        Segment(0, None, None, "Erste Zeile\nzweite\ndritte\n\n  Ende "),
    )
    assert transcript.model is None
    assert transcript.duration is None
    assert transcript.complete
