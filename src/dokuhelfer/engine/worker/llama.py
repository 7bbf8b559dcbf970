"""llama.cpp through its C interface: one model, one context, one growing row of tokens.

Nothing of the Python package above that interface is used: its `Llama` class applies the
chat template inside the file, which is code from outside, and walks the whole vocabulary for
each token of a grammar (inference.md §2.4).
"""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import llama_cpp
import numpy as np

from dokuhelfer.engine.language_messages import LoadLanguage
from dokuhelfer.errors import Code, DokuError

BUILD = str(llama_cpp.__version__)

Scores = np.ndarray[Any, np.dtype[np.float32]]
"""One number for each token of the vocabulary."""

_SEQUENCE = 0
_ABORTED = 2
"""What llama_decode returns when the abort callback said so (llama.h)."""


# llama.cpp keeps the address, so this has to live as long as the library.
_SILENCE = llama_cpp.llama_log_callback(lambda *_: None)


class Halting(Exception):
    """The parent wants no answer any more. What was begun is undone."""


class Llama:
    """A loaded model with its context.

    Args:
        request: which model, how large a context.
        halted: asked often during long work; True raises `Halting` there.
        take_turn: called before each step; returns when it may be computed, or is not wanted
            any more.

    Raises:
        DokuError: `MODEL_DEFECT`, llama.cpp cannot read the file; `MODEL_UNSUITED`, its
            memory of the prompt cannot be shortened, which everything here builds on.
        MemoryError: the context does not fit.

    Attributes:
        most: tokens that can be held.
        took: seconds that the last step computed, waiting for the turn not included.
    """

    def __init__(
        self,
        request: LoadLanguage,
        halted: Callable[[], bool],
        take_turn: Callable[[], None] = lambda: None,
    ) -> None:
        self._halted = halted
        self._take_turn = take_turn
        llama_cpp.llama_log_set(_SILENCE, None)
        llama_cpp.llama_backend_init()
        self._model = _load(request.file)
        self._context = _context(self._model, request)
        self.vocabulary = llama_cpp.llama_model_get_vocab(self._model)
        self._size: int = llama_cpp.llama_vocab_n_tokens(self.vocabulary)
        self._memory = llama_cpp.llama_get_memory(self._context)
        self._batch = request.batch
        self._abort = llama_cpp.ggml_abort_callback(lambda _: halted())
        self._tokens: list[int] = []
        self._scored = 0
        self.most: int = llama_cpp.llama_n_ctx(self._context)
        self.took = 0.0

    @property
    def tokens(self) -> Sequence[int]:
        """The tokens held so far."""
        return self._tokens

    def append(self, tokens: Sequence[int], *, each: bool = False) -> None:
        """Evaluate more tokens. All of them or, with `Halting`, none.

        ``each``: keep the scores behind each of them, not only behind the last; they have to
        fit into one step then.
        """
        if not tokens:
            return
        if len(self._tokens) + len(tokens) > self.most or (each and len(tokens) > self._batch):
            raise OverflowError
        held = len(self._tokens)
        try:
            for start in range(0, len(tokens), self._batch):
                self._evaluate(tokens[start : start + self._batch], each)
        except Halting:
            self.rewind(held)
            raise
        self._tokens.extend(tokens)
        self._scored = len(tokens) if each else 1

    def rewind(self, tokens: int) -> None:
        """Forget all behind the first ``tokens`` tokens."""
        llama_cpp.llama_memory_seq_rm(self._memory, _SEQUENCE, tokens, -1)
        if tokens != len(self._tokens):
            self._scored = 0
        del self._tokens[tokens:]

    def scores(self, back: int = 0) -> Scores:
        """The logits of what may come next, one for each token of the vocabulary.

        ``back``: of what may come behind the token so many before the last; only for tokens
        appended with ``each``. Valid until the next call of anything here.
        """
        if back >= self._scored:
            self._score_last()
        pointer = llama_cpp.llama_get_logits_ith(self._context, -1 - back)
        return np.ctypeslib.as_array(pointer, shape=(self._size,))

    def _score_last(self) -> None:
        """Evaluate the last token again. Halted before it is forgotten, or not at all."""
        if self._halted():
            raise Halting
        last = self._tokens.pop()
        llama_cpp.llama_memory_seq_rm(self._memory, _SEQUENCE, len(self._tokens), -1)
        self._decode((last,), each=False)
        self._tokens.append(last)
        self._scored = 1

    def save(self, file: Path) -> bool:
        """Write the state of the tokens held to ``file``; whether that went well."""
        row = _row(self._tokens)
        name = os.fsencode(file)
        written = llama_cpp.llama_state_seq_save_file(self._context, name, _SEQUENCE, row, len(row))
        return bool(written)

    def restore(self, file: Path, tokens: Sequence[int]) -> bool:
        """Take the state of exactly ``tokens`` from ``file``; False leaves nothing held."""
        self.rewind(0)
        found = (llama_cpp.llama_token * (len(tokens) + 1))()
        count = ctypes.c_size_t(0)
        read = llama_cpp.llama_state_seq_load_file(
            self._context, os.fsencode(file), _SEQUENCE, found, len(found), ctypes.byref(count)
        )
        if not read or list(found[: count.value]) != list(tokens):
            self.rewind(0)
            return False
        self._tokens = list(tokens)
        self._scored = 0
        return True

    def _evaluate(self, tokens: Sequence[int], each: bool) -> None:
        """One step. The callback is asked between parts of the computation, so that a long
        step ends within a moment; a single token is quicker than that."""
        self._take_turn()
        if self._halted():
            raise Halting
        self._decode(tokens, each)

    def _decode(self, tokens: Sequence[int], each: bool) -> None:
        watch = self._abort if len(tokens) > 1 else llama_cpp.ggml_abort_callback()
        llama_cpp.llama_set_abort_callback(self._context, watch, None)
        row = _row(tokens)
        batch = llama_cpp.llama_batch_get_one(row, len(row))
        if each:
            batch.logits = (ctypes.c_int8 * len(row))(*[1] * len(row))
        began = time.perf_counter()
        status = llama_cpp.llama_decode(self._context, batch)
        self.took = time.perf_counter() - began
        if status == _ABORTED:
            raise Halting
        if status != 0:
            raise RuntimeError("decode")


