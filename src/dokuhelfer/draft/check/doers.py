"""Whose doing a step is: the writer's or the person's, by whatever words (see `actors`).

„durch die Fachkraft“, „selbst“ and the field for what a person did alone name the doer without
being the subject; „Herr A hielt Frau B“ and „Herrn A hielt Frau B“ part doer and other by case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.people import Gender, Mention, mentions
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.terms import Term, meet
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.model import Finding, Kind
from dokuhelfer.draft.normalise.model import Token


class Doer(Enum):
    """Whose doing something is."""

    WRITER = auto()
    PERSON = auto()


_WRITER = words("ich")
_PERSON = words("er sie selbst selber selbstandig selbststandig eigenstandig")
_ALONE = words("selbst selber selbstandig selbststandig eigenstandig")
_TOGETHER = words("wir mir uns mit gemeinsam zusammen man hilfe geholfen unterstutzt beim dabei")
"""With these both may have a hand in it."""
_WISHES = words("will wollte wollten mochte möchte mag soll sollte")
"""„Das wollte sie nicht“ tells of no step of hers."""
_BY = words("durch von vom seitens")
_ARTICLES = words("der die dem den einer eine einen einem")
_OWN_FIELD = "selbst_geleistet"
_MOST = 2
"""Words at most of a part that may be ascribed by its verb alone („Gekocht.“)."""


def check_doers(checked: Checked, source: Source) -> Iterator[Finding]:
    """At most one step ascribed to the other of writer and person, or done the wrong way round."""
    for piece, place in checked.pairs():
        evidence = tuple(source.at(place.clauses[:2]))
        if any(_other_doer(part, piece, evidence, checked) for part in piece.chunks) or any(
            _turned_round(piece, said) for said in evidence
        ):
            yield checked.item.finding(Kind.PERSON, Sentence.OTHER_AGENT)
            return


def _other_doer(part: Chunk, piece: Piece, evidence: Sequence[Piece], checked: Checked) -> bool:
    written = _written(part, piece, checked)
    if written is None:
        return False
    said = {_said(chunk) for clause in evidence for chunk in clause.chunks if _same(part, chunk)}
    return bool(said) and None not in said and written not in said


def _written(part: Chunk, piece: Piece, checked: Checked) -> Doer | None:
    """Whom a part of a statement names as doer, other than as its subject."""
    own = set(part.words)
    if own & _TOGETHER:
        return None
    tokens = piece.clause.tokens[part.start : part.end]
    behind = _behind_by(tokens)
    if behind in lexicon().staff:
        return Doer.WRITER
    if behind in lexicon().clients or (own & _ALONE and not own & lexicon().staff):
        return Doer.PERSON
    named = bool(own & lexicon().staff) or any(
        part.start <= mention.start < part.end for mention in mentions(piece)
    )
    alone = checked.item.member.id == _OWN_FIELD and not named
    return Doer.PERSON if alone else None


def _behind_by(tokens: Sequence[Token]) -> str:
    """„durch die Fachkraft“ → „fachkraft“; "" where nobody is named so."""
    low = [fold(token.text) for token in tokens]
    for index, word in enumerate(low):
        if word in _BY:
            rest = [w for w in low[index + 1 : index + 3] if w not in _ARTICLES]
            return rest[0] if rest else ""
    return ""


def _said(chunk: Chunk) -> Doer | None:
    """Whose doing a part of a clause of the dictation is, None where it may be both's."""
    heard = set(chunk.words)
    if heard & _TOGETHER or (chunk.negative and heard & _WISHES):
        return None
    writer, person = bool(heard & _WRITER), bool(heard & _PERSON)
    if writer is person:
        return None
    return Doer.WRITER if writer else Doer.PERSON


def _same(part: Chunk, chunk: Chunk) -> bool:
    """Whether a part of the dictation tells of the same step: its verb and most of its words."""
    own = [term for term in part.terms if not _of_role(term)]
    shared = [term for term in own if meet(term.keys, chunk.keys)]
    verb = any(not term.noun for term in shared)
    return verb and len(shared) * 2 > len(own) and (len(shared) > 1 or len(own) <= _MOST)


def _of_role(term: Term) -> bool:
    return term.word in lexicon().staff | lexicon().clients | _ALONE


class _Case(Enum):
    SUBJECT = auto()
    OTHER = auto()
    OPEN = auto()


def _turned_round(written: Piece, said: Piece) -> bool:
    """„Herr Nagel trat Herrn Ziegler“, where Herr Ziegler trod on Herrn Nagel."""
    now, then = _cases(written), _cases(said)
    if now is None or then is None:
        return False
    (doer, other), (first, second) = now, then
    turned = bool(doer.keys & second.keys) and bool(other.keys & first.keys)
    same = bool(doer.keys & first.keys)
    steps = [t for t in written.terms if not t.noun and not t.name and t.index]
    heard = frozenset(key for term in said.terms for key in term.keys)
    return turned and not same and any(meet(term.keys, heard) for term in steps)


def _cases(piece: Piece) -> tuple[Mention, Mention] | None:
    """Who does it and to whom, in a clause that names two people and shows their cases."""
    found = mentions(piece)
    tokens = piece.clause.tokens
    if (
        len(found) != 2
        or not _together(piece, *found)
        or any(m.start and fold(tokens[m.start - 1].text) in _BY for m in found)
    ):
        return None
    cases = [_case(mention, tokens) for mention in found]
    if set(cases) == {_Case.SUBJECT, _Case.OTHER} or _Case.OPEN in cases and len(set(cases)) == 2:
        first = cases[0] is _Case.SUBJECT or cases[1] is _Case.OTHER
        return (found[0], found[1]) if first else (found[1], found[0])
    return None


def _together(piece: Piece, one: Mention, other: Mention) -> bool:
    return any(part.start <= one.start and other.start < part.end for part in piece.chunks)


def _case(mention: Mention, tokens: Sequence[Token]) -> _Case:
    first = fold(tokens[mention.start].text)
    before = fold(tokens[mention.start - 1].text) if mention.start else ""
    if first == "herrn" or before in _OBLIQUE:
        return _Case.OTHER
    if first == "herr" and before not in _ADDED:
        return _Case.SUBJECT
    if mention.gender is Gender.MASCULINE and before == "der":
        return _Case.SUBJECT
    return _Case.OTHER if mention.gender is Gender.FEMININE and before == "der" else _Case.OPEN


_OBLIQUE = words(
    """
    den dem des bei beim mit zu zum zur von vom durch an am auf aus fur gegen uber nach neben vor
    wegen um ohne seinem seinen ihrem ihren
    """
)
_ADDED = frozenset({"und", ",", "("})
