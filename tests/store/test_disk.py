"""A disk that is really full, a folder that may really not be written: right codes, no loss."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dokutest.other_user import command, made

pytestmark = [
    pytest.mark.program,
    pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root"),
]

FULL = """
import sys
from pathlib import Path
from dokuhelfer.errors import DokuError
from dokuhelfer.store.model import About, Document
from dokuhelfer.store.store import Store
from dokutest.stores import NOW, MemoryBackend, by

folder, how = Path(sys.argv[1]) / "store", by(MemoryBackend())
with Store.open(folder, how) as store:
    case = store.create(About("Frau Kannwas"), NOW)
    case.save(Document.DRAFT, b"a" * 50_000)
    for act in (
        lambda: case.save(Document.DRAFT, b"b" * 200_000),
        lambda: case.add_recording(NOW, [bytes(16_000)] * 20),
        lambda: case.sign(NOW, "MK", b"c" * 200_000),
    ):
        try:
            act()
        except DokuError as error:
            print(error.code.value)
    print(case.info.state.value, case.info.recordings)
with Store.open(folder, how) as store:
    (info,) = store.cases().cases
    print(store.case(info.id).load(Document.DRAFT) == b"a" * 50_000)
    store.case(info.id).save(Document.DRAFT, b"fits")
"""

REFUSED = """
import sys
from pathlib import Path
from dokuhelfer.errors import DokuError
from dokuhelfer.store.store import Store
from dokutest.stores import MemoryBackend, by

try:
    Store.open(Path(sys.argv[1]) / "store", by(MemoryBackend()))
except DokuError as error:
    print(error.code.value)
"""


def environment() -> dict[str, str]:
    path = os.pathsep.join(path for path in sys.path if path)
    return {"PATH": os.environ["PATH"], "PYTHONPATH": path}


def test_a_full_disk(tmp_path: Path) -> None:
    assert shutil.which("unshare")
    mounted = 'mount -t tmpfs -o size=128k none "$1"; shift; exec "$@"'
    done = subprocess.run(
        [
            *("unshare", "--mount", "sh", "-ec", mounted, "sh", str(tmp_path)),
            *(sys.executable, "-c", FULL, str(tmp_path)),
        ],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.splitlines() == ["disk_full"] * 3 + ["open ()", "True"], done.stderr


@pytest.fixture
def user() -> Iterator[str]:
    with made() as name:
        yield name


def test_a_folder_of_somebody_elses(user: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = Path("/tmp") / f"dokuhelfer-{user}"
    folder.mkdir(mode=0o755)
    try:
        done = subprocess.run(
            command([sys.executable, "-c", REFUSED, str(folder)], user),
            env=environment(),
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.stdout == "store_not_writable\n", done.stderr
        assert not list(folder.iterdir())
    finally:
        folder.rmdir()
