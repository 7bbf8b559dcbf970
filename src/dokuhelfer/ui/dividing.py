"""A round becomes a dictation for each person: kept whole, or not at all.

The case of the round keeps first which cases come of it, then, in one write, what it holds itself
from now on. Up to that write a crash leaves the round as it was; after it, the rest is made up for
at the next start. So no words stand under two persons, and none are lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from dokuhelfer import jsonio
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import CaseId, Document, Refused
from dokuhelfer.store.store import Store
from dokuhelfer.transcript.json import from_json, to_json
from dokuhelfer.transcript.model import Transcript
from dokuhelfer.ui.left_open import plan_from_json, plan_to_json
from dokuhelfer.ui.work import Plan

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Part:
    """What is kept of one of them.

    Attributes:
        id: of its work.
        review: as `review.saved` writes it.
    """

    id: str
    plan: Plan
    transcript: Transcript
    review: bytes


def keep_divided(source: Case, own: Part, others: Sequence[tuple[Case, Part]]) -> None:
    """Keep all parts.

    Args:
        source: the case of the round; it holds ``own`` from then on.
        others: with a case made for each.

    Raises:
        DokuError: something could not be kept. `settle_divided` then says which holds.
    """
    _note(source, {"cases": [case.info.id.hex for case, _ in others]})
    for case, part in others:
        _keep(case, part)
    _note(source, {"own": _to_json(own)})
    _finish(source, own)


def settle_divided(store: Store, source: Case) -> None:
    """Make up for what a crash or a full disk left half done."""
    kept = source.load(Document.DIVIDED)
    noted = jsonio.parse(kept) if kept else {}
    if not isinstance(noted, dict):
        raise DokuError(Code.STORE_DAMAGED)
    if "own" in noted:
        _finish(source, _from_json(noted["own"]))
    elif noted:
        for id in noted.get("cases", ()):
            _remove(store, CaseId(UUID(str(id))))
        _note(source, {})


def _finish(source: Case, own: Part) -> None:
    _keep(source, own)
    _note(source, {})


def _keep(case: Case, part: Part) -> None:
    case.describe(part.plan.about)
    case.save(Document.TRANSCRIPT, jsonio.dump(to_json(part.transcript)))
    case.save(Document.REVIEW, part.review)
    case.save(Document.CONTEXT, jsonio.dump(plan_to_json(part.plan)))


def _note(source: Case, noted: Json) -> None:
    source.save(Document.DIVIDED, jsonio.dump(noted))


def _remove(store: Store, id: CaseId) -> None:
    try:
        store.destroy(id)
    except Refused:
        return  # it is gone already


def _to_json(part: Part) -> Json:
    return {
        "id": part.id,
        "plan": plan_to_json(part.plan),
        "transcript": to_json(part.transcript),
        "review": jsonio.parse(part.review),
    }


def _from_json(value: object) -> Part:
    if not isinstance(value, dict):
        raise DokuError(Code.STORE_DAMAGED)
    return Part(
        str(value.get("id", "")),
        plan_from_json(value.get("plan")),
        from_json(value.get("transcript")),
        jsonio.dump(value.get("review")),
    )
