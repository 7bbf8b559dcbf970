"""Choices: a value must rest on words that leave one answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dokuhelfer.draft.check.input import Item
from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.pieces import Piece, conditions
from dokuhelfer.draft.check.place import Place, cued, fact_name
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.sides import sides_of
from dokuhelfer.draft.check.terms import Keys, is_light, keys, meet, stem, widened
from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_ARTICLES, NEGATIVE_WORDS, WITHOUT
from dokuhelfer.draft.facts.model import FactKind, FactName
from dokuhelfer.draft.facts.parted import parted
from dokuhelfer.draft.model import Finding, Kind
from dokuhelfer.draft.template.model import Choice


def check_choice(item: Item, place: Place) -> Iterator[Finding]:
    """A choice must rest on words that leave one answer."""
    side = _other_side(item, place)
    if side is not None:
        yield item.finding(Kind.LATERALITY, Sentence.DIFFERS, said=side, written=item.text)
    else:
        yield from _unanswered(item, place)


def _unanswered(item: Item, place: Place) -> Iterator[Finding]:
    name = fact_name(item.member)
    said = [
        fact.text
        for piece in place.pieces
        for fact in piece.facts
        if name is not None and fact.name is name and fact.kind is FactKind.CHOICE_WORD
    ]
    if item.text in said:
        return
    of_thing = _of_thing(item, place)
    if of_thing and item.text not in of_thing:
        yield item.finding(Kind.UNSUPPORTED, Sentence.DIFFERS, said=of_thing[0], written=item.text)
        return
    chosen = next(choice for choice in item.member.choices if choice.value == item.text)
    first = None if said else opened_with(item, place)
    if first is None and any(_answers(piece, chosen.cues) for piece in place.pieces):
        return
    other = first or (said[0] if said else _rival(item, place))
    if other is None and any(cued(piece, chosen.cues) for piece in place.pieces):
        return
    topic = item.entry is not None
    if first is None and not said and _in_words(chosen, place, other, topic=topic):
        return
    if other is None and _lets_answer(item, chosen, place):
        return
    if other is None and _not_so(item, chosen, place):
        return
    nothing = chosen.value in _NOTHING and (other is None or topic)
    if nothing and any(piece.negative for piece in place.pieces):
        return
    kind = _choice_kind(item, place)
    if other is not None:
        yield item.finding(kind, Sentence.DIFFERS, said=other, written=item.text)
    else:
        yield item.finding(kind, Sentence.NO_SOURCE)


_NOTHING = frozenset({"nichts", "keine", "keiner", "kein"})
"""Choices that any negation of the entry's own clauses may stand for."""


def _other_side(item: Item, place: Place) -> str | None:
    """„am linken Arm, weil rechts der Shunt ist“: the side that stands with the part itself."""
    rows = {choice.value: fold(choice.value).split() for choice in item.member.choices}
    own = rows[item.text]
    if len(own) != _SIDED or not own[0].startswith(("link", "recht")):
        return None
    texts = [f" {' '.join(piece.clause.text.split())} " for piece in place.pieces]
    said = {
        value
        for value, (side, *part) in rows.items()
        if part and any(_sided(fold(text), side, part[0]) for text in texts)
    }
    others = sorted(said - {item.text})
    return others[0] if others and item.text not in said else None


_SIDED = 2
"""Words of „linker Arm“."""


def _sided(text: str, side: str, part: str) -> bool:
    return re.search(rf" {side.removesuffix('er')}\w* {part}\b", text) is not None


def _of_thing(item: Item, place: Place) -> tuple[str, ...]:
    """The answers that stand in one part of a clause with what the entry is about."""
    found: list[str] = []
    for piece in place.pieces:
        for chunk in piece.chunks:
            if not meet(chunk.keys, place.things):
                continue
            found.extend(
                choice.value
                for choice in item.member.choices
                if _answers(piece, choice.cues, range(chunk.start, chunk.end))
            )
    return tuple(found)


def opened_with(item: Item, place: Place) -> str | None:
    """The value that the dictation opens with, where the chosen one comes later if at all.

    „Hausbesuch bei …“, „Nachtdienst an Frühdienst“: what kind of record it is, is said first.
    """
    if item.entry is not None or {choice.value for choice in item.member.choices} <= _YES_OR_NO:
        return None
    firsts = {
        choice.value: next(
            (n for n, piece in enumerate(place.pieces) if _answers(piece, choice.cues)), None
        )
        for choice in item.member.choices
    }
    own = firsts.pop(item.text)
    for value, first in firsts.items():
        if first is not None and first < _OPENING and (own is None or own > first):
            return value
    return None


_YES_OR_NO = frozenset({"ja", "nein"})
_OPENING = 2
"""Clauses at the beginning of a dictation that say what it is about."""


def _in_words(choice: Choice, place: Place, other: str | None, *, topic: bool) -> bool:
    """Whether the words of one alternative of the value were said („Vermisst/Weglaufen“).

    ``other`` is another value whose words were said as well: then no synonym will do;
    ``topic`` where the value may just name what an entry is about: „vom Frühstück nichts“.
    """
    if choice.value in _YES_OR_NO or choice.value.startswith("nicht "):
        return False
    literal = other is not None
    lists = lexicon()
    for alternative in choice.value.split("/"):
        wanted = [w for w in _value_words(alternative) if len(w) > 2 and w not in lists.stop]
        heavy = [w for w in wanted if not is_light(w)] or wanted
        if heavy and any(
            _holds(piece, heavy, literal=literal, topic=topic) for piece in place.pieces
        ):
            return True
    return False


