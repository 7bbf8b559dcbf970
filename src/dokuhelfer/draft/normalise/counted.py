"""Repairs by what is counted: another number or ordinal of the same, however said anew (R03)."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.normalise import numerals
from dokuhelfer.draft.normalise.like_by_like import STEM, counted
from dokuhelfer.draft.normalise.model import Token, TokenKind
from dokuhelfer.draft.normalise.runs import ends_clause, is_kind, low, phrase_width, word
from dokuhelfer.draft.normalise.scene import Repair, Scene, negated
from dokuhelfer.draft.normalise.tables import corrections as table

ONE_REACH = 10
AHEAD, AHEAD_WEAK = 9, 4
"""Among so many tokens behind the marker the new number stands: behind a strong one, a weak one."""
BACK = 5
"""So many tokens back the number that is taken back is looked for."""
_ONE = frozenset({"ein", "eine", "einen"})


def one_of(scene: Scene) -> Repair | None:
    """„zwei Tassen, nein, eine Tasse“: an article counts where the number counted the same."""
    lead = phrase_width(scene.after, 0, table.COPULAS)
    noun = low(scene.after, lead + 1 + (word(scene.after, lead + 1) in table.BESIDE_ONE))
    if word(scene.after, lead) not in _ONE or len(noun) < STEM:
        return None
    lowest = max(scene.floor, len(scene.before) - ONE_REACH)
    for old in range(len(scene.before) - 2, lowest - 1, -1):
        same = low(scene.before, old + 1)[:STEM] == noun[:STEM]
        if same and is_kind(scene.before, old, TokenKind.NUMBER):
            return Repair(old, old + 2, lead=lead)
    return None


def counted_anew(scene: Scene) -> Repair | None:
    """„vor vier Tagen, nein warte, er hat gesagt vor fünf Tagen“: the sentence begins anew."""
    ahead = AHEAD if scene.strong else AHEAD_WEAK
    new = next((at for at in range(ahead) if is_kind(scene.after, at, TokenKind.NUMBER)), None)
    noun = counted(scene.after, new).lower() if new is not None else ""
    if new is None or not noun or any(ends_clause(token) for token in scene.after[:new]):
        return None
    if not scene.strong and negated(scene):
        return None
    lowest = max(scene.floor, len(scene.before) - BACK)
    for old in range(len(scene.before) - 2, lowest - 1, -1):
        if not is_kind(scene.before, old, TokenKind.NUMBER):
            continue
        same = counted(scene.before, old).lower()[:STEM] == noun[:STEM]
        other = low(scene.before, old) != low(scene.after, new)
        return Repair(old - _lead(scene, old, new), old + 2) if same and other else None
    return None


def _lead(scene: Scene, old: int, new: int) -> int:
    """How many words before the new number were said before the old one as well."""
    count = 0
    while count < new and old - count > scene.floor:
        said = low(scene.before, old - 1 - count)
        if said != low(scene.after, new - 1 - count):
            break
        count += 1
    return count


def ordinal_anew(scene: Scene) -> Repair | None:
    """„im zweiten, nein, im dritten Stock“: which one of them, said anew."""
    new = int(word(scene.after, 0) in table.LEADS | _EACH)
    last = len(scene.before) - 1
    which = _ordinal(scene.before, last), _ordinal(scene.after, new)
    if last < scene.floor or None in which or which[0] == which[1] or negated(scene):
        return None
    lead = new and low(scene.before, last - 1) == low(scene.after, 0)
    return Repair(last - bool(lead), last + 1)


_EACH = frozenset({"jeden", "jede", "jedes", "jedem"})


def _ordinal(tokens: Sequence[Token], at: int) -> int | None:
    said = word(tokens, at)
    return numerals.ordinal(said) if said else None
