import pytest

from dokuhelfer.evaluation.mutate import Fault
from dokuhelfer.evaluation.report import Grouping
from dokuhelfer.messages.catalogue import LANGUAGES, Catalogue


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_and_grouping_has_its_words(language: str) -> None:
    keys = Catalogue(language).keys("eval")
    assert {f"fault_{fault.value}" for fault in Fault} | set(Grouping) <= keys
    assert keys == Catalogue("de").keys("eval")
