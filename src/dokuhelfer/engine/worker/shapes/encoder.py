"""The listening half: random, but for one channel that tells frames with speech from others.

The channel goes through both convolutions and past all layers to the decoder, which takes
its mean over the window for the share of speech in it. A window for live text is shorter than
30 s, so the first layer makes the channel smaller in such a one: the mean then is the share of
30 s, and the same sound has as many words.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from ctranslate2.specs import WhisperSpec
from ctranslate2.specs.attention_spec import MultiHeadAttentionSpec
from ctranslate2.specs.transformer_spec import FeedForwardSpec

from dokuhelfer.engine.worker.shapes import times
from dokuhelfer.engine.worker.shapes.sizes import HEAD_WIDTH, Size
from dokuhelfer.engine.worker.shapes.weights import FAINT, Floats, Matrix, faint, plain_norm

SPEECH_CHANNEL = 0

SPEECH_LEVEL = 4.0
"""Value of the channel in a frame with speech; 0 in others."""

TIME_CHANNELS = 1
"""The first of the channels with a frame's time, see `times`."""

_GATE = TIME_CHANNELS + times.CHANNELS
"""The channel of how much smaller the first layer has to make the other one."""

_SHORTER = SPEECH_LEVEL * (2 / 3) / (1.5 * 3**0.5 / np.pi)
"""What is taken off for a mean of 1 of the longest wave. It has 0 in 1,500 frames, and in 500 it
has 0.83, where two thirds are too much; between them both grow alike."""

_SHARP = 10.0
_ABOVE = 1.0
"""How far above 0 it has to be: without, what is rounded would sound like speech."""

_THRESHOLD = 0.04
"""Mean of a frame's lower mel bands (Whisper's scale) from which it counts as speech. The
samples have about 0.25 in speech and -0.3 in pauses; padding is 0."""

_STEEPNESS = 80.0
_CEILING = 2.0
"""The threshold is a ramp: two rectified lines, one of them higher, less each other."""


def fill_encoder(spec: WhisperSpec, size: Size, chance: np.random.Generator) -> None:
    """Set all weights of the encoder."""
    encoder, width = spec.encoder, size.width
    _fill_convolutions(spec, size, chance)
    positions = chance.standard_normal((times.FRAMES, width)).astype(np.float32)
    positions[:, SPEECH_CHANNEL] = 0
    moments = times.phases(np.arange(times.FRAMES, dtype=np.float32))
    positions[:, TIME_CHANNELS : TIME_CHANNELS + times.CHANNELS] = moments
    positions[:, _GATE] = 0
    # A mean that is not zero would shift all channels in each norm.
    positions[:, _GATE + 1 :] -= positions.sum(axis=1, keepdims=True) / (width - _GATE - 1)
    encoder.position_encodings.encodings = positions
    plain_norm(encoder.layer_norm, width)
    for layer in encoder.layer:
        plain_norm(layer.self_attention.layer_norm, width)
        plain_norm(layer.ffn.layer_norm, width)
        faint(chance, 3 * width, width).store(layer.self_attention.linear[0])
        _apart(faint(chance, width, width)).store(layer.self_attention.linear[1])
        faint(chance, 4 * width, width).store(layer.ffn.linear_0)
        _apart(faint(chance, width, 4 * width)).store(layer.ffn.linear_1)
    _measure_window(encoder.layer[0].self_attention, width, chance)
    _take_off(encoder.layer[0].ffn, width, chance)


def _measure_window(spec: MultiHeadAttentionSpec, width: int, chance: np.random.Generator) -> None:
    """The first head looks at all frames alike, and finds the mean of the longest wave."""
    inputs, out = faint(chance, 3 * width, width), _apart(faint(chance, width, width))
    inputs.silence(slice(0, HEAD_WIDTH))
    inputs.write(2 * width, _only(width, {TIME_CHANNELS: 1.0}))
    inputs.store(spec.linear[0])
    out.write(_GATE, _only(width, {0: -_SHORTER}))
    out.store(spec.linear[1])


def _take_off(spec: FeedForwardSpec, width: int, chance: np.random.Generator) -> None:
    """In frames with speech, and in no others: gelu is 0 below 0. gelu(x) - gelu(-x) is x, which
    takes away what the channel had."""
    hidden, out = faint(chance, 4 * width, width), _apart(faint(chance, width, 4 * width))
    hidden.write(0, _only(width, {SPEECH_CHANNEL: _SHARP, _GATE: _SHARP}))
    hidden.write(1, _only(width, {SPEECH_CHANNEL: _SHARP}))
    hidden.write(2, _only(width, {SPEECH_CHANNEL: -_SHARP}))
    bias: Floats = np.zeros(4 * width, np.float32)
    bias[0] = -_ABOVE
    hidden.store(spec.linear_0, bias)
    share = 1 / _SHARP
    out.write(SPEECH_CHANNEL, _only(4 * width, {0: share, 1: -share, 2: share}))
    out.store(spec.linear_1)


def _only(width: int, values: Mapping[int, float]) -> Floats:
    """A row that has nothing but ``values``."""
    row: Floats = np.zeros(width, np.float32)
    for channel, value in values.items():
        row[channel] = value
    return row


def _apart(matrix: Matrix) -> Matrix:
    """A layer's output that leaves the channel alone."""
    matrix.silence(slice(SPEECH_CHANNEL, SPEECH_CHANNEL + 1))
    return matrix


def _fill_convolutions(spec: WhisperSpec, size: Size, chance: np.random.Generator) -> None:
    width, mels = size.width, size.mels
    first = faint(chance, width, mels, 3, deviation=10 * FAINT)
    bands = np.zeros((mels, 3), np.float32)
    bands[mels // 16 : mels // 2] = _STEEPNESS / (3 * (mels // 2 - mels // 16))
    bias = np.zeros(width, np.float32)
    for row, above in ((0, 0.0), (1, _CEILING)):
        first.write(row, bands)
        bias[row] = -_STEEPNESS * _THRESHOLD - above
    first.store(spec.encoder.conv1, bias)
    second = faint(chance, width, width, 3, deviation=10 * FAINT)
    second.numbers[:, :2] = 0
    difference = np.zeros((width, 3), np.float32)
    difference[0], difference[1] = 1, -1
    second.silence(slice(_GATE, _GATE + 1))
    second.write(SPEECH_CHANNEL, difference * (SPEECH_LEVEL / (3 * _CEILING)))
    second.store(spec.encoder.conv2)
