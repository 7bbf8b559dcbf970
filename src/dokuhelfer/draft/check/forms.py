"""In which form the verb of a step was said: „angerufen“, „ruft … an“, „will … anrufen“.

A clause may tell of one step that was done and of another still to come; the verb itself tells
which one a statement writes as done (domain.md §3 R04).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dokuhelfer.draft.check.chunks import Chunk
from dokuhelfer.draft.check.days import day_words
from dokuhelfer.draft.check.denials import keys_of
from dokuhelfer.draft.check.evidence import Evidence
from dokuhelfer.draft.check.lexicon import lexicon
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.terms import Keys, keys, meet
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import DONE_AUXILIARIES
from dokuhelfer.draft.facts.modality import is_participle

_WANTED = words(
    """
    will wollen wollte wollten soll sollen sollte sollten muss mussen müssen müsste mochte möchte
    mochten möchten kann konnen können konnte darf durfen wird werden werde bitte
    """
)
"""Verbs that leave a step open, folded and as written."""
_STILL_TO_COME = words("nachher später spater demnächst demnachst künftig kunftig")


@dataclass(frozen=True, slots=True)
class Forms:
    """How the dictation has the verb of a step.

    Attributes:
        done: as a participle without a modal verb, or as a preterite.
        open: as an infinitive or in the present tense.
        wanted: beside a modal verb.
        put_off: in a clause for a day to come that the statement names as well.
    """

    done: bool = False
    open: bool = False
    wanted: bool = False
    put_off: bool = False


def said_forms(piece: Piece, place: Evidence, checked: Checked, source: Source) -> Forms:
    """The forms in which the evidence of ``piece`` has the verbs that it writes as done."""
    steps = frozenset(_stems(piece))
    stems = frozenset(key for key in steps if not key.startswith("="))
    evidence = tuple(source.at(place.clauses))
    found = [*_forms(evidence, stems)] or [*_forms(evidence, steps)]
    return Forms(
        done=any(form.done for form in found),
        open=any(form.open for form in found),
        wanted=any(form.wanted for form in found),
        put_off=_put_off(piece, stems, checked, source),
    )


def said_of_the_same(piece: Piece, positions: Sequence[int], source: Source) -> Forms:
    """The forms of those verbs that stand with most of the things ``piece`` names.

    „den Hausarzt ruft sie selber an“ tells of „Hausarzt angerufen“, whoever else was rung up.
    """
    steps = frozenset(key for key in _stems(piece) if not key.startswith("="))
    things = [term for term in piece.terms if term.noun and term.weight >= 1.0]
    found = [
        (sum(meet(thing.keys, keys_of(said.terms)) for thing in things), form)
        for said in source.at(positions)
        for form in _forms((said,), steps)
    ]
    most = max((count for count, _ in found), default=0)
    best = [form for count, form in found if count == most and most]
    return Forms(
        done=any(form.done for form in best),
        open=any(form.open for form in best),
        wanted=any(form.wanted for form in best),
    )


def _stems(piece: Piece) -> Iterator[str]:
    for term in piece.terms:
        if term.noun or term.word in lexicon().lexical_negations:
            continue
        if is_participle(term.word):
            yield from keys(term.word)


def _forms(evidence: Iterable[Piece], steps: Keys) -> Iterator[Forms]:
    for piece in evidence:
        for chunk in piece.chunks:
            for term in chunk.terms:
                if term.keys & steps and not term.noun:
                    yield _form(chunk, term.word)


def _form(chunk: Chunk, word: str) -> Forms:
    beside = _part_with(word, chunk)
    wanted = bool(_WANTED.intersection(beside)) and "worden" not in beside
    finished = bool(DONE_AUXILIARIES & beside) or chunk.words[-1] == word or word.endswith("en")
    told = word in lexicon().preterites or (is_participle(word) and not wanted and finished)
    return Forms(done=told, open=not told, wanted=wanted)


def _part_with(word: str, chunk: Chunk) -> set[str]:
    """The words around one, up to „und“ or a conjunction: „gebracht und wollte … abgeben“."""
    part: set[str] = set()
    for other in chunk.words:
        if other in _CUTS:
            if word in part:
                return part
            part = set()
        part.add(other)
    return part if word in part else set(chunk.words)


_CUTS = words("und oder aber dann ob dass weil wenn falls bevor damit obwohl")


def _put_off(piece: Piece, steps: Keys, checked: Checked, source: Source) -> bool:
    """„hat morgen angerufen“, where „ruf ich morgen an“ was said."""
    days = {word for word in day_words(piece) if lexicon().day_words[word] > 0}
    days |= _STILL_TO_COME & piece.words
    days = {day for day in days if any(_dated_step(day, steps, part) for part in piece.chunks)}
    if not days:
        return False
    dated = [p for p in source.at(checked.near) if days & (set(day_words(p)) | p.words)]
    said = [*_forms(dated, steps)]
    return bool(said) and not any(form.done for form in said)


def _dated_step(day: str, steps: Keys, chunk: Chunk) -> bool:
    return day in chunk.words and any(term.keys & steps for term in chunk.terms)
