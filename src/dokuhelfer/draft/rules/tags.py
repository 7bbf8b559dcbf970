"""Small clauses that only tell who said what stands before them."""

from __future__ import annotations

from dokuhelfer.draft.rules.item import Item


def is_tag(item: Item, sentence: int) -> bool:
    """„…, sagt er“, „…, so hat sie es formuliert“: belongs to what was said before."""
    if item.clause.sentence != sentence or len(item.words) > _TAG_WORDS:
        return False
    low = set(item.text)
    return bool(low & _TAGS) and low <= _TAGS | _TAG_FILL


_TAG_WORDS = 6
_TAGS = frozenset(
    {"sagt", "sagte", "gesagt", "meint", "meinte", "gemeint", "formuliert", "behauptet", "erzählt",
     "berichtet", "ausgedrückt", "geschrieben", "angegeben"}
)  # fmt: skip
_TAG_FILL = frozenset(
    {"er", "sie", "so", "hat", "es", "das", "mir", "selbst", "dazu", "wörtlich", "haben", "gleich"}
)
