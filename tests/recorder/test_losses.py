"""What is lost when something dies: of the recorder, of its parent, of the disk."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from dokuhelfer.audio.recorder import recorder_options
from dokuhelfer.dictaphone import DictaphoneState, RecorderReplaced, RecordingEnded
from dokuhelfer.engine.recorder_messages import Opened, Paused, Storage
from dokuhelfer.errors import Code
from dokuhelfer.security.keys import ByPassphrase
from dokuhelfer.store.model import RecordingState
from dokuhelfer.store.store import Store
from dokutest.pulse import Pulse
from dokutest.recording import dictating
from dokutest.stores import NOW

pytestmark = pytest.mark.program

SOME = [1, 2, 3]
MANY = [pytest.param(seed, marks=pytest.mark.long) for seed in range(4, 51)]


@pytest.mark.parametrize("seed", SOME + MANY)
def test_a_killed_recorder_costs_a_second_at_most_and_another_goes_on(
    microphone: str, folder: Path, seed: int
) -> None:
    with dictating(folder) as (dictaphone, case, heard):
        sound = dictaphone.start(case, NOW, microphone)
        opened = heard.time_of(heard.wait_for(Opened))
        time.sleep(random.Random(seed).uniform(0.2, 3.0))
        assert dictaphone._current is not None
        assert dictaphone._current.recorder is not None
        killed = time.monotonic()
        os.kill(dictaphone._current.recorder.pid, signal.SIGKILL)
        heard.wait_for(RecorderReplaced)
        heard.wait_for(Opened, 2)
        dictaphone.stop()
        assert heard.wait_for(RecordingEnded).error is None
    first, second = case.info.recordings
    assert (first.state, second.state) == (RecordingState.INTERRUPTED, RecordingState.FINISHED)
    assert first.seconds >= killed - opened - 1.0
    # Recognition got exactly what is kept.
    assert sound.end == round((first.seconds + second.seconds) * 16_000)


PARENT = """
import sys, threading, time
from pathlib import Path
from dokuhelfer.dictaphone import Dictaphone
from dokuhelfer.engine.recorder_messages import Opened
from dokuhelfer.security.keys import ByPassphrase
from dokuhelfer.security.passphrase import Cost
from dokuhelfer.store.model import About
from dokuhelfer.store.store import Store
from dokutest.stores import NOW
opened = threading.Event()
def hear(event):
    if isinstance(event, Opened):
        print("opened", dictaphone._current.recorder.pid, flush=True)
        opened.set()
store = Store.open(Path(sys.argv[1]), ByPassphrase("x", Cost(3, 65536, 1)))
dictaphone = Dictaphone(store, hear)
dictaphone.start(store.create(About(), NOW), NOW)
opened.wait(60)
time.sleep(float(sys.argv[2]))
dictaphone.close()
store.close()
"""


@pytest.mark.parametrize("seed", SOME + MANY)
def test_a_killed_parent_costs_a_second_at_most_and_no_recorder_stays(
    microphone: str, folder: Path, seed: int
) -> None:
    helpers = os.pathsep.join(path for path in sys.path if path)
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(folder), "60"],
        env=os.environ | {"PYTHONPATH": helpers},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    with parent, parent.stdout:
        recorder = psutil.Process(int(parent.stdout.readline().split()[1]))
        opened = time.monotonic()
        time.sleep(random.Random(seed).uniform(0.2, 3.0))
        killed = time.monotonic()
        parent.kill()
    _wait_until_gone(recorder)
    with Store.open(folder, ByPassphrase("x")) as store:
        (info,) = store.cases().cases
        (recording,) = info.recordings
        assert store.recovered == (info.id,)
        # The recorder ended the recording in order, as its parent could not.
        assert recording.state is RecordingState.FINISHED
        assert recording.seconds >= killed - opened - 1.0
        with store.case(info.id).sound(recording.id) as sound:
            assert sound.verify()


def _wait_until_gone(process: psutil.Process) -> None:
    """Gone, or a mere remainder: in a container nobody may reap orphans."""
    give_up = time.monotonic() + 5
    while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < give_up, "the recorder outlives its parent"
        time.sleep(0.05)


@pytest.mark.skipif(shutil.which("prlimit") is None, reason="needs prlimit")
def test_a_full_disk_is_told_and_what_came_before_is_kept(microphone: str, folder: Path) -> None:
    """The recorder's file may grow to 50 kB: one and a half seconds."""
    options = recorder_options()
    limited = replace(options, command=("prlimit", "--fsize=50000", "--", *options.command))
    with dictating(folder, limited) as (dictaphone, case, heard):
        dictaphone.start(case, NOW, microphone)
        storage = heard.wait_for(Storage)
        assert storage.failing
        assert storage.kept >= 20_000
        time.sleep(0.5)
        dictaphone.stop()
        ended = heard.wait_for(RecordingEnded)
    assert ended.error is not None
    assert ended.error.code is Code.DISK_FULL
    assert ended.recording is not None
    assert ended.recording.state is RecordingState.INTERRUPTED
    assert ended.recording.seconds * 16_000 >= storage.kept


