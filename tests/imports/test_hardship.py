"""A program that is killed, a disk that is full, a medium that may not be written, three hours."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from dokuhelfer.imports.copying import Order, Reins, copy_in
from dokuhelfer.imports.ledger import Ledger
from dokuhelfer.security.keys import ByPassphrase
from dokuhelfer.store.model import RecordingState
from dokuhelfer.store.store import Store
from dokutest.sounds import melody, write_wav

pytestmark = pytest.mark.program
HOW = ByPassphrase("geheim geheim")
MakeOrder = Callable[..., Order]

COPY = """
import sys, time
from pathlib import Path
from dokuhelfer.errors import DokuError
from dokuhelfer.imports import copying
from dokuhelfer.imports.copying import Order, Reins, copy_in, remove_original
from dokuhelfer.imports.ledger import Ledger
from dokuhelfer.imports.model import ImportItem
from dokuhelfer.security.keys import ByPassphrase
from dokuhelfer.store.model import About
from dokuhelfer.store.store import Store
from dokutest.stores import NOW

folder, path = (Path(name) for name in sys.argv[1:3])

def tell(share):
    print(f"share {share:.3f}", flush=True)

def order():
    return Order("a" * 32, path, False, About("", "pflegebericht"), NOW, {})
"""

UNTIL_KILLED = f"""{COPY}
with Store.open(folder, ByPassphrase("geheim geheim")) as store:
    ledger = Ledger.open(store)
    ledger.want([ImportItem(path, "a" * 32, own=True, remove=True)])
    copy_in(order(), store, ledger, Reins(tell))
    print("copied", flush=True)
    time.sleep(60)
"""

FULL = f"""{COPY}
copying.SPARE = float("-inf")  # the disk is to be full while it is written
with Store.open(folder / "store", ByPassphrase("geheim geheim")) as store:
    try:
        copy_in(order(), store, Ledger.open(store), Reins())
    except DokuError as error:
        print(error.code.value, len(store.cases().cases), end=" ")
    print(len(list((folder / "store" / "recordings").iterdir())))
"""

READ_ONLY = f"""{COPY}
with Store.open(folder / "store", ByPassphrase("geheim geheim")) as store:
    copied = copy_in(order(), store, Ledger.open(store), Reins())
    print(copied.seconds, remove_original(path, copied.digest).value, path.exists())
"""


def environment() -> dict[str, str]:
    path = os.pathsep.join(path for path in sys.path if path)
    return {"PATH": os.environ["PATH"], "PYTHONPATH": path, "HOME": os.environ["HOME"]}


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.89, 1.0])
def test_a_killed_program_leaves_no_half_case_and_offers_the_file_again(
    share: float, tmp_path: Path, order: MakeOrder
) -> None:
    file = write_wav(tmp_path / "lang.wav", melody(2) * 150)
    child = subprocess.Popen(
        [sys.executable, "-c", UNTIL_KILLED, str(tmp_path / "store"), str(file)],
        env=environment(), stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert child.stdout is not None
    for line in child.stdout:
        word, _, number = line.strip().partition(" ")
        if word == "copied" or float(number or 0) >= share:
            break
    os.kill(child.pid, signal.SIGKILL)
    told = line + child.communicate(timeout=30)[0]
    with Store.open(tmp_path / "store", HOW) as store:
        ledger = Ledger.open(store)
        assert file.exists()
        if "copied" in told:
            assert ledger.left == ()
        else:
            (item,) = ledger.left
            assert (item.path, item.own, item.remove) == (file, True, True)
            assert store.cases().cases == ()
            assert not list((tmp_path / "store" / "recordings").iterdir())
            copy_in(order(file), store, ledger, Reins())
        (info,) = store.cases().cases
        assert [one.state for one in info.recordings] == [RecordingState.FINISHED]
        assert info.recordings[0].seconds == pytest.approx(300)


def mounted(script: str, mount: str, folder: Path, *arguments: str) -> str:
    """What a script says in a mount namespace of its own."""
    assert shutil.which("unshare")
    done = subprocess.run(
        [
            *("unshare", "--mount", "sh", "-ec", f'{mount}; shift 2; exec "$@"', "sh"),
            *(str(folder), arguments[0], sys.executable, "-c", script, str(folder), arguments[0]),
        ],
        env=environment(), capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root"
)


@needs_root
def test_a_disk_that_fills_up_while_it_is_copied(tmp_path: Path) -> None:
    file = write_wav(tmp_path / "lang.wav", melody(2) * 30)
    place = tmp_path / "voll"
    place.mkdir()
    said = mounted(FULL, 'mount -t tmpfs -o size=512k none "$1"', place, str(file))
    assert said == "disk_full 0 0"


@needs_root
def test_a_write_protected_recorder(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    file = write_wav(stick / "REC0001.WAV", melody(2) * 5)
    protect = 'd=$(dirname "$2"); mount --bind "$d" "$d"; mount -o remount,bind,ro "$d"'
    said = mounted(READ_ONLY, protect, tmp_path, str(file))
    assert said == "10.0 protected True"


def silence(path: Path, seconds: int) -> Path:
    """A WAV file that takes no room on the disk, with a second of sound at its end."""
    write_wav(path, melody(1))
    with path.open("r+b") as stream, wave.open(str(path)) as spoken:
        header = stream.read(44)
        samples = spoken.readframes(spoken.getnframes())
        size = seconds * 32_000
        stream.seek(0)
        stream.truncate(0)
        lengths = ((size + 36).to_bytes(4, "little"), size.to_bytes(4, "little"))
        stream.write(header[:4] + lengths[0] + header[8:40] + lengths[1])
        stream.truncate(44 + size)
        stream.seek(44 + size - len(samples))
        stream.write(samples)
    return path


def anonymous_kb() -> int:
    """Memory of this process that is its own, without mapped files."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon"))


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
@pytest.mark.parametrize(
    "seconds", [300, pytest.param(3 * 3600, marks=pytest.mark.long)], ids=["5 min", "3 h"]
)
def test_length_costs_no_memory(
    seconds: int, tmp_path: Path, store: Store, ledger: Ledger, order: MakeOrder
) -> None:
    file = silence(tmp_path / "lang.wav", seconds)
    most = before = anonymous_kb()

    def tell(_: float) -> None:
        nonlocal most
        most = max(most, anonymous_kb())

    copied = copy_in(order(file), store, ledger, Reins(tell))
    assert copied.seconds == pytest.approx(seconds)
    assert most - before < 40_000
    with store.case(copied.case).whole_sound() as sound:
        assert sound.pcm(seconds - 1, seconds) == melody(1)
