"""One clause left out, which must then be listed as uncovered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dokuhelfer.draft.check.input import sentences
from dokuhelfer.draft.template.model import FieldType, Template
from dokuhelfer.evaluation.gold import Fields
from dokuhelfer.evaluation.mutate.model import (
    Fault,
    Mutation,
    Path,
    leaves,
    member_of,
    pointer,
    replaced,
)
from dokuhelfer.evaluation.score import flat

_PART = re.compile(r"(?<=;)\s+")
_WORD = re.compile(r"\d+|[^\W\d_]{4,}")
_STEM = 5
_FEWEST_WORDS = 3
_STAYS = 0.5
"""From this share of its content words elsewhere on, a clause is not gone from the draft."""
_NAMES_ONLY = frozenset({"person", "zimmer"})
_TEXTS = frozenset({FieldType.TEXT, FieldType.LIST})
_SENTENCE_ENDS = (".", "!", "?", "“")
"""What ends otherwise is a heading, a place or a name rather than a statement."""


def dropped(gold: Fields, template: Template) -> Iterator[Mutation]:
    """Drafts without one sentence, part of a sentence up to a semicolon, or list item.

    A clause whose content stands elsewhere in the draft as well is not taken: nothing
    would be missing.
    """
    for path, value in leaves(gold):
        member = member_of(template, path)
        if not isinstance(value, str) or member is None or member.type not in _TEXTS:
            continue
        if member.id in _NAMES_ONLY or not value.endswith(_SENTENCE_ENDS):
            continue
        parts = [part for sentence in sentences(value) for part in _PART.split(sentence)]
        for number, part in enumerate(parts):
            if len(part.split()) < _FEWEST_WORDS:
                continue
            fields = replaced(gold, path, _without(parts, number) or None)
            if not _stands_elsewhere(part, fields):
                yield _mutation(path, part.strip(), fields)


def _without(parts: list[str], number: int) -> str:
    """The parts but one; what remains of a sentence begins and ends like a sentence."""
    before = " ".join(part.strip() for part in parts[:number])
    behind = " ".join(part.strip() for part in parts[number + 1 :])
    if before.endswith(";") and not parts[number].rstrip().endswith(";"):
        before = before.removesuffix(";") + "."
    if not before.endswith(";"):
        behind = behind[:1].upper() + behind[1:]
    return f"{before} {behind}".strip()


def _stands_elsewhere(part: str, fields: Fields) -> bool:
    own, rest = _stems(part), _stems(flat(fields))
    return not own or len(own & rest) >= _STAYS * len(own)


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold())}


def _mutation(path: Path, part: str, fields: Fields) -> Mutation:
    return Mutation(Fault.CLAUSE_DROPPED, str(path[0]), pointer(path), part, "", fields)
