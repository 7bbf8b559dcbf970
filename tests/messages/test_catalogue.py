import re
from pathlib import Path

import pytest

from dokuhelfer.draft.template.mistake import Problem
from dokuhelfer.errors import EXIT_OF, Code, DokuError
from dokuhelfer.messages.catalogue import LANGUAGES, Catalogue, error_line

SOURCE = Path(__file__).parents[2] / "src" / "dokuhelfer"
PLACE = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_one_sentence_and_no_sentence_lacks_its_code(language: str) -> None:
    assert Catalogue(language).codes() == {code.value for code in Code}
    assert set(EXIT_OF) == set(Code)


def test_both_languages_say_the_same_things() -> None:
    german, english = (Catalogue(language) for language in LANGUAGES)
    for section in ("warning", "progress", "output", "doctor", "help", "template", "models"):
        assert german.keys(section) == english.keys(section)
        for key in german.keys(section):
            in_german = PLACE.findall(german.text(section, key))
            assert sorted(in_german) == sorted(PLACE.findall(english.text(section, key))), key


def test_every_mistake_of_a_template_has_its_sentence() -> None:
    assert Catalogue("de").keys("template") == {item.value for item in Problem} | {"suggestion"}


def test_parameters_are_filled_in() -> None:
    line = error_line(Catalogue("de"), DokuError(Code.AUDIO_TOO_LONG, hours=4))
    assert line.startswith("Die Aufnahme ist länger als 4 Stunden.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_parameter_of_a_sentence_is_given_where_the_error_is_raised(language: str) -> None:
    raised = "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    catalogue = Catalogue(language)
    for code in Code:
        wanted = set(PLACE.findall(error_line(catalogue, DokuError(code))))
        calls = re.findall(
            rf"DokuError\(\s*Code\.{code.name}\b([^)]*(?:\([^)]*\)[^)]*)*)\)", raised
        )
        for call in calls:
            given = set(re.findall(r"(\w+)\s*=", call))
            assert wanted <= given, (code, call)


# domain.md, MDR: words that would make a documentation aid a medical device
BORDER = re.compile(
    r"erkennt Risik|warnt vor|bewertet|überwacht|Frühwarn|Diagnose|Therapie|Score|Ampel|auffällig"
    r"|Verschlechterung|\bich\b",
    re.IGNORECASE,
)


def test_no_word_crosses_the_medical_device_border() -> None:
    assert (
        BORDER.findall((SOURCE / "messages" / "de.toml").read_text("utf-8").split("\n", 2)[2]) == []
    )
