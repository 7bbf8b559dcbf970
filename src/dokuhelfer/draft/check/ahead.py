"""Steps written as done at a time after the dictation was recorded (domain.md §3 R04)."""

from __future__ import annotations

from collections.abc import Iterator

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.days import day_words
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.quantities import Quantity, QuantityKind
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.steps import PRESENT, says_done
from dokuhelfer.draft.facts.lexicon.speech import DONE_AUXILIARIES
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.model import Finding, Kind

_AHEAD = 8 * 60
"""Minutes; what lies further ahead by the clock may be of the evening before."""


def check_ahead(checked: Checked, source: Source) -> Iterator[Finding]:
    """„um 11:00 Uhr angerufen“, recorded at half past ten, from „rufen wir um elf an“."""
    recorded = source.context.recorded
    if recorded is None or checked.facts(FactKind.DATE, FactKind.RELATIVE_DAY):
        return
    now = recorded.hour * 60 + recorded.minute
    for piece, place in checked.pairs():
        said = tuple(source.at(place.clauses))
        if not says_done(piece) or any(_past(clause) for clause in said):
            continue
        if any(_done_at(chunk, piece, now) for chunk in piece.chunks):
            yield checked.item.finding(Kind.PLANNED_AS_DONE, Sentence.PLANNED)
            return


def _done_at(chunk: Chunk, piece: Piece, now: int) -> bool:
    """„nicht erreicht, neuer Versuch um 17:00 Uhr“: time and participle stand together."""
    if not chunk.words or chunk.negation or not is_participle(chunk.words[-1]):
        return False
    own = [q for q in piece.quantities if chunk.start <= q.index < chunk.end]
    return any(_ahead(quantity, now) for quantity in own)


def _ahead(quantity: Quantity, now: int) -> bool:
    if quantity.kind is not QuantityKind.TIME:
        return False
    return now < min(quantity.readings) <= now + _AHEAD  # drafts write twenty-four hours


def _past(clause: Piece) -> bool:
    """Whether a clause may tell what happened: by its form, or by another day."""
    if clause.words & (DONE_AUXILIARIES | PRESENT) or tuple(day_words(clause)):
        return True
    return any(is_participle(word) for chunk in clause.chunks for word in chunk.words)
