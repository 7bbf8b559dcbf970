"""A small language model of random weights: what it says is the most inventive there can be.

The GGUF file is written here, so that tests need no package for it and no download: the llama
architecture, a byte-level vocabulary with the control tokens of the ChatML format.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import ascii_letters
from typing import Any

import numpy as np

_NORMAL, _CONTROL, _USER_DEFINED = 1, 3, 4
"""Token types (llama.h, ``llama_token_type``)."""
_U32, _I32, _F32, _STRING, _ARRAY = 4, 5, 6, 8, 9
"""Types of values (gguf.h)."""
_ALIGNMENT = 32

CONTROL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
USER_DEFINED = ("<think>", "</think>")
ANSWERS = f"-{ascii_letters}"
"""Letters that are one token with a blank before them, as in the vocabularies of real models;
all other text is a token a byte."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the model; small enough that a token takes well under a millisecond."""

    layers: int = 2
    width: int = 64
    heads: int = 4
    inner: int = 96
    context: int = 32_768


def write_random_model(path: Path, seed: int = 0, shape: Shape | None = None) -> Path:
    """Write a model to ``path`` and return it; the same seed gives the same bytes."""
    chosen = shape or Shape()
    tokens = [*_byte_letters(), *CONTROL, *USER_DEFINED, *(f"Ġ{letter}" for letter in ANSWERS)]
    types = [_NORMAL] * 256 + [_CONTROL] * len(CONTROL) + [_USER_DEFINED] * len(USER_DEFINED)
    types += [_NORMAL] * len(ANSWERS)
    weights = list(_weights(chosen, len(tokens), np.random.default_rng(seed)))
    with path.open("wb") as stream:
        stream.write(_head(chosen, tokens, types, weights))
        stream.write(b"\0" * (-stream.tell() % _ALIGNMENT))
        for _, values in weights:
            data = values.tobytes()
            stream.write(data + b"\0" * (-len(data) % _ALIGNMENT))
    return path


def _byte_letters() -> list[str]:
    """The letters GPT-2's vocabulary has for the 256 bytes."""
    shown = {*range(33, 127), *range(161, 173), *range(174, 256)}
    extra = iter(range(256, 512))
    return [chr(byte) if byte in shown else chr(next(extra)) for byte in range(256)]


def _weights(
    shape: Shape, words: int, random: np.random.Generator
) -> Iterator[tuple[str, np.ndarray[Any, Any]]]:
    def some(*size: int) -> np.ndarray[Any, Any]:
        return random.normal(0.0, 0.3, size).astype(np.float32)

    def ones() -> np.ndarray[Any, Any]:
        return np.ones(shape.width, np.float32)

    yield "token_embd.weight", some(words, shape.width)
    yield "output_norm.weight", ones()
    yield "output.weight", some(words, shape.width)
    for layer in range(shape.layers):
        name = f"blk.{layer}."
        yield name + "attn_norm.weight", ones()
        yield name + "ffn_norm.weight", ones()
        for part in ("attn_q", "attn_k", "attn_v", "attn_output"):
            yield f"{name}{part}.weight", some(shape.width, shape.width)
        for part in ("ffn_gate", "ffn_up"):
            yield f"{name}{part}.weight", some(shape.inner, shape.width)
        yield name + "ffn_down.weight", some(shape.width, shape.inner)


def _head(
    shape: Shape,
    tokens: Sequence[str],
    types: Sequence[int],
    weights: Sequence[tuple[str, np.ndarray[Any, Any]]],
) -> bytes:
    end = tokens.index("<|im_end|>")
    values: list[bytes] = [
        _pair("general.architecture", _STRING, _text("llama")),
        _pair("llama.context_length", _U32, struct.pack("<I", shape.context)),
        _pair("llama.embedding_length", _U32, struct.pack("<I", shape.width)),
        _pair("llama.block_count", _U32, struct.pack("<I", shape.layers)),
        _pair("llama.feed_forward_length", _U32, struct.pack("<I", shape.inner)),
        _pair("llama.attention.head_count", _U32, struct.pack("<I", shape.heads)),
        _pair("llama.attention.layer_norm_rms_epsilon", _F32, struct.pack("<f", 1e-5)),
        _pair("tokenizer.ggml.model", _STRING, _text("gpt2")),
        _pair("tokenizer.ggml.pre", _STRING, _text("qwen2")),
        _pair("tokenizer.ggml.tokens", _ARRAY, _array(_STRING, [_text(one) for one in tokens])),
        _pair(
            "tokenizer.ggml.token_type",
            _ARRAY,
            _array(_I32, [struct.pack("<i", one) for one in types]),
        ),
        _pair(
            "tokenizer.ggml.merges",
            _ARRAY,
            _array(_STRING, [_text(f"Ġ {letter}") for letter in ANSWERS]),
        ),
        _pair("tokenizer.ggml.eos_token_id", _U32, struct.pack("<I", end)),
    ]
    parts = [b"GGUF", struct.pack("<IQQ", 3, len(weights), len(values)), *values]
    offset = 0
    for name, array in weights:
        sizes = array.shape[::-1]
        parts.append(_text(name) + struct.pack("<I", len(sizes)))
        parts.append(struct.pack(f"<{len(sizes)}Q", *sizes) + struct.pack("<IQ", 0, offset))
        offset += array.nbytes + -array.nbytes % _ALIGNMENT
    return b"".join(parts)


def _text(value: str) -> bytes:
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


def _array(kind: int, items: Sequence[bytes]) -> bytes:
    return struct.pack("<IQ", kind, len(items)) + b"".join(items)


def _pair(key: str, kind: int, value: bytes) -> bytes:
    return _text(key) + struct.pack("<I", kind) + value
