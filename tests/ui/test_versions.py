"""Nachtrag and correction: another version each, what was signed stays readable."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.store import files
from dokuhelfer.store.model import Document, State, VersionKind
from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry, Phase
from dokuhelfer.ui.profile import Profile, save_profile
from dokuhelfer.ui.screens.overview import DestroyDialog
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.button import Button
from dokuhelfer.ui.widgets.text import ProseLabel
from dokutest.desks import Desks, Wait, kept_store
from dokutest.turning import turn
from dokutest.window import Window

FIRST = "Frau Kern hat gut geschlafen."


class Signer:
    """A window with a signed dictation, and keys for what comes after."""

    def __init__(self, desks: Desks, wait: Wait) -> None:
        save_profile(Profile("MK", "Maria Kessler"))
        self.desks = desks
        self.desk: Desk = desks.open()
        self.desk.profiles.reload()
        self.entry: Entry = desks.dictate(self.desk, FIRST)
        assert desks.shell is not None
        self.window = Window(desks.shell, wait)
        self.sign()

    def sign(self) -> None:
        while not self.window.page.all_read:  # a busy machine may take a key too early
            turn(200)
            stop = self.window.page.stops[self.window.page.cursor]
            choices = stop.issue is not None and stop.issue.choices
            self.window.press(Qt.Key.Key_1 if choices else Qt.Key.Key_Space)
            self.desks.settle(self.desk)
        self.window.sign()
        self.window.wait(lambda: self.window.mode is Mode.SIGNED)
        self.desks.settle(self.desk)

    def press(self, text: str) -> None:
        buttons = self.window.shell.findChildren(Button)
        (button,) = [one for one in buttons if one.isVisible() and one.text() == text]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def begin(self, text: str) -> None:
        self.press(text)
        self.window.wait(lambda: self.window.mode is Mode.READING and self.window.page.title)
        self.desks.settle(self.desk)

    def type(self, text: str) -> None:
        """Into the stop at the cursor, instead of what stands there."""
        if self.window.page.cursor >= len(self.window.page.stops):
            self.window.press(Qt.Key.Key_Up)
            self.desks.settle(self.desk)
        turn(200)
        stop = self.window.page.stops[self.window.page.cursor]
        choices = stop.issue is not None and stop.issue.choices
        self.window.press(Qt.Key.Key_2 if choices else Qt.Key.Key_F2)
        self.window.wait(lambda: isinstance(self.window.focus, QPlainTextEdit))
        editor = self.window.focus
        assert isinstance(editor, QPlainTextEdit)
        editor.selectAll()
        QTest.keyClicks(editor, text)
        before = self.window.page
        QTest.keyClick(editor, Qt.Key.Key_Return)
        self.window.wait(lambda: self.window.page != before)
        self.desks.settle(self.desk)


def test_a_correction_is_the_next_version_and_the_old_one_stays(
    desks: Desks, wait_for: Wait
) -> None:
    signer = Signer(desks, wait_for)
    signer.begin("Berichtigen")
    assert signer.window.page.title.startswith("Berichtigung: Pflegebericht vom ")
    signer.window.press(Qt.Key.Key_Down)  # past the person
    signer.window.wait(lambda: signer.window.page.cursor == 1)
    signer.type("Hat schlecht geschlafen.")
    signer.sign()
    assert "schlecht geschlafen" in QGuiApplication.clipboard().text()
    shown = [one.accessibleName() for one in signer.desk.stage.signed.findChildren(ProseLabel)]
    assert any("gut geschlafen" in text for text in shown)
    assert [one.phase for one in signer.desk._entries.signed] == [Phase.SIGNED]
    desks.close()
    with kept_store() as store:
        (info,) = store.cases().cases
        case = store.case(info.id)
        assert [one.kind for one in info.versions] == [VersionKind.FIRST, VersionKind.CORRECTION]
        first, second = (case.load(Document.RELEASED, number) for number in (1, 2))
    assert first is not None
    assert second is not None
    assert b"gut geschlafen" in first
    assert b"schlecht geschlafen" in second


def test_nothing_corrected_is_not_signed_again(desks: Desks, wait_for: Wait) -> None:
    signer = Signer(desks, wait_for)
    signer.begin("Berichtigen")
    signer.window.sign()
    signer.window.wait(lambda: signer.window.shell.messages.notes)
    assert signer.window.mode is Mode.READING


def test_a_nachtrag_begins_empty_and_says_what_it_belongs_to(desks: Desks, wait_for: Wait) -> None:
    signer = Signer(desks, wait_for)
    signer.begin("Nachtrag")
    assert signer.window.page.title.startswith("Nachtrag: Pflegebericht vom ")
    signer.type("Hat um neun noch getrunken.")
    signer.sign()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Nachtrag vom ")
    assert "getrunken" in text
    assert "geschlafen" not in text


def test_a_begun_correction_outlives_the_window_with_what_it_corrects(
    desks: Desks, wait_for: Wait
) -> None:
    signer = Signer(desks, wait_for)
    signer.begin("Berichtigen")
    signer.type("Hat schlecht geschlafen.")
    desk = desks.open()
    desks.wait(lambda: any(one.phase is Phase.READ for one in desk._entries.waiting))
    (entry,) = desk._entries.waiting
    assert [one.release.initials for one in entry.work.before] == ["MK"]
    desk.open_id(entry.work.id)
    desks.wait(lambda: desk.mode is Mode.READING and desk.reading.page.stops)
    assert desk.reading.page.title.startswith("Berichtigung: ")


def test_giving_up_a_further_version_leaves_what_was_signed(desks: Desks, wait_for: Wait) -> None:
    signer = Signer(desks, wait_for)
    signer.begin("Nachtrag")
    signer.type("Hat um neun noch getrunken.")
    gone: list[int] = []
    signer.desk._dictating.keeper.destroy(signer.entry.work.id, lambda: gone.append(1))
    desks.wait(lambda: gone)
    desks.close()
    with kept_store() as store:
        (info,) = store.cases().cases
        assert info.state is State.SIGNED
        released = store.case(info.id).load(Document.RELEASED)
    assert released is not None
    assert b"gut geschlafen" in released


def test_what_was_signed_outlives_a_further_version_that_is_destroyed_twice(
    desks: Desks, wait_for: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At first the disk lets no key be destroyed: the version is gone for good all the same."""
    signer = Signer(desks, wait_for)
    signer.begin("Nachtrag")
    signer.type("Hat um neun noch getrunken.")
    keeper, id = signer.desk._dictating.keeper, signer.entry.work.id
    gone: list[int] = []
    destroy = files.destroy_key_file

    def refuse(path: Path) -> None:
        raise DokuError(Code.STORE_NOT_WRITABLE)

    monkeypatch.setattr(files, "destroy_key_file", refuse)
    keeper.destroy(id, lambda: gone.append(1))
    desks.wait(lambda: signer.window.shell.messages.notes)
    desks.wait(lambda: gone)
    monkeypatch.setattr(files, "destroy_key_file", destroy)
    keeper.destroy(id, lambda: gone.append(2))
    desks.wait(lambda: len(gone) == 2)
    desks.close()
    assert gone == [1, 2]
    with kept_store() as store:
        (info,) = store.cases().cases
        assert info.state is State.SIGNED
        assert info.sources_destroyed
        released = store.case(info.id).load(Document.RELEASED)
    assert released is not None
    assert b"gut geschlafen" in released
    assert b"getrunken" not in released


