"""Planned, attempted and done stay apart (domain.md §3, R04)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.facts.modality import modality
from dokuhelfer.draft.facts.model import Modality

Clauses = Callable[..., tuple[Clause, ...]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Den Hausarzt ruf ich nachher an.", Modality.PLANNED),
        ("Der Nachtdienst soll bitte auf den Schlaf achten.", Modality.PLANNED),
        ("Tochter wird vom Frühdienst informiert.", Modality.PLANNED),
        ("Morgen Hausarzt anrufen.", Modality.PLANNED),
        ("Ich bereite das vor, ich rufe ihn an.", Modality.PLANNED),
        ("Die Wunde wird kleiner.", Modality.PLAIN),
        ("Sohn nicht erreicht.", Modality.ATTEMPTED),
        ("Hab den Sohn angerufen, ging nur die Mailbox ran.", Modality.ATTEMPTED),
        ("Hausarzt um 9 Uhr informiert.", Modality.DONE),
        ("Ich habe die Tochter angerufen.", Modality.DONE),
        ("Der Arzt wurde verständigt.", Modality.DONE),
        ("Die PDL weiß Bescheid.", Modality.DONE),
        ("Sie schläft.", Modality.PLAIN),
        ("Keine offene Stelle.", Modality.PLAIN),
        ("Er sagt: „Ich mach die Briefe nicht auf.“", Modality.PLAIN),
    ],
)
def test_modality_of_a_clause(clauses: Clauses, text: str, expected: Modality) -> None:
    assert modality(clauses(text)[0]) is expected
