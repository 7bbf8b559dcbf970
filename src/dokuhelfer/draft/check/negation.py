"""Negation of a statement against that of its evidence (domain.md §3 R02)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dokuhelfer.draft.check.evidence import Evidence
from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.pieces import Chunk, Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Beside, Checked, Source
from dokuhelfer.draft.check.terms import Keys, Term, meet
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import FactKind, Modality
from dokuhelfer.draft.model import Finding, Kind


def check_negation(checked: Checked, source: Source, beside: Beside) -> Iterator[Finding]:
    """A negation of the dictation must stand in the statement, and none may come to it."""
    whole = [word for piece in checked.pieces for chunk in piece.chunks for word in chunk.words]
    for piece, place in zip(checked.pieces, checked.places, strict=True):
        if place.verbatim:
            continue
        weighty = any(term.weight >= 1.0 for term in piece.terms)
        around = source.around(place.clauses, 0) if weighty else checked.near
        window = tuple(source.at(around)) or source.pieces
        best = tuple(source.at(place.clauses))
        for chunk in piece.chunks:
            yield from _added_negation(checked, chunk, place, window, source)
            if not still_open(piece, chunk, best, whole):
                yield from _lost_negation(checked, chunk, best, window, beside)


def _keys(terms: Iterable[Term]) -> Keys:
    return frozenset(key for term in terms for key in term.keys)


def _is_noun(term: Term) -> bool:
    """A noun, also where its capital letter may be that of the clause."""
    return term.noun or (term.index == 0 and not is_participle(term.word))


def _heavy(terms: Iterable[Term]) -> list[Term]:
    return [term for term in terms if term.weight >= 1.0]


def _chunks(pieces: Iterable[Piece]) -> Iterator[Chunk]:
    for piece in pieces:
        yield from piece.chunks


# --- added ------------------------------------------------------------------------------


def _added_negation(
    checked: Checked, chunk: Chunk, place: Evidence, window: Sequence[Piece], source: Source
) -> Iterator[Finding]:
    """The statement says no where the dictation does not."""
    if not chunk.negation or chunk.negation in _DENIALS:
        return
    parts = list(_chunks(window))
    negatives = [other for other in parts if other.negative]
    core = [t for t in chunk.core if t.weight >= 1.0 or t.word in lexicon().constructed]
    if negatives and not core:
        if _taken_over(place, source):
            yield checked.item.finding(Kind.NEGATION, Sentence.ADDED, written=chunk.negation)
        return
    if any(_denies(other, chunk, core or chunk.core) for other in negatives):
        return
    if any(_denies_before(parts, n, core or chunk.core) for n in range(len(parts))):
        return
    if _best_denies(chunk, place, source):
        return
    beside = _chunks(source.at(checked.near))
    if core and any(_denies_all(other, core) for other in beside if other.negative):
        return
    if not _denied_elsewhere(checked, chunk, core, source):
        yield checked.item.finding(Kind.NEGATION, Sentence.ADDED, written=chunk.negation)


def _best_denies(chunk: Chunk, place: Evidence, source: Source) -> bool:
    """Whether the part of the evidence that is most alike says no, if in other words."""
    parts = list(_chunks(source.at(place.clauses)))
    alike = [sum(meet(term.keys, other.keys) for term in chunk.terms) for other in parts]
    if not alike or not max(alike):
        return False
    best = [other for other, count in zip(parts, alike, strict=True) if count == max(alike)]
    return all(other.negative for other in best)


def _taken_over(place: Evidence, source: Source) -> bool:
    """Whether a clause that says no nowhere was taken over whole, its values included."""
    if len(place.clauses) != 1 or place.support < _WHOLE:
        return False
    best = source.pieces[place.clauses[0]]
    return not best.negative and any(quantity.asserted for quantity in best.quantities)


_WHOLE = 0.8


def _denies(said: Chunk, chunk: Chunk, core: Sequence[Term]) -> bool:
    """Whether a negation of the dictation is about the same, or points back to anything."""
    heavy = _heavy(said.core)
    if said.negation not in _NOBODY and all(t.word in lexicon().anaphoric for t in heavy):
        return True
    if said.words[-1:] == (said.negation,) and all(term.noun for term in heavy):
        return True
    return meet(_keys(said.core), _keys(core if heavy else chunk.core))


def _denies_before(parts: Sequence[Chunk], number: int, core: Sequence[Term]) -> bool:
    """„die will Foto machen | hat sie aber noch nicht“: about what was said right before."""
    said = parts[number]
    if not said.negation or _heavy(said.core):
        return False
    before = _keys(t for part in parts[max(0, number - _BACK) : number + 1] for t in part.terms)
    return not core or any(meet(term.keys, before) for term in core)


_BACK = 2


def _denies_all(said: Chunk, written: Sequence[Term]) -> bool:
    keys = _keys(said.core)
    return all(meet(term.keys, keys) for term in written)


def _denied_elsewhere(checked: Checked, chunk: Chunk, core: Sequence[Term], source: Source) -> bool:
    """The negation stands in another sentence of the dictation, about the very same words."""
    names = {term.word for piece in checked.pieces for term in piece.terms if term.name}
    for piece in source.pieces:
        for other in piece.chunks:
            if not other.negative:
                continue
            if core:
                if _denies_all(other, core) and any(term.noun for term in core):
                    return True
            elif names & piece.words or (chunk.core and _denies_all(other, chunk.core)):
                return True
    return False


_NOBODY = frozenset({"nichts", "nix", "niemand", "niemanden", "keiner", "keine", "keinen"})
"""These deny a thing or a person; they point back to no predicate."""
_DENIALS = frozenset({"verneint", "verneinte"})
"""Verbs that deny; they are words to be supported like any other."""


# --- lost -------------------------------------------------------------------------------


def _lost_negation(
    checked: Checked,
    chunk: Chunk,
    best: Sequence[Piece],
    window: Sequence[Piece],
    beside: Beside,
) -> Iterator[Finding]:
    """The dictation says no about something that the statement affirms."""
    if chunk.negative or _only_reports(checked, chunk):
        return
    if not chunk.keys:
        yield from _lost_without_content(checked, chunk, window)
        return
    affirmed: Keys = frozenset()
    for piece in best:
        if piece.of_kind(FactKind.QUOTE):
            continue
        affirmed |= _keys(t for o in piece.chunks for t in o.affirmed)
        for other in piece.chunks:
            denied = _denied_of(other, piece)
            if not other.negation or not _affirms(
                chunk, denied, other.keys, affirmed - _keys(denied)
            ):
                continue
            if not _rendered(checked, chunk, denied, beside):
                yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=other.negation)
                return


def _only_reports(checked: Checked, chunk: Chunk) -> bool:
    """„Gibt an, …“ says nothing that could be denied."""
    source = checked.facts(FactKind.SOURCE)
    return bool(source) and not _heavy(chunk.terms) and set(chunk.words) <= _REPORTS


_REPORTING = (
    "gibt",
    "laut",
    "angabe",
    "angaben",
    "sagt",
    "äußert",
    "berichtet",
    "meint",
    "erzählt",
)
_REPORTS = frozenset(map(fold, (*_REPORTING, "er", "sie", "an", "nach", "eigener", "eigenen")))


def _denied_of(chunk: Chunk, piece: Piece) -> tuple[Term, ...]:
    """What a negation covers; „dass die Mutter mitfährt, möchte sie nicht“ points back."""
    if _heavy(chunk.denied):
        return chunk.denied
    before = [o for o in piece.chunks if o.start < chunk.start and o.words[:1] in _THAT]
    return (*(t for o in before for t in o.terms), *chunk.denied)


_THAT = (("dass",), ("das",), ("ob",), ("um",))


def still_open(
    piece: Piece, chunk: Chunk, best: Sequence[Piece], whole: Sequence[str] = ()
) -> bool:
    """„Betreuer noch zu informieren“ from „ist noch nicht informiert“: what is still to come."""
    open_said = any("noch" in other.words for other in _chunks(best) if other.negative)
    if not open_said:
        return False
    last = whole[-1] if whole else ""
    if "noch" in whole and last.endswith("en") and not is_participle(last):
        return True
    if "noch" in chunk.words:
        return "zu" in chunk.words
    return piece.modality is Modality.PLANNED


def _affirms(chunk: Chunk, denied: Sequence[Term], said: Keys, affirmed: Keys) -> bool:
    """Whether the words of a statement restate what was denied, rather than touch it."""
    heavy = _heavy(denied)
    own = _own(chunk, denied)
    own_keys, core = _keys(own), _keys(denied)
    shared = [term for term in own if meet(term.keys, core)]
    lost = [term for term in shared if not _stands(term, core, affirmed)]
    if not lost:
        return False
    predicates = [term for term in heavy if not term.noun]
    restated = [term for term in predicates if meet(term.keys, own_keys)]
    if restated and all(meet(term.keys, affirmed) for term in restated):
        return False
    if predicates and not restated and not _reworded(own, heavy, core):
        return False
    if _step_on_unknown(denied, own, core):
        return False
    there = [term for term in own if meet(term.keys, said)]
    elsewhere = [term for term in own if term not in there and meet(term.keys, affirmed)]
    return any(not term.noun for term in lost) or len(elsewhere) < len(there)


def _step_on_unknown(denied: Sequence[Term], own: Sequence[Term], core: Keys) -> bool:
    """„ob er Blutverdünner nimmt, weiß ich nicht“ – „Blutverdünner nachsehen“."""
    unknown = any("=unbekannt" in term.keys for term in denied)
    if not unknown or any("=unbekannt" in term.keys for term in own):
        return False
    return any(not term.noun and not meet(term.keys, core) for term in own)


def _stands(term: Term, core: Keys, affirmed: Keys) -> bool:
    """Whether a word is affirmed too; „Konto“ does not affirm the „Pfändungskonto“ denied."""
    return bool(term.keys & affirmed) if term.keys & core else meet(term.keys, affirmed)


def _own(chunk: Chunk, denied: Sequence[Term]) -> Sequence[Term]:
    """The words of a statement that count: the light ones only where nothing else was denied."""
    return (_heavy(chunk.terms) if _heavy(denied) else ()) or chunk.terms


def _reworded(own: Sequence[Term], denied: Sequence[Term], core: Keys) -> bool:
    """All nouns of what was denied, with a verb of its own: „nicht gelungen“ – „klappte“."""
    nouns = [term for term in denied if term.noun]
    own_keys = _keys(own)
    verb = any(not term.noun and not meet(term.keys, core) for term in own)
    return verb and bool(nouns) and all(meet(term.keys, own_keys) for term in nouns)


def _rendered(checked: Checked, chunk: Chunk, denied: Sequence[Term], beside: Beside) -> bool:
    """Whether the negation stands in the statement after all, or in another one.

    Another statement counts only where this one says something else besides.
    """
    core = _keys(denied)
    own = _own(chunk, denied)
    inside = [other for piece in checked.pieces for other in piece.chunks if other.negative]
    if any(meet(_keys(other.core), core) for other in inside):
        return True
    if any(_elliptic(other) for other in inside) and all(map(_is_noun, chunk.terms)):
        return True
    if all(meet(term.keys, core) for term in own):
        return False
    heavy = _heavy(denied) or list(denied)
    return any(
        sum(meet(term.keys, keys) for term in heavy) * 2 > len(heavy)
        for keys in beside.denied_by(checked.item)
    )


def _elliptic(chunk: Chunk) -> bool:
    """„Antrag auf Lerntherapie: nicht erreicht“: no noun of its own, about what stands before."""
    return not any(term.noun and term.weight >= 1.0 for term in chunk.terms)


def _lost_without_content(
    checked: Checked, chunk: Chunk, window: Sequence[Piece]
) -> Iterator[Finding]:
    """„sie war nicht bei ihm“: no word to search by, but the same little words."""
    if any(other.negative for piece in checked.pieces for other in piece.chunks):
        return
    for piece in window:
        for other in piece.chunks:
            made = all(term.word in lexicon().constructed for term in other.terms)
            if not other.negation or not made or len(chunk.words) < 2:
                continue
            if len(set(chunk.words) & set(other.words)) * 2 > len(chunk.words):
                yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=other.negation)
                return
