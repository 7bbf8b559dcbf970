"""Spoken marks beside words that look like a noun phrase or a decimal."""

from __future__ import annotations

from typing import Any

import pytest

from dokuhelfer.draft.normalise.model import join


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (
            "Emma Komma vier Komma und Till Komma sieben Punkt Beide da Punkt",
            "Emma, 4, und Till, 7. Beide da.",
        ),
        (
            "Abends ist es am schlimmsten Komma morgens ist Ruhe Komma sagt er Punkt Gut Punkt",
            "Abends ist es am schlimmsten, morgens ist Ruhe, sagt er. Gut.",
        ),
        (
            "Das Bein Komma es ist der linke Punkt Rollator hat sie keinen Punkt Sie geht Punkt",
            "Das Bein, es ist der linke. Rollator hat sie keinen. Sie geht.",
        ),
        (
            "Sie geht Komma das ist der wunde Punkt Punkt Sie steht Komma sie isst Punkt",
            "Sie geht, das ist der wunde Punkt. Sie steht, sie isst.",
        ),
        (
            "Gewicht drei Komma fünf Kilo Komma um Punkt acht Uhr Besuch Komma müde Punkt",
            "Gewicht 3,5 kg, um Punkt 08:00 Uhr Besuch, müde.",
        ),
        (
            "Wir haben den nächsten Punkt vertagt Komma und den letzten Punkt auch Punkt Gut Punkt",
            "Wir haben den nächsten Punkt vertagt, und den letzten Punkt auch. Gut.",
        ),
        ("RR 130 Schrägstrich 80 Komma wach Punkt", "RR 130/80, wach."),
        (
            "Frau Kern Bindestrich Ott isst Komma Brot und Schrägstrich oder Brei Punkt",
            "Frau Kern-Ott isst, Brot und/oder Brei.",
        ),
        ("Spiegelstrich wach Spiegelstrich trinkt Tee", "wach\ntrinkt Tee"),
        ("Nächster Punkt: Mobilität. Er geht.", "Nächster Punkt: Mobilität. Er geht."),
    ],
)
def test_written(heard: Any, said: str, written: str) -> None:
    assert join(heard(said).tokens) == written
