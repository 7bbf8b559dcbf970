"""Bad input: the right exit status, one sentence, no traceback, nothing left behind."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import wave
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dokuhelfer.resources import data_path
from dokutest import other_user

pytestmark = pytest.mark.program

PROGRAM = (sys.executable, "-m", "dokuhelfer")
TEXT = "Frau Berger hat gut geschlafen."
SAMPLE = data_path("models", "demo-speech", "samples", "pflegebericht.ogg")
ODD = "Ordner mit Ümläuten & Leerzeichen"


@dataclass(frozen=True)
class Case:
    name: str
    make: Callable[[Path], object]
    call: str
    status: int


def sound(path: Path, *, rate: int = 16_000, channels: int = 1, seconds: float = 1.0) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(b"\0\0" * channels * int(rate * seconds))


def ffmpeg(*arguments: str) -> None:
    subprocess.run(["ffmpeg", "-v", "error", "-y", *arguments], check=True, timeout=60)


def text(path: Path, content: str | bytes = TEXT) -> None:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def sparse(path: Path, size: int, head: bytes = b"") -> None:
    path.write_bytes(head)
    os.truncate(path, size)


def template(path: Path, content: str) -> None:
    text(path, content)


def wav_header(folder: Path) -> bytes:
    sound(folder / "kopf.wav", seconds=0)
    head = (folder / "kopf.wav").read_bytes()
    (folder / "kopf.wav").unlink()
    return head


def truncated(path: Path) -> None:
    path.write_bytes(SAMPLE.read_bytes()[:40])


PICTURE = ("-f", "lavfi", "-i", "testsrc=d=1:s=64x64")
TONE = ("-f", "lavfi", "-i", "sine=d=1")
UNKNOWN_TYPE = """
id = "x"
titel = "X"
version = "1"
[[felder]]
id = "a"
label = "A"
typ = "zauber"
"""
GOOD = "--template pflegebericht --engine rules"
TRANSCRIPT = {
    "format": "dokuhelfer.transcript/1",
    "language": "de",
    "model": None,
    "duration": None,
    "complete": True,
    "segments": [],
    "skipped": [],
}
SEGMENT = {"id": 0, "start": None, "end": None, "text": TEXT, "words": []}


def transcript(**changes: object) -> bytes:
    return json.dumps(TRANSCRIPT | {"segments": [SEGMENT]} | changes).encode()


AUDIO = [
    Case("empty", lambda p: text(p / "a.wav", ""), "transcribe a.wav", 65),
    Case("truncated ogg", lambda p: truncated(p / "a.ogg"), "transcribe a.ogg", 65),
    Case("wav of text", lambda p: text(p / "a.wav"), "transcribe a.wav", 65),
    Case("mp3 of noise", lambda p: text(p / "a.mp3", os.urandom(5000)), "transcribe a.mp3", 65),
    Case("wav of no seconds", lambda p: sound(p / "a.wav", seconds=0), "transcribe a.wav", 65),
    Case("riff head only", lambda p: text(p / "a.wav", b"RIFF"), "transcribe a.wav", 65),
    Case(
        "video mp4",
        lambda p: ffmpeg(
            *["-f", "lavfi", "-i", "testsrc=d=1:s=64x64", "-f", "lavfi", "-i", "sine=d=1"],
            str(p / "a.mp4"),
        ),
        "transcribe a.mp4",
        65,
    ),
    Case(
        "video webm",
        lambda p: ffmpeg(
            *["-f", "lavfi", "-i", "testsrc=d=1:s=64x64", "-f", "lavfi", "-i", "sine=d=1"],
            str(p / "a.webm"),
        ),
        "transcribe a.webm",
        65,
    ),
    Case(
        "video without sound",
        lambda p: ffmpeg(*PICTURE, str(p / "a.mp4")),
        "draft a.mp4 " + GOOD,
        65,
    ),
    Case("a folder", lambda p: (p / "a.wav").mkdir(), "transcribe a.wav", 65),
    Case("nothing there", lambda p: None, "transcribe a.wav", 65),
    Case("a pipe", lambda p: os.mkfifo(p / "a.wav"), "transcribe a.wav", 65),
    Case("10 GB of nothing", lambda p: sparse(p / "a.wav", 10 * 1024**3), "transcribe a.wav", 65),
    Case(
        "10 GB behind a head",
        lambda p: sparse(p / "a.wav", 10 * 1024**3, wav_header(p)),
        "transcribe a.wav --json aus.json",
        65,
    ),
    Case(
        "silence to a draft",
        lambda p: sound(p / "a.wav", seconds=2),
        "draft a.wav " + GOOD + " --docx aus.docx",
        65,
    ),
    Case(
        "playlist",
        lambda p: text(p / "a.m3u8", "#EXTM3U\n#EXTINF:1,\na.wav\n"),
        "transcribe a.m3u8",
        65,
    ),
    Case(
        "concat list",
        lambda p: text(p / "a.txt.wav", "ffconcat version 1.0\nfile a.wav\n"),
        "transcribe a.txt.wav",
        65,
    ),
    Case("unknown model", lambda p: sound(p / "a.wav"), "transcribe a.wav --model gibtsnicht", 69),
    Case(
        "bad audio before unknown model",
        lambda p: text(p / "a.wav"),
        "transcribe a.wav --model gibtsnicht",
        65,
    ),
    Case(
        "vocabulary not text",
        lambda p: (sound(p / "a.wav"), text(p / "w.txt", b"\xff\xfe\0x")),
        "transcribe a.wav --vocabulary w.txt",
        65,
    ),
    Case(
        "vocabulary missing",
        lambda p: sound(p / "a.wav"),
        "transcribe a.wav --vocabulary w.txt",
        65,
    ),
]
WRITTEN = [
    Case("empty text", lambda p: text(p / "a.txt", ""), "draft a.txt " + GOOD, 65),
    Case("blank text", lambda p: text(p / "a.txt", " \n\t"), "draft a.txt " + GOOD, 65),
    Case(
        "latin-1 text",
        lambda p: text(p / "a.txt", "Müller".encode("latin-1")),
        "draft a.txt " + GOOD,
        65,
    ),
    Case(
        "utf-16 text", lambda p: text(p / "a.txt", TEXT.encode("utf-16")), "draft a.txt " + GOOD, 65
    ),
    Case("text of 10 GB", lambda p: sparse(p / "a.txt", 10 * 1024**3), "draft a.txt " + GOOD, 65),
    Case("unknown template", lambda p: text(p / "a.txt"), "draft a.txt --template gibtsnicht", 65),
    Case(
        "template with a path",
        lambda p: text(p / "a.txt"),
        "draft a.txt --template ../../etc/passwd",
        65,
    ),
    Case("no JSON", lambda p: text(p / "a.json", "{"), "draft a.json " + GOOD, 65),
    Case(
        "JSON of the wrong format",
        lambda p: text(p / "a.json", '{"format": "x"}'),
        "draft a.json " + GOOD,
        65,
    ),
    Case("JSON list", lambda p: text(p / "a.json", "[]"), "draft a.json " + GOOD, 65),
    Case(
        "segments not a list",
        lambda p: text(p / "a.json", transcript(segments={})),
        "draft a.json " + GOOD,
        65,
    ),
    Case(
        "same id twice",
        lambda p: text(p / "a.json", transcript(segments=[SEGMENT, SEGMENT])),
        "draft a.json " + GOOD,
        65,
    ),
    Case(
        "id not an integer",
        lambda p: text(p / "a.json", transcript(segments=[SEGMENT | {"id": "0"}])),
        "draft a.json " + GOOD,
        65,
    ),
    Case(
        "transcript without speech",
        lambda p: text(p / "a.json", transcript(segments=[])),
        "draft a.json " + GOOD,
        65,
    ),
    Case("deep JSON", lambda p: text(p / "a.json", "[" * 200_000), "draft a.json " + GOOD, 65),
    Case(
        "context not JSON",
        lambda p: (text(p / "a.txt"), text(p / "k.json", "nein")),
        "draft a.txt --context k.json " + GOOD,
        65,
    ),
    Case(
        "context with an unknown shift",
        lambda p: (text(p / "a.txt"), text(p / "k.json", '{"shift": "früh"}')),
        "draft a.txt --context k.json " + GOOD,
        65,
    ),
    Case(
        "context without offset",
        lambda p: (text(p / "a.txt"), text(p / "k.json", '{"recorded": "2026-11-22T10:00:00"}')),
        "draft a.txt --context k.json " + GOOD,
        65,
    ),
    Case(
        "language model without one",
        lambda p: text(p / "a.txt"),
        "draft a.txt --template pflegebericht --engine llm",
        69,
    ),
    Case(
        "docx exists",
        lambda p: (text(p / "a.txt"), text(p / "aus.docx", "alt")),
        "draft a.txt " + GOOD + " --docx aus.docx",
        2,
    ),
    Case(
        "docx into a missing folder",
        lambda p: text(p / "a.txt"),
        "draft a.txt " + GOOD + " --docx fehlt/aus.docx",
        75,
    ),
    Case(
        "json over a folder",
        lambda p: (text(p / "a.txt"), (p / "aus.json").mkdir()),
        "draft a.txt " + GOOD + " --json aus.json",
        75,
    ),
    Case(
        "json and docx the same",
        lambda p: text(p / "a.txt"),
        "draft a.txt " + GOOD + " --json x --docx x",
        2,
    ),
    Case("no template named", lambda p: text(p / "a.txt"), "draft a.txt", 2),
    Case(
        "unknown engine",
        lambda p: text(p / "a.txt"),
        "draft a.txt --template pflegebericht --engine wolke",
        2,
    ),
    Case("unknown option", lambda p: text(p / "a.txt"), "draft a.txt " + GOOD + " --sofort", 2),
    Case("unknown command", lambda p: None, "zaubern", 2),
    Case(
        "check: draft of an unknown template",
        lambda p: (
            text(p / "a.txt"),
            text(p / "e.json", '{"template": "gibtsnicht", "fields": {}}'),
        ),
        "check --transcript a.txt --draft e.json",
        65,
    ),
    Case(
        "check: draft without fields",
        lambda p: (text(p / "a.txt"), text(p / "e.json", '{"template": "pflegebericht"}')),
        "check --transcript a.txt --draft e.json",
        65,
    ),
    Case(
        "check: draft is a number",
        lambda p: (text(p / "a.txt"), text(p / "e.json", "7")),
        "check --transcript a.txt --draft e.json",
        65,
    ),
    Case(
        "template with unknown type",
        lambda p: template(
            p / "x.toml",
            UNKNOWN_TYPE,
        ),
        "templates check x.toml",
        65,
    ),
    Case(
        "template not TOML", lambda p: template(p / "x.toml", "= ="), "templates check x.toml", 65
    ),
    Case(
        "template of bytes", lambda p: text(p / "x.toml", b"\xff\xfe"), "templates check x.toml", 65
    ),
    Case("template missing", lambda p: None, "templates check x.toml", 65),
    Case("demo into an existing folder", lambda p: (p / "aus").mkdir(), "demo --out aus", 2),
    Case("demo over a file", lambda p: text(p / "aus"), "demo --out aus --force", 2),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / ODD
    place.mkdir()
    return place


def call(arguments: str, folder: Path, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *arguments.split()],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        **options,  # type: ignore[call-overload]
    )


def tree(folder: Path) -> dict[str, int]:
    return {str(p.relative_to(folder)): p.lstat().st_size for p in folder.rglob("*")}


@pytest.mark.parametrize("case", AUDIO + WRITTEN, ids=lambda case: case.name.replace(" ", "-"))
def test_one_sentence_the_right_status_and_nothing_left_behind(case: Case, folder: Path) -> None:
    case.make(folder)
    before = tree(folder)
    ended = call(case.call, folder)
    assert ended.returncode == case.status, ended.stderr
    assert "Traceback" not in ended.stderr + ended.stdout
    sentences = [line for line in ended.stderr.splitlines() if not line.startswith("Achtung:")]
    if case.call.startswith("templates check x.toml") and before:
        assert "x.toml" in ended.stdout
    else:
        assert len(sentences) == 1, ended.stderr
        assert sentences[0].endswith((".", "!")), ended.stderr
        assert ended.stdout == ""
    assert str(folder) not in ended.stderr
    assert tree(folder) == before


def test_english_is_spoken_when_asked(folder: Path) -> None:
    for extra, environment in (
        ("--lang en ", {}),
        ("", {"DOKUHELFER_LANG": "en"}),
        ("", {"LC_ALL": "en_GB.UTF-8"}),
    ):
        ended = call(extra + "transcribe a.wav", folder, env=os.environ | environment)
        assert ended.stderr.startswith("The input file does not exist.")
    for locale in ("C", "POSIX", "de_DE.UTF-8", "fr_FR.UTF-8"):
        ended = call("transcribe a.wav", folder, env=os.environ | {"LC_ALL": locale})
        assert ended.stderr.startswith("Die Eingabedatei gibt es nicht.")


@pytest.fixture(scope="module")
def user() -> Iterator[str]:
    if os.geteuid() != 0:
        pytest.skip("only root can become another user")
    with other_user.made() as name:
        yield name


@pytest.fixture
def foreign(user: str) -> Iterator[Path]:
    """A folder of the other user's, reachable for it."""
    place = Path("/var/tmp") / f"dokuhelfer-{os.getpid()}-{ODD}"
    place.mkdir()
    shutil.chown(place, user)
    yield place
    shutil.rmtree(place)


def call_as(user: str, arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        other_user.command([*PROGRAM, *arguments.split()], user),
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ("draft a.txt " + GOOD, 65),
        ("transcribe a.wav", 65),
        ("draft zu/a.txt " + GOOD, 65),
        ("templates check zu/x.toml", 65),
        ("demo --out zu/x", 75),
        ("draft b.txt " + GOOD + " --json zu/x.json", 75),
        ("draft b.txt " + GOOD + " --docx zu/x.docx", 75),
    ],
)
def test_without_permission(user: str, foreign: Path, arguments: str, status: int) -> None:
    text(foreign / "a.txt")
    text(foreign / "b.txt")
    sound(foreign / "a.wav")
    (foreign / "a.txt").chmod(0o600)
    (foreign / "a.wav").chmod(0o600)
    (foreign / "b.txt").chmod(0o644)
    (foreign / "zu").mkdir(mode=0o700)
    ended = call_as(user, arguments, foreign)
    assert ended.returncode == status, ended.stderr
    assert "Traceback" not in ended.stderr
    assert len([x for x in ended.stderr.splitlines() if not x.startswith("Achtung:")]) == 1
    assert not list((foreign / "zu").iterdir())
