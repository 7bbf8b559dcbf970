from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dokuhelfer.engine.messages import (
    Capabilities,
    Decode,
    Done,
    Encoded,
    EndOfSound,
    Failure,
    Hello,
    Load,
    MakeShape,
    Message,
    Probe,
    Progress,
    Ready,
    Reason,
    Role,
    Silent,
    Sound,
    Spoken,
    SpokenWord,
)
from dokuhelfer.engine.protocol import MAX_LINE, ProtocolError, decode, encode
from dokuhelfer.errors import Code

numbers = st.floats(allow_nan=False, allow_infinity=False)
# A pipe carries what a program says; half a surrogate pair is nothing anybody can say.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)
params = st.dictionaries(texts, texts | st.integers(), max_size=3)
words = st.lists(st.builds(SpokenWord, texts, numbers, numbers, numbers), max_size=3).map(tuple)
silents = st.lists(st.builds(Silent, numbers, numbers, st.sampled_from(Reason)), max_size=3)
messages = st.one_of(
    st.builds(Hello, st.integers(), st.sampled_from(Role)),
    st.builds(Probe, st.lists(texts, max_size=3).map(tuple)),
    st.builds(Decode, *[st.integers()] * 4),
    st.builds(
        Load,
        *(texts, texts, st.integers(), st.integers(), numbers),
        hotwords=st.lists(texts, max_size=3).map(tuple),
    ),
    st.builds(MakeShape, texts, texts, texts),
    st.builds(Encoded, numbers),
    st.builds(Sound, st.integers(), st.binary(max_size=200)),
    st.just(EndOfSound()),
    st.builds(Ready, st.integers(), st.none() | numbers),
    st.builds(
        Progress,
        st.integers(),
        st.none() | st.builds(Spoken, numbers, numbers, texts, words),
        silents.map(tuple),
    ),
    st.builds(Done, st.integers(), st.booleans()),
    st.builds(Failure, st.sampled_from(Code), params),
    st.builds(Capabilities, params, st.lists(texts, max_size=3).map(tuple)),
)


@given(messages)
def test_a_line_holds_its_message(message: Message) -> None:
    line = encode(message)

    assert line.count(b"\n") == 1
    assert decode(line) == message


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_a_protocol_error(noise: bytes) -> None:
    with pytest.raises(ProtocolError):
        decode(noise + b"\n")


GOOD = json.loads(encode(Progress(5, Spoken(0.0, 1.0, "a", (SpokenWord("a", 0.0, 1.0, 1.0),)))))


def changed(**changes: object) -> bytes:
    return json.dumps({**GOOD, **changes}).encode() + b"\n"


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"[]\n",
        b"null\n",
        b'{"message": "Execute"}\n',
        b'{"message": null}\n',
        b'{"message": "ProtocolError"}\n',
        b'{"message": "Ready", "version": 1}\n',
        b'{"message": "Sound", "start": 0, "pcm": "###"}\n',
        b'{"message": "Hello", "version": 1, "role": "root"}\n',
        b'{"message": "Failure", "code": "gibtsnicht", "params": {}}\n',
        b'{"message": "Failure", "code": "internal", "params": {"a": [1]}}\n',
        b'{"message": "Done", "sample": 1, "damaged": 0}\n',
        b'{"message": "Done", "sample": 1e3, "damaged": false}\n',
        b'{"message": "Ready", "version": 1, "seconds": NaN}\n',
        b"[" * 100_000 + b"\n",
        encode(Done(3))[:-1],
        changed(extra=1),
        changed(through="5"),
        changed(through=True),
        changed(spoken=[]),
        changed(silent=None),
        changed(silent=[{"start": 0, "end": 1, "reason": "unknown"}]),
        changed(spoken={**GOOD["spoken"], "words": [["a", 0, 1, 1]]}),
    ],
)
def test_what_is_no_message_is_refused(line: bytes) -> None:
    with pytest.raises(ProtocolError):
        decode(line)


def test_too_long_a_line_is_refused_on_both_sides() -> None:
    with pytest.raises(ProtocolError):
        encode(Sound(0, bytes(MAX_LINE)))
    with pytest.raises(ProtocolError):
        decode(b'"' + b"x" * MAX_LINE + b'"\n')


def test_a_refusal_does_not_quote_what_was_said() -> None:
    with pytest.raises(ProtocolError) as raised:
        decode(b'{"message": "Spoken", "text": "Frau Berger"}\n')
    assert "Berger" not in str(raised.value)
