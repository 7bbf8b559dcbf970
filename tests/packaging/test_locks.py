"""The locks are whole, name no index or machine, and agree with pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = REPOSITORY / "requirements"
LOCKS = sorted(FOLDER.glob("*.txt"))
ENTRY = re.compile(r"([A-Za-z0-9._-]+)==([^ ;\\]+)(?: ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def names(lock: Path) -> set[str]:
    return {canonical(match[1]) for match in ENTRY.finditer(lock.read_text("utf-8"))}


def requirements(text: str) -> set[str]:
    lines = (line.split("#")[0].strip().replace(" ", "") for line in text.splitlines())
    return {line for line in lines if line and not line.startswith("-")}


def test_every_list_has_its_lock() -> None:
    assert [path.stem for path in LOCKS] == sorted(path.stem for path in FOLDER.glob("*.in"))
    assert {"run", "test", "build", "llm"} <= {path.stem for path in LOCKS}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_a_lock_holds_versions_and_hashes_only(lock: Path) -> None:
    lines = [line for line in lock.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert lines
    for line in lines:
        assert ENTRY.fullmatch(line) or HASH.fullmatch(line), line


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_every_entry_has_a_hash(lock: Path) -> None:
    text = lock.read_text("utf-8")
    for entry in re.split(r"\n(?=[A-Za-z0-9])", text):
        if "==" in entry:
            assert "--hash=sha256:" in entry, entry.split()[0]


def test_the_run_list_is_the_projects() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {line.replace(" ", "") for line in project["dependencies"]}
    assert requirements((FOLDER / "run.in").read_text("utf-8")) == declared
    for name in ("llm", "window"):
        extra = {line.replace(" ", "") for line in project["optional-dependencies"][name]}
        assert requirements((FOLDER / f"{name}.in").read_text("utf-8")) == extra


def test_no_list_brings_torch() -> None:
    for lock in LOCKS:
        assert not names(lock) & {"torch", "triton", "openai-whisper"}


def test_windows_is_covered() -> None:
    # Packages that only Windows installs, and the Windows files of one that ships native code.
    assert {"colorama", "pywin32-ctypes"} <= names(FOLDER / "run.txt")


def test_locks_with_a_package_in_common_agree() -> None:
    # Each is installed beside the run lock into the same environment.
    def versions(lock: Path) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for match in ENTRY.finditer(lock.read_text("utf-8")):
            found.setdefault(canonical(match[1]), set()).add(match[2])
        return found

    run = versions(FOLDER / "run.txt")
    for name in ("build", "test", "window", "llm", "freeze"):
        for package, version in versions(FOLDER / f"{name}.txt").items():
            assert run.get(package, version) == version, f"{package} in {name}"
