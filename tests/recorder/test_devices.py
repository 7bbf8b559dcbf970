"""Real capture through PulseAudio: devices that come, go, fall silent and are too many."""

import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from dokuhelfer.audio.recorder import microphones
from dokuhelfer.dictaphone import DictaphoneState, RecordingEnded
from dokuhelfer.engine.recorder_messages import (
    Level,
    Microphone,
    MicrophoneLost,
    Opened,
    Paused,
    Signal,
    SignalChanged,
)
from dokuhelfer.errors import Code
from dokuhelfer.store.model import RecordingState, Refusal, Refused
from dokutest.pulse import Pulse
from dokutest.recording import dictating
from dokutest.stores import NOW

pytestmark = pytest.mark.program


def test_microphones_are_listed_by_name_and_what_the_computer_plays_is_none(
    pulse: Pulse, microphone: str
) -> None:
    headset = pulse.plug_in("kopf", "Headset")
    pulse.control("set-default-source", "kopf")
    try:
        found = microphones()
    finally:
        pulse.unplug(headset)
    assert set(found) == {Microphone(microphone, False), Microphone("Headset", True)}


def test_the_first_sound_comes_within_300_ms_of_the_key(microphone: str, folder: Path) -> None:
    with dictating(folder) as (dictaphone, case, heard):
        delays = []
        for number in range(1, 4):
            dictaphone.prepare()
            time.sleep(1.5)  # the waiting recorder comes up
            pressed = time.monotonic()
            dictaphone.start(case, NOW, microphone)
            opened = heard.wait_for(Opened, number)
            delays.append(heard.time_of(opened) - pressed)
            assert (opened.name, opened.wanted, opened.gap) == (microphone, True, 0.0)
            dictaphone.stop()
            heard.wait_for(RecordingEnded, number)
    assert min(delays) <= 0.3, delays


def test_the_tail_is_recorded_and_levels_come_every_50_ms(microphone: str, folder: Path) -> None:
    with dictating(folder) as (dictaphone, case, heard):
        dictaphone.start(case, NOW, microphone)
        opened = heard.time_of(heard.wait_for(Opened))
        time.sleep(1.0)
        pressed = time.monotonic()
        dictaphone.stop()
        assert dictaphone.state is DictaphoneState.IDLE
        ended = heard.wait_for(RecordingEnded)
    assert ended.error is None
    assert ended.recording is not None
    assert ended.recording.state is RecordingState.FINISHED
    # The first 50 ms lie before the first event.
    assert ended.recording.seconds - (pressed - opened) == pytest.approx(0.5, abs=0.2)
    assert 15 <= len(heard.of(Level)) <= 35


def test_a_pause_records_nothing_and_closes_the_microphone(
    pulse: Pulse, microphone: str, folder: Path
) -> None:
    with dictating(folder) as (dictaphone, case, heard):
        dictaphone.start(case, NOW, microphone)
        heard.wait_for(Opened)
        assert pulse.listeners() == 1
        time.sleep(0.5)
        dictaphone.pause()
        assert heard.wait_for(Paused).by_silence is False
        assert dictaphone.state is DictaphoneState.PAUSED
        assert pulse.listeners() == 0
        levels = len(heard.of(Level))
        time.sleep(2.0)
        assert len(heard.of(Level)) == levels
        dictaphone.resume()
        heard.wait_for(Opened, 2)
        time.sleep(0.5)
        dictaphone.stop()
        recording = heard.wait_for(RecordingEnded).recording
    assert recording is not None
    assert recording.seconds == pytest.approx(1.6, abs=0.4)


def test_after_silence_it_pauses_by_itself(microphone: str, folder: Path) -> None:
    with dictating(folder) as (dictaphone, case, heard):
        dictaphone.start(case, NOW, microphone, silence=1.0)
        assert heard.wait_for(Paused).by_silence is True
        assert dictaphone.state is DictaphoneState.PAUSED


def test_a_muted_microphone_is_told_within_three_seconds(
    pulse: Pulse, microphone: str, tone: Path, folder: Path
) -> None:
    with dictating(folder) as (dictaphone, case, heard):
        player = pulse.play(tone)
        dictaphone.start(case, NOW, microphone)
        heard.wait_for(Opened)
        time.sleep(1.0)
        pulse.control("set-source-mute", "tisch", "1")
        muted = time.monotonic()
        changed = heard.wait_for(SignalChanged)
        assert changed.signal is Signal.NONE
        assert heard.time_of(changed) - muted <= 3.6
        pulse.control("set-source-mute", "tisch", "0")
        assert heard.wait_for(SignalChanged, 2).signal is Signal.GOOD
        player.kill()
        player.wait()


@pytest.fixture
def tone(tmp_path: Path) -> Path:
    """Half a minute of something loud enough."""
    path = tmp_path / "tone.wav"
    made = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=frequency=300:duration=30"]
    subprocess.run([*made, "-ar", "16000", "-ac", "1", str(path)], check=True)
    return path