def test_neither_parent_nor_recorder_asks_for_a_network_socket(
    microphone: str, folder: Path, tmp_path: Path
) -> None:
    log = tmp_path / "calls"
    traced = ["strace", "-f", "-e", "trace=socket,io_uring_setup", "-o", str(log)]
    helpers = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(
        [*traced, sys.executable, "-c", PARENT, str(folder), "1"],
        env=os.environ | {"PYTHONPATH": helpers},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert "opened" in done.stdout, done.stderr
    calls = log.read_text("utf-8")
    assert "AF_UNIX" in calls
    assert re.findall(r"AF_(?!UNIX)\w+|io_uring_setup", calls) == []


def test_nothing_said_lies_readable_in_the_folder_while_it_is_recorded(
    pulse: Pulse, microphone: str, folder: Path, tmp_path: Path
) -> None:
    """A tone is played: its bytes would be found, in any file, were they written plainly."""
    tone = tmp_path / "tone.wav"
    made = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=frequency=1000:duration=6"]
    subprocess.run([*made, "-ar", "16000", "-ac", "1", str(tone)], check=True)
    with dictating(folder) as (dictaphone, case, heard):
        dictaphone.start(case, NOW, microphone)
        heard.wait_for(Opened)
        player = pulse.play(tone)
        time.sleep(2.0)
        before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        player.kill()
        player.wait()
        dictaphone.stop()
        heard.wait_for(RecordingEnded)
        with case.whole_sound() as sound:
            plain = sound.pcm(1.0, 1.001)
    assert any(plain)
    assert sum(map(len, before.values())) > 30_000
    files = [*before.values(), *(path.read_bytes() for path in folder.rglob("*") if path.is_file())]
    assert not any(plain in data for data in files)


def test_a_window_that_stands_still_costs_no_sample(microphone: str, folder: Path) -> None:
    """Nobody takes the recorder's reports for six seconds: longer than pipe and box hold."""
    going_on = threading.Event()
    with dictating(folder) as (dictaphone, case, heard):
        quick = dictaphone._hear
        dictaphone._hear = lambda event: (quick(event), going_on.wait(30))
        sound = dictaphone.start(case, NOW, microphone)
        opened = heard.time_of(heard.wait_for(Opened))
        time.sleep(6.0)
        stuck = time.monotonic()
        assert sound.end < 16_000
        with case.sound(case.info.recordings[0].id) as kept:
            assert kept.duration >= stuck - opened - 0.5
        going_on.set()
        dictaphone.stop()
        recording = heard.wait_for(RecordingEnded).recording
    assert recording is not None
    assert recording.state is RecordingState.FINISHED
    assert sound.end == round(recording.seconds * 16_000)


@pytest.mark.parametrize("goes_on", [True, False])
def test_a_recorder_killed_in_a_pause_opens_no_microphone_before_its_end(
    pulse: Pulse, microphone: str, folder: Path, goes_on: bool
) -> None:
    with dictating(folder) as (dictaphone, case, heard):
        dictaphone.start(case, NOW, microphone)
        heard.wait_for(Opened)
        dictaphone.pause()
        heard.wait_for(Paused)
        assert dictaphone._current is not None
        assert dictaphone._current.recorder is not None
        os.kill(dictaphone._current.recorder.pid, signal.SIGKILL)
        assert dictaphone._current.over.wait(10)
        time.sleep(1.0)
        assert dictaphone.state is DictaphoneState.PAUSED
        assert pulse.listeners() == 0
        if goes_on:
            dictaphone.resume()
            heard.wait_for(Opened, 2)
        dictaphone.stop()
        assert heard.wait_for(RecordingEnded).error is None
        assert dictaphone.state is DictaphoneState.IDLE
    assert len(case.info.recordings) == 1 + goes_on
