"""„Sohn informiert.“: who was told is said of that person, not somewhere in the dictation.

domain.md §0.1 calls an invented information the worst a draft can hold; R04 tells reached
from called in vain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dokuhelfer.draft.check.evidence import words_of
from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.terms import Keys, keys, meet
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import DONE_AUXILIARIES
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import Fact, FactKind, FactName, Modality
from dokuhelfer.draft.model import Finding, Kind

_INFORMED = frozenset({"informiert", "verstandigt", "benachrichtigt", "unterrichtet"})
_NOT_YET = words(
    """
    wird werden soll sollen sollte muss mussen will wollen mochte bitte noch sobald falls wenn
    hat habe haben hatte hatten uber geplant vorgesehen versucht ob selbst
    """
)
"""With these it is a plan, a report of somebody else's doing, or an explanation of something."""
_BEHIND = words(
    """
    von vom durch bei beim mit uber fur wegen zu zum zur dass laut per seiner ihrer seines
    ihres der des
    """
)
"""A role behind these is not the one who is informed."""

_TOLD = (
    "inform", "bescheid", "benachricht", "verstand", "unterricht", "gemeld", "meldet", "meldung",
    "mitgeteilt", "mitteil", "erzahl", "besproch", "gesproch", "absprache", "abgesproch", "sprach",
    "sprech", "gesagt", "sagt", "weitergegeb", "weitergeleit", "weitergesagt", "ubergeb",
    "kenntnis", "ruckspr", "ruckgesproch", "erreicht", "konsult", "kontakt", "hinzugezog",
    "zugezog", "eingeschalt", "alarm", "gehort", "erfahr", "mitbekomm", "mitgekrieg", "gezeigt",
    "erklar", "erlauter", "aufgeklar", "beraten", "nachricht", "angeordnet", "anordnung",
    "anwesend", "zugegen", "gebeten", "geholt", "gekommen", "vorbeigekomm", "eingetroff",
    "gesehen", "gefragt", "nachgefragt", "gefax", "gemail", "geschrieb", "geschickt",
    "vorgestellt", "einverstanden", "veranlasst", "zugestimmt", "bestatigt", "bedankt",
    "reagiert", "geraten", "verordn", "verschr", "untersucht", "aufgenommen", "zugesagt",
    "bestellt", "entschied", "berichtet", "ausgerichtet", "durchgegeb", "empfohlen",
)  # fmt: skip
"""Beginnings of words by which somebody was told, or was there, or answered."""
_TOLD_WORDS = words(
    """
    weiss wissen wusste wussten ubergab weitergab sms mail fax faxe meint meinte ordnet dabei
    da hier bat kam kamen fragt fragte wollte auch ebenfalls ebenso genauso beide beiden alle
    allen schrieb riet sprich stimmt empfiehlt empfahl mochte kommt zeigt zeigte teilte
    meldete
    """
)
_CALLED = ("angeruf", "anruf", "ruf", "rief", "telefon", "durchgeklingelt", "angeklingelt")
"""A call informs nobody unless it is answered."""
_PRONOUNS = words(
    """
    ihm ihr ihn ihnen er sie es der die den dem
    """
)
_DONE = DONE_AUXILIARIES | {"weiss", "wissen"}
_IN_VAIN = words(
    """
    mailbox anrufbeantworter ab besetzt erreicht rangegangen drangegangen ran dran abgenommen
    abgehoben gegangen ging erreichbar
    """
)
_NOBODY = frozenset({"nicht", "keiner", "niemand", "niemanden", "keinen", "nie", "nur", "immer"})
_SPEAKING_MACHINE = frozenset({"mailbox", "anrufbeantworter", "besetzt"})
_OPEN = words(
    """
    gleich noch nachher spater morgen ubermorgen demnachst bald
    """
)
"""Present tense with these is still to come."""
_NOTED = words(
    """
    kalender plan bericht dokumentation doku ubergabebuch buch kurve akte geplant
    """
)
"""What is written there is told nobody in particular."""
_JOINS = frozenset({"(", ",", "ist", "sind", "–", "-", "also", "die", "der", "sie", "er", "als"})
"""What may stand between an office and the name of who holds it."""
_WINDOW = 2
"""Clauses behind the one that names a person which may go on about that person."""


def check_informed(checked: Checked, source: Source) -> Iterator[Finding]:
    """Somebody written as informed whom no clause of the dictation informs, or who was not
    reached; at most one finding, none where the dictation does not name that person at all."""
    for piece, _ in checked.pairs():
        for who in _recipients(piece):
            told = _told(_aliases(who, piece, source), source)
            if told is None or told.reached:
                continue
            if told.in_vain:
                yield checked.item.finding(Kind.PLANNED_AS_DONE, Sentence.ATTEMPTED)
            elif told.to_come:
                yield checked.item.finding(Kind.PLANNED_AS_DONE, Sentence.PLANNED)
            else:
                yield checked.item.finding(Kind.UNSUPPORTED, Sentence.NO_SOURCE)
            return


