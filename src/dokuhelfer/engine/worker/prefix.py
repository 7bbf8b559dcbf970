"""The state of a fixed prompt, kept in a file: restored in 0.2 s instead of computed in 17 s.

Only prompts without a word that anybody dictated are kept (design, promise 6). A file counts
for one model, one build of llama.cpp and exactly these tokens (inference.md §2.5). Its name
holds the hash of its content: llama.cpp ends the process over a file that was cut short.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from dokuhelfer.engine.worker import llama
from dokuhelfer.engine.worker.llama import Llama

_UNFINISHED = ".unfinished"
_SUFFIX = ".prefix"
_MOST_FILES = 6
"""About 90 MB each for 4B; one per template that is really used."""


def begin(model: Llama, identity: str, tokens: Sequence[int], folder: Path | None) -> bool:
    """Hold exactly ``tokens``; whether they came from a kept state, or were held already.

    Args:
        identity: SHA-256 of the model; empty: nothing is restored or kept.
        folder: where states are kept; may not exist yet.
    """
    if list(model.tokens[: len(tokens)]) == list(tokens):
        model.rewind(len(tokens))
        return True
    key = None if folder is None or not identity else _key(identity, tokens)
    if folder is not None and key is not None and _restore(model, tokens, folder, key):
        return True
    model.rewind(0)
    model.append(tokens)
    if folder is not None and key is not None:
        # A state that cannot be kept is computed again next time, no more.
        with contextlib.suppress(OSError):
            _keep(model, folder, key)
    return False


def _key(identity: str, tokens: Sequence[int]) -> str:
    content = f"{identity}\n{llama.BUILD}\n{','.join(map(str, tokens))}"
    return hashlib.sha256(content.encode("ascii", "replace")).hexdigest()[:32]


def _restore(model: Llama, tokens: Sequence[int], folder: Path, key: str) -> bool:
    for file in folder.glob(f"{key}-*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            whole = file.name == _name(key, file)
            if whole and model.restore(file, tokens):
                os.utime(file)
                return True
            file.unlink()
    return False


def _name(key: str, file: Path) -> str:
    """What a file of this content is called."""
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return f"{key}-{digest}{_SUFFIX}"


def _keep(model: Llama, folder: Path, key: str) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = folder / f"{key}.{os.getpid()}{_UNFINISHED}"
    for left in folder.glob(f"*{_UNFINISHED}"):
        # Of a child that was ended while it wrote.
        left.unlink(missing_ok=True)
    try:
        if model.save(beside):
            beside.replace(folder / _name(key, beside))
    finally:
        beside.unlink(missing_ok=True)
    kept = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda one: one.stat().st_mtime)
    for old in kept[:-_MOST_FILES]:
        old.unlink(missing_ok=True)
