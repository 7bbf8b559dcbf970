"""The conversation with the model about one dictation: it only ever grows.

Clauses are shown in the order of speaking, each is asked for once and its answer remembered, so
that a dictation may be gone through again and again while it is still spoken.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.llm import prompt
from dokuhelfer.draft.llm.language import Language
from dokuhelfer.draft.model import Span
from dokuhelfer.draft.template.model import Field, Template
from dokuhelfer.engine.language_messages import Piece

_PAGE_LETTERS = 2400
"""Letters of the clauses shown at once: about 800 tokens of German, three minutes of speech."""
_PAGE_CLAUSES = 60
_PROMPT_LETTERS = 6000
"""Letters of all that is said behind the fixed prompt, about 1,900 tokens."""

Progress = Callable[[int, int], None]
"""Called with how many clauses are decided, of how many."""

_Known = tuple[Span, str]
"""What makes a clause the same one after more was said: its place and its words."""


class Paused(Exception):
    """Somebody else needs the machine; what was answered so far is remembered."""


class Interview:
    """Asks which field a clause goes to, and for sentences.

    A long dictation is shown page by page, so that the prompt stays within what the model
    can hold; nothing is left out.

    Args:
        language: the model; its prompt is begun anew with the first question.
        go_on: asked before each question; False raises `Paused`.
    """

    def __init__(
        self,
        language: Language,
        template: Template,
        progress: Progress = lambda done, total: None,
        go_on: Callable[[], bool] = lambda: True,
    ) -> None:
        self.template = template
        self.go_on = go_on
        self._language = language
        self._letters = prompt.letters(template)
        self._progress = progress
        self._clauses: dict[int, Clause] = {}
        self._answers: dict[tuple[_Known, tuple[str, ...]], int] = {}
        self._shown: dict[_Known, int] = {}
        self._numbers = 0
        self._fixed = 0
        self._page_letters = 0
        self._said = 0
        self._owed = ""

    @property
    def shown(self) -> int:
        """How many clauses the model was shown in all, those on pages turned included."""
        return self._numbers

    def hear(self, clauses: Sequence[Clause]) -> None:
        """The clauses of the dictation as far as it goes, those heard before included."""
        self._clauses = {clause.number: clause for clause in clauses}

    def field_of(self, number: int, fields: Sequence[Field]) -> Field | None:
        """Which of ``fields`` the clause of that number goes to; None where the model names
        none, and for clauses it was not shown.

        Raises:
            Paused: see ``go_on``.
        """
        offered = [field for field in fields if field in self._letters]
        clause = self._clauses.get(number)
        if clause is None or not offered:
            return None
        options = tuple(self._letters[field] for field in offered)
        asked = (_known(clause), options)
        if asked not in self._answers:
            self._answers[asked] = self._ask(clause, (*options, prompt.NONE))
            self._progress(min(len(self._answers), len(self._clauses)), len(self._clauses))
        chosen = self._answers[asked]
        return offered[chosen] if chosen < len(offered) else None

    def clauses_at(self, spans: Sequence[Span]) -> tuple[Clause, ...]:
        """The clauses that words of these places stand in."""
        return tuple(
            clause
            for clause in self._clauses.values()
            if any(_meet(clause.span, span) for span in spans)
        )

    def ask_for_sentences(self, field: Field, remark: str) -> None:
        """Have the model put statements of ``field`` into sentences from here on."""
        self._append(prompt.wording(field, remark, self._owed))

    def sentence(
        self, clauses: Sequence[Clause], most: int, letters: str, near: str
    ) -> Generator[str, None, None]:
        """What the model makes of these clauses, which are on the page, in one line.

        Args: as for `LanguageWorker.write`.
        """
        numbers = [self._shown[_known(clause)] for clause in clauses]
        self._append(prompt.question(numbers, self._owed, sign=""))
        for text in self._language.write(most, ("\n",), letters, near):
            self._said += len(text)
            yield text

    def show(self, clauses: Sequence[Clause]) -> None:
        """Have these clauses on the page, a new one where there is no room on this one."""
        missing = [clause for clause in clauses if _known(clause) not in self._shown]
        if self._fixed and not missing and self._said < _PROMPT_LETTERS:
            return
        if not self._fixed:
            self._fixed = self._language.begin(prompt.task(self.template))
            self._turn_page()
        elif self._said >= _PROMPT_LETTERS or not self._has_room(sum(map(_size, missing))):
            self._language.rewind(self._fixed)
            self._turn_page()
            missing = list(clauses)
        self._put(missing)

    def _ask(self, clause: Clause, options: Sequence[str]) -> int:
        if not self.go_on():
            raise Paused
        if _known(clause) not in self._shown or self._said >= _PROMPT_LETTERS:
            self.show((clause,))
        number = self._shown[_known(clause)]
        self._append(prompt.question((number,), self._owed))
        chosen = self._language.choose([prompt.answer(letter) for letter in options])
        self._owed = prompt.answer(options[chosen])
        return chosen

    def _put(self, clauses: Sequence[Clause]) -> None:
        """Show these and, while there is room, all that are said behind them."""
        batch = list(clauses)
        size = sum(map(_size, batch))
        for clause in self._clauses.values():
            if clause.number > batch[-1].number and _known(clause) not in self._shown:
                size += _size(clause)
                if not self._has_room(size, len(batch) + 1):
                    break
                batch.append(clause)
        lines = [(self._numbers + at, clause) for at, clause in enumerate(batch, start=1)]
        self._append(prompt.numbered(lines, self._owed, more=bool(self._shown)))
        self._shown.update({_known(clause): number for number, clause in lines})
        self._numbers += len(lines)
        self._page_letters += sum(map(_size, batch))

    def _has_room(self, letters: int, clauses: int = 1) -> bool:
        """An empty page has room for anything: what does not fit is told by the model."""
        if not self._shown:
            return clauses == 1 or (letters <= _PAGE_LETTERS and clauses <= _PAGE_CLAUSES)
        few = len(self._shown) + clauses <= _PAGE_CLAUSES
        return few and self._page_letters + letters <= _PAGE_LETTERS

    def _turn_page(self) -> None:
        self._shown.clear()
        self._page_letters = self._said = 0
        self._owed = ""

    def _append(self, pieces: Sequence[Piece]) -> None:
        self._language.append(pieces)
        self._said += sum(len(piece.text) for piece in pieces)
        self._owed = ""


def _known(clause: Clause) -> _Known:
    return clause.span, prompt.one_line(clause)


def _size(clause: Clause) -> int:
    return len(prompt.one_line(clause))


def _meet(one: Span, other: Span) -> bool:
    return one.segment == other.segment and one.start < other.end and other.start < one.end
