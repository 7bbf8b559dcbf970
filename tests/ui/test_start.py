"""The window stands before what drafts and checks is loaded; that follows beside it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from dokuhelfer.draft.template.load import load_template
from dokuhelfer.draft.template.model import Template
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.ui.intake import Intake
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.warming import Warming
from dokutest.desks import Desks

_OPENED = """
import sys
from dokuhelfer.ui.beginning import begin
begin()
from dokuhelfer.config.load import load, machine_places
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.ui.app import make_application, make_window
application = make_application(["dokuhelfer"])
shell = make_window(load(machine_places()), Catalogue("de"))
shell.show()
application.processEvents()
print(*sorted(sys.modules))
print("searched:", *(one for one in __import__("linecache").cache if "dokuhelfer" in one))
shell.close()
"""
_LATER = (
    "dokuhelfer.draft.normalise", "dokuhelfer.draft.check", "dokuhelfer.draft.rules",
    "dokuhelfer.draft.clauses", "dokuhelfer.draft.collective", "dokuhelfer.draft.llm",
    "dokuhelfer.draft.bausteine", "dokuhelfer.document.docx", "dokuhelfer.pipeline",
    "dokuhelfer.draft.template.load", "dokuhelfer.document.render", "dokuhelfer.ui.paper",
    "dokuhelfer.transcript.suggestions",
)  # fmt: skip


def test_the_window_is_painted_without_what_drafts() -> None:
    run = [sys.executable, "-c", _OPENED]
    done = subprocess.run(run, capture_output=True, encoding="utf-8", check=True, timeout=120)
    modules, searched, _ = done.stdout.split("\n")
    loaded = modules.split()
    assert "dokuhelfer.ui.desk" in loaded
    assert [one for one in loaded if one.startswith(_LATER)] == []
    assert searched.split() == ["searched:"]  # sources that PySide6 would have read


def test_it_is_loaded_then(
    application: QApplication, wait_for: Callable[[Callable[[], object]], None]
) -> None:
    parent = QObject()
    lane = Lane("test", parent)
    done: list[int] = []
    templates = Read()
    last: list[list[str]] = []
    look = [lambda: last.append(list(templates.read))]
    Warming(lane, templates, parent, look).done.connect(lambda: done.append(1))
    wait_for(lambda: done)
    lane.close()
    assert {"dokuhelfer.pipeline", "dokuhelfer.review.session"} <= set(sys.modules)
    assert templates.read == ["a", "broken", "b"]
    assert last == [templates.read]


def test_the_speech_model_is_looked_through_before_somebody_speaks(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[object] = []
    monkeypatch.setattr(Intake, "model", lambda intake: looked.append(intake))
    desks.open()
    desks.wait(lambda: looked)


class Read(Mapping[str, Template]):
    """Templates that note who was asked for; one of them cannot be read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __getitem__(self, id: str) -> Template:
        self.read.append(id)
        if id == "broken":
            raise DokuError(Code.TEMPLATE_BROKEN)
        return load_template("freitext")

    def __iter__(self) -> Iterator[str]:
        return iter(("a", "broken", "b"))

    def __len__(self) -> int:
        return 3
