"""The conversation with the model about one dictation: it only ever grows.

Clauses are shown in the order of speaking, each is asked for once and its answer remembered, so
that a dictation may be gone through again and again while it is still spoken.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.llm import prompt
from dokuhelfer.draft.llm.language import Language
from dokuhelfer.draft.llm.page import Known, Page, known
from dokuhelfer.draft.model import Span
from dokuhelfer.draft.template.model import Field, Template
from dokuhelfer.engine.language_messages import Piece
from dokuhelfer.errors import Code, DokuError

Progress = Callable[[int, int], None]
"""Called with how many clauses are decided, of how many."""

_SENTENCE_ENDS = (".", "!", "?", "…")


class Paused(Exception):
    """Somebody else needs the machine; what was answered so far is remembered."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a sentence is written for: a quote of ``field``, as a person's ``remark`` wishes.

    ``most``, ``letters`` and ``near`` are those of `LanguageWorker.write`.
    """

    field: Field
    remark: str
    most: int
    letters: str
    near: str


_Asked = tuple[Wish, tuple[Known, ...]]
"""What makes a sentence the same one."""


class Interview:
    """Asks which field a clause goes to, and for sentences.

    A long dictation is shown page by page, so that the prompt stays within what the model
    can hold; nothing is left out.

    Args:
        language: the model; its prompt is begun anew with the first question.
        go_on: asked before each question and after each stretch of a sentence; False raises
            `Paused`.

    Attributes:
        asks: False leaves what was not answered yet to the rules.
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
        self.asks = True
        self._language = language
        self._letters = prompt.letters(template)
        self._progress = progress
        self._clauses: dict[int, Clause] = {}
        self._answers: dict[tuple[Known, tuple[str, ...]], int] = {}
        self._growing: Clause | None = None
        self._sentences: dict[_Asked, str] = {}
        self._begun: dict[_Asked, str] = {}
        self._page = Page(0, 0)
        self._wish: str | None = None
        self._numbers = 0
        self._fixed = 0
        self._owed = ""
        self._waiting: list[Piece] = []

    def prepare(self) -> None:
        """Have the model loaded and the template read before anything is said."""
        if not self._fixed:
            self._fixed = self._language.begin(prompt.task(self.template))
            self._turn_page()

    def hear(self, clauses: Sequence[Clause], *, growing: bool = False) -> None:
        """The clauses of the dictation as far as it goes, those heard before included.

        Args:
            growing: more is said. A last clause without the end of a sentence is not dealt
                with until then, as it would be read and asked for again.
        """
        self._clauses = {clause.number: clause for clause in clauses}
        last = clauses[-1] if growing and clauses else None
        self._growing = None if last is None or _is_whole(last) else last

    def field_of(self, number: int, fields: Sequence[Field]) -> Field | None:
        """Which of ``fields`` the clause of that number goes to; None where the model names
        none, and for clauses it was not shown.

        Raises:
            Paused: see ``go_on``.
        """
        offered = [field for field in fields if field in self._letters]
        clause = self._clauses.get(number)
        if clause is None or clause is self._growing or not offered:
            return None
        options = tuple(self._letters[field] for field in offered)
        asked = (known(clause), options)
        if asked not in self._answers:
            if not self.asks:
                return None
            self._answers[asked] = self._ask(clause, (*options, prompt.NONE))
            self._progress(min(len(self._answers), len(self._clauses)), len(self._clauses))
        chosen = self._answers[asked]
        return offered[chosen] if chosen < len(offered) else None

    def clauses_at(self, spans: Sequence[Span]) -> tuple[Clause, ...]:
        """The clauses that words of these places stand in; none while one of them grows."""
        found = tuple(
            clause
            for clause in self._clauses.values()
            if any(_meet(clause.span, span) for span in spans)
        )
        return () if self._growing in found else found

    def sentence(self, wish: Wish, clauses: Sequence[Clause]) -> Iterator[str]:
        """What the model makes of these clauses, in one line, piece by piece; the same again
        at once.

        Raises:
            Paused: see ``go_on``. The whole words of the sentence are kept: the next time the
                model reads them, which is quicker than writing them again, and goes on.
        """
        key = (wish, tuple(map(known, clauses)))
        if key in self._sentences:
            yield self._sentences[key]
            return
        if not self.go_on():
            raise Paused
        self.show(clauses, wish.most + len(wish.remark))
        self._send()
        begun = self._begun.get(key, "")
        before = self._wish, self._owed, self._page.held
        parts: list[str] = []
        try:
            for text in self._written(key, [self._page.numbers[one] for one in key[1]]):
                parts.append(text)
                yield text
        except Paused:
            self._wish, self._owed, held = before
            self._language.rewind(held)
            self._page.holds(held)
            self._begun[key] = max(begun, prompt.whole_words("".join(parts)), key=len)
            raise
        self._sentences[key] = "".join(parts)
        self._page.holds(self._language.append(()))  # what was written is held as well

    def _written(self, key: _Asked, numbers: Sequence[int]) -> Generator[str, None, None]:
        wish = key[0]
        self._take_turn(wish.remark)
        begun = self._begun.pop(key, "")
        name = self._letters.get(wish.field, f"„{wish.field.label}“")
        self._append(prompt.wording(numbers, name, self._owed))
        self._send()
        most = wish.most
        if begun:
            empty = self._page.held
            self._append((Piece(begun),))
            self._send()
            most -= self._page.held - empty
            yield begun
        writing = self._language.write(max(1, most), ("\n",), wish.letters, wish.near)
        for text in writing:
            if not self.go_on():
                writing.close()
                raise Paused
            yield text

    def show(self, clauses: Sequence[Clause], most: int = 0) -> None:
        """Have these clauses on the page, a new one where there is no room on this one.

        Args:
            most: tokens of what is written about them next.
        """
        missing = [clause for clause in clauses if known(clause) not in self._page.numbers]
        is_over = self._page.is_full or self._page.cuts_off(most)
        if self._fixed and not missing and not is_over:
            return
        if not self._fixed:
            self.prepare()
        elif is_over or not self._page.has_room(missing):
            self._language.rewind(self._fixed)
            self._turn_page()
            missing = list(clauses)
        self._put(missing)

    def _ask(self, clause: Clause, options: Sequence[str]) -> int:
        if not self.go_on():
            raise Paused
        try:
            return self._chosen(clause, options)
        except DokuError as error:
            if error.code is not Code.DICTATION_TOO_LONG:
                raise
        # Its letters are an estimate of how long a page is; the clause fits a new one, or none.
        return self._chosen(clause, options)

    def _chosen(self, clause: Clause, options: Sequence[str]) -> int:
        if known(clause) not in self._page.numbers or self._page.is_full:
            self.show((clause,))
        self._take_turn("")
        self._append(prompt.question(self._page.numbers[known(clause)], self._owed))
        self._send()
        chosen = self._language.choose([prompt.answer(letter) for letter in options])
        self._owed = prompt.answer(options[chosen])
        return chosen

    def _put(self, clauses: Sequence[Clause]) -> None:
        """Show these and, while there is room, all behind them that have no sentence yet."""
        batch = list(clauses)
        seen = self._page.numbers.keys() | {one for _, told in self._sentences for one in told}
        for clause in self._clauses.values():
            behind = clause.number > batch[-1].number and clause is not self._growing
            if behind and known(clause) not in seen:
                if not self._page.has_room((*batch, clause)):
                    break
                batch.append(clause)
        lines = [(self._numbers + at, clause) for at, clause in enumerate(batch, start=1)]
        self._append(prompt.numbered(lines, self._owed, more=bool(self._page.numbers)))
        self._wish = ""
        self._page.show(lines)
        self._numbers += len(lines)

    def _turn_page(self) -> None:
        letters = sum(len(piece.text) for piece in prompt.task(self.template))
        self._page = Page(self._fixed, letters)
        self._waiting.clear()
        self._owed = ""
        self._wish = None

    def _take_turn(self, wish: str) -> None:
        """The model's turn to answer, with that wish of a person's."""
        if self._wish != wish:
            self._append(prompt.going_on(wish, self._owed))
            self._wish = wish

    def _append(self, pieces: Sequence[Piece]) -> None:
        self._waiting += pieces
        self._page.awaits(sum(len(piece.text) for piece in pieces))
        self._owed = ""

    def _send(self) -> None:
        """Have the model read what waits, all in one: a few tokens on their own take nearly as
        long as many (4B, two threads: 105 ms a token in steps of five, 36 ms in long ones)."""
        waiting, self._waiting = tuple(self._waiting), []
        if not waiting:
            return
        try:
            self._page.holds(self._language.append(waiting))
        except DokuError:
            self._page.refused()
            raise


def _is_whole(clause: Clause) -> bool:
    """Whether a sentence ends with it, so that what is said next is another clause."""
    return clause.text.rstrip().endswith(_SENTENCE_ENDS)


def _meet(one: Span, other: Span) -> bool:
    return one.segment == other.segment and one.start < other.end and other.start < one.end
