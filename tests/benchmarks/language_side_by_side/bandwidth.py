"""How fast memory is read: the bound of writing token by token (inference.md §5.1)."""

from __future__ import annotations

import time

import numpy as np

_BYTES = 1 << 30


def gigabytes_per_second(rounds: int = 3) -> float:
    """The best of several rounds over a gigabyte, one thread."""
    data = np.ones(_BYTES // 8, np.int64)
    best = 0.0
    for _ in range(rounds):
        began = time.perf_counter()
        data.sum()
        best = max(best, _BYTES / (time.perf_counter() - began) / 1e9)
    return best
