"""A dictation about several persons or of several kinds: are the cuts right, is anybody mixed up?

A case of this form has ``drafts`` (each ``person`` or null, ``template`` and ``facts``, texts as
in ``must_contain``) and ``uncovered`` (texts that belong to nobody), and no template of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from dokuhelfer.draft.json import plain_value
from dokuhelfer.draft.model import Draft, Drafts
from dokuhelfer.evaluation.gold import Case, Fields, WantedDraft
from dokuhelfer.evaluation.score import Ratio, contains, flat, mentions

_PERSON = "person"


@dataclass(frozen=True, slots=True)
class RoundFigures:
    """What became of dictations about several persons.

    Attributes:
        cuts: wanted drafts that were made, of those wanted or made, whichever are more.
        facts: facts found in the draft they belong to.
        mixed: facts of one person that stand in a draft of another one.
        uncovered: texts that belong to nobody and were listed as in no draft.
        notes: what is missing or wrong, in words.
    """

    cuts: Ratio = Ratio()
    facts: Ratio = Ratio()
    mixed: int = 0
    uncovered: Ratio = Ratio()
    notes: tuple[str, ...] = ()

    def __add__(self, other: RoundFigures) -> RoundFigures:
        mine = (getattr(self, f.name) + getattr(other, f.name) for f in fields(RoundFigures))
        return RoundFigures(*mine)


def score_round(case: Case, made: Drafts) -> RoundFigures:
    """The figures of one dictation."""
    wanted = case.drafts or ()
    pairs = _paired(wanted, made.drafts)
    notes: list[str] = []
    found: list[bool] = []
    for want, draft in zip(wanted, pairs, strict=True):
        if draft is None:
            notes.append(f"no draft {want.template} for {want.person}")
        for fact in want.facts:
            found.append(draft is not None and contains(_values(draft), fact))
            if not found[-1]:
                notes.append(f"missing for {want.person}: {fact}")
    mixed = [
        f"{fact} of {owner} stands with {person}"
        for person, draft in _with_person(wanted, made.drafts)
        for owner, fact in _foreign(person, wanted)
        if mentions(_values(draft), fact)
    ]
    listed = " ".join(item.text for item in made.uncovered)
    left = [contains(listed, text) for text in case.uncovered]
    hits = sum(draft is not None for draft in pairs)
    return RoundFigures(
        cuts=Ratio(hits, max(len(wanted), len(made.drafts))),
        facts=Ratio(sum(found), len(found)),
        mixed=len(mixed),
        uncovered=Ratio(sum(left), len(left)),
        notes=(*notes, *mixed),
    )


def _values(draft: Draft) -> Fields:
    return {id: plain_value(field.value) for id, field in draft.fields.items()}


def _is_of(draft: Draft, person: str | None) -> bool:
    """Whether a draft is about somebody; a template without ``person`` names them anywhere."""
    if person is None:
        return True
    values = _values(draft)
    return mentions(values.get(_PERSON, values), person)


def _paired(wanted: Sequence[WantedDraft], made: Sequence[Draft]) -> list[Draft | None]:
    left = list(made)
    pairs: list[Draft | None] = []
    for want in wanted:
        fitting = (d for d in left if d.template == want.template and _is_of(d, want.person))
        pairs.append(next(fitting, None))
        left = [draft for draft in left if draft is not pairs[-1]]
    return pairs


def _with_person(wanted: Sequence[WantedDraft], made: Sequence[Draft]) -> list[tuple[str, Draft]]:
    """The drafts about one of the persons, with whose they are."""
    persons = dict.fromkeys(want.person for want in wanted if want.person is not None)
    owners: Mapping[int, list[str]] = {
        number: [person for person in persons if _PERSON in draft.fields and _is_of(draft, person)]
        for number, draft in enumerate(made)
    }
    return [(found[0], made[number]) for number, found in owners.items() if len(found) == 1]


def _foreign(person: str, wanted: Sequence[WantedDraft]) -> list[tuple[str, str]]:
    """Facts of others that are not facts of this person as well."""
    own = " ".join(flat(list(want.facts)) for want in wanted if want.person == person)
    return [
        (want.person, fact.split("|")[0].strip())
        for want in wanted
        if want.person is not None and want.person != person
        for fact in want.facts
        if not contains(own, fact)
    ]
