"""Choosing and writing, against the same thing worked out the slow way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dokuhelfer.engine.language_messages import LoadLanguage, Stop
from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.engine.worker.pace import SIZES, Pace

pytestmark = pytest.mark.llama

llama = pytest.importorskip("dokuhelfer.engine.worker.llama")
answers = pytest.importorskip("dokuhelfer.engine.worker.answers")
writing = pytest.importorskip("dokuhelfer.engine.worker.writing")
prefix = pytest.importorskip("dokuhelfer.engine.worker.prefix")
vocabulary = pytest.importorskip("dokuhelfer.engine.worker.vocabulary")

TEXT = "Zuordnung:\n[1] ="


class Eager(Pace):
    """Guesses whatever it takes."""

    def guesses(self, chance: float) -> int:
        return max(SIZES)


class Asked:
    """A model with a prompt."""

    def __init__(self, model: LanguageModel) -> None:
        request = LoadLanguage(str(model.file), None, None, 1024, 64, 1, thinks=False)
        self.llama = llama.Llama(request, lambda: False)
        self.words = vocabulary.Vocabulary(self.llama.vocabulary, thinks=False)
        self.start(TEXT)

    def start(self, text: str) -> None:
        self.llama.rewind(0)
        self.llama.append(self.words.plain(text))

    def likelihood(self, option: str) -> float:
        """Each token of ``option`` evaluated on its own, from the beginning."""
        held, total = list(self.llama.tokens), 0.0
        for token in self.words.plain(option):
            scores = self.llama.scores().astype(np.float64)
            total += float(scores[token] - np.logaddexp.reduce(scores))
            self.llama.append((token,))
        self.llama.rewind(len(held))
        return total

    def choice(self, *options: str) -> int:
        return int(answers.choose(self.llama, [self.words.plain(option) for option in options]))

    def written(self, most: int, *stops: str, letters: str = "", near: str = "") -> tuple[str, Any]:
        pick = writing.greedy(self.words, letters)
        return self.said(pick, most, stops, near)

    def recited(self, text: str, near: str = "") -> tuple[str, Any]:
        return self.said(writing.reciting(self.words.plain(text)), 10_000, (), near)

    def said(self, pick: Any, most: int, stops: tuple[str, ...], near: str) -> tuple[str, Any]:
        going_on = writing.write(
            self.llama, self.words, pick, most, stops, self.words.plain(near), Eager()
        )
        parts = []
        while True:
            try:
                parts.append(next(going_on))
            except StopIteration as ended:
                return "".join(parts), ended.value


@pytest.fixture(scope="module")
def asked(random_language: LanguageModel) -> Asked:
    return Asked(random_language)


@pytest.mark.parametrize(
    "options",
    [
        (" A", " B", " C", " -"),
        (" 1", " 2", " 3"),
        (" 1", " B", " -"),
        ("Maßnahme", "Massage", "Mund"),
        ("ja", "nein", "jaja"),
        ("x",),
    ],
)
@pytest.mark.parametrize("prompt", [TEXT, "Frau Berger hat", "1, 2, 3,"])
def test_the_likeliest_option_is_chosen(
    asked: Asked, options: tuple[str, ...], prompt: str
) -> None:
    asked.start(prompt)
    before = list(asked.llama.tokens)
    slowly = [asked.likelihood(option) for option in options]
    assert asked.choice(*options) == int(np.argmax(slowly))
    assert list(asked.llama.tokens) == before
    assert asked.choice(*options) == int(np.argmax(slowly))  # nothing was left behind


def test_a_choice_depends_on_what_was_said_before(asked: Asked) -> None:
    letters = [f" {letter}" for letter in "ABCDEFGHIJKLMNOP"]
    found = set()
    for number in range(12):
        asked.start(f"[{number}] =")
        found.add(asked.choice(*letters))
    assert len(found) > 1


def test_writing_is_greedy_and_stays_in_the_prompt(asked: Asked) -> None:
    asked.start(TEXT)
    greedy = []
    for _ in range(20):
        token = int(np.argmax(asked.llama.scores()))
        if asked.words.ends(token):
            break
        greedy.append(token)
        asked.llama.append((token,))
    expected = b"".join(map(asked.words.letters, greedy)).decode("utf-8", "replace")
    asked.start(TEXT)
    held = len(asked.llama.tokens)
    assert asked.written(20)[0] == expected
    assert list(asked.llama.tokens)[held:] == greedy


def test_writing_stops_before_a_stop(asked: Asked) -> None:
    asked.start(TEXT)
    whole, _ = asked.written(40)
    middle = whole[5:8]
    asked.start(TEXT)
    text, reason = asked.written(40, "gibt es nicht", middle)
    assert text == whole[: whole.index(middle)]
    assert reason.stop is Stop.STOP


def test_writing_ends_with_the_room_there_is(asked: Asked) -> None:
    asked.start("a" * (asked.llama.most - 3))
    asked.written(50)
    assert len(asked.llama.tokens) <= asked.llama.most


def test_only_the_letters_given_are_written(asked: Asked) -> None:
    for number, letters in enumerate(("abc ", "äöü€", "Frau Berger, 7.", "x")):
        asked.start(f"{TEXT} {number}")
        text, ended = asked.written(24, letters=letters)
        assert set(text) <= set(letters)
        assert text or ended.stop is Stop.END


def test_a_letter_of_several_bytes_is_begun_only_where_it_can_be_ended(asked: Asked) -> None:
    asked.start(TEXT)
    text, _ = asked.written(30, letters="ä€")
    assert set(text) <= {"ä", "€", "\N{REPLACEMENT CHARACTER}"}
    assert "\N{REPLACEMENT CHARACTER}" not in text[:-1]  # only where there was no room left


NEAR = "Sie hat schlecht geschlafen und wollte keinen Tee."


@pytest.mark.parametrize("near", ["", NEAR, "ganz anderes", TEXT])
def test_guessing_from_a_text_changes_nothing_of_what_is_written(asked: Asked, near: str) -> None:
    asked.start(TEXT)
    plainly, _ = asked.written(40)
    held = list(asked.llama.tokens)
    asked.start(TEXT)
    assert asked.written(40, near=near)[0] == plainly
    assert list(asked.llama.tokens) == held
    after = asked.likelihood(" A")
    asked.start(TEXT)
    asked.written(40)
    assert asked.likelihood(" A") == pytest.approx(after, rel=1e-3)


def test_what_repeats_a_text_takes_few_steps(asked: Asked) -> None:
    asked.start(TEXT)
    said, whole = asked.recited(NEAR)
    assert said == NEAR
    assert whole.steps == len(asked.words.plain(NEAR))
    asked.start(TEXT)
    said, fewer = asked.recited(NEAR.replace("wollte", "mochte"), NEAR)
    assert said == NEAR.replace("wollte", "mochte")
    assert fewer.steps * 2 < whole.steps


def test_halting_amid_a_look_at_the_last_token_loses_nothing(
    random_language: LanguageModel,
) -> None:
    stop: list[bool] = []
    request = LoadLanguage(str(random_language.file), None, None, 512, 64, 1, thinks=False)
    model = llama.Llama(request, lambda: bool(stop))
    words = vocabulary.Vocabulary(model.vocabulary, thinks=False)
    tokens = words.plain(TEXT)
    model.append(tokens)
    before = model.scores().copy()
    model.append(words.plain(" weiter"))
    model.rewind(len(tokens))
    stop.append(True)
    with pytest.raises(llama.Halting):
        model.scores()
    assert list(model.tokens) == tokens
    stop.clear()
    np.testing.assert_allclose(model.scores(), before, rtol=1e-3, atol=1e-3)


def test_work_that_is_halted_leaves_nothing(random_language: LanguageModel) -> None:
    stop: list[bool] = []
    request = LoadLanguage(str(random_language.file), None, None, 2048, 64, 1, thinks=False)
    model = llama.Llama(request, lambda: bool(stop))
    words = vocabulary.Vocabulary(model.vocabulary, thinks=False)
    model.append(words.plain(TEXT))
    before = model.scores().copy()
    stop.append(True)
    with pytest.raises(llama.Halting):
        model.append(words.plain("a" * 1000))
    assert len(model.tokens) == len(words.plain(TEXT))
    stop.clear()
    np.testing.assert_allclose(model.scores(), before, rtol=1e-3, atol=1e-3)


def test_a_kept_state_goes_on_like_a_computed_one(
    random_language: LanguageModel, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    first = Asked(random_language)
    tokens = first.words.plain("Du ordnest die Aussagen eines Diktats.")
    assert not prefix.begin(first.llama, "id", tokens, folder)
    (file,) = folder.iterdir()
    second = Asked(random_language)
    assert prefix.begin(second.llama, "id", tokens, folder)
    for one in (first, second):
        one.llama.append(one.words.plain(" Weiter"))
    np.testing.assert_allclose(first.llama.scores(), second.llama.scores(), rtol=1e-3, atol=1e-3)
    assert file.stat().st_mode & 0o077 == 0 or folder.stat().st_mode & 0o077 == 0


def test_what_is_held_already_is_not_computed_again(
    random_language: LanguageModel, tmp_path: Path
) -> None:
    model = Asked(random_language)
    tokens = list(model.llama.tokens)
    model.llama.append(model.words.plain(" A"))
    assert prefix.begin(model.llama, "id", tokens, tmp_path / "nothing")
    assert list(model.llama.tokens) == tokens
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize("damage", ["cut", "other", "empty"])
def test_a_damaged_state_is_computed_anew(
    random_language: LanguageModel, tmp_path: Path, damage: str
) -> None:
    model = Asked(random_language)
    tokens = model.words.plain("Du ordnest die Aussagen eines Diktats.")
    prefix.begin(model.llama, "id", tokens, tmp_path)
    (file,) = tmp_path.iterdir()
    data = file.read_bytes()
    if damage == "other":
        other = tmp_path / "other"
        prefix.begin(model.llama, "id", tokens[::-1], other)
        data = next(other.iterdir()).read_bytes()
    file.write_bytes({"cut": data[: len(data) // 2], "other": data, "empty": b""}[damage])
    model.start("etwas anderes")
    assert not prefix.begin(model.llama, "id", tokens, tmp_path)
    assert list(model.llama.tokens) == tokens
    model.start("etwas anderes")
    assert prefix.begin(model.llama, "id", tokens, tmp_path)


def test_states_count_for_one_model_only_and_few_are_kept(
    random_language: LanguageModel, tmp_path: Path
) -> None:
    model = Asked(random_language)
    tokens = model.words.plain("Felder:")
    for identity in ("one", "two", *map(str, range(10))):
        model.start("etwas anderes")
        assert not prefix.begin(model.llama, identity, tokens, tmp_path)
    assert len(list(tmp_path.iterdir())) == 6
    model.start("etwas anderes")
    assert not prefix.begin(model.llama, "", tokens, tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()
