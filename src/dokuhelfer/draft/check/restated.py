"""The very words of a denial without their no: „isst Schweinefleisch“ from „isst kein …“.

The rules before this one forgive where another statement takes the denial up. A part of a
statement that says the denied words over again, and nothing else, is wrong all the same; so is
„mit Genehmigung“ where „ohne Genehmigung“ was said (domain.md §3 R02).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.check.aligned import beside
from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.denials import contrasts, heavy, keys_of, target_of
from dokuhelfer.draft.check.lost import elliptic, still_open
from dokuhelfer.draft.check.noes import noes
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import SURE, Checked, Source
from dokuhelfer.draft.check.terms import Term, meet
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import WITHOUT
from dokuhelfer.draft.model import Finding, Kind


def check_restated(checked: Checked, source: Source) -> Iterator[Finding]:
    """At most one denial of which a statement says the words and not the no."""
    for piece, place in checked.pairs():
        if place.support < SURE:
            continue
        said = tuple(source.at(beside(place.clauses, source)))
        near = [part for other in source.at(checked.near) for part in other.chunks]
        for chunk in piece.chunks:
            word = _bare(chunk, piece, said, near, checked) or _with(chunk, said, near)
            word = word or _one_of_two(chunk, piece, said)
            if word is not None:
                yield checked.item.finding(Kind.NEGATION, Sentence.LOST, said=word)
                return


# --- the no left out ---------------------------------------------------------------------------


def _bare(
    chunk: Chunk, piece: Piece, said: Sequence[Piece], near: Sequence[Chunk], checked: Checked
) -> str | None:
    """The no of the part of the dictation that a part without one repeats."""
    own = [term for term in chunk.terms if not term.name]
    if _ASKING.intersection(chunk.words) or not heavy(own):
        return None
    if chunk.negative or noes(chunk) or _turned_by(chunk, piece, checked):
        return None
    if still_open(piece, chunk, said):
        return None
    for part in (part for other in said for part in other.chunks):
        if len(part.denials) != 1 or part.lexical or sum(noes(part).values()) != 1:
            continue
        word, at, terms = part.denials[0]
        target = target_of(word, at, terms)
        if target is None or abs(target.index - at) > _BESIDE or contrasts(part):
            continue
        around = [term for term in part.terms if abs(term.index - at) <= _AROUND]
        if not _repeats(own, target, terms, around):
            continue
        if not any(_affirms(other, own, target) for other in near):
            return word
    return None


_BESIDE = 3
"""Words between a no and what it turns round."""
_AROUND = 6
"""Words to either side of a no that are said with it, where somebody speaks without a pause."""
_ASKING = words("wem wen wer was wie wo wann warum ob welche welcher welches welchen")


def _turned_by(chunk: Chunk, piece: Piece, checked: Checked) -> bool:
    """„Antrag: nicht gestellt“, „Duschen wollte er nicht“: a no beside it may be about it."""
    tokens = piece.clause.tokens
    heads = chunk.end < len(tokens) and tokens[chunk.end].text in {":", "?"}
    beside_it = (other for p in checked.pieces for other in p.chunks if other is not chunk)
    return heads or any(
        noes(other) and (elliptic(other) or meet(other.keys, chunk.keys)) for other in beside_it
    )


def _repeats(
    own: Sequence[Term], target: Term, denied: Sequence[Term], around: Sequence[Term]
) -> bool:
    """Whether a part says the denied word itself and nothing that its source does not say."""
    if not any(_same(term, target) for term in own):
        return False
    keys = keys_of(own)
    wanted = heavy(denied) or denied
    held = sum(meet(term.keys, keys) for term in wanted)
    theirs = keys_of(around)
    return held * 3 >= len(wanted) * 2 and all(meet(term.keys, theirs) for term in heavy(own))


def _affirms(part: Chunk, own: Sequence[Term], target: Term) -> bool:
    """Whether the dictation says the same without a no as well."""
    if part.negative or noes(part) or not any(_same(term, target) for term in part.terms):
        return False
    others = [term for term in heavy(own) if not _same(term, target)]
    return all(meet(term.keys, part.keys) for term in others)


def _same(term: Term, other: Term) -> bool:
    """The very word, in whatever form."""
    return term.stem == other.stem or bool(_stems(term) & _stems(other))


def _stems(term: Term) -> frozenset[str]:
    return frozenset(key for key in term.keys if not key.startswith("="))


# --- one of two nos left out -------------------------------------------------------------------


def _one_of_two(chunk: Chunk, piece: Piece, said: Sequence[Piece]) -> str | None:
    """„ohne Hilfe möglich“ where „ohne Hilfe geht es nicht“ was said."""
    if len(chunk.denials) != 1 or chunk.lexical or _LIMITING.intersection(chunk.words):
        return None
    if sum(sum(noes(other).values()) for other in piece.chunks) != 1:
        return None
    own = [term for term in heavy(chunk.terms) if not term.name]
    for part in (part for other in said for part in other.chunks):
        if not part.lifted or not own or not all(meet(term.keys, part.keys) for term in own):
            continue
        written = chunk.denials[0][0]
        words_of = [word for word, *_ in part.denials]
        return next((word for word in words_of if word != written), WITHOUT)
    return None


# --- „mit“ for „ohne“ --------------------------------------------------------------------------


def _with(chunk: Chunk, said: Sequence[Piece], near: Sequence[Chunk]) -> str | None:
    """„mit Termin“ where „ohne Termin“ was said; „nur mit“ is „nicht ohne“."""
    if "mit" not in chunk.words or _LIMITING.intersection(chunk.words):
        return None
    for noun in _behind(chunk, "mit"):
        for part in (part for other in said for part in other.chunks):
            if not any(_same(noun, other) for other in _behind(part, WITHOUT)):
                continue
            if any(_same(noun, other) for p in near for other in _behind(p, "mit")):
                continue
            if (len(part.denials) - len(chunk.denials)) % 2:
                return WITHOUT
    return None


_LIMITING = words("nur erst bloss lediglich ausschliesslich")
_REACH = 3
"""Words behind „mit“ among which its thing stands."""


def _behind(chunk: Chunk, preposition: str) -> list[Term]:
    """The thing behind a preposition, wherever it stands in a part."""
    found: list[Term] = []
    for at, word in enumerate(chunk.words):
        behind = chunk.words[at + 1 : at + 1 + _REACH] if word == preposition else ()
        found.extend([t for t in chunk.terms if t.noun and t.word in behind][:1])
    return found
