"""Collect the licence texts of everything an installer carries; refuse what must not be in it.

    python packaging/licences.py FOLDER [--extra llm] [--frozen FOLDER]

Run with the Python whose environment is shipped. Looks at ``dokuhelfer`` and everything it
requires there, at the shared libraries inside those wheels, and at those that freezing took from
the build machine. Writes one folder per package, the
general texts, the written offer and ``THIRD-PARTY.txt``. Ends 1 and writes nothing if a licence is
unknown, is not on the list of licences.toml, or has no text.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePath
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HERE = Path(__file__).resolve().parent
TEXTS = HERE / "licence-texts"
_TEXT_NAME = re.compile(r"(licen[cs]e|copying|notice|thirdparty)", re.IGNORECASE)
_NOT_A_TEXT = {".py", ".pyc", ".pyi", ".so", ".dll"}
_LIBRARY = re.compile(r"\.(so|dll|dylib)(\.|$)")


@dataclass(frozen=True, slots=True)
class Rules:
    """What licences.toml says."""

    allowed: frozenset[str]
    packages: Mapping[str, Mapping[str, Any]]
    bundled: Mapping[str, Mapping[str, str]]
    system: Mapping[str, str]
    texts: Mapping[str, str]

    @classmethod
    def read(cls, path: Path) -> Rules:
        """Parse the file; a missing key is a KeyError."""
        data = tomllib.loads(path.read_text("utf-8"))
        names = ("packages", "bundled", "system", "texts")
        return cls(frozenset(data["allowed"]), *(data[name] for name in names))


@dataclass(frozen=True, slots=True)
class Part:
    """One shipped package: its licence, its texts, the libraries it carries."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]
    libraries: Mapping[str, str] = field(default_factory=dict)


def licence_ids(expression: str) -> set[str]:
    """The identifiers of an SPDX expression; ``X WITH Y`` counts as one.

    Both sides of an OR are returned: where only one of them is acceptable, licences.toml says
    which one is chosen.
    """
    plain = expression.replace("(", " ").replace(")", " ")
    return {part.strip() for part in re.split(r"\s+(?:AND|OR)\s+", plain) if part.strip()}


def shipped(root: str, extras: Sequence[str]) -> list[Distribution]:
    """``root`` and all it requires in this environment, by name.

    Raises:
        PackageNotFoundError: something required is not installed.
    """
    found: dict[str, Distribution] = {}
    waiting = [(root, tuple(extras))]
    while waiting:
        name, wanted_extras = waiting.pop()
        package = distribution(name)
        key = canonicalize_name(package.name)
        if key in found and not wanted_extras:
            continue
        found[key] = package
        for line in package.requires or ():
            requirement = Requirement(line)
            if _applies(requirement, wanted_extras) and (
                canonicalize_name(requirement.name) not in found
            ):
                waiting.append((requirement.name, tuple(requirement.extras)))
    return [found[name] for name in sorted(found)]