@dataclass(frozen=True, slots=True)
class _Told:
    """What the clauses about one person say: told in whatever way, called in vain, to be told."""

    reached: bool
    in_vain: bool
    to_come: bool


def _recipients(piece: Piece) -> Iterator[Fact]:
    """Who is informed, in a clause that says nothing else than that it is done."""
    if piece.negative or not piece.words & _INFORMED or piece.words & _NOT_YET:
        return
    if piece.modality in {Modality.PLANNED, Modality.ATTEMPTED}:
        return
    tokens = piece.clause.tokens
    for fact in piece.of_kind(FactKind.ROLE, FactKind.PERSON):
        before = fold(tokens[fact.tokens[0] - 1].text) if fact.tokens[0] else ""
        if fact.name is not FactName.ZIMMER and before not in _BEHIND:
            yield fact


def _own_keys(fact: Fact) -> Keys:
    named = words_of(fact.text)
    if fact.kind is FactKind.PERSON:
        named = tuple(word for word in named if word not in lexicon().titles)
    return frozenset(key for word in named for key in keys(word))


def _aliases(who: Fact, written: Piece, source: Source) -> Keys:
    """The person's name or office, and the names and offices said right beside it."""
    own = _own_keys(who)
    found = set(own)
    for piece in (written, *source.at(_named(own, source))):
        facts = _people(piece)
        for fact in facts:
            if meet(_own_keys(fact), own):
                beside = (other for other in facts if _adjoin(piece, fact, other))
                found.update(key for other in beside for key in _own_keys(other))
    if who.text.startswith("Dr"):
        found.update(keys("arzt"))
    return frozenset(found)


def _adjoin(piece: Piece, one: Fact, other: Fact) -> bool:
    """„Dr. Weber, der Hausarzt“, „Frau Stamm (Schichtleitung)“."""
    if one.kind is other.kind:
        return False
    first, second = sorted((one, other), key=lambda fact: fact.tokens[0])
    between = piece.clause.tokens[first.tokens[1] : second.tokens[0]]
    return all(fold(token.text) in _JOINS for token in between)


def _people(piece: Piece) -> tuple[Fact, ...]:
    found = piece.of_kind(FactKind.ROLE, FactKind.PERSON)
    return tuple(fact for fact in found if fact.name is not FactName.ZIMMER)


def _told(who: Keys, source: Source) -> _Told | None:
    """What is said of telling this person; None when the dictation never names them."""
    named = _named(who, source)
    if not named:
        return None
    about = [list(_about(position, who, source)) for position in named]
    clauses = [piece for part in about for piece in part]
    called = any(_begins(piece, _CALLED) and not _to_come(piece) for piece in clauses)
    in_vain = any(map(_in_vain, clauses))
    return _Told(
        reached=any(map(_reaches, clauses)) or (called and not in_vain),
        in_vain=called and in_vain,
        to_come=any(_speaks(piece) and _to_come(piece) for piece in clauses),
    )


def _named(who: Keys, source: Source) -> tuple[int, ...]:
    """Positions of the clauses that name somebody."""
    return tuple(sorted({position for key in who for position in source.index.holding(key)}))


def _about(position: int, who: Keys, source: Source) -> Iterator[Piece]:
    """A clause that names somebody and those around it that go on about them."""
    first = source.pieces[position]
    yield first
    before = source.pieces[position - 1] if position else None
    beside = before is not None and before.clause.sentence == first.clause.sentence
    if before is not None and beside and not _of_others(before, who):
        yield before
    for piece in source.pieces[position + 1 : position + 1 + _WINDOW]:
        same = piece.clause.sentence == first.clause.sentence
        if _of_others(piece, who) or not (same or piece.words & _PRONOUNS or _in_vain(piece)):
            return
        yield piece


def _of_others(piece: Piece, who: Keys) -> bool:
    people = _people(piece)
    return bool(people) and not any(meet(_own_keys(fact), who) for fact in people)


def _reaches(piece: Piece) -> bool:
    told = _begins(piece, _TOLD) or bool(piece.words & _TOLD_WORDS)
    noted = "geschrieben" in piece.words and bool(piece.words & _NOTED)
    return told and not (noted or _in_vain(piece) or _to_come(piece))


def _speaks(piece: Piece) -> bool:
    return _begins(piece, (*_TOLD, *_CALLED)) or bool(piece.words & _TOLD_WORDS)


def _to_come(piece: Piece) -> bool:
    """„sie ruft gleich den Arzt an“, „die Ärztin bekommt morgen Bescheid“."""
    if piece.modality is Modality.PLANNED:
        return True
    done = piece.words & _DONE or any(map(is_participle, piece.words))
    return bool(piece.words & _OPEN) and not done


def _in_vain(piece: Piece) -> bool:
    """„keiner rangegangen“, „nur die Mailbox“."""
    if piece.words & _SPEAKING_MACHINE or piece.modality is Modality.ATTEMPTED:
        return True
    return bool(piece.words & _NOBODY and piece.words & _IN_VAIN)


def _begins(piece: Piece, beginnings: Sequence[str]) -> bool:
    return any(word.startswith(tuple(beginnings)) for word in piece.words)
