"""Stores for tests: a keyring in memory, a store in a folder of the test's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from dokuhelfer.security.keys import ByKeyring
from dokuhelfer.security.os_keyring import OsKeyring
from dokuhelfer.store.case import Case
from dokuhelfer.store.store import Store

NOW = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)


class MemoryBackend:
    """A backend of `keyring` that works; see `forgetful` for one that does not."""

    def __init__(self, forgetful: bool = False) -> None:
        self.secrets: dict[tuple[str, str], str] = {}
        self._forgetful = forgetful

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if not self._forgetful:
            self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.secrets[service, username]


def by(backend: MemoryBackend) -> ByKeyring:
    return ByKeyring(OsKeyring(backend, "memory"))


def reopened(folder: Path, how: ByKeyring, look: Callable[[Store, Case], None]) -> None:
    """Open the store of one case anew and look at both."""
    with Store.open(folder, how) as store:
        look(store, store.case(store.cases().cases[0].id))