def test_an_unplugged_microphone_is_replaced_and_nothing_before_is_lost(
    pulse: Pulse, microphone: str, folder: Path
) -> None:
    headset = pulse.plug_in("kopf", "Headset")
    with dictating(folder) as (dictaphone, case, heard):
        dictaphone.start(case, NOW, "Headset")
        heard.wait_for(Opened)
        time.sleep(1.0)
        pulse.unplug(headset)
        assert heard.wait_for(MicrophoneLost).name == "Headset"
        opened = heard.wait_for(Opened, 2)
        assert (opened.name, opened.wanted) == (microphone, False)
        assert 0.5 < opened.gap < 8
        time.sleep(0.5)
        dictaphone.stop()
        ended = heard.wait_for(RecordingEnded)
    assert ended.error is None
    assert ended.recording is not None
    assert ended.recording.seconds >= 1.8


def test_a_microphone_that_comes_back_is_taken_again_by_its_name(
    pulse: Pulse, microphone: str, folder: Path
) -> None:
    number = pulse.control("list", "short", "modules").splitlines()[-1].split()[0]
    with dictating(folder) as (dictaphone, case, heard):
        dictaphone.start(case, NOW, microphone)
        heard.wait_for(Opened)
        pulse.unplug(number)
        heard.wait_for(MicrophoneLost)
        time.sleep(1.0)
        again = pulse.plug_in("dock", microphone)
        try:
            assert heard.wait_for(Opened, 2).wanted
            dictaphone.stop()
            assert heard.wait_for(RecordingEnded).error is None
        finally:
            pulse.unplug(again)


def test_another_microphone_is_chosen_while_recording(
    pulse: Pulse, microphone: str, folder: Path
) -> None:
    headset = pulse.plug_in("kopf", "Headset")
    with dictating(folder) as (dictaphone, case, heard):
        dictaphone.start(case, NOW, microphone)
        heard.wait_for(Opened)
        dictaphone.use("Headset")
        assert heard.wait_for(Opened, 2).name == "Headset"
        dictaphone.stop()
        heard.wait_for(RecordingEnded)
    pulse.unplug(headset)


def test_without_a_microphone_one_sentence_and_no_empty_recording(
    pulse: Pulse, folder: Path
) -> None:
    with dictating(folder) as (dictaphone, case, heard):
        dictaphone.start(case, NOW)
        ended = heard.wait_for(RecordingEnded)
        assert ended.error is not None
        assert ended.error.code is Code.MICROPHONE_MISSING
        assert ended.recording is None
        assert case.info.recordings == ()
        assert dictaphone.state is DictaphoneState.IDLE


def test_the_next_dictation_begins_while_the_last_one_ends(microphone: str, folder: Path) -> None:
    with dictating(folder) as (dictaphone, case, heard):
        dictaphone.start(case, NOW, microphone)
        with pytest.raises(Refused) as refused:
            dictaphone.start(case, NOW, microphone)
        assert refused.value.reason is Refusal.RECORDING_RUNS
        heard.wait_for(Opened)
        dictaphone.stop()
        other = dictaphone._store.create(case.info.about, NOW)
        dictaphone.start(other, NOW, microphone)
        assert heard.wait_for(RecordingEnded).case == case.info.id
        heard.wait_for(Opened, 2)
        dictaphone.stop()
        assert heard.wait_for(RecordingEnded, 2).case == other.info.id
    assert [len(one.info.recordings) for one in (case, other)] == [1, 1]


def test_what_is_said_right_after_the_end_is_recorded_and_in_one_recording_only(
    microphone: str, folder: Path
) -> None:
    with dictating(folder) as (dictaphone, case, heard):
        dictaphone.start(case, NOW, microphone)
        heard.wait_for(Opened)
        time.sleep(1.5)  # the next recorder comes up
        pressed = time.monotonic()
        dictaphone.stop()
        dictaphone.start(case, NOW, microphone)
        opened = heard.time_of(heard.wait_for(Opened, 2))
        ended = heard.wait_for(RecordingEnded)
        assert ended.error is None
        assert heard.time_of(ended) - pressed < 1.0
        time.sleep(0.5)
        dictaphone.stop()
        heard.wait_for(RecordingEnded, 2)
    first, second = case.info.recordings
    assert {first.state, second.state} == {RecordingState.FINISHED}
    said_before = pressed - heard.time_of(heard.of(Opened)[0])
    tail = first.seconds - said_before
    assert tail == pytest.approx(min(0.5, opened - pressed), abs=0.25)
    assert second.seconds > 0.8


def test_a_waiting_recorder_holds_no_microphone_and_can_have_no_network(
    pulse: Pulse, microphone: str, folder: Path
) -> None:
    with dictating(folder) as (dictaphone, _, _heard):
        dictaphone.prepare()
        assert dictaphone._spare is not None
        assert dictaphone._spare.recorder is not None
        recorder = psutil.Process(dictaphone._spare.recorder.pid)
        time.sleep(2.0)
        assert pulse.listeners() == 0
        status = Path(f"/proc/{recorder.pid}/status").read_text()
        assert "Seccomp:\t2" in status
        command = recorder.cmdline()
    assert not recorder.is_running()
    assert str(folder) not in " ".join(command)


def test_the_recorder_loads_neither_window_nor_inference() -> None:
    script = (
        "import sys, dokuhelfer.recorder.main\nprint(*{name.split('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    unwanted = {
        "PySide6",
        "av",
        "ctranslate2",
        "faster_whisper",
        "llama_cpp",
        "numpy",
        "keyring",
        "http",
        "ssl",
    }
    assert not unwanted & set(done.stdout.split())
