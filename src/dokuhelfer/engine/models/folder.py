"""Is a model folder whole and consistent? Asked before native code sees it.

faster-whisper fetches a missing ``tokenizer.json`` from the network, and the wrong one for
large-v3; it takes 80 mel bands when ``preprocessor_config.json`` is missing (inference.md
§1.9, 2 and 3). Neither can happen with a folder that passed here.
"""

from __future__ import annotations

import hashlib
import json
import stat
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from dokuhelfer.engine.models.catalogue import CatalogueModel, Kind, ModelFile
from dokuhelfer.engine.models.weights import WeightsError, require_gguf, whisper_mels

_PREPROCESSOR = "preprocessor_config.json"
_TOKENIZER = "tokenizer.json"
_ADDED = "added_tokens"
_DEFAULT_MELS = 80
"""What faster-whisper assumes without a ``preprocessor_config.json``."""
_TRANSCRIBE_TOKEN = {80: 50359, 128: 50360}
"""Id of ``<|transcribe|>``: the vocabulary of 128-mel models has one language more."""
_CLOSING = {"{": "}", "[": "]"}
_BLANKS = frozenset(" \t\n\r")
_HASH_BLOCK = 4 * 1024 * 1024


class Flaw(StrEnum):
    """What is wrong with a file."""

    MISSING = "missing"
    EMPTY = "empty"
    LINK = "link"
    SIZE = "size"
    UNREADABLE = "unreadable"
    CONTENT = "content"
    MELS = "mels"
    HASH = "hash"


@dataclass(frozen=True, slots=True)
class FileFlaw:
    """A file of the folder and what is wrong with it."""

    file: str
    flaw: Flaw


def check_folder(model: CatalogueModel, folder: Path) -> FileFlaw | None:
    """The first flaw found, None when the folder may be loaded. Takes tenths of a second once."""
    for file in model.files:
        flaw = _presence(file, folder)
        if flaw is not None:
            return FileFlaw(file.name, flaw)
    try:
        return _speech_flaw(model, folder) if model.kind is Kind.SPEECH else _gguf(model, folder)
    except OSError:
        return FileFlaw(model.main_file.name, Flaw.UNREADABLE)


def verify(model: CatalogueModel, folder: Path) -> tuple[FileFlaw, ...]:
    """Read every file and compare it with the catalogue; empty when all is as it should be.

    Takes seconds per gigabyte. Files without a hash in the catalogue (`unpinned`) are
    only checked as `check_folder` does.
    """
    first = check_folder(model, folder)
    flaws = [] if first is None else [first]
    for file in model.files:
        if file.sha256 is None or (first is not None and file.name == first.file):
            continue
        if _presence(file, folder) is None and _sha256(folder / file.name) != file.sha256:
            flaws.append(FileFlaw(file.name, Flaw.HASH))
    return tuple(flaws)


def _presence(file: ModelFile, folder: Path) -> Flaw | None:
    path = folder / file.name
    try:
        about = path.lstat()
    except OSError:
        return Flaw.MISSING
    if not stat.S_ISREG(about.st_mode):
        # A link could be turned elsewhere after the check; import copies real files.
        return Flaw.LINK
    if about.st_size == 0:
        return Flaw.EMPTY
    if file.bytes is not None and about.st_size != file.bytes:
        return Flaw.SIZE
    return None


def _gguf(model: CatalogueModel, folder: Path) -> FileFlaw | None:
    try:
        require_gguf(folder / model.main_file.name)
    except WeightsError:
        return FileFlaw(model.main_file.name, Flaw.CONTENT)
    return None


def _speech_flaw(model: CatalogueModel, folder: Path) -> FileFlaw | None:
    said: dict[str, _About] = {}
    for path in (folder / file.name for file in model.files):
        if path.suffix == ".json":
            about = _about(path)
            if about is None:
                return FileFlaw(path.name, Flaw.CONTENT)
            said[path.name] = about
    if "config.json" not in said or not said["config.json"].is_object:
        return FileFlaw("config.json", Flaw.CONTENT)
    return _mel_flaw(model, folder) or _tokenizer_flaw(model, said.get(_TOKENIZER))


