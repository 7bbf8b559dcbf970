from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dokuhelfer.imports.copying import Order
from dokuhelfer.imports.ledger import Ledger
from dokuhelfer.security.keys import ByKeyring
from dokuhelfer.store.model import About, Document
from dokuhelfer.store.store import Store
from dokutest.sounds import melody, write_wav
from dokutest.stores import NOW, MemoryBackend, by

MakeOrder = Callable[[Path], Order]


@pytest.fixture
def how() -> ByKeyring:
    return by(MemoryBackend())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def store(folder: Path, how: ByKeyring) -> Iterator[Store]:
    with Store.open(folder, how) as opened:
        yield opened


@pytest.fixture
def ledger(store: Store) -> Ledger:
    return Ledger.open(store)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Twenty seconds of sound."""
    return write_wav(tmp_path / "REC0007.WAV", melody(2) * 10)


@pytest.fixture
def order() -> MakeOrder:
    def make(path: Path, *, again: bool = False) -> Order:
        about = About("", "pflegebericht")
        return Order("0" * 32, path, again, about, NOW, {Document.CONTEXT: b"{}"})

    return make
