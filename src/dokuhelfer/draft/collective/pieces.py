"""Clauses cut finer: a new one where another person's part or another kind begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.collective import lexicon as lex
from dokuhelfer.draft.collective.anchors import Anchor, Role, find_anchors
from dokuhelfer.draft.collective.bare import family_names, with_bare_names
from dokuhelfer.draft.collective.headings import (
    Heading,
    find_headings,
    is_document,
)
from dokuhelfer.draft.collective.model import Correction, Piece
from dokuhelfer.draft.collective.offices import staff_of
from dokuhelfer.draft.collective.reading import read_piece
from dokuhelfer.draft.facts.extract import extract_all
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.model import Span
from dokuhelfer.draft.normalise.model import Token, TokenKind
from dokuhelfer.draft.rules.item import Item

_Group = Sequence[tuple[Clause, tuple[Fact, ...]]]
_ENDS = frozenset({".", "!", "?"})


def make_pieces(
    clauses: Sequence[Clause], facts: Sequence[tuple[Fact, ...]], *, strict: bool = False
) -> tuple[Piece, ...]:
    """The dictation's clauses, none of which speaks of two persons' parts or two kinds.

    Where another part begins, a new sentence begins, too: without punctuation a whole
    round is one sentence.

    Args:
        strict: only plain openings turn to somebody new, because third parties are named
            all the time (counselling).
    """
    made: list[Clause] = []
    sentence = -1
    names = family_names(clauses, facts)
    staff = staff_of(clauses, facts)
    facts = [_without(own, staff) for own in facts]
    written = any(is_document(item.text) for item in map(Item, clauses, facts))
    for group in _marked_sentences(clauses, facts):
        for tokens, begins in _parts(group, names):
            sentence += begins
            made.append(Clause(len(made), sentence, tokens, _span(tokens)))
    return tuple(
        _checked(
            read_piece(
                clause, tuple(with_bare_names(clause, _without(own, staff), names - _last(staff)))
            ),
            strict=strict,
            written=written,
        )
        for clause, own in zip(made, extract_all(made), strict=True)
    )


def _without(facts: Sequence[Fact], staff: frozenset[str]) -> tuple[Fact, ...]:
    """The facts with names of staff as roles: they are nobody of the round."""
    return tuple(
        replace(fact, kind=FactKind.ROLE, name=None)
        if fact.kind is FactKind.PERSON and fact.text in staff
        else fact
        for fact in facts
    )


def _last(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name.split()[-1].lower() for name in names)


def _checked(piece: Piece, *, strict: bool, written: bool) -> Piece:
    """In counselling a name opens another matter only where that is plain."""
    if not strict or not piece.turn or piece.kind is not None:
        return piece
    mention = piece.turn[0]
    behind = piece.item.view.word(mention.fact.tokens[1])
    titled = mention.label.split(" ")[0] not in {"Frau", "Herr"}
    turning = lex.MOVING_ON & set(piece.item.view.low[: mention.fact.tokens[0]])
    plain = (
        behind == ":"
        or titled
        or bool(turning)
        or piece.adds
        or piece.corrects is not Correction.NONE
    )
    return replace(piece, doubtful=not (plain or (behind in lex.ENCOUNTERS and not written)))


def _marked_sentences(
    clauses: Sequence[Clause], facts: Sequence[tuple[Fact, ...]]
) -> Iterator[_Group]:
    """Clauses up to a spoken or written full stop: names run on over guessed sentence ends."""
    group: list[tuple[Clause, tuple[Fact, ...]]] = []
    for clause, own in zip(clauses, facts, strict=True):
        if group and group[-1][0].tokens[-1].text in _ENDS and _new_sentence(group, clause):
            yield tuple(group)
            group = []
        group.append((clause, own))
    if group:
        yield tuple(group)


def _new_sentence(group: _Group, clause: Clause) -> bool:
    return group[-1][0].sentence != clause.sentence


def _span(tokens: Sequence[Token]) -> Span:
    return Span(
        tokens[0].span.segment,
        min(token.span.start for token in tokens),
        max(token.span.end for token in tokens),
    )


def _parts(
    group: _Group,
    names: frozenset[str],
) -> Iterator[tuple[tuple[Token, ...], bool]]:
    """Tokens of each part of one sentence, and whether it begins a new sentence."""
    whole, named, starts = _whole(group)
    starts = sorted({*starts, *_pronoun_turns(whole)})
    facts = with_bare_names(whole, named, names, starts)
    first = _sentence_starts(group)
    anchors = find_anchors(whole, facts, starts)
    opening = [anchor for anchor in anchors if anchor.role is Role.OPENS]
    heads = tuple(find_headings(whole, starts, [(anchor.first, anchor.end) for anchor in opening]))
    turns = {anchor.start for anchor in opening if not _headed(anchor, heads, whole)}
    turns |= {head.start for head in heads}
    inside = {index for anchor in anchors for index in range(anchor.first + 1, anchor.end)}
    segments = {
        index
        for index in range(1, len(whole.tokens))
        if whole.tokens[index].span.segment != whole.tokens[index - 1].span.segment
    }
    turns = {_behind_comma(whole, _with_interjection(whole, start)) for start in turns}
    early = {turn for turn in turns if whole.tokens[turn].text.lower() == "ach"}
    opening_words = {at for a in opening if a.corrects for at in range(a.start + 1, a.first + 1)}
    inside |= opening_words
    outside = {at for at in starts if not any(turn < at <= turn + 2 for turn in early)}
    cuts = sorted((((outside - inside) | turns | segments) | {0}) - {len(whole.tokens)})
    for number, start in enumerate(cuts):
        end = cuts[number + 1] if number + 1 < len(cuts) else len(whole.tokens)
        yield whole.tokens[start:end], start in turns | first


def _with_interjection(whole: Clause, start: int) -> int:
    """The same start, „ach so“ before it taken along."""
    for length in (2, 1):
        words = [token.text.lower() for token in whole.tokens[max(0, start - length) : start]]
        if words in (["ach", "so"], ["ach"], ["ach", "ja"]):
            return start - len(words)
    return start


def _behind_comma(whole: Clause, start: int) -> int:
    """The same start, a comma left to what stands before."""
    while start + 1 < len(whole.tokens) and whole.tokens[start].kind is TokenKind.PUNCT:
        start += 1
    return start


def _sentence_starts(group: _Group) -> set[int]:
    """Where the sentences of the clauses begin."""
    found: set[int] = set()
    sentence, at = -1, 0
    for clause, _ in group:
        if clause.sentence != sentence:
            found.add(at)
        sentence = clause.sentence
        at += len(clause.tokens)
    return found


def _pronoun_turns(whole: Clause) -> Iterator[int]:
    """„Er hat gegessen, sie nur getrunken“: where the other pronoun begins."""
    low = [token.text.lower() for token in whole.tokens]
    heard: set[str] = set()
    for index, word in enumerate(low):
        if word not in {"er", "sie"}:
            continue
        joined = index > 0 and low[index - 1] in {",", "und", ";"}
        if joined and heard == {"er", "sie"} - {word}:
            yield index
            heard = set()
        heard.add(word)


def _headed(anchor: Anchor, heads: Sequence[Heading], whole: Clause) -> bool:
    """„Vitalwerte Frau Keller“: heading and name stay one clause."""
    return any(
        not head.measured
        and head.end <= anchor.first
        and all(
            token.kind is TokenKind.PUNCT or token.text.lower() in lex.OPENERS
            for token in whole.tokens[head.end : anchor.first]
        )
        for head in heads
    )


def _whole(
    group: _Group,
) -> tuple[Clause, list[Fact], list[int]]:
    """One sentence as one clause, its facts with shifted tokens, where its clauses begin."""
    tokens: list[Token] = []
    starts: list[int] = []
    facts: list[Fact] = []
    for clause, own in group:
        starts.append(len(tokens))
        facts.extend(_shifted(own, len(tokens)))
        tokens.extend(clause.tokens)
    first = group[0][0]
    return Clause(first.number, first.sentence, tuple(tokens), first.span), facts, starts


def _shifted(facts: Sequence[Fact], by: int) -> Iterator[Fact]:
    for fact in facts:
        if fact.kind in {FactKind.PERSON, FactKind.ROLE}:
            yield Fact(
                fact.kind,
                fact.span,
                (fact.tokens[0] + by, fact.tokens[1] + by),
                name=fact.name,
                value=fact.value,
                text=fact.text,
            )
