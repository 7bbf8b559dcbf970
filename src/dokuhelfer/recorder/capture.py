"""The microphones of this system, by ``miniaudio``.

PulseAudio (also PipeWire's) and ALSA on Linux, WASAPI on Windows; miniaudio's null backend,
which would record silence for ever, is never asked.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

import miniaudio

from dokuhelfer.audio.pcm import SAMPLE_RATE
from dokuhelfer.engine.recorder_messages import Microphone
from dokuhelfer.errors import Code, DokuError

PERIOD_MS = 50
"""Milliseconds of sound the system gives at a time."""

BACKENDS = (
    [miniaudio.Backend.WASAPI]
    if sys.platform == "win32"
    else [miniaudio.Backend.PULSEAUDIO, miniaudio.Backend.ALSA]
)

_CODES = {
    miniaudio.lib.MA_ACCESS_DENIED: Code.MICROPHONE_BLOCKED,
    miniaudio.lib.MA_BUSY: Code.MICROPHONE_BUSY,
    miniaudio.lib.MA_ALREADY_IN_USE: Code.MICROPHONE_BUSY,
}


@dataclass(frozen=True, slots=True)
class Found:
    """A microphone that is there now; ``id`` is miniaudio's."""

    microphone: Microphone
    id: Any


def find() -> tuple[Found, ...]:
    """All microphones there are now, asked of the system anew; none where it has no sound."""
    try:
        devices = miniaudio.Devices(BACKENDS)
    except miniaudio.MiniaudioError:
        return ()
    ffi, lib = miniaudio.ffi, miniaudio.lib
    infos, count = ffi.new("ma_device_info**"), ffi.new("ma_uint32*")
    result = lib.ma_context_get_devices(devices._context, ffi.NULL, ffi.NULL, infos, count)
    if result != lib.MA_SUCCESS:
        return ()
    every = (infos[0][index] for index in range(count[0]))
    return tuple(_found(info) for info in every if not _is_monitor(info))


def _found(info: Any) -> Found:
    ffi = miniaudio.ffi
    name = ffi.string(info.name).decode("utf-8", "replace")
    # A copy: the list belongs to miniaudio's context.
    return Found(Microphone(name, bool(info.isDefault)), ffi.new("ma_device_id*", info.id))


def _is_monitor(info: Any) -> bool:
    """Whether this records what the computer plays (PulseAudio's naming of such sources)."""
    raw = bytes(miniaudio.ffi.buffer(miniaudio.ffi.addressof(info, "id")))
    return raw.split(b"\0")[0].endswith(b".monitor")


class OpenMicrophone:
    """A microphone that is recording.

    Args:
        found: which.
        hear: called with each period of 16 kHz mono int16, in a thread of the system's.

    Raises:
        DokuError: `MICROPHONE_BLOCKED`, `MICROPHONE_BUSY`, `MICROPHONE_FAILED`.
    """

    def __init__(self, found: Found, hear: Callable[[bytes], None]) -> None:
        self.name = found.microphone.name
        try:
            self._device = miniaudio.CaptureDevice(
                input_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=SAMPLE_RATE,
                buffersize_msec=PERIOD_MS,
                device_id=found.id,
                backends=BACKENDS,
                app_name="Dokuhelfer",
            )
            listening = _listening(hear)
            next(listening)
            self._device.start(listening)
        except miniaudio.MiniaudioError as error:
            raise DokuError(_CODES.get(error.args[-1], Code.MICROPHONE_FAILED)) from None

    def close(self) -> None:
        """Let go of the microphone."""
        self._device.close()


def _listening(hear: Callable[[bytes], None]) -> Generator[None, bytearray, None]:
    while True:
        hear(bytes((yield)))