def give_up(signer: Signer) -> None:
    """In the overview, where it stands as open."""
    window = signer.window
    window.press(Qt.Key.Key_Escape)
    window.wait(lambda: window.mode is Mode.HOME)
    window.desk.stage.home.overview_asked.emit()
    window.wait(lambda: window.desk.stage.overview.open.made)
    window.button("Vernichten …").click()
    window.wait(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DestroyDialog)
    dialog.accept()
    window.wait(lambda: not window.desk.stage.overview.open.rows)


def show_signed(signer: Signer, entry: Entry) -> None:
    """The page of what was signed is in front again."""
    signer.desk.room.entries.current = entry
    signer.desk.room.show(Mode.SIGNED, signer.desk.stage.signed)
    signer.window.shell.activateWindow()  # there was a dialog


def test_after_a_nachtrag_that_was_given_up_another_one_can_be_begun(
    desks: Desks, wait_for: Wait
) -> None:
    signer = Signer(desks, wait_for)
    signer.begin("Nachtrag")
    signer.type("Hat um neun noch getrunken.")
    give_up(signer)
    (row,) = signer.desk.stage.overview.signed.rows
    assert row.template == "Pflegebericht"  # and no „Nachtrag“ that nobody signed
    show_signed(signer, signer.entry)
    signer.begin("Nachtrag")
    signer.type("Um zehn war Besuch da.")
    signer.sign()
    desks.close()
    with kept_store() as store:
        (info,) = store.cases().cases
        assert [one.kind for one in info.versions] == [VersionKind.FIRST, VersionKind.ADDENDUM]
        case = store.case(info.id)
        first, second = (case.load(Document.RELEASED, number) for number in (1, 2))
    assert first is not None
    assert second is not None
    assert b"gut geschlafen" in first
    assert b"Besuch" in second
    assert b"getrunken" not in second


