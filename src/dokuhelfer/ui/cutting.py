"""A Sammeldiktat before its drafts, used in the lane only; what leaves it are values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QCoreApplication

from dokuhelfer import jsonio, pipeline
from dokuhelfer.draft.collective.apart import OwnDraft
from dokuhelfer.draft.collective.assemble import Collective
from dokuhelfer.draft.collective.edit import Refusal, Refused
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Draft, Span
from dokuhelfer.draft.template.model import Template
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.review import cuts, cuts_saved
from dokuhelfer.review.cuts import CutSession
from dokuhelfer.review.sounding import Sound, sounds_of
from dokuhelfer.transcript.model import Transcript
from dokuhelfer.ui.cut_page import CutKind, CutPage, CutPiece, CutRow
from dokuhelfer.ui.showing import clock

translate = QCoreApplication.translate


class Cutting:
    """The cuts of one dictation and what a person does with them.

    A command names the row as it was shown: keys are faster than this may be, and what nobody has
    seen is not confirmed or given away. Each answers with the page after it.
    """

    def __init__(
        self,
        transcript: Transcript,
        templates: Mapping[str, Template],
        context: Context,
        models: Mapping[str, str | None],
    ) -> None:
        self._transcript = transcript
        self._templates = templates
        self._session = CutSession(
            Collective(transcript, templates, context, pipeline.by_rules(), dict(models))
        )

    def put_away(self) -> bytes:
        """The cuts as the store keeps them."""
        return jsonio.dump(cuts_saved.to_json(self._session.state))

    def take_up(self, kept: object) -> None:
        """Go on where they were left; from the start where that fits no more."""
        proposed = self._session.state.cutting
        state = cuts_saved.from_json(kept, proposed, frozenset(self._templates))
        if state is not None:
            self._session.take_up(state)

    @property
    def is_needed(self) -> bool:
        """Whether there are borders to look at: one entry alone has none."""
        return len(self._session.entries) > 1

    def page(self, refused: str = "") -> CutPage:
        """How it stands."""
        rows = tuple(row for row, _ in self._rows())
        return CutPage(rows, self._session.persons, refused, self._session.ready)

    def drafts(self) -> tuple[OwnDraft, ...]:
        """A checked draft for each entry."""
        return self._session.drafts_apart()

    def single(self) -> Draft:
        """The one draft where no cuts are needed, with all that it leaves out.

        Raises:
            DokuError: `NO_SPEECH` when nothing was said that a draft could hold.
        """
        found = self._session.drafts()
        if not found.drafts:
            raise DokuError(Code.NO_SPEECH)
        return replace(found.drafts[0], uncovered=found.uncovered)

    def sounds_at(self, row: CutRow) -> tuple[Sound, ...]:
        """Where the words of a row can be heard."""
        wanted = {piece.clause for piece in row.pieces}
        everything = [piece for one in self._session.entries for piece in one.pieces]
        pieces = (one for one in (*everything, *self._session.nowhere) if one.number in wanted)
        return sounds_of(self._transcript, [piece.span for piece in pieces])

    # --- commands --------------------------------------------------------------------------

    def fits(self, row: CutRow) -> CutPage:
        """The borders of an entry are right; what is in none stays in none."""
        if row.kind is CutKind.LOOSE:
            return self._at(row, lambda _: self._session.leave_out(row.pieces[0].clause))
        return self._at(row, self._session.fits)

    def fits_all(self, rows: Sequence[CutRow]) -> CutPage:
        """All borders are right as ``rows`` show them; what is in no entry stays to be decided."""
        now = [_content(row) for row, _ in self._rows()]
        if now != [_content(row) for row in rows]:
            return self.page(_changed())
        return self._done(self._session.fits_all)

    def join(self, row: CutRow) -> CutPage:
        """An entry and the one behind it become one; the last one goes to the one before."""

        def join(entry: int) -> None:
            last = entry + 1 == len(self._session.entries)
            self._session.join(entry - last, entry - last + 1)

        return self._at(row, join)

    def split(self, row: CutRow, clause: int) -> CutPage:
        """Another entry begins with that clause."""
        return self._at(row, lambda entry: self._session.split(entry, clause))

    def give_to(self, row: CutRow, person: str | None) -> CutPage:
        """The row is about somebody else."""
        if row.kind is CutKind.ENTRY:
            return self._at(row, lambda entry: self._session.give_to(entry, person))
        clauses = tuple(piece.clause for piece in row.pieces)

        def move(entry: int) -> None:
            kind = self._kind_for(person, max(entry, 0))
            if row.kind is CutKind.LOOSE:
                self._session.place(clauses, person, kind)
            else:
                self._session.take_out(entry, clauses, person, kind)

        return self._at(row, move)

    def make_kind(self, row: CutRow, template: str) -> CutPage:
        """The entry is of another kind."""
        return self._at(row, lambda entry: self._session.make_kind(entry, template))

    def shift_border(self, row: CutRow, *, later: bool) -> CutPage:
        """The border behind an entry moves by one clause."""
        return self._at(row, lambda entry: self._session.shift_border(entry, later=later))

    def shift_by_word(self, row: CutRow, *, later: bool) -> CutPage:
        """The border behind an entry moves by one word."""
        return self._at(row, lambda entry: self._session.shift_border_by_word(entry, later=later))

    def undo(self) -> CutPage:
        """The last move back."""
        return self._done(self._session.undo)

    def redo(self) -> CutPage:
        """The move again."""
        return self._done(self._session.redo)

    # --- inside ----------------------------------------------------------------------------

    def _done(self, command: Callable[[], object]) -> CutPage:
        try:
            command()
        except Refused as refused:
            return self.page(_sentence(refused.reason))
        return self.page()

    def _at(self, row: CutRow, command: Callable[[int], None]) -> CutPage:
        """Do it at the entry of the row as it was shown; nothing where it is another one now."""
        entries = (entry for now, entry in self._rows() if _content(now) == _content(row))
        entry = next(entries, None)
        if entry is None:
            return self.page(_changed())
        return self._done(lambda: command(entry))

    def _kind_for(self, person: str | None, entry: int) -> str:
        """The kind of that person's entry, where there is one."""
        entries = self._session.entries
        own = (one.kind for one in entries if one.person == person)
        return next(own, entries[entry].kind)

    def _rows(self) -> Iterator[tuple[CutRow, int]]:
        """All rows, each with the index of its entry; −1 for none. What is loose comes last."""
        for index, entry in enumerate(self._session.entries):
            for number, run in enumerate(_runs(entry.pieces)):
                kind = CutKind.ADDED if number else CutKind.ENTRY
                title = self._templates[entry.kind].title
                row = self._row(kind, index + 1, entry.person or "", title, run, entry.confirmed)
                yield row, index
        undecided = self._session.undecided
        for piece in self._session.nowhere:
            out = piece.number not in undecided
            yield self._row(CutKind.LOOSE, 0, "", "", [piece], out), -1

    def _row(
        self,
        kind: CutKind,
        entry: int,
        person: str,
        title: str,
        pieces: list[cuts.CutPiece],
        decided: bool,
    ) -> CutRow:
        shown = tuple(CutPiece(piece.number, piece.text) for piece in pieces)
        place = self._place([piece.span for piece in pieces])
        return CutRow(kind, entry, person, title, shown, place, decided)

    def _place(self, spans: list[Span]) -> str:
        sounds = sounds_of(self._transcript, spans)
        if not sounds:
            return ""
        return f"{clock(sounds[0].start)}–{clock(sounds[-1].end)}"


