import pytest

from dokuhelfer import jsonio
from dokuhelfer.errors import Code, DokuError


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe{}",
        b'{"a": NaN}',
        b'{"a": -Infinity}',
        b'"\\ud800"',
        b"[" * 100_000,
        b"1" * 10_000,
    ],
)
def test_what_could_not_be_written_back_is_refused(data: bytes) -> None:
    with pytest.raises(DokuError) as caught:
        jsonio.parse(data)
    assert caught.value.code is Code.JSON_BROKEN


def test_a_byte_order_mark_is_allowed() -> None:
    assert jsonio.parse(b'\xef\xbb\xbf{"a": "\xc3\xa4"}') == {"a": "ä"}


def test_what_is_written_is_read_back() -> None:
    value = {"text": "Frau Müller – „ja“", "zahl": 37.2, "nichts": None}
    assert jsonio.parse(jsonio.dump(value)) == value
