"""A side that is chosen from a list is that of the part it stands with."""

from __future__ import annotations

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Severity


@pytest.mark.parametrize(("value", "blocked"), [("linker Arm", False), ("rechter Arm", True)])
def test_the_arm_that_was_measured(checked: Check, value: str, blocked: bool) -> None:
    said = "Druck hunderteinundzwanzig zu siebzig am linken Arm, weil rechts der Shunt ist."
    fields = {"rr_systolisch": 121, "rr_diastolisch": 70, "rr_ort": value}
    found = checked("vitalwerte", said, fields).findings
    own = [f for f in found if f.field == "rr_ort" and f.severity is Severity.BLOCK]
    assert bool(own) is blocked