def _holds(
    piece: Piece, wanted: Sequence[str], *, literal: bool = False, topic: bool = False
) -> bool:
    no = frozenset() if topic or _NEGATIONS.intersection(wanted) else _denied_at(piece)
    terms = tuple(term for term in piece.terms if term.index not in no)
    if literal:
        stems = frozenset(term.stem for term in terms)
        return all(stem(word) in stems or stem(word, True) in stems for word in wanted)
    present = frozenset(key for term in terms for key in term.keys)
    present |= piece.words - {fold(piece.clause.tokens[at].text) for at in no}
    wide = widened(present)
    return all(keys(word) & wide for word in wanted)


def _value_words(value: str) -> list[str]:
    return fold("".join(c if c.isalnum() else " " for c in value)).split()


def _lets_answer(item: Item, choice: Choice, place: Place) -> bool:
    """Yes or no by the words of the field: „Krankenhaus: nein“ from „nicht ins Krankenhaus“."""
    if choice.value not in {"ja", "nein"}:
        return False
    label = frozenset(
        key for word in _value_words(item.member.label) if len(word) > 3 for key in keys(word)
    )
    about = [
        piece
        for piece in place.pieces
        if meet(frozenset(k for t in piece.terms for k in t.keys), label)
    ]
    wanted = [word for word in _value_words(item.member.label) if len(word) > 3]
    if choice.value == "nein":
        return any(_denies(piece, keys(wanted[-1]) if wanted else label) for piece in about)
    about = [piece for piece in about if not conditions(piece)]
    if wanted and _is_denied(wanted[-1], place):
        return any(not piece.negative and _holds(piece, wanted) for piece in about)
    return any(not piece.negative for piece in about)


def _denies(piece: Piece, label: Keys) -> bool:
    """Whether the part of a clause that is about a field says no."""
    return any(chunk.negative and meet(chunk.keys, label) for chunk in piece.chunks)


def _not_so(item: Item, choice: Choice, place: Place) -> bool:
    """„nicht besprochen“ from „über Insolvenz haben wir nicht gesprochen“."""
    first, _, rest = choice.value.partition(" ")
    if first != "nicht" or not rest:
        return False
    label = frozenset(
        key for word in _value_words(item.member.label) if len(word) > 3 for key in keys(word)
    )
    wanted = keys(fold(rest.split()[-1]))
    return any(
        meet(chunk.keys, label) and any(meet(term.keys, wanted) for term in chunk.denied)
        for piece in place.pieces
        for chunk in piece.chunks
    )


def _is_denied(word: str, place: Place) -> bool:
    """Whether a no of the dictation is about a word: „Gesehen hat es keiner“."""
    wanted = keys(word)
    return any(
        meet(term.keys, wanted)
        for piece in place.pieces
        for chunk in piece.chunks
        for term in chunk.denied
    )


def _rival(item: Item, place: Place) -> str | None:
    for choice in item.member.choices:
        if choice.value != item.text and any(_answers(p, choice.cues) for p in place.pieces):
            return choice.value
    return None


def _answers(piece: Piece, cues: Sequence[str], within: range | None = None) -> bool:
    """A cue that is neither denied nor names whom something goes to („an Spätdienst“).

    ``within`` are the tokens that count; all without it.
    """
    words = [token.text.lower() for token in piece.clause.tokens]
    denied = _denied_at(piece)
    for cue in cues:
        for places in parted(cue).find(words):
            if within is not None and places[0] not in within:
                continue
            before = words[max(0, places[0] - 2) : places[0]]
            receiver = before[-1:] != [] and before[-1] in _TOWARDS
            receiver = receiver and before[0] not in _RECORDS
            said = {words[at] for at in places}
            no = denied.intersection(places) and not _NEGATIONS.intersection(said)
            if not receiver and not no:
                return True
        if any(cue in word.split("-")[:-1] for word in words):
            return True  # „MBE-Gespräch“
    return False


def _denied_at(piece: Piece) -> frozenset[int]:
    """Tokens that a negation of the clause covers."""
    return frozenset(term.index for chunk in piece.chunks for term in chunk.denied)


_RECORDS = frozenset({"protokoll", "bericht", "notiz", "vermerk", "dokumentation"})
"""„Protokoll für Jugendmigrationsdienst“ names the kind of record."""
_TOWARDS = frozenset({"an", "für", "zum", "den", "ans"})
_NEGATIONS = NEGATIVE_ARTICLES | NEGATIVE_WORDS | {WITHOUT}


def _choice_kind(item: Item, place: Place) -> Kind:
    name = fact_name(item.member)
    if name is FactName.RR_ORT and sides_of(place.pieces):
        return Kind.LATERALITY
    if name is FactName.BLUTZUCKER_EINHEIT:
        return Kind.UNIT
    return Kind.UNSUPPORTED
