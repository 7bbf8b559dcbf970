"""Creditors: one entry each, from what was said of a claim in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import Fact, FactKind, Modality
from dokuhelfer.draft.facts.phrases import Phrases
from dokuhelfer.draft.normalise.model import TokenKind, join
from dokuhelfer.draft.rules.chunks import Chunk, chunks
from dokuhelfer.draft.rules.claim_words import AROUND_NAME
from dokuhelfer.draft.rules.cues import compile_cues
from dokuhelfer.draft.rules.intake import Members, group_value
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.typed import Fill
from dokuhelfer.draft.template.model import Field

_MEMBERS = frozenset({"name", "art", "forderung_eur", "stand"})


def fill_claims(fields: Sequence[Field], items: Sequence[Item], fill: Fill) -> None:
    """Fill the group of creditors of a template that has one."""
    field = next((f for f in fields if {m.id for m in f.members} >= _MEMBERS), None)
    if field is None:
        return
    others = compile_cues(cue for f in fields if f.unit == "€" for cue in f.cues)
    entries: list[Members] = []
    for pieces in _by_claim(chunks(items, Phrases.of(()))):
        if any(piece.find(others) or _is_open(piece) for piece in pieces):
            unknown = _unknown_claim(pieces) if entries else None
            entries += [unknown] if unknown is not None else []
            continue
        members = _claim(pieces, field, listed=bool(entries))
        if members is not None:
            _give_back(members, entries)
            entries.append(members)
        elif not (entries and _goes_on(pieces, field, entries[-1])):
            continue
        for piece in pieces:
            if members is None or not _says_more(piece, members):
                fill.use(piece.item, (piece.start, piece.end))
    if entries:
        fill.fields[field.id] = group_value(field, entries)


def _unknown_claim(pieces: Sequence[Chunk]) -> Members | None:
    """„bei der AOK weiß er's nicht“: a creditor whose claim nobody knows has its entry too."""
    said = {word for piece in pieces for word in piece.low}
    unknown = said & _KNOWS and "nicht" in said
    if not (unknown or said & {"unbekannt", "unklar"}) or _has_amount(pieces):
        return None
    led = [run for piece in pieces for run in _runs(piece, set()) if _is_led(run)]
    return {"name": (join(led[0].tokens), (led[0],))} if len(led) == 1 else None


def _is_led(run: Chunk) -> bool:
    view = run.item.view
    return bool({view.word(run.start - 1), view.word(run.start - 2)} & {"bei", "beim"})


_KNOWS = frozenset({"weiß", "weiss", "kennt", "wisse", "wissen"})


def _says_more(piece: Chunk, members: Members) -> bool:
    """Whether a piece names what no member holds: it stays where it is placed as well."""
    held = {place for _, parts in members.values() for part in parts for place in _indices(part)}
    number = piece.item.clause.number
    seized = any(word.startswith(_SEIZED) for word in piece.low)
    return seized or any(
        (number, index) not in held and piece.item.view.capital(index)
        for index, word in enumerate(piece.low, start=piece.start)
        if word not in AROUND_NAME
    )


_SEIZED = ("gepfändet", "pfänd", "kontopfänd", "lohnpfänd")


def _give_back(members: Members, entries: Sequence[Members]) -> None:
    """„… der ist gekündigt und X mit 380 Euro“: a state before the name is the last one's."""
    if "stand" not in members or not entries:
        return
    state, name = members["stand"][1][0], members["name"][1][0]
    before = (state.item.clause.number, state.start) < (name.item.clause.number, name.start)
    if before and "stand" not in entries[-1]:
        entries[-1]["stand"] = members.pop("stand")


