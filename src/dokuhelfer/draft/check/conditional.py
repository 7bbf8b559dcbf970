"""Conditions: „wenn der Puls unter 45 geht“ stays with its step, and none comes to one.

domain.md §3 R05. A paraphrase may say a condition with other words and move it to the next
sentence; what counts is whether the words of the condition stand in a clause that has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.estimates import taken_up
from dokuhelfer.draft.check.evidence import Evidence
from dokuhelfer.draft.check.lexicon import fold
from dokuhelfer.draft.check.marks import conditional
from dokuhelfer.draft.check.pieces import Piece, conditions
from dokuhelfer.draft.check.reach import BREATH, REACH
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import SURE, Beside, Checked, Source
from dokuhelfer.draft.check.terms import Term, meet
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.facts.view import plain
from dokuhelfer.draft.model import Finding, Kind


@dataclass(frozen=True, slots=True)
class _Condition:
    """A condition of the dictation: its word, what it says, and where it ends in its clause."""

    word: str
    start: int
    end: int
    terms: tuple[Term, ...]


def check_condition(checked: Checked, source: Source, beside: Beside) -> Iterator[Finding]:
    """A condition said with the step must stay with it, in whatever words."""
    own = [text for piece in checked.pieces for text in conditions(piece)]
    near = tuple(source.at(checked.near))
    if own and not any(conditions(piece) for piece in near):
        yield checked.item.finding(Kind.QUALIFIER, Sentence.ADDED, written=own[0])
        return
    if _names_contact(checked):
        return
    for number, (piece, place) in enumerate(zip(checked.pieces, checked.places, strict=True)):
        if place.verbatim or place.support < SURE or _is_conditional(checked, number):
            continue
        if any(map(_opens_with_verb, checked.pieces[max(0, number - 1) : number + 1])):
            continue
        for position in _steps(piece, place, source):
            for condition in _governing(position, piece, source):
                if not _rendered(condition, source.pieces[position], checked, beside):
                    yield checked.item.finding(Kind.QUALIFIER, Sentence.LOST, said=condition.word)
                    return


def _names_contact(checked: Checked) -> bool:
    """„Dr. Krause telefonisch“: who was reached and how; no step that could have a condition."""
    heavy = [t for piece in checked.pieces for t in piece.terms if t.weight >= 1.0]
    people = [f for f in checked.facts(FactKind.PERSON, FactKind.ROLE)]
    named = {index for fact in people for index in range(*fact.tokens)}
    return bool(people) and all(t.word in _WAYS or t.index in named for t in heavy)


_WAYS = frozenset(
    {"telefonisch", "telefon", "personlich", "mundlich", "schriftlich", "mail", "fax"}
)


def _steps(piece: Piece, place: Evidence, source: Source) -> Iterator[int]:
    """The clause that a statement was made of, and others of its sentence that it quotes."""
    sentence = source.pieces[place.clauses[0]].clause.sentence if place.clauses else None
    for position in place.clauses:
        said = source.pieces[position]
        near = said.clause.sentence == sentence or abs(position - place.clauses[0]) == 1
        quoted = near and _very(piece, said)
        if position == place.clauses[0] or quoted:
            yield position


def _is_conditional(checked: Checked, number: int) -> bool:
    """Whether a clause of a statement has a condition, itself or right beside it."""
    sentence = checked.pieces[number].clause.sentence
    around = checked.pieces[max(0, number - 1) : number + 2]
    return any(conditions(piece) for piece in around if piece.clause.sentence == sentence)


def _opens_with_verb(piece: Piece) -> bool:
    """„Bleibt der Stuhlgang aus, …“ is a condition without „wenn“."""
    tokens = piece.clause.tokens
    first = fold(tokens[0].text) if tokens else ""
    subject = len(tokens) > 1 and fold(tokens[1].text) in _SUBJECTS
    verb = first in FINITE - _ORDERING or (first.endswith("t") and subject)
    return verb and any(token.text == "," for token in tokens)


_SUBJECTS = frozenset({"er", "sie", "es", "der", "die", "das", "sich"})
_ORDERING = frozenset({"soll", "sollen", "wird", "werden"})
"""„soll die Tochter anrufen, …“ is a step; the condition before it is what may be lost."""


def _governing(position: int, written: Piece, source: Source) -> Iterator[_Condition]:
    """The conditions of what a clause of a statement takes up at ``position``.

    They stand in that clause, as the whole clause before it, or open the one behind it.
    """
    said = source.pieces[position]
    taken = taken_up(said, (written,))
    yield from (c for c in _conditions(said) if _takes_step(c, said, taken))
    sentence = said.clause.sentence
    before = source.pieces[position - 1] if position else None
    if before is not None and before.clause.sentence == sentence and not conditions(said):
        yield from (c for c in _conditions(before) if _is_whole(c, before))
    behind = source.pieces[position + 1] if position + 1 < len(source.pieces) else None
    if behind is not None and behind.clause.sentence == sentence and not _begins_anew(behind):
        yield from (c for c in _conditions(behind) if c.start <= _OPENING)


def _begins_anew(piece: Piece) -> bool:
    """„…, und wenn keiner drangeht, fahre ich hin“: a condition with a step of its own."""
    first = [fold(token.text) for token in piece.clause.tokens[:2]]
    return first[:1] == ["und"] and first[-1] in _OPENERS


def _takes_step(condition: _Condition, said: Piece, taken: Sequence[int]) -> bool:
    """Whether the step is taken up: what stands before the condition, or behind one that opens."""
    before = [plain(token.text).lower() for token in said.clause.tokens[: condition.start]]
    if before[-1:] == ["und"]:
        return any(index >= condition.end for index in taken)
    if any(fold(word) in FINITE or is_participle(word) for word in before):
        return any(_reaches(condition, said) <= index < condition.start for index in taken)
    return any(not condition.start <= index < condition.end for index in taken)


def _reaches(condition: _Condition, said: Piece) -> int:
    """The first token that a condition behind its step may bear on: speech may run on."""
    return condition.start - REACH if len(said.clause.tokens) > BREATH else 0


def _very(piece: Piece, said: Piece) -> bool:
    """Whether two clauses share a word itself, and not only one like it."""
    heavy = {key for term in said.terms if term.weight >= 1.0 for key in term.keys}
    stems = {key for key in heavy if not key.startswith("=")}
    return any(term.keys & stems for term in piece.terms)


_OPENING = 2
"""Tokens before „wenn“ where it opens its clause („aber nur wenn“)."""


def _is_whole(condition: _Condition, said: Piece) -> bool:
    """Whether a clause is nothing but its condition, so that its step is in the next one."""
    return not any(
        term.weight >= 1.0 and not condition.start <= term.index < condition.end
        for term in said.terms
    )


def _conditions(said: Piece) -> Iterator[_Condition]:
    words = {fold(word) for text in conditions(said) for word in text.split()}
    if not words:
        yield from _cases(said)
        return
    for chunk in said.chunks:
        if words <= set(chunk.words) or words & set(chunk.words) & _OPENERS:
            yield _condition(chunk, said, words)


def _cases(said: Piece) -> Iterator[_Condition]:
    """„Bei Rückfällen soll …“: an order for a case; „bei Frau Roth soll …“ names no case."""
    tokens = said.clause.tokens
    start = 1 if tokens and fold(tokens[0].text) in _LITTLE else 0
    low = [fold(token.text) for token in tokens]
    named = {at for f in said.of_kind(FactKind.PERSON, FactKind.ROLE) for at in range(*f.tokens)}
    end = next((at for at, word in enumerate(low) if word in _ORDERED), 0)
    terms = tuple(term for term in said.terms if start < term.index < end)
    opens = low[start : start + 1] == ["bei"] and start + 1 < end <= start + _CASE
    if opens and terms and named.isdisjoint(range(start, end)) and all(t.noun for t in terms):
        yield _Condition("bei", start, end, terms)


_ORDERED = frozenset({"bitte", "soll", "sollen", "muss", "mussen", "darf", "durfen", "sofort"})
_CASE = 4
"""Words at most from „bei“ to what is ordered for the case."""
_OPENERS = frozenset({"wenn", "falls", "sofern", "solange", "sobald", "vorausgesetzt"})


def _condition(chunk: Chunk, said: Piece, words: set[str]) -> _Condition:
    """The words from „wenn“ to the verb that closes it, where no comma does."""
    tokens = said.clause.tokens
    start = next(
        (at for at in range(chunk.start, chunk.end) if fold(plain(tokens[at].text)) in words),
        chunk.start,
    )
    closed = [
        at if fold(tokens[at].text) in _RESUMING else at + 1
        for at in range(start + 2, chunk.end)
        if fold(tokens[at].text) in FINITE | _RESUMING
    ]
    end = closed[0] if closed and start == chunk.start + _lead(chunk) else chunk.end
    terms = tuple(term for term in chunk.terms if start <= term.index < end)
    return _Condition(fold(plain(tokens[start].text)), start, end, terms)


_RESUMING = frozenset({"bitte", "soll", "sollen"})
"""What opens the step behind a condition: „wenn sie ruft bitte hingehen“."""


def _lead(chunk: Chunk) -> int:
    """How many little words stand before „wenn“ at the beginning of a part."""
    lead = 0
    while lead < len(chunk.words) and chunk.words[lead] in _LITTLE:
        lead += 1
    return lead


_LITTLE = frozenset({"und", "aber", "nur", "erst", "auch", "oder", "dann", "also"})


def _rendered(condition: _Condition, step: Piece, checked: Checked, beside: Beside) -> bool:
    """Whether most of the condition's words stand in the statement or a condition of the draft.

    Words of the statement that stem from the step itself do not count.
    """
    main = [t for t in step.terms if not condition.start <= t.index < condition.end]
    of_step = frozenset(key for term in main for key in term.keys)
    written = beside.conditions | frozenset(
        key
        for piece in checked.pieces
        for term in piece.terms
        if piece.words & _IN_A_PREPOSITION or not meet(term.keys, of_step)
        for key in term.keys
    )
    heavy = [term for term in condition.terms if term.weight >= 1.0]
    if not heavy:
        like = [piece for piece in checked.pieces if piece.words & _IN_A_PREPOSITION]
        known = beside.conditions.union(*(t.keys for piece in like for t in piece.terms))
        return not condition.terms or any(meet(term.keys, known) for term in condition.terms)
    shared = sum(meet(term.keys, written) for term in heavy)
    return shared * 2 > len(heavy) or bool(shared and any(map(conditional, checked.pieces)))


_LIKE_A_CONDITION = frozenset({"nach", "erst", "ohne", "nur", "bis"})
_IN_A_PREPOSITION = _LIKE_A_CONDITION | {"bei", "beim", "nach"}
"""„erst nach Rückmeldung“: a statement may hold a condition in a preposition."""
