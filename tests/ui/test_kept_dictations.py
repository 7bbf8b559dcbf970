"""What was chosen and dictated is there again, for the person it was meant for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dokuhelfer.config.schema import Settings
from dokuhelfer.draft.template.model import Template
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.security.keys import ByKeyring, ByPassphrase, Protection
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import About, Document, State
from dokuhelfer.store.store import Store, store_folder
from dokuhelfer.ui import app, clock
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry, Phase
from dokuhelfer.ui.intake import Intake
from dokuhelfer.ui.keys import Action
from dokuhelfer.ui.profile import Profile
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.button import Button
from dokuhelfer.ui.widgets.secret_popup import SecretPopup
from dokutest.desks import REAL_HEAR_KEPT, Desks, kept_store, read_all

DESTROY = Case.destroy_sources
SECOND = bytes(32000)
MANY = 60
ROUND = (
    "Frau Anders hat gut geschlafen und gefrühstückt. Nun zu Herrn Berg. Herr Berg ist um"
    " sieben Uhr im Bad gestürzt, keine Verletzung sichtbar. Jetzt zu Frau Celik. Frau Celik"
    " hat wenig getrunken und war sehr müde."
)


def person_of(entry: Entry) -> object:
    """Who stands on the sheet."""
    assert entry.work.session is not None
    return entry.work.session.draft.fields["person"].value


def test_a_new_dictation_is_for_the_person_of_the_home_page(desks: Desks) -> None:
    desk = desks.open()
    desk.planning.choose_person("Frau Anders")
    first = desks.dictate(desk, "Hat gut geschlafen.")
    desk.go_home()
    desk.planning.choose_person("Herr Berg")
    desk.open_id(first.work.id)
    desks.settle(desk)
    desk.go_home()
    assert desk.speaking.new_entry().work.plan.context.person == "Herr Berg"


def next_person(desk: Desk) -> tuple[str, str | None]:
    """What the home page says, and whose the next dictation is."""
    return desk.stage.home.person.text(), desk.speaking.new_entry().work.plan.context.person


def test_what_is_chosen_for_a_draft_is_not_chosen_for_the_next(desks: Desks) -> None:
    desk = desks.open()
    desk.planning.choose_person("Frau Anders")
    desks.dictate(desk, "Hat gut geschlafen.")
    desk.planning.choose_person("Herr Berg")
    desks.settle(desk)
    desk.go_home()
    assert next_person(desk) == ("", None)


def test_a_person_is_chosen_for_one_dictation_and_never_for_the_one_after_it(desks: Desks) -> None:
    desk = desks.open()
    desk.planning.choose_person("Frau Anders")
    assert next_person(desk) == ("Frau Anders", "Frau Anders")
    assert next_person(desk) == ("", None)


def test_what_is_chosen_where_one_was_signed_takes_nothing_of_it_along(desks: Desks) -> None:
    desk = desks.open()
    desk.profiles.profile = Profile("MK")
    entry = desks.dictate(desk, "Hat gut geschlafen.")
    desk.planning.choose_person("Frau Kern")
    desks.settle(desk)
    sign(desks, desk, entry)
    desk.planning.choose_template("vitalwerte")
    assert desk.room.home_plan.template == "vitalwerte"
    assert next_person(desk) == ("", None)


def sign(desks: Desks, desk: Desk, entry: Entry) -> None:
    """Read to the end, and sign."""
    read_all(entry)
    desk.room.open(entry)
    desks.settle(desk)
    desk.act(Action.SIGN)
    desks.settle(desk)


@pytest.mark.parametrize("destroyed_then", [True, False])
def test_nothing_is_left_of_what_was_signed_when_its_window_ended_at_once(
    desks: Desks, monkeypatch: pytest.MonkeyPatch, destroyed_then: bool
) -> None:
    desk = desks.open()
    desk.profiles.profile = Profile("MK")
    entry = desks.dictate(desk, "Hat gut geschlafen.")
    keeper = desk._dictating.keeper
    keeper._lane.run(lambda: keeper._known(entry.work.id).add_recording(clock.now(), [SECOND]))
    if not destroyed_then:  # the machine went off
        monkeypatch.setattr(Case, "destroy_sources", lambda _: None)
    desks.settle(desk)
    keeper._lane._open = False  # the window hears no more of its store
    signed = read_all(entry).sign_off("MK", clock.now())
    desk._dictating.drafting.keep_signed(entry, signed, lambda _: None)
    desks.close()
    if not destroyed_then:
        monkeypatch.setattr(Case, "destroy_sources", DESTROY)
        desks.open()
        desks.close()
    with kept_store() as store:
        (info,) = store.cases().cases
        assert info.state is State.SIGNED
        assert info.recordings == ()
        assert store.case(info.id).load(Document.TRANSCRIPT) is None


def test_a_person_chosen_while_speaking_changes_nothing_else(desks: Desks) -> None:
    desk = desks.open()
    desk.speaking.record()
    desks.settle(desk)
    entry = desk._entries.current
    assert entry is not None
    before = entry.work.plan.context
    desk.planning.choose_person("Frau Neu")
    desks.settle(desk)
    assert before.recorded is not None
    assert entry.work.plan.context.recorded == before.recorded
    assert entry.work.plan.context.person == "Frau Neu"


def test_a_person_changed_while_it_is_drafted_is_on_the_sheet(desks: Desks) -> None:
    desk = desks.open()
    desk.planning.choose_person("Frau Anders")
    entry = desks.dictate(desk, "Hat gut geschlafen.")
    desk.go_home()
    desk._entries.current = entry
    entry.phase = Phase.DRAFTED
    desk.planning.choose_person("Herr Berg")
    desks.settle(desk)
    assert person_of(entry) == "Herr Berg"


def test_a_changed_person_outlives_the_window(desks: Desks) -> None:
    desk = desks.open()
    desk.planning.choose_person("Frau Anders")
    desks.dictate(desk, "Hat gut geschlafen.")
    desk.planning.choose_person("Herr Berg")
    desks.settle(desk)
    desk = desks.open()
    (entry,) = desk._entries.waiting
    assert entry.work.plan.context.person == person_of(entry) == "Herr Berg"
    desk.room.open(entry)
    desk.planning.choose_template("schichtuebergabe")
    desks.settle(desk)
    assert entry.work.plan.context.person == "Herr Berg"


def keep_sound(*lengths: int) -> str:
    """A case with recordings of so many seconds; its id."""
    with kept_store() as store:
        case = store.create(About("Frau Anders", "pflegebericht"), clock.now())
        for length in lengths:
            case.add_recording(clock.now(), [SECOND] * length)
        return case.info.id.hex


def damage_recordings() -> None:
    """All recordings that are in the store now."""
    for path in (store_folder() / "recordings").iterdir():
        path.write_bytes(bytes(path.stat().st_size))


def test_all_recordings_of_a_dictation_are_heard(desks: Desks) -> None:
    id = keep_sound(10, 3)
    desks.open()
    assert [(one, sound.duration) for one, sound in desks.kept] == [(id, 13.0)]


def test_however_many_wait_to_be_heard_the_sound_of_one_is_open(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    with kept_store() as store:
        for _ in range(MANY):
            store.create(About(), clock.now()).add_recording(clock.now(), [SECOND])
    monkeypatch.setattr(Intake, "hear_kept", REAL_HEAR_KEPT)
    begun: list[str] = []
    monkeypatch.setattr(Intake, "_begin", lambda intake, job: begun.append(job.id))
    before = psutil.Process().num_fds()
    desk = desks.open()
    desks.settle(desk)
    assert [one.phase for one in desk._entries.waiting] == [Phase.HEARD] * MANY
    assert len(begun) == 1
    assert psutil.Process().num_fds() - before < MANY


def test_a_damaged_recording_hides_no_other_dictation(desks: Desks) -> None:
    lost = keep_sound(2)
    damage_recordings()
    whole = keep_sound(2)
    desk = desks.open()
    phases = {entry.work.id: entry.phase for entry in desk._entries.waiting}
    assert phases == {lost: Phase.DAMAGED, whole: Phase.HEARD}
    assert [one for one, _ in desks.kept] == [whole]
    assert desks.shell is not None
    assert [note.key for note in desks.shell.messages.notes] == ["damaged"]


def test_signing_one_of_several_drafts_leaves_the_others(desks: Desks) -> None:
    desk = desks.open()
    desk.planning.choose_template("auto")
    entry = desks.dictate(desk, ROUND)
    others = {one.person: one.work.id for one in desk._entries.waiting}
    assert len(others) == 2
    desk._dictating.keeper.sign(entry.work.id, clock.now(), "MK", lambda: b"{}")
    desks.settle(desk)
    desk = desks.open()
    waiting = desk._entries.waiting
    assert {one.phase for one in waiting} == {Phase.READ}
    assert {one.person for one in waiting} == set(others)


def test_each_of_several_drafts_can_be_heard_until_it_is_signed(desks: Desks) -> None:
    desk = desks.open()
    desk.planning.choose_template("auto")
    desk.speaking.record()
    desks.settle(desk)
    entry = desk._entries.current
    assert entry is not None
    keeper = desk._dictating.keeper
    keeper._lane.run(lambda: keeper._known(entry.work.id).add_recording(clock.now(), [SECOND] * 4))
    desk.speaking.record()
    desks.hear(desk, entry, ROUND)
    keeper.sign(entry.work.id, clock.now(), "MK", lambda: b"{}")
    desks.settle(desk)
    desk = desks.open()
    for one in desk._entries.waiting:
        found: list[bool] = []
        desk._dictating.keeper.find_sound(one.work.sound_id, found.append)
        desks.settle(desk)
        assert found == [True]
    assert len(desk._entries.waiting) == 2


def test_a_sheet_that_fits_its_template_no_more_is_kept_as_it_is(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desks.open()
    entry = desks.dictate(desk, "Hat gut geschlafen.")
    desk._lane.run(lambda: entry.work.edit("/beobachtung", "Von Hand: Sturz um drei Uhr."))
    desk.go_home()
    desks.settle(desk)
    offered = app.offered_templates

    def fewer(settings: Settings) -> Mapping[str, Template]:
        found = dict(offered(settings))
        report = found["pflegebericht"]
        found["pflegebericht"] = replace(report, fields=report.fields[:-1])
        return found

    with monkeypatch.context() as changed:
        changed.setattr(app, "offered_templates", fewer)
        desk = desks.open()
        (left,) = desk._entries.waiting
        assert left.phase is Phase.OUTDATED
        desk.open_id(left.work.id)
        desks.settle(desk)
        assert "Es bleibt aufgehoben" in desks.shell.messages.notes[-1].text
        assert desks.kept == []
    desk = desks.open()
    (left,) = desk._entries.waiting
    assert left.work.session is not None
    assert left.work.session.draft.fields["beobachtung"].value == "Von Hand: Sturz um drei Uhr."


def test_nothing_is_begun_that_would_not_be_kept(desks: Desks) -> None:
    with kept_store():
        desk = desks.open()
        assert desks.shell is not None
        messages = desks.shell.messages
        for begin in (desk.speaking.type_instead, desk.speaking.record):
            begin()
            desks.settle(desk)
            assert desk.mode is Mode.HOME
            assert not desk._entries.all
        (note,) = messages.notes
        assert (note.key, note.pending) == ("store", True)
        assert "läuft schon" in note.text
        assert len(note.buttons) == 1
    note.buttons[0][1]()
    desks.wait(lambda: not desk._dictating.keeper.is_refused)
    assert not messages.notes
    desks.dictate(desk, "Hat gut geschlafen.")


def test_who_cannot_keep_anything_can_work_without_keeping(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DokuError(Code.STORE_NOT_WRITABLE)

    monkeypatch.setattr(Store, "open", refuse)
    desk = desks.open()
    assert desks.shell is not None
    (note,) = desks.shell.messages.notes
    note.buttons[1][1]()
    desks.wait(lambda: not desk._dictating.keeper.is_refused)
    assert [(one.key, one.standing) for one in desks.shell.messages.notes] == [("session", True)]
    entry = desks.dictate(desk, "Hat gut geschlafen.")
    assert entry.phase is Phase.READ


def test_without_a_keyring_a_passphrase_can_be_set_before_the_first_dictation(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Store.open

    def no_keyring(folder: Path, how: object) -> Store:
        if isinstance(how, ByKeyring):
            raise DokuError(Code.KEYRING_MISSING)
        assert isinstance(how, ByPassphrase)
        return real(folder, how)

    monkeypatch.setattr(Store, "open", no_keyring)
    desk = desks.open()
    assert desks.shell is not None
    (note,) = desks.shell.messages.notes
    assert (note.key, note.standing) == ("session", True)
    note.buttons[0][1]()
    popup = desks.application.activePopupWidget()
    assert isinstance(popup, SecretPopup)
    for line in popup._lines:
        line.setText("eine lange Passphrase")
    QTest.keyClick(popup._lines[1], Qt.Key.Key_Return)
    desks.wait(lambda: not desks.shell or not desks.shell.messages.notes)
    keeper = desk._dictating.keeper
    assert keeper._store is not None
    assert keeper._store.protection is Protection.PASSPHRASE
    desks.dictate(desk, "Hat gut geschlafen.")


def test_a_case_that_cannot_be_read_is_a_row_that_can_be_destroyed(desks: Desks) -> None:
    lost = keep_sound(2)
    whole = keep_sound(2)
    (store_folder() / "cases" / lost / "meta").write_bytes(b"nothing")
    desk = desks.open()
    phases = {entry.work.id: entry.phase for entry in desk._entries.waiting}
    assert phases == {lost: Phase.DAMAGED, whole: Phase.HEARD}
    desk.open_id(lost)
    assert desk.mode is Mode.HOME
    assert desks.shell is not None
    (note,) = desks.shell.messages.notes
    note.buttons[0][1]()
    assert desk.mode is Mode.ASIDE
    desks.settle(desk)
    buttons = [one.text() for one in desk.stage.overview.findChildren(Button) if one.isVisible()]
    assert buttons.count("Vernichten …") == 2
    assert buttons.count("Lesen") == 1
    desk._dictating.keeper.destroy(lost, lambda: desk._aside._gone(lost))
    desks.settle(desk)
    assert [entry.work.id for entry in desk._entries.waiting] == [whole]
    assert not (store_folder() / "cases" / lost).exists()


def test_a_dictation_that_failed_is_heard_again_when_opened(desks: Desks) -> None:
    id = keep_sound(2)
    desk = desks.open()
    desk._dictating._not_heard(id, DokuError(Code.INTERNAL, where="test"))
    (entry,) = desk._entries.waiting
    assert entry.phase is Phase.FAILED
    desk.open_id(id)
    desks.settle(desk)
    assert entry.phase is Phase.HEARD
    assert [one for one, _ in desks.kept] == [id, id]
