"""The window in English: every sentence has its translation, and no German is left over."""

from __future__ import annotations

import importlib.util
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from dokuhelfer.ui.keys import Action, cap, key_of, sequences
from dokuhelfer.ui.translation import speak
from dokutest.desks import Desks, read_all

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "packaging" / "dev" / "translations.py"


def translations() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TABLE: Path = translations().WORDS


def sentences(table: Path) -> dict[tuple[str, str], str | None]:
    """Context and German to English; None where it is not done."""
    found: dict[tuple[str, str], str | None] = {}
    for context in ElementTree.parse(table).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            words = message.find("translation")
            done = words is not None and "type" not in words.attrib
            key = context.findtext("name", ""), message.findtext("source", "")
            found[key] = words.text if done and words is not None else None
    return found


@pytest.fixture
def english(application: QApplication) -> Iterator[None]:
    installed = speak(application, "en")
    yield
    for one in installed:
        application.removeTranslator(one)
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))


def test_every_sentence_of_the_source_is_translated(tmp_path: Path) -> None:
    collected = tmp_path / TABLE.name
    shutil.copy(TABLE, collected)
    translations().collect(collected)
    assert set(sentences(collected)) == set(sentences(TABLE))
    assert [key for key, words in sentences(TABLE).items() if not words] == []


def test_what_the_program_reads_is_what_was_edited(tmp_path: Path) -> None:
    compiled = tmp_path / "made.qm"
    translations().compile_words(TABLE, compiled)
    assert compiled.read_bytes() == TABLE.with_suffix(".qm").read_bytes()


def test_the_same_is_filled_into_both() -> None:
    places = re.compile(r"\{\w*\}")
    for (_, german), words in sentences(TABLE).items():
        assert sorted(places.findall(german)) == sorted(places.findall(words or "")), german


@pytest.mark.usefixtures("english")
def test_keys_and_letters_follow_the_language() -> None:
    assert cap(Action.SIGN) == "Ctrl+Enter"
    letters = (Action.JOIN, Action.SPLIT, Action.OWNER, Action.KIND)
    assert [cap(action) for action in letters] == ["J", "S", "P", "T"]
    assert sequences(key_of(Action.TEMPLATE)) == ("Alt+T",)
    assert sequences(key_of(Action.PERSON)) == ("Alt+P",)


def test_german_letters_stay() -> None:
    assert sequences(key_of(Action.TEMPLATE)) == ("Alt+V",)
    assert sequences(key_of(Action.UNDO)) == ("Ctrl+Z",)


@pytest.mark.usefixtures("english")
def test_no_german_is_left_over(desks: Desks) -> None:
    desk = desks.open()
    assert left_over(desks) == []
    desk.imports.show()
    assert left_over(desks) == []
    desk.act(Action.LEAVE)
    desk.planning.choose_person("Frau Anders")
    entry = desks.dictate(desk, "Um 7 Uhr hat Herr Brandt geklingelt. Sie war aggressiv.")
    for number in range(len(desk.reading.page.stops)):
        desk.reading.go_to(number)
        desks.settle(desk)
        assert left_over(desks) == []
    read_all(entry)
    desk.room.refresh()
    desk.act(Action.SIGN)
    desks.settle(desk)
    assert left_over(desks) == []


def left_over(desks: Desks) -> list[str]:
    """German sentences of the window that it still says; words like „Person“ may be a field's."""
    assert desks.shell is not None
    german = {key[1] for key, words in sentences(TABLE).items() if words != key[1]}
    shown = {text for widget in desks.shell.findChildren(QWidget) for text in said(widget)}
    assert "Everything stays on this device" in shown
    return sorted(text for text in german & shown if " " in text)


def said(widget: QWidget) -> Iterator[str]:
    """What a widget shows or has read out."""
    yield from filter(None, (widget.accessibleName(), widget.toolTip()))
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
