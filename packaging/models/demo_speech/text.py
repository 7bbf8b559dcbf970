"""German care and counselling sentences from the patterns of ``grammar.toml``.

The same seed gives the same sentences, on every machine.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_GRAMMAR = Path(__file__).with_name("grammar.toml")
_SLOT = re.compile(r"\{([a-z_]+)\}")
_NUMBER = re.compile(r"\[(\d+)-(\d+)(?:/(\d+))?\]")
_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{3,14}")
_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Grammar:
    """What sentences are made of.

    Attributes:
        slots: what may stand for ``{name}``; values may contain slots and numbers.
        patterns: sentences; ``[5-20/5]`` is a number from 5 to 20 in steps of 5.
        fillers: short common words mixed into the nonsense sentences.
    """

    slots: Mapping[str, Sequence[str]]
    patterns: Sequence[str]
    fillers: Sequence[str]


def load_grammar(path: Path = _GRAMMAR) -> Grammar:
    """Read the grammar; a slot that is used but not defined is a `KeyError`."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    grammar = Grammar(raw["slots"], raw["patterns"], raw["fillers"])
    for text in (*grammar.patterns, *(value for slot in grammar.slots.values() for value in slot)):
        for name in _SLOT.findall(text):
            grammar.slots[name]
    return grammar


def sentences(
    count: int,
    seed: int,
    words: Sequence[str] = (),
    nonsense: float = 0.3,
    grammar: Grammar | None = None,
) -> Iterator[str]:
    """Yield ``count`` sentences; a share of them are random ``words`` if there are any.

    The nonsense keeps the model listening: without it, a sentence's beginning is enough
    to guess the rest.
    """
    source = grammar or load_grammar()
    chance = random.Random(seed)  # noqa: S311 - repeatable training data, no secret
    for _ in range(count):
        if words and chance.random() < nonsense:
            yield _nonsense(chance, words, source.fillers)
        else:
            yield _expand(chance.choice(source.patterns), chance, source)


def read_words(path: Path) -> tuple[str, ...]:
    """The usable words of a word list such as Debian's ``wngerman``, one a line."""
    lines = path.read_text(encoding="utf-8").split()
    return tuple(word for word in lines if _WORD.fullmatch(word))


def _expand(pattern: str, chance: random.Random, grammar: Grammar) -> str:
    text = pattern
    for _ in range(_DEPTH):
        text, replaced = _SLOT.subn(lambda slot: chance.choice(grammar.slots[slot[1]]), text)
        if not replaced:
            break
    else:
        raise ValueError("grammar: slots refer to each other in a circle")
    text = _NUMBER.sub(lambda number: _number(number, chance), text)
    return text[0].upper() + text[1:]


def _number(match: re.Match[str], chance: random.Random) -> str:
    low, high, step = int(match[1]), int(match[2]), int(match[3] or 1)
    return str(chance.randrange(low, high + 1, step))


def _nonsense(chance: random.Random, words: Sequence[str], fillers: Sequence[str]) -> str:
    chosen = [
        chance.choice(words if chance.random() < 0.65 else fillers)
        for _ in range(chance.randint(3, 7))
    ]
    text = " ".join(chosen)
    return text[0].upper() + text[1:] + "."
