"""The listening half: random, but for one channel that tells frames with speech from others.

The channel goes through both convolutions and past all layers to the decoder, which takes
its mean over the window for the share of speech in it.
"""

from __future__ import annotations

import numpy as np
from ctranslate2.specs import WhisperSpec

from dokuhelfer.engine.worker.shapes import times
from dokuhelfer.engine.worker.shapes.sizes import Size
from dokuhelfer.engine.worker.shapes.weights import FAINT, Matrix, faint, plain_norm

SPEECH_CHANNEL = 0

SPEECH_LEVEL = 4.0
"""Value of the channel in a frame with speech; 0 in others."""

TIME_CHANNELS = 1
"""The first of the channels with a frame's time, see `times`."""

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
    encoder.position_encodings.encodings = positions
    plain_norm(encoder.layer_norm, width)
    for layer in encoder.layer:
        plain_norm(layer.self_attention.layer_norm, width)
        plain_norm(layer.ffn.layer_norm, width)
        faint(chance, 3 * width, width).store(layer.self_attention.linear[0])
        _apart(faint(chance, width, width)).store(layer.self_attention.linear[1])
        faint(chance, 4 * width, width).store(layer.ffn.linear_0)
        _apart(faint(chance, width, 4 * width)).store(layer.ffn.linear_1)


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
    second.write(SPEECH_CHANNEL, difference * (SPEECH_LEVEL / (3 * _CEILING)))
    second.store(spec.encoder.conv2)
