"""Parts of the body with their side, and sides that stand alone."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon.body import BODY_ENDINGS, BODY_STEMS, BOTH, SIDE_OF
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.facts.view import View

_FORMS = {stem + ending: stem for stem in BODY_STEMS for ending in BODY_ENDINGS}
_FORMS |= {stem: stem for stem in BODY_STEMS}
_REACH = 3


def find_body(view: View) -> list[Fact]:
    """BODY_PART facts with side, and SIDE facts for sides left over."""
    facts: list[Fact] = []
    used: set[int] = set()
    for index in range(len(view)):
        part = _FORMS.get(view.word(index))
        if part is None or not view.capital(index):
            continue
        at = _side_of(view, index)
        side = SIDE_OF[view.word(at)] if at is not None else None
        start, end = index, index + 1
        if at is not None:
            used.add(at)
            start, end = min(at, index), max(at, index) + 1
        facts.append(view.fact(FactKind.BODY_PART, start, end, text=part, side=side))
    for index, word in enumerate(view.low):
        if word in SIDE_OF and word not in BOTH and index not in used:
            facts.append(view.fact(FactKind.SIDE, index, index + 1, text=word, side=SIDE_OF[word]))
    return facts


def _side_of(view: View, index: int) -> int | None:
    """Index of the word that gives the part at ``index`` its side."""
    for at in range(index - 1, max(-1, index - 1 - _REACH), -1):
        if view.word(at) in SIDE_OF:
            return at
        if _FORMS.get(view.word(at)) is not None and view.word(at + 1) != "und":
            break
        if view.word(at) in {",", "und", "."} and at != index - 1:
            break
    following = view.word(index + 1)
    if following in SIDE_OF and following not in {"beide", "beiden"}:
        is_attribute = view.capital(index + 2) and not following.endswith("s")
        return None if is_attribute else index + 1
    return None
