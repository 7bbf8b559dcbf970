"""Words that frame a dictation and are no content: greeting, announcing, moving on.

Source: domain.md §4 (fillers, addresses to the program) and §1.2 (how handovers open).
"""

from __future__ import annotations

from collections.abc import Collection

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.people import SHIFT_ROLES
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.template.model import Template

_FRAME = words(
    """
    so also okay ok gut ja und dann nun jetzt hallo guten morgen tag abend danke tschüss ende ach
    genau fertig diktat bericht protokoll eintrag dokumentation vermerk notiz übergabe wir ich es
    schreibe schreib diktiere mache für zu zum zur von vom aus an auf bei der die das den dem über
    fangen anfangen fange an mit beginne beginnen beginnt weiter weitergeht geht's gehts nächste
    nächster nächstes als kommen komme heute werte vitalwerte vitalzeichen zimmer kürzel klient
    klientin bewohner bewohnerin patient patientin person herr frau herrn uhr um hier geht noch da
    das war's wars soweit alles sonst war's uhrzeit folgende folgendes früh spät nacht betrifft
    dauer kontaktart fachbereich gesprächsdauer beratungsdauer im am in name namens genannt
    stunde stunden minuten dauerte gedauert war eine ne gute knapp knappe
    größe größen maße wundgröße wundmaße
    wunde verbandwechsel verbandswechsel erstgespräch aufnahmegespräch hause cm groß
    gemessen gemessene gemessenen beratung beratungsgespräch fall
    """
)
"""Words of which a clause without content may consist."""

_LEADING = words(
    """
    so also okay ok ja und ach dann übrigens genau nun gut äh ähm halt naja hallo
    """
)
"""Words that may stand at the beginning of a clause without adding to it."""


def title_words(template: Template) -> frozenset[str]:
    """The words of the template's title: announcing it is no content."""
    title = template.title.lower().replace("-", " ").split()
    return frozenset(title) | {template.id, f"{template.id}s"}


def is_frame(item: Item, used: Collection[int], titles: Collection[str]) -> bool:
    """Whether nothing is left of a clause beside ``used`` tokens but framing words.

    ``used`` are token indices that fill other fields (person, time, choice).
    """
    return all(
        index in used or word in _FRAME or word in titles or word in SHIFT_ROLES
        for index, word in item.words
        if item.view.kind(index) is not TokenKind.TIME or index in used
    ) and not _unused_values(item, used)


def _unused_values(item: Item, used: Collection[int]) -> bool:
    values = {TokenKind.NUMBER, TokenKind.TIME, TokenKind.DATE}
    return any(item.view.kind(index) in values and index not in used for index, _ in item.words)


def leading_words(item: Item, start: int) -> int:
    """Index of the first token that says something, from ``start`` on."""
    index = start
    while index < len(item.view):
        is_word = item.view.kind(index) is TokenKind.WORD
        is_joint = item.view.kind(index) is TokenKind.PUNCT
        if not (is_joint or (is_word and item.view.word(index) in _LEADING)):
            break
        index += 1
    return index
