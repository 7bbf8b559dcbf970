"""Language models of exact size that know nothing: speed and memory without a download.

Time and memory follow from the shapes of the matrices and their number format, not from what is
in them. So the file holds the same random blocks again and again, in the layout of Q4_K_M, with
the vocabulary of the demo model filled up to the right number of tokens.
"""

from __future__ import annotations

import json
import random
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.resources import data_path

_NORMAL, _CONTROL, _UNUSED = 1, 3, 5
"""Token types (llama.h, ``llama_token_type``)."""
_U32, _I32, _F32, _STRING, _ARRAY = 4, 5, 6, 8, 9
"""Types of values (gguf.h)."""
_F32_TENSOR, _Q4_K, _Q6_K = 0, 12, 14
"""Number formats of tensors (ggml.h)."""
_BLOCK_WEIGHTS = 256
_BLOCK_BYTES = {_Q4_K: 144, _Q6_K: 210}
_ALIGNMENT = 32
_REPEATED = 2048
"""Random blocks that are written again and again."""
_Q4_K_M = 15
"""Of ``llama_ftype``."""

_CONTROLS = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of a Qwen3 model."""

    layers: int
    width: int
    heads: int
    inner: int
    groups: int = 8
    head: int = 128
    words: int = 151_936
    context: int = 40_960


SHAPES = {
    "qwen3-1.7b": Shape(layers=28, width=2048, heads=16, inner=6144),
    "qwen3-4b": Shape(layers=36, width=2560, heads=32, inner=9728),
}
"""Of the catalogue's models for 8 and for 16 GB."""


@dataclass(frozen=True, slots=True)
class _Tensor:
    name: str
    sizes: tuple[int, ...]
    format: int

    @property
    def bytes(self) -> int:
        weights = 1
        for size in self.sizes:
            weights *= size
        if self.format == _F32_TENSOR:
            return 4 * weights
        return weights // _BLOCK_WEIGHTS * _BLOCK_BYTES[self.format]


