"""Whose word it is where no „laut“ says so: mood, and two voices in one breath.

domain.md §3 R05, R12. Runs where `check_source` found nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dokuhelfer.draft.check.evidence import Evidence
from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.marks import SAYING
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import SURE, Checked, Source
from dokuhelfer.draft.check.terms import keys, meet
from dokuhelfer.draft.check.voices import named_anywhere
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.model import Finding, Kind


def check_hearsay(checked: Checked, source: Source) -> Iterator[Finding]:
    """At most one source that a statement has lost."""
    if "„" in checked.item.text or ": " in checked.item.text:
        return
    lost = next(filter(None, (rule(checked, source) for rule in _RULES)), None)
    if lost is not None:
        yield checked.item.finding(Kind.QUALIFIER, Sentence.LOST, said=lost)


# --- mood ------------------------------------------------------------------------------------


def _mood(checked: Checked, source: Source) -> str | None:
    """„Das Konto sei gesperrt“ as „Konto gesperrt“."""
    if named_anywhere(checked.pieces) or checked.has(lexicon().subjunctive):
        return None
    for piece, place in checked.pairs():
        best = source.pieces[place.clauses[0]]
        if place.support < SURE or not _same_breath(piece, best):
            continue
        inner = {fold(token.text) for token in best.clause.tokens[1:]}
        mood = sorted(inner & _INDIRECT)
        if mood and not best.words & _WRITER and "denn" not in best.words:
            return mood[0]
    return None


_INDIRECT = words("sei seien solle wolle")
"""Forms that tell what somebody else said, whoever is their subject."""
_WRITER = words("ich wir mir mich bitte")


def _same_breath(piece: Piece, best: Piece) -> bool:
    """Whether a clause takes up most of the words of the one it was made of."""
    own = frozenset(key for term in piece.terms for key in term.keys)
    heavy = [term for term in best.terms if term.weight >= 1.0]
    return bool(heavy) and sum(meet(term.keys, own) for term in heavy) * 2 > len(heavy)


# --- two voices ------------------------------------------------------------------------------


def _voices(checked: Checked, source: Source) -> str | None:
    """„die Tochter sagt zweimal, er sagt einmal“ with only one of the two named."""
    marks = sum(len(piece.of_kind(FactKind.SOURCE)) for piece in checked.pieces)
    written = frozenset(word for piece in checked.pieces for word in piece.words)
    if not marks or checked.has(lexicon().subjunctive | lexicon().source_words):
        return None
    for _, place in checked.pairs():
        said = _told_by(place, source)
        people = {who for _, who in said}
        if len(people) <= 1 or marks >= len(people):
            continue
        known = frozenset(key for word in written for key in keys(word, True))
        for fact, who in said:
            if not any(keys(word, True) & known for word in who):
                return fact.text
    return None


def _told_by(place: Evidence, source: Source) -> Sequence[tuple[Fact, frozenset[str]]]:
    """The sources in the evidence of a clause that name somebody, each with whom."""
    found: list[tuple[Fact, frozenset[str]]] = []
    for said in source.at(place.clauses):
        if said.words & _WRITER or said.negative:
            continue
        people = said.of_kind(FactKind.ROLE, FactKind.PERSON)
        for fact in said.of_kind(FactKind.SOURCE):
            start, end = fact.tokens
            own = [p for p in people if start - 4 <= p.tokens[0] <= end + 1]
            who = {fold(word) for person in own for word in person.text.split()}
            if who:
                found.append((fact, frozenset(who - {"frau", "herr", "herrn"})))
    return found


# --- papers ----------------------------------------------------------------------------------


def _papers(checked: Checked, source: Source) -> str | None:
    """„Voll belasten darf sie, steht im Brief“ as „Vollbelastung erlaubt“."""
    written = [word for piece in checked.pieces for word in piece.words]
    told = checked.has(SAYING | _NOTED | lexicon().subjunctive)
    if told or named_anywhere(checked.pieces) or any(w.endswith(_PAPERS) for w in written):
        return None
    for piece, place in checked.pairs():
        position = place.clauses[0]
        if place.support < SURE or not _same_breath(piece, source.pieces[position]):
            continue
        for near in (position, position + 1):
            paper = _read_in(near, position, source)
            if paper is not None:
                return paper
    return None


def _read_in(near: int, position: int, source: Source) -> str | None:
    """The words „steht im Brief“ of a clause, or of the one behind where it says nothing else."""
    if near >= len(source.pieces):
        return None
    said = source.pieces[near]
    if said.clause.sentence != source.pieces[position].clause.sentence or said.words & _WRITER:
        return None
    for chunk in said.chunks:
        low = [fold(token.text) for token in said.clause.tokens[chunk.start : chunk.end]]
        for at, word in enumerate(low):
            end = next(
                (n for n in range(at + 1, min(len(low), at + _TO_PAPER)) if _is_paper(low[n])), None
            )
            if word not in _STANDS or end is None or not _IN.intersection(low[at:end]):
                continue
            others = [t for t in chunk.terms if t.weight >= 1.0 and not _is_paper(t.word)]
            if near == position or not others:
                tokens = said.clause.tokens[chunk.start + at : chunk.start + end + 1]
                return " ".join(token.text for token in tokens)
    return None


def _is_paper(word: str) -> bool:
    return word.endswith(_PAPERS)


_PAPERS = (
    *("brief", "bogen", "plan", "bescheid", "gutachten", "verordnung", "vertrag", "urteil"),
    *("befund", "attest", "schreiben", "ausweis", "akte", "rezept", "anordnung"),
)
"""Ends of the names of papers that somebody else wrote; folded."""
_STANDS = words("steht stand stehts steht's geschrieben gschrieben schreibt")
_IN = words("im in auf am")
_NOTED = words("gemass entsprechend dokumentiert vermerkt eingetragen steht zufolge schriftlich")
_TO_PAPER = 5
"""Words at most from „steht“ to the paper."""


_RULES: tuple[Callable[[Checked, Source], str | None], ...] = (_mood, _voices, _papers)