def _goes_on(pieces: Sequence[Chunk], field: Field, last: Members) -> bool:
    """„Der ist gekündigt.“ goes on about the claim before: its state is noted there."""
    opening = pieces[0].low[:1]
    money = any(fact.kind is FactKind.MONEY for piece in pieces for fact in piece.facts)
    place = _place(pieces, compile_cues(field.member("stand").cues))
    if place is None or money or "stand" in last or opening not in _POINTS_BACK:
        return False
    last["stand"] = (join(place.tokens), (place,))
    return sum(len(piece.low) for piece in pieces) <= _SHORT


_POINTS_BACK = {("der",), ("die",), ("das",), ("da",), ("dort",)}
_SHORT = 4
"""More words say more than the state: the clause stays where it is placed as well."""


def _by_claim(pieces: Iterator[Chunk]) -> Iterator[list[Chunk]]:
    """A sentence's pieces, parted at „und die Krankenkasse“ with an amount on either side."""
    for sentence in _by_sentence(pieces):
        current: list[Chunk] = []
        for at, piece in enumerate(sentence):
            joint = {piece.low[0], piece.item.view.word(piece.start - 1)} & _JOINTS
            joined = bool(joint) or _names_amount(piece)
            goes_on = _has_amount(sentence[at:]) or _unknown_claim([piece]) is not None
            if joined and _has_amount(current) and goes_on:
                yield current
                current = []
            current.append(piece)
        if current:
            yield current


def _names_amount(piece: Chunk) -> bool:
    """„das Finanzamt mit 2.100“: creditor and amount in one piece begin a claim."""
    amounts = [fact for fact in piece.facts if _is_amount(piece, fact)]
    before = piece.item.view.low[piece.start : amounts[0].tokens[0]] if amounts else ()
    return bool({*before} & _OWED) and any(
        piece.item.view.capital(index) for index in range(piece.start, amounts[0].tokens[0])
    )


_JOINTS = frozenset({"und", "dazu", "sowie", "dann"})


def _has_amount(pieces: Sequence[Chunk]) -> bool:
    return any(_is_amount(piece, fact) for piece in pieces for fact in piece.facts)


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


def _claim(pieces: Sequence[Chunk], field: Field, *, listed: bool) -> Members | None:
    """Name and amount, with kind and state if said; None where the sentence is no claim."""
    money = [(p, fact) for p in pieces for fact in p.facts if _is_amount(p, fact)]
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
    amount = _with_hedges(piece, fact)
    name = _name(pieces, taken | _indices(amount))
    marked = bool(members) or _place(pieces, compile_cues(field.cues)) is not None
    said = {word for piece in pieces for word in piece.low}
    listed = listed and not said & _SPENT
    marked = marked or listed or bool(said & _LISTS)
    bare = not (listed or said & _LISTS) and money[0][1].kind is FactKind.NUMBER
    if name is None or not marked or (bare and not members):
        return None
    members["name"] = (join(name.tokens), (name,))
    members["forderung_eur"] = (join(amount.tokens), (amount,))
    return members


def _with_hedges(piece: Chunk, fact: Fact) -> Chunk:
    """The amount with „ungefähr“ before it or „so ungefähr“ behind it: an estimate stays one."""
    start, end = fact.tokens
    while start > piece.start and piece.item.view.word(start - 1) in _HEDGES:
        start -= 1
    while end < piece.end and piece.item.view.word(end) in _HEDGES:
        end += 1
    return piece.part(start, end)


_SPENT = words(
    """
    kostet kosten verdient verdiene verdienen bezieht erhält braucht brauchen dazu einkommen lohn
    gehalt rente kindergeld
    """
)
"""What else is said of money: an amount with one of these continues no list of creditors."""

_HEDGES = frozenset(
    {"rund", "circa", "ca", "ca.", "etwa", "ungefähr", "knapp", "gut", "fast", "so", "um", "die",
     "geschätzt", "schätzungsweise", "mindestens", "höchstens", "vielleicht", "bestimmt"}
)  # fmt: skip
_LISTS = frozenset(
    {"gläubiger", "gläubigern", "größte", "größten", "größter", "hauptgläubiger", "forderungen",
     "schuldet", "schulden"}
)  # fmt: skip
"""Words with which creditors are told one after the other."""


