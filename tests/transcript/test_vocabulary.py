from __future__ import annotations

from pathlib import Path

import pytest

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.transcript.vocabulary import MAX_WORDS, read_vocabulary


def write(folder: Path, content: bytes) -> Path:
    path = folder / "wörter.txt"
    path.write_bytes(content)
    return path


def test_words_come_in_their_order_without_comments_and_doubles(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "\ufeff# Namen\nÖztürk\r\n\n  Haus   Sonne # das neue\nNovalgin\nÖztürk\n".encode(),
    )

    assert read_vocabulary(path) == ("Öztürk", "Haus Sonne", "Novalgin")


def test_an_empty_list_is_no_words(tmp_path: Path) -> None:
    assert read_vocabulary(write(tmp_path, b"")) == ()


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"gut\n" + b"x" * 100, Code.VOCABULARY_BROKEN, 2),
        (b"a\x00b\n", Code.VOCABULARY_BROKEN, 1),
        (b"".join(b"wort%d\n" % n for n in range(MAX_WORDS + 1)), Code.VOCABULARY_BROKEN, 1001),
    ],
)
def test_what_is_no_word_list_is_refused_with_its_line(
    tmp_path: Path, content: bytes, code: Code, line: int
) -> None:
    with pytest.raises(DokuError) as raised:
        read_vocabulary(write(tmp_path, content))

    assert raised.value.code is code
    assert raised.value.params == {"line": line}


def test_another_encoding_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DokuError) as raised:
        read_vocabulary(write(tmp_path, "Müller".encode("latin-1")))
    assert raised.value.code is Code.TEXT_NOT_UTF8
    with pytest.raises(DokuError) as raised:
        read_vocabulary(tmp_path / "fehlt")
    assert raised.value.code is Code.INPUT_NOT_FOUND
