"""What would keep the window waiting is done once and not in its thread; counted, never timed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from dokuhelfer.config.load import load, machine_places
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.ui import keeper as keeping
from dokuhelfer.ui import signing_desk
from dokuhelfer.ui.app import make_window
from dokuhelfer.ui.idle import Idle, ahead
from dokuhelfer.ui.lane import Lane
from dokuhelfer.ui.profile import Profile, save_profile
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.style import look as looks
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.sheet import stylesheet
from dokuhelfer.ui.style.tokens import Role
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets import prose
from dokuhelfer.ui.widgets.button import Button
from dokuhelfer.ui.widgets.foot import Foot, FootMode, FootState
from dokuhelfer.ui.widgets.live_text import LiveText
from dokuhelfer.ui.widgets.prose import Prose
from dokuhelfer.ui.widgets.stop_list import StopList
from dokuhelfer.ui.widgets.text import Text
from dokutest import window_sample as sample
from dokutest.desks import Desks, Wait, read_all
from dokutest.stores import MemoryBackend, by
from dokutest.turning import turn
from dokutest.window import Window


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How many fonts, colours and laid out passages were made."""
    counts = {"QFont": 0, "QColor": 0, "Prose": 0}

    def counted(module: object, name: str, kind: type[object]) -> None:
        def make(*arguments: object, **named: object) -> object:
            counts[name] += 1
            return kind(*arguments, **named)

        monkeypatch.setattr(module, name, make)

    counted(looks, "QFont", QFont)
    counted(looks, "QColor", QColor)
    counted(prose, "Prose", Prose)
    return counts


def painted(widget: QWidget) -> None:
    widget.render(QPixmap(widget.size()))


def test_a_sheet_is_painted_again_with_what_was_made_for_it(
    application: QApplication, look: Look, made: dict[str, int]
) -> None:
    sheet = StopList(look)
    sheet.resize(998, 700)
    sheet.show_page(sample.page(3), stacked=False)
    painted(sheet)
    before = dict(made)
    assert min(before.values()) > 0
    painted(sheet)
    sheet.show_page(sample.page(3), stacked=False)
    painted(sheet)
    assert made == before


def test_another_text_size_is_laid_out_anew(application: QApplication, look: Look) -> None:
    sheet = StopList(look)
    sheet.resize(998, 700)
    sheet.show_page(sample.page(3), stacked=False)
    high = [one.height_for(998) for one in sheet._stops]
    look.choose(percent=200)
    assert all(one.height_for(998) > old for one, old in zip(sheet._stops, high, strict=True))
    assert look.font(Role.BASE).pixelSize() == look.text_px(Role.BASE)


def test_live_words_are_laid_out_once_for_all_paintings(
    application: QApplication, look: Look, made: dict[str, int]
) -> None:
    text = LiveText(look)
    text.resize(900, 500)
    text.show_words("Frau Kern hat gut", "geschlafen")
    painted(text)
    before = dict(made)
    painted(text)
    assert made == before
    text.show_words("Frau Kern hat gut geschlafen", "und")
    painted(text)
    assert made == before | {"Prose": before["Prose"] + 1}


@pytest.fixture
def lane(application: QApplication) -> Iterator[Lane]:
    parent = QObject()
    made = Lane("test", parent)
    yield made
    made.close()


def test_a_turn_of_the_loop_deals_with_one_answer(application: QApplication, lane: Lane) -> None:
    got: list[int] = []
    last = threading.Event()
    for number in range(5):
        lane.run(lambda number=number: number, got.append)
    lane.run(last.set)
    assert last.wait(10)
    while len(got) < 5:
        before = list(got)
        application.processEvents()
        assert len(got) <= len(before) + 1
    assert got == [0, 1, 2, 3, 4]


def test_an_answer_that_turns_the_loop_itself_keeps_no_other_one_back(
    lane: Lane, wait_for: Wait
) -> None:
    got: list[str] = []

    def wait(_: object) -> None:
        wait_for(lambda: "second" in got)
        got.append("first")

    lane.run(lambda: None, wait)
    lane.run(lambda: "second", got.append)
    wait_for(lambda: len(got) == 2)
    assert got == ["second", "first"]


