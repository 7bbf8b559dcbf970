from __future__ import annotations

import os
from pathlib import Path

import pytest

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.messages.catalogue import Catalogue, error_line
from dokuhelfer.transcript.vocabulary import (
    MAX_WORDS,
    ListKind,
    ListPlaces,
    read_lists,
    read_vocabulary,
)


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
    ("content", "line"),
    [
        (b"gut\n" + b"x" * 100, 2),
        (b"a\x00b\n", 1),
        (b"".join(b"wort%d\n" % n for n in range(MAX_WORDS + 1)), MAX_WORDS + 1),
        ("# Namen\nYılmaz\nMüller".encode() + "\nMüller".encode("latin-1"), 4),
        ("Yılmaz".encode("utf-16"), 1),
    ],
)
@pytest.mark.parametrize("kind", ListKind)
def test_what_is_no_word_list_is_refused_with_its_kind_and_line(
    tmp_path: Path, content: bytes, line: int, kind: ListKind
) -> None:
    with pytest.raises(DokuError) as raised:
        read_vocabulary(write(tmp_path, content), kind)

    assert raised.value.code is Code.VOCABULARY_BROKEN
    assert raised.value.params == {"list": kind.value, "line": line}
    assert raised.value.exit == 65


def test_the_sentence_names_the_list_and_never_a_word(tmp_path: Path) -> None:
    with pytest.raises(DokuError) as raised:
        read_vocabulary(write(tmp_path, b"Schmidt\n" + b"Geheim" * 20), ListKind.UNIT)

    for language, expected in (("de", "(des Bereichs)"), ("en", "(the unit's)")):
        line = error_line(Catalogue(language), raised.value)
        assert expected in line
        assert "2" in line
        assert "Geheim" not in line
        assert "Schmidt" not in line


def test_a_file_that_is_named_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(DokuError) as raised:
        read_lists(ListPlaces(named=tmp_path / "fehlt"))
    assert raised.value.code is Code.INPUT_NOT_FOUND


def test_lists_that_stand_need_not_be_there(tmp_path: Path) -> None:
    assert read_lists(ListPlaces(None, tmp_path / "a", (tmp_path, tmp_path / "b"), "WB 1")) == ()


def test_a_standing_list_that_is_no_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "organisation.txt").mkdir()
    with pytest.raises(DokuError) as raised:
        read_lists(ListPlaces(folders=(tmp_path,)))
    assert raised.value.code is Code.VOCABULARY_UNREADABLE
    assert raised.value.params == {"list": "organisation"}


@pytest.fixture
def lists(tmp_path: Path) -> ListPlaces:
    """All four kinds, each with a word of its own and one that another has, too."""
    (tmp_path / "units").mkdir()
    for name, words in {
        "named.txt": ["Torasemid", "Yılmaz"],
        "own.txt": ["Yılmaz", "Wischnewski"],
        "units/WB-2_Süd.txt": ["wischnewski", "Haus Sonne"],
        "units/WB 1.txt": ["Fremd"],
        "units/-.txt": ["Fremd"],
        "organisation.txt": ["Haus Sonne", "Sankt Vinzenz"],
    }.items():
        (tmp_path / name).write_text("\n".join(words), "utf-8")
    return ListPlaces(tmp_path / "named.txt", tmp_path / "own.txt", (tmp_path,), "WB 2 / Süd")


def test_the_narrower_list_goes_first_and_doubles_are_dropped(lists: ListPlaces) -> None:
    assert read_lists(lists) == (
        *("Torasemid", "Yılmaz", "Wischnewski", "Haus Sonne", "Sankt Vinzenz"),
    )


@pytest.mark.parametrize("unit", [None, "", "../WB 2", "WB 2 / Süd/..", "*", "Süd", "..", "?"])
def test_only_the_own_units_list_is_read(lists: ListPlaces, unit: str | None) -> None:
    elsewhere = ListPlaces(folders=lists.folders, unit=unit)
    expected = unit == "WB 2 / Süd/.."  # signs do not count, and never lead anywhere
    assert ("wischnewski" in read_lists(elsewhere)) is expected
    assert "Fremd" not in read_lists(elsewhere)


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="makes a loop of links")
@pytest.mark.parametrize(
    ("place", "kind"),
    [("own.txt", "personal"), ("organisation.txt", "organisation"), ("units", "unit")],
)
def test_what_stands_and_cannot_be_opened_is_named(tmp_path: Path, place: str, kind: str) -> None:
    (tmp_path / place).symlink_to(place)
    with pytest.raises(DokuError) as raised:
        read_lists(ListPlaces(None, tmp_path / "own.txt", (tmp_path,), "WB 1"))
    assert raised.value.code is Code.VOCABULARY_UNREADABLE
    assert raised.value.params == {"list": kind}
