"""Arrays as CTranslate2 stores them: int8 with one scale a row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from ctranslate2.specs import common_spec

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.int8]

FAINT = 0.002
"""Standard deviation of weights that shall not disturb what the others say. Not zero: a
processor may be faster with zeros."""

_FULL = 127
_DEVIATION = 73.0
"""Of whole numbers spread evenly over -127 to 127."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows of int8 numbers; a number stands for itself divided by its row's scale."""

    numbers: Bytes
    scales: Floats

    def write(self, row: int, values: Floats) -> None:
        """Replace a row by ``values``."""
        flat = values.reshape(-1)
        largest = float(np.abs(flat).max()) or 1.0
        self.scales[row] = _FULL / largest
        self.numbers[row] = np.rint(flat * self.scales[row]).astype(np.int8).reshape(values.shape)

    def silence(self, rows: slice) -> None:
        """Make rows zero."""
        self.numbers[rows] = 0

    def store(self, spec: common_spec.LinearSpec, bias: Floats | None = None) -> None:
        """Put it into a layer of the model; without ``bias`` that is zero."""
        spec.weight = self.numbers
        spec.weight_scale = self.scales
        spec.bias = np.zeros(len(self.numbers), np.float32) if bias is None else bias


def faint(chance: np.random.Generator, *shape: int, deviation: float = FAINT) -> Matrix:
    """Random rows."""
    numbers = chance.integers(-_FULL, _FULL, shape, np.int8, endpoint=True)
    return Matrix(numbers, np.full(shape[0], _DEVIATION / deviation, np.float32))


def plain_norm(spec: common_spec.LayerNormSpec, width: int) -> None:
    """A layer norm that only norms."""
    spec.gamma = np.ones(width, np.float32)
    spec.beta = np.zeros(width, np.float32)
