"""PDF and paper: the words of the signed text, nobody's name outside of them."""

from __future__ import annotations

import re
import stat
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dokuhelfer.document.render import render
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import make_draft
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.review.decision import Refused
from dokuhelfer.review.session import ReviewSession
from dokuhelfer.review.signed import Signed
from dokuhelfer.transcript.json import from_text
from dokuhelfer.ui import exports as exporting
from dokuhelfer.ui.export_troubles import (
    NotExportedError,
    Obstacle,
    not_exported,
    obstacle_of,
)
from dokuhelfer.ui.paper import pages, pdf
from dokuhelfer.ui.printing import print_out
from dokuhelfer.ui.surroundings import Mode
from dokutest.desks import Desks
from dokutest.reviewing import NOW, read_all
from dokutest.window import Window

TEMPLATE = load_template("pflegebericht")
_LONG = 60_000


def signed(text: str = "Frau Lenz <b>hat</b> gut geschlafen. Kühlpack aufgelegt.") -> Signed:
    context = Context(recorded=NOW)
    draft = make_draft(from_text(text), TEMPLATE, context, RulesEngine(), {})
    reading = ReviewSession(draft, TEMPLATE, context)
    read_all(reading)
    return reading.sign_off("MK", NOW)


def test_the_pages_say_what_the_document_says_and_read_no_markup(application: QApplication) -> None:
    one = signed()
    text = pages(render(one.draft, TEMPLATE, one.release)).toPlainText()
    assert "gut geschlafen" in text
    assert "<b>" in text
    assert "geprüft und abgezeichnet" in text
    assert "Ungeprüfter Entwurf" not in text


def test_a_pdf_names_nobody_in_its_properties(application: QApplication) -> None:
    one = signed()
    content = pdf(one.draft, TEMPLATE, one.release)
    assert content.startswith(b"%PDF")
    assert content.rstrip().endswith(b"%%EOF")
    outside = re.sub(rb"stream.*?endstream", b"", content, flags=re.S)
    assert b"Lenz" not in outside
    assert "Lenz".encode("utf-16-be") not in outside


def test_what_was_not_signed_like_this_is_not_put_on_paper(application: QApplication) -> None:
    one, other = signed(), signed("Herr Wolf war müde.")
    with pytest.raises(Refused):
        pdf(other.draft, TEMPLATE, one.release)


def test_the_printer_gets_the_pages_from_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "lp"
    program.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/args\ncat > {tmp_path}/pages\n')
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    print_out(b"%PDF pages")
    assert (tmp_path / "pages").read_bytes() == b"%PDF pages"
    assert (tmp_path / "args").read_text().split() == ["-t", "Dokuhelfer", "-"]


@pytest.mark.parametrize("script", ["#!/bin/sh\nexit 1\n", ""])
def test_no_printer_is_an_error_with_a_sentence(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if script:
        (tmp_path / "lp").write_text(script)
        (tmp_path / "lp").chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DokuError) as caught:
        print_out(b"%PDF")
    assert caught.value.code is Code.PRINTER_MISSING


def test_files_are_proposed_by_kind_and_month_without_a_name(
    window: Window, tmp_path: Path
) -> None:
    exports = window.desk.signing.exports
    exports.take(signed(), TEMPLATE)
    place = exports.proposed("pdf")
    assert place.parent.name == f"pflege-{NOW:%Y-%m}"
    assert place.name.endswith("_pflegebericht.pdf")
    target = tmp_path / "bericht.pdf"
    exports.write_pdf(target)
    window.wait(target.exists)
    assert window.mode is Mode.HOME