@dataclass(frozen=True, slots=True)
class _About:
    """What is asked of a JSON file.

    Attributes:
        is_object: it is one, at its top.
        transcribe: id of ``<|transcribe|>`` among ``added_tokens``.
    """

    is_object: bool
    transcribe: object


def _about(path: Path) -> _About | None:
    """None where it is no JSON."""
    state = path.stat()
    return _read(path, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)


@lru_cache(maxsize=64)
def _read(path: Path, *_: int) -> _About | None:
    """Kept as long as the file is the same one: it is asked again for every dictation."""
    try:
        return _Reading(path.read_text("utf-8")).to_the_end()
    except (ValueError, IndexError, RecursionError):
        return None


class _Reading:
    """Reads a JSON file through without keeping what it says.

    Python's reader keeps every other thread waiting until it is through, the window too, and a
    tokenizer has megabytes. So it is given one number or string after the other, and others have
    their turn in between.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._reader = json.JSONDecoder()
        self._added: object = None

    def to_the_end(self) -> _About:
        """Read all of it.

        Raises:
            ValueError, IndexError: it is no JSON.
        """
        start = self._behind_blank(0)
        if self._behind_blank(self._behind_value(start, 0)) != len(self._text):
            raise ValueError
        return _About(self._text[start] == "{", _transcribe_token(self._added))

    def _behind_blank(self, at: int) -> int:
        while self._text[at : at + 1] in _BLANKS:
            at += 1
        return at

    def _behind_value(self, at: int, depth: int) -> int:
        opening = self._text[at]
        if opening not in _CLOSING:
            return self._reader.raw_decode(self._text, at)[1]
        at = self._behind_blank(at + 1)
        if self._text[at] == _CLOSING[opening]:
            return at + 1
        while True:
            at = (
                self._behind_member(at, depth)
                if opening == "{"
                else self._behind_value(at, depth + 1)
            )
            at = self._behind_blank(at)
            if self._text[at] == _CLOSING[opening]:
                return at + 1
            at = self._behind(",", at)

    def _behind_member(self, at: int, depth: int) -> int:
        if self._text[at] != '"':
            raise ValueError
        key, at = self._reader.raw_decode(self._text, at)
        at = self._behind(":", self._behind_blank(at))
        if key == _ADDED and depth == 0:
            self._added = self._reader.raw_decode(self._text, at)[0]
        return self._behind_value(at, depth + 1)

    def _behind(self, mark: str, at: int) -> int:
        if self._text[at] != mark:
            raise ValueError
        return self._behind_blank(at + 1)


def _mel_flaw(model: CatalogueModel, folder: Path) -> FileFlaw | None:
    try:
        mels = whisper_mels(folder / model.main_file.name)
    except WeightsError:
        return FileFlaw(model.main_file.name, Flaw.CONTENT)
    if mels != model.mels:
        return FileFlaw(model.main_file.name, Flaw.MELS)
    if _feature_size(folder / _PREPROCESSOR) != mels:
        return FileFlaw(_PREPROCESSOR, Flaw.MELS)
    return None


def _feature_size(preprocessor: Path) -> object:
    """Mel bands faster-whisper will compute; the file may be there without being listed."""
    try:
        settings = json.loads(preprocessor.read_bytes())
    except FileNotFoundError:
        return _DEFAULT_MELS
    except (ValueError, RecursionError):
        return None
    return settings.get("feature_size", _DEFAULT_MELS) if isinstance(settings, dict) else None


def _transcribe_token(added: object) -> object:
    for token in added if isinstance(added, list) else ():
        if isinstance(token, dict) and token.get("content") == "<|transcribe|>":
            return token.get("id")
    return None


def _tokenizer_flaw(model: CatalogueModel, tokenizer: _About | None) -> FileFlaw | None:
    wanted = _TRANSCRIBE_TOKEN.get(model.mels or 0)
    if tokenizer is not None and wanted is not None and tokenizer.transcribe == wanted:
        return None
    return FileFlaw(_TOKENIZER, Flaw.CONTENT)


def _sha256(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            digest = hashlib.sha256()
            while block := stream.read(_HASH_BLOCK):
                digest.update(block)
    except OSError:
        return None
    return digest.hexdigest()
