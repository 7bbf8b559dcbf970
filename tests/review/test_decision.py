"""The release: what has to be decided before it, and who can make one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dokuhelfer.draft.model import (
    Draft,
    DraftField,
    FieldStatus,
    Finding,
    Head,
    Kind,
    Meta,
    Origin,
    Severity,
    Statement,
)
from dokuhelfer.review.decision import (
    Refusal,
    Refused,
    Release,
    blocks,
    release,
    undecided,
)
from dokuhelfer.transcript.model import Segment, Transcript

NOW = datetime(2026, 11, 17, 9, 5, tzinfo=UTC)
WRONG = Finding("puls", "/puls", "186", Kind.NUMBER, Severity.BLOCK, "Im Diktat steht 168.")


def filled(text: str, *findings: Finding) -> DraftField:
    return DraftField(text, (Statement(text, (), Origin.RULES, findings),))


@pytest.fixture
def draft() -> Draft:
    return Draft(
        template="probe",
        template_version="1",
        engine="rules",
        meta=Meta(None, "0.1.0"),
        head=Head(),
        transcript=Transcript((Segment(0, None, None, "x"),)),
        fields={"text": filled("Guten Tag."), "puls": DraftField(186), "leer": DraftField()},
    )


def confirm(draft: Draft, field: str) -> Draft:
    return _with(draft, field, FieldStatus.CONFIRMED)


def reject(draft: Draft, field: str) -> Draft:
    return _with(draft, field, FieldStatus.REJECTED)


def _with(draft: Draft, field: str, status: FieldStatus) -> Draft:
    decided = replace(draft.fields[field], status=status)
    return replace(draft, fields={**draft.fields, field: decided})


def refused(move: Callable[[], object]) -> tuple[Refusal, str | None]:
    with pytest.raises(Refused) as caught:
        move()
    return caught.value.reason, caught.value.field


def test_only_filled_fields_have_to_be_decided(draft: Draft) -> None:
    assert undecided(draft) == ("text", "puls")
    assert undecided(confirm(draft, "text")) == ("puls",)
    assert undecided(reject(confirm(draft, "text"), "puls")) == ()


@pytest.mark.parametrize("where", ["statement", "draft"])
def test_a_block_stands_wherever_it_was_noted(draft: Draft, where: str) -> None:
    if where == "statement":
        marked = replace(draft, fields={**draft.fields, "puls": filled("186", WRONG)})
    else:
        marked = replace(draft, findings=(WRONG,))
    assert blocks(marked, "puls") == (WRONG,)
    decided = confirm(confirm(marked, "text"), "puls")
    assert refused(lambda: release(decided, "ÖG", NOW)) == (Refusal.BLOCK_OPEN, "puls")


def test_a_block_somebody_answers_for_no_longer_holds_the_release_up(draft: Draft) -> None:
    answered = filled("186", WRONG)
    one = replace(answered.statements[0], vouched=(Kind.NUMBER,))
    fields = {**draft.fields, "puls": replace(answered, statements=(one,))}
    marked = replace(draft, fields=fields, findings=(WRONG,))
    assert blocks(marked, "puls") == ()
    done = confirm(confirm(marked, "text"), "puls")
    assert release(done, "ÖG", NOW).covers(done)
    other = replace(WRONG, kind=Kind.UNIT)
    assert blocks(replace(marked, findings=(WRONG, other)), "puls") == (other,)


def test_warnings_do_not_block(draft: Draft) -> None:
    warned = replace(draft, findings=(replace(WRONG, severity=Severity.WARN),))
    assert blocks(warned, "puls") == ()


def test_release_needs_a_decision_on_every_filled_field(draft: Draft) -> None:
    half = confirm(draft, "text")
    assert refused(lambda: release(half, "ÖG", NOW)) == (Refusal.UNDECIDED_LEFT, "puls")
    done = release(confirm(half, "puls"), " ÖG ", NOW)
    assert (done.initials, done.when) == ("ÖG", NOW)


def test_release_is_refused_while_a_block_stands(draft: Draft) -> None:
    done = confirm(confirm(draft, "text"), "puls")
    late = replace(done, findings=(WRONG,))
    assert refused(lambda: release(late, "ÖG", NOW)) == (Refusal.BLOCK_OPEN, "puls")
    nowhere = replace(done, findings=(replace(WRONG, field="fehlt"),))
    assert refused(lambda: release(nowhere, "ÖG", NOW)) == (Refusal.BLOCK_OPEN, "fehlt")
    rejected = reject(confirm(replace(draft, findings=(WRONG,)), "text"), "puls")
    assert release(rejected, "ÖG", NOW).covers(rejected)


@pytest.mark.parametrize("initials", ["", "   ", "x" * 13, "a\x07b"])
def test_release_needs_initials(draft: Draft, initials: str) -> None:
    done = confirm(confirm(draft, "text"), "puls")
    assert refused(lambda: release(done, initials, NOW))[0] is Refusal.NO_INITIALS


def test_release_needs_a_time_zone(draft: Draft) -> None:
    done = confirm(confirm(draft, "text"), "puls")
    naive = NOW.replace(tzinfo=None)
    assert refused(lambda: release(done, "ÖG", naive))[0] is Refusal.NO_TIME_ZONE


def test_nobody_else_makes_a_release(draft: Draft) -> None:
    with pytest.raises(TypeError):
        Release("0" * 64, "ÖG", NOW)
    done = release(confirm(confirm(draft, "text"), "puls"), "ÖG", NOW)
    with pytest.raises((TypeError, ValueError)):
        replace(done, initials="XY")


def test_a_release_covers_this_draft_only(draft: Draft) -> None:
    done = confirm(confirm(draft, "text"), "puls")
    given = release(done, "ÖG", NOW)
    assert given.covers(done)
    assert given.covers(replace(done, fields=dict(done.fields)))
    changed = replace(done, fields={**done.fields, "text": filled("Guten Abend.")})
    assert not given.covers(changed)
    assert not given.covers(_with(done, "text", FieldStatus.OPEN))
    assert not given.covers(replace(done, template_version="2"))
    assert not given.covers(replace(done, head=Head(date="2026-11-17")))


def test_a_release_outlives_the_transcript(draft: Draft) -> None:
    done = confirm(confirm(draft, "text"), "puls")
    assert release(done, "ÖG", NOW).covers(replace(done, transcript=Transcript(())))