def _place(pieces: Sequence[Chunk], cues: Phrases) -> Chunk | None:
    for piece in pieces:
        place = piece.find(cues)
        if place is not None:
            return piece.part(*place)
    return None


def _indices(piece: Chunk) -> set[tuple[int, int]]:
    return {(piece.item.clause.number, index) for index in range(piece.start, piece.end)}


def _is_amount(piece: Chunk, fact: Fact) -> bool:
    """Money, or a bare number between commas („Klarna, Ratenkäufe, 690, Mahnung“)."""
    if fact.kind is FactKind.MONEY:
        return True
    if fact.kind is FactKind.NUMBER and fact.unit is None and _rounded(piece, fact):
        return True
    if fact.kind is FactKind.NUMBER and fact.unit is None and _owed(piece, fact):
        return True
    alone = piece.end - piece.start == fact.tokens[1] - fact.tokens[0]
    return fact.kind is FactKind.NUMBER and fact.unit is None and alone


def _owed(piece: Chunk, fact: Fact) -> bool:
    """„die Commerzbank mit 9.200“, „die Brauerei kriegt 12.000“, „Stadtwerke 900“."""
    view, (start, end) = piece.item.view, fact.tokens
    large = fact.value is not None and fact.value >= _LEAST_CLAIM
    if not large or view.capital(end):
        return False
    if view.word(start - 1) in _OWED:
        return True
    named = start > piece.start and view.capital(start - 1)
    ends = set(view.low[end : piece.end]) <= _HEDGES
    return named and ends and view.word(start - 1) not in _NUMBERED


_NUMBERED = frozenset(
    {"paragraph", "paragraf", "§", "absatz", "nummer", "zimmer", "artikel", "satz"}
)
_OWED = frozenset(
    {"mit", "kriegt", "bekommt", "fordert", "verlangt", "will", "möchte", "noch", "sind", "sind's"}
)


def _rounded(piece: Chunk, fact: Fact) -> bool:
    """„mit rund elftausend“: the euros go without saying."""
    before = set(piece.item.view.low[max(piece.start, fact.tokens[0] - 3) : fact.tokens[0]])
    large = fact.value is not None and fact.value >= _LEAST_CLAIM
    return large and bool(before & {"mit", "über", "noch"}) and bool(before & _ABOUT)


_ABOUT = frozenset({"rund", "circa", "ca", "etwa", "ungefähr", "knapp", "gut", "fast", "über"})
_LEAST_CLAIM = 100


def _name(pieces: Sequence[Chunk], taken: set[tuple[int, int]]) -> Chunk | None:
    """Of the runs of words that stand for nobody but a creditor the one best led in."""
    found = [run for piece in pieces for run in _runs(piece, taken)]
    return max(found, key=_led, default=None)


def _runs(piece: Chunk, taken: set[tuple[int, int]]) -> Iterator[Chunk]:
    kept: list[int] = []
    number = piece.item.clause.number
    for index, word in enumerate((*piece.low, ""), start=piece.start):
        is_word = word and piece.item.view.kind(index) is TokenKind.WORD
        if is_word and (number, index) not in taken and word not in AROUND_NAME:
            kept.append(index)
            continue
        if kept and any(piece.item.view.capital(at) for at in kept):
            yield piece.part(kept[0], kept[-1] + 1)
        kept = []


def _led(run: Chunk) -> int:
    """„bei der X“, „Gläubiger ist X“ lead a name in; a small word in front of it does not."""
    view = run.item.view
    before = {view.word(run.start - 1), view.word(run.start - 2)}
    return 2 * bool(before & _LEADS) + view.capital(run.start)


_LEADS = frozenset({"bei", "beim", "vom", "an", "ist", "sind", "von"})
