"""What lies there: is it sound, how long, of when; and which files of a folder may be sound."""

from __future__ import annotations

import heapq
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from dokuhelfer.audio.source import FileSource
from dokuhelfer.files import open_input

SUFFIXES = frozenset(
    {".wav", ".mp3", ".m4a", ".mp4", ".aac", ".3gp", ".ogg", ".opus", ".flac", ".webm", ".mka"}
)
"""How the names of files end that may be sound; what they hold is found out by reading."""

MOST_FILES = 500
"""Of one folder: more are no dictations, but somebody's collection. The newest are taken: a
recorder that is never emptied offers what was spoken last."""

_MOST_LOOKED_AT = 20_000
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


@dataclass(frozen=True, slots=True)
class Found:
    """What there is in files and folders.

    Attributes:
        cut: some folder has more than `MOST_FILES`.
    """

    files: tuple[Path, ...]
    cut: bool


def files_of(paths: Iterable[Path]) -> Found:
    """Files as they are, folders as the sound files in them, each once."""
    found: dict[Path, None] = {}
    cut = False
    for path in paths:
        sounds = _sounds_in(path) if path.is_dir() else [path]
        cut = cut or len(sounds) > MOST_FILES
        found.update(dict.fromkeys(_newest(sounds)))
    return Found(tuple(found), cut)


def sounds_in(folder: Path) -> tuple[Path, ...]:
    """The files below ``folder`` that may be sound, by name; the newest where there are too many.
    Links are not followed."""
    return tuple(_newest(_sounds_in(folder)))


def _sounds_in(folder: Path) -> list[Path]:
    return [
        path
        for path in islice(_walk(folder), _MOST_LOOKED_AT)
        if path.suffix.lower() in SUFFIXES and not path.name.startswith(".")
    ]


def _newest(files: list[Path]) -> list[Path]:
    if len(files) <= MOST_FILES:
        return files
    kept = set(heapq.nlargest(MOST_FILES, files, key=_written))
    return [path for path in files if path in kept]


def _written(path: Path) -> float:
    try:
        return path.lstat().st_mtime
    except OSError:  # it went meanwhile
        return 0.0


def _walk(folder: Path) -> Iterator[Path]:
    for number, (here, folders, names) in enumerate(os.walk(folder)):
        if number == _MOST_FOLDERS:
            return
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        yield from (Path(here, name) for name in sorted(names))
