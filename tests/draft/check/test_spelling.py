"""Findings quote words as they were said or written."""

from __future__ import annotations

import pytest

from dokucheck.running import Check


@pytest.mark.parametrize(
    ("said", "written", "quoted"),
    [
        (
            "Die Rötung ist zurückgegangen.",
            "Rötung zugenommen.",
            "zurückgegangen",
        ),
        ("Treppe haben wir geübt.", "Treppe weggelassen.", "geübt"),
        ("Der Ausweis fehlt.", "Ausweis liegt vor.", "fehlt"),
    ],
)
def test_words_keep_their_letters(checked: Check, said: str, written: str, quoted: str) -> None:
    details = [f.detail for f in checked("pflegebericht", said, {"beobachtung": written}).findings]
    assert any(quoted in detail for detail in details), details
