"""Case conferences: what is only supposed, what the one with the case decides (domain.md §2.8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.purpose import Purpose

_SUPPOSES = words(
    """
    vermutet vermuten vermute vermutung hypothese hypothesen annahme nimmt meint meinte glaubt
    glaube denkt denke überlegt fragt vorstellen idee könnte
    """
)
_PERHAPS = words(
    """
    vielleicht möglicherweise eventuell wahrscheinlich könnte könnten vermutlich womöglich
    dahintersteckt dahinter wohl hypothese vermutung vermutet vermuten
    """
)
_SUGGESTS = words(
    """
    vorschlag vorschläge vorgeschlagen idee ideen anregung anregungen angeregt empfehlung empfohlen
    schlägt schlug
    """
)
_DECIDES = words(
    """
    entscheidet entschieden entschied entscheidung wählt nimmt verwirft probiert versucht versuchen
    umsetzen ausprobieren zurück offen
    """
)
_NEVER = 1_000_000
_WILL = words("will möchte nimmt wählt entscheidet verwirft stellt hält probiert lehnt")


def conference(items: Sequence[Item]) -> Iterator[tuple[int, Purpose, float]]:
    """Clause numbers with supposition or decision and a weight."""
    suggested = _NEVER
    for item in items:
        low = set(item.text)
        number = item.clause.number
        supposed = low & _SUPPOSES and low & _PERHAPS
        if supposed and (not low & _SUGGESTS or "vielleicht" in low):
            yield number, Purpose.HYPOTHESIS, 2.6
        if (
            suggested < item.clause.sentence
            and low & _WILL
            and not item.has(FactKind.DATE, FactKind.RELATIVE_DAY)
        ):
            yield number, Purpose.DECISION, 2.6 if low & _DECIDES else 1.6
        if low & _SUGGESTS:
            suggested = min(suggested, item.clause.sentence)
