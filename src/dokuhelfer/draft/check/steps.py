"""Planned, attempted, done: how far a step got, in the draft and in the dictation.

domain.md §3 R04: planned is not done, attempted is not reached.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dokuhelfer.draft.check.evidence import Evidence
from dokuhelfer.draft.check.forms import said_forms, said_of_the_same
from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import SURE, Checked, Source
from dokuhelfer.draft.check.terms import keys, meet
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import DONE_AUXILIARIES, DONE_PHRASES, WITHOUT
from dokuhelfer.draft.facts.lexicon.verbs import SUBORDINATORS
from dokuhelfer.draft.facts.modality import is_participle
from dokuhelfer.draft.facts.model import FactKind, Modality
from dokuhelfer.draft.facts.view import View
from dokuhelfer.draft.model import Finding, Kind

_OPEN_STEPS = re.compile(
    r"weiter|offen|vereinbar|erledig|folge|empfehlung|nächst|wiedervorlage", re.IGNORECASE
)
"""Labels of fields for what is still to come."""


def check_planned(checked: Checked, source: Source) -> Iterator[Finding]:
    """Steps written as done that were planned, attempted or are still open."""
    informs = checked.item.member.id.startswith("information")
    for piece, place in checked.pairs():
        plain = piece.modality is Modality.PLAIN and not piece.words & _AHEAD
        states = says_done(piece) or (informs and plain)
        if states and not _denies(piece) and _to_be_done(checked, piece, source):
            yield checked.item.finding(Kind.PLANNED_AS_DONE, Sentence.PLANNED)
            return
        if _said_so(piece, source.at(place.clauses)) or _still_ahead(piece):
            continue
        if not states or _denies(piece) or place.support < SURE:
            continue
        said = [source.pieces[position].modality for position in place.clauses[:2]]
        forms = said_forms(piece, place, checked, source)
        if forms.put_off:
            yield checked.item.finding(Kind.PLANNED_AS_DONE, Sentence.PLANNED)
            return
        done = forms.done and said[0] is not Modality.ATTEMPTED
        best = source.pieces[place.clauses[0]]
        if done or _done_beside(piece, best) or _reached(piece, best) or _is_passive(best):
            continue
        if _told_next(piece, place.clauses[0], source):
            continue
        to_come = forms.open and (forms.wanted or _for_open_steps(checked))
        if to_come or _not_yet(checked, piece, place, source):
            yield checked.item.finding(Kind.PLANNED_AS_DONE, Sentence.PLANNED)
        elif said[0] is Modality.ATTEMPTED and not _attempted(checked):
            yield checked.item.finding(Kind.PLANNED_AS_DONE, Sentence.ATTEMPTED)


def _to_be_done(checked: Checked, piece: Piece, source: Source) -> bool:
    """Whether a field for what is still to come has a step as done that is open where it is told.

    Another step by the same verb may well have been done.
    """
    if not _for_open_steps(checked) or not says_done(piece):
        return False
    forms = said_of_the_same(piece, checked.near, source)
    return forms.open and not forms.done


_AHEAD = frozenset({"morgen", "ubermorgen", "noch", "nachher", "spater", "demnachst"})
"""„bekommt morgen Bescheid“ informs nobody yet."""


def _reached(piece: Piece, said: Piece) -> bool:
    """„die Leitung habe ich erreicht, den Vormund nicht“: the part taken up got through."""
    if said.modality is not Modality.ATTEMPTED or len(said.chunks) < 2:
        return False
    values = {quantity.value for quantity in piece.quantities}
    at = {quantity.index for quantity in said.quantities if quantity.value in values}
    parts = [
        chunk
        for chunk in said.chunks
        if any(chunk.start <= index < chunk.end for index in at)
        or any(meet(term.keys, chunk.keys) for term in piece.terms if not term.name)
    ]
    tried = [chunk for chunk in parts if chunk.negative or set(chunk.words) & _IN_VAIN]
    reached = any(chunk.words and "erreicht" in chunk.words for chunk in parts)
    return bool(parts) and not tried and reached


def _denies(piece: Piece) -> bool:
    """Whether a clause says that something was not done; „ohne Zeugnisse“ tells how."""
    return bool(piece.lexical) or any(negation.word != WITHOUT for negation in piece.negations)


def _said_so(piece: Piece, said: Iterable[Piece]) -> bool:
    """„gespült mit Kochsalz“: each participle was dictated as one, and of no plan."""
    own = {w for c in piece.chunks for w in c.words if is_participle(w) and w not in _FORMS_OF_BE}
    if not own or piece.words & _ONCE_MORE:
        return False
    found = {word for other in said for word in own if _is_done(word, other)}
    return found == own


def _is_done(word: str, said: Piece) -> bool:
    low = [fold(token.text) for token in said.clause.tokens]
    for at in (at for at, other in enumerate(low) if other == word):
        around = {*low[max(0, at - _GOVERNING) : at], *low[at + 1 : at + 2]}
        if not around & (_PLANNING | _MODAL):
            return True
    return False


_GOVERNING = 6
"""Words before a participle among which „soll“ or „wird“ makes it a plan."""
_MODAL = words(
    "sollte sollten mochten durfen darf kann konnen konnte konnten musste mussten wollte wollten "
    "wenn falls ob noch morgen"
)
_ONCE_MORE = words("nochmals nochmal erneut wieder morgen ubermorgen")
"""„zweimal angerufen, morgen nochmal“: the step that was done is another one."""
_FORMS_OF_BE = frozenset({"gewesen", "worden", "geworden"})


def _still_ahead(piece: Piece) -> bool:
    """„Anruf dort morgen“, „empfohlen, … zu verlangen“: no step is told as done."""
    low = [token.text for token in piece.clause.tokens]
    own = next((c for c in piece.chunks if "morgen" in low[c.start : c.end]), None)
    if own is not None and not any(map(is_participle, own.words)):
        return True
    if low[:1] and fold(low[0]) in _TELLING and "zu" in low:
        return True
    last = next((c.words[-1] for c in reversed(piece.chunks) if c.words), "")
    return bool(piece.words & _ALLOWED) and last.endswith("en")


_TELLING = words("empfohlen geraten nahegelegt angeraten gebeten aufgefordert vereinbart")
_ALLOWED = words("darf durfen kann konnen")


def _is_passive(said: Piece) -> bool:
    """„Verlangt wird ein Lehrgang“: a participle that opens is what is the case."""
    low = [fold(token.text) for token in said.clause.tokens[:2]]
    return len(low) > 1 and is_participle(low[0]) and low[1] in {"wird", "werden"}


_IN_VAIN = frozenset({"mailbox", "anrufbeantworter", "versucht", "probiert", "besetzt", "nur"})


def says_done(piece: Piece) -> bool:
    """Done by its form: a participle at the end, or with its auxiliary, and no word of a plan."""
    if piece.words & _PLANNING:
        return False
    if piece.modality is Modality.DONE and piece.words & DONE_AUXILIARIES:
        return True
    if piece.words & _WAS and piece.words & _THERE:
        return True
    ends = [c.words[-1] for c in piece.chunks if c.words and c.words[0] not in _SUBORDINATE]
    done = any(is_participle(end) and not end.startswith(_NO_STEP) for end in ends)
    return done and not piece.words & PRESENT


_PLANNING = frozenset(
    {
        "wird",
        "werden",
        "soll",
        "sollen",
        "bitte",
        "muss",
        "will",
        "wollen",
        "mochte",
        "werde",
        "geplant",
        "vorgesehen",
        "vereinbart",
        "verabredet",
        "abgesprochen",
        "ausgemacht",
    }
)
_WAS = frozenset({"war", "waren"})
_THERE = frozenset({"beim", "da", "dort", "besuch", "vor"})
"""„war beim Hautarzt“, „war da“: done, though no participle says so."""
_NO_STEP = (
    *("geschatzt", "gescha", "gerotet", "geschwollen", "angeschwollen", "entzund", "verfarb"),
    *("verkrust", "mazeriert", "belegt", "orientiert", "verwirrt", "geschlossen", "verschmutzt"),
    *("durchnasst", "eingenasst", "eingekotet", "verschwitzt", "verzogen", "gewohnt", "verhartet"),
)
"""„Schaden geschätzt 400 €“ is an estimate, „Ferse gerötet“ a state, no step."""
_SUBORDINATE = frozenset(map(fold, SUBORDINATORS))
"""„ob er Beschäftigung bekommt“ says nothing about what was done."""
PRESENT = frozenset({"ist", "sind", "bleibt"})
"""„ist geschwollen“ is a state."""


def _not_yet(checked: Checked, piece: Piece, place: Evidence, source: Source) -> bool:
    said = [source.pieces[position].modality for position in place.clauses[:2]]
    if said[0] is Modality.PLANNED:
        return Modality.DONE not in said[1:]
    return said[0] is Modality.PLAIN and _still_open(checked, piece, place, source)


def _still_open(checked: Checked, piece: Piece, place: Evidence, source: Source) -> bool:
    """„Die Betreuer ruft die PDL an“, written as done where steps to come are written."""
    best = source.pieces[place.clauses[0]]
    if not says_done(piece) or best.words & DONE_AUXILIARIES:
        return False
    if any(is_participle(chunk.words[-1]) for chunk in best.chunks if chunk.words):
        return False
    if _same_participle(piece, best):
        return False
    if best.words & _SOON and not best.words & lexicon().preterites:
        return True
    sentence = tuple(source.at(source.sentence(place.clauses[0])))
    return _for_open_steps(checked) or _with_deadline(sentence)


def _same_participle(piece: Piece, best: Piece) -> bool:
    """„Geklingelt um drei und nochmal um zehn nach drei“ tells of it as done."""
    if best.modality is not Modality.PLAIN or best.words & _NOT_YET:
        return False
    said = frozenset(k for word in best.words if is_participle(word) for k in keys(word))
    written = frozenset(k for word in piece.words if is_participle(word) for k in keys(word))
    return bool(said & written)


_NOT_YET = words("wird werden soll sollen muss müssen will wollen möchte")
_SOON = words(
    "gleich nachher später spater demnächst demnachst morgen übermorgen ubermorgen bald nochmal"
)
"""„ruft gleich an“, „bekommt morgen Bescheid“: the present tense with these is yet to come."""


def _for_open_steps(checked: Checked) -> bool:
    member = checked.item.member
    return bool(_OPEN_STEPS.search(f"{member.label} {member.id}"))


def _with_deadline(sentence: Sequence[Piece]) -> bool:
    """„meldet sich bis Freitag“: what has a deadline is still to come."""
    return any(
        token.text.lower() == "bis" and fact.tokens[0] == index + 1
        for piece in sentence
        for index, token in enumerate(piece.clause.tokens)
        for fact in piece.of_kind(FactKind.RELATIVE_DAY, FactKind.DATE)
    )


def _done_beside(piece: Piece, said: Piece) -> bool:
    """A clause that holds a plan or an attempt and the very step as done, in whatever words."""
    written = frozenset(k for w in piece.words if is_participle(w) for k in keys(w))
    if said.words & DONE_AUXILIARIES:
        steps = frozenset(k for w in said.words if is_participle(w) for k in keys(w))
        if steps & written:
            return True
    told = View.of(said.clause).has(DONE_PHRASES)
    return told and bool(written & keys("informiert"))


def _told_next(piece: Piece, at: int, source: Source) -> bool:
    """„…, das wurde ihr mitgeteilt“, where „das hab ich ihr auch so gesagt“ follows the plan."""
    first = fold(piece.clause.tokens[0].text) if piece.clause.tokens else ""
    if first not in _THAT or not _tells(piece):
        return False
    behind = source.pieces[at + 1 : at + 3]
    return any(said.words & DONE_AUXILIARIES and _tells(said) for said in behind)


def _tells(piece: Piece) -> bool:
    return any(is_participle(w) and keys(w) & keys("informiert") for w in piece.words)


_THAT = frozenset({"das", "dies", "daruber"})


def _attempted(checked: Checked) -> bool:
    return any(
        piece.modality is Modality.ATTEMPTED
        or piece.negative
        or any(word.startswith(_TRYING) for word in piece.words)
        for piece in checked.pieces
    )


_TRYING = ("gewollt", "woll", "versuch", "probier")
