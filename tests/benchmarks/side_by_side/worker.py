"""Our child program for a shape: its word times are made up, so it is not asked whether the
utterances of a window have words in proportion. A real model's seldom have not."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.engine.worker import judge
from dokuhelfer.engine.worker.main import main


def even(texts: Sequence[str], voiced: Sequence[float]) -> list[bool]:
    """As `judge.uneven`: all of them are."""
    return [False for _ in zip(texts, voiced, strict=True)]


if __name__ == "__main__":
    judge.uneven = even
    main()
