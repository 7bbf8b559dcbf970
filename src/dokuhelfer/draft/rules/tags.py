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


def is_condition(item: Item) -> bool:
    """„…, aber erst wenn sie die Vollmacht bringt“: the condition of what stands before it."""
    opening = item.text[:_LEADS]
    at = next((at for at, word in enumerate(opening) if word in _IF), None)
    if at is None or not set(opening[:at]) <= _BEFORE_IF:
        return False
    commas = [index for index, word in enumerate(item.view.low) if word == ","]
    return not commas or commas[0] >= len(item.view) - 1


_LEADS = 4
_IF = frozenset({"wenn", "falls", "sofern", "sobald", "solange"})
_BEFORE_IF = frozenset({"aber", "nur", "erst", "allerdings", "jedoch", "auch", "dann", "also"})
