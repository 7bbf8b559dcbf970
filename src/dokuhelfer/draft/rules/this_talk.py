"""Whether an answer speaks of this talk itself: no referral, no call elsewhere, nothing to come."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.parts import part_at

_ELSEWHERE = words(
    "verwiesen vermittelt überwiesen angebunden empfohlen informiert verständigt benachrichtigt "
    "weitergeleitet angemeldet termin dort dorthin"
)
_HEADING_SENTENCES = 2
_ARRIVED_LONG_AGO = words("deutschland europa grenze flucht")


def of_this_talk(item: Item, at: int) -> bool:
    """Whether an answer is about this talk: no referral, no call to somebody else."""
    low = {word for _, word in item.words}
    if low & _ARRIVED_LONG_AGO or _set_for_later(item, at, low):
        return False
    if item.clause.sentence < _HEADING_SENTENCES:
        return True
    return not low & _ELSEWHERE and "an" not in item.view.low[:at]


def _set_for_later(item: Item, at: int, low: set[str]) -> bool:
    """A referral, a call to or by somebody else, a meeting to come: not this talk."""
    said = [word for _, word in part_at(item, at)]
    if {*said} & (_REFERRED | _TO_COME):
        return True
    others = bool({"er", "sie"} & {*said}) and not {"ich", "wir", "mir", "uns"} & low
    called_there = bool({"bei", "beim"} & {*said}) and others
    by_kin = bool({*said[:2]} & _KIN) and bool({"ihn", "sie", "ihm", "ihr"} & {*said})
    return bool({*said} & _CALLED) and (called_there or by_kin)


_REFERRED = words("verwiesen vermittelt überwiesen weitergeleitet angebunden früher damals")
_TO_COME = words("nächste nächster nächstes nächsten morgen übermorgen angekündigt")
_CALLED = words("angerufen rief ruft telefoniert telefonierte")
_KIN = words("mutter vater bruder schwester mann frau exmann exfrau tochter sohn oma opa tante")
