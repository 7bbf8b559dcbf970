"""Who a fact is said of: nobody of the dictation is put in another's place."""

from __future__ import annotations

import pytest

from dokucheck.running import Check


def kinds(checked: Check, dictation: str, written: str, field: str = "beobachtung") -> set[str]:
    found = checked("pflegebericht", dictation, {field: written}).findings
    return {f.kind.value for f in found}


VISITS = (
    "Frau Lenz saß im Sessel. Die Nichte hat Erdbeeren mitgebracht. "
    "Der Hausmeister hat die Klingel repariert. Die Logopädin übt mit ihr das Schlucken. "
    "Der Neffe hat nach der Brille gefragt."
)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Logopädin hat Erdbeeren mitgebracht.", "Nichte hat Erdbeeren mitgebracht."),
        ("Klingel vom Neffen repariert.", "Klingel vom Hausmeister repariert."),
        ("Neffe übte das Schlucken.", "Logopädin übte das Schlucken."),
        ("Hausmeister fragte nach der Brille.", "Neffe fragte nach der Brille."),
    ],
)
def test_another_of_those_who_are_named(checked: Check, wrong: str, right: str) -> None:
    assert "person" in kinds(checked, VISITS, wrong)
    assert "person" not in kinds(checked, VISITS, right)


@pytest.mark.parametrize(
    ("dictation", "written"),
    [
        (
            "Dr. Sander, der Hausarzt, hat das Bein gewickelt. Die Tochter war dabei.",
            "Hausarzt hat das Bein gewickelt.",
        ),
        (
            "Der Sohn kam um drei. Er hat mit der Tochter die Fotos angeschaut.",
            "Sohn hat die Fotos angeschaut.",
        ),
        (
            "Frau Dr. Kern hat die Wunde gespült. Der Sohn wartete draußen.",
            "Wunde durch die Ärztin gespült.",
        ),
        (
            "Die Kollegin Miriam hat die Socken gewechselt, der Bruder hat geholfen.",
            "Miriam hat die Socken gewechselt.",
        ),
        (
            "Seine Frau den Zahnarzt angerufen, der kommt morgen.",
            "Ehefrau hat den Zahnarzt angerufen.",
        ),
    ],
)
def test_the_same_by_another_word(checked: Check, dictation: str, written: str) -> None:
    assert "person" not in kinds(checked, dictation, written)
