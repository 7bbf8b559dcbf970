"""What lies there: is it sound, how long, of when; and which files of a folder may be sound."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dokuhelfer.audio.source import FileSource
from dokuhelfer.files import open_input

SUFFIXES = frozenset(
    {".wav", ".mp3", ".m4a", ".mp4", ".aac", ".3gp", ".ogg", ".opus", ".flac", ".webm", ".mka"}
)
"""How the names of files end that may be sound; what they hold is found out by reading."""

_MOST_FILES = 500
"""Of one folder: more are no dictations, but somebody's collection."""

_MOST_FOLDERS = 2000


@dataclass(frozen=True, slots=True)
class Look:
    """What a file says of itself.

    Attributes:
        seconds: of sound; None where it says nothing.
        written: when it was last written, with UTC offset.
    """

    seconds: float | None
    written: datetime


def look(path: Path) -> Look:
    """Read the beginning of a file, in the decoder's process.

    Raises:
        DokuError: it is not there, may not be read, or is no sound.
    """
    with open_input(path) as stream:
        source = FileSource(stream)
        source.probe()
        written = datetime.fromtimestamp(os.fstat(stream.fileno()).st_mtime).astimezone()
        return Look(source.duration, written)


def files_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Files as they are, folders as the sound files in them, each once."""
    found: dict[Path, None] = {}
    for path in paths:
        for file in sounds_in(path) if path.is_dir() else (path,):
            found.setdefault(file)
    return tuple(found)


def sounds_in(folder: Path) -> tuple[Path, ...]:
    """The files below ``folder`` that may be sound, by name. Links are not followed."""
    found: list[Path] = []
    for path in _walk(folder):
        if len(found) == _MOST_FILES:
            break
        if path.suffix.lower() in SUFFIXES and not path.name.startswith("."):
            found.append(path)
    return tuple(found)


def _walk(folder: Path) -> Iterator[Path]:
    for number, (here, folders, names) in enumerate(os.walk(folder)):
        if number == _MOST_FOLDERS:
            return
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        yield from (Path(here, name) for name in sorted(names))
