"""The conversation with the model about one dictation: clause by clause, one letter each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.llm import prompt
from dokuhelfer.draft.llm.language import Language
from dokuhelfer.draft.template.model import Field, Template

_PAGE_LETTERS = 2400
"""Letters of the clauses shown at once: about 800 tokens of German, three minutes of speech."""
_PAGE_CLAUSES = 60

Progress = Callable[[int, int], None]
"""Called with how many clauses are decided, of how many."""


class Interview:
    """Asks which field a clause goes to.

    A long dictation is shown page by page, so that the prompt stays within what the model
    can hold; nothing is left out.

    Args:
        language: the model; its prompt is begun anew with the first question.
    """

    def __init__(
        self, language: Language, template: Template, clauses: Sequence[Clause], progress: Progress
    ) -> None:
        self._language = language
        self._template = template
        self._letters = prompt.letters(template)
        self._clauses = {clause.number: clause for clause in clauses}
        self._pages = _pages(clauses)
        self._page: tuple[Clause, ...] = ()
        self._fixed = 0
        self._last = ""
        self._asked = 0
        self._progress = progress

    def field_of(self, number: int, fields: Sequence[Field]) -> Field | None:
        """Which of ``fields`` the clause of that number goes to; None where the model names
        none, and for clauses it was not shown."""
        offered = [field for field in fields if field in self._letters]
        clause = self._clauses.get(number)
        if clause is None or not offered:
            return None
        self._show(clause)
        options = [*(self._letters[field] for field in offered), prompt.NONE]
        self._language.append(prompt.question(clause, self._last))
        chosen = self._language.choose([prompt.answer(letter) for letter in options])
        self._last = prompt.answer(options[chosen])
        self._asked += 1
        self._progress(self._asked, len(self._clauses))
        return offered[chosen] if chosen < len(offered) else None

    def _show(self, clause: Clause) -> None:
        """Have the clause's page in the prompt."""
        if clause in self._page:
            return
        if not self._fixed:
            self._fixed = self._language.begin(prompt.task(self._template))
        elif self._page:
            self._language.rewind(self._fixed)
        self._page = next(page for page in self._pages if clause in page)
        self._language.append(prompt.numbered(self._page))
        self._last = ""


def _pages(clauses: Sequence[Clause]) -> list[tuple[Clause, ...]]:
    pages: list[tuple[Clause, ...]] = []
    page: list[Clause] = []
    size = 0
    for clause in clauses:
        length = len(prompt.one_line(clause))
        if page and (size + length > _PAGE_LETTERS or len(page) == _PAGE_CLAUSES):
            pages.append(tuple(page))
            page, size = [], 0
        page.append(clause)
        size += length
    if page:
        pages.append(tuple(page))
    return pages
