"""A sound file becomes 16 kHz mono blocks. The one module that imports ``av`` (FFmpeg).

The file comes from anywhere, so nothing about it is trusted: it is read through an
inherited descriptor, never by name; only the containers and codecs below are tried; no
protocol or playlist can open anything else (deployment.md §5.3).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import BinaryIO

import av
import av.error
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet

from dokuhelfer.audio.pcm import BYTES_PER_SAMPLE, SAMPLE_RATE
from dokuhelfer.engine.messages import VERSION, Decode, Done, Ready, Sound
from dokuhelfer.engine.protocol import ProtocolError
from dokuhelfer.engine.worker import confine
from dokuhelfer.engine.worker.channel import Channel
from dokuhelfer.engine.worker.claim import Claim
from dokuhelfer.errors import Code, DokuError

_CONTAINERS = "wav,w64,mp3,aac,mov,mp4,m4a,3gp,ogg,flac,matroska,webm"

_CODECS = frozenset(
    {
        *("pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_u8", "pcm_f32le", "pcm_f64le"),
        *("pcm_s16be", "pcm_s24be", "pcm_alaw", "pcm_mulaw", "adpcm_ms", "adpcm_ima_wav"),
        *("mp3", "mp3float", "aac", "alac", "flac", "opus", "libopus", "vorbis", "libvorbis"),
    }
)

_CLAIMING = ("w64", "mov", "flac", "matroska")
"""Containers whose stated length is exact. Ogg's is the time of its last page, so it lacks
nothing where the end was cut off; raw AAC's is a guess."""

_BLOCK = SAMPLE_RATE // 2

_CUT_SHORT_SECONDS = 1.0
_CUT_SHORT_SHARE = 0.001
_GAP_SECONDS = 0.5

_MOST_FAILURES = 5_000
"""Packets in a row that may fail (more than a minute of sound) before the rest is given up."""

# What FFmpeg and its bindings were seen to raise on damaged files (deployment.md §5.3).
_DAMAGE = (
    av.error.FFmpegError,
    OSError,
    ValueError,
    LookupError,
    ArithmeticError,
    EOFError,
    MemoryError,
)


def run(channel: Channel) -> None:
    """Answer one `Decode` request: `Ready`, then `Sound` after `Sound`, then `Done`."""
    request = channel.receive()
    if not isinstance(request, Decode):
        raise ProtocolError("decode expected")
    confine.decoder(request.max_memory_mb)
    stream = _open(request.descriptor)
    size = os.fstat(stream.fileno()).st_size
    claim = Claim.of(stream)
    try:
        with av.open(
            stream,
            mode="r",
            metadata_errors="ignore",
            options={"format_whitelist": _CONTAINERS, "protocol_whitelist": "none"},
        ) as container:
            _Decoding(container, size, claim, request, channel).run()
    except _DAMAGE:
        raise DokuError(Code.AUDIO_UNREADABLE) from None


def _open(descriptor: int) -> BinaryIO:
    if sys.platform == "win32":
        import msvcrt

        descriptor = msvcrt.open_osfhandle(descriptor, os.O_RDONLY)
    stream = os.fdopen(descriptor, "rb")
    stream.seek(0)
    return stream


