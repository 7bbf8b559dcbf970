"""``doctor`` on what the window needs: keyring, store, microphones. Opens none of them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from dokuhelfer.audio.recorder import microphones
from dokuhelfer.cli.console import Console
from dokuhelfer.errors import DokuError
from dokuhelfer.security.keys import protection_of
from dokuhelfer.security.os_keyring import OsKeyring
from dokuhelfer.store.store import store_folder

Report = dict[str, object]


def store_state() -> Report:
    """Who keeps the store's key, and the keyring there is now.

    ``protection`` is null where nothing was kept yet; ``error`` says why that cannot be told.
    """
    report: Report = {"protection": None, "keyring": None, "error": None}
    try:
        protection = protection_of(store_folder())
        report["protection"] = None if protection is None else protection.value
    except DokuError as error:
        report["error"] = error.code.value
    with suppress(DokuError):
        report["keyring"] = OsKeyring.find().name
    return report


def microphone_state() -> list[Report]:
    """The microphones by name; none where the recorder cannot run."""
    try:
        found = microphones()
    except DokuError:
        return []
    return [{"name": one.name, "default": one.is_default} for one in found]


def tell_devices(report: Mapping[str, object], console: Console) -> None:
    """Three lines or more for people."""
    say = console.catalogue.text
    store, found = report["store"], report["microphones"]
    assert isinstance(store, dict) and isinstance(found, list)  # noqa: S101, PT018 - types only
    keyring = store["keyring"] or say("doctor", "keyring_missing")
    console.say(f"{say('doctor', 'keyring')}: {keyring}")
    if store["error"]:
        state = say("doctor", "store_error")
    else:
        state = say("doctor", f"store_{store['protection'] or 'none'}")
    console.say(f"{say('doctor', 'store')}: {state}")
    console.say(f"{say('doctor', 'microphones')}:")
    for one in found:
        mark = f" ({say('doctor', 'microphone_default')})" if one["default"] else ""
        console.say(f"  {one['name']}{mark}")
    if not found:
        console.say(f"  {say('doctor', 'microphone_none')}")
