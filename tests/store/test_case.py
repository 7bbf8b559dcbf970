"""A case: what is kept comes back, what is signed stays, what is destroyed is gone."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.security.keys import ByKeyring
from dokuhelfer.store.case import Case
from dokuhelfer.store.files import CaseFiles
from dokuhelfer.store.model import (
    About,
    Document,
    RecordingState,
    Refusal,
    Refused,
    State,
    VersionKind,
)
from dokuhelfer.store.store import Store
from dokutest.stores import NOW

SECOND = bytes(range(250)) * 128  # 32,000 bytes


def refused(act: Callable[[], object]) -> Refusal:
    with pytest.raises(Refused) as raised:
        act()
    return raised.value.reason


def test_everything_comes_back_in_a_store_opened_anew(folder: Path, how: ByKeyring) -> None:
    with Store.open(folder, how) as store:
        case = store.create(About("Frau Kannwas", "pflegebericht", "mk"), NOW)
        case.save(Document.CONTEXT, b"context")
        case.save(Document.DRAFT, b"draft")
        case.save(Document.DRAFT, b"a later draft")
        recording = case.add_recording(NOW, [SECOND, SECOND[:8000]])
        case.describe(replace(case.info.about, note="2 Stellen zu klären"))
        info = case.info
    with Store.open(folder, how) as store:
        (found,) = store.cases().cases
        assert found == info
        again = store.case(found.id)
        assert again.load(Document.CONTEXT) == b"context"
        assert again.load(Document.DRAFT) == b"a later draft"
        assert again.load(Document.TRANSCRIPT) is None
        with again.sound(recording.id) as sound:
            assert sound.verify()
            assert sound.duration == 1.25
            assert sound.pcm(0.25, 1.25) == (SECOND + SECOND[:8000])[8000:40000]


def test_sound_is_given_in_blocks_from_any_sample(case: Case) -> None:
    recording = case.add_recording(NOW, [SECOND, SECOND])
    with case.sound(recording.id) as sound:
        for start in (0, 1, 8000, 15_999, 16_000, 31_999):
            blocks = list(sound.blocks(threading.Event(), start))
            assert blocks[0].start == start
            assert b"".join(block.pcm for block in blocks) == (SECOND * 2)[start * 2 :]
            assert max(len(block.pcm) for block in blocks) <= 16_000
        assert list(sound.blocks(threading.Event(), 32_000)) == []


def test_a_signed_version_changes_no_more(case: Case) -> None:
    case.save(Document.DRAFT, b"draft")
    version = case.sign(NOW, " MK ", b"released")
    assert (version.state, version.signed_by, version.signed_at) == (State.SIGNED, "MK", NOW)
    for act in (
        lambda: case.save(Document.DRAFT, b"other"),
        lambda: case.start_recording(NOW),
        lambda: case.sign(NOW, "MK", b"again"),
        case.abandon,
    ):
        assert refused(act) is Refusal.SIGNED_ALREADY
    assert case.load(Document.RELEASED) == b"released"


def test_versions_follow_each_other_and_the_old_ones_stay(case: Case) -> None:
    assert refused(lambda: case.begin(VersionKind.ADDENDUM)) is Refusal.STILL_OPEN
    case.sign(NOW, "MK", b"first")
    assert refused(lambda: case.begin(VersionKind.FIRST)) is Refusal.STILL_OPEN
    case.begin(VersionKind.CORRECTION)
    assert case.load(Document.RELEASED) is None
    case.save(Document.DRAFT, b"second draft")
    assert refused(case.destroy_sources) is Refusal.STILL_OPEN
    case.sign(NOW, "TB", b"second")
    assert [one.kind for one in case.info.versions] == [VersionKind.FIRST, VersionKind.CORRECTION]
    assert [case.load(Document.RELEASED, number) for number in (1, 2)] == [b"first", b"second"]


def test_an_addendum_given_up_leaves_what_was_signed(case: Case) -> None:
    case.sign(NOW, "MK", b"first")
    case.begin(VersionKind.ADDENDUM)
    case.save(Document.DRAFT, b"half")
    case.abandon()
    assert case.info.state is State.SIGNED
    assert case.load(Document.RELEASED) == b"first"
    assert case.load(Document.DRAFT, 2) is None


def test_an_addendum_can_be_given_up_whose_recording_ended_on_a_full_disk(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.sign(NOW, "MK", b"first")
    case.begin(VersionKind.ADDENDUM)
    new = case.start_recording(NOW)

    def full(*_: object) -> None:
        raise DokuError(Code.DISK_FULL)

    with monkeypatch.context() as patch:
        patch.setattr(CaseFiles, "write_meta", full)
        with pytest.raises(DokuError):
            case.end_recording(new.id)
        with pytest.raises(DokuError):
            case.abandon()
        assert case.info.state is State.OPEN
    case.abandon()
    assert case.info.state is State.SIGNED
    assert case.load(Document.RELEASED) == b"first"


def test_words_of_a_version_given_up_go_with_the_sources_where_the_disk_refused_at_first(
    case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The version is gone all the same; what lies there is noise, and gone at the next start."""
    case.sign(NOW, "MK", b"first")
    case.begin(VersionKind.ADDENDUM)
    case.save(Document.CONTEXT, b"context")
    case.save(Document.DRAFT, b"half")
    context, draft = (
        case._metadata.documents[2, one] for one in (Document.CONTEXT, Document.DRAFT)
    )

    def refuse(*_: object) -> None:
        raise DokuError(Code.STORE_NOT_WRITABLE)

    with monkeypatch.context() as patch:
        patch.setattr(CaseFiles, "destroy", refuse)
        case.abandon()
    assert case.info.state is State.SIGNED
    assert case._files.read(draft, source=True) == b"half"
    case.destroy_sources()
    with pytest.raises(DokuError):
        case._files.read(draft, source=True)
    place = folder / "cases" / case.info.id.hex
    case.recover()
    assert not {context.hex, draft.hex} & {one.name for one in place.iterdir()}


