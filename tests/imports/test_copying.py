"""A real file, the real decoder, a real store: a whole case or none, and the original as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.imports import copying
from dokuhelfer.imports.copying import (
    Order,
    Reins,
    copy_in,
    digest_of,
    examine,
    remove_original,
)
from dokuhelfer.imports.ledger import Ledger
from dokuhelfer.imports.model import Original
from dokuhelfer.security.keys import ByKeyring
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import Document, State
from dokuhelfer.store.sound import StoredSound
from dokuhelfer.store.store import Store
from dokutest.sounds import convert, melody, write_wav
from dokutest.stores import NOW

MakeOrder = Callable[..., Order]


def nothing_is_left(store: Store, folder: Path) -> bool:
    return store.cases().cases == () and not list((folder / "recordings").iterdir())


def refused(order: Order, store: Store, ledger: Ledger, reins: Reins | None = None) -> Code:
    with pytest.raises(DokuError) as caught:
        copy_in(order, store, ledger, reins or Reins())
    return caught.value.code


def test_a_file_becomes_an_open_dictation_with_all_of_its_sound(
    store: Store, ledger: Ledger, file: Path, order: MakeOrder
) -> None:
    shares: list[float] = []
    copied = copy_in(order(file), store, ledger, Reins(shares.append))
    (info,) = store.cases().cases
    assert (info.id, info.state, info.created) == (copied.case, State.OPEN, NOW)
    assert not info.was_interrupted
    assert store.case(info.id).load(Document.CONTEXT) == b"{}"
    with store.case(info.id).whole_sound() as sound:
        assert sound.pcm(0, 30) == melody(2) * 10
    assert copied.seconds == pytest.approx(20)
    assert not copied.damaged
    assert file.exists()
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(0.9)


@pytest.mark.parametrize("suffix", ["mp3", "m4a", "ogg", "opus", "flac", "webm"])
def test_what_telephones_and_recorders_write_is_read(
    suffix: str, store: Store, ledger: Ledger, file: Path, order: MakeOrder, tmp_path: Path
) -> None:
    copied = copy_in(order(convert(file, tmp_path / f"a.{suffix}")), store, ledger, Reins())
    assert copied.seconds == pytest.approx(20, abs=0.2)


def test_the_same_content_is_read_in_once_whatever_it_is_called(
    store: Store, ledger: Ledger, file: Path, order: MakeOrder, tmp_path: Path
) -> None:
    copy_in(order(file), store, ledger, Reins())
    other = tmp_path / "kopie.wav"
    other.write_bytes(file.read_bytes())
    assert refused(order(other), store, ledger) is Code.IMPORT_KNOWN
    assert len(store.cases().cases) == 1


def test_who_insists_reads_it_in_again(
    store: Store, ledger: Ledger, file: Path, order: MakeOrder
) -> None:
    first = copy_in(order(file), store, ledger, Reins())
    second = copy_in(order(file, again=True), store, ledger, Reins())
    assert first.case != second.case


def test_it_is_known_to_the_next_window_too(
    folder: Path, how: ByKeyring, file: Path, order: MakeOrder
) -> None:
    with Store.open(folder, how) as store:
        copy_in(order(file), store, Ledger.open(store), Reins())
    with Store.open(folder, how) as store:
        ledger = Ledger.open(store)
        assert ledger.knows(digest_of(file))
        assert ledger.left == ()
        assert len(store.cases().cases) == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", Code.INPUT_EMPTY), (b"Kein Ton, nur Text.\n" * 50, Code.AUDIO_UNREADABLE)],
)
def test_what_is_no_sound_leaves_nothing(
    content: bytes, code: Code, store: Store, ledger: Ledger, folder: Path, order: MakeOrder,
    tmp_path: Path,
) -> None:  # fmt: skip
    path = tmp_path / "notiz.mp3"
    path.write_bytes(content)
    assert refused(order(path), store, ledger) is code
    assert nothing_is_left(store, folder)


def test_of_a_broken_file_what_can_be_read_is_there(
    store: Store, ledger: Ledger, file: Path, order: MakeOrder, tmp_path: Path
) -> None:
    whole = convert(file, tmp_path / "a.flac").read_bytes()
    broken = tmp_path / "halb.flac"
    broken.write_bytes(whole[: len(whole) // 2])
    copied = copy_in(order(broken), store, ledger, Reins())
    assert copied.damaged
    assert 5 < copied.seconds < 15


def test_a_file_that_is_not_there(
    store: Store, ledger: Ledger, folder: Path, order: MakeOrder, tmp_path: Path
) -> None:
    assert refused(order(tmp_path / "weg.wav"), store, ledger) is Code.INPUT_NOT_FOUND
    assert nothing_is_left(store, folder)


@pytest.mark.parametrize("at", [0.1, 0.5, 0.89])
def test_a_file_that_becomes_another_while_it_is_read(
    at: float, store: Store, ledger: Ledger, folder: Path, file: Path, order: MakeOrder
) -> None:
    def change(share: float) -> None:
        if share >= at:
            with file.open("ab") as stream:
                stream.write(melody(1))

    assert refused(order(file), store, ledger, Reins(change)) is Code.IMPORT_CHANGED
    assert nothing_is_left(store, folder)
    assert not ledger.knows(digest_of(file))


def test_a_file_that_vanishes_while_it_is_read_is_there_all_the_same(
    store: Store, ledger: Ledger, file: Path, order: MakeOrder
) -> None:
    copied = copy_in(
        order(file), store, ledger, Reins(lambda _: file.unlink(missing_ok=True))
    )  # fmt: skip
    assert copied.seconds == pytest.approx(20)
    assert remove_original(file, copied.digest) is Original.GONE


@pytest.mark.parametrize("at", [0.0, 0.1, 0.5, 0.89])
def test_cancelling_at_any_time_leaves_nothing(
    at: float, store: Store, ledger: Ledger, folder: Path, file: Path, order: MakeOrder
) -> None:
    reins = Reins()
    if at:
        reins.tell = lambda share: reins.stop.set() if share >= at else None
    else:
        reins.stop.set()
    assert refused(order(file), store, ledger, reins) is Code.CANCELLED
    assert nothing_is_left(store, folder)
    assert file.exists()
    assert copy_in(order(file), store, ledger, Reins()).seconds == pytest.approx(20)


def test_cancelling_while_it_is_read_back_leaves_nothing(
    store: Store, ledger: Ledger, folder: Path, file: Path, order: MakeOrder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    reins, sound = Reins(), Case.sound

    def stopping(case: Case, id: object) -> StoredSound:
        reins.stop.set()
        return sound(case, id)  # type: ignore[arg-type]

    monkeypatch.setattr(Case, "sound", stopping)
    assert refused(order(file), store, ledger, reins) is Code.CANCELLED
    assert nothing_is_left(store, folder)


def test_a_copy_that_reads_back_otherwise_is_thrown_away(
    store: Store, ledger: Ledger, folder: Path, file: Path, order: MakeOrder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    real = Case.sound

    def spoilt(case: Case, id: object) -> StoredSound:
        (path,) = (folder / "recordings").iterdir()
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
        return real(case, id)  # type: ignore[arg-type]

    monkeypatch.setattr(Case, "sound", spoilt)
    assert refused(order(file), store, ledger) is Code.IMPORT_UNVERIFIED
    assert nothing_is_left(store, folder)
    assert file.exists()


def test_an_import_leaves_room_for_who_dictates(
    store: Store, ledger: Ledger, folder: Path, file: Path, order: MakeOrder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(Store, "room", lambda _: copying.SPARE + 19)
    assert refused(order(file), store, ledger) is Code.DISK_FULL
    assert nothing_is_left(store, folder)


def test_a_signed_dictation_is_still_known_and_may_be_read_in_again(
    store: Store, ledger: Ledger, file: Path, order: MakeOrder
) -> None:
    copied = copy_in(order(file), store, ledger, Reins())
    store.destroy(copied.case)
    assert refused(order(file), store, ledger) is Code.IMPORT_KNOWN
    assert copy_in(order(file, again=True), store, ledger, Reins()).case != copied.case


def test_what_is_known_is_said_before_anybody_is_asked(
    store: Store, ledger: Ledger, file: Path, order: MakeOrder
) -> None:
    assert examine(file, ledger, Reins()).seconds == pytest.approx(20)
    copy_in(order(file), store, ledger, Reins())
    with pytest.raises(DokuError) as caught:
        examine(file, ledger, Reins())
    assert caught.value.code is Code.IMPORT_KNOWN
    assert examine(file, ledger, Reins(), again=True).seconds == pytest.approx(20)


# --- the original ---------------------------------------------------------------------------


def test_the_original_goes_when_it_is_still_the_one(file: Path) -> None:
    assert remove_original(file, digest_of(file)) is Original.REMOVED
    assert not file.exists()


def test_another_file_of_that_name_stays(file: Path) -> None:
    digest = digest_of(file)
    write_wav(file, melody(1))
    assert remove_original(file, digest) is Original.CHANGED
    assert file.exists()


def test_what_a_link_leads_to_stays(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.wav"
    link.symlink_to(file)
    assert remove_original(link, digest_of(file)) is Original.PROTECTED
    assert link.exists()
    assert file.exists()


def test_no_error_holds_a_name_or_a_path(
    store: Store, ledger: Ledger, order: MakeOrder, tmp_path: Path
) -> None:
    path = tmp_path / "Frau Kannwas.mp3"
    path.write_bytes(b"nichts")
    with pytest.raises(DokuError) as caught:
        copy_in(order(path), store, ledger, Reins())
    assert "Kannwas" not in repr((caught.value, caught.value.params))
