"""How loud it is, whether anybody speaks, and what is wrong with the signal."""

from __future__ import annotations

import math
from array import array
from collections import deque

from dokuhelfer.engine.recorder_messages import Level, Signal

SILENCE = -96.0
"""dBFS of nothing at all: one step of 16 bits."""

_WINDOW = 3.0
"""Seconds a fault has to last to be told (issue 6, "Speaking")."""

_DEAD = -80.0
"""A peak below: three steps of 16 bits. Open microphones rustle more than that."""

_QUIET = -42.0
"""Mean power of the loudest moment below which speech is too quiet. Usual is -30 to -15."""

_MODULATION = 9.0
"""dB between loudest and quietest moment that only speech makes; rooms rustle evenly."""

_CLIPPED = -0.2
_CLIPPED_PIECES = 3


def level_of(pcm: bytes) -> Level:
    """Peak and mean power of a piece of sound."""
    samples = array("h", pcm)
    if not samples:
        return Level(SILENCE, SILENCE)
    peak = max(max(samples), -min(samples))
    power = sum(sample * sample for sample in samples)
    return Level(_dbfs(peak), _dbfs(math.sqrt(power / len(samples))))


def _dbfs(amplitude: float) -> float:
    if amplitude <= 0:
        return SILENCE
    return max(SILENCE, round(20 * math.log10(amplitude / 32768), 1))


class SignalJudge:
    """Says what the last three seconds were like; a good second ends a complaint at once."""

    def __init__(self) -> None:
        self._levels: deque[tuple[float, Level]] = deque()
        self._span = 0.0

    def hear(self, level: Level, length: float) -> Signal:
        """Take the next piece of ``length`` seconds and judge."""
        self._levels.append((length, level))
        self._span += length
        while self._span - self._levels[0][0] >= _WINDOW:
            self._span -= self._levels.popleft()[0]
        if sum(one.peak >= _CLIPPED for _, one in self._levels) >= _CLIPPED_PIECES:
            return Signal.TOO_LOUD
        if self._span < _WINDOW:
            return Signal.GOOD
        if max(one.peak for _, one in self._levels) < _DEAD:
            return Signal.NONE
        loudest = max(one.rms for _, one in self._levels)
        quietest = min(one.rms for _, one in self._levels)
        if loudest < _QUIET and loudest - quietest >= _MODULATION:
            return Signal.TOO_QUIET
        return Signal.GOOD


class Activity:
    """Counts the seconds since anybody spoke: what stands out from the room's noise."""

    _STANDS_OUT = 8.0
    _RISE = 1.0
    """dB per second the noise may grow."""

    def __init__(self) -> None:
        self.quiet_for = 0.0
        self._floor: float | None = None

    def hear(self, level: Level, length: float) -> None:
        """Take the next piece of ``length`` seconds."""
        floor = level.rms if self._floor is None else self._floor
        self._floor = min(level.rms, floor + self._RISE * length)
        spoke = level.rms > max(self._floor, _DEAD) + self._STANDS_OUT
        self.quiet_for = 0.0 if spoke else self.quiet_for + length
