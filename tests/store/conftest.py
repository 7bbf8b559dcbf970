from collections.abc import Iterator
from pathlib import Path

import pytest

from dokuhelfer.security.keys import ByKeyring
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import About
from dokuhelfer.store.store import Store
from dokutest.stores import NOW, MemoryBackend, by


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def how() -> ByKeyring:
    return by(MemoryBackend())


@pytest.fixture
def store(folder: Path, how: ByKeyring) -> Iterator[Store]:
    with Store.open(folder, how) as opened:
        yield opened


@pytest.fixture
def case(store: Store) -> Case:
    return store.create(About(person="Frau Kannwas"), NOW)
