"""How another person of the round is called in somebody's draft (domain.md §1.9, §3 R13)."""

from __future__ import annotations

from collections.abc import Iterator

from dokuhelfer.draft.collective import lexicon as lex
from dokuhelfer.draft.collective.model import Correction, Cutting, Gender, Mention, Piece
from dokuhelfer.draft.collective.offices import by_office
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName
from dokuhelfer.draft.model import Span
from dokuhelfer.draft.template.model import Area

_CARE = {
    Gender.FEMALE: ("eine andere Bewohnerin", "eine andere Bewohnerin", "einer anderen Bewohnerin"),
    Gender.MALE: ("ein anderer Bewohner", "einen anderen Bewohner", "einem anderen Bewohner"),
}
_ANYBODY = ("eine andere Person", "eine andere Person", "einer anderen Person")
_OBJECTS = frozenset({"die", "das", "den", "einen", "eine", "ein", "ihre", "seine"})
_NOMINATIVE, _ACCUSATIVE, _DATIVE = range(3)
_SUBJECT_PRONOUNS = {"sie": Gender.FEMALE, "er": Gender.MALE}


def replacements(piece: Piece, cutting: Cutting, own: int) -> Iterator[tuple[Span, str]]:
    """Places of a clause that name other persons of the round, and what stands there instead.

    Where the clause leaves out its subject („… und hat Herrn Wolf gestoßen“) and that is
    another person, the subject is put in.
    """
    if len(piece.turn) > 1 and not cutting.corrected(piece.clause.number):
        yield from _together(piece, cutting, own)
    named = list(_named_others(piece, cutting, own))
    for fact, other in named:
        yield fact.span, _called(piece, cutting, fact, (own, other))
    for room in _rooms_beside(piece, [fact for fact, _ in named]):
        yield room, ""
    leading = cutting.owners[piece.clause.number]
    foreign = leading and leading[0] != own and own in leading
    said = any(other == leading[0] for _, other in named) or _begun(piece, cutting, own)
    if foreign and not said:
        yield from _subject(piece, cutting, leading[0])


def _together(piece: Piece, cutting: Cutting, own: int) -> Iterator[tuple[Span, str]]:
    """„Frau A und Herr B“: the others first, then the person by name."""
    facts = [mention.fact for mention in piece.turn]
    mine = next((m for m in piece.turn if own in cutting.whose(m)), None)
    if mine is None:
        return
    others = [
        _called(piece, cutting, facts[0], (own, meant[0]))
        for mention in piece.turn
        if mention is not mine and (meant := cutting.whose(mention))
    ]
    first, last = min(facts, key=_at), max(facts, key=_at)
    if others:
        span = Span(first.span.segment, first.span.start, last.span.end)
        spoken = piece.item.view.text(*mine.fact.tokens)
        yield span, f"{', '.join(others)} sowie {spoken}"


def _at(fact: Fact) -> int:
    return fact.tokens[0]


def _begun(piece: Piece, cutting: Cutting, own: int) -> bool:
    """Whether the clause before, of the same sentence and persons, has the subject."""
    number = piece.clause.number
    if not number or cutting.pieces[number - 1].clause.sentence != piece.clause.sentence:
        return False
    return own in cutting.owners[number - 1]


def _named_others(piece: Piece, cutting: Cutting, own: int) -> Iterator[tuple[Fact, int]]:
    for fact in piece.item.of(FactKind.PERSON):
        if by_office(piece.item.view, piece.item.facts, fact):
            continue
        room = fact.name is FactName.ZIMMER
        mention = Mention(None if room else fact.text, fact.text if room else None, fact)
        meant = _room_owner(piece, cutting, fact) if room else cutting.whose(mention)
        if meant and own not in meant:
            yield fact, meant[0]


def _room_owner(piece: Piece, cutting: Cutting, fact: Fact) -> tuple[int, ...]:
    """Whom a room stands for when no name stands beside it."""
    beside = [
        other
        for other in piece.item.of(FactKind.PERSON)
        if other is not fact and other.name is not FactName.ZIMMER
    ]
    return () if beside else cutting.whose(Mention(None, fact.text, fact))


def _rooms_beside(piece: Piece, named: list[Fact]) -> Iterator[Span]:
    """The room said with a name goes with it: it tells as much."""
    low = piece.item.view.low
    for fact in piece.item.of(FactKind.PERSON):
        if fact.name is not FactName.ZIMMER or fact in named:
            continue
        for name in named:
            gap = set(low[name.tokens[1] : fact.tokens[0]])
            behind = fact.tokens[0] >= name.tokens[1] and gap <= {",", "aus", "in", "von", "auf"}
            gap = set(low[fact.tokens[1] : name.tokens[0]])
            ahead = name.tokens[0] >= fact.tokens[1] and gap <= {","}
            if behind:
                start = piece.clause.tokens[name.tokens[1]].span.start
                yield Span(fact.span.segment, start, fact.span.end)
            elif ahead:
                yield fact.span


