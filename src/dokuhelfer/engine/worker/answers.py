"""How the model is asked to choose one of given options."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dokuhelfer.engine.worker.llama import Llama


def choose(llama: Llama, options: Sequence[Sequence[int]]) -> int:
    """The index of the option whose tokens are likeliest to come next.

    What all options begin with is evaluated once; mostly one token is left then, and a
    single step of the model answers. The tokens held are the same afterwards.
    """
    held = len(llama.tokens)
    common = _common(options)
    try:
        llama.append(options[0][:common])
        left = [option[common:] for option in options]
        first = llama.scores().copy()
        if all(len(option) == 1 for option in left):
            return int(np.argmax([first[option[0]] for option in left]))
        return int(np.argmax([_likelihood(llama, first, option) for option in left]))
    finally:
        llama.rewind(held)


def _common(options: Sequence[Sequence[int]]) -> int:
    """How many tokens all options share, each keeping one of its own."""
    shortest = min(len(option) for option in options)
    for at in range(shortest - 1):
        if len({option[at] for option in options}) > 1:
            return at
    return max(0, shortest - 1)


def _likelihood(
    llama: Llama, first: np.ndarray[tuple[int], np.dtype[np.float32]], option: Sequence[int]
) -> float:
    """Logarithm of the probability of these tokens; ``first`` are the scores before them."""
    held = len(llama.tokens)
    total = 0.0
    scores = first
    for at, token in enumerate(option):
        if at:
            llama.append((option[at - 1],))
            scores = llama.scores()
        highest = float(scores.max())
        total += float(scores[token]) - highest
        total -= float(np.log(np.exp(scores - highest).sum()))
    llama.rewind(held)
    return total