class _Decoding:
    """One open container on its way to blocks."""

    def __init__(
        self,
        container: InputContainer,
        size: int,
        claim: Claim,
        request: Decode,
        channel: Channel,
    ) -> None:
        self._container = container
        self._stream = _sound_stream(container)
        self._claimed = _claimed_seconds(container, size)
        self._claim = claim
        self._request = request
        self._channel = channel
        self._sample = 0
        self._pending = bytearray()
        self._good = self._bad = 0
        self._row = 0
        self._broken_inside = False
        self._clock = _Clock()

    def run(self) -> None:
        limit = self._request.max_seconds
        if self._claimed is not None and self._claimed > limit:
            raise DokuError(Code.AUDIO_TOO_LONG, hours=limit // 3600)
        self._channel.send(Ready(VERSION, self._claimed))
        broke_off = False
        try:
            for pcm in self._pcm():
                self._put(pcm)
        except _DAMAGE:
            # What was heard up to here is worth more than the error.
            broke_off = True
        self._flush()
        self._judge(broke_off)
        lost = self._lost()
        damaged = broke_off or self._broken_inside or self._clock.has_gap or lost > 0
        self._channel.send(Done(self._sample, damaged, lost))

    def _pcm(self) -> Iterator[bytes]:
        resampler: AudioResampler | None = None
        shape: tuple[object, ...] = ()
        for frame in self._frames():
            self._clock.pass_by(frame)
            frame.pts = None  # timestamps of damaged files jump; sample counting does not
            now = (frame.sample_rate, frame.layout.name, frame.format.name)
            if resampler is None or now != shape:
                if resampler is not None:
                    yield from _samples(resampler.resample(None))
                resampler = AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
                shape = now
            yield from _samples(resampler.resample(frame))
        if resampler is not None:
            yield from _samples(resampler.resample(None))

    def _frames(self) -> Iterator[av.AudioFrame]:
        for packet in self._packets():
            try:
                frames = packet.decode()
            except (av.error.FFmpegError, ValueError) as error:
                # Damaged bits can read as anything, such as a feature FFmpeg does not know.
                self._pass_over(error)
                continue
            if not packet.size:  # the one that asks the decoder for what it still holds
                yield from frames
                continue
            # What fails before the first or behind the last good packet may be no sound at all.
            self._broken_inside |= self._good > 0 and self._row > 0
            self._row = 0
            self._good += 1
            yield from frames

    def _packets(self) -> Iterator[Packet[AudioStream]]:
        """The packets, those behind a broken place included."""
        while True:
            try:
                yield from self._container.demux(self._stream)
                return
            except av.error.InvalidDataError as error:
                self._pass_over(error)

    def _pass_over(self, error: Exception) -> None:
        """Take note of a packet that cannot be read; too many in a row end the file."""
        self._bad += 1
        self._row += 1
        if self._row > _MOST_FAILURES:
            raise error

    def _put(self, pcm: bytes) -> None:
        self._pending += pcm
        while len(self._pending) >= _BLOCK * BYTES_PER_SAMPLE:
            self._send(bytes(self._pending[: _BLOCK * BYTES_PER_SAMPLE]))
            del self._pending[: _BLOCK * BYTES_PER_SAMPLE]
        if self._sample > self._request.max_seconds * SAMPLE_RATE:
            raise DokuError(Code.AUDIO_TOO_LONG, hours=self._request.max_seconds // 3600)

    def _flush(self) -> None:
        if self._pending:
            self._send(bytes(self._pending))
            self._pending.clear()

    def _send(self, pcm: bytes) -> None:
        """Send what lies behind the sample asked for; a restarted job skips the rest."""
        start = self._sample
        self._sample += len(pcm) // BYTES_PER_SAMPLE
        skip = max(0, self._request.start - start)
        if start + skip < self._sample:
            self._channel.send(Sound(start + skip, pcm[skip * BYTES_PER_SAMPLE :]))

    def _judge(self, broke_off: bool) -> None:
        """A file that holds (almost) nothing decodable is no sound file."""
        if self._sample == 0:
            damaged = broke_off or self._bad > 0
            raise DokuError(Code.AUDIO_UNREADABLE if damaged else Code.AUDIO_NO_SOUND)
        if self._bad > self._good:
            raise DokuError(Code.AUDIO_UNREADABLE)

    def _lost(self) -> float:
        """Seconds of sound the file claims and has not; 0 where its claim is no more than a
        guess, or so little is missing that it may be the codec's padding."""
        heard = self._sample / SAMPLE_RATE
        claimed = heard / (1 - self._claim.lacking)
        if self._claimed is not None and self._is_claim_exact():
            claimed = max(claimed, self._claimed)
        lost = claimed - heard
        return lost if lost > max(_CUT_SHORT_SECONDS, claimed * _CUT_SHORT_SHARE) else 0.0

    def _is_claim_exact(self) -> bool:
        kind = self._container.format.name
        if kind == "mp3":
            return self._claim.counted
        return kind.startswith(_CLAIMING) or (kind == "ogg" and self._clock.has_gap)


class _Clock:
    """Holds the frames' time stamps against their lengths: a lost part of the file shows as
    a jump ahead."""

    def __init__(self) -> None:
        self.has_gap = False
        self._ahead: float | None = None
        self._heard = 0.0

    def pass_by(self, frame: av.AudioFrame) -> None:
        """Look at the next frame."""
        if frame.time is not None:
            ahead = frame.time - self._heard
            if self._ahead is not None and ahead - self._ahead > _GAP_SECONDS:
                self.has_gap = True
            self._ahead = ahead
        self._heard += frame.samples / frame.sample_rate


def _samples(frames: list[av.AudioFrame]) -> Iterator[bytes]:
    for frame in frames:
        yield bytes(frame.planes[0])[: frame.samples * BYTES_PER_SAMPLE]


def _sound_stream(container: InputContainer) -> AudioStream:
    """The stream to decode.

    Raises:
        DokuError: moving pictures (a cover is none), no sound, or a codec not on the list.
    """
    for stream in container.streams.video:
        if not stream.disposition & av.stream.Disposition.attached_pic:
            raise DokuError(Code.AUDIO_HAS_VIDEO)
    if not container.streams.audio:
        raise DokuError(Code.AUDIO_NO_SOUND)
    sound = container.streams.audio[0]
    if sound.codec_context.name not in _CODECS:
        raise DokuError(Code.AUDIO_UNREADABLE)
    return sound


def _claimed_seconds(container: InputContainer, size: int) -> float | None:
    """The container's length in seconds, held against what its bytes can hold."""
    if container.duration is None or container.duration <= 0:
        return None
    claimed = container.duration / av.time_base
    if container.format.name in ("wav", "w64"):
        rate = container.streams.audio[0].codec_context.bit_rate
        if rate and claimed > 24 * 3600:  # the size field of a stream that was never closed
            claimed = min(claimed, size * 8 / rate)
    return float(claimed)
