"""Word lists: names, drugs and places recognition should expect. Plain text files.

There are up to four kinds of lists. What is narrower goes first, because only about 30 words
fit beside the text (inference.md §1.7) and a word is the likelier to be said, the fewer people
its list is for: the file of one call, a person's own list, the unit's, the organisation's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.files import read_input, stands

MAX_WORDS = 1000
"""Of one list. Longer ones are no choice of words any more, and no list of one house."""

MAX_WORD_LENGTH = 60

_MAX_BYTES = 1024 * 1024
_ORGANISATION = "organisation.txt"
_UNITS = "units"


class ListKind(StrEnum):
    """Whose words they are, the most important first."""

    FILE = "file"
    PERSONAL = "personal"
    UNIT = "unit"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class ListPlaces:
    """Where the lists of one dictation lie.

    Attributes:
        named: the file of this call; it has to be there, the others need not.
        personal: the user's own list.
        folders: the organisation's; each may hold ``organisation.txt`` and ``units/NAME.txt``.
        unit: the unit's name as the context gives it; capitals and signs do not count.
    """

    named: Path | None = None
    personal: Path | None = None
    folders: tuple[Path, ...] = ()
    unit: str | None = None


def read_lists(places: ListPlaces) -> tuple[str, ...]:
    """The words of all lists, the most important first, each once.

    Raises:
        DokuError: the named file is not there (`INPUT_…`), or a list is not usable:
            `VOCABULARY_UNREADABLE` and `VOCABULARY_BROKEN` say which.
    """
    words: dict[str, str] = {}
    for kind, path in _files(places):
        for word in read_vocabulary(path, kind):
            words.setdefault(word.casefold(), word)
    return tuple(words.values())


def read_vocabulary(path: Path, kind: ListKind = ListKind.FILE) -> tuple[str, ...]:
    """The words of a list: UTF-8, one a line, ``#`` begins a comment.

    Doubles are left out; the order stays, as the first words count most.

    Raises:
        DokuError: as `read_lists`; the number of the line goes with `VOCABULARY_BROKEN`.
    """
    words: dict[str, None] = {}
    lines = _bytes(path, kind).removeprefix(b"\xef\xbb\xbf").splitlines()
    for number, line in enumerate(lines, start=1):
        word = _word(line)
        if word:
            words[word] = None
        if word is None or len(words) > MAX_WORDS:
            raise DokuError(Code.VOCABULARY_BROKEN, list=kind.value, line=number)
    return tuple(words)


def _word(line: bytes) -> str | None:
    """The word of a line, empty if it has none; None where the line is no text."""
    try:
        word = " ".join(line.decode("utf-8").partition("#")[0].split())
    except UnicodeDecodeError:
        return None
    return word if len(word) <= MAX_WORD_LENGTH and word.isprintable() else None


def _bytes(path: Path, kind: ListKind) -> bytes:
    try:
        return read_input(path, _MAX_BYTES)
    except DokuError:
        if kind is ListKind.FILE:
            raise
        raise DokuError(Code.VOCABULARY_UNREADABLE, list=kind.value) from None


def _files(places: ListPlaces) -> Iterator[tuple[ListKind, Path]]:
    if places.named is not None:
        yield ListKind.FILE, places.named
    if places.personal is not None and stands(places.personal):
        yield ListKind.PERSONAL, places.personal
    if places.unit:
        for folder in places.folders:
            yield from ((ListKind.UNIT, path) for path in _of_unit(folder / _UNITS, places.unit))
    for folder in places.folders:
        if stands(folder / _ORGANISATION):
            yield ListKind.ORGANISATION, folder / _ORGANISATION


def _of_unit(folder: Path, unit: str) -> list[Path]:
    """The unit's lists. Looked for by name, so that no name ever becomes part of a path."""
    wanted = _name(unit)
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".txt")
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError:
        raise DokuError(Code.VOCABULARY_UNREADABLE, list=ListKind.UNIT.value) from None
    return [path for path in files if wanted and _name(path.stem) == wanted]


def _name(text: str) -> str:
    """„WB 2/Süd“ and „wb-2_süd“ are the same unit."""
    return "".join(character for character in text.casefold() if character.isalnum())
