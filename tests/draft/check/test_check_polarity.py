"""Denials of the dictation that no statement takes up, and nos that nobody dictated."""

from __future__ import annotations

import pytest

from dokucheck.running import Check, blocked
from dokuhelfer.draft.model import Kind

CASES = [
    # dictation, right paraphrase, wrong one
    (
        "Frau Lenz war ruhig. Das Fenster hab ich zugemacht. Die Medikamente hätte ich ihr "
        "hinstellen können, hab ich aber nicht.",
        "Medikamente nicht hingestellt.",
        "Medikamente hingestellt.",
    ),
    (
        "Ich habe nicht gesagt, in welcher Schule der Junge ist. Der Vater war freundlich.",
        "Die Schule des Jungen wurde nicht genannt.",
        "Die Schule des Jungen wurde genannt.",
    ),
    (
        "Herr Pohl kam um neun ohne Begleitung in die Praxis.",
        "Herr Pohl kam um 9 Uhr ohne Begleitung in die Praxis.",
        "Herr Pohl kam um 9 Uhr mit Begleitung in die Praxis.",
    ),
    (
        "Er hat gehustet. In die Klinik wollte er nicht.",
        "Er hat gehustet, Klinik abgelehnt.",
        "Er hat nicht gehustet, Klinik abgelehnt.",
    ),
    (
        "Puls siebzig regelmäßig, Sättigung fünfundneunzig ohne Sauerstoff.",
        "Puls regelmäßig.",
        "Puls nicht regelmäßig.",
    ),
    (
        "Das Waschen hat sie abgelehnt.",
        "Waschen abgelehnt.",
        "Waschen nicht abgelehnt.",
    ),
    (
        "Die Stelle nässt auch nicht. Offen ist nix.",
        "Nicht offen, nässt nicht.",
        "Nicht offen, nässt.",
    ),
    (
        "Den Gruppenabend haben wir besprochen, den will er aber noch nicht.",
        "Gruppenabend besprochen; will er noch nicht.",
        "Gruppenabend besprochen; will er.",
    ),
    (
        "Die Wohnungssuche läuft seit Mai, bisher ohne Erfolg.",
        "Wohnungssuche seit Mai, bisher erfolglos.",
        "Wohnungssuche seit Mai, bisher mit Erfolg.",
    ),
]


@pytest.mark.parametrize(("dictation", "right", "wrong"), CASES)
def test_a_no_stays_a_no(checked: Check, dictation: str, right: str, wrong: str) -> None:
    assert blocked(checked, right, dictation) == []
    found = blocked(checked, wrong, dictation)
    assert Kind.NEGATION in {finding.kind for finding in found}


@pytest.mark.parametrize(
    ("dictation", "written"),
    [
        ("Garten abgesucht, nichts. Dann kam sie zurück.", "Garten abgesucht."),
        ("Am Knie eine Schramme, sonst hab ich nichts gesehen.", "Knie: Schramme."),
        ("Der Sohn hat zurückgerufen, bei ihm war sie nicht.", "Sohn rief zurück."),
        ("Die Mutter erreicht, den Vater nicht.", "Vater nicht erreicht."),
        ("Ihren Namen möchte sie dort nicht genannt haben.", "Namensnennung nicht gewünscht."),
    ],
)
def test_a_no_about_something_else_takes_nothing_back(
    checked: Check, dictation: str, written: str
) -> None:
    assert blocked(checked, written, dictation) == []
