"""The table of keys: no key twice, caps in words of the window."""

from __future__ import annotations

from collections import Counter

import pytest

from dokuhelfer.ui.keys import KEYS, Action, Where, cap, spelled


def test_no_shortcut_is_given_twice() -> None:
    shortcuts = [
        sequence
        for key in KEYS
        if key.where is Where.WINDOW
        for sequence in (key.key, key.other)
        if sequence
    ]
    assert [one for one, count in Counter(shortcuts).items() if count > 1] == []


def test_no_key_takes_altgr_or_the_windows_key() -> None:
    for key in KEYS:
        for sequence in (key.key, key.other):
            assert "Meta" not in sequence
            assert not ("Ctrl" in sequence and "Alt" in sequence)


@pytest.mark.parametrize(
    ("portable", "german"),
    [
        ("Ctrl+Return", "Strg+Enter"),
        ("Space", "Leertaste"),
        ("Shift+F3", "Umschalt+F3"),
        ("Ctrl++", "Strg++"),
        ("F9", "F9"),
    ],
)
def test_caps_in_german(portable: str, german: str) -> None:
    assert spelled(portable) == german


def test_without_function_keys_the_other_key_stands_on_the_cap() -> None:
    assert cap(Action.RECORD) == "F9"
    assert cap(Action.RECORD, function_keys=False) == "Strg+Leertaste"
    assert cap(Action.UNDO, function_keys=False) == "Strg+Z"
