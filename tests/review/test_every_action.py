"""Every action in every state: no way to sign what nobody read, and nothing but `Refused`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from dokuhelfer.draft.check import check_draft
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import make_draft
from dokuhelfer.draft.model import Draft, DraftField, FieldStatus, Origin, Span, Statement
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.evaluation.gold import Case, read_gold
from dokuhelfer.review.decision import Refused, blocks
from dokuhelfer.review.layout import is_selected
from dokuhelfer.review.session import ReviewSession
from dokuhelfer.review.stops import Stop, StopId, StopKind
from dokuhelfer.transcript.json import from_text
from dokutest.reviewing import NOW, redraft

GOLD = Path(__file__).parents[1] / "gold"
TEMPLATES = (
    "pflegebericht",
    "vitalwerte",
    "schichtuebergabe",
    "sturzprotokoll",
    "trink_ernaehrung",
    "beratungsprotokoll",
)
PATHS = (
    "/beobachtung", "/massnahme", "/uhrzeit", "/puls", "/temperatur", "/person", "/situation",
    "/eintraege/0/situation", "/eintraege/1/person", "/eintraege", "/eintraege/x", "/rr_ort",
    "/nicht_zugeordnet/0", "/nicht_zugeordnet", "/gibt_es_nicht", "/getraenke/0/getrunken_ml",
    "/dauer_min", "", "/beobachtung/0", "/eintraege/-1/person", "/eintraege/9/person",
)  # fmt: skip
TYPED = (
    "", " ", "730", "25:99", "rechter Arm", "37,2", "Frau Kern schläft.", "Arzt informiert.",
    "Kein Fieber.\nGut gegessen.", "gestern",
)  # fmt: skip
SPOKEN = (
    "", "Puls 88", "Die Haut am linken Arm ist rot.", "Nein, halb acht.", "Frau Kern hat Fieber.",
)  # fmt: skip
FIRST_DO = 12
"""Actions before everything is read and signed: nothing more can be tried after that."""
DIGITS = st.integers(0, 5)


def _cases() -> list[Case]:
    found: dict[str, list[Case]] = {id: [] for id in TEMPLATES}
    for name in ("care_a", "counsel_a", "care_b"):
        for case in read_gold(GOLD / f"{name}.json"):
            if case.template in found and case.dictation and len(found[case.template]) < 3:
                found[case.template].append(case)
    return [case for cases in found.values() for case in cases]


CASES = _cases()


class Reading(RuleBasedStateMachine):
    """A reader who tries everything, and a clerk who notes what was really read."""

    session: ReviewSession
    done = 0

    @initialize(number=st.integers(0, 17), wrong=st.booleans(), chosen=st.booleans())
    def begin(self, number: int, wrong: bool, chosen: bool) -> None:
        case = CASES[number % len(CASES)]
        template = load_template(case.template)
        context = replace(case.context, person="Frau Lindemann") if chosen else case.context
        draft = make_draft(from_text(case.dictation or ""), template, context, RulesEngine())
        if wrong:
            draft = check_draft(_made_wrong(draft), template, context)
        self.session = ReviewSession(draft, template, context)
        self.read: set[object] = set()
        self.agreed: set[object] = set()

    def _try(self, move: object, *arguments: object, **named: object) -> bool:
        """Do it; a step must come back with undo and again with redo."""
        self.done += 1
        before = self.session.state
        steps = self.session.steps
        try:
            move(*arguments, **named)  # type: ignore[operator]
        except Refused:
            assert self.session.state == before
            return False
        if self.session.steps > steps:
            after = self.session.state
            self.session.undo()
            assert self.session.state == before
            self.session.redo()
            assert self.session.state == after
        return True

    def _id(self, number: int) -> StopId:
        stops = self.session.stops
        return stops[number % len(stops)].id if stops else StopId(StopKind.FIELD, "nichts")

    def _face(self, id: StopId) -> object | None:
        return next((_face(stop) for stop in self.session.stops if stop.id == id), None)

    @rule(number=st.integers(0, 20))
    def look(self, number: int) -> None:
        id = self._id(number)
        if self._try(self.session.seen, id):
            self.read.add(self._face(id))

    @rule(number=st.integers(0, 20))
    def confirm(self, number: int) -> None:
        id = self._id(number)
        face = self._face(id)
        if self._try(self.session.confirm, id):
            self.agreed.add(face)

    @rule(number=st.integers(0, 20))
    def look_and_confirm(self, number: int) -> None:
        self.look(number)
        self.confirm(number)

    @rule(number=st.integers(0, 20), digit=DIGITS)
    def answer(self, number: int, digit: int) -> None:
        id = self._id(number)
        face = self._face(id)
        seen = next((stop.seen for stop in self.session.stops if stop.id == id), False)
        if self._try(self.session.answer, id, digit) and seen:
            self.agreed |= {face, self._face(id)}
            self.read.add(self._face(id))

    @rule(number=st.integers(0, 20))
    def strike(self, number: int) -> None:
        id = self._id(number)
        if self._try(self.session.strike, id):
            self.agreed.add(self._face(id))
            self.read.add(self._face(id))

    @rule(number=st.integers(0, 20))
    def reopen(self, number: int) -> None:
        self._try(self.session.reopen, self._id(number))

    @rule(path=st.sampled_from(PATHS), text=st.sampled_from(TYPED))
    def edit(self, path: str, text: str) -> None:
        self._try(self.session.edit, path, text)

    @rule(number=st.integers(0, 20), text=st.sampled_from(TYPED))
    def edit_a_stop(self, number: int, text: str) -> None:
        stops = self.session.stops
        parts = stops[number % len(stops)].parts if stops else ()
        for part in parts[:1]:
            self._try(self.session.edit, part.path, text)

    @rule(path=st.sampled_from(PATHS), text=st.sampled_from(SPOKEN), instead=st.booleans())
    def dictate(self, path: str, text: str, instead: bool) -> None:
        self._try(self.session.dictate, path, from_text(text), instead=instead)

    @rule(text=st.sampled_from(SPOKEN))
    def add_said(self, text: str) -> None:
        self._try(self.session.add_said, from_text(text))

    @rule(text=st.sampled_from(TYPED))
    def add_typed(self, text: str) -> None:
        self._try(self.session.add_typed, text)

    @rule(line=st.integers(-1, 4), path=st.sampled_from(PATHS))
    def assign(self, line: int, path: str) -> None:
        self._try(self.session.assign, line, path)

    @rule(line=st.integers(-1, 4))
    def leave_out(self, line: int) -> None:
        self._try(self.session.leave_out, line)

    @rule(line=st.integers(-1, 4))
    def own_entry(self, line: int) -> None:
        self._try(self.session.own_entry, line)

    @rule(day=st.sampled_from(("2026-11-16", "gestern", "")))
    def choose_date(self, day: str) -> None:
        self._try(self.session.choose_date, day)

    @rule(field=st.sampled_from((None, "massnahme", "nichts")))
    def redraft(self, field: str | None) -> None:
        self._try(self.session.redraft, redraft, field)

    @rule(number=st.integers(0, 20), spared=st.sampled_from(("", "massnahme", "situation")))
    def renew(self, number: int, spared: str) -> None:
        decided = [_face(stop) for stop in self.session.stops if stop.decided]
        if self._try(self.session.renew, _moved(self.session.draft, number), {spared}):
            event("renewed")
        assert [_face(stop) for stop in self.session.stops if stop.decided] == decided

    @rule(number=st.integers(0, 20))
    def take_offer(self, number: int) -> None:
        self._try(self.session.take_offer, self._id(number))

    @rule(number=st.integers(0, 20))
    def decline_offer(self, number: int) -> None:
        self._try(self.session.decline_offer, self._id(number))

    @rule(template=st.sampled_from((None, *TEMPLATES)), person=st.sampled_from((None, "Frau Kern")))
    def change(self, template: str | None, person: str | None) -> None:
        context: Context = replace(self.session.state.context, person=person)
        known = None if template is None else load_template(template)
        self._try(self.session.change, redraft, template=known, context=context)

    @rule(start=st.integers(-2, 40), text=st.sampled_from(TYPED))
    def put_right(self, start: int, text: str) -> None:
        span = Span(0, start, start + 7)
        self._try(self.session.put_right, span, text, redraft)

    @rule()
    def undo(self) -> None:
        self._try_back(self.session.undo)

    @rule()
    def redo(self) -> None:
        self._try_back(self.session.redo)

    def _try_back(self, move: object) -> None:
        try:
            move()  # type: ignore[operator]
        except Refused:
            return

    @precondition(lambda self: self.done > FIRST_DO)
    @rule(left=st.integers(0, 20))
    def read_all_but_one_and_sign(self, left: int) -> None:
        """Everything but one stop is read; only where that was decided before may it be signed."""
        kept = self._id(left)
        self._read(except_for=kept)
        if any(stop.id == kept and not stop.decided for stop in self.session.stops):
            with pytest.raises(Refused):
                self.session.sign_off("MK", NOW)

    @precondition(lambda self: self.done > FIRST_DO)
    @rule()
    def read_all_and_sign(self) -> None:
        self._read(except_for=None)
        self.sign("MK")

    def _read(self, except_for: StopId | None) -> None:
        for _ in range(60):
            left = [s for s in self.session.stops if not s.decided and s.id != except_for]
            if not left or self.session.signed is not None:
                return
            stop = left[0]
            number = [other.id for other in self.session.stops].index(stop.id)
            self.look(number)
            possible = [c.digit for c in stop.dispute.choices if c.possible] if stop.blocked else []
            if stop.blocked:
                self.answer(number, possible[-1])
            else:
                self.confirm(number)
        raise AssertionError("reading does not end")

    @rule(initials=st.sampled_from(("MK", "")))
    def sign(self, initials: str) -> None:
        stops = self.session.stops
        try:
            signed = self.session.sign_off(initials, NOW)
        except Refused:
            return
        event("signed")
        assert signed.release.covers(signed.draft)
        shown = {id for stop in stops for id in _fields(stop)}
        for id, field in signed.draft.fields.items():
            if field.value is None or is_selected(field):
                continue
            assert id in shown
            assert field.status is not FieldStatus.OPEN
            if field.status is FieldStatus.CONFIRMED:
                assert not blocks(signed.draft, id)
        for stop in stops:
            if stop.id.kind is not StopKind.DATE:
                assert _face(stop) in self.read
                assert _face(stop) in self.agreed

    @invariant()
    def what_is_shown_agrees_with_itself(self) -> None:
        if not hasattr(self, "session"):
            return
        left = [stop for stop in self.session.stops if not stop.decided]
        assert self.session.progress.left == len(left)
        for stop in self.session.stops:
            assert not stop.decided or stop.seen
            assert not stop.blocked or not stop.decided


def _fields(stop: Stop) -> set[str]:
    return {part.path.split("/")[1] for part in stop.parts} | {stop.id.field}


def _face(stop: Stop) -> object:
    """What a person sees of a stop, as this test sees it."""
    parts = tuple(
        (part.label, part.text, tuple((s.words.text, s.added) for s in part.statements))
        for part in stop.parts
    )
    lines = tuple((line.text, line.seconds) for line in stop.lines)
    findings = tuple(dispute.finding for dispute in stop.disputes if stop.id.row is None)
    return (stop.id.kind, stop.id.field, parts, lines, len(findings))


def _made_wrong(draft: Draft) -> Draft:
    """A wrong side or number in a text, and a sentence nobody said."""
    fields = dict(draft.fields)
    for id, field in draft.fields.items():
        if isinstance(field.value, str) and len(field.value) > 20:
            wrong = field.value.replace("link", "recht").replace("1", "7")
            texts = (Statement(wrong, _spans(field), Origin.LLM), *_INVENTED)
            fields[id] = DraftField(" ".join(one.text for one in texts), texts)
            break
    return replace(draft, fields=fields)


def _moved(draft: Draft, number: int) -> Draft:
    """One text goes to another field, which may have one of its own."""
    texts = [
        id
        for id, field in draft.fields.items()
        if field.value is None or isinstance(field.value, str)
    ]
    one, other = texts[number % len(texts)], texts[(number * 7 + 1) % len(texts)]
    if one == other:
        return draft
    both = (*draft.fields[other].statements, *draft.fields[one].statements)
    notes = tuple(replace(note, origin=Origin.LLM, path="") for note in both)
    joined = DraftField(" ".join(note.text for note in notes) or None, notes)
    return replace(draft, fields={**draft.fields, one: DraftField(), other: joined})


_INVENTED = (Statement("Der Hausarzt wurde um 23:55 Uhr informiert.", (), Origin.LLM),)


def _spans(field: DraftField) -> tuple:  # type: ignore[type-arg]
    return tuple(span for one in field.statements for span in one.evidence)


TestEveryAction = Reading.TestCase
TestEveryAction.settings = settings(
    max_examples=12,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
