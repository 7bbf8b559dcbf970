"""Models that are not here: their shape alone says how fast they would be."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dokuhelfer.engine.measuring import make_shape
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.engine.shapes import MELS
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.resources import data_path

_MELS = 80


@contextmanager
def shape(size: str) -> Iterator[SpeechModel]:
    """A model of that size for the time of the block; see `engine.worker.shapes`.

    Raises:
        DokuError: the demo model, whose tokens it takes, is not here; there is no room for
            temporary files.
    """
    vocabulary = data_path("models", "demo-speech").absolute()
    if not (vocabulary / "tokenizer.json").is_file():
        raise DokuError(Code.MODEL_MISSING, id="demo-speech")
    with _room() as folder:
        make_shape(size, vocabulary, Path(folder))
        yield SpeechModel(
            id=f"shape-{size}",
            path=Path(folder),
            mels=MELS.get(size, _MELS),
            memory_mb=2 * (Path(folder) / "model.bin").stat().st_size // 1024**2,
            is_demo=False,
            sha256=None,
            is_shape=True,
        )


def _room() -> tempfile.TemporaryDirectory[str]:
    try:
        return tempfile.TemporaryDirectory(prefix="dokuhelfer-shape-")
    except FileNotFoundError:  # so `tempfile` says that it may write nowhere
        raise DokuError(Code.TARGET_NOT_WRITABLE) from None
