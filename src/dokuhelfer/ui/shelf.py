"""The templates that may be chosen, in the organisation's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dokuhelfer.config.schema import Settings
from dokuhelfer.draft.template.heading import Heading, shipped_headings
from dokuhelfer.draft.template.model import Release, Template

_FIRST = ("pflegebericht", "schichtuebergabe", "vitalwerte", "sturzprotokoll")
"""The order of the tiles until an organisation sets its own."""


class Shelf(Mapping[str, Template]):
    """Shipped templates by id. Which there are is known at once; each is read when it is used.

    Reading all of them takes a fifth of the window's start.
    """

    def __init__(self, headings: Iterable[Heading]) -> None:
        self.titles: Mapping[str, str] = {one.id: one.title for one in headings}
        self._read: dict[str, Template] = {}

    def __getitem__(self, id: str) -> Template:
        if id not in self.titles:
            raise KeyError(id)
        if id not in self._read:
            from dokuhelfer.draft.template.load import load_template  # what checks them

            # Two threads may both read one: they find the same.
            self._read[id] = load_template(id)
        return self._read[id]

    def __contains__(self, id: object) -> bool:
        return id in self.titles

    def __iter__(self) -> Iterator[str]:
        return iter(self.titles)

    def __len__(self) -> int:
        return len(self.titles)


def offered_templates(settings: Settings) -> Mapping[str, Template]:
    """Id → template; those held back only where the organisation has cleared them.

    Templates of an organisation are all read and checked: a broken one is not offered.
    """
    if not settings.template_folders:
        return Shelf(_in_order(shipped_headings(), settings))
    from dokuhelfer.draft.template.load import list_templates

    found = {template.id: template for template in list_templates(settings.template_folders)}
    headings = (Heading(one.id, one.title, one.release) for one in found.values())
    return {one.id: found[one.id] for one in _in_order(headings, settings)}


def titles_of(templates: Mapping[str, Template]) -> Mapping[str, str]:
    """Id → title, in order; reads no template for it."""
    if isinstance(templates, Shelf):
        return templates.titles
    return {id: template.title for id, template in templates.items()}


def _in_order(headings: Iterable[Heading], settings: Settings) -> tuple[Heading, ...]:
    found = {
        one.id: one
        for one in headings
        if one.release is not Release.AFTER_CLEARANCE or one.id in settings.cleared_templates
    }
    first = [id for id in _FIRST if id in found]
    rest = sorted((id for id in found if id not in first), key=lambda id: found[id].title)
    return tuple(found[id] for id in (*first, *rest))
