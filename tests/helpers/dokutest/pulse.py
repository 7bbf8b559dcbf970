"""A PulseAudio of the test's own: a null sink that speech is played into, and microphones on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SINK = "lautsprecher"

_UP = 10.0
"""Seconds the server may take to come up."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """A running server; ``environment`` points its clients at it."""

    environment: dict[str, str]

    def control(self, *arguments: str) -> str:
        """Run ``pactl``."""
        done = subprocess.run(
            ["pactl", *arguments],
            env=self._client(),
            capture_output=True,
            encoding="utf-8",
            check=True,
            timeout=10,
        )
        return done.stdout.strip()

    def plug_in(self, source: str, name: str) -> str:
        """A microphone that hears what is played; the number to `unplug` it by."""
        return self.control(
            "load-module",
            "module-remap-source",
            f"master={SINK}.monitor",
            f"source_name={source}",
            "remix=no",
            f"source_properties=device.description={name}",
        )

    def unplug(self, number: str) -> None:
        """Take a microphone away."""
        self.control("unload-module", number)

    def listeners(self) -> int:
        """How many programs have a microphone open."""
        outputs = self.control("list", "short", "source-outputs").splitlines()
        return sum("module-remap-source" not in line for line in outputs)

    def play(self, wav: Path) -> subprocess.Popen[bytes]:
        """Play a file into the sink; wait for it or end it."""
        return subprocess.Popen(["paplay", f"--device={SINK}", str(wav)], env=self._client())

    def _client(self) -> dict[str, str]:
        return os.environ | self.environment


@contextmanager
def pulse_audio(folder: Path) -> Iterator[Pulse]:
    """A server that knows a null sink only, reached by a socket in ``folder``."""
    assert shutil.which("pulseaudio"), "the package pulseaudio is missing"
    folder.mkdir(mode=0o700, exist_ok=True)
    socket = folder / "native"
    own = {
        "XDG_RUNTIME_DIR": str(folder),
        "PULSE_RUNTIME_PATH": str(folder),
        "PULSE_STATE_PATH": str(folder),
        "PULSE_SERVER": f"unix:{socket}",
        "HOME": str(folder),
    }
    server = subprocess.Popen(
        [
            *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
            *("--disable-shm=yes", "--log-level=0", "--high-priority=no", "--realtime=no"),
            *("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
            *("-L", f"module-null-sink sink_name={SINK} rate=16000 channels=1"),
        ],
        env={k: v for k, v in (os.environ | own).items() if k != "PULSE_SERVER"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    pulse = Pulse({"PULSE_SERVER": own["PULSE_SERVER"], "PULSE_COOKIE": str(folder / "cookie")})
    try:
        _wait_for(pulse, server)
        with _running_clock(pulse):
            yield pulse
    finally:
        server.terminate()
        server.wait(10)


@contextmanager
def _running_clock(pulse: Pulse) -> Iterator[None]:
    """Silence that is played all the time: a null sink on which nothing plays wakes up every
    two seconds only, and so do the microphones on it."""
    format = ("--raw", "--rate=16000", "--channels=1", "--latency-msec=20")
    player = subprocess.Popen(
        ["pacat", *format, f"--device={SINK}", "/dev/zero"],
        env=os.environ | pulse.environment,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(2.5)
    try:
        yield
    finally:
        player.kill()
        player.wait(10)


def _wait_for(pulse: Pulse, server: subprocess.Popen[bytes]) -> None:
    give_up = time.monotonic() + _UP
    while True:
        assert server.poll() is None, "PulseAudio ended"
        try:
            pulse.control("list", "short", "sinks")
        except subprocess.CalledProcessError:
            assert time.monotonic() < give_up, "PulseAudio does not answer"
            time.sleep(0.05)
        else:
            return
