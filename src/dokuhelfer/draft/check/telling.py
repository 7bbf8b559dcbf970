"""Words about the telling: how sure, how strongly, to whom a speaker turns next.

„Jetzt zu Timo“, „ich mach's der Reihe nach“, „das war's von hier“ and words such as
„wahrscheinlich“, „leider“ say nothing about anybody: no record owes them (domain.md §4
"Meta/Störung"). Whether an estimate was lost is for `estimates` to say.
"""

from __future__ import annotations

import re

from dokuhelfer.draft.check.lexicon import fold
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.terms import Term
from dokuhelfer.draft.facts.lexicon import words

_LONGEST = 9
"""Words of a clause that only says what the speaker turns to."""


def turns_to(piece: Piece) -> bool:
    """„Jetzt zu Timo“, „mit Frau Esser fang ich an“: what comes next."""
    said = [word for chunk in piece.chunks for word in chunk.words]
    if piece.quantities or piece.negative or not 0 < len(said) <= _LONGEST:
        return False
    return bool(_TURNING.fullmatch(" ".join(said)))


_WHOM = r"(?:(?:der|dem|den|die|das|frau|herrn|herr|familie|zimmer|meine[rmn]?) )*\w+"
"""One name or thing with what stands before it."""
_FIRST = r"(?:(?:und|so|also|gut|jetzt|nun|dann|ach|ja|noch|nochmals?|mal|als nachstes) )*"
_LAST = r"(?: (?:noch|nochmals?|mal|zuruck|jetzt|wieder|weiter))*"
_BEGIN = r"(?:fang|fange|fangen|mach|mache|beginn|beginne|beginnen)"
_TURNS = (
    rf"(?:zu|zum|zur) {_WHOM}{_LAST}",
    rf"(?:es geht )?weiter(?: gehts| geht es)? (?:mit|bei|zu|zur|zum) {_WHOM}",
    rf"(?:ich |wir )?komme?n?(?: ich| wir)? {_FIRST}(?:zu|zum|zur) {_WHOM}{_LAST}",
    rf"mit {_WHOM} {_BEGIN} (?:ich|wir)(?: an)?",
    rf"(?:ich|wir) {_BEGIN}(?: mal)? mit {_WHOM}(?: an)?",
    r"(?:ich (?:mach|erzahl)e?s?(?: es| das)? )?der reihe nach",
    r"das wars?(?: von \w+)?(?: so ?weit)?",
    r"(?:ich )?(?:korrigiere|berichtige)(?: mich)?",
)
_TURNING = re.compile(f"{_FIRST}(?:{'|'.join(_TURNS)})")


def of_telling(term: Term) -> bool:
    """Whether a word only says how sure or how strongly something is meant."""
    return term.word in _OF_TELLING


_OF_TELLING = frozenset(
    fold(word)
    for word in words(
        """
    wahrscheinlich vermutlich mutmaßlich möglicherweise eventuell anscheinend scheinbar offenbar
    offensichtlich augenscheinlich sicher sicherlich bestimmt gewiss hoffentlich leider natürlich
    selbstverständlich glücklicherweise gottseidank zufällig immer stets grundsätzlich prinzipiell
    normalerweise eigentlich übrigens nämlich sowieso ohnehin wirklich echt tatsächlich richtig
    total ziemlich relativ besonders ausgesprochen umgekehrt egal hauptsache plus minus fast nahezu
    beinahe glaube glaub denke vermute schätze korrigiere berichtige gleiche gleichen gleicher
    selbe selben derselbe dieselbe dasselbe
    """
    )
)
