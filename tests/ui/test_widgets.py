"""The window's own widgets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dokuhelfer.ui.page import Passage
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import TEXT_SIZES, Role, Size, Theme
from dokuhelfer.ui.widgets.button import Button
from dokuhelfer.ui.widgets.flow_row import FlowRow
from dokuhelfer.ui.widgets.foot import Foot, FootMode, FootState, left_words
from dokuhelfer.ui.widgets.head import Head, HeadState
from dokuhelfer.ui.widgets.message_line import MessageLine, Note
from dokuhelfer.ui.widgets.prose import Prose
from dokuhelfer.ui.widgets.text import Text

pytestmark = pytest.mark.usefixtures("application")


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_a_button_has_room_for_its_words_and_its_cap(percent: int) -> None:
    look = Look(Theme.LIGHT, percent)
    button = Button(look, "Noch einmal kopieren", icon="copy", key="Strg+C")
    words = look.metrics(Role.CONTROL).horizontalAdvance("Noch einmal kopieren")
    assert button.sizeHint().width() > words + look.metrics(Role.CAP).horizontalAdvance("Strg+C")
    assert button.sizeHint().height() >= 44


def test_a_button_says_its_words_and_its_key(look: Look) -> None:
    button = Button(look, "Passt", key="Leertaste")
    assert (button.accessibleName(), button.accessibleDescription()) == ("Passt", "Leertaste")


def test_sign_off_hears_enter_and_no_space(look: Look) -> None:
    foot = Foot(look)
    pressed: list[str] = []
    foot.sign_asked.connect(lambda: pressed.append("sign"))
    QTest.keyClick(foot.sign, Qt.Key.Key_Space)
    assert pressed == []
    QTest.keyClick(foot.sign, Qt.Key.Key_Return)
    assert pressed == ["sign"]


def test_a_row_goes_on_below_where_the_width_ends(look: Look) -> None:
    holder = QWidget()
    row = FlowRow(holder, 8)
    for text in ("eins", "zwei", "drei"):
        row.addWidget(Button(look, text))
    one = row.sizeHint().height()
    assert row.heightForWidth(1000) == one
    assert row.heightForWidth(150) == 2 * one + 8 or row.heightForWidth(150) == 3 * one + 16


def test_prose_keeps_its_own_line_height(look: Look) -> None:
    text = Passage("Beim Waschen deutlich müder als sonst. " * 6)
    prose = Prose(look, Role.STATEMENT, text, 400)
    assert prose.lines > 3
    assert prose.height == prose.lines * look.line(Role.STATEMENT)


def test_places_in_prose_are_code_points(look: Look) -> None:
    text = "🙂 links 🙂"
    start = text.index("links")
    prose = Prose(look, Role.STATEMENT, Passage(text), 400)
    left, right, _ = prose.stretches((start, start + 5))[0]
    plain = look.metrics(Role.STATEMENT).horizontalAdvance("links")
    assert right - left == pytest.approx(plain, abs=2)


def test_words_with_tags_stay_words(look: Look) -> None:
    label = Text(look, "<img src='file:///etc/hostname'><b>fett</b>")
    assert label.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (FootState(left=6, blocked=2), "Noch 6 Stellen, davon 2 zu klären"),
        (FootState(left=3), "Noch 3 Stellen"),
        (FootState(left=1), "Noch 1 Stelle"),
        (FootState(left=1, blocked=1), "Noch 1 Stelle, zu klären"),
    ],
)
def test_how_much_is_left(state: FootState, words: str) -> None:
    assert left_words(state) == words


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        (FootMode.HOME, "Diktat starten"),
        (FootMode.RECORDING, "Diktat beenden"),
        (FootMode.READING, "In dieses Feld sprechen"),
        (FootMode.SIGNED, "Neues Diktat"),
    ],
)
def test_the_record_button_says_what_f9_does(look: Look, mode: FootMode, words: str) -> None:
    window = QWidget()
    foot = Foot(look, window)
    window.resize(1280, 88)
    foot.resize(1280, 88)
    foot.show_state(FootState(mode))
    assert foot.record.text() == words


def test_a_long_name_is_shortened_in_the_middle_and_told_whole(look: Look) -> None:
    window = QWidget()
    window.resize(1280, 64)
    head = Head(look, window)
    name = "Frau Dr. Müller-Lüdenscheidt-Wołodźko-Schwarzenbacher · Zimmer 12, Wohnbereich Nord"
    head.show_state(HeadState(at_home=False, person=name))
    shown = head._person
    assert "…" in shown.text()
    assert shown.accessibleName() == name
    assert shown.toolTip() == name


def test_the_most_severe_message_is_shown(look: Look, application: QApplication) -> None:
    window = QWidget()
    window.resize(1280, 800)
    line = MessageLine(look, window)
    line.post(Note("a", "info", "Ein Hinweis."))
    line.post(Note("b", "block", "Geht nicht."))
    assert (line._word.text(), line._text.text()) == ("Geht gerade nicht:", "Geht nicht.")
    assert line._count.text() == "1 von 2"
    line.withdraw("b")
    assert line._text.text() == "Ein Hinweis."
    line.clear()
    assert not line.isVisibleTo(window)
    window.deleteLater()
    application.processEvents()


def test_icons_take_the_colour_of_the_theme() -> None:
    for theme in Theme:
        look = Look(theme)
        image = look.icon("square:filled", "accent", look.px(Size.ICON)).toImage()
        middle = image.pixelColor(QPoint(image.width() // 2, image.height() // 2))
        assert middle.name().upper() == look.value("accent").upper()


def test_a_question_that_waits_stands_before_a_note(look: Look, application: object) -> None:
    line = MessageLine(look)
    line.post(Note("session", "info", "Hinweis."))
    line.post(Note("own", "info", "Ist das Ihr Diktat?", (("Ja", lambda: None),), pending=True))
    assert [note.key for note in line.notes] == ["own", "session"]
    line.post(Note("store", "block", "Voll."))
    assert line.notes[0].key == "store"
