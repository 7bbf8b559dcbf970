"""How the model is asked: choose one of given options, or write on."""

from __future__ import annotations

import codecs
from collections.abc import Generator, Sequence

import numpy as np

from dokuhelfer.engine.language_messages import Stop
from dokuhelfer.engine.worker.llama import Llama
from dokuhelfer.engine.worker.vocabulary import Vocabulary


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


def write(
    llama: Llama, vocabulary: Vocabulary, most: int, stops: Sequence[str]
) -> Generator[str, None, Stop]:
    """Write on greedily; yields what was written as soon as it cannot be part of a stop.

    Returns (as the generator's value) why it ended. The stop itself is not yielded.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    waiting = ""
    reason = Stop.MOST
    for _ in range(min(most, llama.most - len(llama.tokens))):
        token = int(np.argmax(llama.scores()))
        if vocabulary.ends(token):
            reason = Stop.END
            break
        waiting += decoder.decode(vocabulary.letters(token))
        llama.append((token,))
        stop = min((at for one in stops if (at := waiting.find(one)) >= 0), default=-1)
        if stop >= 0:
            waiting = waiting[:stop]
            reason = Stop.STOP
            break
        held_back = _may_stop(waiting, stops)
        if len(waiting) > held_back:
            yield waiting[: len(waiting) - held_back]
            waiting = waiting[len(waiting) - held_back :]
    if reason is not Stop.STOP:
        waiting += decoder.decode(b"", final=True)
    if waiting:
        yield waiting
    return reason


def _may_stop(text: str, stops: Sequence[str]) -> int:
    """Length of the longest end of ``text`` that a stop may begin with."""
    longest = max((len(one) for one in stops), default=1) - 1
    for size in range(min(longest, len(text)), 0, -1):
        if any(one.startswith(text[-size:]) for one in stops):
            return size
    return 0
