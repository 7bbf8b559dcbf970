"""While somebody speaks into a field: append or replace, drop and bring back; by keys and mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry
from dokuhelfer.ui.surroundings import Mode
from dokuhelfer.ui.widgets.button import Button
from dokutest.desks import Desks

NIGHT = "Hat gut geschlafen."
LABEL = "Beobachtung / Befinden / Abweichung"
MORE = "Dazu ein Kissen unter das Knie gelegt."
CONTROL = Qt.KeyboardModifier.ControlModifier


def said(text: str) -> Transcript:
    return Transcript((Segment(0, 0.0, 1.5, text, ()),))


def click(desks: Desks, desk: Desk, widget: QWidget) -> None:
    """On its left edge, where the mark of a choice is."""
    place = QPoint(widget.height() // 2, widget.height() // 2)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
    desks.settle(desk)


def undo(desks: Desks, desk: Desk) -> None:
    desk.stage.reading.stops.setFocus()
    desks.press(desk, Qt.Key.Key_Z, CONTROL)


def speaking(desks: Desks) -> tuple[Desk, Entry, str]:
    """F9 at the first stop; the name under which it is heard."""
    desk = desks.open()
    desk.planning.choose_template("pflegebericht")
    desk.planning.choose_person("Frau Kern")
    entry = desks.dictate(desk, NIGHT)
    assert desk.reading.page.stops[desk.reading.page.cursor].label == LABEL
    desk.stage.reading.stops.setFocus()
    desks.press(desk, Qt.Key.Key_F9)
    assert desk.mode is Mode.FIELD
    return desk, entry, desks.live[-1]


def hear(desks: Desks, desk: Desk, name: str) -> None:
    desk._dictating._heard_out(name, said(MORE), {})
    desks.settle(desk)


def written(entry: Entry) -> object:
    session = entry.work.session
    assert session is not None
    return session.draft.fields["beobachtung"].value


def spoken_words(entry: Entry) -> str:
    session = entry.work.session
    assert session is not None
    return " ".join(segment.text for segment in session.draft.transcript.segments)


def listed(entry: Entry) -> list[str]:
    """What the last stop lists."""
    session = entry.work.session
    assert session is not None
    return [line.text for stop in session.stops for line in stop.lines]


def choices(desk: Desk) -> list[QRadioButton]:
    found = desk.stage.reading.stops.findChildren(QRadioButton)
    return [one for one in found if one.isVisible()]


def chosen(desk: Desk) -> list[bool]:
    return [one.isChecked() for one in choices(desk)]


def discarding(desk: Desk) -> Button:
    (button,) = desk.stage.reading.stops.choice.findChildren(Button)
    return button


def notes(desks: Desks) -> list[str]:
    assert desks.shell is not None
    return [note.text for note in desks.shell.messages.notes]


def test_it_is_added_unless_somebody_says_otherwise(desks: Desks) -> None:
    desk, entry, name = speaking(desks)
    assert [(one.text(), one.isChecked()) for one in choices(desk)] == [
        ("anhängen", True), ("ersetzen", False),
    ]  # fmt: skip
    assert [one.accessibleDescription() for one in choices(desk)] == [LABEL, LABEL]
    desks.press(desk, Qt.Key.Key_F9)
    assert choices(desk) == []
    hear(desks, desk, name)
    assert written(entry) == f"{NIGHT} {MORE}"


def test_replace_is_chosen_with_tab_and_space(desks: Desks) -> None:
    desk, entry, name = speaking(desks)
    for one in choices(desk):
        desks.press(desk, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is one
    desks.press(desk, Qt.Key.Key_Space)
    assert chosen(desk) == [False, True]
    desks.press(desk, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is discarding(desk)
    desks.press(desk, Qt.Key.Key_F9)
    assert QApplication.focusWidget() is desk.stage.reading.stops
    hear(desks, desk, name)
    assert written(entry) == MORE
    assert NIGHT in spoken_words(entry)
    assert any("gut geschlafen" in line for line in listed(entry))  # not gone without a word
    assert not desk.reading.page.all_read
    undo(desks, desk)
    assert written(entry) == NIGHT


def test_replace_and_drop_are_clicked(desks: Desks) -> None:
    desk, entry, name = speaking(desks)
    click(desks, desk, choices(desk)[1])
    assert chosen(desk) == [False, True]
    click(desks, desk, discarding(desk))
    assert desk.mode is Mode.READING
    assert not desk.stage.reading.stops.choice.isVisible()
    hear(desks, desk, name)
    assert written(entry) == NIGHT
    undo(desks, desk)
    assert written(entry) == MORE
    undo(desks, desk)
    assert written(entry) == NIGHT


def test_the_next_time_it_is_added_again(desks: Desks) -> None:
    desk, entry, name = speaking(desks)
    click(desks, desk, choices(desk)[1])
    desks.press(desk, Qt.Key.Key_F9)
    hear(desks, desk, name)
    desks.press(desk, Qt.Key.Key_F9)
    assert chosen(desk) == [True, False]
    desks.press(desk, Qt.Key.Key_F9)
    hear(desks, desk, desks.live[-1])
    assert written(entry) == f"{MORE} {MORE}"


def test_the_choice_outlives_a_sheet_with_other_stops(desks: Desks) -> None:
    desk, entry, name = speaking(desks)
    click(desks, desk, choices(desk)[1])
    before = [stop.id for stop in desk.reading.page.stops]
    desk.reading._command(lambda work: work.edit("/massnahme", "Tee gegeben."))
    desks.settle(desk)
    assert [stop.id for stop in desk.reading.page.stops] != before
    assert chosen(desk) == [False, True]
    assert QApplication.focusWidget() is choices(desk)[1]
    desks.press(desk, Qt.Key.Key_F9)
    hear(desks, desk, name)
    assert written(entry) == MORE


def test_esc_drops_it_and_undo_brings_it_back(desks: Desks) -> None:
    desk, entry, name = speaking(desks)
    desk._dictating._pass_words(name, "Dazu ein Kissen", "")
    desks.press(desk, Qt.Key.Key_Escape)
    assert desk.mode is Mode.READING
    assert not desk._dictating.is_recording
    assert desk._entries.current is entry
    assert notes(desks) == ["Verworfen. Strg+Z holt es zurück."]
    hear(desks, desk, name)
    assert written(entry) == NIGHT
    assert MORE not in spoken_words(entry)
    assert notes(desks) == ["Verworfen. Strg+Z holt es zurück."]
    undo(desks, desk)
    assert written(entry) == f"{NIGHT} {MORE}"
    assert MORE in spoken_words(entry)
    assert not desk.reading.page.all_read
    desks.press(desk, Qt.Key.Key_Y, CONTROL)
    assert written(entry) == NIGHT


def test_undo_before_it_was_heard_wants_it_after_all(desks: Desks) -> None:
    desk, entry, name = speaking(desks)
    desks.press(desk, Qt.Key.Key_Escape)
    undo(desks, desk)
    assert notes(desks) == ["Was Sie ins Feld gesprochen haben, wird noch gehört."]
    hear(desks, desk, name)
    assert written(entry) == f"{NIGHT} {MORE}"


def test_undo_while_it_is_put_aside_brings_it_back(desks: Desks) -> None:
    desk, entry, name = speaking(desks)
    desks.press(desk, Qt.Key.Key_Escape)
    desk._dictating.fields._place(name, said(MORE))
    undo(desks, desk)
    assert written(entry) == f"{NIGHT} {MORE}"


def test_what_is_dropped_and_cannot_be_heard_is_asked_of_nobody(desks: Desks) -> None:
    desk, entry, name = speaking(desks)
    desks.press(desk, Qt.Key.Key_Escape)
    desk._dictating._not_heard(name, DokuError(Code.INTERNAL, where="test"))
    desks.settle(desk)
    assert notes(desks) == ["Verworfen. Strg+Z holt es zurück."]
    assert not desk._dictating.fields.is_unheard(entry)
    assert listed(entry) == []
    session = entry.work.session
    assert session is not None
    undo(desks, desk)
    assert len(session.draft.transcript.skipped) == 1  # its sound, to be listened to
    desks.press(desk, Qt.Key.Key_Y, CONTROL)
    assert not session.draft.transcript.skipped
    assert written(entry) == NIGHT
    desks.kept.clear()
    desks.open()
    assert desks.kept == []  # nor heard again by the next window


def test_silence_that_was_dropped_leaves_nothing_to_bring_back(desks: Desks) -> None:
    desk, entry, name = speaking(desks)
    desks.press(desk, Qt.Key.Key_Escape)
    desk._dictating._heard_out(name, Transcript(()), {})
    desks.settle(desk)
    assert notes(desks) == []
    assert written(entry) == NIGHT


def test_an_empty_field_has_nothing_to_replace(desks: Desks) -> None:
    desk = desks.open()
    desk.planning.choose_template("sturzprotokoll")
    desks.dictate(desk, "Frau Kern ist gestürzt.")
    page = desk.reading.page
    missing = next(n for n, one in enumerate(page.stops) if one.passage.text == "nichts diktiert")
    desk.reading.go_to(missing)
    desks.settle(desk)
    desk.stage.reading.stops.setFocus()
    desks.press(desk, Qt.Key.Key_F9)
    assert desk.mode is Mode.FIELD
    assert choices(desk) == []
    assert discarding(desk).isVisible()
    desks.press(desk, Qt.Key.Key_Escape)
    assert desk.mode is Mode.READING


def test_a_value_is_replaced_anyhow(desks: Desks) -> None:
    desk = desks.open()
    desk.planning.choose_template("vitalwerte")
    entry = desks.dictate(desk, "Frau Kern, Puls 88.")
    page = desk.reading.page
    pulse = next(n for n, one in enumerate(page.stops) if "88" in one.passage.text)
    desk.reading.go_to(pulse)
    desks.settle(desk)
    spot = entry.work.spot()
    assert spot.path
    assert not spot.replaceable


def test_the_foot_says_the_keys_of_the_editor(desks: Desks) -> None:
    desk = desks.open()
    desk.planning.choose_person("Frau Kern")
    desks.dictate(desk, NIGHT)
    assert desks.shell is not None
    foot = desks.shell.foot
    desk.stage.reading.stops.setFocus()
    before = foot._signer.text()
    desks.press(desk, Qt.Key.Key_F2)
    assert foot._signer.text() == "Übernehmen Enter · Verwerfen Esc"
    assert foot.sign.accessibleDescription() == before
    desks.press(desk, Qt.Key.Key_Escape)
    assert foot._signer.text() == before
