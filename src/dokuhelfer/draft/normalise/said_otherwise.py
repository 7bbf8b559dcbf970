"""A predicate or a name taken back in other words (R03).

„wurde gewechselt, stimmt nicht, wird morgen gewechselt“; „Brandt, nein, Brenner heißt das“.

Of a predicate the same participle ends both, and a form of the same auxiliary opens both.
"""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.normalise.model import Token
from dokuhelfer.draft.normalise.restated import PARTICIPLE
from dokuhelfer.draft.normalise.runs import capital, ends_clause, low, word
from dokuhelfer.draft.normalise.scene import Repair, Scene, clause_start, negated
from dokuhelfer.draft.normalise.tables import corrections as table

_AUXILIARIES = {form: family for family, forms in table.AUXILIARIES.items() for form in forms}


def by_same_end(scene: Scene) -> Repair | None:
    """The predicate behind a strong marker for the one before it; the subject stays."""
    family = _AUXILIARIES.get(word(scene.after, 0))
    ending = _clause_end(scene.after)
    last = len(scene.before) - 1
    if not scene.strong or family is None or ending != low(scene.before, last):
        return None
    if PARTICIPLE.fullmatch(ending) is None or _claimed(scene):
        return None
    for at in range(last - 1, clause_start(scene), -1):
        if _AUXILIARIES.get(word(scene.before, at)) == family:
            return Repair(at, last + 1)
    return None


def _clause_end(tokens: Sequence[Token]) -> str:
    """The last word of the clause that ``tokens`` begin, in lower case."""
    end = next((at for at, token in enumerate(tokens) if ends_clause(token)), len(tokens))
    return low(tokens, end - 1) if end else ""


def denied_name(scene: Scene) -> Repair | None:
    """„Autohaus Brandt, nein, nicht Brandt, Brenner heißt das“: denied and named anew."""
    last = len(scene.before) - 1
    nouns = capital(scene.before, last) and capital(scene.after, 3)
    said = low(scene.before, last) == low(scene.after, 1) and low(scene.after, 2) == ","
    told = nouns and said and word(scene.after, 0) == "nicht"
    return Repair(last, last + 1, lead=3) if told else None


def named_anew(scene: Scene) -> Repair | None:
    """„Bezirksregierung Arnsberg, nee, Münster ist das“."""
    last = len(scene.before) - 1
    nouns = capital(scene.before, last) and capital(scene.after, 0)
    named = capital(scene.before, last - 1) and last - 1 >= scene.floor
    told = word(scene.after, 1) in _IS and word(scene.after, 2) in {"das", "es"}
    ends = len(scene.after) < 4 or ends_clause(scene.after[3])
    if not (nouns and named and told and ends) or negated(scene) or _claimed(scene):
        return None
    return Repair(last, last + 1)


_IS = frozenset({"ist", "war", "heißt", "wars", "isses"})


def was_anothers(scene: Scene) -> Repair | None:
    """„Speed hat er genommen, nee stopp, das war sein Bruder, er selbst nicht“.

    What was told of the person is taken back; whose it was stays beside the thing it was about.
    """
    told = word(scene.after, 0) in {"das", "es"} and word(scene.after, 1) in {"war", "ist", "waren"}
    if not (scene.strong and told and _not_oneself(scene.after)):
        return None
    last = len(scene.before)
    for at in range(last - 1, max(scene.floor, last - STATEMENT) - 1, -1):
        if ends_clause(scene.before[at]):
            return None
        pair = word(scene.before, at), word(scene.before, at + 1)
        if pair[0] in _VERBS and pair[1] in table.PRONOUNS:
            return Repair(at, last)
        if pair[0] in table.PRONOUNS and pair[1] in _VERBS:
            return Repair(at, at + 2)
    return None


def _not_oneself(tokens: Sequence[Token]) -> bool:
    return any(
        word(tokens, at) in table.PRONOUNS
        and word(tokens, at + 1) in {"selbst", "selber"}
        and word(tokens, at + 2) == "nicht"
        for at in range(2, len(tokens))
    )


STATEMENT = 8
"""Most tokens of a statement that is taken back."""
_VERBS = table.AUXILIARIES["haben"] | table.AUXILIARIES["sein"] | table.FINITE


def _claimed(scene: Scene) -> bool:
    """Whether somebody says, thinks or wants what stands before the marker."""
    return any(token.text.lower() in table.CLAIMS for token in scene.before[scene.floor :])
