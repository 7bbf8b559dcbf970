"""Read the layers: machine policy beats user file beats packaged default.

A policy that cannot be read or holds a wrong type stops the program (fail closed); a
user file that is broken is left untouched, named in a warning, and not used.
"""

from __future__ import annotations

import os
import stat
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import platformdirs

from dokuhelfer.config.schema import (
    DECLARED,
    Declared,
    EngineChoice,
    Language,
    Raw,
    Settings,
    ValueKind,
    WordingChoice,
)
from dokuhelfer.errors import Code, DokuError


class Layer(StrEnum):
    """Where a value comes from; a POLICY value is locked."""

    DEFAULT = "default"
    USER = "user"
    POLICY = "policy"


class Problem(StrEnum):
    """What was set aside while loading."""

    UNKNOWN_KEY = "config_unknown_key"
    USER_FILE_BROKEN = "config_user_file_broken"
    POLICY_NOT_TRUSTED = "config_policy_not_trusted"


@dataclass(frozen=True, slots=True)
class Warned:
    """One thing set aside; ``key`` is the dotted setting where there is one."""

    problem: Problem
    layer: Layer
    key: str = ""


@dataclass(frozen=True, slots=True)
class Configuration:
    """Settings in force, where each came from (dotted key → layer), what was set aside."""

    settings: Settings
    origins: Mapping[str, Layer]
    warnings: tuple[Warned, ...] = ()

    def locked(self, key: str) -> bool:
        """Whether the organisation has set this, so that nobody else can."""
        return self.origins[key] is Layer.POLICY


@dataclass(frozen=True, slots=True)
class Places:
    """The files of the layers."""

    policies: tuple[Path, ...]
    user: Path


def user_folder() -> Path:
    """Where a user's own settings and word list lie."""
    return Path(platformdirs.user_config_dir("dokuhelfer", appauthor=False))


def machine_places() -> Places:
    """The places of this machine. No environment variable moves a policy.

    On Windows policies come from the registry, which the admin issue adds; a policy
    file there is ``%ProgramData%``'s real folder, not the variable's value.
    """
    user = user_folder() / "settings.toml"
    if sys.platform == "win32":
        return Places((), user)
    base = Path("/etc/dokuhelfer")
    dropped_in = sorted((base / "policy.d").glob("*.toml")) if base.is_dir() else []
    return Places((base / "policy.toml", *dropped_in), user)


def load(places: Places) -> Configuration:
    """Read all layers.

    Raises:
        DokuError: `POLICY_BROKEN` (with the key where one is wrong).
    """
    settings = Settings()
    origins = {key: Layer.DEFAULT for key in DECLARED}
    warnings: list[Warned] = []
    for layer, path in _layers(places):
        try:
            values, unknown = _read(path, layer)
        except DokuError as error:
            if layer is Layer.POLICY:
                raise
            warnings.append(
                Warned(Problem.USER_FILE_BROKEN, layer, str(error.params.get("key", "")))
            )
            continue
        except _NotTrustedError:
            warnings.append(Warned(Problem.POLICY_NOT_TRUSTED, layer))
            continue
        warnings += [Warned(Problem.UNKNOWN_KEY, layer, key) for key in unknown]
        checked = {DECLARED[key][0]: value for key, value in values.items()}
        # Each value was checked against its declaration, which mypy cannot follow.
        settings = replace(settings, **checked)  # type: ignore[arg-type]
        origins |= dict.fromkeys(values, layer)
    return Configuration(settings, origins, tuple(warnings))


_T = TypeVar("_T")


def strictest() -> Configuration:
    """What holds while the organisation's policy cannot be read: nothing readable leaves."""
    return Configuration(Settings(files_allowed=False), dict.fromkeys(DECLARED, Layer.DEFAULT))


class _NotTrustedError(Exception):
    pass


def _layers(places: Places) -> Iterator[tuple[Layer, Path]]:
    yield Layer.USER, places.user
    for path in places.policies:
        yield Layer.POLICY, path


def _read(path: Path, layer: Layer) -> tuple[dict[str, Raw], list[str]]:
    broken = Code.POLICY_BROKEN if layer is Layer.POLICY else Code.SETTINGS_BROKEN
    try:
        with path.open("rb") as stream:
            if layer is Layer.POLICY and not _trusted(os.fstat(stream.fileno())):
                raise _NotTrustedError
            tree = tomllib.load(stream)
    except FileNotFoundError:
        return {}, []
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise DokuError(broken, key="") from None
    values: dict[str, Raw] = {}
    unknown: list[str] = []
    for key, value in _flat(tree):
        if key not in DECLARED:
            unknown.append(key)
            continue
        try:
            values[key] = _typed(value, DECLARED[key][1])
        except (TypeError, ValueError):
            raise DokuError(broken, key=key) from None
    return values, unknown


def _trusted(status: os.stat_result) -> bool:
    """Whether only the administrator can have written a policy (deployment.md §4)."""
    if sys.platform == "win32":
        return True
    others_write = status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return status.st_uid == 0 and not others_write


def _flat(tree: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


_WORDS: Mapping[ValueKind, type[StrEnum]] = {
    ValueKind.LANGUAGE: Language,
    ValueKind.ENGINE: EngineChoice,
    ValueKind.WORDING: WordingChoice,
}


def _typed(value: object, declared: Declared) -> Raw:
    if declared.kind is ValueKind.BOOL:
        return _of(bool, value)
    if declared.kind is ValueKind.INT:
        return _bounded(value, declared)
    if declared.kind in _WORDS:
        return _WORDS[declared.kind](_of(str, value))
    if declared.kind is ValueKind.TEXT:
        return _of(str, value)
    texts = tuple(_of(str, item) for item in _of(list, value))
    if declared.kind is ValueKind.TEXTS:
        return texts
    return _folders(texts)


def _of(kind: type[_T], value: object) -> _T:
    if type(value) is not kind:
        raise TypeError
    return value


def _bounded(value: object, declared: Declared) -> int:
    number = _of(int, value)
    low, high = declared.minimum, declared.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        raise ValueError
    return number


def _folders(texts: tuple[str, ...]) -> tuple[Path, ...]:
    paths = tuple(Path(text) for text in texts)
    if not all(path.is_absolute() for path in paths):
        raise ValueError
    return paths
