"""Rules for tests of the window: offscreen, no word from Qt, the home of nobody."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterator
from datetime import datetime

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from dokuhelfer.config.load import load, machine_places
from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.ui import clock
from dokuhelfer.ui.app import make_application, make_window
from dokuhelfer.ui.style.look import Look
from dokutest.desks import Desks
from dokutest.hardships import Hardships
from dokutest.pulse import Pulse, pulse_audio
from dokutest.reading_along import Counting, PutModel, stand_in
from dokutest.turning import turn
from dokutest.window import Wait, Window

_OFFSCREEN = ("propagateSizeHints", "does not support raise", "does not support grabbing")
"""What the offscreen platform says of itself."""

_PATIENCE = 30.0
"""Seconds; a busy machine takes some."""


@pytest.fixture(scope="session")
def application() -> QApplication:
    # Widgets of a test that is over must not be collected by a thread of the next one.
    gc.disable()
    return make_application(["dokuhelfer"])


@pytest.fixture(autouse=True)
def no_word_from_qt(application: QApplication) -> Iterator[None]:
    """A warning of Qt's fails the test that caused it."""
    said: list[str] = []

    def note(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(note in text for note in _OFFSCREEN):
            said.append(text)

    before = qInstallMessageHandler(note)
    yield
    application.processEvents()
    gc.collect()
    qInstallMessageHandler(before)
    assert said == []


@pytest.fixture(autouse=True)
def late_morning(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window's clock begins at 10:15: what „halb acht“ means depends on the hour."""
    began = datetime.now().astimezone()
    shift = began.replace(hour=10, minute=15) - began
    monkeypatch.setattr(clock, "now", lambda: datetime.now().astimezone() + shift)


@pytest.fixture
def look() -> Look:
    return Look()


@pytest.fixture
def wait_for(application: QApplication) -> Wait:
    """Turns the event loop until something is so."""

    def wait(condition: Callable[[], object]) -> None:
        end = time.monotonic() + _PATIENCE
        while not condition():
            assert time.monotonic() < end, "it did not come to that"
            turn(10)

    return wait


@pytest.fixture
def window(application: QApplication, wait_for: Wait) -> Iterator[Window]:
    shell = make_window(load(machine_places()), Catalogue("de"))
    shell.show()
    shell.activateWindow()
    application.processEvents()
    yield Window(shell, wait_for)
    shell.close()
    shell.deleteLater()
    application.processEvents()


@pytest.fixture
def desks(
    application: QApplication, wait_for: Wait, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desks]:
    """Windows on one store, one after the other."""
    made = Desks(application, wait_for, monkeypatch)
    yield made
    made.close()


@pytest.fixture
def put_model(
    monkeypatch: pytest.MonkeyPatch, random_language: LanguageModel
) -> Iterator[PutModel]:
    """Put a counted model, or one that is lost, where the window looks for one."""
    yield stand_in(monkeypatch, random_language)
    Counting.gate.set()


@pytest.fixture
def hardships(
    application: QApplication, wait_for: Wait, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hardships]:
    """Windows with everything real but the keyring."""
    made = Hardships(application, wait_for, monkeypatch)
    yield made
    made.close()


@pytest.fixture(scope="session")
def sound_system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pulse]:
    with pulse_audio(tmp_path_factory.mktemp("pulse")) as pulse:
        yield pulse


@pytest.fixture
def pulse(sound_system: Pulse, monkeypatch: pytest.MonkeyPatch) -> Pulse:
    """The test's own sound system, without a microphone yet."""
    for name, value in sound_system.environment.items():
        monkeypatch.setenv(name, value)
    return sound_system


@pytest.fixture
def microphone(pulse: Pulse) -> Iterator[str]:
    """The number of the one microphone there is."""
    number = pulse.plug_in("tisch", "Tischmikrofon")
    yield number
    if number in pulse.control("list", "short", "modules").split():
        pulse.unplug(number)
