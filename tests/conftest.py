"""Rules for every test: a home of its own, no unexpected log record, nothing left running."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import settings

from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.engine.worker.confine import SILENCED
from dokutest.gguf import write_random_model
from dokutest.leftovers import Children, children_since, end_children, left_since, snapshot
from dokutest.without_qt import block_qt

# Time limits per example fail on a busy machine; CI takes the same examples every time.
settings.register_profile("dokuhelfer", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("dokuhelfer")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--without-qt", action="store_true", help="make `import PySide6` fail")


def pytest_configure(config: pytest.Config) -> None:
    os.environ.update(SILENCED)  # some tests import what only the confined worker imports
    if config.getoption("--without-qt"):
        block_qt()


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """An empty home and XDG folders, and no setting from the caller's environment."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name, folder in {
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CACHE_HOME": ".cache",
    }.items():
        monkeypatch.setenv(name, str(home / folder))
    for name in [name for name in os.environ if name.startswith("DOKUHELFER_")]:
        monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """A test must end the threads and child processes that it started."""
    before = snapshot()
    yield
    left = left_since(before)
    end_children(before)
    if left:
        pytest.fail("left running: " + "; ".join(left))


@pytest.fixture
def children() -> Children:
    """Call it for the child processes that this test has started and that still are there."""
    return partial(children_since, snapshot())


@pytest.fixture(scope="session")
def random_language(tmp_path_factory: pytest.TempPathFactory) -> LanguageModel:
    """A language model of random weights, for the real llama.cpp."""
    file = write_random_model(tmp_path_factory.mktemp("language") / "random.gguf")
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    return LanguageModel("random", file, memory_mb=1, thinks=False, sha256=sha256)


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A record of WARNING or above fails the test unless ``@pytest.mark.expects_log`` names it.

    The marker takes the beginnings of the messages to come; each must come.
    """
    marker = request.node.get_closest_marker("expects_log")
    expected: tuple[str, ...] = marker.args if marker else ()
    handler = _Records()
    root = logging.getLogger()
    root.addHandler(handler)
    yield
    root.removeHandler(handler)
    messages = [record.getMessage() for record in handler.records]
    unexpected = [text for text in messages if not text.startswith(expected or ("\0",))]
    missed = [start for start in expected if not any(text.startswith(start) for text in messages)]
    if unexpected or missed:
        pytest.fail(f"unexpected log records: {unexpected}; expected but missing: {missed}")
