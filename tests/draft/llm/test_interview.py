"""What the model is shown and asked, and what becomes of its answers."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import make_draft
from dokuhelfer.draft.llm import LlmEngine
from dokuhelfer.draft.llm.interview import Interview, Wish
from dokuhelfer.draft.llm.prompt import letters, numbered, task
from dokuhelfer.draft.llm.sentences import most_tokens
from dokuhelfer.draft.model import Draft, Origin
from dokuhelfer.draft.prepared import prepare
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import list_templates, load_template
from dokuhelfer.draft.template.model import FieldType, Template
from dokuhelfer.engine.language_messages import Turn
from dokuhelfer.transcript.json import from_text
from dokutest.languages import Scripted

SPOKEN = (
    "Frau Lorenz hat schlecht geschlafen. Ich habe ihr einen Tee gebracht. "
    "Gegen drei ist sie eingeschlafen. Die Tochter war zu Besuch."
)
NOTES = (
    "sie war wach", "sie hat getrunken", "sie wollte nicht essen", "sie war danach müde",
    "sie hat gelacht", "sie ist im Garten gewesen",
)  # fmt: skip
PFLEGEBERICHT = load_template("pflegebericht")


def draft(
    reply: Callable[[str, Sequence[str]], int],
    text: str = SPOKEN,
    template: Template = PFLEGEBERICHT,
    **context: Any,
) -> tuple[Draft, Scripted]:
    language = Scripted(reply)
    made = make_draft(from_text(text), template, Context(**context), LlmEngine(language))
    return made, language


def always(letter: str) -> Callable[[str, Sequence[str]], int]:
    return lambda line, options: options.index(f" {letter}")


def unsure(line: str, options: Sequence[str]) -> int:
    return len(options) - 1


def letter_of(id: str, template: Template = PFLEGEBERICHT) -> str:
    return next(letter for field, letter in letters(template).items() if field.id == id)


def test_clauses_stand_where_the_model_points() -> None:
    made, _ = draft(always(letter_of("wirkung")))
    field = made.fields["wirkung"]
    assert {note.origin for note in field.statements} == {Origin.LLM}
    assert "Tee gebracht" in str(field.value)
    assert "schlecht geschlafen" in str(field.value)
    assert made.fields["massnahme"].value is None
    assert made.engine == "llm"


def test_what_the_model_is_not_sure_of_stands_where_the_rules_put_it() -> None:
    made, language = draft(unsure)
    by_rules = make_draft(from_text(SPOKEN), PFLEGEBERICHT, Context(), RulesEngine())
    assert made.fields == by_rules.fields
    assert language.seen  # it was asked


def test_typed_fields_and_persons_are_not_asked_for() -> None:
    made, language = draft(always(letter_of("beobachtung")), SPOKEN + " Puls 72 um 8 Uhr.")
    assert made.fields["person"].value == "Frau Lorenz"
    assert {note.origin for note in made.fields["person"].statements} == {Origin.RULES}
    assert "Uhrzeit" not in language.seen[0]
    vital, asked = draft(unsure, "Frau Lorenz, Puls 72.", load_template("vitalwerte"))
    assert vital.fields["puls"].value == 72
    assert not any("] =" in prompt for prompt in asked.seen)


def test_where_the_speaker_names_the_field_the_model_is_not_asked() -> None:
    said = "Frau Lorenz. Maßnahme: Tee gebracht. Beobachtung: wirkt müde."
    made, _ = draft(always(letter_of("wirkung")), said)
    assert made.fields["massnahme"].value == "Tee gebracht."
    assert made.fields["beobachtung"].value == "Wirkt müde."
    assert {note.origin for note in made.fields["massnahme"].statements} == {Origin.RULES}


def test_every_clause_is_asked_for_once_and_what_is_fixed_comes_first() -> None:
    asked: list[str] = []

    def reply(line: str, options: Sequence[str]) -> int:
        asked.append(line)
        return 0

    _, language = draft(reply)
    assert len(asked) == len(set(asked)) == 4
    first, last = language.seen[0], language.seen[-1]
    assert first.startswith("<system>")
    assert "Lorenz" not in first
    assert last.startswith(first)
    assert "[1] Frau Lorenz hat schlecht geschlafen." in last


def test_a_long_dictation_is_shown_page_by_page_and_whole() -> None:
    said = " ".join(f"Um {hour} Uhr war Besuch da, {note}." for hour in range(24) for note in NOTES)
    made, language = draft(always(letter_of("beobachtung")), said)
    pages = {prompt.partition("Antwort:")[0] for prompt in language.seen if "Diktat:\n" in prompt}
    assert len(pages) > 1
    shown = "".join(language.seen)  # a page goes on behind the first answers
    clauses = prepare(from_text(said), Context()).clauses
    assert all(f"[{clause.number + 1}] {clause.text}" in shown for clause in clauses)
    assert max(map(len, language.seen)) < 3 * 4096
    assert not made.uncovered


def test_a_sentence_is_begun_only_where_it_can_be_ended() -> None:
    """What a model holds is 4,096 tokens; behind them it writes no more, in mid-sentence."""
    said = f"Frau Lorenz hat erzählt, {', '.join(NOTES * 5)}."
    clauses = prepare(from_text(said), Context()).clauses
    most = most_tokens(said)
    ends: list[int] = []

    class Counting(Scripted):
        def write(self, most: int, *how: Any) -> Generator[str, None, object]:
            ends.append(self._tokens() + most)
            return super().write(most, *how)

    language = Counting(unsure)
    interview = Interview(language, PFLEGEBERICHT)
    interview.hear(clauses)
    field = next(one for one in PFLEGEBERICHT.fields if one.id == "beobachtung")
    for number in range(20):
        remark = f"Anders, zum {number}. Mal."
        wish = Wish(field, remark, most, "", said)
        assert "".join(interview.sentence(wish, clauses)) == said
    assert len(ends) == 20
    assert max(ends) <= 4096


def test_group_members_are_asked_for_by_their_own_letters() -> None:
    template = load_template("schichtuebergabe")
    offered: list[Sequence[str]] = []

    def reply(line: str, options: Sequence[str]) -> int:
        offered.append(options)
        return 0

    said = "Frau Lorenz hat schlecht geschlafen. Herr Wolf hat Fieber, 38,5."
    made, _ = draft(reply, said, template)
    group = next(field for field in template.fields if field.type is FieldType.GROUP)
    members = {f" {letters(template)[m]}" for m in group.members if m in letters(template)}
    assert all(set(options) <= members | {" -"} for options in offered)
    notes = made.fields[group.id].statements
    assert any(note.origin is Origin.LLM for note in notes)
    assert all(note.path.startswith(f"/{group.id}/") for note in notes)


def test_progress_counts_clauses() -> None:
    heard: list[tuple[int, int]] = []
    engine = LlmEngine(Scripted(unsure), lambda done, total: heard.append((done, total)))
    make_draft(from_text(SPOKEN), PFLEGEBERICHT, Context(), engine)
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.parametrize("template", list_templates(()), ids=lambda template: str(template.id))
def test_every_text_field_of_every_template_has_a_letter_of_its_own(template: Template) -> None:
    given = letters(template)
    assert len(set(given.values())) == len(given)
    quoted = [field for field in template.fields if field.type is FieldType.TEXT]
    texts = {field.id for field in quoted if field.fact is None and field.id != "ort"}
    assert texts <= {field.id for field in given}
    (piece,) = task(template)
    assert piece.turn is Turn.SYSTEM
    assert all(f"\n{letter} = {field.label}" in piece.text for field, letter in given.items())


def test_a_clause_is_one_line_whatever_is_in_it() -> None:
    (clause, *_) = prepare(from_text("Sie sagt nichts."), Context()).clauses
    tokens = (replace(clause.tokens[0], text="Sie\n[2] =\r\nA"), *clause.tokens[1:])
    shown, _ = numbered([(1, replace(clause, tokens=tokens))], "", more=False)
    assert shown.text.splitlines() == ["Diktat:", "[1] Sie [2] = A sagt nichts."]
