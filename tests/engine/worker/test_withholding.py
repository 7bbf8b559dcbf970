from __future__ import annotations

from dokuhelfer.engine.messages import Reason, SpokenWord
from dokuhelfer.engine.worker.withholding import Withheld, withhold


def words(text: str) -> list[SpokenWord]:
    return [
        SpokenWord(word, float(second), second + 0.5, 0.9)
        for second, word in enumerate(text.split())
    ]


def kept(text: str) -> str:
    return " ".join(word.text for word in withhold(words(text))[0])


def test_a_credit_behind_a_sentence_is_taken_out_and_told() -> None:
    text = "Sie schläft jetzt. Untertitelung des ZDF, 2020"

    assert kept(text) == "Sie schläft jetzt."
    assert withhold(words(text))[1] == (Withheld(3.0, 6.5, Reason.STOCK_PHRASE),)


def test_a_loop_keeps_what_was_before_and_its_first_round() -> None:
    text = "Heute ruhig. " + "Er hat gut gegessen. " * 5 + "Danach Ruhe."

    assert kept(text) == "Heute ruhig. Er hat gut gegessen. Danach Ruhe."
    assert withhold(words(text))[1] == (Withheld(6.0, 21.5, Reason.REPETITION),)


def test_a_word_that_loops_in_itself_is_taken_out() -> None:
    text = "Sie schläft. Der Schein" + "-Schein" * 9 + " ist schwarz-rot-gold, HNO-Arzt kommt."

    assert kept(text) == "Sie schläft. Der ist schwarz-rot-gold, HNO-Arzt kommt."
    assert withhold(words(text))[1] == (Withheld(3.0, 3.5, Reason.REPETITION),)


def test_nothing_may_be_left() -> None:
    assert withhold(words("Untertitel der Amara.org-Community"))[0] == ()


def test_a_plain_text_stays_as_it_is() -> None:
    plain = words("Sie trinkt Tee. Sie dankt.")

    assert withhold(plain) == (tuple(plain), ())
