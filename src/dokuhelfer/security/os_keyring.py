"""The keyring of the system: only known ones, chosen by us, and read back.

`keyring` would take whatever an environment variable or a user's file names, plaintext and
null keyrings among them: there, writing succeeds and the key is lost (deployment.md §5.1).
"""

from __future__ import annotations

import importlib
from contextlib import suppress
from typing import Protocol

from dokuhelfer.errors import Code, DokuError

_KNOWN = (
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.SecretService", "Keyring"),
)
"""Windows Credential Manager; Secret Service (GNOME, KDE from 5.97 on)."""

_SERVICE = "Dokuhelfer {id}"
_USER = "store"


class Backend(Protocol):
    """What we use of a backend of `keyring`."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, None if there is none."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget a secret."""


class OsKeyring:
    """The keyring of this system.

    Everything may wait for a person who is asked by the system to unlock the keyring.

    Args:
        backend: one that works; see `find`.
        name: of the backend, for the store's header and `doctor`.
    """

    def __init__(self, backend: Backend, name: str) -> None:
        self._backend = backend
        self.name = name

    @classmethod
    def find(cls) -> OsKeyring:
        """The first known keyring that answers.

        Raises:
            DokuError: `KEYRING_MISSING`.
        """
        for module, kind in _KNOWN:
            # A backend that is not for this system fails in its own ways.
            with suppress(Exception):
                backend_class = getattr(importlib.import_module(module), kind)
                if backend_class.priority > 0:
                    backend = backend_class()
                    if hasattr(backend_class, "persist"):
                        backend.persist = "local machine"  # the key does not roam with a profile
                    return cls(backend, f"{module}.{kind}")
        raise DokuError(Code.KEYRING_MISSING)

    def read(self, id: str) -> str | None:
        """The secret kept under ``id``, None if there is none.

        Raises:
            DokuError: `KEYRING_FAILED`.
        """
        try:
            return self._backend.get_password(_SERVICE.format(id=id), _USER)
        except Exception:  # noqa: BLE001 - every backend has exceptions of its own
            raise DokuError(Code.KEYRING_FAILED) from None

    def write(self, id: str, secret: str) -> None:
        """Keep ``secret`` under ``id`` and see that it is really there.

        Raises:
            DokuError: `KEYRING_FAILED`.
        """
        try:
            self._backend.set_password(_SERVICE.format(id=id), _USER, secret)
        except Exception:  # noqa: BLE001 - every backend has exceptions of its own
            raise DokuError(Code.KEYRING_FAILED) from None
        if self.read(id) != secret:
            raise DokuError(Code.KEYRING_FAILED)

    def forget(self, id: str) -> None:
        """Remove the secret kept under ``id``, if it is there."""
        with suppress(Exception):
            self._backend.delete_password(_SERVICE.format(id=id), _USER)
