"""Estimates: „ungefähr“, „höchstens“ and „vielleicht“ stay, and none comes to a statement.

domain.md §3 R05.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.limits import bound_lost, limited_alike
from dokuhelfer.draft.check.marks import DOUBTFUL, approximate
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.quantities import Quantity
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import SURE, Checked, Source
from dokuhelfer.draft.check.terms import Term, meet
from dokuhelfer.draft.check.values import distinct_quantities, same
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.model import Finding, Kind


def check_estimate(checked: Checked, source: Source) -> Iterator[Finding]:
    """Estimates of quantities and of whole clauses, lost or added."""
    near = tuple(source.at(checked.near))
    said = distinct_quantities(near)
    for quantity in checked.quantities():
        others = [other for other in said if same(quantity, other, source)]
        others = [other for other in others if other.unit == quantity.unit] or others
        if quantity.asserted:
            yield from _of_quantity(checked, quantity, others, near)
        if others and (quantity.asserted or fold(quantity.text).endswith("mal")):
            yield from bound_lost(checked, quantity, _holding(near, others))
    yield from _worded_lost(checked, source)
    yield from _worded_added(checked, near)


# --- of a quantity ----------------------------------------------------------------------


def _of_quantity(
    checked: Checked, quantity: Quantity, others: Sequence[Quantity], near: Sequence[Piece]
) -> Iterator[Finding]:
    if not others:
        if quantity.hedged and not _estimated_near(near):
            yield checked.item.finding(Kind.QUALIFIER, Sentence.ADDED, written="ungefähr")
        return
    if quantity.hedged and _same_hedge(checked, quantity, near):
        return
    held = [any(other in piece.quantities for other in others) for piece in near]
    compared = _COMPARING.intersection(*(p.words for p, own in zip(near, held, strict=True) if own))
    if all(other.hedged for other in others) and not _estimated(checked, quantity, compared):
        yield checked.item.finding(Kind.QUALIFIER, Sentence.LOST, said="ungefähr")
        return
    doubted = any(_doubtful(piece, others, held[at]) for at, piece in _with_next(near, held))
    if quantity.hedged and not any(other.hedged for other in others) and not doubted:
        yield checked.item.finding(Kind.QUALIFIER, Sentence.ADDED, written="ungefähr")


def _same_hedge(checked: Checked, quantity: Quantity, near: Sequence[Piece]) -> bool:
    """Whether the estimate of a clause was dictated word for word, of whatever value of it."""
    own = next(piece for piece in checked.pieces if quantity in piece.quantities)
    texts = {fact.text for fact in own.of_kind(FactKind.ESTIMATE)}
    said = {fact.text for piece in near for fact in piece.of_kind(FactKind.ESTIMATE)}
    return len(own.quantities) > 1 and bool(texts & said)


_ESTIMATING = ("schatz", "geschatz")


_COMPARING = words("weniger mehr länger öfter häufiger") | {"langer", "ofter", "haufiger"}
"""„mehr als drei“ is no exact number; „raucht weniger, etwa fünf“ compares something else."""


def _estimated(checked: Checked, quantity: Quantity, compared: frozenset[str]) -> bool:
    """An estimate with this quantity, or one that stands with no quantity at all.

    ``compared`` are the words by which the dictation compares something with another time.
    """
    if quantity.hedged:
        return True
    for piece in checked.pieces:
        if quantity not in piece.quantities:
            continue
        if len(piece.quantities) == 1 and approximate(piece, compared):
            return True
        if any(word.startswith(_ESTIMATING) for word in piece.words):
            return True
        hedged = any(other.hedged for other in piece.quantities)
        return bool(piece.of_kind(FactKind.ESTIMATE)) and not hedged
    return False


def _with_next(near: Sequence[Piece], held: Sequence[bool]) -> Iterator[tuple[int, Piece]]:
    """The clauses that hold a value, each with the one behind it („genau weiß ich es nicht“)."""
    return ((at, piece) for at, piece in enumerate(near) if held[at] or (at > 0 and held[at - 1]))


def _doubtful(piece: Piece, others: Sequence[Quantity], holds: bool) -> bool:
    """Whether a clause has an estimate that may be of a value, rather than of another one."""
    if not holds:
        values = any(quantity.asserted for quantity in piece.quantities)
        return bool(piece.of_kind(FactKind.ESTIMATE) or "genau" in piece.words) and not values
    of_another = [q.index for q in piece.quantities if q.hedged and q not in others]
    return any(
        not any(fact.tokens[0] <= index <= fact.tokens[1] + 1 for index in of_another)
        for fact in piece.of_kind(FactKind.ESTIMATE)
        if fact.text != "angeblich"
    ) or bool(piece.words & _DOUBT)


def _estimated_near(near: Sequence[Piece]) -> bool:
    return any(piece.of_kind(FactKind.ESTIMATE) or piece.words & _DOUBT for piece in near)


def _holding(near: Sequence[Piece], others: Sequence[Quantity]) -> list[tuple[Piece, Quantity]]:
    return [(piece, other) for piece in near for other in others if other in piece.quantities]


# --- of a clause ------------------------------------------------------------------------

_DOUBT = frozenset(
    fold(word)
    for word in words(
        """
        glaub glaube glaubt denke denk denkt vermute vermut vermutet schätze schätz schätzt
        schätzungsweise geschätzt schätzung möglich mögliche möglicher möglichen möglicherweise
        fraglich unklar unsicher eventuell verdacht vermutung vermutlich annahme hypothese eindruck
        scheint schien anscheinend überlegt überlegen oder irgendwie meinung
        """
    )
)
"""Words by which a clause says that it is not sure, folded; not „könnte“, which folds to what
somebody was able to do."""
_UNSURE = DOUBTFUL | _DOUBT
_ADVERBS = frozenset(
    fold(word)
    for word in words(
        """
        vielleicht vermutlich wahrscheinlich möglicherweise eventuell evtl evtl. wohl anscheinend
        offenbar scheinbar
        """
    )
)
"""Estimates that bear on what is said as a whole, wherever they stand in it; folded."""


def _worded_lost(checked: Checked, source: Source) -> Iterator[Finding]:
    """„wohl“, „vermutlich“ said of a whole clause."""
    told = checked.has(lexicon().source_words) or checked.facts(FactKind.SOURCE)
    if told or checked.has(_UNSURE - _possible_as_said(checked, source)):
        return
    if any(not _of_value(fact, piece) for piece in checked.pieces for fact in _hedges(piece)):
        return
    for piece, place in checked.pairs():
        best = source.pieces[place.clauses[0]]
        if place.support < SURE:
            continue
        for fact in _hedges(best):
            if _of_value(fact, best) or limited_alike(fact, piece):
                continue
            if _bears_on(fact, best, piece):
                yield checked.item.finding(Kind.QUALIFIER, Sentence.LOST, said=fact.text)
        if _size_estimated_behind(place.clauses[0], piece, source):
            yield checked.item.finding(Kind.QUALIFIER, Sentence.LOST, said="ungefähr")


def _possible_as_said(checked: Checked, source: Source) -> frozenset[str]:
    """„möglich“, where „wohl möglich“ was said: it is what was doubted, not the doubt."""
    both = any(
        piece.words & _POSSIBLE and piece.words & _ADVERBS for piece in source.at(checked.found)
    )
    return _POSSIBLE if both else frozenset()


_POSSIBLE = words("moglich mogliche moglicher moglichen")


def _worded_added(checked: Checked, near: Sequence[Piece]) -> Iterator[Finding]:
    """„vermutlich“ where nothing around the evidence is unsure."""
    lists = lexicon()
    for piece in checked.pieces:
        for fact in _hedges(piece):
            if fold(fact.text) not in _ADVERBS or _of_value(fact, piece):
                continue
            unsure = _estimated_near(near) or any(
                other.words & (lists.subjunctive | lists.source_words)
                or other.of_kind(FactKind.SOURCE)
                for other in near
            )
            if not unsure:
                yield checked.item.finding(Kind.QUALIFIER, Sentence.ADDED, written=fact.text)


def _hedges(piece: Piece) -> tuple[Fact, ...]:
    return piece.of_kind(FactKind.ESTIMATE)


def _of_value(fact: Fact, piece: Piece) -> bool:
    """Whether an estimate is of a number, which is looked at by itself."""
    start, end = fact.tokens
    return any(
        quantity.asserted and quantity.hedged and start - 2 <= quantity.index <= end + 1
        for quantity in piece.quantities
    )


def _bears_on(fact: Fact, said: Piece, written: Piece) -> bool:
    """Whether a clause of a statement takes up what was estimated."""
    taken = taken_up(said, (written,))
    if fold(fact.text) in _ADVERBS and _mostly(fact, said, taken):
        return True
    start, end = fact.tokens
    own = next((c for c in said.chunks if c.start <= start < c.end), None)
    last = min(end + _HEDGED, own.end - 1) if own is not None else end + _HEDGED
    return any(start < index <= last for index in taken) or _behind(fact, said, taken)


def _mostly(fact: Fact, said: Piece, taken: Sequence[int]) -> bool:
    """„die Gruppe schaut er sich vielleicht an“: most of the part that it stands in."""
    own = next((c for c in said.chunks if c.start <= fact.tokens[0] < c.end), None)
    terms = [t for t in own.terms if t.index not in range(*fact.tokens)] if own else []
    found = sum(term.weight for term in terms if term.index in taken)
    return found * 2 > sum(term.weight for term in terms)


def _behind(fact: Fact, said: Piece, taken: Sequence[int]) -> bool:
    """„handtellergroß ungefähr“: it bears on the size before it."""
    at = fact.tokens[0] - 1
    sized = [term for term in said.terms if term.index == at and _is_size(term)]
    compared = at > 2 and fold(said.clause.tokens[at - 2].text) == "wie"
    return at in taken and (bool(sized) or compared)


def _size_estimated_behind(position: int, written: Piece, source: Source) -> bool:
    """„handtellergroß | ungefähr Druck tut weh“: speech without a pause, cut too early."""
    if position + 1 >= len(source.pieces):
        return False
    said, behind = source.pieces[position], source.pieces[position + 1]
    last = [t for t in said.terms if t.index == len(said.clause.tokens) - 1 and _is_size(t)]
    opens = any(fact.tokens[0] == 0 for fact in behind.of_kind(FactKind.ESTIMATE))
    joined = behind.clause.sentence == said.clause.sentence
    return bool(last) and opens and joined and last[0].index in taken_up(said, (written,))


def _is_size(term: Term) -> bool:
    return term.word.endswith(_SIZED)


_SIZED = ("gross", "lang", "breit", "hoch", "tief", "weit", "dick")
"""Ends of words that tell a size, folded."""
_HEDGED = 4
"""Words behind „vielleicht“ that it bears on."""


def taken_up(said: Piece, written: Sequence[Piece]) -> list[int]:
    """Where in a clause the words stand that a statement takes up."""
    own = frozenset(key for piece in written for term in piece.terms for key in term.keys)
    return [term.index for term in said.terms if meet(term.keys, own)]
