import pytest

from dokuhelfer.cli.language import from_call, from_surroundings
from dokuhelfer.config.schema import Language

DE, EN = Language.DE, Language.EN


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ([], None),
        (["draft", "--lang", "en"], EN),
        (["--lang=de", "draft"], DE),
        (["--lang"], None),
        (["--lang", "fr"], None),
    ],
)
def test_asked_for_in_the_call(arguments: list[str], language: Language | None) -> None:
    assert from_call(arguments) is language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, DE),
        ({"LANG": "C"}, DE),
        ({"LC_ALL": "POSIX"}, DE),
        ({"LANG": "en_US.UTF-8"}, EN),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "de_AT.UTF-8"}, DE),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "en_GB"}, EN),
        ({"LANG": "en_US", "DOKUHELFER_LANG": "de"}, DE),
        ({"LANG": "en_US", "DOKUHELFER_LANG": "quatsch"}, EN),
    ],
)
def test_taken_from_the_surroundings(environment: dict[str, str], language: Language) -> None:
    assert from_surroundings(environment) is language
