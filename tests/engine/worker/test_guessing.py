"""What is guessed to come next of a text at hand. Tokens are letters here."""

from __future__ import annotations

from dokuhelfer.engine.worker.guessing import Guesses

TEXT = "der hund und der kater und der hahn"


def letters(text: str) -> list[int]:
    return [ord(letter) for letter in text]


def follow(written: str, near: str = TEXT, most: int = 4) -> tuple[str, int]:
    """Writes with guesses as `writing.write` does; what was guessed wrong, and the steps."""
    guesses, ahead, steps, wrong = Guesses(letters(near)), [], 0, ""
    for at, token in enumerate(letters(written)):
        guesses.hear(token)
        if ahead and ahead[0] == token:
            del ahead[0]
        else:
            wrong += "".join(map(chr, ahead))
            ahead = guesses.next(min(most, len(written) - at - 1))
            steps += 1
    return wrong, steps


def test_a_text_said_again_is_guessed() -> None:
    wrong, steps = follow(TEXT)
    assert steps < len(TEXT) / 2
    assert len(wrong) < 12  # „der“ comes three times


def test_what_is_not_in_the_text_is_not_guessed() -> None:
    assert follow("xyz", near="abc") == ("", 3)
    assert follow("abc", near="") == ("", 3)


def test_after_another_word_the_text_is_found_again() -> None:
    _, steps = follow(TEXT.replace("kater", "vogel"))
    assert steps < len(TEXT) * 2 / 3


def test_the_chance_of_a_guess_follows_those_made() -> None:
    said, other = Guesses(letters(TEXT)), Guesses(letters(TEXT))
    at_first = said.chance
    for letter in letters(TEXT):
        said.hear(letter)
        said.next(1)
    for letter in letters("der hase, der hirsch, der hecht"):
        other.hear(letter)
        other.next(1)
    assert other.chance < at_first < said.chance < 1


def test_no_more_is_guessed_than_there_is_room_for() -> None:
    guesses = Guesses(letters(TEXT))
    guesses.hear(ord("d"))
    assert guesses.next(2) == letters("er")
    assert guesses.next(0) == []
