"""„Aufnahmen einlesen“ in the real window: real files, the real decoder, real keys and drops."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.imports import copying
from dokuhelfer.imports.looking import MOST_FILES
from dokuhelfer.imports.model import ImportItem, ImportState, Original
from dokuhelfer.resources import data_path
from dokuhelfer.store.model import CaseInfo, RecordingState
from dokuhelfer.store.sound import JoinedSound
from dokuhelfer.store.store import Store
from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.ui import clock, imports_desk
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Phase
from dokuhelfer.ui.import_page import Offer
from dokuhelfer.ui.intake import Intake
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.screens.imports import ImportScreen
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.button import Button
from dokuhelfer.ui.widgets.import_row import ImportRowWidget
from dokutest.desks import REAL_HEAR_KEPT, Desks, kept_store
from dokutest.sounds import melody, write_wav
from dokutest.turning import turn
from dokutest.window import Window

S = ImportState
SAMPLE = data_path("models", "demo-speech", "samples", "pflegebericht.ogg")


def states(desk: Desk) -> list[ImportState]:
    return [item.state for item in desk.imports.work.items]


def item(desk: Desk, number: int = 0) -> ImportItem:
    return desk.imports.work.items[number]


def row(desk: Desk, number: int) -> ImportRowWidget:
    """The row of a file, scrolled into view."""
    made = desk.stage.imports.list.reach(item(desk, number).id)
    assert isinstance(made, ImportRowWidget)
    return made


def asks_for(desk: Desk, number: int) -> bool:
    """Whether Enter says that this file is one's own; its row may be yet to come."""
    made = desk.stage.imports.list.reach(item(desk, number).id)
    focus = desk.room.shell.focusWidget()
    return isinstance(made, ImportRowWidget) and focus is made.buttons[Offer.OWN]


def press(desk: Desk, offer: Offer, number: int = 0) -> None:
    QTest.mouseClick(row(desk, number).buttons[offer], Qt.MouseButton.LeftButton)


def notes(desk: Desk) -> list[str]:
    return [note.text for note in desk.room.shell.messages.notes if note.key == "imports"]


@pytest.fixture
def files(tmp_path: Path) -> Callable[[int], list[Path]]:
    def make(count: int) -> list[Path]:
        folder = tmp_path / "rekorder"
        folder.mkdir(exist_ok=True)
        return [
            write_wav(folder / f"REC{number:04}.WAV", melody(1) * 2 + bytes(2 * number))
            for number in range(count)
        ]

    return make


@pytest.fixture
def heard(desks: Desks) -> Callable[[Desk], None]:
    """All recordings asked for so far become text."""

    def hear(desk: Desk) -> None:
        for name, sound in desks.kept:
            with sound:
                pass
            said = Transcript((Segment(0, None, None, "Frau Lindemann hat gut geschlafen.", ()),))
            desk._dictating._heard_out(name, said, {})
        desks.kept.clear()

    return hear


