"""The normaliser: all stages in their order.

1. Marks: written tokens, capital letters where a dictation has none, spoken punctuation, quotation
   marks. First, because what is quoted stays as spoken and everything later must know it.
2. Hesitations and dialect words, so that no „äh“ stands inside a number and „zwoa“ is one; what
   goes on behind the end of a segment is brought together.
3. Values: numbers first, then what several numbers mean together; the clock has its quarters
   before fractions take theirs, and units come last because they need to know every number.
4. What is no content: asides, corrections (they compare values), commands, fillers.
5. a.m. or p.m., which needs the corrected clauses; then quotations get their own words back.
"""

from __future__ import annotations

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.normalise.asides import asides
from dokuhelfer.draft.normalise.belated import belated
from dokuhelfer.draft.normalise.capitals import capitals
from dokuhelfer.draft.normalise.clock import clock
from dokuhelfer.draft.normalise.commands import commands
from dokuhelfer.draft.normalise.corrections import corrections
from dokuhelfer.draft.normalise.dates import spoken_dates, written_dates
from dokuhelfer.draft.normalise.dialect import dialect
from dokuhelfer.draft.normalise.fillers import fillers, hesitations
from dokuhelfer.draft.normalise.fractions import fractions
from dokuhelfer.draft.normalise.hesitant import hesitant_values
from dokuhelfer.draft.normalise.idioms import idioms
from dokuhelfer.draft.normalise.initials import initials, levels
from dokuhelfer.draft.normalise.model import Normalised
from dokuhelfer.draft.normalise.numbers import numbers
from dokuhelfer.draft.normalise.postposed import postposed
from dokuhelfer.draft.normalise.punctuation import spoken_punctuation
from dokuhelfer.draft.normalise.quotes import spoken_quotes, verbatim
from dokuhelfer.draft.normalise.settle import settle
from dokuhelfer.draft.normalise.stitch import stitched
from dokuhelfer.draft.normalise.strikes import strikes
from dokuhelfer.draft.normalise.tokenise import tokenise
from dokuhelfer.draft.normalise.units import units
from dokuhelfer.draft.normalise.work import Work
from dokuhelfer.draft.normalise.written_clock import written_times
from dokuhelfer.transcript.model import Transcript

_MARKS = (capitals, initials, spoken_punctuation, spoken_quotes)
_VALUES = (
    dialect,
    written_dates,
    written_times,
    numbers,
    idioms,
    clock,
    spoken_dates,
    fractions,
    units,
)
_JOINING = (numbers, idioms, clock, units)
"""The values that may run over the end of a segment."""
_NO_CONTENT = (
    *(asides, hesitant_values, postposed, corrections, belated, strikes, commands),
    *(fillers, levels),
)


def normalise(transcript: Transcript, context: Context) -> Normalised:
    """The dictation as written tokens, each with its place in the original.

    Loss-free: every character of the original is inside a token, inside a dropped piece, or white
    space. Never raises on any text.
    """
    tokens = tuple(token for segment in transcript.segments for token in tokenise(segment))
    for mark_stage in _MARKS:
        tokens = mark_stage(tokens)
    work = stitched(hesitations(Work(tokens)), transcript.segments, _JOINING)
    tokens = work.tokens
    for value_stage in _VALUES:
        tokens = value_stage(tokens)
    work = Work(tokens, work.dropped)
    for stage in _NO_CONTENT:
        work = stage(work)
    texts = {segment.id: segment.text for segment in transcript.segments}
    tokens = verbatim(settle(work.tokens, context), texts)
    return Normalised(tokens, tuple(sorted(work.dropped, key=lambda piece: piece.span)))
