from collections.abc import Iterator
from pathlib import Path

import pytest

from dokutest.pulse import Pulse, pulse_audio


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pulse]:
    with pulse_audio(tmp_path_factory.mktemp("pulse")) as pulse:
        yield pulse


@pytest.fixture
def pulse(server: Pulse, monkeypatch: pytest.MonkeyPatch) -> Pulse:
    """The test's own sound system, without a microphone yet."""
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    return server


@pytest.fixture
def microphone(pulse: Pulse) -> Iterator[str]:
    """The name of the one microphone there is."""
    number = pulse.plug_in("tisch", "Tischmikrofon")
    yield "Tischmikrofon"
    if number in pulse.control("list", "short", "modules").split():
        pulse.unplug(number)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"
