"""The institution's list of persons: what is read of it, and who is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from dokuhelfer.persons import FILE, MOST_HITS, Persons, read_persons

WARD = """Anrede;Vorname;Name;Zimmer;Geburtsdatum;Kürzel;Kasse
Frau;Helga;Lindemann;12;3.4.1941;HL;AOK
Herr;Jürgen;Müller;7;1938-12-01;JM;
Frau;Ayşe;Özdemir;7;;AÖ;

;;;;;;
"""


def written(folder: Path, content: bytes) -> Persons:
    (folder / FILE).write_bytes(content)
    return read_persons((folder,))


def names(found: Persons, typed: str) -> list[str]:
    return [one.name for one in found.find(typed)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_exports_are_read_as_they_come(tmp_path: Path, encoding: str, separator: str) -> None:
    found = written(tmp_path, WARD.replace(";", separator).encode(encoding))
    assert [one.name for one in found.all] == [
        "Frau Helga Lindemann", "Herr Jürgen Müller", "Frau Ayşe Özdemir",
    ]  # fmt: skip
    assert [one.born for one in found.all] == ["03.04.1941", "01.12.1938", ""]
    assert (found.all[0].room, found.all[0].initials) == ("12", "HL")


def test_what_excel_writes_on_windows_is_read(tmp_path: Path) -> None:
    found = written(tmp_path, "Name;Zimmer\r\nFrau Größ;4\r\n".encode("cp1252"))
    assert [one.name for one in found.all] == ["Frau Größ"]


def test_names_are_found_by_the_beginnings_of_their_words(tmp_path: Path) -> None:
    found = written(tmp_path, WARD.encode())
    assert names(found, "lin") == ["Frau Helga Lindemann"]
    assert names(found, "hel lind") == ["Frau Helga Lindemann"]
    for typed in ("mül", "mue", "mul", "Müller", "herr mu"):
        assert names(found, typed) == ["Herr Jürgen Müller"]
    assert names(found, "ozd") == ["Frau Ayşe Özdemir"]
    assert names(found, "demann") == []
    assert names(found, "   ") == []


def test_two_letters_find_whole_rooms_and_initials_only(tmp_path: Path) -> None:
    found = written(tmp_path, WARD.encode())
    assert names(found, "li") == []
    assert names(found, "hl") == ["Frau Helga Lindemann"]
    assert names(found, "12") == ["Frau Helga Lindemann"]
    assert names(found, "7") == ["Herr Jürgen Müller", "Frau Ayşe Özdemir"]


def test_seven_at_most(tmp_path: Path) -> None:
    rows = "".join(f"Frau Kern {number}\n" for number in range(30))
    assert len(names(written(tmp_path, f"name\n{rows}".encode()), "kern")) == MOST_HITS


def test_of_two_of_one_name_the_room_or_the_birthday_is_written_too(tmp_path: Path) -> None:
    table = "name,zimmer,geburtsdatum\nFrau Koch,3,\nFrau Koch,,1.2.1930\nFrau Lang,4,\n"
    found = written(tmp_path, table.encode())
    assert [found.chosen(one) for one in found.all] == [
        "Frau Koch, geb. 01.02.1930", "Frau Koch, Zimmer 3", "Frau Lang",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content", [b"zimmer;kasse\n1;2\n", b"", b"\x81\x8d\x8f\n", b"a" * 9_000_000]
)
def test_what_is_no_list_is_counted_and_nobody_is_in_it(tmp_path: Path, content: bytes) -> None:
    assert written(tmp_path, content) == Persons((), 1)


def test_no_list_is_nothing_to_speak_of(tmp_path: Path) -> None:
    assert read_persons((tmp_path, tmp_path / "fort")) == Persons()
