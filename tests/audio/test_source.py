"""Sound files of every kind, good and bad, through the real decoder child."""

from __future__ import annotations

import os
import random
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import psutil
import pytest

from dokuhelfer.audio.pcm import Block
from dokuhelfer.audio.source import FileSource
from dokuhelfer.engine.options import EngineOptions
from dokuhelfer.errors import Code, DokuError
from dokutest.leftovers import Children
from dokutest.sounds import RATE, agreement, convert, ffmpeg, melody, picture, write_wav

SECONDS = 6.0

pytestmark = pytest.mark.program


@pytest.fixture(scope="module")
def tune(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("Töne mit Lücke")
    return write_wav(folder / "melodie.wav", melody(SECONDS))


@pytest.fixture(scope="module")
def cover(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return picture(tmp_path_factory.mktemp("bild") / "cover.jpg")


def decode(path: Path, from_sample: int = 0) -> list[Block]:
    with FileSource.open(path) as source:
        return list(source.blocks(threading.Event(), from_sample))


def sound_of(path: Path) -> bytes:
    blocks = decode(path)
    assert [block.start for block in blocks[1:]] == [block.end for block in blocks[:-1]]
    return b"".join(block.pcm for block in blocks)


def refusal(path: Path) -> Code:
    with pytest.raises(DokuError) as raised:
        decode(path)
    return raised.value.code


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("pcm24.wav", ("-c:a", "pcm_s24le")),
        ("float.wav", ("-c:a", "pcm_f32le")),
        ("telefon.wav", ("-ar", "8000", "-ac", "2")),
        ("studio.wav", ("-ar", "96000", "-ac", "2")),
        ("alaw.wav", ("-c:a", "pcm_alaw")),
        ("musik.mp3", ("-b:a", "96k")),
        ("vbr.mp3", ("-q:a", "4", "-ac", "2", "-ar", "44100")),
        ("iphone.m4a", ("-c:a", "aac", "-ar", "48000")),
        ("adts.aac", ("-c:a", "aac", "-ar", "44100")),
        ("alac.m4a", ("-c:a", "alac")),
        ("signal.opus", ("-c:a", "libopus")),
        ("opus.ogg", ("-c:a", "libopus", "-ac", "2")),
        ("vorbis.ogg", ("-c:a", "libvorbis")),
        ("flac.flac", ("-c:a", "flac")),
        ("flac.ogg", ("-c:a", "flac")),
        ("browser.webm", ("-c:a", "libopus")),
        ("vorbis.webm", ("-c:a", "libvorbis")),
        ("kanäle.wav", ("-ac", "6")),
    ],
)
def test_every_format_gives_the_same_sound(
    tune: Path, tmp_path: Path, name: str, options: tuple[str, ...]
) -> None:
    sound = sound_of(convert(tune, tmp_path / name, *options))

    assert abs(len(sound) / 2 / RATE - SECONDS) < 0.15
    assert agreement(melody(SECONDS), sound) > 0.98


def test_a_wav_of_the_right_rate_comes_through_unchanged(tune: Path) -> None:
    assert sound_of(tune) == melody(SECONDS)


@pytest.mark.parametrize("start", [1, 8000, 12345, round(SECONDS * RATE) - 1])
def test_decoding_can_begin_anywhere(tune: Path, start: int) -> None:
    blocks = decode(tune, start)

    assert blocks[0].start == start
    assert b"".join(block.pcm for block in blocks) == melody(SECONDS)[2 * start :]


@pytest.mark.parametrize("name", ["lied.mp3", "lied.m4a", "lied.flac"])
def test_a_cover_picture_is_no_video(tune: Path, cover: Path, tmp_path: Path, name: str) -> None:
    song = tmp_path / name
    ffmpeg(
        *("-i", str(tune), "-i", str(cover), "-map", "0", "-map", "1", "-c:v", "mjpeg"),
        *("-disposition:v", "attached_pic", str(song)),
    )

    assert agreement(melody(SECONDS), sound_of(song)) > 0.98


