"""Words spoken into an entry reach that entry, wherever it stands by then, or the last stop."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dokuhelfer.review.stops import StopId, StopKind
from dokuhelfer.transcript.model import Segment, Transcript
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.entries import Entry
from dokuhelfer.ui.keys import Action
from dokutest.desks import Desks

ROUND = (
    "Frau Kern hat wenig getrunken. Herr Wolf hatte Schmerzen im Knie."
    " Frau Adam hat gut geschlafen."
)
WORDS = Transcript((Segment(0, 0.0, 1.5, "Bekam um acht Uhr eine Salbe aufs Knie.", ()),))


def rows(entry: Entry) -> dict[str, str]:
    """What each entry says, by its person."""
    session = entry.work.session
    assert session is not None
    value = session.draft.fields["eintraege"].value
    assert isinstance(value, tuple)
    found = [row for row in value if isinstance(row, Mapping)]
    return {
        str(row.get("person")): " ".join(str(one) for id, one in row.items() if id != "person")
        for row in found
    }


def listed(entry: Entry) -> str:
    session = entry.work.session
    assert session is not None
    return " ".join(line.text for stop in session.stops for line in stop.lines)


def speak_into(desks: Desks, desk: Desk, entry: Entry, row: int) -> str:
    """F9 at that entry, and F9 again; the name under which it is heard."""
    session = entry.work.session
    assert session is not None
    desk.reading.go_to(next(n for n, stop in enumerate(session.stops) if stop.id.row == row))
    desks.settle(desk)
    for _ in range(2):
        desk.act(Action.RECORD)
        desks.settle(desk)
    return desks.live[-1]


def strike(desks: Desks, desk: Desk, entry: Entry, row: int) -> None:
    session = entry.work.session
    assert session is not None
    id = StopId(StopKind.ROW, "eintraege", row)
    session.seen(id)
    session.strike(id)
    desk.room.open(entry)
    desks.settle(desk)


@pytest.mark.parametrize("struck", [None, 0, 1])
def test_words_for_an_entry_reach_no_other_one(desks: Desks, struck: int | None) -> None:
    desk = desks.open()
    desk.planning.choose_template("schichtuebergabe")
    entry = desks.dictate(desk, ROUND)
    before = rows(entry)
    assert list(before) == ["Frau Kern", "Herr Wolf", "Frau Adam"]
    name = speak_into(desks, desk, entry, 1)
    if struck is not None:
        strike(desks, desk, entry, struck)
    desk._dictating._heard_out(name, WORDS, {})
    desks.settle(desk)
    after = rows(entry)
    assert after["Frau Adam"] == before["Frau Adam"]
    if struck == 1:
        assert "Salbe" in listed(entry)
    else:
        assert "Salbe" in after["Herr Wolf"]
