"""How fast this machine is with its models: measured by ``bench``, kept, used to choose.

The file says nothing about anybody's work: only the machine, models and figures. One that
cannot be read, or of another machine, counts as none.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from dokuhelfer import jsonio
from dokuhelfer.engine import cpu
from dokuhelfer.files import replacing

FORMAT = "dokuhelfer.speeds/1"

KEEPS_UP = 0.6
"""Largest real-time factor that lets a final text keep up with somebody who dictates: what
is measured alone has to do beside live text and other programs, too."""


@dataclass(frozen=True, slots=True)
class Speed:
    """One measurement.

    Attributes:
        model: id in the catalogue.
        sha256: of its weights; another file of the same name is another model.
        factor: seconds of work for a second of sound.
    """

    model: str
    sha256: str | None
    beam: int
    threads: int
    factor: float


@dataclass(frozen=True, slots=True)
class Speeds:
    """What was measured on this machine."""

    measured: tuple[Speed, ...] = ()

    def beam(self, model: str, sha256: str | None) -> int | None:
        """The widest search that keeps up, else the quickest; None if nothing was measured."""
        found = [one for one in self.measured if (one.model, one.sha256) == (model, sha256)]
        enough = [one.beam for one in found if one.factor <= KEEPS_UP]
        if enough:
            return max(enough)
        return min(found, key=lambda one: one.factor).beam if found else None

    def model(self, best_first: Sequence[tuple[str, str | None]]) -> str | None:
        """The best of the models (id, sha256) that keeps up, else the quickest that was measured.

        A model that was not measured, or in another version, ends the search before a worse
        one is taken: nobody knows that it would not do. None leaves the choice to others.
        """
        slow: list[Speed] = []
        for id, sha256 in best_first:
            found = [one for one in self.measured if (one.model, one.sha256) == (id, sha256)]
            if not found:
                return None
            fastest = min(found, key=lambda one: one.factor)
            if fastest.factor <= KEEPS_UP:
                return id
            slow.append(fastest)
        return min(slow, key=lambda one: one.factor).model if slow else None

    def with_more(self, measured: Iterable[Speed]) -> Speeds:
        """New figures take the place of old ones of the same model."""
        new = tuple(measured)
        models = {one.model for one in new}
        return Speeds((*(one for one in self.measured if one.model not in models), *new))


def kept_at() -> Path:
    """Where the figures are kept: not with what roams between machines."""
    folder = platformdirs.user_cache_path("dokuhelfer", appauthor=False)
    return folder / "speeds.json"


def load(path: Path | None = None) -> Speeds:
    """The figures of this machine; none if there are none."""
    try:
        content = json.loads((path or kept_at()).read_bytes())
        if content["format"] != FORMAT or content["machine"] != machine():
            return Speeds()
        return Speeds(tuple(_speed(one) for one in content["speeds"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Speeds()


def save(speeds: Speeds, path: Path | None = None) -> None:
    """Keep the figures.

    Raises:
        DokuError: `TARGET_NOT_WRITABLE` or `DISK_FULL`.
        OSError: the folder cannot be made.
    """
    target = path or kept_at()
    target.parent.mkdir(parents=True, exist_ok=True)
    content = {
        "format": FORMAT,
        "machine": machine(),
        "speeds": [
            {
                "model": one.model,
                "sha256": one.sha256,
                "beam": one.beam,
                "threads": one.threads,
                "factor": round(one.factor, 3),
            }
            for one in speeds.measured
        ],
    }
    with replacing(target) as stream:
        stream.write(jsonio.dump(content))


def machine() -> str:
    """What tells this machine from a faster one; no name, no serial number."""
    return f"{platform.machine()} {cpu.name()} {os.cpu_count()}"


def _speed(content: Mapping[str, object]) -> Speed:
    model, sha256, factor = content["model"], content["sha256"], content["factor"]
    beam, threads = content["beam"], content["threads"]
    if not isinstance(model, str) or not isinstance(sha256, str | None):
        raise TypeError
    if type(beam) is not int or type(threads) is not int or not isinstance(factor, int | float):
        raise TypeError
    if beam not in (1, 5) or factor <= 0:
        raise ValueError
    return Speed(model, sha256, beam, threads, float(factor))
