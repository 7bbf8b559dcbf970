"""Negations of the dictation that a statement has lost, clause by clause (domain.md §3 R02)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.denials import contrasts
from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Beside, Checked
from dokuhelfer.draft.check.terms import Keys, Term, meet
from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_ARTICLES
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import FactKind, Modality
from dokuhelfer.draft.model import Finding, Kind
from dokuhelfer.draft.normalise.model import TokenKind


def lost_negation(
    checked: Checked,
    chunk: Chunk,
    best: Sequence[Piece],
    window: Sequence[Piece],
    beside: Beside,
) -> Iterator[Finding]:
    """The dictation says no about something that the statement affirms."""
    if chunk.negative or _only_reports(checked, chunk) or _tells_of_no(checked, chunk):
        return
    if not chunk.keys:
        yield from _lost_without_content(checked, chunk, window)
        return
    affirmed: Keys = frozenset()
    for piece in best:
        if any(token.kind is TokenKind.QUOTE_OPEN for token in piece.clause.tokens):
            continue
        affirmed |= _keys(t for o in piece.chunks for t in o.affirmed)
        for other in piece.chunks:
            denied = _denied_of(other, piece)
            if (
                _undone(other)
                or not other.negation
                or not _affirms(chunk, denied, other.keys, affirmed - _keys(denied))
            ):
                continue
            if not _rendered(checked, chunk, denied, beside):
                yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=other.negation)
                return


def _undone(said: Chunk) -> bool:
    """„nicht verweigert, nur langsam geschluckt“: two nos are a yes."""
    return said.lifted or any(
        one in _NOT and other in _REFUSED for one, other in pairwise(said.words)
    )


_NOT = frozenset({"nicht", "nie", "niemals"})
_REFUSED = frozenset({"abgelehnt", "verweigert", "verneint", "abgesetzt", "pausiert", "untersagt"})


def _only_reports(checked: Checked, chunk: Chunk) -> bool:
    """„Gibt an, …“ says nothing that could be denied."""
    source = checked.facts(FactKind.SOURCE)
    return bool(source) and not _heavy(chunk.terms) and set(chunk.words) <= _REPORTS


def _tells_of_no(checked: Checked, chunk: Chunk) -> bool:
    """„ihm wurde gesagt, dass es das nicht ist“: what was told says no."""
    tells = all(term.word in _TOLD for term in chunk.terms) and bool(chunk.terms)
    return tells and any(
        other.negative and other.words[:1] in _THAT
        for piece in checked.pieces
        for other in piece.chunks
    )


_TOLD = frozenset({"gesagt", "mitgeteilt", "erklart", "informiert", "bescheid", "hingewiesen"})
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
    if _heavy(chunk.denied) or contrasts(chunk):
        return chunk.denied
    before = [o for o in piece.chunks if o.start < chunk.start and _is_that(o)]
    return (*(t for o in before for t in o.terms), *chunk.denied)


def _is_that(chunk: Chunk) -> bool:
    """„dass die Mutter mitfährt“, also where „das“ was heard; „das war am Sonntag“ is none."""
    first, last = chunk.words[:1], chunk.words[-1:]
    return first in _THAT or (first == ("das",) and len(chunk.words) > 2 and last[0] in FINITE)


_THAT = (("dass",), ("ob",), ("um",))


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
    very = _stems_of(term)
    if very & core:
        return bool(very & affirmed)
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
    if any(meet(_keys(other.core), core) for other in inside if not _other_thing(other, own, core)):
        return True
    bare = heads(checked, chunk) or all(map(_is_noun, chunk.terms))
    if bare and any(elliptic(other) for other in inside):
        return True
    heavy = _heavy(denied) or list(denied)
    if all(meet(term.keys, core) for term in own) or _restates(own, heavy):
        return False
    return any(
        sum(meet(term.keys, keys) for term in heavy) * 2 > len(heavy)
        for keys in beside.denied_by(checked.item)
    )


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


def elliptic(chunk: Chunk) -> bool:
    """„Antrag auf Lerntherapie: nicht erreicht“: no noun of its own, about what stands before."""
    named = any(term.noun and term.weight >= 1.0 for term in chunk.terms)
    return not named and not (chunk.negation in NEGATIVE_ARTICLES and len(chunk.words) > 1)


def _other_thing(denial: Chunk, own: Sequence[Term], core: Keys) -> bool:
    """„Bier, keinen Schnaps“: what the very word of is affirmed is not the thing denied."""
    very = any(_stems_of(term) & core for term in own)
    things = [term for term in denial.core if term.noun]
    alone = denial.negation in NEGATIVE_ARTICLES and bool(things)
    return very and alone and not any(_stems_of(term) & core for term in things)


def _stems_of(term: Term) -> Keys:
    return frozenset(key for key in term.keys if not key.startswith("="))


def _restates(own: Sequence[Term], denied: Sequence[Term]) -> bool:
    """Whether thing and verb of what was denied both stand here: then it is said here."""
    keys = _keys(own)
    verb = any(not term.noun for term in denied)
    return len(denied) > 1 and verb and all(term.keys & keys for term in denied)


def heads(checked: Checked, chunk: Chunk) -> bool:
    """„Zimmer in Ordnung halten: nicht erreicht“: a part that is only what is spoken of."""
    return any(
        chunk in piece.chunks
        and chunk.end < len(piece.clause.tokens)
        and piece.clause.tokens[chunk.end].text == ":"
        for piece in checked.pieces
    )


def _is_noun(term: Term) -> bool:
    """A noun, also where its capital letter may be that of the clause."""
    return term.noun or (term.index == 0 and not is_participle(term.word))


def _keys(terms: Iterable[Term]) -> Keys:
    return frozenset(key for term in terms for key in term.keys)


def _heavy(terms: Iterable[Term]) -> list[Term]:
    return [term for term in terms if term.weight >= 1.0]


def _chunks(pieces: Iterable[Piece]) -> Iterator[Chunk]:
    for piece in pieces:
        yield from piece.chunks
