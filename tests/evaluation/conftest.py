from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dokuhelfer.evaluation.gold import Case, cases_of

MakeCase = Callable[..., Case]


@pytest.fixture
def make_case(tmp_path: Path) -> MakeCase:
    """A case of what is given, read as a gold file is."""

    def made(**given: Any) -> Case:
        whole = {"id": "c1", "template": "pflegebericht", "dictation": "Puls 72.", **given}
        return cases_of([whole], "cases", tmp_path)[0]

    return made
