"""The top lines of a template say of it what the whole one says."""

from __future__ import annotations

from dokuhelfer.draft.template.heading import Heading, shipped_headings
from dokuhelfer.draft.template.load import list_templates


def test_they_are_those_of_the_shipped_templates() -> None:
    whole = [Heading(one.id, one.title, one.release) for one in list_templates()]
    assert list(shipped_headings()) == whole
