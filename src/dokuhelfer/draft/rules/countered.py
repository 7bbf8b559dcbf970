"""Counter words of a field beside a number: „10 x 10 cm Verband“, „1.850 Euro im Monat“."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.facts.view import View
from dokuhelfer.draft.rules.item import Item


def countered(item: Item, tokens: tuple[int, int], counters: Phrases, *, sizes: bool) -> bool:
    """Whether a counter word stands in the part of these tokens, up to the next number."""
    view = item.view
    start, end = tokens
    last = end + (_BEHIND_SIZE if sizes else len(view))
    if sizes and view.number(last) is not None:
        last = end  # „4 x 3 cm Rötung 1 cm“: the word has a size of its own
    while start and not _parts_off(item, start - 1) and not _names_wound(view, start):
        start -= 1
    while end < min(last, len(view)) and not _parts_off(item, end) and view.word(end) not in _ON:
        end += 1
    said = view.low[start:end]
    return any(
        not _LIFTING & {*said[max(0, at - _LIFTED) : at]}
        for at in range(len(said))
        for _ in counters.at(said, at)
    )


def _names_wound(view: View, at: int) -> bool:
    """„Verband entfernt Wundgröße 3 x 2“; not „Rötung um die Wunde herum 6 cm“."""
    return view.word(at) in _WOUNDS and not _BESIDE & {*view.low[max(0, at - 2) : at]}


def _parts_off(item: Item, index: int) -> bool:
    return item.view.word(index) in _PARTING or item.view.number(index) is not None


_WOUNDS = words("wunde wundgröße wundmaße wundfläche")
_BESIDE = words("um neben bei über unter auf in an vor hinter von")
_ON = words("ohne aus davon und ihr sein die trotz bei inklusive gemeinsam")
"""„25.000 Euro ohne Einkommen“, „davon Miete“: behind an amount, something else begins."""
_LIFTING = words("ohne kein keine keinen keiner keinerlei")
_LIFTED = 2
"""„Größe ohne tiefe Taschen 4 x 3“: what is not there has no size; in words."""
_BEHIND_SIZE = 1
"""„10 x 10 cm Verband“; further behind, the next finding is told: „0,4 keine Taschen“."""
_PARTING = frozenset({",", ";", ".", ":"})