def _applies(requirement: Requirement, extras: Sequence[str]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def licence_of(package: Distribution, rules: Rules) -> str | None:
    """SPDX expression from our table or the package's ``License-Expression``."""
    told = rules.packages.get(canonicalize_name(package.name))
    if told is not None:
        return str(told["licence"])
    # PackageMetadata has no get() in the type stubs of 3.11.
    values = package.metadata.get_all("License-Expression") or []
    return str(values[0]) if values else None


def texts_of(package: Distribution, rules: Rules) -> tuple[Path, ...]:
    """The package's licence files; those we keep for it where it brings none."""
    own = [
        Path(str(package.locate_file(file)))
        for file in package.files or ()
        if _TEXT_NAME.search(file.name) and PurePath(file.name).suffix not in _NOT_A_TEXT
    ]
    told = rules.packages.get(canonicalize_name(package.name), {})
    kept = [TEXTS / name for name in told.get("texts", ())]
    return tuple(path for path in [*own, *kept] if path.is_file())


def _sorted_out(names: Iterable[str], table: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The libraries with their licences by the longest fitting beginning, and the unknown ones."""
    known: dict[str, str] = {}
    unknown: list[str] = []
    for name in names:
        matches = [start for start in table if name.startswith(start)]
        if matches:
            known[name] = table[max(matches, key=len)]
        else:
            unknown.append(name)
    return known, unknown


def libraries_of(package: Distribution, rules: Rules) -> tuple[dict[str, str], list[str]]:
    """Licences of the shared libraries in the wheel's ``*.libs`` folder, and the unknown ones."""
    names = [
        file.name
        for file in package.files or ()
        if file.parts[0].endswith(".libs") and _LIBRARY.search(file.name)
    ]
    return _sorted_out(names, rules.bundled.get(canonicalize_name(package.name), {}))


def frozen_libraries(folder: Path, rules: Rules) -> tuple[dict[str, str], list[str]]:
    """The same for the libraries that lie at the top of a frozen tree.

    PyInstaller puts there what it found on the build machine, and links to the wheels' libraries.
    """
    table = dict(rules.system)
    for libraries in rules.bundled.values():
        table |= libraries
    names = {path.name for path in (folder / "_internal").iterdir() if _LIBRARY.search(path.name)}
    return _sorted_out(sorted(names), table)


def examine(packages: Iterable[Distribution], rules: Rules) -> tuple[list[Part], list[str]]:
    """Every package as a `Part`, and one line per objection."""
    parts: list[Part] = []
    objections: list[str] = []
    for package in packages:
        licence = licence_of(package, rules)
        texts = texts_of(package, rules)
        libraries, unknown = libraries_of(package, rules)
        objections += [f"{package.name}: unknown library inside: {name}" for name in unknown]
        if licence is None:
            objections.append(f"{package.name}: licence unknown (no SPDX expression)")
            continue
        ids = set.union(licence_ids(licence), *(licence_ids(one) for one in libraries.values()))
        objections += [
            f"{package.name}: {one} is not on the list" for one in sorted(ids - rules.allowed)
        ]
        if not texts:
            objections.append(f"{package.name}: no licence text")
        parts.append(Part(package.name, package.version, licence, texts, libraries))
    return parts, objections


def write(parts: Sequence[Part], frozen: Mapping[str, str], rules: Rules, folder: Path) -> None:
    """Write the texts and the overview; ``folder`` must not exist yet."""
    folder.mkdir(parents=True)
    lines = ["Third-party parts of this installation", ""]
    needed: set[str] = set()
    for part in parts:
        target = folder / canonicalize_name(part.name)
        target.mkdir()
        for number, text in enumerate(part.texts):
            # Two files of a wheel may bear the same name in different folders.
            shutil.copyfile(text, target / (f"{number}-{text.name}" if number else text.name))
        lines.append(f"{part.name} {part.version}: {part.licence}")
        for library, licence in sorted(part.libraries.items()):
            lines.append(f"    {library}: {licence}")
            needed |= licence_ids(licence)
    for library, licence in frozen.items():
        lines.append(f"{library}: {licence}")
        needed |= licence_ids(licence)
    general = folder / "general"
    general.mkdir()
    for name in sorted({rules.texts[one] for one in needed if one in rules.texts}):
        shutil.copyfile(TEXTS / name, general / name)
    shutil.copyfile(TEXTS / "written-offer.txt", folder / "written-offer.txt")
    (folder / "THIRD-PARTY.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry point; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--extra", action="append", default=[], help="extra of dokuhelfer shipped")
    parser.add_argument("--frozen", type=Path, help="frozen tree whose libraries are looked at too")
    parser.add_argument("--rules", type=Path, default=HERE / "licences.toml")
    chosen = parser.parse_args(arguments)
    rules = Rules.read(chosen.rules)
    try:
        packages = shipped("dokuhelfer", chosen.extra)
    except PackageNotFoundError as error:
        sys.stderr.write(f"not installed here: {error.name}\n")
        return 1
    if chosen.folder.exists():
        sys.stderr.write("the folder exists already\n")
        return 1
    parts, objections = examine(packages, rules)
    frozen: dict[str, str] = {}
    if chosen.frozen is not None:
        frozen, unknown = frozen_libraries(chosen.frozen, rules)
        objections += [f"unknown library in the frozen tree: {name}" for name in unknown]
    if objections:
        sys.stderr.write("\n".join(objections) + "\n")
        return 1
    write(parts, frozen, rules, chosen.folder)
    sys.stderr.write(f"{len(parts)} packages, {sum(len(p.texts) for p in parts)} texts\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
