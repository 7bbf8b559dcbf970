"""The program dies at every single step of every change: afterwards it is the old or the new.

Each call by which the store touches the disk is made to raise in turn, as if the power went there;
the store is then opened anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from dokuhelfer.security.keys import ByKeyring
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import About, CaseInfo, Document, State, VersionKind
from dokuhelfer.store.store import Store
from dokutest.stores import NOW, MemoryBackend, by, reopened

LATER = NOW.replace(hour=9)


class _PowerCut(BaseException):
    pass


class _FailingOs:
    """``os``, but the call of that number by which the disk is changed never happens."""

    _CHANGING = frozenset({"open", "write", "fsync", "replace"})

    def __init__(self, number: int) -> None:
        self._left = number

    def __getattr__(self, name: str) -> object:
        real = getattr(os, name)
        if name not in self._CHANGING:
            return real

        def call(*arguments: object, **named: object) -> object:
            self._left -= 1
            if self._left < 0:
                raise _PowerCut
            return real(*arguments, **named)

        return call


def signed(case: Case) -> None:
    case.save(Document.DRAFT, b"draft")
    case.add_recording(NOW, [bytes(3200)])
    case.sign(NOW, "MK", b"released")


def with_addendum(case: Case) -> None:
    signed(case)
    case.begin(VersionKind.ADDENDUM)
    case.save(Document.DRAFT, b"addendum")


def unprepared(case: Case) -> None:
    case.save(Document.DRAFT, b"draft")


Act = Callable[[Case], object]

ACTS: dict[str, tuple[Act, Act]] = {
    "save": (unprepared, lambda case: case.save(Document.DRAFT, b"new draft")),
    "save another": (unprepared, lambda case: case.save(Document.TRANSCRIPT, b"transcript")),
    "describe": (unprepared, lambda case: case.describe(About("Herr Neu"))),
    "record": (unprepared, lambda case: case.add_recording(LATER, [bytes(3200)])),
    "sign": (unprepared, lambda case: case.sign(LATER, "TB", b"released now")),
    "begin": (signed, lambda case: case.begin(VersionKind.CORRECTION)),
    "abandon": (with_addendum, lambda case: case.abandon()),
    "sign an addendum": (with_addendum, lambda case: case.sign(LATER, "TB", b"second")),
    "destroy sources": (signed, lambda case: case.destroy_sources()),
}


@dataclass(frozen=True, slots=True)
class View:
    """Everything a person could see of a case."""

    about: About
    versions: tuple[object, ...]
    documents: tuple[bytes | None, ...]
    sounds: tuple[bytes, ...]
    destroyed: bool


def look(case: Case) -> View:
    info = case.info
    sounds = []
    for recording in info.recordings:
        with case.sound(recording.id) as sound:
            sounds.append(sound.pcm(0, 10))
    return View(
        info.about,
        info.versions,
        tuple(case.load(which, one.number) for one in info.versions for which in Document),
        tuple(sounds),
        info.sources_destroyed,
    )


def seen(folder: Path, how: ByKeyring) -> View:
    found: list[View] = []
    reopened(folder, how, lambda _, case: found.append(look(case)))
    return found[0]


def attempts(tmp_path: Path) -> Iterator[tuple[int, Path]]:
    for number in range(80):
        yield number, tmp_path / str(number)
    raise AssertionError("it never comes to an end")


def interrupted(case: Case, act: Act, number: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the power went while ``act`` was done."""
    with monkeypatch.context() as patch:
        patch.setattr("dokuhelfer.security.private.os", _FailingOs(number))
        try:
            act(case)
        except _PowerCut:
            return True
    return False


@pytest.mark.parametrize("name", ACTS)
def test_afterwards_it_is_the_old_or_the_new(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare, change = ACTS[name]
    found: list[View] = []
    for number, folder in attempts(tmp_path):
        how = by(MemoryBackend())
        store = Store.open(folder, how)
        case = store.create(About("Frau Alt"), NOW)
        prepare(case)
        old = look(case)
        cut = interrupted(case, change, number, monkeypatch)
        new = look(case)
        store._lock.release()
        found.append(seen(folder, how))
        case.close()
        if not cut:
            break
    assert number >= 4
    assert found[-1] == new != old
    for after in found:
        assert after in (old, new) or (name == "record" and _has_part_of_the_sound(after, new))


def _has_part_of_the_sound(after: View, new: View) -> bool:
    return replace(after, sounds=()) == replace(new, sounds=()) and all(
        whole.startswith(part) for part, whole in zip(after.sounds, new.sounds, strict=True)
    )


def test_a_signed_text_is_whole_or_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never a version that is signed without its text, never two."""
    found: list[tuple[CaseInfo, bytes | None]] = []
    for number, folder in attempts(tmp_path):
        how = by(MemoryBackend())
        store = Store.open(folder, how)
        case = store.create(About(), NOW)
        case.save(Document.DRAFT, b"draft")
        cut = interrupted(case, lambda one: one.sign(NOW, "MK", b"released"), number, monkeypatch)
        store._lock.release()
        reopened(folder, how, lambda _, one: found.append((one.info, one.load(Document.RELEASED))))
        if not cut:
            break
    for info, released in found:
        assert (info.state is State.SIGNED) is (released == b"released")
    assert found[0][0].state is State.OPEN
    assert found[-1][0].state is State.SIGNED
