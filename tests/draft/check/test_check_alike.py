"""A no beside a statement, about something else: „angenommen“, „angegeben“, „wollte“."""

from __future__ import annotations

import pytest

from dokucheck.running import Check, blocked
from dokuhelfer.draft.model import Kind

QUIET = [
    # accepted, where something else was refused or not there
    ("Kein Appetit heute. Den Tee hat sie gerne getrunken.", "Tee gerne angenommen."),
    ("Kein Husten. Die Inhalation ging gut.", "Inhalation gut toleriert, kein Husten."),
    (
        "Kompressionsstrümpfe lehnt sie ab, Wickeln lässt sie zu.",
        "Kompressionsstrümpfe abgelehnt, Wickeln zugelassen.",
    ),
    (
        "Sie lehnt das Mittagessen ab. Pudding am Nachmittag war in Ordnung.",
        "Mittagessen abgelehnt, Pudding am Nachmittag angenommen.",
    ),
    (
        "Er hat kein Einkommen. Mit der Ratenzahlung ist er einverstanden.",
        "Ratenzahlung zugestimmt.",
    ),
    # told, where something else was denied
    ("Fieber nein, Schüttelfrost ja.", "Schüttelfrost angegeben."),
    (
        "Konsum verneint sie, den Rückfall im März räumt sie ein.",
        "Rückfall im März eingeräumt.",
    ),
    # a modal verb or „dabei“ of another thing or person
    (
        "Nachts konnte er nicht schlafen. Tagsüber gelang es ihm, zwei Stunden zu ruhen.",
        "Konnte tagsüber zwei Stunden ruhen.",
    ),
    (
        "Er kann die Miete nicht zahlen, den Strom schon.",
        "Kann den Strom zahlen, die Miete nicht.",
    ),
    ("Das Jugendamt war nicht dabei, die Schule war vertreten.", "Schule war dabei."),
    (
        "Herr Kunz war nicht dabei, Frau Ebert hat teilgenommen.",
        "Frau Ebert war dabei.",
    ),
]


@pytest.mark.parametrize(("dictation", "written"), QUIET)
def test_a_no_about_something_else_is_left_alone(
    checked: Check, dictation: str, written: str
) -> None:
    assert not blocked(checked, written, dictation)


TURNED = [
    ("Kein Appetit. Den Tee wollte sie auch nicht.", "Tee angenommen."),
    ("Ich habe ihr Pudding angeboten, wollte sie aber nicht.", "Pudding angenommen."),
    ("Nach Schwindel gefragt, sagt er nein.", "Schwindel bejaht."),
    ("Ich habe ihm Quark gebracht, den hat er verweigert.", "Quark angenommen."),
    ("Konsum verneint sie, den Rückfall räumt sie ein.", "Konsum bestätigt."),
    ("Er kann die Miete nicht zahlen, den Strom schon.", "Kann die Miete zahlen."),
    ("Das Jugendamt war nicht dabei, die Schule war vertreten.", "Jugendamt war dabei."),
    ("Herr Kunz war nicht dabei, Frau Ebert hat teilgenommen.", "Herr Kunz war dabei."),
]


@pytest.mark.parametrize(("dictation", "written"), TURNED)
def test_a_no_about_the_same_is_noticed(checked: Check, dictation: str, written: str) -> None:
    assert Kind.NEGATION in {finding.kind for finding in blocked(checked, written, dictation)}
