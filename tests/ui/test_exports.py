"""PDF and paper: the words of the signed text, nobody's name outside of them."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dokuhelfer.document.render import render
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import make_draft
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.review.decision import Refused
from dokuhelfer.review.session import ReviewSession
from dokuhelfer.review.signed import Signed
from dokuhelfer.transcript.json import from_text
from dokuhelfer.ui.paper import pages, pdf
from dokuhelfer.ui.printing import print_out
from dokuhelfer.ui.surroundings import Mode
from dokutest.reviewing import NOW, read_all
from dokutest.window import Window

TEMPLATE = load_template("pflegebericht")


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
