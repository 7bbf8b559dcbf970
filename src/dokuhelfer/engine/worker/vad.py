"""Voice activity, frame by frame: the Silero network that faster-whisper ships."""

from __future__ import annotations

from pathlib import Path

import faster_whisper
import numpy as np
import numpy.typing as npt
import onnxruntime

FRAME = 512
"""Samples the network looks at in one step (32 ms)."""

_CONTEXT = 64
"""Samples of the frame before that go with each frame."""

_STATE = (1, 1, 128)
_MODEL = Path(faster_whisper.__file__).parent / "assets" / "silero_vad_v6.onnx"

Samples = npt.NDArray[np.int16]


class SpeechDetector:
    """Gives each frame the probability that somebody speaks in it. Remembers the frames
    before; `reset` forgets them."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.inter_op_num_threads = 1
        options.intra_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 4
        self._session = onnxruntime.InferenceSession(
            str(_MODEL), providers=["CPUExecutionProvider"], sess_options=options
        )
        self.reset()

    def reset(self) -> None:
        """Start as if nothing had been heard before."""
        self._hidden = np.zeros(_STATE, np.float32)
        self._cell = np.zeros(_STATE, np.float32)
        self._context = np.zeros(_CONTEXT, np.float32)

    def probabilities(self, samples: Samples) -> list[float]:
        """One probability per frame; ``samples`` is a whole number of frames."""
        frames = samples.astype(np.float32).reshape(-1, FRAME) / 32768.0
        contexts = np.vstack([self._context, frames[:-1, -_CONTEXT:]])
        self._context = frames[-1, -_CONTEXT:].copy()
        output, self._hidden, self._cell = self._session.run(
            None,
            {
                "input": np.hstack([contexts, frames]),
                "h": self._hidden,
                "c": self._cell,
            },
        )
        return [float(value) for value in np.asarray(output).reshape(-1)]
