import pytest

from dokuhelfer.evaluation.score import Ratio
from dokuhelfer.evaluation.words import word_errors


@pytest.mark.parametrize(
    ("said", "heard", "errors"),
    [
        ("Puls 72.", "puls 72", Ratio(0, 2)),
        ("36,8 Grad", "36.8 Grad", Ratio(0, 2)),
        ("eins zwei drei", "eins drei", Ratio(1, 3)),
        ("eins drei", "eins zwei drei", Ratio(1, 2)),
        ("eins zwei", "", Ratio(2, 2)),
        ("", "eins", Ratio(1, 0)),
        ("kein Fieber", "ein Fieber", Ratio(1, 2)),
        ("3-Zimmer-Wohnung", "3 Zimmer Wohnung", Ratio(0, 3)),
    ],
)
def test_wrong_missing_and_added_words(said: str, heard: str, errors: Ratio) -> None:
    assert word_errors(said, heard) == errors
