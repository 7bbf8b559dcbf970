"""Creditors: one entry each, from what was said of a claim in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import FactKind, Modality
from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.normalise.model import TokenKind, join
from dokuhelfer.draft.rules.chunks import Chunk, chunks
from dokuhelfer.draft.rules.cues import compile_cues
from dokuhelfer.draft.rules.intake import Members, group_value
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.typed import Fill
from dokuhelfer.draft.template.model import Field

_MEMBERS = frozenset({"name", "art", "forderung_eur", "stand"})
_AROUND_NAME = words(
    """
    bei der dem den die das des von vom beim und dann noch auch gläubiger gläubigerin forderung
    schulden schuldet sie er hat haben ist sind ein eine einen einem über mit in höhe erstens
    zweitens drittens viertens weiterhin außerdem sowie offen steht stehen aus für etwa ca circa
    """
)


def fill_claims(fields: Sequence[Field], items: Sequence[Item], fill: Fill) -> None:
    """Fill the group of creditors of a template that has one."""
    field = next((f for f in fields if {m.id for m in f.members} >= _MEMBERS), None)
    if field is None:
        return
    others = compile_cues(cue for f in fields if f.unit == "€" for cue in f.cues)
    entries: list[Members] = []
    for pieces in _by_sentence(chunks(items, Phrases.of(()))):
        if any(piece.find(others) or _is_open(piece) for piece in pieces):
            continue
        members = _claim(pieces, field)
        if members is not None:
            entries.append(members)
            for piece in pieces:
                fill.use(piece.item, (piece.start, piece.end))
    if entries:
        fill.fields[field.id] = group_value(field, entries)


def _by_sentence(pieces: Iterator[Chunk]) -> Iterator[list[Chunk]]:
    current: list[Chunk] = []
    for piece in pieces:
        if current and current[-1].item.clause.sentence != piece.item.clause.sentence:
            yield current
            current = []
        current.append(piece)
    if current:
        yield current


def _is_open(piece: Chunk) -> bool:
    return piece.item.modality is Modality.PLANNED or piece.item.has(FactKind.NEGATION)


def _claim(pieces: Sequence[Chunk], field: Field) -> Members | None:
    """Name and amount, with kind and state if said; None where the sentence is no claim."""
    money = [(p, fact) for p in pieces for fact in p.facts if fact.kind is FactKind.MONEY]
    if len(money) != 1:
        return None
    members: Members = {}
    taken: set[tuple[int, int]] = set()
    for id in ("art", "stand"):
        place = _place(pieces, compile_cues(field.member(id).cues))
        if place is not None:
            members[id] = (join(place.tokens), (place,))
            taken |= _indices(place)
    piece, fact = money[0]
    amount = piece.part(*fact.tokens)
    name = _name(pieces, taken | _indices(amount))
    marked = bool(members) or _place(pieces, compile_cues(field.cues)) is not None
    if name is None or not marked:
        return None
    members["name"] = (join(name.tokens), (name,))
    members["forderung_eur"] = (join(amount.tokens), (amount,))
    return members


def _place(pieces: Sequence[Chunk], cues: Phrases) -> Chunk | None:
    for piece in pieces:
        place = piece.find(cues)
        if place is not None:
            return piece.part(*place)
    return None


def _indices(piece: Chunk) -> set[tuple[int, int]]:
    return {(piece.item.clause.number, index) for index in range(piece.start, piece.end)}


def _name(pieces: Sequence[Chunk], taken: set[tuple[int, int]]) -> Chunk | None:
    """The first run of words that stand for nobody but the creditor."""
    for piece in pieces:
        number = piece.item.clause.number
        kept: list[int] = []
        for index, word in enumerate(piece.low, start=piece.start):
            is_word = piece.item.view.kind(index) is TokenKind.WORD
            if is_word and (number, index) not in taken and word not in _AROUND_NAME:
                kept.append(index)
            elif kept:
                break
        if kept and any(piece.item.view.capital(index) for index in kept):
            return piece.part(kept[0], kept[-1] + 1)
    return None
