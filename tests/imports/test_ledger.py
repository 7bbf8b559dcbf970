from pathlib import Path
from uuid import uuid4

from dokuhelfer.imports.ledger import Ledger
from dokuhelfer.imports.model import ImportItem
from dokuhelfer.security.keys import ByKeyring
from dokuhelfer.store.model import About, CaseId
from dokuhelfer.store.store import Store
from dokutest.stores import NOW

PATH = Path("/media/REC/Frau Kannwas.wav")


def test_what_was_not_finished_is_offered_again_with_its_answers(store: Store) -> None:
    items = [
        ImportItem(PATH, "a", own=True, remove=True),
        ImportItem(PATH.with_name("zwei\udcff.wav"), "b"),
    ]
    Ledger.open(store).want(items)
    assert Ledger.open(store).left == tuple(items)


def test_a_case_that_was_being_copied_into_is_destroyed_at_the_next_start(
    folder: Path, how: ByKeyring
) -> None:
    with Store.open(folder, how) as store:
        ledger, id = Ledger.open(store), CaseId(uuid4())
        ledger.begin("a", PATH, id)
        case = store.create(About(), NOW, id)
        case.add_recording(NOW, [bytes(3200)])
    with Store.open(folder, how) as store:
        (item,) = Ledger.open(store).left
        assert (item.path, item.own, item.case) == (PATH, True, None)
        assert store.cases().cases == ()
        assert not list((folder / "recordings").iterdir())


def test_a_case_that_was_only_written_down(folder: Path, how: ByKeyring) -> None:
    with Store.open(folder, how) as store:
        Ledger.open(store).begin("a", PATH, CaseId(uuid4()))
    with Store.open(folder, how) as store:
        assert len(Ledger.open(store).left) == 1


def test_late_news_do_not_bring_back_what_is_done(store: Store) -> None:
    ledger = Ledger.open(store)
    item = ImportItem(PATH, "a", own=True)
    ledger.want([item])
    ledger.commit("a", "f" * 64)
    ledger.want([item])
    assert Ledger.open(store).left == ()
    assert Ledger.open(store).knows("f" * 64)


def test_what_is_wanted_no_more_is_forgotten_but_not_what_is_being_copied(store: Store) -> None:
    ledger = Ledger.open(store)
    ledger.want([ImportItem(PATH, "a", own=True), ImportItem(PATH.with_name("b"), "b")])
    case = store.create(About(), NOW)
    ledger.begin("a", PATH, case.info.id)
    ledger.want([])
    assert [one.id for one in Ledger.open(store).left] == ["a"]
    assert store.cases().cases == ()


def test_what_was_refused_is_settled_but_not_known(store: Store) -> None:
    ledger = Ledger.open(store)
    ledger.refuse("f" * 64)
    assert not ledger.knows("f" * 64)
    assert Ledger.open(store).is_settled("f" * 64)


def test_no_path_lies_readable_in_the_folder(store: Store, folder: Path) -> None:
    Ledger.open(store).want([ImportItem(PATH, "a")])
    for path in folder.rglob("*"):
        assert "Kannwas" not in path.name
        if path.is_file():
            content = path.read_bytes()
            assert b"Kannwas" not in content
            assert b"Kannwas".hex().encode() not in content


def test_one_that_cannot_be_read_is_begun_anew(folder: Path, how: ByKeyring) -> None:
    with Store.open(folder, how) as store:
        Ledger.open(store).want([ImportItem(PATH, "a")])
        store.create(About("Frau Kannwas"), NOW)
    (folder / "imports").write_bytes(b"verdorben")
    with Store.open(folder, how) as store:
        ledger = Ledger.open(store)
        assert ledger.left == ()
        ledger.refuse("f" * 64)
        assert len(store.cases().cases) == 1
    with Store.open(folder, how) as store:
        assert Ledger.open(store).is_settled("f" * 64)
