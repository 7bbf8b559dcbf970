"""Running text in sentences of the model, of which only those stay that the check bears out.

The model writes statement by statement, each from the clauses the statement quotes, so that every
sentence keeps its places in the dictation and its quote to fall back to. Whatever the model
writes, the draft has no finding afterwards that the quotes did not have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dokuhelfer.draft.check import check_draft
from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.llm import sentences
from dokuhelfer.draft.llm.grounded import is_grounded
from dokuhelfer.draft.llm.interview import Interview, Wish
from dokuhelfer.draft.llm.wordings import (
    Place,
    marked,
    quoted,
    unsupported,
    with_texts,
)
from dokuhelfer.draft.model import Draft, DraftField, Origin, Statement
from dokuhelfer.draft.prepared import Prepared
from dokuhelfer.draft.template.model import Field, FieldType, Template
from dokuhelfer.errors import Code, DokuError

Writing = Callable[[str, str], None]
"""Hears a field's id and the next characters written for it."""

_BY_PROGRAM = frozenset({Origin.RULES, Origin.LLM})
_ROUNDS = 4
"""Each takes back at least one sentence; what is left in doubt then is quoted altogether."""


@dataclass(frozen=True, slots=True)
class Phrasing:
    """What sentences are written with and checked against."""

    interview: Interview
    template: Template
    context: Context
    prepared: Prepared
    writing: Writing = lambda field, text: None

    def check(self, draft: Draft) -> Draft:
        """The draft with the findings it has now."""
        return check_draft(draft, self.template, self.context, self.prepared)


def phrase(draft: Draft, work: Phrasing, field: str | None = None, remark: str = "") -> Draft:
    """A checked draft with fields of running text in sentences.

    Args:
        field: the one text field to do, whatever its template says; None: all that the
            template gives free (`Field.prose`).
        remark: a wish of the person at the screen.

    Raises:
        DokuError: the model was lost; ``draft`` is as good as before.
    """
    fields = [one for one in work.template.fields if _is_meant(one, field)]
    base = quoted(draft, {one.id for one in fields})
    base = draft if base is draft else work.check(base)
    texts: dict[Place, str] = {}
    for one in fields:
        texts.update(_written(base.fields[one.id], one, work, remark))
    return _borne_out(base, texts, work)


def _is_meant(one: Field, field: str | None) -> bool:
    if one.type is not FieldType.TEXT:
        return False
    return one.prose if field is None else one.id == field


def phrase_ahead(
    fields: Mapping[str, DraftField], work: Phrasing, enough: Callable[[], bool]
) -> None:
    """Have the sentences written that `phrase` would ask for now: it finds them then.

    Args:
        enough: asked behind each sentence; True leaves the others for later.

    Raises:
        Paused: as the interview's ``go_on`` says.
        DokuError: as `phrase`.
    """
    for field in work.template.fields:
        if _is_meant(field, None):
            for _ in _written(fields[field.id], field, work, ""):
                if enough():
                    return


def _written(
    content: DraftField, field: Field, work: Phrasing, remark: str
) -> Iterator[tuple[Place, str]]:
    """A text for each statement of the field that the model wrote one for."""
    for number, statement in enumerate(content.statements):
        if statement.origin not in _BY_PROGRAM or not statement.evidence:
            continue
        clauses = work.interview.clauses_at(statement.evidence)
        if not clauses:
            continue
        try:
            text = _sentence(statement, field, remark, clauses, work)
        except DokuError as error:
            if error.code is not Code.DICTATION_TOO_LONG:
                raise
            text = ""  # no room for these clauses: they stay as they were said
        yield (field.id, number), sentences.tidied(text, statement.text)


def _sentence(
    statement: Statement, field: Field, remark: str, clauses: Sequence[Clause], work: Phrasing
) -> str:
    wish = Wish(
        field=field,
        remark=remark,
        most=sentences.most_tokens(statement.text),
        letters=sentences.letters(statement.text),
        near=f" {' '.join(statement.text.split())}",
    )
    parts = []
    for part in work.interview.sentence(wish, clauses):
        work.writing(field.id, part)
        parts.append(part)
    work.writing(field.id, "\n")
    return "".join(parts)


def _borne_out(base: Draft, texts: Mapping[Place, str], work: Phrasing) -> Draft:
    """The draft with those of the texts that bring no finding and lose nothing."""
    wanted = {
        place: text
        for place, text in texts.items()
        if _may_stand(text, _text(base, place), _person(base))
    }
    refused = texts.keys() - wanted.keys()
    for _ in range(_ROUNDS):
        made = work.check(with_texts(base, wanted))
        doubtful = unsupported(made, base, wanted.keys())
        if not doubtful:
            return marked(made, refused)
        refused |= doubtful
        wanted = {place: text for place, text in wanted.items() if place not in doubtful}
    return marked(base, texts.keys())


def _may_stand(text: str, quote: str, person: str) -> bool:
    if text == quote:
        return True
    return sentences.is_plausible(text, quote) and is_grounded(text, quote, person)


def _person(draft: Draft) -> str:
    """Whom it is about; empty where no field says so."""
    field = draft.fields.get("person")
    return str(field.value) if field is not None and field.value is not None else ""


def _text(draft: Draft, place: Place) -> str:
    return draft.fields[place[0]].statements[place[1]].text
