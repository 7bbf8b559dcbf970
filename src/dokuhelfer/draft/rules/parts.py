"""The words of a clause between its marks and joints: what belongs closely together."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.rules.item import Item

Part = list[tuple[int, str]]
"""Token index and lower-case word, in order."""


def parts(item: Item) -> list[Part]:
    """The words of a clause between its marks and joints: no cue has its parts on both sides."""
    found: list[Part] = [[]]
    last = -1
    for index, word in item.words:
        marked = any(
            item.view.kind(at) in {TokenKind.PUNCT, TokenKind.BREAK}
            for at in range(last + 1, index)
        )
        if marked or word in _JOINTS:
            found.append([])
        found[-1].append((index, word))
        last = index
    return found


_JOINTS = words("aber sondern weil dass wenn falls nachdem bevor obwohl damit sobald")


def part_at(item: Item, index: int) -> Part:
    """The part in which the word at ``index`` stands; empty where none does."""
    return next((part for part in parts(item) if any(at == index for at, _ in part)), [])
