"""What nobody signs is kept for its days, then destroyed, and told by template and day alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from dokuhelfer.store.model import About, Document, VersionKind
from dokuhelfer.store.store import Store
from dokuhelfer.ui import clock
from dokuhelfer.ui.overdue import Gone, Overdue, destroy_overdue, kept_until
from dokuhelfer.ui.widgets.text import Text
from dokutest.desks import Desks, kept_store
from dokutest.stores import NOW, MemoryBackend, by

LATER = NOW + timedelta(days=9)
SECOND = b"\1\0" * 16_000


def texts(page: QWidget) -> str:
    return "\n".join(one.text() for one in page.findChildren(Text) if one.isVisible())


def test_the_last_day_is_a_whole_one() -> None:
    begun = datetime(2026, 11, 17, 7, 30).astimezone()
    assert f"{kept_until(begun, 7):%d.%m. %H:%M:%S}" == "24.11. 23:59:59"


@pytest.mark.parametrize(
    ("count", "days", "sentence"),
    [
        (1, 7, "Ein Entwurf wurde am 26.11.2026 nach 7 Tagen vernichtet."),
        (2, 1, "2 Entwürfe wurden am 26.11.2026 nach einem Tag vernichtet."),
    ],
)
def test_it_is_told_in_one_sentence(count: int, days: int, sentence: str) -> None:
    assert Overdue((Gone("", NOW),) * count, LATER, days).sentence == sentence


def ended(store: Store, now: datetime = LATER, days: int = 7) -> tuple[Gone, ...]:
    return destroy_overdue(store, store.cases().cases, now, days)


def test_only_drafts_of_which_there_are_words_and_nothing_else_go(tmp_path: Path) -> None:
    with Store.open(tmp_path, by(MemoryBackend())) as store:
        read = store.create(About("Frau Kern", "pflegebericht"), NOW)
        read.save(Document.REVIEW, b"{}")
        heard = store.create(About("Herr Wolf", "vitalwerte"), NOW)
        heard.save(Document.TRANSCRIPT, b"{}")
        young = store.create(About("jung"), LATER - timedelta(days=7))
        young.save(Document.REVIEW, b"{}")
        unheard = store.create(About("ungehört"), NOW)
        unheard.add_recording(NOW, [SECOND])
        spoken = store.create(About("ins Feld"), NOW)
        spoken.save(Document.REVIEW, b"{}")
        spoken.save(Document.SPOKEN, b'[{"path": "/a", "first": 0, "row": "", "behind": null}]')
        signed = store.create(About("signiert"), NOW)
        signed.sign(NOW, "MK", b"signed")
        further = store.create(About("Nachtrag"), NOW)
        further.sign(NOW, "MK", b"signed")
        further.begin(VersionKind.ADDENDUM)
        further.save(Document.REVIEW, b"{}")
        ahead = store.create(About("Uhr ging vor"), LATER + timedelta(days=400))
        ahead.save(Document.REVIEW, b"{}")
        assert set(ended(store)) == {Gone("pflegebericht", NOW), Gone("vitalwerte", NOW)}
        left = {one.about.person for one in store.cases().cases}
        assert left == {
            "jung", "ungehört", "ins Feld", "signiert", "Nachtrag", "Uhr ging vor"
        }  # fmt: skip
        assert ended(store) == ()


def test_how_many_days_is_set(tmp_path: Path) -> None:
    with Store.open(tmp_path, by(MemoryBackend())) as store:
        store.create(About(), NOW).save(Document.REVIEW, b"{}")
        assert ended(store, NOW + timedelta(days=30), days=30) == ()
        assert ended(store, NOW + timedelta(days=2), days=1) != ()


def test_the_day_is_that_of_the_place(tmp_path: Path) -> None:
    """Begun at 23:30 UTC: there it is the next day."""
    place = timezone(timedelta(hours=1))
    with Store.open(tmp_path, by(MemoryBackend())) as store:
        begun = datetime(2026, 11, 17, 23, 30, tzinfo=UTC)
        store.create(About(), begun).save(Document.REVIEW, b"{}")
        assert ended(store, datetime(2026, 11, 25, 23, 0, tzinfo=place)) == ()
        assert ended(store, datetime(2026, 11, 26, 1, 0, tzinfo=place)) != ()


YEARS = timedelta(days=5 * 365)


def draft(store: Store, begun: datetime) -> None:
    store.create(About(), begun).save(Document.REVIEW, b"{}")


def test_a_clock_that_jumps_ahead_destroys_nothing_then_nor_later(tmp_path: Path) -> None:
    with Store.open(tmp_path, by(MemoryBackend())) as store:
        draft(store, NOW)
        for later in (timedelta(days=30), YEARS):
            assert ended(store, NOW + later) == ()
        draft(store, NOW + YEARS)  # somebody dictates under the wrong clock
        assert ended(store, NOW + YEARS + timedelta(days=2)) == ()
        assert ended(store, NOW + timedelta(days=1)) == ()  # it is set right
        assert ended(store) == (Gone("", NOW),)


def test_nor_does_one_that_was_behind_and_is_set_right(tmp_path: Path) -> None:
    """An empty battery: the day before yesterday was in 1970."""
    with Store.open(tmp_path, by(MemoryBackend())) as store:
        draft(store, datetime(1970, 1, 1, 0, 10, tzinfo=UTC))
        for day in range(3):
            draft(store, NOW + timedelta(days=day))
        assert ended(store, NOW + timedelta(days=2)) == ()


def test_nor_does_one_at_the_end_of_all_time_keep_the_store_shut(tmp_path: Path) -> None:
    with Store.open(tmp_path, by(MemoryBackend())) as store:
        draft(store, datetime(9999, 12, 30, tzinfo=UTC))
        assert ended(store) == ()


def test_use_in_between_tells_that_time_passed(tmp_path: Path) -> None:
    with Store.open(tmp_path, by(MemoryBackend())) as store:
        draft(store, NOW)
        store.create(About(), NOW + timedelta(days=20)).sign(
            NOW + timedelta(days=20), "MK", b"signed"
        )
        assert ended(store, NOW + timedelta(days=40)) == (Gone("", NOW),)


@pytest.mark.parametrize(("later", "left"), [(timedelta(days=6), 2), (timedelta(days=8), 1)])
def test_the_next_window_destroys_what_is_overdue_and_says_so(
    desks: Desks, monkeypatch: pytest.MonkeyPatch, later: timedelta, left: int
) -> None:
    desk = desks.open()
    desk.planning.choose_template("pflegebericht")
    desk.planning.choose_person("Frau Kern")
    old = desks.dictate(desk, "Hat gut geschlafen.")
    desks.close()
    now = clock.now
    monkeypatch.setattr(clock, "now", lambda: now() + later)
    desk = desks.open()
    desk.planning.choose_person("Herr Wolf")
    desks.dictate(desk, "Schmerzen im linken Knie.")
    desk.go_home()
    desks.settle(desk)
    assert len(desk._entries.waiting) == left
    assert desks.shell is not None
    told = [note.text for note in desks.shell.messages.notes if note.key == "overdue"]
    assert len(told) == 2 - left
    assert not any("Kern" in text for text in told)
    desk.stage.home.overview_asked.emit()
    shown = texts(desk.stage.overview)
    line = f"Pflegebericht · {old.begun:%d.%m.%Y}"
    assert (line in shown) == (left == 1)
    assert ("nach 7 Tagen vernichtet" in shown) == (left == 1)
    desks.close()
    with kept_store() as store:
        assert len(store.cases().cases) == left
