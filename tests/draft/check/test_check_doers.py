"""The writer's doing is not ascribed to the person, and doer and other are not changed round."""

from __future__ import annotations

import pytest

from dokucheck.running import Check


def kinds(checked: Check, template: str, field: str, dictation: str, written: str) -> set[str]:
    found = checked(template, dictation, {field: written}).findings
    return {f.kind.value for f in found}


LESSON = (
    "Wohnassistenz bei Herrn Sand. Die Nudeln hab ich gekocht. "
    "Das Bett hat er selbst bezogen. Gemeinsam haben wir eingekauft."
)
ASSISTANCE = "teilhabe_verlauf"


@pytest.mark.parametrize(
    ("field", "wrong", "right"),
    [
        ("selbst_geleistet", "Nudeln gekocht.", "Bett bezogen."),
        ("unterstuetzung", "Bett durch die Fachkraft bezogen.", "Nudeln durch Fachkraft gekocht."),
        ("unterstuetzung", "Nudeln vom Klienten selbst gekocht.", "Gemeinsam eingekauft."),
    ],
)
def test_writer_and_person(checked: Check, field: str, wrong: str, right: str) -> None:
    assert "person" in kinds(checked, ASSISTANCE, field, LESSON, wrong)
    assert "person" not in kinds(checked, ASSISTANCE, field, LESSON, right)


PUSHED = "Im Flur hat Herr Brand den Herrn Otte geschubst."


@pytest.mark.parametrize(
    ("written", "turned"),
    [
        ("Herr Otte schubste Herrn Brand im Flur.", True),
        ("Herr Brand schubste Herrn Otte im Flur.", False),
        ("Herrn Otte schubste Herr Brand im Flur.", False),
        ("Herr Otte wurde im Flur von Herrn Brand geschubst.", False),
    ],
)
def test_who_did_it_to_whom(checked: Check, written: str, turned: bool) -> None:
    found = kinds(checked, "pflegebericht", "beobachtung", PUSHED, written)
    assert ("person" in found) is turned


CALLED = "Um acht kam Frau Dr. Roth vom Bereitschaftsdienst. Der Hausarzt hat Urlaub."


def test_the_office_beside_a_name(checked: Check) -> None:
    for office, wrong in (("Hausärztin", True), ("Bereitschaftsdienst", False)):
        written = f"Um 20:00 Uhr kam Frau Dr. Roth ({office})."
        found = kinds(checked, "pflegebericht", "beobachtung", CALLED, written)
        assert ("person" in found) is wrong


def test_a_visit_to_come_is_not_written_as_made(checked: Check) -> None:
    said = "Frau Kern soll morgen zum Ohrenarzt."
    made, to_come = "War beim Ohrenarzt.", "Soll morgen zum Ohrenarzt."
    field = ("pflegebericht", "weiteres_vorgehen")
    assert "planned_as_done" in kinds(checked, *field, said, made)
    assert "planned_as_done" not in kinds(checked, *field, said, to_come)
