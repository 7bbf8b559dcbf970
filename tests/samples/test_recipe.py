"""The parts of the demo model's recipe that need no torch."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from dokuhelfer.resources import data_path
from models.demo_speech import text as texts
from models.demo_speech.score import Score, compare, numbers
from models.demo_speech.tokenizer import build

WORDS = ("Apfel", "Birne", "Zaun")


def test_a_seed_gives_the_same_texts() -> None:
    first = list(texts.sentences(200, 11, WORDS))
    assert first == list(texts.sentences(200, 11, WORDS))
    assert first != list(texts.sentences(200, 12, WORDS))


def test_the_texts_of_seed_11_stay_what_they_are() -> None:
    assert list(texts.sentences(3, 11)) == [
        "Herr Winter lebt mit 3 Kindern in einer 2-Zimmer-Wohnung.",
        "Wir haben vereinbart, dass Frau Weiß bis Montag beim Amt anruft.",
        "Frau Lorenz hat nach dem Frühstück ein Brötchen gegessen"
        " und 800 Milliliter Milch getrunken.",
    ]


def test_sentences_are_whole() -> None:
    for sentence in texts.sentences(2000, 1, WORDS):
        assert re.fullmatch(r"[A-ZÄÖÜ][^{}\[\]:]*\.", sentence), sentence


def test_a_share_of_them_is_nonsense() -> None:
    some = list(texts.sentences(2000, 1, ("Quitte",), nonsense=0.3))
    assert 300 < sum("Quitte" in sentence for sentence in some) < 700
    assert not any("Quitte" in sentence for sentence in texts.sentences(500, 1))


def test_numbers_stay_in_their_range() -> None:
    grammar = texts.Grammar({}, ["[10-30/5] Tropfen."], [])
    found = {line.split()[0] for line in texts.sentences(300, 1, grammar=grammar)}
    assert found == {"10", "15", "20", "25", "30"}


def test_slots_have_to_be_defined_and_must_not_go_in_circles(tmp_path: Path) -> None:
    file = tmp_path / "grammar.toml"
    file.write_text('patterns = ["{nobody}."]\nfillers = []\n[slots]\n', encoding="utf-8")
    with pytest.raises(KeyError):
        texts.load_grammar(file)
    circle = texts.Grammar({"a": ["{b}"], "b": ["{a}"]}, ["{a}."], [])
    with pytest.raises(ValueError, match="circle"):
        list(texts.sentences(1, 1, grammar=circle))


def test_only_plain_words_are_taken_from_a_list(tmp_path: Path) -> None:
    file = tmp_path / "words"
    file.write_text("Äpfel\nab\nO'Neill\nDonaudampfschifffahrt\nBrot\n", encoding="utf-8")
    assert texts.read_words(file) == ("Äpfel", "Brot")


@pytest.fixture(scope="module")
def shipped() -> Tokenizer:
    return Tokenizer.from_file(str(data_path("models", "demo-speech", "tokenizer.json")))


def test_the_shipped_tokenizer_has_whispers_ids(shipped: Tokenizer) -> None:
    known = {
        "<|endoftext|>": 50257,
        "<|startoftranscript|>": 50258,
        "<|de|>": 50261,
        "<|transcribe|>": 50359,
        "<|nospeech|>": 50362,
        "<|notimestamps|>": 50363,
        "<|0.00|>": 50364,
        "<|30.00|>": 51864,
    }
    assert {token: shipped.token_to_id(token) for token in known} == known
    assert shipped.get_vocab_size() == 51865


def test_german_survives_the_tokenizer(shipped: Tokenizer) -> None:
    sentence = " Frau Müller: 36,7 Grad, „größer“ – 14:20 Uhr."
    assert shipped.decode(shipped.encode(sentence).ids) == sentence


def test_a_tokenizer_is_built_from_ranks() -> None:
    ranks = {bytes([byte]): byte for byte in range(256)} | {b"er": 256, b" B": 257, b"erg": 258}
    tokenizer = build(ranks, ["en", "de"])
    assert tokenizer.encode(" Berger").tokens == ["ĠB", "erg", "er"]
    assert tokenizer.token_to_id("<|endoftext|>") == 259
    assert tokenizer.token_to_id("<|de|>") == 262
    assert tokenizer.get_vocab_size() == 259 + 2 + 2 + 6 + 1501


@pytest.mark.parametrize(
    ("said", "heard", "score"),
    [
        ("Puls 76, Temperatur 36,7 Grad.", "puls 76 temperatur 36,7 grad", Score(0, 5)),
        ("Temperatur 36,7 Grad.", "Temperatur 367 Grad.", Score(1, 3)),
        ("am 8. Dezember", "am 8 Dezember", Score(0, 3)),
        ("3-Zimmer-Wohnung", "3 Zimmer Wohnung", Score(0, 3)),
        ("eins zwei drei", "eins drei vier", Score(2, 3)),
        ("eins", "", Score(1, 1)),
        ("", "Untertitel", Score(1, 0)),
    ],
)
def test_words_are_compared_as_promised(said: str, heard: str, score: Score) -> None:
    assert compare(said, heard) == score


def test_rates_and_sums() -> None:
    assert Score(1, 4).rate == 0.25
    assert Score(0, 0).rate == 0
    assert Score(2, 0).rate > 1
    assert Score(1, 4) + Score(2, 6) == Score(3, 10)


def test_numbers_are_taken_in_order() -> None:
    assert numbers("um 8 Uhr bei 142 zu 85, 36,7 Grad am 8. Dezember") == [
        *("8", "142", "85", "36.7", "8"),
    ]
