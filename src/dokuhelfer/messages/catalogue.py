"""One sentence and the next step for every code, in German and English."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from dokuhelfer.errors import DokuError

LANGUAGES = ("de", "en")


@dataclass(frozen=True, slots=True)
class Message:
    """What happened, in one sentence, and what to do now (may be empty)."""

    text: str
    next: str


class Catalogue:
    """All sentences of one language, read once from ``messages/*<language>.toml``.

    Attributes:
        language: "de" or "en".
    """

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(language)
        self.language = language
        folder = resources.files("dokuhelfer.messages")
        self._tree: dict[str, Mapping[str, object]] = {}
        for name in (f"{language}.toml", f"template_{language}.toml"):
            self._tree |= tomllib.loads(folder.joinpath(name).read_text("utf-8"))

    def error(self, error: DokuError) -> Message:
        """The message of an error, its parameters filled in."""
        entry = self._tree["error"][error.code.value]
        assert isinstance(entry, Mapping)  # noqa: S101 - narrows the type only
        params = {name: self._called(name, value) for name, value in error.params.items()}
        return Message(
            _filled(str(entry["text"]), params),
            _filled(str(entry.get("next", "")), params),
        )

    def text(self, section: str, name: str, /, **params: str | int) -> str:
        """A sentence of another section, such as ``text("draft", "not_dictated")``."""
        return _filled(str(self._tree[section][name]), params)

    def codes(self) -> frozenset[str]:
        """Every error code the catalogue has a sentence for."""
        return frozenset(self._tree["error"])

    def keys(self, section: str) -> frozenset[str]:
        """The keys of a section."""
        return frozenset(self._tree[section])

    def _called(self, name: str, value: str | int) -> str | int:
        """What a parameter's value is called; where there is nothing to choose, itself."""
        called = self._tree.get(f"param_{name}", {}).get(str(value), value)
        return called if isinstance(called, str | int) else value


def error_line(catalogue: Catalogue, error: DokuError) -> str:
    """The sentence and the next step, on one line."""
    message = catalogue.error(error)
    return f"{message.text} {message.next}".strip()


def _filled(text: str, params: Mapping[str, str | int]) -> str:
    for name, value in params.items():
        text = text.replace("{" + name + "}", str(value))
    return text
