"""Sources: „laut Sohn“ and „sagt sie“ stay with what they report.

domain.md §3 R12.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dokuhelfer.draft.check.denials import keys_of
from dokuhelfer.draft.check.evidence import Evidence
from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.marks import SAYING
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.reach import ADVERBIAL, SPEAKER, sources_of
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import SURE, Checked, Source
from dokuhelfer.draft.check.terms import keys, meet
from dokuhelfer.draft.check.voices import another_voice, named_anywhere, names_source
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import Fact, FactKind
from dokuhelfer.draft.model import Finding, Kind


def check_source(checked: Checked, source: Source, sourced: frozenset[int]) -> Iterator[Finding]:
    """Reported speech stays reported.

    ``sourced`` are the clauses that another statement of the field gives with their source.
    """
    if "„" in checked.item.text or _speaker_named(checked) or checked.item.member.id in _WHO:
        return
    step = _instructs(checked)
    own = bool(
        lexicon().source_labels.search(f"{checked.item.member.label} {checked.item.member.id}")
    )
    own = own and checked.item.member.id not in _MIXED
    for number, (piece, place) in enumerate(zip(checked.pieces, checked.places, strict=True)):
        if not place.clauses or place.support < SURE or not _claims(piece):
            continue
        own_doing = _of_the_writer(piece, place, source)
        facts = (
            pair
            for at in _main_places(piece, place, source)
            for pair in sources_of(piece, at, source)
        )
        if place.verbatim:
            facts = ((fact, at) for fact, at in facts if at != place.clauses[0])
        fact = next(
            (
                f
                for f, at in facts
                if at not in sourced
                and not (_is_verb(f) and own_doing)
                and not (_is_verb(f) and checked.item.member.id in _ORDERED)
                and not (step and not _ordered_by(f, at, source))
                and not (own and _of_own(f, at, source))
                and not _named(f, at, place.clauses[0], source, checked.pieces, number)
            ),
            None,
        )
        if fact is None or (_is_verb(fact) and piece.words & SAYING):
            continue
        if not (_said_as_estimate(fact, checked) or _told(fact, piece)):
            yield checked.item.finding(Kind.QUALIFIER, Sentence.LOST, said=fact.text)
            return


def _of_the_writer(piece: Piece, place: Evidence, source: Source) -> bool:
    """Whether a claim is a measurement, or a step of the writer („gesehen hab ichs nicht“)."""
    heavy = [term for term in piece.terms if term.weight >= 1.0]
    if piece.of_kind(FactKind.VITAL) or (heavy and all(t.word in _MEASURED for t in heavy)):
        return True
    steps = {term.stem for term in heavy if is_participle(term.word)}
    return any(
        steps & {term.stem for chunk in said.chunks for term in chunk.terms}
        for said in source.at(place.clauses)
        if said.words & SPEAKER and not said.of_kind(FactKind.SOURCE)
    )


_MEASURED = words(
    "temperatur blutdruck puls rr sattigung blutzucker bz gewicht fieber gemessen atmung"
)
_ORDERED = frozenset({"anordnung"})
"""Fields of which the label says whose word it is."""


def _is_verb(fact: Fact) -> bool:
    """„sagt“ may be written with any word of saying; „laut Sohn“ has a name to keep."""
    return not fact.text.lower().startswith(ADVERBIAL)


def _main_places(piece: Piece, place: Evidence, source: Source) -> Iterator[int]:
    """The clause a statement was made of, and others that more than a word or a value is from."""
    yield place.clauses[0]
    for position in place.clauses[1:]:
        said = source.pieces[position]
        heavy = [t for t in piece.terms if t.weight >= 1.0]
        own = keys_of(said.terms)
        terms = sum(meet(term.keys, own) for term in heavy)
        values = {q.value for q in said.quantities} & {q.value for q in piece.quantities}
        adverbial = any(
            fact.text.lower().startswith(ADVERBIAL) and meet(part.keys, keys_of(heavy))
            for fact in said.of_kind(FactKind.SOURCE)
            for part in said.chunks
            if part.start <= fact.tokens[0] < part.end
        )
        others = [f for f in said.of_kind(FactKind.SOURCE) if f.text.lower().startswith(ADVERBIAL)]
        if others and not adverbial:
            continue
        if terms + (len(values) if adverbial else 0) >= _SEVERAL and terms:
            yield position


_SEVERAL = 2
_WHO = frozenset({"gespraechspartner", "teilnehmende", "anwesende", "beteiligte", "kontakt"})
"""Fields that name people, and claim nothing that somebody could have said."""
_MIXED = frozenset({"situation"})
"""Fields whose label has „Angaben“, but that hold what the writer knows as well."""


def _named(
    fact: Fact, at: int, position: int, source: Source, pieces: Sequence[Piece], number: int
) -> bool:
    """Whether a statement names the source of a claim; anywhere, where it was told far away."""
    near = at >= position - 1
    if not (names_source(pieces, number) if near else named_anywhere(pieces)):
        return False
    return not another_voice(fact, source.pieces[at], pieces, number)


def _claims(piece: Piece) -> bool:
    """Whether a clause says more than who somebody is („Nachbarin Frau Brandt“)."""
    roles = {i for fact in piece.of_kind(FactKind.ROLE) for i in range(*fact.tokens)}
    if piece.of_kind(FactKind.PERSON) and all(t.noun or t.index < 2 for t in piece.terms):
        return False
    return any(t.weight >= 1.0 and t.index not in roles for t in piece.terms) or bool(
        piece.quantities
    )


def _told(fact: Fact, piece: Piece) -> bool:
    """„der Fachkraft gesagt“ as „Fachkraft informiert“: the saying itself is what is written."""
    said = keys(fold(fact.text.split()[0]))
    return any(term.keys & said for term in piece.terms)


def _said_as_estimate(fact: Fact, checked: Checked) -> bool:
    """„schätzt sie auf 9“ may be written „etwa 9“."""
    return fact.text.startswith("schätz") and bool(checked.facts(FactKind.ESTIMATE))


def _speaker_named(checked: Checked) -> bool:
    """„Frau Roth: …“ names who says it."""
    return ": " in checked.item.text and any(
        ":" in {token.text for token in piece.clause.tokens[fact.tokens[1] :][:_TITLED]}
        for piece in checked.pieces
        for fact in piece.of_kind(FactKind.PERSON, FactKind.ROLE)
    )


_TITLED = 5
"""Tokens between who speaks and the colon („Frau Roth (Sozialdienst):“)."""


def _of_own(fact: Fact, position: int, source: Source) -> bool:
    """Whether a source needs no name in a field that holds what its person says.

    Somebody else by office counts there („laut Kinderarzt“ under „Angaben“), and so does a
    source that was dictated as such, apart from the telling („nach eigener Angabe“).
    """
    if fact.text.lower().startswith(ADVERBIAL) or fact.text in _DOUBTING:
        return False
    known = lexicon().clients
    beside = _roles_beside(fact, source.pieces[position])
    return not any(set(fold(role.text).split()).isdisjoint(known) for role in beside)


_DOUBTING = frozenset({"behauptet", "behauptete"})
"""Verbs by which a writer keeps his distance."""


def _roles_beside(fact: Fact, said: Piece) -> list[Fact]:
    """Offices and kin right before or behind a source: „sagt die Tochter“."""
    start, end = fact.tokens
    roles = said.of_kind(FactKind.ROLE)
    return [role for role in roles if start - 3 <= role.tokens[0] <= end + 1]


def _ordered_by(fact: Fact, position: int, source: Source) -> bool:
    """„laut Plan“, „Dr. Albers sagt“: whose order it is stays; „sie sagt“ says nothing of it."""
    if fact.text.lower().startswith(ADVERBIAL):
        return True
    said = source.pieces[position]
    start, end = fact.tokens
    people = said.of_kind(FactKind.PERSON, FactKind.ROLE)
    return any(start - 4 <= person.tokens[0] < start and _gives_orders(person) for person in people)


def _gives_orders(person: Fact) -> bool:
    words = person.text.lower().split()
    return any(
        word.endswith(("arzt", "ärztin"))
        or word.startswith("d")
        and word[:2] == "dr"
        or word in {"doktor", "doktorin"}
        for word in words
    )


def _instructs(checked: Checked) -> bool:
    """„Bei Kopfschmerzen sofort melden“: what is to be done asserts nothing."""
    member = checked.item.member
    if not _ORDERS.search(f"{member.label} {member.id}"):
        return False
    return not any(piece.words & FINITE for piece in checked.pieces)


_ORDERS = re.compile(r"anordnung|weiter|folge|empfehlung|erledig|maßnahme", re.IGNORECASE)
