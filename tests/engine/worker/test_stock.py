from __future__ import annotations

import pytest

from dokuhelfer.engine.worker.stock import plainly, sentences, stock_phrases


@pytest.mark.parametrize(
    "sentence",
    [
        "Untertitel der Amara.org-Community",
        "Untertitelung des ZDF, 2020",
        "Untertitel im Auftrag des ZDF für funk, 2017",
        "Untertitel von Stephanie Geiges",
        "Copyright WDR 2021",
        "SWR 2021",
        "WDR mediagroup GmbH im Auftrag des WDR",
        "Vielen Dank fürs Zuschauen!",
        "Wenn dir das Video gefallen hat, lass ein Like da.",
    ],
)
def test_credits_of_films_are_known(sentence: str) -> None:
    assert stock_phrases().is_credit(sentence)
    assert stock_phrases().has_credit(f"Sie schläft jetzt. {sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Vielen Dank für die gute Zusammenarbeit.",
        "Im Auftrag der Hausärztin wurde Blut abgenommen.",
        "Herr Funk 2021 eingezogen.",
        "Hr 72, RR 130 zu 80.",
        "Sie schaut das ZDF gern, weil dort Untertitel angeboten werden.",
        "Danke, sagte Frau Amara.",
        "Eine Produktion des Magens von Säure ist nicht mehr möglich, sagt der Arzt, "
        "und deshalb bekommt sie jetzt Tabletten.",
    ],
)
def test_what_a_person_dictates_is_none(sentence: str) -> None:
    assert not stock_phrases().has_credit(sentence)
    assert not stock_phrases().is_farewell(sentence)


def test_a_good_bye_is_one_only_on_its_own() -> None:
    assert stock_phrases().is_farewell("Vielen Dank!")
    assert not stock_phrases().is_farewell("Sie sagt: Vielen Dank!")


def test_every_entry_is_written_as_it_is_compared() -> None:
    lists = stock_phrases()

    for entry in (*lists.credits, *lists.credits_with_year, *lists.farewells):
        assert plainly(entry) == entry.strip()


def test_sentences_end_at_their_marks() -> None:
    words = ["Sie", "schläft.", "„Gut!“", "Um", "8.30", "Uhr"]

    assert list(sentences(words)) == [(0, 2), (2, 3), (3, 6)]
    assert list(sentences([])) == []
