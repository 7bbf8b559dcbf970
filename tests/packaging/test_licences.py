"""The licence collector: this environment passes, and everything unclear stops it."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import Distribution
from pathlib import Path

import pytest

import licences
from licences import Rules, examine, licence_ids, shipped

RULES = Rules.read(licences.HERE / "licences.toml")


def package(folder: Path, metadata: str, *files: str) -> Distribution:
    """An installed package as pip leaves it, with empty files."""
    info = folder / "thing-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: thing\nVersion: 1.0\n{metadata}")
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    (info / "RECORD").write_text("".join(f"{name},,\n" for name in files))
    return Distribution.at(info)


TEXT = "thing-1.0.dist-info/licenses/LICENSE"


def test_what_is_shipped_here_may_be_shipped(tmp_path: Path) -> None:
    folder = tmp_path / "licences"
    assert licences.main([str(folder)]) == 0
    overview = (folder / "THIRD-PARTY.txt").read_text("utf-8")
    assert "libx264" in overview
    assert "GPL-2.0-or-later" in overview
    assert (
        (folder / "general" / "GPL-2.0.txt").read_text("utf-8").lstrip().startswith("GNU GENERAL")
    )
    assert (folder / "general" / "Intel-Simplified-2022-10.txt").exists()
    assert (folder / "written-offer.txt").exists()
    for part in folder.iterdir():
        assert part.is_file() or list(part.iterdir()), f"{part.name} is empty"


def test_a_folder_that_exists_is_not_touched(tmp_path: Path) -> None:
    assert licences.main([str(tmp_path)]) == 1
    assert list(tmp_path.iterdir()) == []


def test_requirements_of_requirements_are_shipped_and_tools_are_not() -> None:
    names = {distribution.name.lower() for distribution in shipped("dokuhelfer", ())}
    assert {"dokuhelfer", "faster-whisper", "ctranslate2", "numpy", "lxml"} <= names
    assert not names & {"pytest", "mypy", "ruff", "colorama"}


def test_an_allowed_package_with_text_passes(tmp_path: Path) -> None:
    thing = package(tmp_path, "License-Expression: MIT OR Apache-2.0\n", TEXT)
    parts, objections = examine([thing], RULES)
    assert objections == []
    assert parts[0].licence == "MIT OR Apache-2.0"
    assert [text.name for text in parts[0].texts] == ["LICENSE"]


@pytest.mark.parametrize(
    ("metadata", "files", "objection"),
    [
        ("License: MIT\n", [TEXT], "thing: licence unknown"),
        ("License-Expression: AGPL-3.0-only\n", [TEXT], "AGPL-3.0-only is not on the list"),
        ("License-Expression: MIT AND CC-BY-NC-4.0\n", [TEXT], "CC-BY-NC-4.0 is not on the list"),
        ("License-Expression: MIT\n", [], "thing: no licence text"),
        ("License-Expression: MIT\n", ["thing/licenses.py"], "thing: no licence text"),
        (
            "License-Expression: MIT\n",
            [TEXT, "thing.libs/libnew-1.so.2"],
            "unknown library inside: libnew-1.so.2",
        ),
    ],
)
def test_what_is_unclear_is_refused(
    tmp_path: Path, metadata: str, files: list[str], objection: str
) -> None:
    _, objections = examine([package(tmp_path, metadata, *files)], RULES)
    assert any(objection in line for line in objections), objections


def test_a_forbidden_library_inside_is_refused(tmp_path: Path) -> None:
    thing = package(tmp_path, "License-Expression: MIT\n", TEXT, "thing.libs/libbad.so.1")
    rules = replace(RULES, bundled={"thing": {"libbad": "LicenseRef-Secret"}})
    _, objections = examine([thing], rules)
    assert objections == ["thing: LicenseRef-Secret is not on the list"]


def test_an_objection_leaves_no_folder(tmp_path: Path) -> None:
    strict = tmp_path / "licences.toml"
    text = (licences.HERE / "licences.toml").read_text("utf-8")
    strict.write_text(text.replace('"GPL-2.0-or-later", ', "", 1), encoding="utf-8")
    assert licences.main([str(tmp_path / "out"), "--rules", str(strict)]) == 1
    assert not (tmp_path / "out").exists()


def test_libraries_of_a_frozen_tree(tmp_path: Path) -> None:
    inside = tmp_path / "_internal"
    inside.mkdir()
    for name in ("libz.so.1", "libx264-d6533a8d.so.165", "libreadline.so.8", "base_library.zip"):
        (inside / name).touch()
    known, unknown = licences.frozen_libraries(tmp_path, RULES)
    assert known == {"libz.so.1": "Zlib", "libx264-d6533a8d.so.165": "GPL-2.0-or-later"}
    assert unknown == ["libreadline.so.8"]


def test_everything_on_the_tables_may_be_passed_on() -> None:
    tables = [RULES.system, *RULES.bundled.values()]
    for licence in {licence for table in tables for licence in table.values()}:
        assert licence_ids(licence) <= RULES.allowed


def test_parts_of_an_expression() -> None:
    assert licence_ids("(MIT OR Apache-2.0) AND GPL-3.0-or-later WITH GCC-exception-3.1") == {
        "MIT",
        "Apache-2.0",
        "GPL-3.0-or-later WITH GCC-exception-3.1",
    }


def test_every_text_that_is_named_is_there() -> None:
    named = [*RULES.texts.values()]
    named += [name for told in RULES.packages.values() for name in told.get("texts", ())]
    for name in named:
        assert (licences.TEXTS / name).stat().st_size > 500, name
