"""A key from a passphrase: Argon2id with parameters that are kept and held to a floor."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from dokuhelfer.security.sealing import KEY_BYTES

SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs (deployment.md §5.1: about a second on an office PC).

    Attributes:
        passes: over the memory.
        memory_kib: of memory.
        lanes: in parallel.
    """

    passes: int = 3
    memory_kib: int = 256 * 1024
    lanes: int = 4

    @property
    def is_sound(self) -> bool:
        """Whether nobody has made guessing cheap, or unlocking endless, by writing a header."""
        return (
            3 <= self.passes <= 16
            and 64 * 1024 <= self.memory_kib <= 1024 * 1024
            and 1 <= self.lanes <= 16
        )


def new_salt() -> bytes:
    """A random salt."""
    return os.urandom(SALT_BYTES)


def derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The key of ``passphrase``; composed and decomposed umlauts are the same."""
    text = unicodedata.normalize("NFC", passphrase)
    function = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return function.derive(text.encode("utf-8", "surrogatepass"))