def test_what_was_signed_is_listed_with_its_person_after_a_nachtrag_for_another(
    desks: Desks, wait_for: Wait
) -> None:
    signer = Signer(desks, wait_for)
    signer.begin("Nachtrag")
    signer.type("Hat um neun noch getrunken.")
    signer.desk.planning.choose_person("Herr Wolf")
    desks.settle(signer.desk)
    give_up(signer)
    (row,) = signer.desk.stage.overview.signed.rows
    assert row.person == "Frau Kern"


def test_words_for_a_nachtrag_that_was_given_up_get_into_no_other_one(
    desks: Desks, wait_for: Wait
) -> None:
    signer = Signer(desks, wait_for)
    signer.begin("Nachtrag")
    signer.type("Hat um neun noch getrunken.")
    signer.window.press(Qt.Key.Key_Up)
    desks.settle(signer.desk)
    signer.desk.speaking.record()
    desks.settle(signer.desk)
    assert signer.window.mode is Mode.FIELD
    name = desks.live[-1]
    signer.desk.speaking.record()
    desks.settle(signer.desk)
    give_up(signer)
    show_signed(signer, signer.entry)
    signer.begin("Nachtrag")
    signer.type("Um zehn war Besuch da.")
    said = Transcript((Segment(0, 0.0, 1.5, "Dazu ein Kissen gebracht.", ()),))
    signer.desk._dictating._heard_out(name, said, {})
    desks.settle(signer.desk)
    session = signer.entry.work.session
    assert session is not None
    assert "Kissen" not in str(session.draft)
    assert not signer.desk._dictating.fields.is_unheard(signer.entry)


def test_of_what_an_earlier_window_signed_no_version_is_begun_that_nobody_could_open(
    desks: Desks, wait_for: Wait
) -> None:
    signer = Signer(desks, wait_for)
    signer.begin("Nachtrag")
    signer.type("Hat um neun noch getrunken.")
    signer.desk = desks.open()
    assert desks.shell is not None
    signer.window = Window(desks.shell, wait_for)
    (entry,) = signer.desk._entries.waiting
    desks.wait(lambda: entry.phase is Phase.READ)
    give_up(signer)
    show_signed(signer, entry)
    signer.press("Nachtrag")
    desks.wait(lambda: any(one.key == "version" for one in signer.window.shell.messages.notes))
    desks.close()
    with kept_store() as store:
        (info,) = store.cases().cases
        assert info.state is State.SIGNED


def test_an_untouched_nachtrag_is_given_up_at_the_next_start(desks: Desks, wait_for: Wait) -> None:
    signer = Signer(desks, wait_for)
    signer.desk._dictating.keeper.begin(signer.entry.work.id, "addendum", lambda _: None)
    desks.settle(signer.desk)
    desks.open()
    desks.close()
    with kept_store() as store:
        (info,) = store.cases().cases
        assert info.state is State.SIGNED
