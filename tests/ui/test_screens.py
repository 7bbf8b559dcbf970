"""Every screen has room for all it says: in the smallest window, the usual one, with large text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QLineEdit, QWidget

from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Theme
from dokuhelfer.ui.widgets.button import Button
from dokuhelfer.ui.widgets.editor import StatementEditor
from dokuhelfer.ui.widgets.stop import StopWidget
from dokutest import window_sample as sample
from dokutest.turning import turn
from dokutest.window_screens import SCREENS

SIZES = ((1024, 640, 100), (1280, 800, 100), (1024, 640, 200))

_LEADING = 2
"""Pixels between two lines that no letter reaches into."""


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}-{size[2]}")
def shells(request: pytest.FixtureRequest, application: QApplication) -> Iterator[dict[str, Shell]]:
    wide, high, percent = request.param
    made: dict[str, Shell] = {}
    for name, make in SCREENS.items():
        look = Look(Theme.LIGHT, percent)
        shell = made[name] = Shell(look)
        shell.resize(wide, high)
        shell.show()
        make(shell, look)
    for _ in range(5):  # one turn may end before what it has laid out lays out more
        turn(20)
    yield made
    for shell in made.values():
        shell.close()
        shell.deleteLater()


def test_nothing_lies_over_anything_and_nothing_is_cut(shells: dict[str, Shell]) -> None:
    wrong = [
        f"{name}: {fault}"
        for name, shell in shells.items()
        for fault in (*overlaps(shell), *cut(shell), *sideways(shell))
    ]
    assert not wrong, "\n".join(wrong)


def overlaps(shell: Shell) -> Iterator[str]:
    """Words and controls of one parent that share a place."""
    for parent in shell.findChildren(QWidget):
        told = [
            child
            for child in parent.children()
            if isinstance(child, (Button, QLabel, QLineEdit)) and says(child) and child.isVisible()
        ]
        for one, other in combinations(told, 2):
            if one.geometry().intersects(other.geometry()):
                yield f"„{says(one)}“ over „{says(other)}“"


def cut(shell: Shell) -> Iterator[str]:
    """Words with less room than they need."""
    for button in shell.findChildren(Button):
        if button.isVisible() and button.width() < button.minimumSizeHint().width():
            yield f"button „{says(button)}“ has {button.width()} px"
    for label in shell.findChildren(QLabel):
        if not (label.isVisible() and says(label)):
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
        if needed > label.height() + _LEADING:
            yield f"„{says(label)}“ needs {needed} px, has {label.height()}"
        wide = label.sizeHint().width()
        shortened = "…" in says(label) and says(label) != label.accessibleName() != ""
        if not label.wordWrap() and wide > label.width() and not shortened:
            yield f"„{says(label)}“ needs {wide} px across, has {label.width()}"


def sideways(shell: Shell) -> Iterator[str]:
    """Pages that are wider than their place."""
    for area in shell.findChildren(QAbstractScrollArea):
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0:
            yield f"{type(area).__name__} scrolls sideways"


def says(widget: QWidget) -> str:
    """Its words."""
    if isinstance(widget, QLineEdit):
        return widget.accessibleName()
    return str(widget.text()) if isinstance(widget, (Button, QLabel)) else ""


def test_an_editor_has_the_type_size_of_what_it_changes(shells: dict[str, Shell]) -> None:
    shell = shells["reading-editing"]
    (editor,) = shell.findChildren(StatementEditor)
    assert editor.font().pixelSize() == shell._look.text_px(Role.STATEMENT)


@pytest.mark.parametrize("stacked", [False, True])
def test_what_is_spoken_into_a_field_has_room(look: Look, *, stacked: bool) -> None:
    page = QWidget()
    stop = StopWidget(look, sample.STOPS[3], page)
    stop.show_stop(sample.STOPS[3], cursor=False, stacked=stacked)
    before = stop.height_for(700)
    stop.show_live(sample.passage("Dazu Knie hochgelagert"))
    assert stop.height_for(700) >= before + look.line(Role.BASE)
