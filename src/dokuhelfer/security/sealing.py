"""Authenticated encryption of single pieces: AES-256-GCM with a random nonce in front.

Nonces are random (96 bit); every record has a key of its own, so none ever comes twice
(deployment.md §5.1).
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
"""AES-256."""

NONCE_BYTES = 12
OVERHEAD = NONCE_BYTES + 16
"""Bytes a sealed piece is longer than its content: nonce and tag."""


class Forged(Exception):
    """The piece was not sealed with this key for this place, or was changed since."""


def new_key() -> bytes:
    """A random key."""
    return os.urandom(KEY_BYTES)


def seal(key: bytes, plain: bytes, place: bytes) -> bytes:
    """``plain`` encrypted; ``place`` says where it belongs and is only authenticated."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, place)


def unseal(key: bytes, sealed: bytes, place: bytes) -> bytes:
    """The content of what `seal` made.

    Raises:
        Forged: it is not that.
    """
    if len(sealed) < OVERHEAD:
        raise Forged
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place)
    except InvalidTag:
        raise Forged from None
