"""A model is brought in from a stick or a share: recognised by content, copied, verified.

Only what the catalogue vouches for comes in: a parser in C++ gets no other file (deployment.md
§5.3). What is copied is what was hashed, and the model's folder appears whole or not at all.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dokuhelfer.engine.models.catalogue import Catalogue, CatalogueModel, ModelFile, load_catalogue
from dokuhelfer.engine.models.folder import check_folder, verify
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.files import is_disk_full, open_input

_BLOCK = 4 * 1024 * 1024
_INCOMING = ".dokuhelfer-incoming-"
_LEFT_OVER = 24 * 60 * 60
"""Seconds after which nobody fills an incoming folder any more: a second import may run now."""
_OURS = 0o700
_READABLE = 0o644


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of an import.

    Attributes:
        path: the model's folder.
        copied: False where a sound copy of it was there already.
    """

    model: CatalogueModel
    path: Path
    copied: bool


def bring_in(source: Path, root: Path, catalogue: Catalogue | None = None) -> Brought:
    """Copy the model at ``source`` into a folder of its own below ``root``.

    Args:
        source: the folder with a model's files, or the one file of a language model; the
            names of folder and file do not matter.
        root: may not exist yet.

    Raises:
        DokuError: `MODEL_NOT_LISTED`, no model of the catalogue has such weights;
            `MODEL_DEFECT`, its other files are missing or wrong; `INPUT_…`, it cannot be
            read; `DISK_FULL`, `TARGET_NOT_WRITABLE`.
    """
    known = load_catalogue() if catalogue is None else catalogue
    model, weights = _recognised(source, known)
    target = (root / model.id).absolute()
    try:
        if target.is_dir() and not verify(model, target):
            return Brought(model, target, copied=False)
        _put(model, source, weights, target)
    except OSError as error:
        full = is_disk_full(error)
        raise DokuError(Code.DISK_FULL if full else Code.TARGET_NOT_WRITABLE) from None
    return Brought(model, target, copied=True)


def _recognised(source: Path, catalogue: Catalogue) -> tuple[CatalogueModel, Path]:
    """The model whose weights these are, and their file."""
    for file in _files(source):
        size = _size(file)
        alike = [one for one in catalogue.models if one.main_file.bytes == size]
        if not alike:
            continue
        sha256 = _sha256(file)
        for model in alike:
            if model.main_file.sha256 == sha256:
                return model, file
    raise DokuError(Code.MODEL_NOT_LISTED)


def _files(source: Path) -> Sequence[Path]:
    if not os.path.isdir(source):  # unlike `Path.is_dir` never raises
        open_input(source).close()  # says what is wrong with it
        return (source,)
    try:
        return sorted(one for one in source.iterdir() if stat.S_ISREG(one.lstat().st_mode))
    except PermissionError:
        raise DokuError(Code.INPUT_NO_PERMISSION) from None
    except OSError:
        raise DokuError(Code.INPUT_UNREADABLE) from None


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        raise DokuError(Code.INPUT_UNREADABLE) from None


def _sha256(file: Path) -> str:
    digest = hashlib.sha256()
    for block in _blocks(file):
        digest.update(block)
    return digest.hexdigest()


def _blocks(file: Path) -> Iterator[bytes]:
    """What is in a file. A stick may be pulled at any time: that is the input's fault, not that
    of the target."""
    with open_input(file) as stream:
        while True:
            try:
                block = stream.read(_BLOCK)
            except OSError:
                raise DokuError(Code.INPUT_UNREADABLE) from None
            if not block:
                return
            yield block


def _put(model: CatalogueModel, source: Path, weights: Path, target: Path) -> None:
    root = target.parent
    root.mkdir(mode=_OURS, parents=True, exist_ok=True)
    with _incoming(root) as folder:
        for file in model.files:
            origin = weights if file is model.main_file else source / file.name
            _copy(file, origin, folder / file.name)
        if check_folder(model, folder) is not None:
            raise DokuError(Code.MODEL_DEFECT)
        folder.chmod(0o755)
        _replace(target, folder)


def _replace(target: Path, folder: Path) -> None:
    """Put ``folder`` where ``target`` is; whatever happens, one of the two stands there."""
    if not target.is_dir():
        folder.rename(target)
        return
    aside = Path(tempfile.mkdtemp(prefix=_INCOMING, dir=target.parent))
    old = aside / target.name
    try:
        target.rename(old)
        folder.rename(target)
    finally:
        if old.exists() and not target.exists():
            old.rename(target)
        shutil.rmtree(aside, ignore_errors=True)


@contextlib.contextmanager
def _incoming(root: Path) -> Iterator[Path]:
    """A folder to fill beside the models; what an ended import left goes first."""
    for left in root.glob(f"{_INCOMING}*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_OVER:
                shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=_INCOMING, dir=root))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _copy(file: ModelFile, origin: Path, target: Path) -> None:
    """Copy and hash in one go: nobody can change the file between the two."""
    if not os.path.isfile(origin):
        raise DokuError(Code.MODEL_DEFECT)
    digest = hashlib.sha256()
    with target.open("xb") as copy:
        for block in _blocks(origin):
            digest.update(block)
            copy.write(block)
        copy.flush()
        os.fsync(copy.fileno())
    if file.sha256 is not None and digest.hexdigest() != file.sha256:
        raise DokuError(Code.MODEL_DEFECT)
    target.chmod(_READABLE)
