"""The cases in which other programs failed (peers.md §7) as far as they are about speech, each
under its number. Cases 2 and 4 need a model that makes things up: tests/engine/worker has them."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Generator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dokuhelfer.audio.pcm import Block
from dokuhelfer.audio.source import SourceLost
from dokuhelfer.engine.models import find_speech_model, model_roots
from dokuhelfer.resources import data_path
from dokuhelfer.transcript.transcribe import transcribe
from dokutest import noises
from dokutest.engines import MemorySource, fake_engine, fake_model
from dokutest.noises import Samples, level
from dokutest.sounds import RATE, write_wav
from models.demo_speech.score import compare

from .program import answer, call

pytestmark = pytest.mark.program

MODEL = data_path("models", "demo-speech")
SAMPLE = MODEL / "samples" / "pflegebericht.ogg"
FIRST = "Frau Berger hat heute Nacht unruhig geschlafen."
TARGETS = ("--json", "entwurf.json", "--docx", "entwurf.docx")


def first_sentence() -> Samples:
    """From its first loud sample to its last."""
    sound = noises.speech(SAMPLE)[: round(3.3 * RATE)]
    loud = np.flatnonzero(np.abs(sound) > 0.02 * np.abs(sound).max())
    return sound[loud[0] : loud[-1] + 1]


def transcribed(sound: Samples, folder: Path) -> Any:
    return answer("transcribe", write_wav(folder / "a.wav", noises.pcm(sound)), cwd=folder)


def text(transcript: Any) -> str:
    return " ".join(segment["text"] for segment in transcript["segments"])


@pytest.mark.parametrize(
    "sound",
    [noises.silence(0), noises.silence(60), noises.quiet_room(60), level(noises.pink(20), -45)],
    ids=["no sound", "muted", "quiet room", "corridor"],
)
def test_case_1_silence_becomes_no_note(sound: Samples, tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", noises.pcm(sound))

    drafted = call("draft", path, "--template", "pflegebericht", *TARGETS, cwd=tmp_path)

    assert drafted.returncode == 65
    assert "Traceback" not in drafted.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["a.wav"]


def test_case_3_quiet_speech_is_no_pause_and_pauses_are_told(tmp_path: Path) -> None:
    quiet = level(first_sentence(), -45)
    parts = [noises.silence(3), quiet, noises.silence(1), quiet, noises.silence(10)]

    transcript = transcribed(np.concatenate(parts), tmp_path)

    assert text(transcript) == f"{FIRST} {FIRST}"
    spans = [(span["start"], span["end"], span["reason"]) for span in transcript["skipped"]]
    assert [reason for *_, reason in spans] == ["silence", "silence"]
    assert [end - start for start, end, _ in spans] == pytest.approx([3, 10], abs=0.7)


def test_case_6_small_words_are_not_cleaned_away(tmp_path: Path) -> None:
    """„um“ is a filler in English only."""
    said = (
        "Frau Berger ist um 8 Uhr aufgestanden. Es ging um den Antrag. Sie kam, um Wasser zu "
        "holen. Also eben halt 300 Milliliter, ja."
    )
    (tmp_path / "a.txt").write_text(said, encoding="utf-8")

    draft = answer("draft", "a.txt", "--template", "freitext", cwd=tmp_path)

    assert draft["transcript"]["segments"][0]["text"] == said
    shown = json.dumps([draft["fields"], draft["uncovered"]], ensure_ascii=False)
    assert "um 08:00 Uhr" in shown
    assert "um den Antrag" in shown
    assert "um Wasser zu holen" in shown


@pytest.mark.parametrize(("before", "after"), [(0.3, 0.05), (0.3, 0.5), (0.0, 0.0)])
def test_case_7_first_and_last_words_are_there(before: float, after: float, tmp_path: Path) -> None:
    parts = [noises.silence(before), first_sentence(), noises.silence(after)]

    transcript = transcribed(np.concatenate(parts), tmp_path)

    assert text(transcript) == FIRST
    assert transcript["complete"] is True


class UnpluggedSource(MemorySource):
    """A headset that is pulled out."""

    def blocks(self, stop: threading.Event, from_sample: int = 0) -> Generator[Block, None, None]:
        yield from super().blocks(stop, from_sample)
        raise SourceLost


def test_case_8_sound_up_to_the_loss_is_kept(tmp_path: Path) -> None:
    transcript = transcribe(UnpluggedSource(5), fake_model(tmp_path), engine=fake_engine("obey"))

    assert not transcript.complete
    assert len(transcript.segments) == 5


def test_case_8_a_muted_microphone_is_no_recording(tmp_path: Path) -> None:
    ended = call("transcribe", write_wav(tmp_path / "a.wav", bytes(2 * 5 * RATE)), cwd=tmp_path)

    assert ended.returncode == 0
    assert "Stille" in ended.stdout


def test_case_8_a_file_of_a_header_only_is_refused_or_empty(tmp_path: Path) -> None:
    header = write_wav(tmp_path / "a.wav", b"").read_bytes()
    (tmp_path / "b.wav").write_bytes(header[:30])

    assert call("transcribe", "b.wav", cwd=tmp_path).returncode == 65
    empty = call("transcribe", "a.wav", cwd=tmp_path)
    assert empty.returncode in (0, 65)
    assert "Traceback" not in empty.stderr


@pytest.mark.parametrize("minutes", [5, pytest.param(60, marks=pytest.mark.long)])
def test_case_11_a_long_transcript_is_not_cut_off(minutes: int, tmp_path: Path) -> None:
    """About 120 words a minute; every sentence is in the draft or listed as uncovered."""
    verbs = ("getrunken", "gegessen", "geschlafen", "gelesen", "gesungen")
    said = [
        f"Frau Berger hat am Nachmittag im Zimmer {number} gut {verbs[number % len(verbs)]}."
        for number in range(1, minutes * 12)
    ]
    (tmp_path / "a.txt").write_text(" ".join(said), encoding="utf-8")

    draft = answer("draft", "a.txt", "--template", "freitext", "--engine", "rules", cwd=tmp_path)

    shown = json.dumps([draft["fields"], draft["uncovered"]], ensure_ascii=False)
    assert [sentence for sentence in said if sentence.split(" im ")[1] not in shown] == []


def test_case_15_umlauts_and_blanks_in_every_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Home, models, temporary folder, sound and target."""
    home = tmp_path / "Jörg Müßig-Öztürk"
    models = home / "Daten ä" / "dokuhelfer" / "models"
    shutil.copytree(MODEL, models / MODEL.name)
    work = home / "Klientin Ülkü Şahin"
    (work / "Entwürfe für Öztürk").mkdir(parents=True)
    temporary = home / "Zwischenablage ß"
    temporary.mkdir()
    for name, path in {
        "HOME": home,
        "XDG_DATA_HOME": home / "Daten ä",
        "TMPDIR": temporary,
        "TEMP": temporary,
        "TMP": temporary,
    }.items():
        monkeypatch.setenv(name, str(path))
    write_wav(work / "Übergabe früh.wav", noises.pcm(noises.speech(SAMPLE)[: 11 * RATE]))

    ended = call(
        *("draft", "Übergabe früh.wav", "--template", "pflegebericht"),
        *("--json", "Entwürfe für Öztürk/Entwurf ä.json"),
        cwd=work,
    )

    assert find_speech_model(MODEL.name, model_roots()).path.is_relative_to(models)
    assert ended.returncode == 0, ended.stderr
    assert (work / "Entwürfe für Öztürk" / "Entwurf ä.json").is_file()
    transcript = answer("transcribe", "Übergabe früh.wav", cwd=work)
    said = " ".join(SAMPLE.with_suffix(".txt").read_text("utf-8").split("\n")[:3])
    assert compare(said, text(transcript)).rate == 0
    assert list(temporary.iterdir()) == []
