"""The store's key: made once, kept in the system's keyring or behind a passphrase.

``store.json`` in the store's folder says which key the store has and who keeps it. It holds
nothing about people. A proof sealed with the key tells a wrong key from a damaged file.
"""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.jsonio import dump
from dokuhelfer.security import passphrase as by_passphrase
from dokuhelfer.security.os_keyring import OsKeyring
from dokuhelfer.security.private import replace
from dokuhelfer.security.sealing import KEY_BYTES, Forged, new_key, seal, unseal

_FORMAT = "dokuhelfer.store/1"
_PROOF = b"dokuhelfer store"
_MOST_BYTES = 16 * 1024


class Protection(StrEnum):
    """Who keeps the store's key."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - a kind, no passphrase
    SESSION = "session"
    """Nobody: the key lives in memory, and what was kept is gone with it."""


@dataclass(frozen=True, slots=True)
class ByKeyring:
    """Unlock with the keyring of the system; None finds it."""

    keyring: OsKeyring | None = None


@dataclass(frozen=True, slots=True, repr=False)
class ByPassphrase:
    """Unlock with a passphrase. ``cost`` is for a new store only."""

    passphrase: str
    cost: by_passphrase.Cost = by_passphrase.Cost()


Unlock = ByKeyring | ByPassphrase


@dataclass(frozen=True, slots=True)
class Header:
    """``store.json``.

    Attributes:
        id: of the key, random.
        keyring: the backend that holds the key; "" where none does.
        sealed: the key sealed with that of the passphrase; empty where there is none.
        proof: see `_PROOF`.
    """

    id: str
    protection: Protection
    proof: bytes
    keyring: str = ""
    salt: bytes = b""
    cost: by_passphrase.Cost = by_passphrase.Cost()
    sealed: bytes = b""


def protection_of(folder: Path) -> Protection | None:
    """Who keeps the key of the store in ``folder``; None if there is no store yet.

    Raises:
        DokuError: `STORE_DAMAGED`, `STORE_NOT_WRITABLE`.
    """
    header = _read(folder)
    return None if header is None else header.protection


def unlock(folder: Path, how: Unlock) -> bytes:
    """The key of the store in ``folder``; a folder without a store gets one, with a new key.

    Deriving a key from a passphrase takes about a second.

    Raises:
        DokuError: `KEYRING_MISSING`, `KEYRING_FAILED`, `KEY_MISSING` (the keyring has no key
            for this store), `KEY_WRONG` (passphrase, or the keyring's key), `KEY_OTHERWISE`
            (the store is protected the other way), `STORE_DAMAGED`, `STORE_NOT_WRITABLE`,
            `DISK_FULL`.
    """
    header = _read(folder)
    if header is None:
        return _create(folder, how)
    if isinstance(how, ByKeyring):
        _require(header, Protection.KEYRING)
        key = _from_keyring(header, how.keyring or OsKeyring.find())
    else:
        _require(header, Protection.PASSPHRASE)
        key = _from_passphrase(header, how.passphrase)
    try:
        unseal(key, header.proof, _PROOF + header.id.encode())
    except Forged:
        raise DokuError(Code.KEY_WRONG) from None
    return key


def change_passphrase(folder: Path, key: bytes, how: ByPassphrase) -> None:
    """Protect the store with another passphrase, or with one instead of the keyring.

    Args:
        key: what `unlock` gave.

    Raises:
        DokuError: `STORE_NOT_WRITABLE`, `DISK_FULL`; the old way still works then.
    """
    header = _read(folder)
    if header is not None:
        _write(folder, _with_passphrase(header.id, key, how))


def _create(folder: Path, how: Unlock) -> bytes:
    key, id = new_key(), uuid4().hex
    if isinstance(how, ByPassphrase):
        _write(folder, _with_passphrase(id, key, how))
        return key
    keyring = how.keyring or OsKeyring.find()
    # The keyring first: a header without a key would be a store that nobody can open.
    keyring.write(id, base64.b64encode(key).decode("ascii"))
    header = Header(id, Protection.KEYRING, _proof(id, key), keyring.name)
    try:
        _write(folder, header)
    except DokuError:
        keyring.forget(id)
        raise
    return key


def _with_passphrase(id: str, key: bytes, how: ByPassphrase) -> Header:
    salt = by_passphrase.new_salt()
    sealed = seal(by_passphrase.derive(how.passphrase, salt, how.cost), key, id.encode())
    return Header(
        id, Protection.PASSPHRASE, _proof(id, key), salt=salt, cost=how.cost, sealed=sealed
    )


def _from_keyring(header: Header, keyring: OsKeyring) -> bytes:
    secret = keyring.read(header.id)
    if secret is None:
        raise DokuError(Code.KEY_MISSING)
    try:
        key = base64.b64decode(secret, validate=True)
    except (binascii.Error, ValueError):
        raise DokuError(Code.KEY_WRONG) from None
    if len(key) != KEY_BYTES:
        raise DokuError(Code.KEY_WRONG)
    return key


def _from_passphrase(header: Header, passphrase: str) -> bytes:
    try:
        return unseal(
            by_passphrase.derive(passphrase, header.salt, header.cost),
            header.sealed,
            header.id.encode(),
        )
    except Forged:
        raise DokuError(Code.KEY_WRONG) from None


def _proof(id: str, key: bytes) -> bytes:
    return seal(key, b"", _PROOF + id.encode())


def _require(header: Header, protection: Protection) -> None:
    if header.protection is not protection:
        raise DokuError(Code.KEY_OTHERWISE, protection=header.protection.value)


def _write(folder: Path, header: Header) -> None:
    plain = asdict(header) | {
        "format": _FORMAT,
        "protection": header.protection.value,
        **{
            name: base64.b64encode(getattr(header, name)).decode("ascii")
            for name in ("proof", "salt", "sealed")
        },
    }
    replace(folder / "store.json", dump(plain))


def _read(folder: Path) -> Header | None:
    try:
        with (folder / "store.json").open("rb") as stream:
            data = stream.read(_MOST_BYTES)
    except FileNotFoundError:
        return None
    except OSError:
        raise DokuError(Code.STORE_NOT_WRITABLE) from None
    try:
        return _parsed(data)
    except (ValueError, TypeError, KeyError, RecursionError):
        raise DokuError(Code.STORE_DAMAGED) from None


def _parsed(data: bytes) -> Header:
    plain = json.loads(data)
    if plain.pop("format") != _FORMAT:
        raise ValueError
    for name in ("proof", "salt", "sealed"):
        plain[name] = base64.b64decode(plain[name], validate=True)
    cost = by_passphrase.Cost(**plain.pop("cost"))
    header = Header(**plain | {"protection": Protection(plain["protection"]), "cost": cost})
    if not cost.is_sound:
        raise ValueError
    return header
