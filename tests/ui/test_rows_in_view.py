"""Pages with hundreds of rows: made are those in view, reached are all, at any text size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dokuhelfer.ui.screens.home import HomeScreen, Offered
from dokuhelfer.ui.screens.imports import ImportScreen
from dokuhelfer.ui.screens.overview import OverviewRow, OverviewScreen
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.widgets import waiting_list
from dokuhelfer.ui.widgets.rows_in_view import RowsInView
from dokuhelfer.ui.widgets.waiting_list import Urgency, WaitingRow
from dokutest import window_sample as sample
from dokutest.turning import turn

MANY = 500
IN_VIEW = 40
ROWS = tuple(
    WaitingRow(
        f"{number:03}", f"Frau Nummer {number}", "Pflegebericht", "heute, 07:52",
        "bereit zum Lesen" if number % 3 else "2 Stellen zu klären",
        Urgency.NONE if number % 3 else Urgency.TO_CLARIFY,
    )
    for number in range(MANY)
)  # fmt: skip


def shown(screen: QWidget, wide: int, high: int) -> None:
    screen.resize(wide, high)
    screen.show()
    screen.activateWindow()
    turn(20)


@pytest.fixture
def overview(look: Look) -> Iterator[OverviewScreen]:
    screen = OverviewScreen(look)
    shown(screen, 1280, 700)
    screen.show_rows(ROWS, ROWS[:3])
    turn(20)
    yield screen
    screen.close()
    screen.deleteLater()


def in_order(rows: RowsInView) -> list[OverviewRow]:
    found = [one for one in rows.made.values() if isinstance(one, OverviewRow)]
    return sorted(found, key=lambda one: one.y())


def test_rows_in_view_are_widgets_and_the_others_are_not(overview: OverviewScreen) -> None:
    asked: list[str] = []
    overview.open_asked.connect(asked.append)
    assert 5 < len(overview.open.made) < IN_VIEW
    bar = overview._scroll.verticalScrollBar()
    for place in range(0, bar.maximum(), bar.maximum() // 40):
        bar.setValue(place)
        first, *_ = (one for one in in_order(overview.open) if not one.visibleRegion().isEmpty())
        first.read.click()
    assert len(set(asked)) == len(asked) == 40 + (bar.maximum() % (bar.maximum() // 40) > 0)
    assert asked == sorted(asked)
    assert len(overview.findChildren(OverviewRow)) < 2 * IN_VIEW
    bar.setValue(bar.maximum())
    turn(5)
    assert len(overview.signed.made) == 3


def test_no_row_lies_over_another_and_each_holds_what_is_in_it(overview: OverviewScreen) -> None:
    rows = in_order(overview.open)
    for above, below in zip(rows, rows[1:], strict=False):
        assert above.geometry().bottom() < below.geometry().top()
    for one in rows:
        assert one.height() >= one.minimumSizeHint().height()


@pytest.mark.parametrize(("wide", "percent"), [(1280, 100), (1024, 200), (640, 100)])
def test_rows_of_every_kind_are_as_high_as_what_is_in_them(
    look: Look, wide: int, percent: int
) -> None:
    look.choose(percent=percent)
    screen = ImportScreen(look)
    shown(screen, wide, 5000)
    screen.show_rows(sample.IMPORTS)
    turn(20)
    made = list(screen.list.made.values())
    assert len(made) == len(sample.IMPORTS)
    for one in made:
        layout = one.layout()
        assert layout is not None
        assert one.height() >= layout.totalHeightForWidth(one.width())
    assert len({one.height() for one in made}) > 1
    screen.close()
    screen.deleteLater()


def test_tab_goes_through_all_rows_as_they_stand(overview: OverviewScreen) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)  # from „Zurück“ to the last row
    seen = []
    first = in_order(overview.open)[0]
    first.read.setFocus()
    for _ in range(2 * 60):
        focused = QApplication.focusWidget()
        assert not focused.visibleRegion().isEmpty()
        seen.append(overview.open.holding(focused))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        turn(1)
    assert seen == [ROWS[number // 2].id for number in range(2 * 60)]


def test_a_row_keeps_the_focus_out_of_view_and_loses_it_with_its_dictation(
    overview: OverviewScreen,
) -> None:
    first = in_order(overview.open)[0]
    first.end.setFocus()
    overview._scroll.verticalScrollBar().setValue(9000)
    turn(5)
    assert overview.open.holding(QApplication.focusWidget()) == ROWS[0].id
    overview.show_rows(ROWS[1:], ())
    assert ROWS[0].id not in overview.open.made


@pytest.mark.parametrize(
    ("wide", "percent", "narrow"),
    [(1280, 100, False), (1280, 200, True), (1024, 200, True), (640, 100, True)],
)
def test_the_overview_never_scrolls_sideways(
    look: Look, overview: OverviewScreen, wide: int, percent: int, narrow: bool
) -> None:
    look.choose(percent=percent)
    shown(overview, wide, 700)
    view = overview._scroll.viewport()
    holder = overview._scroll.widget()
    assert holder is not None
    assert holder.width() <= view.width()
    (row, *_) = in_order(overview.open)
    for one in (row._person, row._said, row.read, row.end):
        left = one.mapTo(holder, QPoint(0, 0)).x()
        assert left >= 0
        assert left + one.width() <= view.width()
    words_end = row._said.geometry().bottom()
    assert (row._buttons.geometry().top() > words_end) == narrow
    assert row._said.height() >= row._said.heightForWidth(row._said.width())


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Rows of the waiting list that were painted, of lists made from here on."""
    seen: list[int] = []
    paint = waiting_list._Delegate.paint

    def note(delegate: object, painter: object, option: object, index: object) -> None:
        seen.append(index.row())
        paint(delegate, painter, option, index)

    monkeypatch.setattr(waiting_list._Delegate, "paint", note)
    return seen


