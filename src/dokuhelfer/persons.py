"""The institution's list of persons: read into memory, searched, never written anywhere.

A folder of the setting ``persons.folders`` holds ``personen.csv`` as care systems and Excel export
it: a first line with the names of the columns, separated by semicolons, commas or tabs, in UTF-8 or
Windows-1252. ``name`` is the name as it is written in a record („Frau Helga Lindemann“); beside
``vorname`` it is the family name, with ``anrede`` before both. ``zimmer``, ``geburtsdatum`` and
``kuerzel`` may stand beside it, all other columns are left alone.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dokuhelfer.errors import DokuError
from dokuhelfer.files import read_input, stands

FILE = "personen.csv"
MOST_HITS = 7
FROM_LETTERS = 3
"""Fewer find only whole rooms and initials: names of others are not shown for a slip of a key."""

_MOST = 20_000
_MOST_BYTES = 8 * 1024 * 1024
_LONGEST = 80
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})-(\d{2})-(\d{2})")
_WORD = re.compile(r"\w+")
_NAMES = {
    "name": ("name", "nachname", "familienname"),
    "first": ("vorname",),
    "title": ("anrede",),
    "room": ("zimmer", "raum", "wohnbereich/zimmer"),
    "born": ("geburtsdatum", "geburtstag", "geboren"),
    "initials": ("kürzel", "kuerzel"),
}
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Person:
    """One line of the list.

    Attributes:
        name: as it is written in a record.
        room: „12“ or „Zimmer 12“; "" where there is none.
        born: DIN 5008, „03.04.1941“; "" where it is not known.
        initials: "" where there are none.
    """

    name: str
    room: str = ""
    born: str = ""
    initials: str = ""
    words: tuple[str, ...] = field(default=(), repr=False, compare=False)
    """What is searched, simplified."""


@dataclass(frozen=True, slots=True)
class Persons:
    """All lines.

    Attributes:
        unread: how many files could not be read.
    """

    all: tuple[Person, ...] = ()
    unread: int = 0

    def find(self, typed: str) -> tuple[Person, ...]:
        """At most seven to whom all the words fit, each as the beginning of one of theirs."""
        words = _simple(typed)
        if not words:
            return ()
        if sum(letter.isalnum() for letter in typed) < FROM_LETTERS:
            found = [one for one in self.all if _is_called(one, words)]
        else:
            found = [one for one in self.all if _fits(one, words)]
        return tuple(found[:MOST_HITS])

    def chosen(self, person: Person) -> str:
        """What is written of a person: the name, with the room where another one has it too."""
        alike = Counter(_simple(one.name) for one in self.all)[_simple(person.name)]
        beside = _room(person) or (person.born and f"geb. {person.born}")
        return f"{person.name}, {beside}" if alike > 1 and beside else person.name


def read_persons(folders: Iterable[Path]) -> Persons:
    """The lists of these folders, by name; what cannot be read is counted, never named."""
    found: list[Person] = []
    unread = 0
    for path in (folder / FILE for folder in folders):
        if not stands(path):
            continue
        try:
            found += tuple(_persons(_text(read_input(path, _MOST_BYTES))))
        except (DokuError, UnicodeDecodeError, csv.Error, _NoList):
            unread += 1
    ordered = sorted(dict.fromkeys(found), key=lambda one: (_sorted_by(one), one.room, one.born))
    return Persons(tuple(ordered[:_MOST]), unread)


class _NoList(Exception):
    """There is no column of names."""


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")  # what Excel writes on a German Windows


def _persons(text: str) -> Iterator[Person]:
    first, _, _ = text.partition("\n")
    separator = max(";\t,", key=first.count)
    rows = csv.reader(text.splitlines(), delimiter=separator)
    columns = _columns(next(rows, []))
    if "name" not in columns:
        raise _NoList
    for row in rows:
        cells = {key: _clean(row[at]) if at < len(row) else "" for key, at in columns.items()}
        if cells["name"]:
            yield _person(cells)


def _columns(header: list[str]) -> dict[str, int]:
    """Where each of ours stands."""
    places = {cell.strip().casefold(): at for at, cell in reversed(list(enumerate(header)))}
    found = {
        key: next((places[name] for name in names if name in places), None)
        for key, names in _NAMES.items()
    }
    return {key: at for key, at in found.items() if at is not None}


def _clean(cell: str) -> str:
    plain = " ".join(cell.split())[:_LONGEST]
    return plain if plain.isprintable() else ""


def _person(cells: Mapping[str, str]) -> Person:
    parts = (cells.get("title", ""), cells.get("first", ""), cells["name"])
    name = " ".join(part for part in parts if part)
    room, initials = cells.get("room", ""), cells.get("initials", "")
    born = _day(cells.get("born", ""))
    words = _simple(f"{name} {room} {initials} {born}")
    return Person(name, room, born, initials, words)


def _day(text: str) -> str:
    found = _DAY.match(text)
    if found is None:
        return text
    day, month, year = found[1] or found[6], found[2] or found[5], found[3] or found[4]
    return f"{int(day):02d}.{int(month):02d}.{year}"


def _simple(text: str) -> tuple[str, ...]:
    """The words as they are compared: „Müller“, „Mueller“ and „muller“ are the same."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS)
    bare = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    for two, one in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        bare = bare.replace(two, one)
    return tuple(_WORD.findall(bare))


def _fits(person: Person, words: tuple[str, ...]) -> bool:
    return all(any(own.startswith(word) for own in person.words) for word in words)


def _is_called(person: Person, words: tuple[str, ...]) -> bool:
    return any(words == _simple(one) for one in (person.room, person.initials) if one)


def _sorted_by(person: Person) -> tuple[str, ...]:
    """By the family name, which stands last."""
    return tuple(reversed(_simple(person.name)))


def _room(person: Person) -> str:
    if not person.room:
        return ""
    return person.room if person.room[0].isalpha() else f"Zimmer {person.room}"
