"""Whisper's multilingual vocabulary (51,865 tokens) as the ``tokenizer.json`` of our folder.

The byte pairs come from the source package of openai-whisper (MIT); weights do not.
"""

from __future__ import annotations

import ast
import base64
import hashlib
import re
import tarfile
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

SDIST = "openai_whisper-20250625.tar.gz"
SDIST_SHA256 = "37a91a3921809d9f44748ffc73c0a55c9f366c85a3ef5c2ae0cc09540432eb96"
_LANGUAGES = 99
_LAST_TIMESTAMP = 1500
"""Timestamps run from 0 to 30 s in steps of 20 ms."""
_TABLE = re.compile(r"^LANGUAGES = (\{.*?\n\})", re.DOTALL | re.MULTILINE)

Ranks = Mapping[bytes, int]


def read_sdist(sdist: Path) -> tuple[Ranks, Sequence[str]]:
    """Byte pairs with their ranks, and the language codes in Whisper's order.

    Raises:
        ValueError: it is another file than the one this was written for.
    """
    if hashlib.sha256(sdist.read_bytes()).hexdigest() != SDIST_SHA256:
        raise ValueError(f"not the {SDIST} expected")
    folder = SDIST.removesuffix(".tar.gz")
    with tarfile.open(sdist) as archive:
        pairs = _member(archive, f"{folder}/whisper/assets/multilingual.tiktoken")
        source = _member(archive, f"{folder}/whisper/tokenizer.py")
    table = _TABLE.search(source)
    if table is None:
        raise ValueError("no table of languages")
    ranks = {
        base64.b64decode(token): int(rank)
        for token, rank in (line.split() for line in pairs.splitlines() if line.strip())
    }
    return ranks, list(ast.literal_eval(table[1]))[:_LANGUAGES]


def build(ranks: Ranks, languages: Sequence[str]) -> Tokenizer:
    """A byte-level BPE tokenizer with Whisper's special tokens behind the plain ones."""
    letters = _letters()
    vocabulary = {_spelled(token, letters): rank for token, rank in ranks.items()}
    merges = [(_spelled(left, letters), _spelled(right, letters)) for left, right in _merges(ranks)]
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=merges))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    special = ["<|endoftext|>", "<|startoftranscript|>", *(f"<|{code}|>" for code in languages)]
    special += ["<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>"]
    special += ["<|nospeech|>", "<|notimestamps|>"]
    times = [f"<|{step * 0.02:.2f}|>" for step in range(_LAST_TIMESTAMP + 1)]
    tokenizer.add_special_tokens([AddedToken(t, special=True, normalized=False) for t in special])
    tokenizer.add_tokens([AddedToken(t, special=False, normalized=False) for t in times])
    return tokenizer


def _member(archive: tarfile.TarFile, name: str) -> str:
    stream = archive.extractfile(name)
    if stream is None:
        raise ValueError(f"no {name}")
    return stream.read().decode("utf-8")


def _merges(ranks: Ranks) -> list[tuple[bytes, bytes]]:
    """The two parts each token is made of: what is left when only earlier merges are done."""
    found = []
    for token, rank in sorted(ranks.items(), key=lambda item: item[1]):
        if len(token) > 1:
            parts = _parts(token, rank, ranks)
            if len(parts) == 2:
                found.append((parts[0], parts[1]))
    return found


def _parts(token: bytes, below: int, ranks: Ranks) -> list[bytes]:
    parts = [bytes([byte]) for byte in token]
    while len(parts) > 1:
        pairs = [ranks.get(left + right, below) for left, right in pairwise(parts)]
        best = min(pairs)
        if best >= below:
            break
        at = pairs.index(best)
        parts[at : at + 2] = [parts[at] + parts[at + 1]]
    return parts


def _letters() -> list[str]:
    """The printable letter that stands for each byte in byte-level BPE (as in GPT-2)."""
    printable = {*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)}
    letters, next_free = [], 0x100
    for byte in range(0x100):
        if byte in printable:
            letters.append(chr(byte))
        else:
            letters.append(chr(next_free))
            next_free += 1
    return letters


def _spelled(token: bytes, letters: Sequence[str]) -> str:
    return "".join(letters[byte] for byte in token)