def _runs(pieces: tuple[cuts.CutPiece, ...]) -> list[list[cuts.CutPiece]]:
    """The clauses of an entry, cut where something else was said in between."""
    runs = [[pieces[0]]]
    for before, piece in pairwise(pieces):
        if piece.number == before.number + 1:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _content(row: CutRow) -> tuple[object, ...]:
    """What a person saw of a row: numbers change where another entry is joined or split."""
    return row.kind, row.person, row.template, row.pieces


def _changed() -> str:
    return translate(
        "Cuts", "Die Einträge haben sich gerade geändert. Bitte sehen Sie noch einmal hin."
    )


def _sentence(reason: Refusal) -> str:
    known = {
        Refusal.OTHER_PERSON: translate(
            "Cuts", "Zwei Personen kommen nie in einen Eintrag. Erst die Person ändern."
        ),
        Refusal.NO_SUCH_CUT: translate("Cuts", "Hier gibt es keinen weiteren Eintrag."),
        Refusal.SAME_CUT: translate("Cuts", "Hier gibt es keinen weiteren Eintrag."),
        Refusal.NOTHING_BEFORE: translate("Cuts", "Davor steht in diesem Eintrag nichts."),
        Refusal.ALREADY_THERE: translate("Cuts", "Das gehört schon dahin."),
    }
    return known.get(reason, translate("Cuts", "Das geht an dieser Stelle nicht."))
