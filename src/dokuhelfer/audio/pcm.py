"""The one form in which sound travels: numbered blocks of 16 kHz mono int16 samples."""

from __future__ import annotations

from dataclasses import dataclass

SAMPLE_RATE = 16_000
"""Samples per second of everything behind decoder and microphone (Whisper's input rate)."""

BYTES_PER_SAMPLE = 2


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of sound: ``pcm`` holds little-endian int16 samples, the first is ``start``."""

    start: int
    pcm: bytes

    @property
    def end(self) -> int:
        """The number of the first sample after this block."""
        return self.start + len(self.pcm) // BYTES_PER_SAMPLE

    def after(self, sample: int) -> Block:
        """What is left of this block from ``sample`` on."""
        skip = max(0, sample - self.start)
        return Block(self.start + skip, self.pcm[skip * BYTES_PER_SAMPLE :])


def seconds(samples: int) -> float:
    """The time of a sample number, to a millisecond."""
    return round(samples / SAMPLE_RATE, 3)
