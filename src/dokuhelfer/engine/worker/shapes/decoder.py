"""The speaking half: random, but for a chain of tokens and a count that ends it.

A token's embedding holds its own code and that of the token which follows it. The last
layer puts the second over the first, so the following token is the likeliest. One channel
adds up how much is still to be said: the share of speech in the window, which the first
layer takes from the encoder, less what every token has used up. Below zero the text ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from ctranslate2.specs import WhisperSpec
from ctranslate2.specs.transformer_spec import TransformerDecoderLayerSpec

from dokuhelfer.engine.worker.shapes import times
from dokuhelfer.engine.worker.shapes.encoder import SPEECH_CHANNEL, SPEECH_LEVEL, TIME_CHANNELS
from dokuhelfer.engine.worker.shapes.script import Script
from dokuhelfer.engine.worker.shapes.sizes import HEAD_WIDTH, Size
from dokuhelfer.engine.worker.shapes.weights import Floats, Matrix, faint, plain_norm

CONTEXT = 448

_LEFT = 0
"""The channel of what is still to be said."""

_TIME = 4
"""The first of the channels with the time of the next word, see `times`."""

_RESERVED = _TIME + times.CHANNELS
"""Channels that hold no code."""

_ALL = 6.0
"""What is left in `_LEFT` at the beginning of a window full of speech."""

_FULL_WINDOW = 177
"""Tokens of a window in which every frame counts as speech; `encoder` counts 76 % of those
that a detector of voices does, see `script.TOKENS_PER_SECOND`."""

_STRESS = 3.0
"""How much the following token's code outweighs the token's own, and the count the codes."""

_SHARPNESS = 60.0
"""How much one token too many speaks for the end, in multiples of a code's length."""


@dataclass(frozen=True, slots=True)
class _Channels:
    own: slice
    following: slice
    count: int

    @classmethod
    def of(cls, width: int) -> _Channels:
        half = (width - _RESERVED) // 2
        return cls(
            slice(_RESERVED, _RESERVED + half), slice(_RESERVED + half, _RESERVED + 2 * half), half
        )


def fill_decoder(
    spec: WhisperSpec, size: Size, script: Script, chance: np.random.Generator
) -> None:
    """Set all weights of the decoder."""
    decoder, width = spec.decoder, size.width
    channels = _Channels.of(width)
    embeddings = _embeddings(size, script, channels, chance)
    decoder.embeddings.weight = embeddings.numbers
    decoder.embeddings.weight_scale = embeddings.scales
    # Tied as in Whisper; the folder's writer turns it into a reference.
    decoder.projection.weight = embeddings.numbers
    faint_positions = chance.standard_normal((CONTEXT, width)) * 0.01
    faint_positions[:, _LEFT] = 0
    decoder.position_encodings.encodings = faint_positions.astype(np.float32)
    plain_norm(decoder.layer_norm, width)
    decoder.layer_norm.gamma[channels.following] = 0
    decoder.layer_norm.gamma[_TIME:_RESERVED] = 0
    decoder.layer_norm.gamma[_LEFT] = _STRESS
    for number, layer in enumerate(decoder.layer):
        heads = [head for at, head in size.alignment_heads if at == number]
        _fill_layer(layer, width, heads, chance)
    _take_share_of_speech(decoder.layer[0], width, chance)
    _go_on(decoder.layer[-1], width, channels, chance)


def _fill_layer(
    layer: TransformerDecoderLayerSpec,
    width: int,
    timing_heads: Sequence[int],
    chance: np.random.Generator,
) -> None:
    for part in (layer.self_attention, layer.attention, layer.ffn):
        plain_norm(part.layer_norm, width)
    faint(chance, 3 * width, width).store(layer.self_attention.linear[0])
    _apart(faint(chance, width, width)).store(layer.self_attention.linear[1])
    queries, keys = faint(chance, width, width), faint(chance, 2 * width, width)
    for head in timing_heads:
        times.compare(queries, head * HEAD_WIDTH, _TIME)
        times.compare(keys, head * HEAD_WIDTH, TIME_CHANNELS)
    queries.store(layer.attention.linear[0])
    keys.store(layer.attention.linear[1])
    _apart(faint(chance, width, width)).store(layer.attention.linear[2])
    faint(chance, 4 * width, width).store(layer.ffn.linear_0)
    _apart(faint(chance, width, 4 * width)).store(layer.ffn.linear_1)


def _apart(matrix: Matrix) -> Matrix:
    """A layer's output that leaves the count alone."""
    matrix.silence(slice(_LEFT, _LEFT + 1))
    return matrix


def _embeddings(
    size: Size, script: Script, channels: _Channels, chance: np.random.Generator
) -> Matrix:
    width = size.width
    signs = chance.integers(0, 2, (size.vocabulary, width), np.int8) * 2 - 1
    matrix = Matrix((signs * 127).astype(np.int8), np.full(size.vocabulary, 127, np.float32))
    matrix.numbers[:, :_RESERVED] = 0
    spoken = sorted(script.follows.keys() | script.follows.values())
    for token in spoken:
        # As many up as down: a mean that is not zero would shift the count in each norm.
        signs[token, channels.own] = chance.permutation(np.tile([1, -1], channels.count // 2))
    for token in spoken:
        row = signs[token].astype(np.float32)
        row[:_RESERVED] = 0
        row[_LEFT] = -_ALL * script.used(token) / _FULL_WINDOW
        row[_TIME:_RESERVED] = times.moment_after(token, script)
        after = script.follows.get(token)
        if after is not None:
            row[channels.following] = signs[after, channels.own]
        matrix.write(token, row)
    end = np.zeros(width, np.float32)
    end[_LEFT] = -_SHARPNESS * channels.count
    matrix.write(script.end, end)
    return matrix


def _take_share_of_speech(
    layer: TransformerDecoderLayerSpec, width: int, chance: np.random.Generator
) -> None:
    """The first head looks at all frames alike, and so finds their mean."""
    query, value, out = (faint(chance, rows * width, width) for rows in (1, 2, 1))
    query.silence(slice(0, HEAD_WIDTH))
    query.store(layer.attention.linear[0])
    speech: Floats = np.zeros(width, np.float32)
    speech[SPEECH_CHANNEL] = 1 / SPEECH_LEVEL
    value.write(width, speech)
    value.store(layer.attention.linear[1])
    left: Floats = np.zeros(width, np.float32)
    left[0] = _ALL
    out.write(_LEFT, left)
    out.store(layer.attention.linear[2])


def _go_on(
    layer: TransformerDecoderLayerSpec,
    width: int,
    channels: _Channels,
    chance: np.random.Generator,
) -> None:
    """Add the following token's code to its own.

    gelu(x) - gelu(-x) is x: two hidden units carry a channel through unchanged.
    """
    hidden, out = faint(chance, 4 * width, width), faint(chance, width, 4 * width)
    for number in range(channels.count):
        row: Floats = np.zeros(width, np.float32)
        row[channels.following.start + number] = 1
        hidden.write(2 * number, row)
        hidden.write(2 * number + 1, -row)
        carried: Floats = np.zeros(4 * width, np.float32)
        carried[2 * number], carried[2 * number + 1] = _STRESS, -_STRESS
        out.write(channels.own.start + number, carried)
    hidden.store(layer.ffn.linear_0)
    _apart(out).store(layer.ffn.linear_1)
