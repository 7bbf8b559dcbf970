"""Dense paraphrases against the same with one thing wrong; see ``pairs/README.md``.

Two parts: what may be read while rules are written, and what is held out.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest

from dokuhelfer.draft.check import check
from dokuhelfer.draft.check.input import sentences
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Finding, Severity
from dokuhelfer.draft.prepared import prepare
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.transcript.json import from_text

FOLDER = Path(__file__).parent / "pairs"
FIELDS = {"care": ("pflegebericht", "beobachtung"), "counsel": ("beratungsprotokoll", "situation")}
FILES = ("care", "counsel", "care_more", "counsel_more", "care_turns", "counsel_turns")
"""Named by which of `FIELDS` they go to."""
TOGETHER = 8
"""Items of one dictation."""
READ, HELD_OUT = "read", "held out"

MOST_FALSE = {READ: 0.17, HELD_OUT: 0.18}
"""Share of right sentences with a block finding."""
LEAST_NOTICED = {READ: 0.56, HELD_OUT: 0.53}

Item = dict[str, Any]


@dataclass
class Figures:
    """Right sentences and how many are blocked, wrong forms and how many are noticed."""

    right: int = 0
    blocked: int = 0
    alarms: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    noticed: Counter[str] = field(default_factory=Counter)


def part_of(item: Item) -> str:
    number = int("".join(filter(str.isdigit, item["id"])))
    return HELD_OUT if number % 3 == 0 else READ


def closed(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."


class Group:
    """Some items as one dictation, and the check of any draft of it."""

    def __init__(self, name: str, items: Sequence[Item]) -> None:
        template, self._field = FIELDS[name.partition("_")[0]]
        self.items = items
        self._template = load_template(template)
        self._spoken = from_text(" ".join(closed(item["spoken"]) for item in items))
        self._prepared = prepare(self._spoken, Context())

    def blocks(self, forms: Sequence[str]) -> list[Finding]:
        fields = {self._field: " ".join(map(closed, forms))}
        result = check(self._spoken, self._template, fields, Context(), prepared=self._prepared)
        return [f for f in result.findings if f.severity is Severity.BLOCK]


def of_text(found: Sequence[Finding], text: str) -> Counter[tuple[str, str]]:
    """What the findings say about the sentences of a text."""
    own = {sentence.strip() for sentence in sentences(closed(text))}
    return Counter((f.kind.value, f.detail) for f in found if f.text.strip() in own)


def made_from(item: Item, wrong: str) -> int:
    """Which of the right forms a wrong one was made from."""
    return max((0, 1), key=lambda n: SequenceMatcher(None, item["right"][n], wrong).ratio())


def wrong_drafts(group: Group, form: int) -> Iterator[list[Item | None]]:
    """Each wrong form made from the right ones numbered ``form`` once, one an item a draft."""
    rows = [
        [wrong for wrong in item["wrong"] if made_from(item, wrong["text"]) == form]
        for item in group.items
    ]
    yield from map(list, zip_longest(*rows))


def measure(group: Group, found: dict[str, Figures]) -> None:
    for form in (0, 1):
        right = [item["right"][form] for item in group.items]
        base = group.blocks(right)
        for item, text in zip(group.items, right, strict=True):
            figures = found[part_of(item)]
            own = of_text(base, text)
            blocked = {f.text for f in base if f.text.strip() in set(sentences(closed(text)))}
            figures.right += len(list(sentences(closed(text))))
            figures.blocked += len(blocked)
            figures.alarms.update(kind for kind, _ in own.elements())
        for row in wrong_drafts(group, form):
            texts = [wrong["text"] if wrong else own for wrong, own in zip(row, right, strict=True)]
            blocks = group.blocks(texts)
            for item, wrong, own in zip(group.items, row, right, strict=True):
                if wrong is not None:
                    figures = found[part_of(item)]
                    figures.wrong[wrong["kind"]] += 1
                    new = of_text(blocks, wrong["text"]) - of_text(base, own)
                    figures.noticed[wrong["kind"]] += bool(new)


@cache
def measured() -> dict[str, Figures]:
    found = {READ: Figures(), HELD_OUT: Figures()}
    for name in FILES:
        items = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
        for start in range(0, len(items), TOGETHER):
            measure(Group(name, items[start : start + TOGETHER]), found)
    return found


@pytest.mark.parametrize("part", [READ, HELD_OUT])
def test_faithful_forms_are_left_alone(part: str) -> None:
    figures = measured()[part]
    assert figures.blocked / figures.right <= MOST_FALSE[part]


@pytest.mark.parametrize("part", [READ, HELD_OUT])
def test_wrong_forms_are_noticed(part: str) -> None:
    figures = measured()[part]
    assert figures.noticed.total() / figures.wrong.total() >= LEAST_NOTICED[part]
