"""What frames a dictation and says nothing about anybody: greetings, headings, asides.

„Übergabe vom Spätdienst an die Nacht“, „zu den Zielen“, „genau weiß ich es nicht“.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dokuhelfer.draft.check.evidence import words_of
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.quantities import Quantity
from dokuhelfer.draft.check.terms import Keys, Term, keys
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import Fact, FactKind, Modality
from dokuhelfer.draft.template.model import Template

_OPENING = 2
"""Sentences at the beginning that may announce the document."""
_HEADING = 3
"""Terms a heading has at most („Ziele:“, „zu den Vereinbarungen“)."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The words by which a template's document and its sections are announced.

    Attributes:
        title: folded words of the template's title.
        labels: what the labels of its fields are matched by.
    """

    title: frozenset[str]
    labels: Keys
    words: frozenset[str]

    @classmethod
    def of(cls, template: Template) -> Frame:
        """The frame of a template."""
        labels = [field.label for field in template.fields]
        return cls(
            frozenset(words_of(template.title)),
            frozenset(k for label in labels for w in words_of(label) for k in _label_keys(w)),
            frozenset(w for label in labels for w in words_of(label)),
        )

    def content(self, piece: Piece) -> Piece:
        """The clause without greetings, headings and the announcement of the document."""
        if self._is_heading(piece) or _is_aside(piece) or _is_title(piece):
            return replace(piece, terms=(), chunks=(), quantities=_values(piece))
        return replace(piece, terms=tuple(self._kept(piece)))

    def opens(self, position: int, piece: Piece) -> bool:
        """Whether a clause is among the first, which say where and when it was."""
        return piece.clause.sentence == 0 and position < _OPENING

    def labels_term(self, term: Term) -> bool:
        """Whether a word is one of the labels („HPG“ of „Nächstes HPG“)."""
        announced = term.word in lexicon().announcements or term.word in self.title
        return announced or bool(term.keys & self.labels) or term.word in self.words

    def names_section(self, part: Piece) -> bool:
        """„Neues Ziel ist,“, „als Ressource wurde genannt“: a part that only leads in."""
        heavy = [t for t in part.terms if t.weight >= 1.0 and not t.keys & keys("nennen")]
        return not part.quantities and all(term.keys & self.labels for term in heavy)

    def _is_heading(self, piece: Piece) -> bool:
        """„Ziele:“, „vereinbart haben wir“: the name of a section and nothing else."""
        heavy = [term for term in piece.terms if term.weight >= 1.0]
        return (
            not piece.quantities
            and not piece.negations
            and 0 < len(heavy) <= _HEADING
            and not piece.words & _TELLING_VERBS
            and all(_stems_of(term) & self.labels for term in heavy)
        )

    def _kept(self, piece: Piece) -> Iterator[Term]:
        lists = lexicon()
        drop = set(lists.greetings)
        if "guten" in piece.words:
            drop |= lists.day_greetings
        announced: set[int] = set()
        opening = piece.clause.sentence < _OPENING
        if opening and (piece.words & lists.announcements or not piece.words & _VERBS):
            drop |= lists.announcements | self.title
            announced = set(_announced(piece))
        for term in piece.terms:
            if term.word not in drop and term.index not in announced:
                yield term


_VERBS = frozenset(FINITE)
_TELLING_VERBS = _VERBS - {"ist", "sind", "war", "waren", "hab", "habe", "haben", "ham"}
"""With one of these a clause says more than the name of a section."""


def _stems_of(term: Term) -> Keys:
    """What a word is matched by without its synonyms: „Pass“ is no heading „Unterlagen“."""
    return frozenset(key for key in term.keys if not key.startswith("="))


def _label_keys(word: str) -> Keys:
    return keys(word, True) | keys(word) if len(word) > 3 else frozenset()


def _announced(piece: Piece) -> Iterator[int]:
    """Tokens that say whom or which ward a document is about."""
    for fact in piece.of_kind(FactKind.PERSON, FactKind.ROLE):
        yield from range(*fact.tokens)
    for term in piece.terms:
        if term.word in lexicon().wards:
            yield from (term.index, term.index + 1)


def _values(piece: Piece) -> tuple[Quantity, ...]:
    """Values count wherever they stand."""
    return piece.quantities


def _is_title(piece: Piece) -> bool:
    """„Aktenvermerk zu Klientin A, Betreutes Wohnen.“: the first words, without a verb."""
    named = piece.words & lexicon().announcements or _names_service(piece) or _people(piece)
    return (
        piece.clause.sentence == 0
        and bool(named or _dictates(piece))
        and (not piece.words & _VERBS or _dictates(piece))
        and not piece.negative
        and not piece.of_kind(FactKind.BODY_PART, FactKind.VITAL, FactKind.MEDICATION)
        and not any(is_participle(word) for word in piece.words)
    )


def _dictates(piece: Piece) -> bool:
    """„Ich diktiere noch schnell die Frau Krause“, „Ich muss einen Sturz melden“."""
    told = any(term.word.startswith(_DICTATING) for term in piece.terms)
    first = piece.number == 0 and not piece.quantities and not piece.words & _REFLEXIVE
    return first and told and bool(piece.words & _WRITERS)


_REFLEXIVE = frozenset({"mich", "mir", "uns"})
"""„Ich melde mich“ is no report."""
_DICTATING = ("diktier", "dokumentier", "protokollier", "meld", "notier", "schreib", "bericht")


def _names_service(piece: Piece) -> bool:
    """„Erziehungsberatung“, „Suchthilfe“: the kind of help that a record begins with."""
    return any(word.endswith(_SERVICES) for word in piece.words)


_SERVICES = (
    "beratung",
    "protokoll",
    "vermerk",
    "bericht",
    "hilfe",
    "dienst",
    "gesprach",
    "ubergabe",
)


def speaker_only(piece: Piece) -> bool:
    """„Mara sagt,“, „die Eltern wünschen sich“: who speaks, and nothing of what is said.

    What is denied, planned or done to somebody („Arzt nicht gerufen“) is said of something.
    """
    told = bool(piece.of_kind(FactKind.SOURCE)) or bool(piece.words & _WISHING)
    if not told or piece.quantities or piece.negative or _announces_telling(piece):
        return False
    if piece.words & _CALLING and not _calls_out(piece):
        return False
    if piece.words & _RINGING and any(chunk.words[-1:] == ("an",) for chunk in piece.chunks):
        return False  # „den Hausarzt ruft sie selber an“ is a step
    if piece.words & _WRITERS and _people(piece) and _last_mark(piece) not in _BEFORE_SPEECH:
        return False  # „das habe ich dem Sozialamt gesagt“
    roles = _speakers(piece)
    named = bool(_people(piece) or piece.words & _PRONOUNS)
    saying = {key for word in ("sagen", "rufen", "wunschen", "schreiben") for key in keys(word)}
    rest = [
        term
        for term in piece.terms
        if term.weight >= 1.0
        and term.index not in roles
        and not term.keys & saying
        and term.word not in _MANNER
    ]
    return not rest or (not named and len(rest) == 1 and _is_name(rest[0]))


def _calls_out(piece: Piece) -> bool:
    """„Er hat gerufen“, „Hilfe gerufen,“ is speech, „Arzt gerufen“ is none."""
    if _last_mark(piece) in _BEFORE_SPEECH:
        return True
    subjects = bool(piece.words & _PRONOUNS) + bool(_people(piece))
    return "hat" in piece.words and not piece.words & _WRITERS and subjects == 1


def leads_in(piece: Piece) -> bool:
    """„Ideen aus der Runde:“, „da sagt er ganz klar:“: what it announces is said behind it."""
    return (
        _last_mark(piece) == ":"
        and len(piece.words) <= _LEAD
        and not piece.negative
        and not any(quantity.unit for quantity in piece.quantities)
    )


_LEAD = 10
"""Words of a clause that only announces what follows its colon."""


def _last_mark(piece: Piece) -> str:
    """The token that ends a clause or a part of it."""
    tokens = piece.clause.tokens
    end = piece.chunks[-1].end if piece.chunks else len(tokens)
    return tokens[min(end, len(tokens) - 1)].text


def _announces_telling(piece: Piece) -> bool:
    """„sie will es ihm heute Abend sagen“: what somebody has still to say is a plan."""
    return piece.modality is Modality.PLANNED and bool(piece.of_kind(FactKind.RELATIVE_DAY))


def _people(piece: Piece) -> tuple[Fact, ...]:
    return piece.of_kind(FactKind.ROLE, FactKind.PERSON)


def _speakers(piece: Piece) -> set[int]:
    """Tokens that name who speaks; what stands in quotes is said, not who says it."""
    facts = piece.of_kind(FactKind.ROLE, FactKind.PERSON, FactKind.SOURCE)
    quoted = {i for fact in piece.of_kind(FactKind.QUOTE) for i in range(*fact.tokens)}
    return {index for fact in facts for index in range(*fact.tokens)} - quoted


def _is_name(term: Term) -> bool:
    return term.noun or term.index == 0


_WISHING = frozenset(
    {"wunscht", "wunschen", "mochte", "mochten", "schreibt", "rief", "ruft", "gerufen", "fragt"}
)
_CALLING = frozenset({"rief", "gerufen"})
_RINGING = frozenset({"ruft", "rief", "rufen", "rufe", "ruf"})
_BEFORE_SPEECH = frozenset({":", ",", "“"})
_PRONOUNS = frozenset({"ich", "wir", "er", "sie"})
_WRITERS = frozenset({"ich", "wir"})
_MANNER = frozenset({"wortlich", "dabei", "selber", "laut", "vorher"})


def _is_aside(piece: Piece) -> bool:
    """„genau weiß ich es nicht“, „das war ihm wichtig“: about the telling, no noun besides."""
    if any(term.noun for term in piece.terms):
        return False
    said = {term.word for term in piece.terms if term.word not in lexicon().constructed}
    if said and said <= lexicon().asides and not piece.quantities:
        return True
    unknown = any("=unbekannt" in term.keys for term in piece.terms)
    return unknown and "ich" in piece.words


def says_something(piece: Piece) -> bool:
    """Not „das hab ich gemacht“, not „Er sagt,“."""
    if any(term.weight >= 1.0 for term in piece.terms):
        return True
    planned = piece.modality is Modality.PLANNED and piece.of_kind(FactKind.RELATIVE_DAY)
    if planned and any(not term.noun for term in piece.terms):
        return True  # „die schaut heute Mittag nochmal drauf“
    made = lexicon().constructed
    denied = any(
        chunk.negation and any(term.word not in made for term in chunk.terms)
        for chunk in piece.chunks
    )
    return denied or any(quantity.asserted for quantity in piece.quantities)
