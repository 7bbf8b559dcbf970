"""What a Baustein may not hold: values and names, as they would be found in a dictation."""

from __future__ import annotations

from collections.abc import Iterator

from dokuhelfer.draft.clauses import cut
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.facts.extract import extract_all
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.normalise import normalise
from dokuhelfer.draft.template.mistake import Problem
from dokuhelfer.transcript.model import Segment, Transcript

_VALUES = frozenset({FactKind.NUMBER, FactKind.VITAL, FactKind.TIME, FactKind.DATE, FactKind.MONEY})


def values_and_names(text: str) -> Iterator[tuple[Problem, str]]:
    """Each number, time, … and each name of a person in it, and the words."""
    transcript = Transcript((Segment(0, None, None, text),))
    for facts in extract_all(cut(normalise(transcript, Context()))):
        for fact in facts:
            said = text[fact.span.start : fact.span.end]
            if fact.kind in _VALUES:
                yield Problem.BAUSTEIN_NUMBER, said
            elif fact.kind is FactKind.PERSON:
                yield Problem.BAUSTEIN_NAME, said
