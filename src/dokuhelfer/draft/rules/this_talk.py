"""Whether an answer speaks of this talk itself: no referral, no call elsewhere, nothing to come."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.moments import is_tomorrow
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
    before = [word for index, word in part_at(item, at) if index < at]
    near = range(max(0, at - 2), min(at + 2, len(item.view)))
    if any(_is_to_come(item, index) for index in near) or _of_another_time(before):
        return True
    if "angekündigt" in said and "wie" not in said:
        return True
    if {*said} & _REFERRED and {*said} & _TO and not {*said} & _FROM:
        return True
    others = bool({"er", "sie"} & {*said}) and not {"ich", "wir", "mir", "uns"} & low
    called_there = bool({"bei", "beim"} & {*said}) and others and not _HERE & {*said}
    by_kin = bool({*said[:2]} & _KIN) and bool({"ihn", "ihm", "ihr"} & {*said})
    return bool({*said} & _CALLED) and (called_there or by_kin)


def _is_to_come(item: Item, index: int) -> bool:
    word = item.view.word(index)
    return word in _TO_COME and (word != "morgen" or is_tomorrow(item.view, index))


def _of_another_time(before: list[str]) -> bool:
    """„Der nächste Termin ist am Telefon“, „sie war früher schon bei der Suchtberatung“."""
    pairs = zip(before, before[1:], strict=False)
    coming = any(word.startswith("nächst") and noun in _MEETINGS for word, noun in pairs)
    return coming or bool(_FORMER & {*before})


_FORMER = words("früher damals")
_MEETINGS = words("termin mal treffen gespräch kontakt beratung")
_REFERRED = words("verwiesen vermittelt überwiesen weitergeleitet angebunden")
_TO = words("an zur zum ans")
_FROM = words("uns mich mir von vom durch")
_HERE = words("beratungsstelle beratung sprechstunde telefonsprechstunde")
_TO_COME = words("nächste nächster nächstes nächsten morgen übermorgen")
"""Just before what tells of the talk, or just behind: „nächstes Mal telefonisch“."""
_CALLED = words("angerufen rief ruft telefoniert telefonierte")
_KIN = words("mutter vater bruder schwester mann frau exmann exfrau tochter sohn oma opa tante")
