"""A dictation made ready: what both engines and the check start from."""

from __future__ import annotations

from dataclasses import dataclass

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.clauses import cut
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.facts.extract import extract_all
from dokuhelfer.draft.facts.model import Fact
from dokuhelfer.draft.normalise import normalise
from dokuhelfer.draft.normalise.model import Normalised
from dokuhelfer.transcript.model import Transcript


@dataclass(frozen=True, slots=True)
class Prepared:
    """A dictation, normalised and cut.

    ``facts[i]`` are the facts of ``clauses[i]``.
    """

    normalised: Normalised
    clauses: tuple[Clause, ...]
    facts: tuple[tuple[Fact, ...], ...]


def prepare(transcript: Transcript, context: Context) -> Prepared:
    """Normalise, cut, extract."""
    normalised = normalise(transcript, context)
    clauses = cut(normalised)
    return Prepared(normalised, clauses, extract_all(clauses))
