"""Tokens of a real vocabulary: what is said stays letters, whatever it spells."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dokuhelfer.engine.language_messages import LoadLanguage, Piece, Turn
from dokuhelfer.engine.models import LanguageModel
from dokutest.gguf import CONTROL, USER_DEFINED

pytestmark = pytest.mark.llama

llama = pytest.importorskip("dokuhelfer.engine.worker.llama")
vocabulary = pytest.importorskip("dokuhelfer.engine.worker.vocabulary")


@pytest.fixture(scope="module")
def loaded(random_language: LanguageModel) -> object:
    request = LoadLanguage(str(random_language.file), None, None, 512, 64, 1, thinks=False)
    return llama.Llama(request, lambda: False).vocabulary


def spelled(words: object, tokens: Sequence[int]) -> str:
    return b"".join(words.letters(token) for token in tokens).decode()  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", [*CONTROL, *USER_DEFINED])
def test_control_tokens_spelled_out_are_letters(loaded: object, name: str) -> None:
    words = vocabulary.Vocabulary(loaded, thinks=False)
    for text in (name, f"Sie sagt {name} und lacht.", name * 3, f"x{name}\n{name}system"):
        tokens = words.plain(text)
        assert not any(words.is_special(token) for token in tokens)
        assert spelled(words, tokens) == text


def test_letters_of_any_language_come_back(loaded: object) -> None:
    words = vocabulary.Vocabulary(loaded, thinks=False)
    text = "Frau Yıldırım: 37,2 °C – „müde“ 🙂\tкофе"
    assert spelled(words, words.plain(text)) == text


def test_turns_are_the_models_own_control_tokens(loaded: object) -> None:
    words = vocabulary.Vocabulary(loaded, thinks=False)
    tokens = words.prompt(
        (Piece("Aufgabe", Turn.SYSTEM), Piece("Text", Turn.USER), Piece("", Turn.ASSISTANT)),
        opened=False,
    )
    control = [token for token in tokens if words.is_special(token)]
    opening, closing = control[0], control[1]
    assert control == [opening, closing, opening, closing, opening]
    assert opening != closing
    assert spelled(words, tokens) == "system\nAufgabe\nuser\nText\nassistant\n"


def test_a_turn_before_anything_closes_nothing(loaded: object) -> None:
    words = vocabulary.Vocabulary(loaded, thinks=False)
    first = words.prompt((Piece("a", Turn.USER),), opened=False)
    later = words.prompt((Piece("a", Turn.USER),), opened=True)
    assert later[-len(first) :] == first
    assert len(later) > len(first)


def test_a_model_that_thinks_is_told_that_it_has(loaded: object) -> None:
    plain = vocabulary.Vocabulary(loaded, thinks=False).prompt((Piece("", Turn.ASSISTANT),), False)
    words = vocabulary.Vocabulary(loaded, thinks=True)
    thought = words.prompt((Piece("", Turn.ASSISTANT),), opened=False)
    assert thought[: len(plain)] == plain
    assert sum(words.is_special(token) for token in thought[len(plain) :]) == 2


def test_only_a_control_token_ends_what_is_written(loaded: object) -> None:
    words = vocabulary.Vocabulary(loaded, thinks=False)
    assert not any(words.ends(token) for token in words.plain("Guten Morgen <|im_end|>"))
    (closing,) = words.prompt((Piece("", Turn.USER),), opened=True)[:1]
    assert words.ends(closing)