def _row(tokens: Sequence[int]) -> Any:
    return (llama_cpp.llama_token * len(tokens))(*tokens)


def _set(parameters: Any, **values: int) -> None:
    """A field that a new version has renamed would otherwise be set without any effect."""
    known = {name for name, *_ in parameters._fields_}
    if not values.keys() <= known:
        raise AttributeError
    for name, value in values.items():
        setattr(parameters, name, value)


def _load(file: str) -> Any:
    parameters = llama_cpp.llama_model_default_params()
    # With mapping the weights are resident twice, as stored and as rearranged for the
    # processor: 4.55 GB instead of 2.84 GB for 4B (inference.md §2.5).
    _set(parameters, load_mode=llama_cpp.LLAMA_LOAD_MODE_NONE, n_gpu_layers=0)
    model = llama_cpp.llama_model_load_from_file(os.fsencode(file), parameters)
    if not model:
        raise DokuError(Code.MODEL_DEFECT)
    grows_only = llama_cpp.llama_model_is_recurrent(model) or llama_cpp.llama_model_is_hybrid(model)
    if grows_only:
        raise DokuError(Code.MODEL_UNSUITED)
    return model


def _context(model: Any, request: LoadLanguage) -> Any:
    parameters = llama_cpp.llama_context_default_params()
    _set(
        parameters,
        n_ctx=request.context,
        n_batch=request.batch,
        n_ubatch=request.batch,
        n_threads=request.threads,
        n_threads_batch=request.threads,
        # Models with a sliding window could otherwise not be rewound (inference.md §2.5).
        swa_full=True,
    )
    context = llama_cpp.llama_init_from_model(model, parameters)
    if not context:
        raise MemoryError
    return context
