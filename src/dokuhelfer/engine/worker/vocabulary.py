"""Text into tokens and back. What somebody said never becomes a control token."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

import llama_cpp

from dokuhelfer.engine.language_messages import Piece, Turn

_SPECIAL = llama_cpp.LLAMA_TOKEN_ATTR_CONTROL | llama_cpp.LLAMA_TOKEN_ATTR_USER_DEFINED
_NO_THOUGHTS = ("<think>", "\n\n", "</think>", "\n\n")

_FORMATS = (
    ("<|im_start|>", "<|im_end|>", {turn: f"{turn.value}\n" for turn in Turn}),  # Qwen
    (
        "<start_of_turn>",  # Gemma
        "<end_of_turn>",
        {Turn.SYSTEM: "user\n", Turn.USER: "user\n", Turn.ASSISTANT: "model\n"},
    ),
    (
        "<|start_of_role|>",  # Granite
        "<|end_of_text|>",
        {turn: f"{turn.value}<|end_of_role|>" for turn in Turn},
    ),
)
"""Opening token, closing token, and what stands between opening and text. Our own list: the
template inside a model file is a program and never run."""


class Vocabulary:
    """The tokens of one model.

    Args:
        vocabulary: llama.cpp's handle.
        thinks: see `LoadLanguage`.
    """

    def __init__(self, vocabulary: Any, thinks: bool) -> None:
        self._vocabulary = vocabulary
        self._thinks = thinks
        self._format = next(
            (one for one in _FORMATS if self._control(one[0]) and self._control(one[1])), None
        )

    def prompt(self, pieces: Sequence[Piece], opened: bool) -> list[int]:
        """The tokens of ``pieces``. ``opened`` says that a turn is open before them."""
        found: list[int] = []
        for piece in pieces:
            if piece.turn is not None:
                found.extend(self._turn(piece.turn, opened))
                opened = True
            found.extend(self.plain(piece.text))
        return found

    def plain(self, text: str) -> list[int]:
        """Tokens of text that is nothing but text.

        Control tokens are not looked for, but llama.cpp still finds what a model's maker
        defined („<think>“); such text is taken letter by letter.
        """
        tokens = self._tokenise(text, parse_special=False)
        if any(self.is_special(token) for token in tokens):
            return [one for letter in text for one in self._tokenise(letter, parse_special=False)]
        return tokens

    def is_special(self, token: int) -> bool:
        """Whether a token stands for something else than letters."""
        return bool(llama_cpp.llama_vocab_get_attr(self._vocabulary, token) & _SPECIAL)

    def ends(self, token: int) -> bool:
        """Whether a model that gives this token has nothing more to say."""
        end = bool(llama_cpp.llama_vocab_is_eog(self._vocabulary, token))
        return end or self.is_special(token)

    def letters(self, token: int) -> bytes:
        """The token as text: UTF-8, perhaps only a part of a letter."""
        buffer = bytearray(64)
        while True:
            room = (ctypes.c_char * len(buffer)).from_buffer(buffer)
            size = llama_cpp.llama_token_to_piece(
                self._vocabulary, token, room, len(buffer), 0, False
            )
            del room
            if size >= 0:
                return bytes(buffer[:size])
            buffer = bytearray(-size)

    def _turn(self, turn: Turn, opened: bool) -> Iterator[int]:
        if self._format is None:
            yield from self.plain(f"\n\n### {turn.value}:\n" if opened else f"### {turn.value}:\n")
            return
        opening, closing, names = self._format
        if opened:
            yield from (*self._control(closing), *self.plain("\n"))
        yield from self._control(opening)
        name, bar, control = names[turn].partition("<|")
        yield from (*self.plain(name), *self._control(bar + control))
        if turn is Turn.ASSISTANT and self._thinks:
            yield from self._no_thoughts()

    def _no_thoughts(self) -> Iterator[int]:
        """What Qwen's own format puts there for a model that shall answer at once."""
        for part in _NO_THOUGHTS:
            yield from self._tokenise(part, parse_special=True)

    def _control(self, name: str) -> list[int]:
        """The one token of that name; empty where the model has none."""
        tokens = self._tokenise(name, parse_special=True) if name else []
        return tokens if len(tokens) == 1 and self.is_special(tokens[0]) else []

    def _tokenise(self, text: str, *, parse_special: bool) -> list[int]:
        data = text.encode("utf-8")
        # No vocabulary makes more tokens than bytes, but for a blank some put in front.
        row = (llama_cpp.llama_token * (len(data) + 8))()
        count = llama_cpp.llama_tokenize(
            self._vocabulary, data, len(data), row, len(row), False, parse_special
        )
        if count < 0:
            raise RuntimeError("tokenise")
        return list(row[:count])
