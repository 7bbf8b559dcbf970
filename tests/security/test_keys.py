"""The store's key: kept by a keyring that is read back, or behind a passphrase, never plain."""

import json
import sys
from pathlib import Path

import pytest

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.security.keys import (
    ByPassphrase,
    Protection,
    change_passphrase,
    protection_of,
    unlock,
)
from dokuhelfer.security.os_keyring import OsKeyring
from dokuhelfer.security.passphrase import Cost
from dokutest.stores import MemoryBackend, by

CHEAP = Cost(passes=3, memory_kib=64 * 1024, lanes=4)
"""The floor: a quarter of the memory of the preset."""


def code_of(folder: Path, how: object) -> Code:
    with pytest.raises(DokuError) as raised:
        unlock(folder, how)  # type: ignore[arg-type]
    return raised.value.code


def test_a_keyring_keeps_the_key_and_the_folder_does_not(tmp_path: Path) -> None:
    backend = MemoryBackend()
    assert protection_of(tmp_path) is None
    key = unlock(tmp_path, by(backend))
    assert unlock(tmp_path, by(backend)) == key
    assert protection_of(tmp_path) is Protection.KEYRING
    assert len(backend.secrets) == 1
    assert key not in (tmp_path / "store.json").read_bytes()


def test_a_keyring_that_forgets_is_refused_before_anything_is_kept(tmp_path: Path) -> None:
    assert code_of(tmp_path, by(MemoryBackend(forgetful=True))) is Code.KEYRING_FAILED
    assert protection_of(tmp_path) is None


def test_a_keyring_without_the_key_never_gets_a_new_one(tmp_path: Path) -> None:
    unlock(tmp_path, by(MemoryBackend()))
    empty = MemoryBackend()
    assert code_of(tmp_path, by(empty)) is Code.KEY_MISSING
    assert empty.secrets == {}


@pytest.mark.parametrize("secret", ["", "AAAA", "no base 64!", "A" * 43 + "="])
def test_another_key_in_the_keyring_is_told(tmp_path: Path, secret: str) -> None:
    backend = MemoryBackend()
    unlock(tmp_path, by(backend))
    backend.secrets = dict.fromkeys(backend.secrets, secret)
    assert code_of(tmp_path, by(backend)) is Code.KEY_WRONG


def test_a_passphrase_however_its_umlauts_are_typed(tmp_path: Path) -> None:
    key = unlock(tmp_path, ByPassphrase("Grüne Möhren", CHEAP))
    assert unlock(tmp_path, ByPassphrase("Gru\u0308ne Mo\u0308hren")) == key
    assert code_of(tmp_path, ByPassphrase("Grüne Mohren")) is Code.KEY_WRONG
    assert protection_of(tmp_path) is Protection.PASSPHRASE
    assert "Grüne" not in repr(ByPassphrase("Grüne Möhren"))


def test_the_other_way_is_told(tmp_path: Path) -> None:
    unlock(tmp_path, by(MemoryBackend()))
    assert code_of(tmp_path, ByPassphrase("x")) is Code.KEY_OTHERWISE


def test_from_a_keyring_to_a_passphrase_and_to_another(tmp_path: Path) -> None:
    key = unlock(tmp_path, by(MemoryBackend()))
    change_passphrase(tmp_path, key, ByPassphrase("eins", CHEAP))
    change_passphrase(tmp_path, key, ByPassphrase("zwei", CHEAP))
    assert unlock(tmp_path, ByPassphrase("zwei")) == key
    assert code_of(tmp_path, ByPassphrase("eins")) is Code.KEY_WRONG


@pytest.mark.parametrize(
    "change",
    [
        {"cost": {"passes": 1, "memory_kib": 65536, "lanes": 4}},
        {"cost": {"passes": 3, "memory_kib": 8, "lanes": 4}},
        {"cost": {"passes": 10**6, "memory_kib": 65536, "lanes": 4}},
        {"protection": "none"},
        {"proof": "?"},
        {"format": "dokuhelfer.store/9"},
    ],
)
def test_a_header_that_was_made_weaker_or_broken_is_refused(
    tmp_path: Path, change: dict[str, object]
) -> None:
    unlock(tmp_path, ByPassphrase("x", CHEAP))
    header = tmp_path / "store.json"
    header.write_text(json.dumps(json.loads(header.read_bytes()) | change))
    assert code_of(tmp_path, ByPassphrase("x")) is Code.STORE_DAMAGED


def test_an_environment_cannot_choose_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """`keyring` would take the null keyring here, and lose the key."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    with pytest.raises(DokuError) as raised:
        OsKeyring.find()
    assert raised.value.code is Code.KEYRING_MISSING


def test_only_known_keyrings_are_even_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    with pytest.raises(DokuError):
        OsKeyring.find()
    assert "keyring.backends.chainer" not in sys.modules
