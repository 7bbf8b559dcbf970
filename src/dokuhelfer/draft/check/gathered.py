"""What the statements of a draft hold together: places, words, nos and conditions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dokuhelfer.draft.check.input import Item
from dokuhelfer.draft.check.pieces import conditions
from dokuhelfer.draft.check.source import Checked
from dokuhelfer.draft.check.terms import Keys

THINGS = frozenset({"art", "speise", "name", "getraenk", "medikament"})
"""Members of an entry that name what the others are about."""


def anchors_of(
    items: Sequence[Item], located: Mapping[int, Checked]
) -> dict[tuple[str, int], set[int]]:
    """Per group entry the places its words were found at."""
    anchors: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for number, checked in located.items():
        item = items[number]
        if item.entry is not None and item.member.id != "person":
            anchors[item.field.id, item.entry].update(checked.found)
    return anchors


def things_of(located: Iterable[Checked]) -> dict[tuple[str, int], Keys]:
    """Per group entry what the thing it is about is matched by: „Brot“ of a meal."""
    things: defaultdict[tuple[str, int], Keys] = defaultdict(frozenset)
    for checked in located:
        item = checked.item
        if item.entry is not None and item.member.id in THINGS:
            own = (key for piece in checked.pieces for t in piece.terms for key in t.keys)
            things[item.field.id, item.entry] |= frozenset(own)
    return things


def words_by_place(located: Iterable[Checked]) -> Mapping[str, frozenset[str]]:
    """What the words of each field (or member of an entry, or list) are matched by."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for checked in located:
        for piece in checked.pieces:
            for chunk in piece.chunks:
                found[place_of(checked.item)].update(chunk.keys)
    return {path: frozenset(keys) for path, keys in found.items()}


def denied_by(located: Iterable[Checked]) -> tuple[tuple[Item, Keys], ...]:
    """What each statement says no about."""
    return tuple(
        (checked.item, frozenset(key for term in chunk.core for key in term.keys))
        for checked in located
        for piece in checked.pieces
        for chunk in piece.chunks
        if chunk.negative
    )


def conditional_words(located: Iterable[Checked]) -> Keys:
    """What the words of all conditional clauses of the draft are matched by."""
    return frozenset(
        key
        for checked in located
        for piece in checked.pieces
        if conditions(piece)
        for chunk in piece.chunks
        for key in chunk.keys
    )


def place_of(item: Item) -> str:
    """Path of a field, or of a member of one of its entries."""
    return f"/{item.field.id}" if item.entry is None else item.path
