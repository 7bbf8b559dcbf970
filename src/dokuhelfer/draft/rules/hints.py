"""What a clause speaks for by its place in the dictation: agreements, views, goals, deeds.

`acts` looks at one clause alone; here the clauses before it count as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from dokuhelfer.draft.rules.advice import advises
from dokuhelfer.draft.rules.conference import conference
from dokuhelfer.draft.rules.consent import consents
from dokuhelfer.draft.rules.consumption import abstains, aims, relapses
from dokuhelfer.draft.rules.deadlines import sets_deadline
from dokuhelfer.draft.rules.deeds import deeds
from dokuhelfer.draft.rules.goals import goals, names_goal
from dokuhelfer.draft.rules.headed import opens_record
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.papers import certificate, shows_papers
from dokuhelfer.draft.rules.pledges import pledges
from dokuhelfer.draft.rules.purpose import Purpose
from dokuhelfer.draft.rules.views import views

Hints = Mapping[int, Mapping[Purpose, float]]
"""By clause number the weight of each purpose."""


def hints_for(items: Sequence[Item], present: Collection[Purpose], main: str | None) -> Hints:
    """Weights for the purposes a template has.

    Args:
        present: purposes of the template's fields; what has no field costs no work.
        main: name of the person the record is about.
    """
    found: defaultdict[int, dict[Purpose, float]] = defaultdict(dict)
    for needed, read in _OF_ALL.items():
        if needed in present:
            for number, purpose, weight in read(items, main):
                _add(found[number], purpose, weight)
    for purpose, weigh in _OF_ONE.items():
        for item in items if purpose in present else ():
            weights = found[item.clause.number]
            promised = purpose is Purpose.PAPERS and Purpose.OPEN in weights
            _add(weights, purpose, min(weigh(item), _PROMISED) if promised else weigh(item))
    return dict(found)


_PROMISED = 0.9
"""Papers somebody is going to bring are rather an agreement."""
_OPENING_LINE = 0.6

_Reader = Callable[[Sequence[Item], str | None], Iterable[tuple[int, Purpose, float]]]

_OF_ALL: Mapping[Purpose, _Reader] = {
    Purpose.OPEN: lambda items, main: pledges(items),
    Purpose.VIEW_CHILD: views,
    Purpose.GOAL_REVIEW: lambda items, main: goals(items),
    Purpose.HYPOTHESIS: lambda items, main: conference(items),
    Purpose.OWN_DEEDS: lambda items, main: deeds(items),
}
"""By a purpose that must be present: what reads the whole dictation."""
_OF_ONE: Mapping[Purpose, Callable[[Item], float]] = {
    Purpose.ACTION: advises,
    Purpose.CONSENT: consents,
    Purpose.PAPERS: shows_papers,
    Purpose.CERTIFICATE_903: lambda item: certificate(item, "903"),
    Purpose.CERTIFICATE_305: lambda item: certificate(item, "305"),
    Purpose.GOAL: lambda item: max(names_goal(item), aims(item)),
    Purpose.DEADLINE: sets_deadline,
    Purpose.ABSTINENT: abstains,
    Purpose.RELAPSE: relapses,
    Purpose.KIND: lambda item: _OPENING_LINE if opens_record(item) else 0.0,
}


def _add(weights: dict[Purpose, float], purpose: Purpose, weight: float) -> None:
    weights[purpose] = max(weights.get(purpose, 0.0), weight)