def test_signing_wants_initials_a_time_zone_and_no_running_recording(case: Case) -> None:
    assert refused(lambda: case.sign(NOW, "  ", b"")) is Refusal.NO_INITIALS
    assert refused(lambda: case.sign(NOW, "M" * 13, b"")) is Refusal.NO_INITIALS
    naive = datetime(2026, 11, 17)
    assert refused(lambda: case.sign(naive, "MK", b"")) is Refusal.NO_TIME_ZONE
    new = case.start_recording(NOW)
    assert refused(lambda: case.sign(NOW, "MK", b"")) is Refusal.RECORDING_RUNS
    assert refused(lambda: case.destroy_recording(new.id)) is Refusal.RECORDING_RUNS
    assert case.end_recording(new.id).state is RecordingState.INTERRUPTED
    assert case.info.state is State.OPEN
    assert refused(lambda: case.save(Document.RELEASED, b"")) is Refusal.BY_SIGNING_ONLY


def test_documents_are_kept_together_or_not_at_all(
    case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.save_together({Document.REVIEW: b"one", Document.SPOKEN: b"on its way"})
    files = set(folder.rglob("*"))
    real, left = CaseFiles.write, [1]

    def write(files: CaseFiles, record: UUID, content: bytes, *, source: bool) -> None:
        if not left:
            raise DokuError(Code.DISK_FULL)
        left.pop()
        real(files, record, content, source=source)

    monkeypatch.setattr(CaseFiles, "write", write)
    with pytest.raises(DokuError):
        case.save_together({Document.REVIEW: b"two", Document.SPOKEN: b""})
    monkeypatch.undo()
    assert (case.load(Document.REVIEW), case.load(Document.SPOKEN)) == (b"one", b"on its way")
    assert set(folder.rglob("*")) == files
    case.save_together({Document.REVIEW: b"two", Document.SPOKEN: b""})
    assert (case.load(Document.REVIEW), case.load(Document.SPOKEN)) == (b"two", b"")
    assert len(set(folder.rglob("*"))) == len(files)
    assert refused(lambda: case.save_together({Document.RELEASED: b""})) is Refusal.BY_SIGNING_ONLY
    case.sign(NOW, "MK", b"")
    assert refused(lambda: case.save_together({})) is Refusal.SIGNED_ALREADY


def test_a_recording_may_begin_while_the_one_before_is_being_ended(case: Case) -> None:
    first, second = case.start_recording(NOW), case.start_recording(NOW)
    assert [one.state for one in case.info.recordings] == [RecordingState.RUNNING] * 2
    case.end_recording(first.id)
    assert refused(lambda: case.sign(NOW, "MK", b"")) is Refusal.RECORDING_RUNS
    case.end_recording(second.id)
    assert [one.id for one in case.info.recordings] == [first.id, second.id]


def test_sources_are_destroyed_and_the_signed_text_stays(
    store: Store, case: Case, folder: Path
) -> None:
    case.save(Document.CONTEXT, b"context")
    case.save(Document.TRANSCRIPT, b"transcript")
    case.save(Document.DRAFT, b"draft")
    recording = case.add_recording(NOW, [SECOND])
    kept_key = next(folder.rglob("sources.key")).read_bytes()
    kept_sound = next(folder.rglob(recording.id.hex)).read_bytes()
    case.sign(NOW, "MK", b"released")
    case.destroy_sources()
    assert case.load(Document.RELEASED) == b"released"
    assert case.load(Document.CONTEXT) == b"context"
    assert case.load(Document.TRANSCRIPT) is None
    assert (case.info.recordings, case.info.sources_destroyed) == ((), True)
    every = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert kept_key not in every
    assert kept_sound[82:200] not in every
    case.begin(VersionKind.ADDENDUM)
    case.save(Document.DRAFT, b"addendum")
    assert case.load(Document.DRAFT) == b"addendum"


def test_a_recording_is_destroyed_alone(case: Case, folder: Path) -> None:
    one, two = (case.add_recording(NOW, [SECOND]) for _ in range(2))
    case.destroy_recording(one.id)
    assert case.info.recordings == (two,)
    assert not list(folder.rglob(one.id.hex))
    assert refused(lambda: case.sound(one.id)) is Refusal.UNKNOWN_RECORDING


def test_an_import_that_breaks_off_leaves_nothing(case: Case, folder: Path) -> None:
    def broken() -> object:
        yield SECOND
        raise DokuError(Code.AUDIO_UNREADABLE)

    before = sorted(folder.rglob("*"))
    with pytest.raises(DokuError) as raised:
        case.add_recording(NOW, broken())  # type: ignore[arg-type]
    assert raised.value.code is Code.AUDIO_UNREADABLE
    assert case.info.recordings == ()
    left = {path.name for path in set(folder.rglob("*")) - set(before)}
    assert left <= {"sources.key"}


def test_recordings_one_behind_the_other_keep_their_places_in_time(
    case: Case, folder: Path
) -> None:
    parts = [bytes([number, 0]) * 8000 for number in (1, 2, 3)]
    recordings = [case.add_recording(NOW, [part, part]) for part in parts]
    with case.whole_sound() as sound:
        assert sound.duration == 3.0
        assert sound.pcm(0.75, 2.25) == parts[0][:8000] + parts[1] * 2 + parts[2][:8000]
    damaged = next(folder.rglob(recordings[1].id.hex))
    data = bytearray(damaged.read_bytes())
    data[-100] ^= 1  # in the second half second: the empty last chunk takes 32 bytes
    damaged.write_bytes(data)
    with case.whole_sound() as sound:
        blocks = list(sound.blocks(threading.Event()))
        assert b"".join(block.pcm for block in blocks) == (
            parts[0] * 2 + parts[1] + bytes(16_000) + parts[2] * 2
        )
        assert [block.start for block in blocks] == [0, 8000, 16_000, 24_000, 32_000, 40_000]
        assert sound.damaged


def test_a_recording_that_ended_when_nothing_could_be_written_keeps_nobody_from_signing(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = case.start_recording(NOW)

    def full(*_: object) -> None:
        raise DokuError(Code.DISK_FULL)

    with monkeypatch.context() as disk:
        disk.setattr(Case, "_commit", full)
        with pytest.raises(DokuError):
            case.end_recording(new.id)
        with pytest.raises(DokuError):
            case.sign(NOW, "MK", b"")
    case.sign(NOW, "MK", b"")
    assert [one.state for one in case.info.recordings] == [RecordingState.INTERRUPTED]
