"""The words of a denial without its no, and „mit“ for „ohne“, wherever else the no is kept."""

from __future__ import annotations

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Severity


def blocks(checked: Check, said: str, **written: str) -> list[str]:
    found = checked("pflegebericht", said, written).findings
    return [f.detail for f in found if f.severity is Severity.BLOCK and f.text]


@pytest.mark.parametrize(
    ("said", "wrong", "word"),
    [
        (
            "Sie isst keinen Fisch. Der Küche sag ich das mit dem Fisch noch.",
            {"beobachtung": "Isst Fisch.", "weiteres_vorgehen": "Küche: isst keinen Fisch."},
            "keinen",
        ),
        (
            "Der Verband wurde nicht gewechselt, den Verband hat er nicht gewechselt haben wollen.",
            {"massnahme": "Verband wurde gewechselt.", "beobachtung": "Verband nicht gewechselt."},
            "nicht",
        ),
        ("Er ist ohne Rollator gekommen.", {"beobachtung": "Kam mit Rollator."}, "ohne"),
        (
            "Ohne Einwilligung dürfen wir das nicht weitergeben.",
            {"weiteres_vorgehen": "Mit Einwilligung dürfen wir das nicht weitergeben."},
            "Ohne",
        ),
    ],
)
def test_the_no_left_out(checked: Check, said: str, wrong: dict[str, str], word: str) -> None:
    lost = [d for d in blocks(checked, said, **wrong) if "fehlt es" in d]
    assert any(word.lower() in detail.lower() for detail in lost)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Sie isst keinen Fisch, Fleisch isst sie.", "Isst Fleisch, keinen Fisch."),
        ("Erst hat er nicht getrunken, später hat er getrunken.", "Später getrunken."),
        ("Ohne Termin kann man da nicht hin.", "Nur mit Termin möglich."),
        ("Duschen wollte sie nicht.", "Duschen: nicht gewollt."),
        ("Er kam ohne Termin in die offene Sprechstunde.", "Kam ohne Termin (Sprechstunde)."),
    ],
)
def test_a_no_kept(checked: Check, said: str, written: str) -> None:
    assert not [d for d in blocks(checked, said, beobachtung=written) if "fehlt es" in d]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (
            "Dekubitus Grad zwei laut Doktor Lang, rechte Ferse außen.",
            "Rechte Ferse außen.",
        ),
        (
            "Am Wochenende drei Flaschen Wein, laut ihr kein Bier.",
            "Am Wochenende drei Flaschen Wein.",
        ),
        ("Schmerzen verneint er, beim Zahnarzt war er trotzdem.", "War beim Zahnarzt."),
        ("Um drei kam er zurück, sagte, er sei gestürzt.", "Kam um drei zurück."),
    ],
)
def test_a_source_bears_on_its_own_part(checked: Check, said: str, written: str) -> None:
    assert not [d for d in blocks(checked, said, beobachtung=written) if "fehlt es" in d]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Voll belasten darf sie, steht im Brief.", "Darf voll belasten."),
        ("Laut ihrer Tochter isst sie zu Hause gut.", "Isst zu Hause gut."),
    ],
)
def test_a_source_is_lost(checked: Check, said: str, wrong: str) -> None:
    assert [d for d in blocks(checked, said, beobachtung=wrong) if "fehlt es" in d]


def test_a_paper_is_kept(checked: Check) -> None:
    said = "Voll belasten darf sie, steht im Brief."
    assert not blocks(checked, said, beobachtung="Darf laut Brief voll belasten.")
    assert not blocks(checked, said, beobachtung="Volle Belastung im Arztbrief erlaubt.")


def test_about_so_much(checked: Check) -> None:
    said = "Er kommt so um halb drei, getrunken hat er so ein bis zwei Glas."
    right = "Kommt gegen 02:30 Uhr."
    assert not [d for d in blocks(checked, said, beobachtung=right) if "ungefähr" in d]
    assert [d for d in blocks(checked, said, beobachtung="Kommt um 02:30 Uhr.") if "ungefähr" in d]


@pytest.mark.parametrize("wrong", ["Beim Anziehen ohne Hilfe möglich.", "Anziehen ohne Hilfe."])
def test_one_of_two_nos_left_out(checked: Check, wrong: str) -> None:
    said = "Ganz ohne Hilfe geht es nicht beim Anziehen."
    assert [d for d in blocks(checked, said, beobachtung=wrong) if "fehlt es" in d]
    assert not blocks(checked, said, beobachtung="Beim Anziehen nicht ohne Hilfe möglich.")
