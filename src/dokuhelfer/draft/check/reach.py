"""Under which sources a clause of the dictation stands: „sagt sie“ before, in and behind it.

domain.md §3 R12.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.estimates import taken_up
from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.source import Source
from dokuhelfer.draft.check.terms import Term, keys
from dokuhelfer.draft.facts.model import Fact, FactKind, Modality

SPEAKER = frozenset({"ich", "wir", "ichs", "wirs", "hab", "habs"})
"""„Ich habe ihr gesagt“ reports what the writer said, not hearsay."""
_CLOSERS = frozenset(
    {"sagt", "sagte", "gesagt", "meint", "meinte", "gemeint", "behauptet", "erzählt", "berichtet"}
)
"""Verbs that may follow what they report."""
_INFINITIVES = frozenset({"sagen", "klagen"})
"""„Bitte sagen, wer kommt“, „wollte er nicht sagen“: nothing is reported."""


def sources_of(piece: Piece, position: int, source: Source) -> Iterator[tuple[Fact, int]]:
    """The sources of a clause, each with the clause it stands in.

    They are its own, and „Er sagt,“ that opens what it reports.
    """
    sentence = source.pieces[position].clause.sentence
    for place in range(position, -1, -1):
        said = source.pieces[place]
        if said.clause.sentence != sentence:
            break
        speaker = bool(said.words & SPEAKER)
        if speaker and place < position:
            break
        for fact in said.of_kind(FactKind.SOURCE):
            adverbial = fact.text.lower().startswith(ADVERBIAL)
            if speaker and not adverbial:
                continue
            opens = not adverbial and _opens_report(fact, said, source.pieces[position])
            if place < position and not opens:
                continue
            if place == position and not _reported(fact, said, piece):
                continue
            reported = fact.text not in _INFINITIVES or _reports(said)
            if reported and not _as_said(fact, said):
                yield fact, place
        if speaker:
            break
    yield from _closing_source(position, source)


def _closing_source(position: int, source: Source) -> Iterator[tuple[Fact, int]]:
    """„…, hat sie gesagt“ as a clause of its own behind what it reports."""
    said = source.pieces[position]
    if position + 1 >= len(source.pieces):
        return
    behind = source.pieces[position + 1]
    first = next(iter(behind.chunks), None)
    if first is None or behind.clause.sentence != said.clause.sentence:
        return
    if behind.words & SPEAKER:
        return
    facts = [f for f in behind.of_kind(FactKind.SOURCE) if f.tokens[0] < first.end]
    yield from (
        (fact, position + 1)
        for fact in facts
        if fact.text in _CLOSERS and _only_closes(fact, first, behind)
    )


def _only_closes(fact: Fact, first: Chunk, behind: Piece) -> bool:
    """„sagt Jonas“, „so hat es die Ärztin gesagt“: who says it, and nothing besides."""
    opener, rest = first.words[0], first.words[1:]
    if opener in _POINTING:
        return fact.tokens[1] == first.end
    if _opens_behind(first, behind):
        return False
    if first.negation:
        return False
    if opener in _AUXILIARIES and (fact.tokens[1] != first.end or rest[0] not in _SUBJECTS):
        return False
    people = behind.of_kind(FactKind.ROLE, FactKind.PERSON, FactKind.SOURCE)
    known = {index for person in people for index in range(*person.tokens)}
    others = [t for t in first.terms if t.weight >= 1.0 and t.index not in known]
    verb_first = opener in _AUXILIARIES or fact.tokens[0] == first.start
    short = first.end - fact.tokens[1] <= _CLOSING
    return verb_first and short and all(_saying(t) or t.noun for t in others)


_POINTING = frozenset({"so", "das"})
_SUBJECTS = frozenset({"er", "sie", "es", "der", "die", "mir", "uns"})
_AUXILIARIES = frozenset({"hat", "hatte", "haben", "ham"})


def _reported(fact: Fact, said: Piece, piece: Piece) -> bool:
    """Whether what is taken up stands behind the source, or before a closing „sagt sie“."""
    taken = taken_up(said, (piece,))
    own = next((c for c in said.chunks if c.start <= fact.tokens[0] < c.end), None)
    if own is not None and _of_its_part(fact, own, _very(said, piece) or taken):
        return False
    if fact.text.lower().startswith(ADVERBIAL):
        return _within_reach(fact, said, taken)
    closed = _closed(own, said) if own is not None else None
    if closed is not None:
        return sum(closed[0] <= index < closed[1] for index in taken) * 2 > len(taken)
    if own is not None and _apart(fact, own, said, taken):
        return False
    behind = [index for index in taken if index >= fact.tokens[1]]
    last = own.end if own is not None else len(said.clause.tokens)
    if last < len(said.clause.tokens) and own is not None and own.words[-1] in {"er", "sie"}:
        return any(index < last for index in taken) and _within_reach(fact, said, taken)
    closing = fact.tokens[1] >= len(said.clause.tokens) - _CLOSING
    return len(behind) * 2 > len(taken) or (closing and _within_reach(fact, said, taken))


def _very(said: Piece, written: Piece) -> list[int]:
    """Where the very words of a statement stand in a clause: „Wein“ is no „Schnaps“ there."""
    own = {term.stem for term in written.terms}
    return [term.index for term in said.terms if term.stem in own]


def _of_its_part(fact: Fact, own: Chunk, taken: Sequence[int]) -> bool:
    """Whether a source bears on its own part of a list alone, of which nothing is taken up.

    „Dekubitus laut Dr. Lang, rechte Ferse“, „drei Flaschen Wein, laut ihr kein Schnaps“,
    „Schmerzen verneint sie, beim Arzt war sie“.
    """
    if any(own.start <= index < own.end for index in taken):
        return False
    heavy = [term.index for term in own.terms if term.weight >= 1.0]
    before = any(index < fact.tokens[0] for index in heavy)
    behind = any(index >= fact.tokens[1] for index in heavy)
    if fact.text in _DENYING:
        return before or behind
    if not fact.text.lower().startswith(ADVERBIAL):
        return False
    if behind and all(index < own.start for index in taken):
        return True
    return before and not behind and all(index >= own.end for index in taken)


_DENYING = frozenset({"verneint", "verneinte", "bestreitet", "bestritt"})


def _within_reach(fact: Fact, said: Piece, taken: Sequence[int]) -> bool:
    """Speech without a pause runs on; then a source bears on what stands around it."""
    if len(said.clause.tokens) <= BREATH:
        return True
    low, high = fact.tokens[0] - REACH, fact.tokens[1] + REACH
    return sum(low <= index < high for index in taken) * 2 > len(taken)


BREATH = 16
"""Tokens of a clause at most that somebody says in one breath."""
REACH = 8


def _closed(own: Chunk, said: Piece) -> tuple[int, int] | None:
    """What „…, sagt er“ bears on: the parts before it, comma by comma."""
    people = said.of_kind(FactKind.ROLE, FactKind.PERSON, FactKind.SOURCE)
    known = {index for fact in people for index in range(*fact.tokens)}
    rest = [t for t in own.terms if t.index not in known and t.weight >= 1.0 and not t.name]
    if not own.start or any(not _saying(term) for term in rest) or _opens_behind(own, said):
        return None
    start = own.start
    for chunk in reversed([chunk for chunk in said.chunks if chunk.start < own.start]):
        if chunk.end != start - 1 or said.clause.tokens[chunk.end].text != ",":
            break
        start = chunk.start
    return (start, own.start) if start < own.start else None


def _opens_behind(own: Chunk, said: Piece) -> bool:
    """„…, sagte, er sei über den Zaun gestiegen“: what was said stands behind."""
    behind = next((chunk for chunk in said.chunks if chunk.start > own.start), None)
    if behind is None:
        return False
    return behind.words[:1] in _THAT or bool(lexicon().subjunctive.intersection(behind.words))


_THAT = (("dass",), ("ob",), ("wie",), ("was",), ("warum",))


def _saying(term: Term) -> bool:
    return any(term.keys & keys(word) for word in ("sagen", "meinen", "behaupten", "erzahlen"))


ADVERBIAL = ("laut ", "lt ", "lt. ", "nach ", "aus sicht", "angeblich")
"""These bear on their whole clause, wherever they stand in it."""


def _apart(fact: Fact, own: Chunk, said: Piece, taken: Sequence[int]) -> bool:
    """Whether the source stands with something else than what is taken up."""
    if own.start > 0 and not any(index >= own.start for index in taken):
        return True  # „Sättigung 97 | schwindlig sei ihr, sagt sie“
    inside = any(own.start <= index < own.end for index in taken)
    quoted = [quote for quote in said.of_kind(FactKind.QUOTE) if quote.tokens[0] >= fact.tokens[1]]
    if quoted:
        return not any(s <= i < e for i in taken for s, e in (q.tokens for q in quoted))
    behind = any(term.index >= fact.tokens[1] and term.weight >= 1.0 for term in own.terms)
    return not inside and (behind or _with_object(fact, own))


def _with_object(fact: Fact, own: Chunk) -> bool:
    """„… und seinen Namen gesagt, bei der Frage …“: what was said stands before."""
    before = [term for term in own.terms if term.index == fact.tokens[0] - 1]
    possessed = own.words[: fact.tokens[0] - own.start]
    return bool(before) and before[0].noun and any(w in _ACCUSATIVE for w in possessed[-2:])


_ACCUSATIVE = frozenset({"den", "seinen", "ihren", "einen", "die", "ihre", "seine", "das"})

_CLOSING = 3
"""Tokens that may stand behind a closing „sagt sie selber.“"""


def _opens_report(fact: Fact, said: Piece, reported: Piece) -> bool:
    """„Frau R. berichtet,“ has nothing behind it but what it reports, or that in its mood."""
    if fact.text in _DENYING and any(
        term.index < fact.tokens[0] and term.weight >= 1.0 for term in said.terms
    ):
        return False
    behind = [term for term in said.terms if term.index >= fact.tokens[1] and term.weight >= 1.0]
    return not behind or bool(reported.words & lexicon().subjunctive)


def _reports(said: Piece) -> bool:
    return said.modality is Modality.PLAIN and not said.negations and not said.words & _ABLE


_ABLE = frozenset({"kann", "konnte", "konnten", "konnen"})
"""„den Namen konnte er sagen“ is what somebody can do."""


def _as_said(fact: Fact, said: Piece) -> bool:
    """„wie gesagt“, „sagen wir“: a manner of speaking."""
    before = said.clause.tokens[fact.tokens[0] - 1].text if fact.tokens[0] else ""
    return fold(before) == "wie"
