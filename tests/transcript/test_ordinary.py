from __future__ import annotations

import pytest

from dokuhelfer.transcript.ordinary import is_listed, is_ordinary, strange_first

EVERYDAY = """Pflegekraft geschlafen Schmerzen aufgestandene Wasserglas Händen Zimmertür unruhiger
    Blutdruckmessung verabredet Vormittags Nachbarinnen in IST"""
STRANGE = "Ramipril Wischnewski Yılmaz Kwetiapin Thorasemit Öztürk Gelsenkirchen X"


@pytest.mark.parametrize("word", EVERYDAY.split())
def test_everyday_german_is_ordinary(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize("word", STRANGE.split())
def test_names_and_drugs_are_not(word: str) -> None:
    assert not is_ordinary(word)


def test_a_name_that_looks_like_a_form_is_not_listed() -> None:
    assert not is_listed("Müller")
    assert is_listed("Müll")


def test_words_that_no_model_knows_go_first() -> None:
    given = ["Sonne", "Torasemid", "Haus Garten", "Haus Vinzenz", "Tavor"]
    assert strange_first(given) == ("Torasemid", "Haus Vinzenz", "Tavor", "Sonne", "Haus Garten")