@pytest.mark.parametrize(
    ("name", "codec"),
    [("film.mp4", "mpeg4"), ("film.mov", "mjpeg"), ("film.webm", "libvpx"), ("film.mkv", "ffv1")],
)
def test_moving_pictures_are_refused(tune: Path, tmp_path: Path, name: str, codec: str) -> None:
    film = tmp_path / name
    ffmpeg(
        *("-i", str(tune), "-f", "lavfi", "-i", "testsrc=size=64x64:rate=5:duration=6"),
        *("-c:v", codec, str(film)),
    )

    assert refusal(film) is Code.AUDIO_HAS_VIDEO


def test_pictures_without_sound_are_refused(tmp_path: Path) -> None:
    film = tmp_path / "stumm.mp4"
    ffmpeg("-f", "lavfi", "-i", "testsrc=size=64x64:rate=5:duration=2", "-c:v", "mpeg4", str(film))

    assert refusal(film) in (Code.AUDIO_HAS_VIDEO, Code.AUDIO_NO_SOUND)


def test_text_named_wav_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "text.wav"
    path.write_text("Frau Berger hat gut geschlafen.\n" * 500, encoding="utf-8")

    assert refusal(path) is Code.AUDIO_UNREADABLE


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"RIFF", id="four bytes"),
        pytest.param(bytes(100_000), id="zeros"),
        pytest.param(os.urandom(100_000), id="noise"),
        pytest.param(b"ffconcat version 1.0\nfile '/etc/passwd'\n", id="concat"),
        pytest.param(b"#EXTM3U\n#EXT-X-TARGETDURATION:9\nhttp://localhost/a.ts\n", id="playlist"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(2000), id="picture"),
        pytest.param(b"PK\x03\x04" + bytes(2000), id="archive"),
    ],
)
def test_what_is_no_sound_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "eingabe.mp3"
    path.write_bytes(content)

    assert refusal(path) is Code.AUDIO_UNREADABLE


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "leer.wav"
    path.touch()

    assert refusal(path) is Code.INPUT_EMPTY


@pytest.mark.parametrize("name", ["null.wav", "null.flac", "null.ogg", "null.m4a"])
def test_a_file_of_no_seconds_is_refused(tmp_path: Path, name: str) -> None:
    path = convert(write_wav(tmp_path / "n.wav", b""), tmp_path / name)

    assert refusal(path) in (Code.AUDIO_NO_SOUND, Code.AUDIO_UNREADABLE)


def test_a_header_without_sound_is_refused(tune: Path, tmp_path: Path) -> None:
    path = tmp_path / "kopf.wav"
    path.write_bytes(tune.read_bytes()[:44])

    assert refusal(path) in (Code.AUDIO_NO_SOUND, Code.AUDIO_UNREADABLE)


@pytest.mark.parametrize(
    ("name", "options", "says_so"),
    [
        ("a.wav", (), True),
        ("a.flac", (), True),
        ("a.mp3", (), True),
        # Nothing in these tells how long they were.
        ("ohne.mp3", ("-write_xing", "0"), False),
        ("a.ogg", (), False),
    ],
)
def test_of_a_truncated_file_what_is_there_is_heard(
    tune: Path, tmp_path: Path, name: str, options: tuple[str, ...], says_so: bool
) -> None:
    whole = convert(tune, tmp_path / name, *options)
    whole.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])

    with FileSource.open(whole) as source:
        sound = b"".join(block.pcm for block in source.blocks(threading.Event()))

    assert 0.15 * SECONDS < len(sound) / 2 / RATE < 0.7 * SECONDS
    assert agreement(melody(SECONDS)[: len(sound)], sound) > 0.95
    assert source.damaged is says_so


def test_a_truncated_m4a_has_lost_its_index(tune: Path, tmp_path: Path) -> None:
    whole = convert(tune, tmp_path / "a.m4a")
    whole.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])

    assert refusal(whole) is Code.AUDIO_UNREADABLE


