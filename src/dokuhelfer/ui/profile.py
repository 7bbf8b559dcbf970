"""Who documents: initials, name, qualification; what stands below a signed text.

Kept in the user's own settings folder until profiles with a PIN replace it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from dokuhelfer.config.load import user_folder
from dokuhelfer.files import replacing

_FILE = "profile.toml"
_MOST = 80


@dataclass(frozen=True, slots=True)
class Profile:
    """The person at this device. Everything may be ""."""

    initials: str = ""
    name: str = ""
    role: str = ""

    @property
    def line(self) -> str:
        """„Maria Kessler (MK), Pflegefachkraft“."""
        who = f"{self.name} ({self.initials})" if self.name else self.initials
        return f"{who}, {self.role}" if self.role else who


def load_profile(folder: Path | None = None) -> Profile:
    """The profile of this user; an empty one where there is none to be read."""
    try:
        text = ((folder or user_folder()) / _FILE).read_text("utf-8")
        table = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return Profile()
    values = (str(table.get(key, ""))[:_MOST] for key in ("initials", "name", "role"))
    return Profile(*values)


def save_profile(profile: Profile, folder: Path | None = None) -> None:
    """Keep it.

    Raises:
        DokuError: the folder cannot be written.
    """
    place = folder or user_folder()
    place.mkdir(parents=True, exist_ok=True)
    lines = (
        f'{key} = "{_escaped(value)}"\n'
        for key, value in (
            ("initials", profile.initials), ("name", profile.name), ("role", profile.role),
        )
    )  # fmt: skip
    with replacing(place / _FILE) as stream:
        stream.write("".join(lines).encode())


def _escaped(value: str) -> str:
    plain = "".join(letter for letter in value if letter.isprintable())
    return plain.replace("\\", "\\\\").replace('"', '\\"')
