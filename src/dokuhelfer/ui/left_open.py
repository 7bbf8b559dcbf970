"""What an earlier window left open, as the store gives it back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from dokuhelfer import jsonio
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.json import context_from_json
from dokuhelfer.draft.read_json import context_to_json
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.review.signed import Signed
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import CaseInfo, Document, VersionKind
from dokuhelfer.transcript.json import from_json
from dokuhelfer.transcript.model import Transcript
from dokuhelfer.ui.overdue import Overdue
from dokuhelfer.ui.spoken import Spoken, spoken_in
from dokuhelfer.ui.versions import signed_before
from dokuhelfer.ui.work import AUTO, Plan


@dataclass(frozen=True, slots=True)
class Found:
    """An open dictation of an earlier time.

    Attributes:
        review: as `review.saved` wrote it; None where nothing was read yet.
        transcript: None where its sound has not become text yet.
        cuts: of ``transcript``, as `review.cuts_saved` wrote them; None where nobody looked.
        unheard: there is sound of it, and no transcript.
        spoken: what was spoken into fields of ``review`` and is not in it yet.
        interrupted: a recording ended by a crash.
        before: the versions signed so far; ``kind`` says which one is open.
        begun: None where not even that can be read.
        damaged: nothing of it can be read; at most its list entry is left.
    """

    id: str
    plan: Plan
    begun: datetime | None
    review: object = None
    transcript: Transcript | None = None
    cuts: object = None
    unheard: bool = False
    spoken: tuple[Spoken, ...] = ()
    interrupted: bool = False
    damaged: bool = False
    before: tuple[Signed, ...] = ()
    kind: VersionKind = VersionKind.FIRST


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """All of them.

    Attributes:
        lasting: what is kept outlives the window.
        overdue: what was destroyed, as nobody signed it; None where nothing was.
    """

    found: tuple[Found, ...]
    lasting: bool
    overdue: Overdue | None = None

    @property
    def damaged(self) -> int:
        """How many dictations cannot be read."""
        return sum(one.damaged for one in self.found)


def left_open(case: Case) -> Found | None:
    """An open case; None where nothing was said or typed in it."""
    info = case.info
    try:
        return _read(case, info)
    except DokuError:
        return Found(info.id.hex, _listed(info), info.created, damaged=True)


def unreadable_case(id: str) -> Found:
    """A case of which not even whose it is can be read."""
    return Found(id, Plan("", Context()), None, damaged=True)


def _read(case: Case, info: CaseInfo) -> Found | None:
    chosen = case.load(Document.CONTEXT)
    plan = plan_from_json(jsonio.parse(chosen)) if chosen else _listed(info)
    heard = case.load(Document.TRANSCRIPT)
    transcript = from_json(jsonio.parse(heard)) if heard else None
    read = case.load(Document.REVIEW)
    review = jsonio.parse(read) if read else None
    cut = case.load(Document.CUTS)
    cuts = jsonio.parse(cut) if cut else None
    unheard = transcript is None and review is None
    if unheard and not info.recordings:
        if info.current.kind is not VersionKind.FIRST:
            with suppress(DokuError):  # nothing is in it; the next start can give it up as well
                case.abandon()
        return None
    if unheard:
        case.whole_sound().close()  # it can be read
    return Found(
        info.id.hex, plan, info.created, review, transcript, cuts, unheard, spoken_in(case),
        info.was_interrupted, before=signed_before(case), kind=info.current.kind,
    )  # fmt: skip


def _listed(info: CaseInfo) -> Plan:
    """What the list knows of a case."""
    return Plan(info.about.template or AUTO, Context(person=info.about.person or None))


def plan_to_json(plan: Plan) -> dict[str, object]:
    """A plan as it is kept; the context as in a context file."""
    return {"template": plan.template, "context": context_to_json(plan.context)}


def plan_from_json(value: object) -> Plan:
    """The plan as it was kept.

    Raises:
        DokuError: it is not one.
    """
    if not isinstance(value, dict) or not isinstance(value.get("template"), str):
        raise DokuError(Code.STORE_DAMAGED)
    context = {key: kept for key, kept in value.get("context", {}).items() if kept is not None}
    return Plan(value["template"], context_from_json(context))
