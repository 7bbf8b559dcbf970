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
from pathlib import Path

from dokuhelfer.engine.models.catalogue import CatalogueModel, Kind, ModelFile
from dokuhelfer.engine.models.weights import WeightsError, require_gguf, whisper_mels

_PREPROCESSOR = "preprocessor_config.json"
_TOKENIZER = "tokenizer.json"
_DEFAULT_MELS = 80
"""What faster-whisper assumes without a ``preprocessor_config.json``."""
_TRANSCRIBE_TOKEN = {80: 50359, 128: 50360}
"""Id of ``<|transcribe|>``: the vocabulary of 128-mel models has one language more."""
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
    """The first flaw found, None when the folder may be loaded. Takes milliseconds."""
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
    contents: dict[str, object] = {}
    for path in (folder / file.name for file in model.files):
        if path.suffix == ".json":
            try:
                contents[path.name] = _json(path)
            except (ValueError, RecursionError):
                return FileFlaw(path.name, Flaw.CONTENT)
    if not isinstance(contents.get("config.json"), dict):
        return FileFlaw("config.json", Flaw.CONTENT)
    return _mel_flaw(model, folder) or _tokenizer_flaw(model, contents.get(_TOKENIZER))


def _json(path: Path) -> object:
    """What a JSON file says.

    Python's reader keeps every other thread waiting until it is through, the window too, and a
    tokenizer has megabytes. A function of ours for each number lets them have their turn.
    """

    def number(digits: str) -> int:
        return int(digits)

    return json.loads(path.read_bytes(), parse_int=number)


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
        settings = _json(preprocessor)
    except FileNotFoundError:
        return _DEFAULT_MELS
    except (ValueError, RecursionError):
        return None
    return settings.get("feature_size", _DEFAULT_MELS) if isinstance(settings, dict) else None


def _tokenizer_flaw(model: CatalogueModel, tokenizer: object) -> FileFlaw | None:
    added = tokenizer.get("added_tokens") if isinstance(tokenizer, dict) else None
    for token in added if isinstance(added, list) else ():
        if isinstance(token, dict) and token.get("content") == "<|transcribe|>":
            if token.get("id") == _TRANSCRIBE_TOKEN.get(model.mels or 0):
                return None
            break
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
