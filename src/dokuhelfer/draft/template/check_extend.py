"""Mistakes of a template file that extends another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dokuhelfer.draft.template.check_keys import check_keys, check_words
from dokuhelfer.draft.template.extend import Table, tables
from dokuhelfer.draft.template.mistake import Mistake, Problem, closest, shown
from dokuhelfer.draft.template.schema import CHILD_FIELD_KEYS, CHILD_KEYS


def check_form(child: Table, file: str) -> Iterator[Mistake]:
    """Keys and values of a child's own table, before it is laid over its parent."""
    yield from check_keys(child, CHILD_KEYS, file)
    yield from check_words(child, CHILD_KEYS, file)
    yield from _check_form_of_fields(tables(child.get("felder")), file, "")


def _check_form_of_fields(fields: Sequence[Table], file: str, group: str) -> Iterator[Mistake]:
    for number, field in enumerate(fields, start=1):
        id = field.get("id")
        name = group + (id if isinstance(id, str) else f"#{number}")
        yield from check_keys(field, CHILD_FIELD_KEYS, file, name)
        yield from check_words(field, CHILD_FIELD_KEYS, file, name)
        yield from _check_form_of_fields(tables(field.get("felder")), file, f"{name}.")


def check_against(child: Table, parent: Table, file: str) -> Iterator[Mistake]:
    """What a child with a table of the right form says about fields its parent has not."""
    own, inherited = tables(child.get("felder")), tables(parent.get("felder"))
    yield from _check_fields(own, inherited, file, "")
    ids = _ids(inherited) | _ids(own)
    order = child.get("reihenfolge")
    for id in order if isinstance(order, list) else ():
        if id not in ids:
            yield Mistake(
                file,
                Problem.FIELD_UNKNOWN,
                key="reihenfolge",
                value=shown(id),
                suggestion=closest(id, sorted(ids)),
            )


def _check_fields(
    own: Sequence[Table], inherited: Sequence[Table], file: str, group: str
) -> Iterator[Mistake]:
    known = {str(field.get("id")): field for field in inherited}
    ids = _ids(inherited) | _ids(own)
    for field in own:
        id = str(field["id"])
        name = f"{group}{id}"
        after = field.get("nach")
        if isinstance(after, str) and (after not in ids or after == id):
            suggestion = closest(after, sorted(ids - {id}))
            yield Mistake(
                file, Problem.FIELD_UNKNOWN, name, "nach", shown(after), suggestion=suggestion
            )
        if id in known:
            yield from _check_changes(field, known[id], file, name)
        elif "typ" not in field:
            suggestion = closest(id, known)
            yield Mistake(file, Problem.FIELD_UNKNOWN, name, "id", shown(id), suggestion=suggestion)


def _check_changes(field: Table, inherited: Table, file: str, name: str) -> Iterator[Mistake]:
    was = str(inherited.get("typ"))
    if "typ" in field and field["typ"] != was:
        yield Mistake(
            file, Problem.TYPE_CHANGED, name, "typ", shown(field["typ"]), was, suggestion=was
        )
        return
    members = tables(field.get("felder"))
    if members:
        yield from _check_fields(members, tables(inherited.get("felder")), file, f"{name}.")


def _ids(fields: Sequence[Table]) -> set[str]:
    return {str(field.get("id")) for field in fields}