@pytest.mark.parametrize(
    ("name", "options", "says_so"),
    [
        ("a.ogg", ("-c:a", "libopus", "-page_duration", "200000"), True),
        ("a.flac", (), True),
        ("a.m4a", ("-b:a", "64k"), True),
        ("a.mp3", ("-b:a", "64k"), True),
        ("ohne.mp3", ("-b:a", "64k", "-write_xing", "0"), True),
    ],
)
def test_a_broken_middle_costs_little_more_than_itself(
    tune: Path, tmp_path: Path, name: str, options: tuple[str, ...], says_so: bool
) -> None:
    path = convert(tune, tmp_path / name, *options)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + len(data) // 5] = bytes(len(data) // 5)
    path.write_bytes(data)

    with FileSource.open(path) as source:
        heard = sum(len(block.pcm) for block in source.blocks(threading.Event())) / 2 / RATE

    assert 0.6 * SECONDS < heard < SECONDS + 0.2
    assert source.damaged is (says_so and heard < 0.95 * SECONDS)


@pytest.mark.parametrize("name", ["a.m4a", "stereo.m4a"])
@pytest.mark.parametrize("seed", range(4))
def test_a_few_bad_bytes_do_not_end_a_file(
    tune: Path, tmp_path: Path, name: str, seed: int
) -> None:
    channels = "2" if name.startswith("stereo") else "1"
    path = convert(tune, tmp_path / name, "-ac", channels)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 300] = random.Random(seed).randbytes(300) if seed else b"\xff" * 300
    path.write_bytes(data)

    with FileSource.open(path) as source:
        heard = sum(len(block.pcm) for block in source.blocks(threading.Event())) / 2 / RATE

    assert heard > SECONDS - 0.5
    assert source.damaged
    assert source.lost == 0


@pytest.mark.parametrize("name", ["a.wav", "a.flac", "a.mp3"])
def test_what_a_truncated_file_has_lost_is_told(tune: Path, tmp_path: Path, name: str) -> None:
    whole = convert(tune, tmp_path / name)
    whole.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])

    with FileSource.open(whole) as source:
        heard = sum(len(block.pcm) for block in source.blocks(threading.Event())) / 2 / RATE

    assert heard + source.lost == pytest.approx(SECONDS, abs=0.2)


@pytest.mark.parametrize("name", ["a.wav", "a.mp3", "a.m4a", "a.ogg", "a.flac", "a.webm"])
def test_a_sound_file_is_not_called_damaged(tune: Path, tmp_path: Path, name: str) -> None:
    with FileSource.open(convert(tune, tmp_path / name)) as source:
        list(source.blocks(threading.Event()))

    assert not source.damaged
    assert source.lost == 0


def test_a_folder_a_pipe_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) is Code.INPUT_IS_DIRECTORY
    assert refusal(tmp_path / "fehlt.wav") is Code.INPUT_NOT_FOUND
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "rohr.wav")
        assert refusal(tmp_path / "rohr.wav") is Code.INPUT_NOT_REGULAR


@pytest.mark.parametrize(
    ("gigabytes", "header_claims", "code"),
    [
        (10, 0, Code.INPUT_TOO_LARGE),
        (3, 0, Code.AUDIO_UNREADABLE),
        (3, 3 * 1024**3, Code.AUDIO_TOO_LONG),
        (3, 2**32 - 1, Code.AUDIO_TOO_LONG),
    ],
)
def test_a_huge_sparse_file_ends_quickly(
    tune: Path, tmp_path: Path, gigabytes: int, header_claims: int, code: Code
) -> None:
    path = tmp_path / "riese.wav"
    claim = header_claims.to_bytes(4, "little")
    path.write_bytes(tune.read_bytes()[:40] + claim if header_claims else b"")
    os.truncate(path, gigabytes * 1024**3)
    began = time.monotonic()

    assert refusal(path) is code
    assert time.monotonic() - began < 10


