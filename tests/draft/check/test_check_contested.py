"""Deeds that were denied by a verb before them, and a „no“ that was itself denied."""

from __future__ import annotations

import pytest

from dokucheck.running import Check, blocked
from dokuhelfer.draft.model import Kind

TURNED = [
    ("Er bestreitet, die Rechnung bezahlt zu haben.", "Er hat die Rechnung bezahlt."),
    ("Sie leugnet, geraucht zu haben.", "Sie hat geraucht."),
    ("Der Klient streitet ab, geschlagen zu haben.", "Klient hat geschlagen."),
    ("Er bestreitet, dass er getrunken hat.", "Er hat getrunken."),
    ("Der Schrank war nicht offen.", "Schrank offen."),
    ("Die Tropfen hat er nicht verweigert.", "Tropfen verweigert."),
]


@pytest.mark.parametrize(("dictation", "written"), TURNED)
def test_a_denied_deed_told_as_done_is_noticed(
    checked: Check, dictation: str, written: str
) -> None:
    assert Kind.NEGATION in {finding.kind for finding in blocked(checked, written, dictation)}


QUIET = [
    ("Er bestreitet, die Rechnung bezahlt zu haben.", "Bestreitet, die Rechnung bezahlt zu haben."),
    (
        "Er bestreitet den Diebstahl. Er hat die Wohnung verlassen.",
        "Hat die Wohnung verlassen, bestreitet den Diebstahl.",
    ),
    (
        "Er bestreitet, geraucht zu haben. Die Nachbarin sagt, er hat geraucht.",
        "Laut Nachbarin hat er geraucht.",
    ),
    ("Die Klingel hat er nicht benutzt. Die Tür stand offen.", "Tür stand offen."),
    ("Die Suppe hat sie nicht abgelehnt, nur langsam gegessen.", "Suppe langsam gegessen."),
    ("Den Saft hat er nicht verweigert. Die Suppe hat er verweigert.", "Suppe verweigert."),
]


@pytest.mark.parametrize(("dictation", "written"), QUIET)
def test_what_was_said_so_is_left_alone(checked: Check, dictation: str, written: str) -> None:
    assert not blocked(checked, written, dictation)
