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
from dokuhelfer.draft.model import Span
from dokuhelfer.draft.template.model import Field, Template
from dokuhelfer.engine.language_messages import Piece
from dokuhelfer.errors import Code, DokuError

_PAGE_LETTERS = 2400
"""Letters of the clauses shown at once: about 800 tokens of German, three minutes of speech."""
_PAGE_CLAUSES = 60
_PROMPT_LETTERS = 9000
"""Letters of all that is said behind the fixed prompt, about 3,000 tokens; the longest fixed prompt
has 560 and a model holds 4,096 (`engine.language`). A new page has all its clauses read again."""

Progress = Callable[[int, int], None]
"""Called with how many clauses are decided, of how many."""

_Known = tuple[Span, str]
"""What makes a clause the same one after more was said: its place and its words."""

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


_Asked = tuple[Wish, tuple[_Known, ...]]
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
        self._answers: dict[tuple[_Known, tuple[str, ...]], int] = {}
        self._growing: Clause | None = None
        self._sentences: dict[_Asked, str] = {}
        self._begun: dict[_Asked, str] = {}
        self._shown: dict[_Known, int] = {}
        self._wish: str | None = None
        self._numbers = 0
        self._fixed = 0
        self._held = 0
        self._page_letters = 0
        self._said = 0
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
        asked = (_known(clause), options)
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
        key = (wish, tuple(map(_known, clauses)))
        if key in self._sentences:
            yield self._sentences[key]
            return
        if not self.go_on():
            raise Paused
        self.show(clauses)
        self._send()
        begun = self._begun.get(key, "")
        before = self._wish, self._owed, self._said, self._held
        parts: list[str] = []
        try:
            for text in self._written(key, [self._shown[one] for one in key[1]]):
                self._said += len(text)
                parts.append(text)
                yield text
        except Paused:
            self._wish, self._owed, self._said, self._held = before
            self._language.rewind(self._held)
            self._begun[key] = max(begun, prompt.whole_words("".join(parts)), key=len)
            raise
        self._sentences[key] = "".join(parts)
        self._held = self._language.append(())  # what was written is held as well

    def _written(self, key: _Asked, numbers: Sequence[int]) -> Generator[str, None, None]:
        wish = key[0]
        self._take_turn(wish.remark)
        begun = self._begun.pop(key, "")
        name = self._letters.get(wish.field, f"„{wish.field.label}“")
        self._append(prompt.wording(numbers, name, self._owed))
        self._send()
        most = wish.most
        if begun:
            empty = self._held
            self._append((Piece(begun),))
            self._send()
            self._said -= len(begun)  # counted with all that is written
            most -= self._held - empty
            yield begun
        writing = self._language.write(max(1, most), ("\n",), wish.letters, wish.near)
        for text in writing:
            if not self.go_on():
                writing.close()
                raise Paused
            yield text

    def show(self, clauses: Sequence[Clause]) -> None:
        """Have these clauses on the page, a new one where there is no room on this one."""
        missing = [clause for clause in clauses if _known(clause) not in self._shown]
        if self._fixed and not missing and self._said < _PROMPT_LETTERS:
            return
        if not self._fixed:
            self.prepare()
        elif self._said >= _PROMPT_LETTERS or not self._has_room(sum(map(_size, missing))):
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
        if _known(clause) not in self._shown or self._said >= _PROMPT_LETTERS:
            self.show((clause,))
        self._take_turn("")
        self._append(prompt.question(self._shown[_known(clause)], self._owed))
        self._send()
        chosen = self._language.choose([prompt.answer(letter) for letter in options])
        self._owed = prompt.answer(options[chosen])
        return chosen

    def _put(self, clauses: Sequence[Clause]) -> None:
        """Show these and, while there is room, all that are said behind them."""
        batch = list(clauses)
        size = sum(map(_size, batch))
        for clause in self._clauses.values():
            behind = clause.number > batch[-1].number and clause is not self._growing
            if behind and _known(clause) not in self._shown:
                size += _size(clause)
                if not self._has_room(size, len(batch) + 1):
                    break
                batch.append(clause)
        lines = [(self._numbers + at, clause) for at, clause in enumerate(batch, start=1)]
        self._append(prompt.numbered(lines, self._owed, more=bool(self._shown)))
        self._wish = ""
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
        self._waiting.clear()
        self._page_letters = self._said = 0
        self._owed = ""
        self._wish = None

    def _take_turn(self, wish: str) -> None:
        """The model's turn to answer, with that wish of a person's."""
        if self._wish != wish:
            self._append(prompt.going_on(wish, self._owed))
            self._wish = wish

    def _append(self, pieces: Sequence[Piece]) -> None:
        self._waiting += pieces
        self._said += sum(len(piece.text) for piece in pieces)
        self._owed = ""

    def _send(self) -> None:
        """Have the model read what waits, all in one: a few tokens on their own take nearly as
        long as many (4B, two threads: 105 ms a token in steps of five, 36 ms in long ones)."""
        waiting, self._waiting = tuple(self._waiting), []
        if not waiting:
            return
        try:
            self._held = self._language.append(waiting)
        except DokuError:
            self._said = _PROMPT_LETTERS  # it was not read: whatever comes next gets a new page
            raise


def _known(clause: Clause) -> _Known:
    return clause.span, prompt.one_line(clause)


def _is_whole(clause: Clause) -> bool:
    """Whether a sentence ends with it, so that what is said next is another clause."""
    return clause.text.rstrip().endswith(_SENTENCE_ENDS)


def _size(clause: Clause) -> int:
    return len(prompt.one_line(clause))


def _meet(one: Span, other: Span) -> bool:
    return one.segment == other.segment and one.start < other.end and other.start < one.end
