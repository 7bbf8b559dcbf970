"""How much and how often: the level that was dictated, or one beside it."""

from __future__ import annotations

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Severity


def blocks(checked: Check, said: str, written: str) -> list[str]:
    found = checked("pflegebericht", said, {"beobachtung": written}).findings
    return [f.detail for f in found if f.severity is Severity.BLOCK and f.text]


@pytest.mark.parametrize(
    ("said", "wrong", "detail"),
    [
        (
            "Die Atmung rasselt deutlich hörbar.",
            "Atmung rasselt kaum hörbar.",
            "Im Diktat steht deutlich, im Entwurf kaum.",
        ),
        (
            "Er ruft nachts oft nach seiner Mutter.",
            "Ruft nachts selten nach seiner Mutter.",
            "Im Diktat steht oft, im Entwurf selten.",
        ),
        (
            "Sie verlegt manchmal ihre Schlüssel.",
            "Verlegt ständig ihre Schlüssel.",
            "Im Diktat steht manchmal, im Entwurf ständig.",
        ),
        (
            "Jeden Abend wartet sie am Fenster auf ihren Mann.",
            "Wartet abends gelegentlich am Fenster auf ihren Mann.",
            "Im Diktat steht Jeden, im Entwurf gelegentlich.",
        ),
        (
            "Der Husten ist erheblich lockerer geworden.",
            "Husten geringfügig lockerer geworden.",
            "Im Diktat steht erheblich, im Entwurf geringfügig.",
        ),
        (
            "Nachts braucht er nur ab und zu die Flasche.",
            "Braucht nachts ständig die Flasche.",
            "Im Diktat steht ab und zu, im Entwurf ständig.",
        ),
    ],
)
def test_another_level(checked: Check, said: str, wrong: str, detail: str) -> None:
    assert blocks(checked, said, wrong) == [detail]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Die Atmung rasselt sehr laut.", "Atmung rasselt deutlich laut."),
        ("Er ruft nachts oft nach seiner Mutter.", "Ruft nachts häufig nach seiner Mutter."),
        ("Der Husten wird immer lockerer.", "Husten wird zunehmend lockerer."),
        ("Sie hat ganz leicht geblutet, dann sehr gefroren.", "Leicht geblutet, sehr gefroren."),
        ("Jeder Bewohner bekam ein Eis.", "Bewohner bekamen gelegentlich ein Eis."),
        ("Das Knie ist nicht so stark geschwollen.", "Knie leicht geschwollen."),
    ],
)
def test_the_same_level_or_one_beside_it(checked: Check, said: str, written: str) -> None:
    assert not [d for d in blocks(checked, said, written) if "im Entwurf" in d]
