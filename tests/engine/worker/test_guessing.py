"""What is guessed to come next of a text at hand. Tokens are letters here."""

from __future__ import annotations

from dokuhelfer.engine.worker.guessing import Guesses

TEXT = "der hund und der kater und der hahn"


def letters(text: str) -> list[int]:
    return [ord(letter) for letter in text]


def follow(written: str, near: str = TEXT) -> tuple[str, int]:
    """Writes with guesses as `writing.write` does; what was guessed wrong, and the steps."""
    guesses, ahead, steps, wrong = Guesses(letters(near)), [], 0, ""
    for at, token in enumerate(letters(written)):
        guesses.hear(token)
        if ahead and ahead[0] == token:
            del ahead[0]
        else:
            wrong += "".join(map(chr, ahead))
            ahead = guesses.next(len(written) - at - 1)
            steps += 1
    return wrong, steps


def test_a_text_said_again_is_guessed_and_guesses_grow() -> None:
    wrong, steps = follow(TEXT)
    assert steps < len(TEXT) / 3
    assert len(wrong) < 8  # „der“ comes three times


def test_what_is_not_in_the_text_is_not_guessed() -> None:
    assert follow("xyz", near="abc") == ("", 3)
    assert follow("abc", near="") == ("", 3)


def test_after_another_word_the_text_is_found_again() -> None:
    _, steps = follow(TEXT.replace("kater", "vogel"))
    assert steps < len(TEXT) * 2 / 3


def test_where_guesses_fail_they_become_short() -> None:
    written = "der hase, der hirsch, der hecht"
    wrong, _ = follow(written)
    assert len(wrong) < len(written)


def test_no_more_is_guessed_than_there_is_room_for() -> None:
    guesses = Guesses(letters(TEXT))
    guesses.hear(ord("d"))
    assert guesses.next(2) == letters("er")
    assert guesses.next(0) == []
