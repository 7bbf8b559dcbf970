"""What turns a statement round: negation, plan, condition, estimate, source.

domain.md §3 R02, R04, R05, R12. A paraphrase may move these words about, so they are
compared by what they bear on, clause by clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dokuhelfer.draft.check.conditional import check_condition
from dokuhelfer.draft.check.estimates import check_estimate
from dokuhelfer.draft.check.framed import check_framed
from dokuhelfer.draft.check.hearsay import check_hearsay
from dokuhelfer.draft.check.negation import check_negation
from dokuhelfer.draft.check.polarity import check_polarity
from dokuhelfer.draft.check.reports import check_source
from dokuhelfer.draft.check.restated import check_restated
from dokuhelfer.draft.check.signs import check_signs
from dokuhelfer.draft.check.source import Beside, Checked, Source
from dokuhelfer.draft.check.steps import check_planned
from dokuhelfer.draft.check.tally import Balance
from dokuhelfer.draft.model import Finding


def check_turns(
    checked: Checked, source: Source, beside: Beside, balance: Balance
) -> Iterator[Finding]:
    """All turns of a statement; at most one finding of each kind.

    ``beside`` is the rest of the draft: a condition may stand in the field's next sentence.
    A finding about a no stands only where ``balance`` bears it out.
    """
    negated = tuple(islice(check_negation(checked, source, beside), 1))
    negated = negated or tuple(check_polarity(checked, source, beside.said, beside.claims))
    if negated:
        found = tuple(filter(balance.allows, negated))
    else:
        found = tuple(filter(balance.allows_added, check_signs(checked, source, beside.signs)))
    yield from found or check_restated(checked, source)
    planned = tuple(islice(check_planned(checked, source), 1))
    yield from planned
    yield from islice(check_estimate(checked, source), 1)
    sourced = tuple(islice(check_source(checked, source, beside.sourced), 1))
    sourced = sourced or tuple(check_hearsay(checked, source))
    yield from sourced or check_framed(checked, source, beside.sourced)
    if not planned:
        yield from islice(check_condition(checked, source, beside), 1)
