"""The arrays of a CTranslate2 file, taken out and put back."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_TYPES = (np.float32, np.int8, np.int16, np.int32, np.float16)
_FULL = 127


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A ``model.bin``.

    Attributes:
        head: what stands before the arrays: versions and the kind of model.
        arrays: in the order of the file; int8 ones have their scales under ``NAME_scale``.
        rest: what stands behind them: which names share an array.
    """

    head: bytes
    arrays: Mapping[str, NDArray[Any]]
    rest: bytes

    @classmethod
    def read(cls, path: Path) -> ModelFile:
        """All of the file."""
        with path.open("rb") as stream:
            _number(stream, "<I")
            _text(stream)
            _number(stream, "<I")
            head = _from_start(stream)
            arrays = dict(_array(stream) for _ in range(_number(stream, "<I")))
            return cls(head, arrays, stream.read())

    def floats(self, prefix: str) -> dict[str, Floats]:
        """The floating-point arrays whose names begin so, int8 turned back."""
        return {
            name: self._turned_back(name)
            for name, array in self.arrays.items()
            if name.startswith(prefix)
            and not name.endswith("_scale")
            and (array.dtype == np.float32 or f"{name}_scale" in self.arrays)
        }

    def replaced(self, floats: Mapping[str, Floats]) -> ModelFile:
        """The same file with these arrays, int8 where it was so."""
        arrays = dict(self.arrays)
        for name, values in floats.items():
            if f"{name}_scale" not in arrays:
                arrays[name] = values.astype(np.float32)
                continue
            rows = values.reshape(len(values), -1)
            scales = (_FULL / np.maximum(np.abs(rows).max(axis=1), 1e-8)).astype(np.float32)
            arrays[name] = np.rint(rows * scales[:, None]).astype(np.int8).reshape(values.shape)
            arrays[f"{name}_scale"] = scales
        return ModelFile(self.head, arrays, self.rest)

    def write(self, path: Path) -> None:
        """As it was read."""
        with path.open("wb") as stream:
            stream.write(self.head + struct.pack("<I", len(self.arrays)))
            for name, array in self.arrays.items():
                _write_array(stream, name, array)
            stream.write(self.rest)

    def _turned_back(self, name: str) -> Floats:
        array, scales = self.arrays[name], self.arrays.get(f"{name}_scale")
        if scales is None:
            return np.array(array, np.float32)
        floats: Floats = array.astype(np.float32) / scales.reshape(-1, *[1] * (array.ndim - 1))
        return floats


def blend(model: Path, learnt: Path, share: float, target: Path) -> None:
    """Write what lies between two encoders: ``share`` of the one that has learnt.

    A part of the way keeps what the model made of clear sound to the word, and most of the gain
    (Wortsman et al., arXiv 2109.01903).
    """
    file, other = ModelFile.read(model), ModelFile.read(learnt).floats("encoder/")
    mixed = {
        name: ((1 - share) * array + share * other[name]).astype(np.float32)
        for name, array in file.floats("encoder/").items()
    }
    file.replaced(mixed).write(target)


def _from_start(stream: BinaryIO) -> bytes:
    place = stream.tell()
    stream.seek(0)
    return stream.read(place)


def _array(stream: BinaryIO) -> tuple[str, NDArray[Any]]:
    name = _text(stream)
    shape = [_number(stream, "<I") for _ in range(_number(stream, "<B"))]
    kind = _TYPES[_number(stream, "<B")]
    return name, np.frombuffer(stream.read(_number(stream, "<I")), kind).reshape(shape)


def _write_array(stream: BinaryIO, name: str, array: NDArray[Any]) -> None:
    encoded = name.encode("utf-8") + b"\0"
    stream.write(struct.pack("<H", len(encoded)) + encoded)
    stream.write(struct.pack(f"<B{array.ndim}I", array.ndim, *array.shape))
    kind = [np.dtype(one) for one in _TYPES].index(array.dtype)
    data = array.tobytes()
    stream.write(struct.pack("<BI", kind, len(data)) + data)


def _number(stream: BinaryIO, layout: str) -> Any:
    return struct.unpack(layout, stream.read(struct.calcsize(layout)))[0]


def _text(stream: BinaryIO) -> str:
    return str(stream.read(_number(stream, "<H")).rstrip(b"\0"), "utf-8")
