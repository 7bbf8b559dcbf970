"""Word lists: names, drugs and places recognition should expect. Plain text files."""

from __future__ import annotations

from pathlib import Path

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.files import read_input

MAX_WORDS = 1000
"""A list of a whole town does not help: about 40 words fit beside the text (inference.md
§1.7), the first ones of the list."""

MAX_WORD_LENGTH = 60


def read_vocabulary(path: Path) -> tuple[str, ...]:
    """The words of a list: UTF-8, one a line, ``#`` begins a comment.

    Doubles are left out; the order stays, as the first words count most.

    Raises:
        DokuError: the file cannot be read (`INPUT_…`), or `VOCABULARY_BROKEN` with the
            line number.
    """
    try:
        text = read_input(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DokuError(Code.TEXT_NOT_UTF8) from None
    words: dict[str, None] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        word = " ".join(line.partition("#")[0].split())
        if len(word) > MAX_WORD_LENGTH or not word.isprintable():
            raise DokuError(Code.VOCABULARY_BROKEN, line=number)
        if word:
            words[word] = None
        if len(words) > MAX_WORDS:
            raise DokuError(Code.VOCABULARY_BROKEN, line=number)
    return tuple(words)
