"""A corrected word goes into the user's own list, which stays as it was otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.transcript.own_words import remember
from dokuhelfer.transcript.vocabulary import read_vocabulary


def test_a_new_word_stands_first_and_the_rest_stays(tmp_path: Path) -> None:
    own = tmp_path / "settings" / "vocabulary.txt"
    remember(own, "Akşen")
    assert own.read_text("utf-8") == "Akşen\n"
    own.write_bytes(b"\xef\xbb\xbf# Station\nTorasemid\n")
    remember(own, "Frau  Wołodźko")
    assert own.read_text("utf-8") == "Frau Wołodźko\n# Station\nTorasemid\n"
    assert read_vocabulary(own) == ("Frau Wołodźko", "Torasemid")


def test_what_stands_there_is_not_written_twice(tmp_path: Path) -> None:
    own = tmp_path / "vocabulary.txt"
    own.write_text("Torasemid\n", "utf-8")
    remember(own, "torasemid")
    assert own.read_text("utf-8") == "Torasemid\n"


@pytest.mark.parametrize("word", ["", "a#b", "x" * 61, "a\x07b"])
def test_what_is_no_word_is_refused(tmp_path: Path, word: str) -> None:
    with pytest.raises(DokuError) as caught:
        remember(tmp_path / "vocabulary.txt", word)
    assert caught.value.code is Code.VOCABULARY_BROKEN
    assert not (tmp_path / "vocabulary.txt").exists()
