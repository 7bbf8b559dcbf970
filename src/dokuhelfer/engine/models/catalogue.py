"""The models that may be used, by id: ``models/catalogue.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dokuhelfer.resources import data_path

FORMAT = "dokuhelfer.models/1"

_ID = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MELS = frozenset({80, 128})


class Kind(StrEnum):
    """What a model is for."""

    SPEECH = "speech"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model.

    ``bytes`` and ``sha256`` are None where they are not known from two independent
    places (inference.md §3); the file then only has to be there and make sense.
    """

    name: str
    bytes: int | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class CatalogueModel:
    """A model as the catalogue describes it.

    Attributes:
        id: also the name of its folder.
        licence: SPDX id.
        memory_mb: needed while it works, loading included.
        rank: the highest that is there and fits is used when nobody names one.
        source, revision: repository and commit it comes from; no host. None for the demo.
        note: German and English, one sentence for people.
        mels: mel bands a speech model expects; None for a language model.
        is_demo: understands the samples' synthetic voice only.
        thinks: a language model that writes its thoughts first unless told otherwise.
    """

    id: str
    kind: Kind
    licence: str
    memory_mb: int
    rank: int
    source: str | None
    revision: str | None
    note: Mapping[str, str]
    files: tuple[ModelFile, ...]
    mels: int | None = None
    is_demo: bool = False
    thinks: bool = False

    @property
    def main_file(self) -> ModelFile:
        """The weights: the first file listed."""
        return self.files[0]

    @property
    def unpinned(self) -> tuple[str, ...]:
        """Names of the files whose content the catalogue cannot vouch for."""
        return tuple(file.name for file in self.files if file.sha256 is None)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All models known, in the order of the file."""

    models: tuple[CatalogueModel, ...]

    def get(self, id: str) -> CatalogueModel | None:
        """The model of that id, if it is known."""
        return next((model for model in self.models if model.id == id), None)

    def of_kind(self, kind: Kind) -> tuple[CatalogueModel, ...]:
        """The models for speech, or for language; best first."""
        found = [model for model in self.models if model.kind is kind]
        return tuple(sorted(found, key=lambda model: -model.rank))


def load_catalogue(path: Path | None = None) -> Catalogue:
    """Read the catalogue shipped, or the one at ``path``.

    Raises:
        ValueError: naming the entry and the mistake; a shipped catalogue with one is our fault.
        OSError: it cannot be read.
    """
    file = data_path("models", "catalogue.toml") if path is None else path
    document = tomllib.loads(file.read_text(encoding="utf-8"))
    if document.get("format") != FORMAT:
        raise ValueError(f"catalogue: format is not {FORMAT}")
    catalogue = Catalogue(tuple(_model(_Entry(raw)) for raw in document["model"]))
    ids = [model.id for model in catalogue.models]
    if len(set(ids)) != len(ids):
        raise ValueError("catalogue: an id occurs twice")
    return catalogue


class _Entry:
    """One table of the file, read key by key; a key nobody asks for is a mistake."""

    def __init__(self, raw: Mapping[str, object], owner: str = "") -> None:
        self._left = dict(raw)
        self.name = owner or str(raw.get("id", "?"))

    def text(self, key: str, pattern: re.Pattern[str] | None = None) -> str:
        value = self._left.pop(key, None)
        if not isinstance(value, str) or not value.strip():
            raise self.mistake(key)
        if pattern is not None and not pattern.fullmatch(value):
            raise self.mistake(key)
        return value

    def optional_text(self, key: str, pattern: re.Pattern[str] | None = None) -> str | None:
        return self.text(key, pattern) if key in self._left else None

    def number(self, key: str) -> int:
        value = self._left.pop(key, None)
        if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
            raise self.mistake(key)
        return value

    def optional_number(self, key: str) -> int | None:
        return self.number(key) if key in self._left else None

    def flag(self, key: str) -> bool:
        value = self._left.pop(key, False)
        if not isinstance(value, bool):
            raise self.mistake(key)
        return value

    def tables(self, key: str) -> Iterator[_Entry]:
        value = self._left.pop(key, None)
        if not isinstance(value, list) or not value:
            raise self.mistake(key)
        for raw in value:
            if not isinstance(raw, dict):
                raise self.mistake(key)
            yield _Entry(raw, f"{self.name}/{key}")

    def finish(self) -> None:
        for key in self._left:
            raise self.mistake(key)

    def mistake(self, key: str) -> ValueError:
        return ValueError(f"catalogue: {self.name}: {key}")


def _model(entry: _Entry) -> CatalogueModel:
    kind = Kind(entry.text("kind"))
    model = CatalogueModel(
        id=entry.text("id", _ID),
        kind=kind,
        licence=entry.text("licence"),
        memory_mb=entry.number("memory_mb"),
        rank=entry.number("rank"),
        source=entry.optional_text("source"),
        revision=entry.optional_text("revision"),
        note={"de": entry.text("note_de"), "en": entry.text("note_en")},
        files=tuple(_file(file) for file in entry.tables("file")),
        mels=entry.number("mels") if kind is Kind.SPEECH else None,
        is_demo=entry.flag("demo"),
        thinks=entry.flag("thinks"),
    )
    entry.finish()
    if model.mels is not None and model.mels not in _MELS:
        raise entry.mistake("mels")
    if model.main_file.sha256 is None or model.main_file.bytes is None:
        raise entry.mistake("file")  # weights nobody can vouch for are no catalogue entry
    return model


def _file(entry: _Entry) -> ModelFile:
    file = ModelFile(
        name=entry.text("name", _FILE_NAME),
        bytes=entry.optional_number("bytes"),
        sha256=entry.optional_text("sha256", _SHA256),
    )
    entry.finish()
    return file
