"""A predicate taken back: „wurde gewechselt, stimmt nicht, wird morgen gewechselt“ (R03).

The same thing is said to have been done and not, or at another time: the same participle ends
both, a form of the same auxiliary opens both.
"""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.normalise.model import Token
from dokuhelfer.draft.normalise.restated import PARTICIPLE
from dokuhelfer.draft.normalise.runs import ends_clause, low, word
from dokuhelfer.draft.normalise.scene import Repair, Scene, clause_start
from dokuhelfer.draft.normalise.tables import corrections as table

_AUXILIARIES = {form: family for family, forms in table.AUXILIARIES.items() for form in forms}


def by_same_end(scene: Scene) -> Repair | None:
    """The predicate behind a strong marker for the one before it; the subject stays."""
    family = _AUXILIARIES.get(word(scene.after, 0))
    ending = _clause_end(scene.after)
    last = len(scene.before) - 1
    if not scene.strong or family is None or ending != low(scene.before, last):
        return None
    if PARTICIPLE.fullmatch(ending) is None:
        return None
    for at in range(last - 1, clause_start(scene), -1):
        if _AUXILIARIES.get(word(scene.before, at)) == family:
            return Repair(at, last + 1)
    return None


def _clause_end(tokens: Sequence[Token]) -> str:
    """The last word of the clause that ``tokens`` begin, in lower case."""
    end = next((at for at, token in enumerate(tokens) if ends_clause(token)), len(tokens))
    return low(tokens, end - 1) if end else ""
