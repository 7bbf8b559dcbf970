"""Where a typed value may come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.terms import Keys
from dokuhelfer.draft.facts.model import FactName
from dokuhelfer.draft.facts.view import word_matches
from dokuhelfer.draft.template.model import Field, Template


@dataclass(frozen=True, slots=True)
class Place:
    """Where a typed value may come from.

    Attributes:
        pieces: the clauses it is looked for in.
        template: to tell the fields of the same type apart.
        things: what the thing that its entry is about is matched by.
    """

    pieces: tuple[Piece, ...]
    template: Template
    things: Keys = frozenset()


def fact_name(field: Field) -> FactName | None:
    """The fact a field is bound to, None for none or an unknown one."""
    try:
        return FactName(field.fact) if field.fact else None
    except ValueError:
        return None


def cued(piece: Piece, cues: Sequence[str]) -> bool:
    """Whether one of the cues of a template stands in a clause."""
    words = [token.text.lower() for token in piece.clause.tokens]
    return any(_phrase(words, cue.split()) for cue in cues)


def _phrase(words: Sequence[str], phrase: Sequence[str]) -> bool:
    size = len(phrase)
    return any(
        all(word_matches(p, w) for p, w in zip(phrase, words[i : i + size], strict=True))
        for i in range(len(words) - size + 1)
    )
