"""A round becomes two dictations: whatever write fails, both are there or the round is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from dokuhelfer import jsonio
from dokuhelfer.draft.context import Context
from dokuhelfer.errors import DokuError
from dokuhelfer.store.case import Case
from dokuhelfer.store.model import About, Document, Refused
from dokuhelfer.store.store import Store
from dokuhelfer.transcript.json import from_json, from_text, to_json
from dokuhelfer.ui.dividing import Part, keep_divided, settle_divided
from dokuhelfer.ui.left_open import plan_from_json, plan_to_json
from dokuhelfer.ui.work import AUTO, Plan
from dokutest.broken_disk import fail_after
from dokutest.stores import NOW, MemoryBackend, by

WHOLE = "Frau Kern hat gut geschlafen. Herr Wolf hatte Schmerzen."
WRITES = 9
"""One says what comes, three for the other's, one decides, three for its own, one ends it."""


def part(person: str, text: str) -> Part:
    plan = Plan("pflegebericht", Context(person=person))
    return Part(person, plan, from_text(text), jsonio.dump({"of": person}))


KERN = part("Frau Kern", "Frau Kern hat gut geschlafen.")
WOLF = part("Herr Wolf", "Herr Wolf hatte Schmerzen.")


def made(store: Store) -> tuple[Case, Case]:
    """The round's case as it was kept, and an empty one for the other person."""
    source = store.create(About(template=AUTO), NOW)
    source.save(Document.TRANSCRIPT, jsonio.dump(to_json(from_text(WHOLE))))
    source.save(Document.CONTEXT, jsonio.dump(plan_to_json(Plan(AUTO, Context()))))
    return source, store.create(WOLF.plan.about, NOW)


def held(case: Case) -> tuple[str, str, bool]:
    """Template, words, and whether there is a reading of it."""

    def load(document: Document) -> object:
        kept = case.load(document)
        return jsonio.parse(kept) if kept else None

    plan = plan_from_json(load(Document.CONTEXT))
    text = from_json(load(Document.TRANSCRIPT)).segments[0].text
    return f"{plan.template} {plan.context.person}", text, load(Document.REVIEW) is not None


def after(store: Store) -> list[tuple[str, str, bool]]:
    for info in store.cases().cases:
        with suppress(DokuError, Refused):  # the other case is gone then
            settle_divided(store, store.case(info.id))
    return sorted(held(store.case(info.id)) for info in store.cases().cases)


UNDIVIDED = [(f"{AUTO} None", WHOLE, False)]
DIVIDED = [
    ("pflegebericht Frau Kern", "Frau Kern hat gut geschlafen.", True),
    ("pflegebericht Herr Wolf", "Herr Wolf hatte Schmerzen.", True),
]


@pytest.mark.parametrize("dead", [True, False])
@pytest.mark.parametrize("writes", range(WRITES))
def test_whichever_write_fails_all_is_there_once(
    writes: int, dead: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = MemoryBackend()
    with Store.open(tmp_path / "store", by(backend)) as store:
        source, other = made(store)
        with monkeypatch.context() as broken:
            fail_after(broken, writes, dead=dead)
            with pytest.raises(DokuError):
                keep_divided(source, KERN, [(other, WOLF)])
    with Store.open(tmp_path / "store", by(backend)) as store:
        # Before the first note nothing says what the other case is for: it is empty.
        empty = [
            one for one in store.cases().cases if not store.case(one.id).load(Document.CONTEXT)
        ]
        if writes == 0:
            assert [one.id for one in empty] == [other.info.id]
            store.destroy(other.info.id)
        assert after(store) == (UNDIVIDED if writes <= WRITES - 5 else DIVIDED)


@pytest.mark.parametrize("look", [lambda store: None, after])
def test_where_nothing_fails_both_are_kept(look: Callable[[Store], object], tmp_path: Path) -> None:
    with Store.open(tmp_path / "store", by(MemoryBackend())) as store:
        source, other = made(store)
        keep_divided(source, KERN, [(other, WOLF)])
        look(store)
        assert after(store) == DIVIDED


def test_what_was_said_goes_with_the_sources(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store", by(MemoryBackend())) as store:
        source, other = made(store)
        keep_divided(source, KERN, [(other, WOLF)])
        source.sign(NOW, "AB", b"signed")
        source.destroy_sources()
        assert source.load(Document.DIVIDED) is None