def test_fonts_and_pages_are_made_ready_before_they_are_shown(window: Window) -> None:
    desk = window.desk
    pieces = list(ahead(window.shell, desk.look, desk.stage.pages))
    for piece in pieces:
        piece()
    fonts = dict(desk.look._fonts)
    for page in desk.stage.pages:
        undressed = [
            one
            for one in (page, *page.findChildren(QWidget))
            if not one.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
        ]
        assert undressed == []
        window.shell.show_page(page)
        painted(page)
    assert desk.look._fonts == fonts


def test_making_ready_waits_for_the_first_picture_and_leaves_turns_to_others(
    application: QApplication, look: Look, wait_for: Wait
) -> None:
    done: list[int] = []
    shell = Shell(look)
    Idle(shell, iter([partial(done.append, number) for number in range(3)]))
    turn(50)
    assert done == []
    shell.show()
    seen: list[list[int]] = []
    while len(done) < 3:
        application.processEvents()
        seen.append(list(done))
    assert [0] in seen
    assert [0, 1] in seen
    shell.close()
    shell.deleteLater()


def test_the_store_is_opened_when_the_window_stands(
    application: QApplication, wait_for: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(keeping, "ByKeyring", lambda: by(MemoryBackend()))
    monkeypatch.setattr(keeping, "_LONGEST", 30.0)
    real = keeping._opened
    monkeypatch.setattr(keeping, "_opened", lambda how: asked.append(how) or real(how))
    shell = make_window(load(machine_places()), Catalogue("de"))
    turn(100)
    assert asked == []
    shell.show()
    wait_for(lambda: asked)
    shell.close()
    shell.deleteLater()


def test_texts_of_what_is_signed_are_made_in_the_lane(
    desks: Desks, wait_for: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    makers: set[threading.Thread] = set()

    def noting(make: object) -> object:
        def note(*arguments: object) -> object:
            makers.add(threading.current_thread())
            return make(*arguments)  # type: ignore[operator]

        return note

    for name in ("paragraph", "field_texts"):
        monkeypatch.setattr(signing_desk, name, noting(getattr(signing_desk, name)))
    save_profile(Profile("MK", "Maria Kessler"))
    desk = desks.open()
    entry = desks.dictate(desk, "Frau Kern hat gut geschlafen.")
    read_all(entry)
    desk.reading.go_to(0)
    desks.settle(desk)
    assert desks.shell is not None
    window = Window(desks.shell, wait_for)
    window.sign()
    window.wait(lambda: window.mode is Mode.SIGNED)
    desks.settle(desk)
    desk.signing.copy()
    desk.signing.open_strip()
    desk.signing.close_strip()
    assert makers == {desk._lane._thread}


def test_labels_have_no_style_sheet_of_their_own(window: Window) -> None:
    assert [one.text() for one in window.shell.findChildren(QLabel) if one.styleSheet()] == []


@pytest.mark.parametrize("role", Role)
def test_a_label_has_size_and_weight_of_its_role(
    application: QApplication, look: Look, role: Role
) -> None:
    ground = QWidget()
    ground.setStyleSheet(stylesheet(look))
    label = Text(look, "Wort", role, parent=ground)
    label.ensurePolished()
    wanted = look.font(role)
    assert (label.font().pixelSize(), label.font().weight()) == (
        wanted.pixelSize(),
        wanted.weight(),
    )


def test_a_foot_that_says_the_same_again_lays_nothing_out(
    application: QApplication, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    foot = Foot(look)
    state = FootState(FootMode.READING, left=3, blocked=1)
    foot.show_state(state)
    laid_out: list[str] = []
    monkeypatch.setattr(Button, "_restyle", lambda button: laid_out.append(button.text()))
    foot.show_state(state)
    assert laid_out == []
    foot.show_state(FootState(FootMode.READING, left=2, blocked=1, ready=True))
    assert "Abzeichnen" in laid_out
