"""A real Secret Service (GNOME keyring on a D-Bus session of the test's own) keeps the key."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.program,
    pytest.mark.skipif(sys.platform != "linux", reason="Windows has its own"),
]

SCRIPT = """
import sys
from pathlib import Path
from dokuhelfer.errors import DokuError
from dokuhelfer.security.keys import ByKeyring, protection_of
from dokuhelfer.security.os_keyring import OsKeyring
from dokuhelfer.store.model import About, Document
from dokuhelfer.store.store import Store
from dokutest.stores import NOW

folder = Path(sys.argv[1])
with Store.open(folder, ByKeyring()) as store:
    store.create(About("Frau Kannwas"), NOW).save(Document.DRAFT, b"draft")
with Store.open(folder, ByKeyring()) as store:
    (info,) = store.cases().cases
    print(info.about.person, store.case(info.id).load(Document.DRAFT).decode())
print(protection_of(folder).value, OsKeyring.find().name)
import json
keyring = OsKeyring.find()
keyring.forget(json.loads((folder / "store.json").read_bytes())["id"])
try:
    Store.open(folder, ByKeyring())
except DokuError as error:
    print(error.code.value)
"""


def test_the_key_lies_in_the_secret_service_and_nowhere_else(tmp_path: Path) -> None:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    environment = {
        "HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "XDG_RUNTIME_DIR": str(runtime),
        # What `keyring` would obey, and lose the key:
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
    assert shutil.which("dbus-run-session"), "the package dbus-daemon is missing"
    assert shutil.which("gnome-keyring-daemon"), "the package gnome-keyring is missing"
    unlock = "printf geheim | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
    done = subprocess.run(
        [
            *("dbus-run-session", "--", "sh", "-ec", unlock + '; exec "$@"', "sh"),
            *(sys.executable, "-c", SCRIPT, str(tmp_path / "store")),
        ],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.splitlines() == [
        "Frau Kannwas draft",
        "keyring keyring.backends.SecretService.Keyring",
        "key_missing",
    ], done.stderr
