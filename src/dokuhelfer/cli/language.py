"""Which language to speak, before anything else is known."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from dokuhelfer.config.schema import Language


def from_call(arguments: Sequence[str]) -> Language | None:
    """The language asked for by ``--lang``; None when it is not or not understood.

    Looked up by hand because even the sentence about a wrong call wants a language.
    """
    for place, word in enumerate(arguments):
        if word == "--lang" and place + 1 < len(arguments):
            return _known(arguments[place + 1])
        if word.startswith("--lang="):
            return _known(word.removeprefix("--lang="))
    return None


def from_surroundings(environment: Mapping[str, str] = os.environ) -> Language:
    """``DOKUHELFER_LANG``, else English for an ``en`` locale, else German (C means German)."""
    wanted = _known(environment.get("DOKUHELFER_LANG", ""))
    if wanted is not None:
        return wanted
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name)
        if value:
            return Language.EN if value.lower().startswith("en") else Language.DE
    return Language.DE


def _known(text: str) -> Language | None:
    return Language(text) if text in {item.value for item in Language} else None
