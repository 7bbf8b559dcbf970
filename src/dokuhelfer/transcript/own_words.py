"""The user's own word list grows by one word: a name or drug that was heard wrongly."""

from __future__ import annotations

from pathlib import Path

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.files import read_input, replacing, stands
from dokuhelfer.transcript.vocabulary import MAX_WORD_LENGTH, ListKind, read_vocabulary

_BOM = b"\xef\xbb\xbf"


def remember(path: Path, word: str) -> None:
    """Put a word before all others of a list: the first count most. The rest stays as it is.

    Raises:
        DokuError: the list is not usable (`VOCABULARY_…`) or cannot be written; the word is
            none (`VOCABULARY_BROKEN`).
    """
    word = " ".join(word.split())
    if not word or "#" in word or len(word) > MAX_WORD_LENGTH or not word.isprintable():
        raise DokuError(Code.VOCABULARY_BROKEN, list=ListKind.PERSONAL.value, line=1)
    before = b""
    if stands(path):
        if word.casefold() in (one.casefold() for one in read_vocabulary(path, ListKind.PERSONAL)):
            return
        before = read_input(path).removeprefix(_BOM)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as stream:
        stream.write(word.encode() + b"\n" + before)
