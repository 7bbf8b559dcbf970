"""The pieces of an alignment become words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from faster_whisper.transcribe import merge_punctuations

from dokuhelfer.engine.messages import SpokenWord

_PREPENDED = "\"'“¿([{-„»"
_APPENDED = "\"'.。,，!！?？:：”)]}、“«"

Piece = dict[str, Any]
"""As faster-whisper has it: ``word``, ``start`` and ``end`` in seconds, ``probability``."""


def words_of(pieces: list[Piece], duration: float) -> tuple[SpokenWord, ...]:
    """The words, none of which goes on beyond ``duration`` seconds.

    faster-whisper takes a sign within a word, as in "3.455", "39,8" or "HNO-Arzt", for the
    beginning of another word; but only words have a blank before them.
    """
    merge_punctuations(pieces, _PREPENDED, _APPENDED)
    return tuple(_spoken(word, duration) for word in _whole(pieces))


def _whole(pieces: Iterable[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    word: list[Mapping[str, Any]] = []
    for piece in pieces:
        if word and str(piece["word"]).startswith(" "):
            yield word
            word = []
        if str(piece["word"]).strip():
            word.append(piece)
    if word:
        yield word


def _spoken(word: Sequence[Mapping[str, Any]], duration: float) -> SpokenWord:
    return SpokenWord(
        text="".join(str(piece["word"]) for piece in word).strip(),
        start=round(min(float(word[0]["start"]), duration), 2),
        end=round(min(float(word[-1]["end"]), duration), 2),
        p=round(min(float(piece["probability"]) for piece in word), 3),
    )
