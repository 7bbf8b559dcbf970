"""A CTranslate2 Whisper model as a checkpoint of openai-whisper: the same weights, as floats."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

Arrays = dict[str, np.ndarray]

_TYPES = (np.float32, np.int8, np.int16, np.int32, np.float16)
_ATTENTION = ("query", "key", "value", "out")
_NAMES = {
    "encoder/conv1": "encoder.conv1",
    "encoder/conv2": "encoder.conv2",
    "encoder/layer_norm": "encoder.ln_post",
    "decoder/layer_norm": "decoder.ln",
}
_PARTS = {
    "self_attention/layer_norm": "attn_ln",
    "attention/layer_norm": "cross_attn_ln",
    "ffn/layer_norm": "mlp_ln",
    "ffn/linear_0": "mlp.0",
    "ffn/linear_1": "mlp.2",
}
_FUSED = {
    "self_attention/linear_0": ("attn", ("query", "key", "value")),
    "self_attention/linear_1": ("attn", ("out",)),
    "attention/linear_0": ("cross_attn", ("query",)),
    "attention/linear_1": ("cross_attn", ("key", "value")),
    "attention/linear_2": ("cross_attn", ("out",)),
}
_LAYER = re.compile(r"(encoder|decoder)/layer_(\d+)/(.+)/(weight|bias|gamma|beta)")
_SUFFIX = {"gamma": "weight", "beta": "bias"}


def read(model_bin: Path) -> Arrays:
    """All arrays of a CTranslate2 file, int8 turned back into floats."""
    with model_bin.open("rb") as stream:
        _number(stream, "<I")
        _text(stream)
        _number(stream, "<I")
        raw = dict(_variable(stream) for _ in range(_number(stream, "<I")))
    return {name: _floats(name, raw) for name in raw if not name.endswith("_scale")}


def dimensions(arrays: Arrays) -> dict[str, int]:
    """The shape in the words of openai-whisper."""
    width = arrays["encoder/layer_norm/gamma"].shape[0]
    layers = {side: 1 + max(_layers(arrays, side)) for side in ("encoder", "decoder")}
    return {
        "n_mels": arrays["encoder/conv1/weight"].shape[1],
        "n_vocab": arrays["decoder/embeddings/weight"].shape[0],
        "n_audio_ctx": arrays["encoder/position_encodings/encodings"].shape[0],
        "n_audio_state": width,
        "n_audio_head": width // 64,
        "n_audio_layer": layers["encoder"],
        "n_text_ctx": arrays["decoder/position_encodings/encodings"].shape[0],
        "n_text_state": width,
        "n_text_head": width // 64,
        "n_text_layer": layers["decoder"],
    }


def state(arrays: Arrays) -> Arrays:
    """The arrays under the names of openai-whisper."""
    found = {
        "encoder.positional_embedding": arrays["encoder/position_encodings/encodings"],
        "decoder.positional_embedding": arrays["decoder/position_encodings/encodings"],
        "decoder.token_embedding.weight": arrays["decoder/embeddings/weight"],
    }
    for name, array in arrays.items():
        found |= _renamed(name, array)
    return found


def _renamed(name: str, array: np.ndarray) -> Arrays:
    place, _, kind = name.rpartition("/")
    if place in _NAMES:
        return {f"{_NAMES[place]}.{_SUFFIX.get(kind, kind)}": array}
    matched = _LAYER.fullmatch(name)
    if matched is None:
        return {}
    side, number, part, kind = matched.groups()
    block = f"{side}.blocks.{number}"
    if part in _PARTS:
        return {f"{block}.{_PARTS[part]}.{_SUFFIX.get(kind, kind)}": array}
    target, pieces = _FUSED[part]
    return {
        f"{block}.{target}.{piece}.{kind}": values
        for piece, values in zip(pieces, np.split(array, len(pieces)), strict=True)
        if (piece, kind) != ("key", "bias")
    }


def _layers(arrays: Arrays, side: str) -> Iterator[int]:
    for name in arrays:
        matched = _LAYER.fullmatch(name)
        if matched is not None and matched[1] == side:
            yield int(matched[2])


def _floats(name: str, raw: Arrays) -> np.ndarray:
    array, scale = raw[name], raw.get(f"{name}_scale")
    if scale is None:
        return array
    return array.astype(np.float32) / scale.reshape(-1, *[1] * (array.ndim - 1))


def _variable(stream: BinaryIO) -> tuple[str, np.ndarray]:
    name = _text(stream)
    shape = [_number(stream, "<I") for _ in range(_number(stream, "<B"))]
    kind = _TYPES[_number(stream, "<B")]
    data = stream.read(_number(stream, "<I"))
    return name, np.frombuffer(data, kind).reshape(shape)


def _number(stream: BinaryIO, layout: str) -> Any:
    return struct.unpack(layout, stream.read(struct.calcsize(layout)))[0]


def _text(stream: BinaryIO) -> str:
    return str(stream.read(_number(stream, "<H")).rstrip(b"\0"), "utf-8")
