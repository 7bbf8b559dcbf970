"""The head: which day and what time the event was (design, "Draft")."""

from __future__ import annotations

from datetime import datetime

import pytest

from dokuhelfer.draft.clauses import cut
from dokuhelfer.draft.context import Context, Shift
from dokuhelfer.draft.facts.extract import extract_all
from dokuhelfer.draft.head import make_head
from dokuhelfer.draft.model import Head
from dokuhelfer.draft.normalise import normalise
from dokuhelfer.transcript.model import Segment, Transcript


def head(text: str, recorded: str | None, shift: Shift | None = None) -> Head:
    at = datetime.fromisoformat(recorded) if recorded else None
    context = Context(recorded=at, shift=shift, unit="WB 2", author="AB")
    clauses = cut(normalise(Transcript((Segment(0, None, None, text),)), context))
    return make_head(context, clauses, extract_all(clauses))


@pytest.mark.parametrize(
    ("text", "recorded", "date", "choices"),
    [
        ("Um 9 Uhr gestürzt.", "2026-11-17T11:00:00+01:00", "2026-11-17", ()),
        ("Hat gut geschlafen.", "2026-11-17T11:00:00+01:00", "2026-11-17", ()),
        (
            "Um 22:30 Uhr gestürzt.",
            "2026-11-17T06:00:00+01:00",
            None,
            ("2026-11-16", "2026-11-17"),
        ),
        ("Um 22:30 Uhr gestürzt.", "2026-11-17T23:00:00+01:00", "2026-11-17", ()),
        ("Gestern um 22:30 Uhr gestürzt.", "2026-11-17T06:00:00+01:00", "2026-11-16", ()),
        ("Heute um 5 Uhr gestürzt.", "2026-11-17T06:00:00+01:00", "2026-11-17", ()),
        ("Um 9 Uhr gestürzt.", None, None, ()),
        ("Am 12.11.2026 um 9 Uhr gestürzt.", "2026-11-17T11:00:00+01:00", "2026-11-12", ()),
        ("Am Sonntag gestürzt.", "2026-11-17T11:00:00+01:00", "2026-11-15", ()),
        ("Am Sonntag kommt die Tochter.", "2026-11-17T11:00:00+01:00", "2026-11-17", ()),
    ],
)
def test_day_of_the_event(
    text: str, recorded: str | None, date: str | None, choices: tuple[str, ...]
) -> None:
    found = head(text, recorded)
    assert (found.date, found.date_choices) == (date, choices)


def test_time_is_that_of_the_leading_event() -> None:
    found = head("Um 9:15 Uhr gestürzt. Arzt um 10 Uhr informiert.", None, Shift.FRUEH)
    assert found.time == "09:15"


def test_of_several_times_later_on_none_leads() -> None:
    found = head(
        "Frau Berger war heute den ganzen Tag über sehr müde. Um 9:15 Uhr gegessen. "
        "Um 12 Uhr geschlafen.",
        None,
    )
    assert found.time is None


def test_the_context_fills_the_rest() -> None:
    found = head("Hat geschlafen.", None, Shift.NACHT)
    assert (found.shift, found.unit, found.author, found.case) == ("nacht", "WB 2", "AB", None)


@pytest.mark.parametrize(
    ("text", "late"),
    [
        ("Nachtrag zu gestern: Frau Berger hat gestern um 15 Uhr erbrochen.", True),
        ("Frau Berger hat gestern um 15 Uhr erbrochen.", True),
        ("Frau Berger hat um 11 Uhr erbrochen.", False),
        ("Frau Berger ist am Sonntag gestürzt.", True),
    ],
)
def test_a_late_entry_is_marked(text: str, late: bool) -> None:
    assert head(text, "2026-11-17T14:00:00+01:00").late is late
