"""The released draft as plain text: a paragraph, or field by field; never cut."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from dokuhelfer.document.text import field_texts, file_stem, folder_name, paragraph
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.review.decision import Refused
from dokuhelfer.review.signed import Signed
from dokutest.reviewing import NOW, read_all, session

VITALS = "Vitalwerte Frau Kern, 8 Uhr. Blutdruck 136 zu 85, Puls 72, Temperatur 37,2."


def signed(said: str | None = None, template: str = "pflegebericht") -> Signed:
    reading = session(template=template) if said is None else session(said, template)
    read_all(reading)
    return reading.sign_off("MK", NOW)


def test_a_report_is_one_paragraph_that_begins_with_its_time_and_ends_with_its_origin() -> None:
    version, template = signed(), load_template("pflegebericht")
    text = paragraph(version.draft, template, version.release).text
    assert text.startswith("07:30 Uhr: Beim Waschen Schmerzen im linken Knie. Kein Fieber.")
    assert text.endswith(
        "Mit lokaler Spracherkennung erstellt; geprüft und abgezeichnet: MK, 17.11.2026, 08:14 Uhr."
    )
    assert "Lindemann" not in text
    assert "\u00a0" not in text
    assert "\n" not in text


def test_a_lead_and_a_limit_are_counted_and_nothing_is_cut() -> None:
    version, template = signed(), load_template("pflegebericht")
    whole = paragraph(version.draft, template, version.release)
    text = paragraph(version.draft, template, version.release, lead="F.L.", limit=100)
    assert text.text.startswith("F.L., 07:30 Uhr: ")
    assert text.too_many == text.length - 100
    assert text.text.endswith(whole.text.removeprefix("07:30 Uhr: "))
    assert whole.too_many == 0


def test_values_are_named_and_written_the_german_way() -> None:
    version, template = signed(VITALS, "vitalwerte"), load_template("vitalwerte")
    text = paragraph(version.draft, template, version.release).text
    assert "RR systolisch: 136 mmHg." in text
    assert "Temperatur: 37,2 °C." in text


def test_field_by_field_follows_the_template_with_the_limits_of_the_target() -> None:
    version, template = signed(), load_template("pflegebericht")
    fields = tuple(replace(f, limit=20 if f.id == "beobachtung" else None) for f in template.fields)
    texts = field_texts(version.draft, replace(template, fields=fields), version.release)
    by_id = {one.field: one for one in texts}
    assert [one.field for one in texts][:3] == ["person", "uhrzeit", "beobachtung"]
    assert by_id["uhrzeit"].text == "07:30 Uhr"
    assert by_id["beobachtung"].too_many == by_id["beobachtung"].length - 20 > 0
    assert "wirkung" not in by_id
    assert "geprüft und abgezeichnet" in texts[-1].text


def test_another_draft_than_the_released_one_gives_no_text() -> None:
    version, template = signed(), load_template("pflegebericht")
    other = replace(version.draft, head=replace(version.draft.head, unit="B"))
    with pytest.raises(Refused):
        paragraph(other, template, version.release)
    with pytest.raises(Refused):
        field_texts(other, template, version.release)


def test_files_are_named_by_kind_and_time_only() -> None:
    template = load_template("sturzprotokoll")
    when = datetime(2026, 11, 17, 8, 14)
    assert file_stem(template, when) == "2026-11-17_0814_sturzprotokoll"
    assert file_stem(template, when, 2) == "2026-11-17_0814_sturzprotokoll_v2"
    assert folder_name(template, when) == "pflege-2026-11"
    assert folder_name(load_template("aktenvermerk"), when) == "beratung-2026-11"


def test_what_a_person_added_says_so() -> None:
    reading = session()
    reading.edit("/wirkung", "Danach ruhiger.")
    stop = next(s for s in reading.stops if "/wirkung" in {part.path for part in s.parts})
    assert stop.blocked
    reading.answer(stop.id, 4)
    read_all(reading)
    version = reading.sign_off("MK", NOW)
    text = paragraph(version.draft, reading.template, version.release).text
    assert "Danach ruhiger – von mir ergänzt." in text