def _called(piece: Piece, cutting: Cutting, fact: Fact, who: tuple[int, int]) -> str:
    """What stands for another person; the own name where the speaker corrected it to that."""
    own, other = who
    if cutting.corrected(piece.clause.number):
        return cutting.persons[own].name or cutting.persons[own].label
    case = _case(piece, fact)
    return _cased(_forms(cutting, other)[case], first=fact.tokens[0] == 0)


def _forms(cutting: Cutting, other: int) -> tuple[str, str, str]:
    if cutting.area is not Area.PFLEGE:
        return _ANYBODY
    return _CARE.get(cutting.persons[other].gender, _ANYBODY)


def _cased(text: str, *, first: bool) -> str:
    return text[:1].upper() + text[1:] if first else text


def _case(piece: Piece, fact: Fact) -> int:
    """The case a name stands in, as far as its form and the word before it tell."""
    low, tokens = piece.item.view.low, piece.clause.tokens
    before = low[fact.tokens[0] - 1] if fact.tokens[0] else ""
    if tokens[fact.tokens[0]].text == "Herr" and before != "und":
        return _NOMINATIVE
    if before == "und":
        earlier = [f for f in piece.item.of(FactKind.PERSON) if f.tokens[1] < fact.tokens[0]]
        return _case(piece, earlier[-1]) if earlier else _NOMINATIVE
    if before in lex.DATIVE or _receives(piece, fact):
        return _DATIVE
    if tokens[fact.tokens[0]].text == "Herrn" or before in lex.ACCUSATIVE:
        return _ACCUSATIVE
    return _NOMINATIVE


def _receives(piece: Piece, fact: Fact) -> bool:
    """„… hat Frau Keller die Zeitung gebracht“."""
    low = piece.item.view.low
    verb_first = fact.tokens[0] > 0 and low[fact.tokens[0] - 1] in FINITE
    object_behind = fact.tokens[1] < len(low) and low[fact.tokens[1]] in _OBJECTS
    return (verb_first and object_behind) or (verb_first and bool(lex.GIVING & set(low)))


def _subject(piece: Piece, cutting: Cutting, other: int) -> Iterator[tuple[Span, str]]:
    """The other person as subject: instead of a pronoun, or where none was said."""
    name = _forms(cutting, other)[_NOMINATIVE]
    tokens = piece.clause.tokens
    for index, word in piece.item.words[:6]:
        if _SUBJECT_PRONOUNS.get(word) is cutting.persons[other].gender:
            yield tokens[index].span, _cased(name, first=index == 0)
            return
    start = 0
    while start < len(tokens) and piece.item.view.low[start] in {"und", ",", "dann", "aber"}:
        start += 1
    if start < len(tokens) and piece.item.view.low[start] in FINITE:
        first, verb = tokens[0].span, tokens[start].span
        if start:
            yield Span(first.segment, first.start, verb.start), f"{_cased(name, first=True)} "
        else:
            place = Span(first.segment, verb.start, verb.end)
            yield place, f"{_cased(name, first=True)} {tokens[0].text.lower()}"


def heading(piece: Piece) -> Iterator[tuple[Span, str]]:
    """„Zimmer 5, Frau Keller, …“ becomes the heading „Frau Keller, Zimmer 5.“ of what follows."""
    if len(piece.turn) != 1:
        return
    if piece.corrects is Correction.MORE:
        first = piece.clause.span
        yield Span(first.segment, first.start, piece.turn[0].fact.span.start), ""
        return
    mention, tokens = piece.turn[0], piece.clause.tokens
    if mention.name is None or mention.room is None:
        return
    room = next((f for f in piece.item.of(FactKind.PERSON) if f.text == mention.room), None)
    if room is None:
        return
    start = min(room.tokens[0], mention.fact.tokens[0])
    end = max(room.tokens[1], mention.fact.tokens[1])
    if any(piece.item.view.low[at] not in lex.OPENERS for at in range(start)):
        return
    while end < len(tokens) and tokens[end].text in {",", ":", ".", "–"}:
        end += 1
    place = Span(tokens[0].span.segment, tokens[0].span.start, tokens[end - 1].span.end)
    yield place, f"{mention.name}, {mention.room}.\n"