def drop(desk: Desk, *paths: Path) -> QDropEvent:
    """Drag files over the window and let them go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    shell, none = desk.room.shell, Qt.KeyboardModifier.NoModifier
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(shell, QDragEnterEvent(QPoint(300, 300), copy, data, left, none))
    assert shell.drop_cover.isVisible()
    event = QDropEvent(QPointF(300, 300), copy, data, left, none, QEvent.Type.Drop)
    QApplication.sendEvent(shell, event)
    assert not shell.drop_cover.isVisible()
    return event


def test_twenty_files_dropped_at_once_become_twenty_dictations(
    desks: Desks, files: Callable[[int], list[Path]], heard: Callable[[Desk], None]
) -> None:
    desk = desks.open()
    drop(desk, *files(20))
    assert desk.mode is Mode.IMPORTS
    desks.wait(lambda: states(desk) == [S.ASKED] * 20)
    for number in range(20):
        desks.wait(lambda number=number: asks_for(desk, number))
        QTest.keyClick(desk.room.shell.focusWidget(), Qt.Key.Key_Return)
    desks.wait(lambda: states(desk) == [S.TRANSCRIBING] * 20)
    desks.settle(desk)
    heard(desk)
    desks.wait(lambda: states(desk) == [S.DONE] * 20)
    desks.settle(desk)
    assert len(desk._entries.waiting) == 20
    desks.close()
    with kept_store() as store:
        cases = store.cases().cases
        assert len(cases) == 20
        assert all(one.recordings[0].state is RecordingState.FINISHED for one in cases)
    assert all(path.exists() for path in files(20))


def test_a_folder_brings_what_is_in_it(desks: Desks, files: Callable[[int], list[Path]]) -> None:
    desk = desks.open()
    folder = files(3)[0].parent
    (folder / "notiz.txt").write_text("Text")
    drop(desk, folder)
    desks.wait(lambda: states(desk) == [S.ASKED] * 3)


def test_that_a_folder_has_more_than_are_offered_is_said(desks: Desks, tmp_path: Path) -> None:
    desk = desks.open()
    folder = tmp_path / "voll"
    folder.mkdir()
    for number in range(MOST_FILES + 1):
        (folder / f"{number}.wav").touch()
    drop(desk, folder)
    desks.wait(lambda: len(states(desk)) == MOST_FILES)
    (note,) = [one for one in desk.room.shell.messages.notes if one.key == "too_many"]
    assert "mehr als 500 Aufnahmen" in note.text


def test_an_empty_folder_is_said(desks: Desks, tmp_path: Path) -> None:
    desk = desks.open()
    (tmp_path / "leer").mkdir()
    drop(desk, tmp_path / "leer")
    desks.wait(lambda: notes(desk) == ["In diesem Ordner ist keine Aufnahme."])


def test_dragging_away_again_uncovers_the_page(
    desks: Desks, files: Callable[[int], list[Path]]
) -> None:
    desk = desks.open()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files(1)[0]))])
    shell = desk.room.shell
    enter = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(shell, enter)
    QApplication.sendEvent(shell, QDragLeaveEvent())
    assert not shell.drop_cover.isVisible()


def test_not_ones_own_is_not_read_in_and_stays(
    desks: Desks, files: Callable[[int], list[Path]]
) -> None:
    desk = desks.open()
    drop(desk, *files(1))
    desks.wait(lambda: states(desk) == [S.ASKED])
    press(desk, Offer.NOT_OWN)
    assert states(desk) == [S.CANCELLED]
    assert row(desk, 0).row.state == "nicht eingelesen"
    desks.close()
    with kept_store() as store:
        assert store.cases().cases == ()
    assert files(1)[0].exists()


def test_the_original_goes_only_when_asked_to_and_when_its_copy_is_safe(
    desks: Desks, files: Callable[[int], list[Path]]
) -> None:
    desk = desks.open()
    kept, gone = files(2)
    drop(desk, kept, gone)
    desks.wait(lambda: states(desk) == [S.ASKED] * 2)
    assert not row(desk, 1).remove.isChecked()
    row(desk, 1).remove.setFocus()
    QTest.keyClick(row(desk, 1).remove, Qt.Key.Key_Space)
    for number in (0, 1):
        press(desk, Offer.OWN, number)
    desks.wait(lambda: states(desk) == [S.TRANSCRIBING] * 2)
    assert (kept.exists(), gone.exists()) == (True, False)
    assert [one.original for one in desk.imports.work.items] == [Original.KEPT, Original.REMOVED]


def test_what_cannot_be_read_says_why_and_the_others_go_on(
    desks: Desks, files: Callable[[int], list[Path]], tmp_path: Path
) -> None:
    desk = desks.open()
    broken = tmp_path / "alt.wma"
    broken.write_bytes(b"kein Ton" * 500)
    drop(desk, broken, *files(1))
    desks.wait(lambda: states(desk) == [S.FAILED, S.ASKED])
    desks.wait(lambda: "lässt sich nicht lesen" in row(desk, 0).row.state)
    press(desk, Offer.RETRY)
    desks.wait(lambda: states(desk) == [S.FAILED, S.ASKED])
    press(desk, Offer.CANCEL)
    assert states(desk) == [S.CANCELLED, S.ASKED]


def test_the_same_recording_twice_is_said_and_can_be_insisted_on(
    desks: Desks, files: Callable[[int], list[Path]], tmp_path: Path
) -> None:
    desk = desks.open()
    (file,) = files(1)
    drop(desk, file)
    desks.wait(lambda: states(desk) == [S.ASKED])
    press(desk, Offer.OWN)
    desks.wait(lambda: states(desk) == [S.TRANSCRIBING])
    other = tmp_path / "kopie.wav"
    other.write_bytes(file.read_bytes())
    drop(desk, other)
    desks.wait(lambda: states(desk) == [S.TRANSCRIBING, S.FAILED])
    desks.wait(lambda: "schon eingelesen" in row(desk, 1).row.state)
    assert row(desk, 1).buttons[Offer.RETRY].text() == "Noch einmal einlesen"
    press(desk, Offer.RETRY, 1)
    desks.wait(lambda: states(desk) == [S.TRANSCRIBING, S.ASKED])
    press(desk, Offer.OWN, 1)
    desks.wait(lambda: states(desk) == [S.TRANSCRIBING] * 2)


def test_cancelled_while_waiting_and_while_copied_nothing_is_left(
    desks: Desks, files: Callable[[int], list[Path]], tmp_path: Path
) -> None:
    desk = desks.open()
    long = write_wav(tmp_path / "lang.wav", melody(2) * 300)
    drop(desk, long, *files(1))
    desks.wait(lambda: states(desk) == [S.ASKED] * 2)
    press(desk, Offer.OWN, 0)
    press(desk, Offer.OWN, 1)
    assert states(desk) == [S.COPYING, S.ACCEPTED]
    press(desk, Offer.CANCEL, 1)
    desks.wait(lambda: item(desk).share > 0.02)
    press(desk, Offer.CANCEL, 0)
    assert row(desk, 0).row.state == "wird abgebrochen …"
    desks.wait(lambda: states(desk) == [S.CANCELLED] * 2)
    desks.close()
    with kept_store() as store:
        assert store.cases().cases == ()
    assert long.exists()


def test_cancelled_while_heard_the_recording_waits_in_the_list(
    desks: Desks, files: Callable[[int], list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    given_up: list[str] = []
    monkeypatch.setattr(Intake, "give_up", lambda _, name: bool(given_up.append(name)) or True)
    desk = desks.open()
    drop(desk, *files(1))
    desks.wait(lambda: states(desk) == [S.ASKED])
    press(desk, Offer.OWN)
    desks.wait(lambda: desks.kept)
    press(desk, Offer.CANCEL)
    desk._dictating._intake.failed.emit(given_up[0], DokuError(Code.CANCELLED))
    assert states(desk) == [S.CANCELLED]
    (entry,) = desk._entries.waiting
    assert entry.phase is Phase.FAILED
    assert notes_of_hearing(desk) == []
    desk.open_id(entry.work.id)  # heard after all
    desks.settle(desk)
    assert [name for name, _ in desks.kept] == [entry.work.id] * 2
    for _, sound in desks.kept:
        with sound:
            pass


@pytest.mark.parametrize("fetching", [False, True])
def test_cancelled_before_it_is_heard_no_sound_stays_open(
    desks: Desks, files: Callable[[int], list[Path]], fetching: bool
) -> None:
    given: list[Callable[[JoinedSound], None]] = []
    desk = desks.open()
    drop(desk, *files(1))
    desks.wait(lambda: states(desk) == [S.ASKED])
    press(desk, Offer.OWN)
    desks.wait(lambda: desks.kept)
    (name, sound) = desks.kept[0]
    intake = desk._dictating._intake
    if not fetching:  # another one is before it
        REAL_HEAR_KEPT(intake, "another", lambda *_: None)
    REAL_HEAR_KEPT(intake, name, lambda done, _: given.append(done))
    assert len(given) == fetching
    press(desk, Offer.CANCEL)
    assert states(desk) == [S.CANCELLED]
    for done in given:
        done(sound)
        assert all(part._mapped.closed for part in sound._parts)
    assert not intake._running


@pytest.mark.parametrize("heard_first", [False, True])
def test_cancelled_while_it_is_really_heard_the_recording_stays(
    window: Window, heard_first: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Intake, "hear_kept", REAL_HEAR_KEPT)
    desk = window.desk
    window.shell.files_dropped.emit([str(SAMPLE)])
    window.wait(lambda: states(desk) == [S.ASKED])
    press(desk, Offer.OWN)
    window.wait(lambda: states(desk) == [S.TRANSCRIBING])
    if heard_first:
        window.wait(lambda: desk._dictating._intake._running)
    press(desk, Offer.CANCEL)
    window.wait(lambda: states(desk) == [S.CANCELLED])
    (entry,) = desk._entries.waiting
    assert entry.phase is Phase.FAILED
    assert item(desk).case is not None


def notes_of_hearing(desk: Desk) -> list[str]:
    return [note.text for note in desk.room.shell.messages.notes if note.key == "hearing"]


def test_who_dictates_is_not_disturbed_and_the_file_comes_in_meanwhile(
    desks: Desks, files: Callable[[int], list[Path]]
) -> None:
    desk = desks.open()
    (file,) = files(1)
    drop(desk, file)
    desks.wait(lambda: states(desk) == [S.ASKED])
    desk.act(Action.RECORD)
    desks.settle(desk)
    assert desk.mode is Mode.RECORDING
    desk.imports.work.answer(item(desk), own=True)
    desks.wait(lambda: states(desk) == [S.TRANSCRIBING])
    assert (desk.mode, desk._dictating.is_recording) == (Mode.RECORDING, True)
    drop(desk, *files(3)[1:])
    desks.wait(lambda: notes(desk) == ["Aufnahmen zum Einlesen: 2."])
    assert desk.mode is Mode.RECORDING
    desk.act(Action.RECORD)


def test_a_window_that_is_closed_while_it_copies_offers_the_file_again(
    desks: Desks, files: Callable[[int], list[Path]], tmp_path: Path
) -> None:
    desk = desks.open()
    long = write_wav(tmp_path / "lang.wav", melody(2) * 300)
    drop(desk, long, *files(1))
    desks.wait(lambda: states(desk) == [S.ASKED] * 2)
    press(desk, Offer.OWN)
    desks.wait(lambda: item(desk).share > 0.02)
    desk = desks.open()
    assert notes(desk) == ["Noch nicht eingelesene Aufnahmen: 2."]
    desk.imports.show()
    desks.wait(lambda: states(desk) == [S.FAILED, S.ASKED])
    desks.wait(lambda: "unterbrochen" in row(desk, 0).row.state)
    assert desk._entries.waiting == ()
    press(desk, Offer.RETRY)
    desks.wait(lambda: states(desk) == [S.TRANSCRIBING, S.ASKED])
    desks.close()
    with kept_store() as store:
        (case,) = store.cases().cases
        assert case.recordings[0].seconds == pytest.approx(600)


def test_the_person_of_the_next_dictation_is_not_given_to_a_file(
    desks: Desks, files: Callable[[int], list[Path]], heard: Callable[[Desk], None]
) -> None:
    desk = desks.open()
    desk.stage.home.person.setText("Herr Berg")
    desk.stage.home.person.textEdited.emit("Herr Berg")
    (file,) = files(1)
    written = clock.now().replace(hour=6, minute=40, second=0, microsecond=0)
    os.utime(file, (written.timestamp(),) * 2)
    drop(desk, file)
    desks.wait(lambda: states(desk) == [S.ASKED])
    press(desk, Offer.OWN)
    desks.wait(lambda: states(desk) == [S.TRANSCRIBING])
    (entry,) = desk._entries.waiting
    assert entry.work.plan.context.person is None
    assert entry.work.plan.context.recorded == written


def test_where_the_disk_is_full_one_sentence_says_so_and_nothing_is_left(
    desks: Desks, files: Callable[[int], list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desks.open()
    monkeypatch.setattr(Store, "room", lambda _: 1.0)
    drop(desk, *files(1))
    desks.wait(lambda: states(desk) == [S.ASKED])
    press(desk, Offer.OWN)
    desks.wait(lambda: states(desk) == [S.FAILED])
    desks.wait(lambda: row(desk, 0).row.failed)
    monkeypatch.undo()
    assert desk._entries.waiting == ()


def test_a_watched_folder_offers_what_is_new_once(
    desks: Desks, files: Callable[[int], list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = files(2)[0].parent
    real = imports_desk.ImportWatch
    monkeypatch.setattr(
        imports_desk, "ImportWatch", lambda _, ledger, parent: real((folder,), ledger, parent)
    )
    desk = desks.open()
    desks.wait(lambda: notes(desk) == ["Aufnahmen zum Einlesen: 2."])
    assert desk.mode is Mode.HOME
    desk.imports.show()
    desks.wait(lambda: states(desk) == [S.ASKED] * 2)
    press(desk, Offer.OWN, 0)
    press(desk, Offer.NOT_OWN, 1)
    desks.wait(lambda: states(desk) == [S.TRANSCRIBING, S.CANCELLED])
    desk = desks.open()
    turn(5000)
    assert states(desk) == []


def test_a_recorder_that_is_plugged_in_is_offered(
    desks: Desks, files: Callable[[int], list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desks.open()
    mounted: frozenset[Path] = frozenset()
    desk.imports._watch._volumes._mounted = lambda: mounted
    desk.imports._watch._volumes._known = frozenset()
    mounted = frozenset({files(2)[0].parent})
    desks.wait(lambda: notes(desk) == ["Ein Datenträger mit Aufnahmen ist angeschlossen."])
    (note,) = [one for one in desk.room.shell.messages.notes if one.key == "imports"]
    note.buttons[0][1]()
    desks.wait(lambda: states(desk) == [S.ASKED] * 2)


def accept_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.done(1)


def test_files_and_folders_by_dialog(
    desks: Desks, files: Callable[[int], list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = files(2)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: chosen)
    chosen = [str(first)]
    desk = desks.open()
    QTest.keyClick(desk.room.shell, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    desks.wait(lambda: QApplication.activeModalWidget() is not None)
    accept_dialog()
    desks.wait(lambda: states(desk) == [S.ASKED])
    chosen = [str(second.parent)]
    desk.stage.imports._folder.click()
    desks.wait(lambda: QApplication.activeModalWidget() is not None)
    accept_dialog()
    desks.wait(lambda: states(desk) == [S.ASKED] * 2)


def test_the_page_is_reached_and_left_by_keyboard_and_every_control_is_named(
    desks: Desks, files: Callable[[int], list[Path]]
) -> None:
    desk = desks.open()
    button = desk.stage.home._imports
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert desk.mode is Mode.IMPORTS
    drop(desk, *files(2))
    desks.wait(lambda: states(desk) == [S.ASKED] * 2)
    desks.wait(lambda: row(desk, 1).row.offers)
    both = [row(desk, number) for number in (0, 1)]
    reached = set()
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    for one in both:
        assert "REC000" in one.accessibleName()
        for offer in one.row.offers:
            assert one.buttons[offer] in reached
            assert one.buttons[offer].accessibleDescription() == one.row.name
        assert one.remove in reached
    for button_here in desk.stage.imports.findChildren(Button):
        assert button_here.accessibleName()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert desk.mode is Mode.HOME
    assert button.text() == "Aufnahmen einlesen (2)"


def test_no_name_of_a_file_gets_anywhere_but_on_the_page(
    desks: Desks, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    desk = desks.open()
    drop(desk, write_wav(tmp_path / "Frau Kannwas.wav", melody(1)))
    desks.wait(lambda: states(desk) == [S.ASKED])
    press(desk, Offer.OWN)
    desks.wait(lambda: states(desk) == [S.TRANSCRIBING])
    assert "Kannwas" not in desk.room.shell.windowTitle()
    assert "Kannwas" not in caplog.text
    assert all("Kannwas" not in note.text for note in desk.room.shell.messages.notes)


MANY = 500
IN_VIEW = 30
"""Rows that may be widgets: some twelve fit into the window of a test."""


@pytest.fixture
def many(tmp_path: Path) -> list[Path]:
    """Recordings of a tenth of a second, each another one."""
    (tmp_path / "viele").mkdir()
    return [
        write_wav(tmp_path / "viele" / f"REC{number:04}.WAV", number.to_bytes(2, "little") * 1600)
        for number in range(MANY)
    ]


def test_of_five_hundred_files_only_the_rows_in_view_are_made(
    desks: Desks, many: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []
    painted: list[int] = []
    save, show = Store.save_imports, ImportScreen.show_rows
    monkeypatch.setattr(Store, "save_imports", lambda *given: (written.append(1), save(*given))[1])
    monkeypatch.setattr(
        ImportScreen, "show_rows", lambda *given, **how: (painted.append(1), show(*given, **how))[1]
    )
    desk = desks.open()
    painted.clear()
    drop(desk, *many)
    page = desk.stage.imports
    desks.wait(lambda: len(page.list.rows) == MANY)
    desks.wait(lambda: asks_for(desk, 0))
    looked_at = MANY - states(desk).count(S.WAITING)
    # What concerns all of them was done once, and once for each that was looked at.
    assert len(written) <= 3
    assert len(painted) <= 2 * looked_at + 10
    assert len(page.list.made) < IN_VIEW
    bar = page._scroll.verticalScrollBar()
    for place in (bar.maximum(), bar.maximum() // 2, bar.maximum()):
        bar.setValue(place)
        turn(1)
        assert page.list.made
    assert len(page.findChildren(ImportRowWidget)) < 2 * IN_VIEW
    assert item(desk, MANY - 1).id in page.list.made
    assert asks_for(desk, 0)  # it kept the focus, and its row
    assert page._count.text().startswith("Dateien: 500. Zu beantworten: ")


def test_five_hundred_files_closed_in_the_middle_are_offered_again(
    desks: Desks, many: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []
    look = copying.look
    monkeypatch.setattr(copying, "look", lambda path: (looked.append(path), look(path))[1])
    desk = desks.open()
    drop(desk, *many)
    desks.wait(lambda: states(desk).count(S.ASKED) >= 2)
    desks.wait(lambda: asks_for(desk, 0))
    QTest.keyClick(desk.room.shell.focusWidget(), Qt.Key.Key_Return)
    before = len(looked)
    desks.close()
    assert len(looked) <= before + 1  # nothing that nobody waits for any more
    desk = desks.open()
    with_case = len(kept_cases(desk))
    assert notes(desk) == [f"Noch nicht eingelesene Aufnahmen: {MANY - with_case}."]
    desk.imports.show()
    desk.stage.imports._give_up.click()
    assert set(states(desk)) == {S.CANCELLED}
    desk = desks.open()
    assert notes(desk) == []
    assert len(kept_cases(desk)) == with_case
    assert all(path.exists() for path in many)


def kept_cases(desk: Desk) -> tuple[CaseInfo, ...]:
    return desk._dictating.keeper.lent().cases().cases


def test_all_that_had_their_answer_go_on_with_one_key(
    desks: Desks, files: Callable[[int], list[Path]], tmp_path: Path
) -> None:
    desk = desks.open()
    long = write_wav(tmp_path / "lang.wav", melody(2) * 100)
    drop(desk, long, *files(2))
    desks.wait(lambda: states(desk) == [S.ASKED] * 3)
    for number in (0, 2):
        press(desk, Offer.OWN, number)
    desks.wait(lambda: item(desk).share > 0.02)
    desk = desks.open()
    desk.imports.show()
    desks.wait(lambda: states(desk) == [S.FAILED, S.ASKED, S.FAILED])
    assert desk.stage.imports._resume.isVisible()
    QTest.keyClick(desk.stage.imports._resume, Qt.Key.Key_Return)
    desks.wait(lambda: states(desk) == [S.TRANSCRIBING, S.ASKED, S.TRANSCRIBING])


def test_who_answers_faster_than_files_are_looked_at_goes_on_with_the_next(
    desks: Desks, files: Callable[[int], list[Path]]
) -> None:
    desk = desks.open()
    drop(desk, *files(3))
    desks.wait(lambda: len(states(desk)) == 3)
    for number in range(3):
        desks.wait(lambda number=number: asks_for(desk, number))
        QTest.keyClick(desk.room.shell.focusWidget(), Qt.Key.Key_Return)
    desks.wait(lambda: states(desk) == [S.TRANSCRIBING] * 3)


@pytest.fixture(autouse=True)
def closed(desks: Desks) -> Iterator[None]:
    """Sound that no test heard is closed."""
    yield
    for _, sound in desks.kept:
        with sound:
            pass
