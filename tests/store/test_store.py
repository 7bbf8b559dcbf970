"""The store as a whole: private, locked, listed, recovered, destroyed, and no plain word."""

import os
import stat
import subprocess
import sys
import time
from pathlib import Path
from uuid import uuid4

import pytest

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.security.envelope import ChunkWriter
from dokuhelfer.security.keys import ByKeyring, Protection
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import About, CaseId, Document, RecordingState, Refused, VersionKind
from dokuhelfer.store.store import Store
from dokutest.stores import NOW

WORDS = b"Frau Kannwas hat gut geschlafen."


def code_of(folder: Path, how: ByKeyring) -> Code:
    with pytest.raises(DokuError) as raised:
        Store.open(folder, how)
    return raised.value.code


def test_nothing_readable_lies_in_the_folder(store: Store, folder: Path) -> None:
    case = store.create(About("Frau Kannwas", "pflegebericht", "mkessler", "zu klaeren"), NOW)
    for document in (Document.CONTEXT, Document.TRANSCRIPT, Document.DRAFT, Document.REVIEW):
        case.save(document, WORDS)
    case.add_recording(NOW, [WORDS * 100])
    case.sign(NOW, "XQZ", WORDS)
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) >= 9
    for path in files:
        data = path.read_bytes() + path.name.encode()
        for word in (b"Kannwas", b"geschlafen", b"pflegebericht", b"mkessler", b"klaeren", b"XQZ"):
            assert word not in data, path.name
        assert b"2026" not in data, path.name


@pytest.mark.skipif(sys.platform == "win32", reason="rights are inherited there")
def test_files_are_the_users_alone(store: Store, case: Case, folder: Path) -> None:
    case.save(Document.DRAFT, WORDS)
    case.add_recording(NOW, [bytes(100)])
    for path in [folder, *folder.rglob("*")]:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path.name


def test_a_folder_open_to_others_is_closed_and_a_link_refused(
    tmp_path: Path, how: ByKeyring
) -> None:
    open_folder = tmp_path / "open"
    open_folder.mkdir(mode=0o755)
    Store.open(open_folder, how).close()
    assert stat.S_IMODE(open_folder.stat().st_mode) == 0o700
    link = tmp_path / "link"
    link.symlink_to(open_folder)
    assert code_of(link, how) is Code.STORE_NOT_WRITABLE


