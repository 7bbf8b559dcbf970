"""Gold dictations: what was said, what a draft of it has to hold and must not hold.

Format: a folder of ``.json`` files, each a list of cases. A case has ``id``, ``template`` and
``dictation`` (text), or ``audio`` (a recording, relative to the folder) with or without the
dictation as it was meant. All else may be absent: a case without ``gold`` measures no check,
one without ``must_contain`` no recall. A dictation about several persons names ``drafts``
instead of a template (see `rounds`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NoReturn

from dokuhelfer import jsonio
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.json import context_from_json
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.files import read_input

Fields = Mapping[str, object]
"""Values of a draft in plain JSON types, by field id."""


AUTO = "auto"
"""Template of a case that names ``drafts`` instead: the dictation is cut first."""


@dataclass(frozen=True, slots=True)
class WantedDraft:
    """One draft that a dictation about several persons has to yield.

    ``person`` is None where it is about all; ``facts`` are as in ``must_contain``.
    """

    person: str | None
    template: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One gold dictation.

    Attributes:
        file: name of the gold file it stands in, without its ending.
        dictation: what was said; None for a recording of which no text is given.
        audio: the recording; None for a text case.
        gold: a correct draft, paraphrasing or not; None where none is given.
        exact: paths of fields that must equal those of ``gold``.
        must_contain, must_not_contain_in: wanted or forbidden texts by path.
        counts: how many entries a group has.
        drafts: what a dictation about several persons has to be cut into, else None.
        uncovered: of such a dictation, what belongs to nobody.
        part: which part of a file it belongs to (``part`` or ``group``), such as "unseen".
    """

    id: str
    file: str
    template: str
    dictation: str | None
    audio: Path | None
    context: Context
    gold: Fields | None = None
    exact: tuple[str, ...] = ()
    must_contain: Mapping[str, tuple[str, ...]] | None = None
    must_not_contain: tuple[str, ...] = ()
    must_not_contain_in: Mapping[str, tuple[str, ...]] | None = None
    empty_fields: tuple[str, ...] = ()
    counts: Mapping[str, int] | None = None
    drafts: tuple[WantedDraft, ...] | None = None
    uncovered: tuple[str, ...] = ()
    form: str | None = None
    part: str | None = None
    tags: tuple[str, ...] = ()


def gold_files(folder: Path) -> tuple[Path, ...]:
    """The gold files of a folder, sorted by name.

    Raises:
        DokuError: `GOLD_MISSING` when it is no folder or holds no ``.json`` file.
    """
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".json")
    except OSError:
        found = []
    if not found:
        raise DokuError(Code.GOLD_MISSING)
    return tuple(found)


def read_gold(path: Path) -> tuple[Case, ...]:
    """The cases of one file, in its order.

    Raises:
        DokuError: what reading a file raises; `JSON_WRONG_FORMAT` with the place
            (``3/exact``, counted from 0); `CONTEXT_BROKEN`.
    """
    return cases_of(jsonio.parse(read_input(path)), path.stem, path.parent)


def cases_of(value: object, file: str, folder: Path) -> tuple[Case, ...]:
    """The cases of parsed JSON; ``folder`` is where recordings lie. Raises like `read_gold`."""
    if not isinstance(value, list):
        _refuse("[]")
    cases = tuple(_case(_Case(item, str(n)), file, folder) for n, item in enumerate(value))
    seen: set[str] = set()
    for number, case in enumerate(cases):
        if case.id in seen:
            _refuse(f"{number}/id")
        seen.add(case.id)
    return cases


def _case(item: _Case, file: str, folder: Path) -> Case:
    audio = item.audio("audio", folder)
    dictation = item.text_or_none("dictation")
    if audio is None and (dictation is None or not dictation.strip()):
        item.refuse("dictation")
    gold = item.mapping("gold")
    exact = item.texts("exact")
    if exact and gold is None:
        item.refuse("gold")
    drafts = item.drafts("drafts")
    return Case(
        id=item.text("id"),
        file=file,
        template=item.text("template") if drafts is None else AUTO,
        dictation=dictation,
        audio=audio,
        context=context_from_json(item.mapping("context") or {}),
        gold=gold,
        exact=exact,
        must_contain=item.texts_by_path("must_contain"),
        must_not_contain=item.texts("must_not_contain"),
        must_not_contain_in=item.texts_by_path("must_not_contain_in"),
        empty_fields=item.texts("empty_fields"),
        counts=item.counts("counts"),
        drafts=drafts,
        uncovered=item.texts("uncovered"),
        form=item.text_or_none("form"),
        part=item.text_or_none("part") or item.text_or_none("group"),
        tags=item.texts("tags"),
    )


def _refuse(place: str) -> NoReturn:
    raise DokuError(Code.JSON_WRONG_FORMAT, place=place)


class _Case:
    """One object of the list, read strictly where a key is there."""

    def __init__(self, value: object, place: str) -> None:
        if not isinstance(value, Mapping):
            _refuse(place)
        self._value: Mapping[str, object] = value
        self._place = place

    def refuse(self, key: str) -> NoReturn:
        _refuse(f"{self._place}/{key}")

    def text(self, key: str) -> str:
        value = self._value.get(key)
        return value if isinstance(value, str) and value.strip() else self.refuse(key)

    def text_or_none(self, key: str) -> str | None:
        value = self._value.get(key)
        return value if value is None or isinstance(value, str) else self.refuse(key)

    def texts(self, key: str) -> tuple[str, ...]:
        return self._row(self._value.get(key), key)

    def mapping(self, key: str) -> Mapping[str, object] | None:
        value = self._value.get(key)
        return value if value is None or isinstance(value, Mapping) else self.refuse(key)

    def texts_by_path(self, key: str) -> dict[str, tuple[str, ...]]:
        return {path: self._row(row, key) for path, row in (self.mapping(key) or {}).items()}

    def counts(self, key: str) -> dict[str, int]:
        return dict(self._counts(key))

    def drafts(self, key: str) -> tuple[WantedDraft, ...] | None:
        value = self._value.get(key)
        if value is None:
            return None
        if not isinstance(value, list) or not value:
            self.refuse(key)
        items = [_Case(item, f"{self._place}/{key}/{n}") for n, item in enumerate(value)]
        return tuple(
            WantedDraft(item.text_or_none("person"), item.text("template"), item.texts("facts"))
            for item in items
        )

    def audio(self, key: str, folder: Path) -> Path | None:
        """A recording beside or below the gold file, wherever the folder is moved to."""
        name = self.text_or_none(key)
        if name is None:
            return None
        relative = PurePosixPath(name)
        if not name or relative.is_absolute() or ".." in relative.parts:
            self.refuse(key)
        return folder / relative

    def _counts(self, key: str) -> Iterator[tuple[str, int]]:
        for name, count in (self.mapping(key) or {}).items():
            if isinstance(count, bool) or not isinstance(count, int | float):
                self.refuse(key)
            if not math.isfinite(count) or count != int(count) or count < 0:
                self.refuse(key)
            yield name, int(count)

    def _row(self, value: object, key: str) -> tuple[str, ...]:
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.refuse(key)
        return tuple(value)
