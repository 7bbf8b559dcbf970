"""Another wording is offered beside what stands, never put in its place."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dokuhelfer import pipeline
from dokuhelfer.config.schema import EngineChoice, Settings, WordingChoice
from dokuhelfer.draft.model import Draft
from dokuhelfer.engine.turns import Turns
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.orders import By, Order
from dokuhelfer.ui.second_wording import SecondWording
from dokutest.desks import Desks, Wait
from dokutest.turning import turn

FIELD = "beobachtung"
OTHER = "Die Nacht verlief ruhig, der Schlaf war gut."


@pytest.fixture
def desks(
    application: QApplication, wait_for: Wait, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desks]:
    monkeypatch.setattr(SecondWording, "is_wanted", True)
    monkeypatch.setattr(SecondWording, "_made", phrased)
    made = Desks(application, wait_for, monkeypatch)
    yield made
    made.close()


def phrased(_: SecondWording, order: Order, __: threading.Event) -> Draft:
    """What a model might say of the same places."""
    source = order.source
    draft = pipeline.structure(
        source.transcript, source.template, source.context, pipeline.by_rules()
    )
    field = draft.fields[FIELD]
    worded = replace(field, value=OTHER, statements=(replace(field.statements[0], text=OTHER),))
    return replace(draft, fields={**draft.fields, FIELD: worded})


def at_offer(desks: Desks) -> Desk:
    desk = desks.open()
    desk.planning.choose_person("Frau Anders")
    desks.dictate(desk, "Hat gut geschlafen.")

    def offered() -> bool:
        return any(stop.issue and stop.issue.other for stop in desk.reading.page.stops)

    desks.wait(offered)
    page = desk.reading.page
    desk.reading.go_to(next(n for n, one in enumerate(page.stops) if one.issue and one.issue.other))
    desks.settle(desk)
    turn(300)
    desk.stage.reading.stops.setFocus()
    return desk


def text(desk: Desk) -> object:
    session = desk._entries.all[0].work.session
    assert session is not None
    return session.draft.fields[FIELD].value


def test_what_stands_stays_until_somebody_takes_the_other(desks: Desks) -> None:
    desk = at_offer(desks)
    assert text(desk) == "Hat gut geschlafen."
    QTest.keyClick(desk.stage.reading.stops, Qt.Key.Key_1)
    desks.settle(desk)
    assert text(desk) == OTHER
    assert not desk.reading.page.all_read


def test_space_keeps_what_stands(desks: Desks) -> None:
    desk = at_offer(desks)
    QTest.keyClick(desk.stage.reading.stops, Qt.Key.Key_Space)
    desks.settle(desk)
    assert text(desk) == "Hat gut geschlafen."
    assert desk.reading.page.all_read


def test_the_other_can_be_declined(desks: Desks) -> None:
    desk = at_offer(desks)
    QTest.keyClick(desk.stage.reading.stops, Qt.Key.Key_2)
    desks.settle(desk)
    assert text(desk) == "Hat gut geschlafen."
    assert not any(stop.issue for stop in desk.reading.page.stops)


@pytest.fixture
def wording(application: QApplication) -> Iterator[Callable[[Settings], SecondWording]]:
    """Makes one for some settings; its lane is closed after the test."""
    made: list[SecondWording] = []

    def make(settings: Settings) -> SecondWording:
        made.append(SecondWording(settings, Turns(), application))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_nothing_is_phrased_unless_it_is_asked_for(
    wording: Callable[[Settings], SecondWording],
) -> None:
    wordings = (WordingChoice.QUOTED, WordingChoice.PHRASED)
    made = [wording(Settings(draft_wording=one)) for one in wordings]
    assert [one.by for one in made] == [By.QUOTED, By.PHRASED]


def test_where_the_rules_are_wanted_no_model_is_asked(
    wording: Callable[[Settings], SecondWording],
) -> None:
    wanted = [wording(Settings(draft_engine=one)).is_wanted for one in EngineChoice]
    assert wanted == [True, False, True]
