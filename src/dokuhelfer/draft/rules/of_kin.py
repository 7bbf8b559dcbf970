"""Whether a value is that of a relative, partner or colleague, not of the record's person (R13).

„Netto hat ihr Mann 2.300“, „die Duldung seines Bruders“: what is said of somebody near stays where
the clause is quoted, and fills no field of its own.
"""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.people import RELATIVES
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.parts import Part, part_at

_NEAR = words(
    """
    mann frau freund schwester kollege kollegin kollegen kumpel bekannter bekannte mitbewohner
    mitbewohnerin
    """
)
_KIN = frozenset(RELATIVES) - {"angehörige", "familie"} | _NEAR
_FORMER = ("ex-", "ex", "stief", "schwieger")
_GENITIVE = {"s": "", "es": "", "n": ""}
_POSSESSIVES = ("mein", "sein", "ihr", "unser", "dein", "eur")
_GENITIVE_LEADS = words("meines meiner seines seiner ihres ihrer unseres unserer des")
_PREPOSITIONS = words(
    "mit ohne bei von vom zu zum zur für wegen an am auf aus durch gegen über nach vor beim neben "
    "außer statt und oder als wie"
)
_ITSELF = words("selbst selber eigene eigenen eigener eigenes")
_TOOK = words("gemessen abgelesen notiert aufgeschrieben ermittelt gewogen nachgemessen")
"""„ihr Mann hat 140 zu 80 gemessen“: he measured, the value is hers."""
_OWN = words("sie er klient klientin ich wir")
_JOINTS = words("und oder während")


def of_kin(item: Item, at: int) -> bool:
    """Whether what stands at token ``at`` is somebody's else: its subject is, or its owner."""
    part = _between_joints(part_at(item, at), at)
    if (_ITSELF | _TOOK) & {word for _, word in part}:
        return False
    return any(_leads(item, part, index) or _owns(item, index) for index, _ in part if index != at)


def kin_leads(item: Item, at: int) -> bool:
    """Whether the subject around token ``at`` is a relative: „Ihr Mann wurde gebracht“."""
    part = _between_joints(part_at(item, at), at)
    return any(_leads(item, part, index) for index, _ in part)


def _between_joints(part: Part, at: int) -> Part:
    """The words of a part up to the next „und“ on either side."""
    start = max((n for n, (i, word) in enumerate(part) if i < at and word in _JOINTS), default=-1)
    behind = (n for n, (i, word) in enumerate(part) if i > at and word in _JOINTS)
    return part[start + 1 : next(behind, len(part))]


def _leads(item: Item, part: Part, index: int) -> bool:
    """Whether the word at ``index`` is a relative and the subject of its part."""
    if not _is_kin(item, index):
        return False
    before = item.view.word(index - 1)
    first = part[0][0] == index
    if item.view.word(index) == "schwester" and not before.startswith(_POSSESSIVES):
        return False  # „die Schwester“ may be a nurse
    if before in _NOMINATIVE:
        genitive = before == "der" and item.view.word(index).endswith(_FEMININE)
        if genitive or item.view.word(index - 2) in _PREPOSITIONS:
            return False
    elif before or not first or item.view.low[index] in _NEEDS_ARTICLE:
        return False
    return not _OWN & {word for i, word in part if i != index}


_NOMINATIVE = words(
    "sein seine ihr ihre mein meine unser unsere dein deine der die das ein eine dessen deren"
)
_FEMININE = ("in", "tochter", "mutter", "schwester", "frau", "tante", "oma", "nichte", "cousine")
_NEEDS_ARTICLE = words("frau schwester")


def _owns(item: Item, index: int) -> bool:
    """„die Schulden ihres Mannes“, „der Puls von seiner Frau“."""
    if not _is_kin(item, index):
        return False
    before, lead = item.view.word(index - 1), item.view.word(index - 2)
    if item.view.word(index - 3) in _PREPOSITIONS:
        return False  # „beim Besuch der Tochter“
    if before in _GENITIVE_LEADS and item.view.capital(index - 2):
        return True
    if (
        before == "der"
        and item.view.word(index).endswith(_FEMININE)
        and item.view.capital(index - 2)
    ):
        return True
    if not before.startswith(_POSSESSIVES) or lead not in {"von", "bei"}:
        return False
    return item.view.capital(index - 3) and not is_participle(item.view.word(index + 1))


def _is_kin(item: Item, index: int) -> bool:
    word = item.view.word(index)
    if not item.view.capital(index):
        return False
    if word == "frau" and item.view.capital(index + 1):
        return False  # „Frau Müller“
    for former in _FORMER:
        word = word.removeprefix(former)
    return word in _KIN or any(
        word.endswith(end) and word.removesuffix(end) in _KIN for end in _GENITIVE
    )
