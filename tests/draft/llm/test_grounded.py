"""Which sentences say with their words what a quote says with its own."""

from __future__ import annotations

import pytest

from dokuhelfer.draft.llm.grounded import is_grounded

WOMAN, MAN = "Frau Lorenz", "Herr Wolf"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Hat schlecht geschlafen.", "Sie hat schlecht geschlafen."),
        ("Habe ihr Tee gebracht.", "Ihr wurde Tee gebracht."),
        ("Hab um 15:00 Uhr den Verband gewechselt.", "Der Verband wurde um 15:00 Uhr gewechselt."),
        ("Wunde sauber, nicht gerötet.", "Die Wunde ist sauber und nicht gerötet."),
        ("Kräutertee 200 ml getrunken.", "Sie hat 200 ml Kräutertee getrunken."),
        ("Will nicht duschen.", "Sie will nicht duschen."),
    ],
)  # fmt: skip
def test_another_order_or_form(quote: str, text: str) -> None:
    assert is_grounded(text, quote, WOMAN)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Tee gebracht.", "Tee mit Honig gebracht."),
        ("Tee gebracht.", "Tee wird gebracht."),
        ("Tee wird gebracht.", "Tee wurde gebracht."),
        ("Hat geschlafen.", "Hat nicht geschlafen."),
        ("Hat nicht geschlafen.", "Hat geschlafen."),
        ("200 ml getrunken.", "300 ml getrunken."),
        ("200 ml getrunken.", "Getrunken."),
        ("Hat geschlafen, danach gegessen.", "Hat geschlafen."),
        ("Vor dem Essen gegeben.", "Nach dem Essen gegeben."),
        ("Wohl gestürzt.", "Gestürzt."),
        ("Tochter angerufen.", "Sohn angerufen."),
        ("Muss noch angerufen werden.", "Wurde noch angerufen."),
        ("Puls 72.", "Puls 72, RR 120/80."),
        ("Hat geschlafen.", "Er hat geschlafen."),
        ("Tee gebracht.", "Ich habe Tee gebracht."),
    ],
)
def test_more_less_or_something_else(quote: str, text: str) -> None:
    assert not is_grounded(text, quote, WOMAN)


def test_the_person_settles_the_pronoun() -> None:
    assert is_grounded("Er hat geschlafen.", "Hat geschlafen.", MAN)
    assert not is_grounded("Sie hat geschlafen.", "Hat geschlafen.", MAN)
    assert not is_grounded("Sie hat geschlafen.", "Hat geschlafen.", "")
    assert is_grounded("Ihm war kalt.", "Kalt war ihm.", WOMAN)
