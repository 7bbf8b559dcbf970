"""The real child program: its pipe, its ending, and that it never outlives its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from dokuhelfer.engine.capabilities import inspect
from dokuhelfer.engine.child import Child, ChildGone
from dokuhelfer.engine.messages import (
    VERSION,
    Capabilities,
    Done,
    Failure,
    Hello,
    Load,
    Message,
    Probe,
    Ready,
    Role,
    Sound,
)
from dokuhelfer.engine.options import EngineOptions, Timeouts, worker_command
from dokuhelfer.engine.outcome import Crashed, Ending, Finished
from dokuhelfer.engine.protocol import decode, encode
from dokuhelfer.errors import Code
from dokuhelfer.resources import data_path

pytestmark = pytest.mark.program

MODEL = data_path("models", "demo-speech")

NOISY = """
import os, threading, time
from dokuhelfer.engine.worker.main import main
def shout():
    time.sleep(0.2)
    while True:
        os.write(1, b"llama_model_loader: loaded meta data\\n")
        time.sleep(0.001)
threading.Thread(target=shout, daemon=True).start()
main()
"""

PARENT = """
import sys, threading
from pathlib import Path
from dokuhelfer.audio.source import FileSource
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.transcript.transcribe import transcribe
model = SpeechModel("demo", Path(sys.argv[1]), 80, 1, True, None)
with FileSource.open(Path(sys.argv[2])) as source:
    transcribe(source, model)
"""


def load(folder: str = str(MODEL)) -> Load:
    return Load(folder=folder, language="de", beam_size=5, threads=1, pause=0.45)


def answer(child: Child, wait: float = 60.0) -> Message:
    deadline = time.monotonic() + wait
    while time.monotonic() < deadline:
        message = child.receive(0.1)
        if message is not None:
            return message
    pytest.fail("no answer")


def wait_until(condition: Callable[[], bool], seconds: float = 10.0) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.01)
    return condition()


def test_what_native_code_prints_does_not_get_between_the_lines() -> None:
    with Child((sys.executable, "-c", NOISY), Role.CAPABILITIES, Timeouts()) as child:
        child.send(Probe(("ctranslate2", "onnxruntime")))
        found, done = answer(child), answer(child)
        assert isinstance(found, Capabilities)
        assert set(found.versions) == {"ctranslate2", "onnxruntime"}
        assert done == Done(0)
        assert child.conclude(Ending.RESULT) == Finished()


def test_the_machine_can_be_inspected() -> None:
    machine = inspect()

    assert machine.responds
    assert {"av", "ctranslate2", "faster_whisper", "onnxruntime"} <= set(machine.libraries)
    assert "int8" in machine.compute_types
    assert machine.missing_for_speech == ()
    assert 0 < machine.available_mb <= machine.memory_mb


def test_an_inspection_survives_a_child_that_dies() -> None:
    machine = inspect(EngineOptions(command=(sys.executable, "-c", "import os; os.abort()")))

    assert not machine.responds
    assert machine.libraries == {}


def test_a_folder_without_a_model_is_said_not_crashed(tmp_path: Path) -> None:
    with Child(worker_command(), Role.SPEECH, Timeouts()) as child:
        child.send(load(str(tmp_path)))
        assert answer(child) == Failure(Code.MODEL_DEFECT, {})


@pytest.mark.parametrize("folder", ["base", "/nirgends/modell"])
def test_a_model_is_never_looked_for_anywhere_else(folder: str) -> None:
    with Child(worker_command(), Role.SPEECH, Timeouts()) as child:
        child.send(load(folder))
        assert answer(child) == Failure(Code.MODEL_MISSING, {})


def test_a_truncated_model_is_said_not_crashed(tmp_path: Path) -> None:
    for file in MODEL.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "model.bin").write_bytes((MODEL / "model.bin").read_bytes()[:100_000])

    with Child(worker_command(), Role.SPEECH, Timeouts()) as child:
        child.send(load(str(tmp_path)))
        assert answer(child) == Failure(Code.MODEL_DEFECT, {})


@pytest.mark.parametrize(
    "line",
    [
        b"garbage\n",
        encode(Hello(VERSION + 1, Role.SPEECH)),
        encode(Done(3)),
        b"x" * 10**6 + b"\n",
    ],
)
def test_a_parent_that_talks_nonsense_is_left(line: bytes) -> None:
    ended = subprocess.run(
        worker_command(), input=line, capture_output=True, timeout=60, check=False
    )

    assert ended.returncode in (0, 70)
    assert ended.stdout == b""
    assert ended.stderr == b""


def test_sound_with_a_gap_ends_the_job() -> None:
    with Child(worker_command(), Role.SPEECH, Timeouts()) as child:
        child.send(load())
        assert answer(child) == Ready(VERSION)
        child.send(Sound(0, bytes(3200)))
        child.send(Sound(1700, bytes(3200)))
        with pytest.raises(ChildGone):
            answer(child)
        assert child.conclude(Ending.LOST) == Crashed("exit 70")


def start_speech() -> subprocess.Popen[bytes]:
    """A speech child, loaded, with no supervisor around it."""
    process = subprocess.Popen(
        worker_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(encode(Hello(VERSION, Role.SPEECH)) + encode(load()))
    process.stdin.flush()
    assert decode(process.stdout.readline()) == Ready(VERSION)
    return process


def test_a_closed_pipe_ends_it_in_the_middle_of_its_work() -> None:
    process = start_speech()
    assert process.stdin is not None
    assert process.stdout is not None
    noise = os.urandom(32000)
    for second in range(50):
        process.stdin.write(encode(Sound(second * 16000, noise)))
    process.stdin.close()

    assert process.wait(5) == 0
    process.stdout.close()


def test_terminating_it_takes_no_time_while_it_decodes() -> None:
    process = start_speech()
    began = time.monotonic()
    process.terminate()
    process.wait(5)

    assert time.monotonic() - began < 1
    process.communicate()


def children_of(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    return psutil.Process(process.pid).children()


@pytest.mark.skipif(sys.platform != "linux", reason="kills a whole parent")
@pytest.mark.parametrize("delay", [0.0, 0.3, 1.0])
def test_no_child_outlives_a_killed_parent(delay: float) -> None:
    sample = MODEL / "samples" / "pflegebericht.ogg"
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(MODEL), str(sample)])
    try:
        assert wait_until(lambda: len(children_of(parent)) >= 1)
        time.sleep(delay)
        children = children_of(parent)
    finally:
        parent.send_signal(signal.SIGKILL)
        parent.wait(10)

    assert children
    assert wait_until(lambda: not any(is_alive(child) for child in children), 5)


def is_alive(process: psutil.Process) -> bool:
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_it_gives_way_to_others_and_leaves_no_core() -> None:
    process = start_speech()
    try:
        assert psutil.Process(process.pid).nice() > psutil.Process().nice()
        limits = Path(f"/proc/{process.pid}/limits").read_text(encoding="ascii")
        (core,) = (line for line in limits.splitlines() if line.startswith("Max core file size"))
        assert core.split()[4:6] == ["0", "0"]
        descriptors = Path(f"/proc/{process.pid}/fd").iterdir()
        opened = {os.readlink(one) for one in descriptors}
        assert not any(one.startswith("socket:") for one in opened)
    finally:
        process.kill()
        process.communicate()