def test_a_file_goes_to_the_proposed_folder_that_did_not_exist(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exports = window.desk.signing.exports
    exports.take(signed(), TEMPLATE)
    window.desk.room.show(Mode.SIGNED, window.desk.stage.signed)
    place = tmp_path / "pflege-2026-11" / "bericht.pdf"
    monkeypatch.setattr(exports, "proposed", lambda _: place)
    answers = iter([None, place])
    there: list[bool] = []

    def choose(*asked: object) -> None:
        there.append(place.parent.is_dir())
        asked[-1](next(answers))  # type: ignore[operator]

    monkeypatch.setattr(exporting, "choose_target", choose)
    exports.save_pdf()
    window.wait(lambda: there == [True])
    window.wait(lambda: not place.parent.exists())  # nothing is left of what was not wanted
    exports.save_pdf()
    window.wait(place.exists)
    window.wait(lambda: not exports._ways._ways)
    assert place.exists()


def test_a_proposed_folder_that_hangs_halts_nobody_and_another_one_is_chosen(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Documents lie on a drive of the network that does not answer."""
    raised: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *told: raised.append(told[0]))
    exports, line = window.desk.signing.exports, window.shell.messages
    exports.take(signed(), TEMPLATE)
    window.desk.room.show(Mode.SIGNED, window.desk.stage.signed)
    place = tmp_path / "laufwerk" / "bericht.pdf"
    answers, real = threading.Event(), Path.mkdir

    def hang(folder: Path, *how: object, **more: object) -> None:
        if folder == place.parent:
            answers.wait(5)
        real(folder, *how, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "mkdir", hang)
    monkeypatch.setattr(exports, "proposed", lambda _: place)
    proposed: list[Path] = []
    monkeypatch.setattr(exporting, "choose_target", lambda *asked: proposed.append(asked[3]))
    begun = time.monotonic()
    exports.save_pdf()
    assert time.monotonic() - begun < 1.0
    window.wait(lambda: proposed)
    assert proposed == [Path.home() / place.name]
    hangs = "Der vorgeschlagene Ordner antwortet nicht. Bitte einen anderen wählen."
    assert hangs in [note.text for note in line.notes]
    answers.set()
    window.wait(lambda: hangs not in [note.text for note in line.notes])
    assert len(proposed) == 1
    assert raised == []


def test_a_key_pressed_twice_asks_once(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exports = window.desk.signing.exports
    exports.take(signed(), TEMPLATE)
    window.desk.room.show(Mode.SIGNED, window.desk.stage.signed)
    monkeypatch.setattr(exports, "proposed", lambda _: tmp_path / "ordner" / "bericht.pdf")
    proposed: list[Path] = []
    monkeypatch.setattr(exporting, "choose_target", lambda *asked: proposed.append(asked[3]))
    exports.save_pdf()
    exports.save_pdf()
    window.wait(lambda: not exports._ways._ways)
    assert len(proposed) == 1
    exports.save_pdf()
    window.wait(lambda: not exports._ways._ways)
    assert len(proposed) == 2


def test_a_folder_that_answers_late_is_not_proposed_for_another_text(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is chosen then would be written under the name of the one before."""
    exports = window.desk.signing.exports
    exports.take(signed(), TEMPLATE)
    window.desk.room.show(Mode.SIGNED, window.desk.stage.signed)
    place = tmp_path / "ordner" / "bericht.pdf"
    monkeypatch.setattr(exports, "proposed", lambda _: place)
    proposed: list[Path] = []
    monkeypatch.setattr(exporting, "choose_target", lambda *asked: proposed.append(asked[3]))
    exports.save_pdf()
    exports.take(signed("Herr Wolf war müde."), TEMPLATE)
    window.wait(lambda: not exports._ways._ways)
    assert proposed == []


@pytest.mark.parametrize(
    ("beside", "sentence"),
    [
        ("~$richt.docx", "Die Datei ist in einem anderen Programm geöffnet"),
        (".~lock.bericht.docx#", "Die Datei ist in einem anderen Programm geöffnet"),
        ("andere.docx", "Am Ziel darf nicht geschrieben werden"),
        ("", "Den Ordner am Ziel gibt es nicht mehr"),
    ],
)
def test_each_obstacle_has_a_sentence_of_its_own(
    application: QApplication, tmp_path: Path, beside: str, sentence: str
) -> None:
    target = tmp_path / "stick" / "bericht.docx"
    if beside:
        target.parent.mkdir()
        (target.parent / beside).touch()
    obstacle = obstacle_of(target, DokuError(Code.TARGET_NOT_WRITABLE))
    assert obstacle is not None
    said = not_exported(Catalogue("de"), NotExportedError(obstacle))
    assert said.startswith(sentence)
    assert said.endswith("Der abgezeichnete Text ist weiter gesichert.")


def test_a_file_held_by_another_program_of_windows_is_told_as_such(tmp_path: Path) -> None:
    held = PermissionError("held")
    held.winerror = 32  # type: ignore[attr-defined]
    error = DokuError(Code.TARGET_NOT_WRITABLE)
    error.__context__ = held
    assert obstacle_of(tmp_path / "bericht.docx", error) is Obstacle.OPEN


def test_a_target_that_does_not_answer_holds_up_nothing_else(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network drive that hangs: a dictation is drafted meanwhile, and the window closes."""
    answers = threading.Event()
    monkeypatch.setattr(exporting, "save", lambda *_, **__: answers.wait(30))
    monkeypatch.setattr(exporting, "_PATIENCE_MS", 100)
    monkeypatch.setattr(exporting, "_LAST_WAIT", 0.1)
    desk = desks.open()
    exports = desk.signing.exports
    exports.take(signed(), TEMPLATE)
    exports.write_pdf(tmp_path / "bericht.pdf")
    assert desks.shell is not None
    line = desks.shell.messages
    desks.wait(lambda: any("antwortet noch nicht" in note.text for note in line.notes))
    desks.dictate(desk, "Hat gut geschlafen.")
    desks.close()
    assert not answers.is_set()
    answers.set()


def hanging_drive(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Nothing is written below „laufwerk“ until that is set."""
    answers, real = threading.Event(), exporting.save

    def save(content: bytes, target: Path, **how: bool) -> None:
        if target.parent.name == "laufwerk":
            answers.wait(30)
        real(content, target, **how)

    monkeypatch.setattr(exporting, "save", save)
    monkeypatch.setattr(exporting, "_PATIENCE_MS", 100)
    return answers


def test_a_drive_that_hangs_holds_up_no_other_folder(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written elsewhere is there and said so; the hanging one is said once it answers."""
    answers = hanging_drive(monkeypatch)
    desk = desks.open()
    assert desks.shell is not None
    line, exports = desks.shell.messages, desk.signing.exports
    hanging, other = (tmp_path / name / "bericht.pdf" for name in ("laufwerk", "stick"))
    for target in (hanging, other):
        target.parent.mkdir()
    exports.take(signed(), TEMPLATE)

    def said() -> list[str]:
        return [note.text for note in line.notes if note.key.startswith("export")]

    exports.write_pdf(hanging)
    desks.wait(lambda: said() and said()[0].startswith("Der Ordner am Ziel antwortet noch nicht"))
    exports._ways._patience = _LONG  # others may be slow as well on a busy machine
    try:
        exports.write_pdf(other)
        desks.wait(other.exists)
        desks.wait(lambda: said()[0] == "Die PDF-Datei ist gesichert.")
        assert "antwortet noch nicht" in said()[1]
        assert not hanging.exists()
    finally:
        answers.set()
    desks.wait(hanging.exists)
    late = "Das Ziel antwortet wieder. Die PDF-Datei ist gesichert."
    desks.wait(lambda: sorted(said()) == [late, "Die PDF-Datei ist gesichert."])
    desks.close()
    assert [one.name for one in threading.enumerate() if one.name == "export"] == []


def test_what_fails_late_is_not_hidden_by_what_succeeds_elsewhere(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = hanging_drive(monkeypatch)
    desk = desks.open()
    assert desks.shell is not None
    line, exports = desks.shell.messages, desk.signing.exports
    exports.take(signed(), TEMPLATE)
    exports.write_pdf(tmp_path / "laufwerk" / "bericht.pdf")  # which is not there any more
    desks.wait(lambda: any("antwortet noch nicht" in note.text for note in line.notes))
    exports._ways._patience = _LONG
    answers.set()
    desks.wait(lambda: any(note.severity == "block" for note in line.notes))
    exports.write_pdf(tmp_path / "bericht.pdf")
    desks.wait(lambda: any(note.text == "Die PDF-Datei ist gesichert." for note in line.notes))
    assert line.notes[0].text.startswith("Den Ordner am Ziel gibt es nicht mehr")
    assert not [note for note in line.notes if note.key == "export_slow"]