@pytest.fixture
def home(look: Look) -> Iterator[HomeScreen]:
    screen = HomeScreen(look, (Offered("a", "Pflegebericht"),))
    screen.show_waiting(ROWS)
    shown(screen, 1280, 700)
    yield screen
    screen.close()
    screen.deleteLater()


def test_of_the_waiting_list_only_what_is_in_view_is_painted(
    painted: list[int], home: HomeScreen
) -> None:
    home.waiting.viewport().update()
    turn(20)
    assert painted
    assert len(set(painted)) < IN_VIEW


def test_keys_bring_a_row_of_the_waiting_list_into_view(home: HomeScreen) -> None:
    waiting = home.waiting
    waiting.setFocus()
    for key, row in ((Qt.Key.Key_End, MANY - 1), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Down, 1)):
        QTest.keyClick(waiting, key)
        turn(5)
        assert waiting.currentIndex().row() == row
        place = waiting.visualRect(waiting.currentIndex())
        assert waiting.viewport().visibleRegion().boundingRect().contains(place)


def test_enter_opens_the_dictation_that_had_the_focus_wherever_it_stands_now(
    home: HomeScreen,
) -> None:
    opened: list[str] = []
    home.draft_chosen.connect(opened.append)
    home.waiting.setFocus()
    for _ in range(3):
        QTest.keyClick(home.waiting, Qt.Key.Key_Down)
    mine = home.waiting.currentIndex().row()
    before = replace(ROWS[-1], id="new", urgency=Urgency.FIRST)
    home.show_waiting((before, *ROWS))
    QTest.keyClick(home.waiting, Qt.Key.Key_Return)
    assert opened == [ROWS[mine].id]
    # What stands otherwise changes nothing else.
    home.show_waiting((before, *(replace(one, state="wird gehört …") for one in ROWS)))
    QTest.keyClick(home.waiting, Qt.Key.Key_Return)
    assert opened == [ROWS[mine].id] * 2