def write_shape(path: Path, shape: Shape) -> Path:
    """Write the model; a 4B shape takes 2.5 GB and some seconds.

    Raises:
        DokuError: `MODEL_MISSING`, the demo model with the tokens is not here.
        OSError: there is no room.
    """
    tensors = list(_tensors(shape))
    with path.open("wb") as stream:
        stream.write(_head(shape, tensors))
        stream.write(bytes(-stream.tell() % _ALIGNMENT))
        blocks = {kind: _blocks(kind) for kind in _BLOCK_BYTES}
        for tensor in tensors:
            if tensor.format == _F32_TENSOR:
                stream.write(struct.pack("<f", 1.0) * (tensor.bytes // 4))
            else:
                _repeat(stream, blocks[tensor.format], tensor.bytes)
            stream.write(bytes(-tensor.bytes % _ALIGNMENT))
    return path


def _repeat(stream: BinaryIO, some: bytes, size: int) -> None:
    whole, rest = divmod(size, len(some))
    for _ in range(whole):
        stream.write(some)
    stream.write(some[:rest])


def _blocks(kind: int) -> bytes:
    """Random weights of a size as in real models: a mean of about 0, a deviation of 0.02."""
    chance = random.Random(kind)  # noqa: S311 - weights of nothing
    scale = 1.2e-4 if kind == _Q4_K else 1.5e-5
    made = bytearray()
    for _ in range(_REPEATED):
        if kind == _Q4_K:
            made += struct.pack("<ee", scale, 7.5 * scale) + chance.randbytes(140)
        else:
            made += chance.randbytes(208) + struct.pack("<e", scale)
    return bytes(made)


def _tensors(shape: Shape) -> Iterator[_Tensor]:
    """Names and formats as llama.cpp's own quantiser gives them for Q4_K_M."""
    width, every = shape.width, shape.head * shape.heads
    shared = shape.head * shape.groups
    yield _Tensor("token_embd.weight", (width, shape.words), _Q6_K)
    yield _Tensor("output_norm.weight", (width,), _F32_TENSOR)
    for layer in range(shape.layers):
        name = f"blk.{layer}."
        finer = _Q6_K if _is_finer(layer, shape.layers) else _Q4_K
        yield _Tensor(f"{name}attn_norm.weight", (width,), _F32_TENSOR)
        yield _Tensor(f"{name}ffn_norm.weight", (width,), _F32_TENSOR)
        yield _Tensor(f"{name}attn_q_norm.weight", (shape.head,), _F32_TENSOR)
        yield _Tensor(f"{name}attn_k_norm.weight", (shape.head,), _F32_TENSOR)
        yield _Tensor(f"{name}attn_q.weight", (width, every), _Q4_K)
        yield _Tensor(f"{name}attn_k.weight", (width, shared), _Q4_K)
        yield _Tensor(f"{name}attn_v.weight", (width, shared), finer)
        yield _Tensor(f"{name}attn_output.weight", (every, width), _Q4_K)
        yield _Tensor(f"{name}ffn_gate.weight", (width, shape.inner), _Q4_K)
        yield _Tensor(f"{name}ffn_up.weight", (width, shape.inner), _Q4_K)
        yield _Tensor(f"{name}ffn_down.weight", (shape.inner, width), finer)


def _is_finer(layer: int, layers: int) -> bool:
    """``use_more_bits`` of llama.cpp's quantiser."""
    eighth = layers // 8
    return layer < eighth or layer >= 7 * layers // 8 or (layer - eighth) % 3 == 2


def _head(shape: Shape, tensors: Sequence[_Tensor]) -> bytes:
    values = [*_sizes(shape), *_vocabulary(shape)]
    parts = [b"GGUF", struct.pack("<IQQ", 3, len(tensors), len(values)), *values]
    offset = 0
    for tensor in tensors:
        parts.append(_text(tensor.name) + struct.pack("<I", len(tensor.sizes)))
        parts.append(struct.pack(f"<{len(tensor.sizes)}Q", *tensor.sizes))
        parts.append(struct.pack("<IQ", tensor.format, offset))
        offset += tensor.bytes + -tensor.bytes % _ALIGNMENT
    return b"".join(parts)


def _sizes(shape: Shape) -> Iterator[bytes]:
    yield _pair("general.architecture", _STRING, _text("qwen3"))
    numbers = {
        "general.file_type": _Q4_K_M,
        "general.quantization_version": 2,
        "qwen3.block_count": shape.layers,
        "qwen3.context_length": shape.context,
        "qwen3.embedding_length": shape.width,
        "qwen3.feed_forward_length": shape.inner,
        "qwen3.attention.head_count": shape.heads,
        "qwen3.attention.head_count_kv": shape.groups,
        "qwen3.attention.key_length": shape.head,
        "qwen3.attention.value_length": shape.head,
    }
    for key, number in numbers.items():
        yield _pair(key, _U32, struct.pack("<I", number))
    yield _pair("qwen3.rope.freq_base", _F32, struct.pack("<f", 1e6))
    yield _pair("qwen3.attention.layer_norm_rms_epsilon", _F32, struct.pack("<f", 1e-6))


def _vocabulary(shape: Shape) -> Iterator[bytes]:
    """The demo model's tokens; German takes about as many of them as of Qwen's."""
    file = data_path("models", "demo-speech") / "tokenizer.json"
    if not file.is_file():
        raise DokuError(Code.MODEL_MISSING, id="demo-speech")
    model = json.loads(file.read_text(encoding="utf-8"))["model"]
    known = set(model["vocab"])
    merges = [(a, b) for a, b in model["merges"] if {a, b, a + b} <= known]
    tokens = [*sorted(known - set(_CONTROLS), key=model["vocab"].__getitem__), *_CONTROLS]
    types = [_NORMAL] * (len(tokens) - len(_CONTROLS)) + [_CONTROL] * len(_CONTROLS)
    unused = shape.words - len(tokens)
    tokens += [f"[unused{number}]" for number in range(unused)]
    types += [_UNUSED] * unused
    yield _pair("tokenizer.ggml.model", _STRING, _text("gpt2"))
    yield _pair("tokenizer.ggml.pre", _STRING, _text("qwen2"))
    yield _pair("tokenizer.ggml.tokens", _ARRAY, _array(_STRING, [_text(one) for one in tokens]))
    numbers = [struct.pack("<i", one) for one in types]
    yield _pair("tokenizer.ggml.token_type", _ARRAY, _array(_I32, numbers))
    joined = [_text(f"{a} {b}") for a, b in merges]
    yield _pair("tokenizer.ggml.merges", _ARRAY, _array(_STRING, joined))
    end = tokens.index("<|im_end|>")
    yield _pair("tokenizer.ggml.eos_token_id", _U32, struct.pack("<I", end))


def _text(value: str) -> bytes:
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


def _array(kind: int, items: Sequence[bytes]) -> bytes:
    return struct.pack("<IQ", kind, len(items)) + b"".join(items)


def _pair(key: str, kind: int, value: bytes) -> bytes:
    return _text(key) + struct.pack("<I", kind) + value