def test_the_length_is_known_before_the_end(tune: Path) -> None:
    with FileSource.open(tune) as source:
        blocks = source.blocks(threading.Event())
        next(blocks)
        assert source.duration == pytest.approx(SECONDS)
        blocks.close()


def test_a_file_that_is_too_long_is_refused_before_it_is_decoded(tune: Path) -> None:
    options = EngineOptions(max_seconds=5)

    with FileSource.open(tune, options) as source, pytest.raises(DokuError) as raised:
        next(source.blocks(threading.Event()))

    assert raised.value.code is Code.AUDIO_TOO_LONG


def test_a_file_of_unknown_length_is_refused_when_it_gets_too_long(
    tune: Path, tmp_path: Path
) -> None:
    path = tmp_path / "ohne.webm"
    ffmpeg("-i", str(tune), "-c:a", "libopus", "-f", "webm", "-live", "1", str(path))
    options = EngineOptions(max_seconds=3)

    with FileSource.open(path, options) as source:
        blocks = source.blocks(threading.Event())
        assert next(blocks).start == 0
        assert source.duration is None
        with pytest.raises(DokuError) as raised:
            list(blocks)

    assert raised.value.code is Code.AUDIO_TOO_LONG


def test_stopping_ends_the_decoder_at_once(tune: Path) -> None:
    stop = threading.Event()
    with FileSource.open(tune) as source:
        blocks = source.blocks(stop)
        next(blocks)
        stop.set()
        began = time.monotonic()
        assert len(list(blocks)) == 0

    assert time.monotonic() - began < 2


def test_a_killed_decoder_is_replaced_and_nothing_is_missing(
    tmp_path: Path, children: Children
) -> None:
    # Long enough that the decoder is still there, waiting for room in the pipe.
    pcm = melody(2.0) * 30
    blocks: list[Block] = []
    kills = 0
    with FileSource.open(write_wav(tmp_path / "lang.wav", pcm)) as source:
        for block in source.blocks(threading.Event()):
            blocks.append(block)
            if len(blocks) in (5, 20, 40):
                kills += kill(children())

    assert kills == 3
    assert b"".join(block.pcm for block in blocks) == pcm


def kill(processes: Sequence[psutil.Process]) -> int:
    for process in processes:
        process.kill()
    return len(processes)


def test_a_probe_tells_sound_from_the_rest(tune: Path, tmp_path: Path) -> None:
    with FileSource.open(tune) as source:
        source.probe()
        assert len(list(source.blocks(threading.Event()))) == SECONDS * 2
    text = tmp_path / "text.ogg"
    text.write_text("Kein Ton.", encoding="utf-8")
    with FileSource.open(text) as source, pytest.raises(DokuError) as raised:
        source.probe()
    assert raised.value.code is Code.AUDIO_UNREADABLE


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_of_the_decoder_does_not_grow_with_the_file(
    tmp_path: Path, children: Children
) -> None:
    def peak(seconds: int) -> int:
        path = tmp_path / f"{seconds}.wav"
        write_wav(path, b"")
        header = bytearray(path.read_bytes())
        header[40:44] = (seconds * 2 * RATE).to_bytes(4, "little")
        path.write_bytes(header)
        os.truncate(path, 44 + seconds * 2 * RATE)
        return highest_memory(path, children)

    assert peak(1200) < peak(60) + 4 * 1024


def highest_memory(path: Path, children: Children) -> int:
    """The most kilobytes the decoder had, looked at after each block."""
    most = 0
    with FileSource.open(path) as source:
        for number, _ in enumerate(source.blocks(threading.Event())):
            if number % 40 == 0:
                most = max(most, *(peak_of(child.pid) for child in children()), 0)
    assert most > 0
    return most


def peak_of(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    lines = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    return int(lines[0]) if lines else 0