def test_a_second_process_is_kept_out(store: Store, folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from dokuhelfer.errors import DokuError\n"
        "from dokuhelfer.security.keys import ByPassphrase\n"
        "from dokuhelfer.store.store import Store\n"
        "try: Store.open(Path(sys.argv[1]), ByPassphrase('x'))\n"
        "except DokuError as error: print(error.code.value)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "store_in_use\n"


def test_a_crash_in_the_middle_of_a_recording(folder: Path, how: ByKeyring) -> None:
    store = Store.open(folder, how)
    case = store.create(About(), NOW)
    new = case.start_recording(NOW)
    writer = ChunkWriter(new.descriptor, new.header, new.key)
    writer.append(bytes(32_000))
    writer.append(bytes(16_000))
    os.write(new.descriptor, b"\x00\x00\x10")  # the third chunk's first bytes
    store._lock.release()  # what the end of the process does
    with Store.open(folder, how) as again:
        assert again.recovered == (case.info.id,)
        (recording,) = again.case(case.info.id).info.recordings
        assert recording.state is RecordingState.INTERRUPTED
        assert recording.seconds == 1.5
    store.close()


def test_what_a_crash_left_of_writing_is_removed(
    store: Store, case: Case, folder: Path, how: ByKeyring
) -> None:
    case.save(Document.DRAFT, WORDS)
    inside = folder / "cases" / case.info.id.hex
    for name in ("half.part", uuid4().hex):
        (inside / name).write_bytes(b"x")
    half_made = folder / "cases" / uuid4().hex
    half_made.mkdir()
    (half_made / "case.key").write_bytes(b"x")
    store.close()
    with Store.open(folder, how) as again:
        assert len(again.cases().cases) == 1
        assert again.cases().damaged == ()
        assert again.case(case.info.id).load(Document.DRAFT) == WORDS
    assert len(list(inside.iterdir())) == 4
    assert not half_made.exists()


def test_sources_half_destroyed_are_destroyed_at_the_next_start(
    store: Store, case: Case, folder: Path, how: ByKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.save(Document.DRAFT, WORDS)
    case.sign(NOW, "MK", WORDS)
    monkeypatch.setattr("dokuhelfer.store.files.CaseFiles.destroy_sources_key", _crash)
    with pytest.raises(KeyboardInterrupt):
        case.destroy_sources()
    monkeypatch.undo()
    store.close()
    with Store.open(folder, how) as again:
        assert again.case(case.info.id).info.sources_destroyed
        assert again.case(case.info.id).load(Document.RELEASED) == WORDS
    assert not list(folder.rglob("sources.key"))
    assert len(list(folder.rglob("cases/*/*"))) == 3


def _crash(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_damaged_case_is_told_and_the_others_open(
    store: Store, folder: Path, how: ByKeyring
) -> None:
    cases = [store.create(About(str(number)), NOW) for number in range(3)]
    meta = folder / "cases" / cases[1].info.id.hex / "meta"
    store.close()
    data = bytearray(meta.read_bytes())
    data[-1] ^= 1
    meta.write_bytes(data)
    with Store.open(folder, how) as again:
        listing = again.cases()
        assert {info.about.person for info in listing.cases} == {"0", "2"}
        assert listing.damaged == (cases[1].info.id,)
        with pytest.raises(DokuError) as raised:
            again.case(cases[1].info.id)
        assert raised.value.code is Code.STORE_DAMAGED
        again.destroy(cases[1].info.id)
        assert again.cases().damaged == ()


def test_files_swapped_between_cases_are_found(store: Store, folder: Path, how: ByKeyring) -> None:
    one, two = (store.create(About(name), NOW) for name in "ab")
    for case in (one, two):
        case.save(Document.DRAFT, case.info.about.person.encode())
    store.close()
    root = folder / "cases"
    metas = [root / case.info.id.hex / "meta" for case in (one, two)]
    contents = [path.read_bytes() for path in metas]
    for path, content in zip(metas, reversed(contents), strict=True):
        path.write_bytes(content)
    with Store.open(folder, how) as again:
        assert len(again.cases().damaged) == 2


def test_documents_swapped_within_a_case_are_found(store: Store, case: Case, folder: Path) -> None:
    case.save(Document.DRAFT, b"draft")
    case.save(Document.TRANSCRIPT, b"transcript")
    names = [p for p in folder.rglob("cases/*/*") if len(p.name) == 32]
    first, second = names
    content = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(content)
    with pytest.raises(DokuError) as raised:
        case.load(Document.DRAFT)
    assert raised.value.code is Code.STORE_DAMAGED


def test_a_lost_header_is_no_new_store(
    store: Store, case: Case, folder: Path, how: ByKeyring
) -> None:
    store.close()
    (folder / "store.json").unlink()
    assert code_of(folder, how) is Code.STORE_DAMAGED


def test_destroyed_cases_are_gone(store: Store, case: Case, folder: Path) -> None:
    case.save(Document.DRAFT, WORDS)
    store.destroy(case.info.id)
    assert store.cases().cases == ()
    assert not list((folder / "cases").iterdir())
    with pytest.raises(Refused):
        store.case(case.info.id)
    with pytest.raises(Refused):
        store.destroy(CaseId(uuid4()))


def test_a_session_leaves_nothing_that_can_be_read(folder: Path) -> None:
    with Store.for_session(folder) as store:
        assert store.protection is Protection.SESSION
        case = store.create(About("Frau Kannwas"), NOW)
        case.save(Document.DRAFT, WORDS)
        case.sign(NOW, "MK", WORDS)
        case.begin(VersionKind.ADDENDUM)
        assert case.load(Document.RELEASED, 1) == WORDS
    assert not any(path.is_file() for path in folder.rglob("*"))


def test_a_session_that_crashed_is_cleared_away(folder: Path, how: ByKeyring) -> None:
    crashed = Store.for_session(folder)
    crashed.create(About(), NOW)
    Store.open(folder, how).close()
    assert list(folder.glob("session-*")), "it still runs"
    crashed._lock.release()
    Store.open(folder, how).close()
    assert not list(folder.glob("session-*"))


def test_a_session_stands_beside_a_store_that_is_open(store: Store, folder: Path) -> None:
    with Store.for_session(folder) as session:
        session.create(About(), NOW)
        assert store.cases().cases == ()


def test_a_read_only_folder_and_a_full_disk_have_their_sentences(
    store: Store, case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    for number, code in ((errno.EACCES, Code.STORE_NOT_WRITABLE), (errno.ENOSPC, Code.DISK_FULL)):

        def refuse(*_: object, number: int = number) -> int:
            raise OSError(number, "")

        with monkeypatch.context() as patch:
            patch.setattr("dokuhelfer.security.private.os.write", refuse)
            with pytest.raises(DokuError) as raised:
                case.save(Document.DRAFT, WORDS)
        assert raised.value.code is code
        assert case.load(Document.DRAFT) is None
    assert not list(folder.rglob("*.part"))


def test_five_hundred_cases_are_listed_quickly(folder: Path, how: ByKeyring) -> None:
    with Store.open(folder, how) as store:
        for number in range(500):
            store.create(About(str(number)), NOW)
    started = time.process_time()
    with Store.open(folder, how) as store:
        assert len(store.cases().cases) == 500
    assert time.process_time() - started < 1.5


def test_the_room_on_the_disk_in_seconds(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = type("Usage", (), {"free": 200 * 1024 * 1024})
    monkeypatch.setattr("dokuhelfer.store.store.shutil.disk_usage", lambda _: usage)
    assert 6500 < store.room() < 6600
