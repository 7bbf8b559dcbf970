"""Running text in sentences of a model: which stay, which are taken back, and how that shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dokuhelfer.draft.check import check_draft
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import hear, make_draft
from dokuhelfer.draft.json import to_json
from dokuhelfer.draft.llm import LlmEngine, prompt
from dokuhelfer.draft.llm.wordings import KEPT
from dokuhelfer.draft.model import Draft, DraftField, Kind, Origin, Severity, Wording
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.transcript.json import from_text
from dokutest.languages import Scripted

SPOKEN = (
    "Frau Lorenz hat schlecht geschlafen. Um drei Uhr habe ich ihr einen Tee gebracht. "
    "Sie hat 200 ml getrunken. Sie sagt, ihr ist kalt."
)
PFLEGEBERICHT = load_template("pflegebericht")
Phrase = Callable[[str, str], str]


def unsure(line: str, options: object) -> int:
    return len(options) - 1  # type: ignore[arg-type]


def draft(phrase: Phrase, text: str = SPOKEN) -> tuple[Draft, Scripted]:
    language = Scripted(unsure, phrase)
    engine = LlmEngine(language, phrases=True)
    return make_draft(from_text(text), PFLEGEBERICHT, Context(), engine), language


def by_rules(text: str = SPOKEN) -> Draft:
    return make_draft(from_text(text), PFLEGEBERICHT, Context(), RulesEngine())


def swapped(one: str, other: str) -> Phrase:
    return lambda line, near: near.replace(one, other)


def test_what_says_the_same_stays_and_keeps_its_quote() -> None:
    made, _ = draft(swapped("habe ich ihr einen Tee gebracht", "wurde ihr ein Tee gebracht"))
    field = made.fields["massnahme"]
    assert "wurde ihr ein Tee gebracht" in str(field.value)
    (note,) = [one for one in field.statements if one.wording is Wording.PHRASED]
    assert "habe ich ihr" in note.quote
    assert note.origin is Origin.LLM
    assert note.evidence == by_rules().fields["massnahme"].statements[0].evidence
    assert {one.kind for one in note.findings} == {Kind.TIME}  # three in the night or afternoon


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("200 ml", "300 ml"),
        ("200 ml getrunken", "200 ml nicht getrunken"),
        ("200 ml getrunken", "200 ml getrunken und Insulin gespritzt"),
        ("schlecht geschlafen", "gut geschlafen"),
        ("geschlafen", "geschlafen und ist gestürzt"),
        ("Sie hat", "Herr Wolf hat"),
        ("habe ich ihr", "hat sie sich"),
        ("habe ich", "hat sie mir"),
        ("habe ich ihr einen Tee", "hat sie einen Tee"),
        ("Sie hat 200 ml getrunken", "Sie hatte 200 ml getrunken"),
    ],
)
def test_what_the_dictation_does_not_say_becomes_the_quote_again(said: str, wrong: str) -> None:
    made, _ = draft(swapped(said, wrong))
    quotes = by_rules()
    assert {id: field.value for id, field in made.fields.items()} == {
        id: field.value for id, field in quotes.fields.items()
    }
    kept = [
        one for field in made.fields.values() for one in field.statements
        if one.wording is Wording.KEPT
    ]  # fmt: skip
    assert kept
    for one in kept:
        (note,) = [finding for finding in one.findings if finding.detail == KEPT]
        assert (note.kind, note.severity) == (Kind.WORDING, Severity.INFO)
        assert note in made.findings
    assert made.uncovered == quotes.uncovered


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Sie hat Herrn Wolf geschlagen.", "Herr Wolf hat sie geschlagen."),
        ("Sie hat die Nachbarin geschlagen.", "Die Nachbarin hat sie geschlagen."),
        ("Sie hat alles gegessen und nichts getrunken.",
         "Sie hat nichts gegessen und alles getrunken."),
        ("Haut warm, Füße kalt.", "Füße warm, Haut kalt."),
        ("Die Wunde ist gerötet und die Umgebung geschwollen.",
         "Die Umgebung ist gerötet und die Wunde geschwollen."),
        ("Laut Tochter hat sie gut gegessen und laut Sohn schlecht geschlafen.",
         "Laut Sohn hat sie gut gegessen und laut Tochter schlecht geschlafen."),
        ("Am Montag hat sie gebadet, am Dienstag ist sie gestürzt.",
         "Am Dienstag hat sie gebadet, am Montag ist sie gestürzt."),
        ("Sie hat die Tablette genommen, dann erbrochen.",
         "Sie hat erbrochen, dann die Tablette genommen."),
        ("Sie hat heute schlechter gegessen als gestern.",
         "Sie hat gestern schlechter gegessen als heute."),
        ("Verband wechseln.", "Verband gewechselt."),
        ("Wunde spülen und neu verbinden.", "Wunde gespült und neu verbunden."),
        ("Habe den Sauerstoff angestellt.", "Habe den Sauerstoff abgestellt."),
        ("Sie war vormittags unruhig.", "Sie war nachmittags unruhig."),
        ("Ich habe sie gewaschen.", "Sie hat sich gewaschen."),
        ("Ich habe sie gewaschen.", "Ich wurde gewaschen."),
        ("Sie wurde geduscht.", "Sie hat geduscht."),
        ("Sie hatte Fieber.", "Sie hat Fieber."),
        ("Sie hat Angst vor ihm.", "Er hat Angst vor ihr."),
    ],
)  # fmt: skip
def test_its_words_turned_round_become_the_quote_again(said: str, wrong: str) -> None:
    asked: list[str] = []

    def turned(line: str, near: str) -> str:
        asked.append(near)
        return near.replace(said.rstrip("."), wrong.rstrip("."))

    spoken = f"Frau Lorenz. {said}"
    made, _ = draft(turned, spoken)
    assert any(said.rstrip(".") in near for near in asked)
    quotes = by_rules(spoken)
    assert {id: field.value for id, field in made.fields.items()} == {
        id: field.value for id, field in quotes.fields.items()
    }


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Ich habe sie gewaschen.", "Sie wurde gewaschen."),
        ("Wir haben den Verband gewechselt.", "Der Verband wurde gewechselt."),
        ("Nach dem Essen hat sie geschlafen.", "Sie hat nach dem Essen geschlafen."),
    ],
)
def test_the_passive_and_another_order_of_one_clause_stay(said: str, right: str) -> None:
    made, _ = draft(swapped(said.rstrip("."), right.rstrip(".")), f"Frau Lorenz. {said}")
    (note,) = [
        one for field in made.fields.values() for one in field.statements
        if one.wording is Wording.PHRASED
    ]  # fmt: skip
    assert (note.text, note.quote) == (right, said)


@pytest.mark.parametrize("text", ["", " ", "...", "Ja.", "x" * 2000, "Tee " * 300])
def test_what_is_no_sentence_is_not_even_checked(text: str) -> None:
    made, _ = draft(lambda line, near: text)
    quotes = by_rules()
    assert {id: one.value for id, one in made.fields.items()} == {
        id: one.value for id, one in quotes.fields.items()
    }


def test_a_sentence_that_leaves_words_out_is_taken_back() -> None:
    said = "Frau Lorenz hat schlecht geschlafen und zum Frühstück nur ein halbes Brötchen gegessen."
    made, _ = draft(swapped(" und zum Frühstück nur ein halbes Brötchen gegessen", ""), said)
    assert "Brötchen" in str(made.fields["beobachtung"].value)


def test_fields_without_running_text_are_quoted() -> None:
    made, language = draft(swapped("kalt", "sehr kalt"))
    assert made.fields["aeusserung"] == by_rules().fields["aeusserung"]
    named = {field.id: name for field, name in prompt.letters(PFLEGEBERICHT).items()}
    asked = "".join(language.seen)
    assert f"] {named['beobachtung']}:" in asked
    assert f"] {named['aeusserung']}:" not in asked


def test_nothing_is_phrased_unless_that_is_asked_for() -> None:
    engine = LlmEngine(Scripted(unsure, swapped("Tee", "Kaffee")))
    made = make_draft(from_text(SPOKEN), PFLEGEBERICHT, Context(), engine)
    assert made.fields == by_rules().fields


def test_the_model_is_given_the_words_it_may_use_and_what_it_is_near_to() -> None:
    asked: list[tuple[int, tuple[str, ...], str, str]] = []

    class Watched(Scripted):
        def write(self, most, stops=(), letters="", near=""):  # type: ignore[no-untyped-def]
            asked.append((most, tuple(stops), letters, near))
            return super().write(most, stops, letters, near)

    engine = LlmEngine(Watched(unsure), phrases=True)
    make_draft(from_text(SPOKEN), PFLEGEBERICHT, Context(), engine)
    for most, stops, letters, near in asked:
        assert stops == ("\n",)
        assert set(near) <= set(letters)
        assert {one for one in letters if one.isdigit()} == {one for one in near if one.isdigit()}
        assert len(near) / 2 < most < 2 * len(near) + 60


def test_only_the_new_sentences_are_heard_as_they_are_written() -> None:
    heard: dict[str, str] = {}

    def writing(field: str, text: str) -> None:
        heard[field] = heard.get(field, "") + text

    engine = LlmEngine(Scripted(unsure), phrases=True, writing=writing)
    made = make_draft(from_text(SPOKEN), PFLEGEBERICHT, Context(), engine)
    assert heard.keys() <= {field.id for field in PFLEGEBERICHT.fields if field.prose}
    for id, text in heard.items():
        assert " ".join(text.split()) == made.fields[id].value


def test_where_there_is_no_room_for_a_sentence_the_quote_stays() -> None:
    class Narrow(Scripted):
        def write(self, most, stops=(), letters="", near=""):  # type: ignore[no-untyped-def]
            raise DokuError(Code.DICTATION_TOO_LONG, tokens=9, most=8)

    engine = LlmEngine(Narrow(unsure), phrases=True)
    made = make_draft(from_text(SPOKEN), PFLEGEBERICHT, Context(), engine)
    assert made.fields["massnahme"].value == by_rules().fields["massnahme"].value
    assert {one.wording for one in made.fields["massnahme"].statements} == {Wording.KEPT}


class TestOneFieldAnew:
    def redone(
        self, made: Draft, phrase: Phrase, field: str = "massnahme", remark: str = ""
    ) -> tuple[Draft, Scripted]:
        language = Scripted(unsure, phrase)
        prepared = hear(made.transcript, PFLEGEBERICHT, Context()).checked
        engine = LlmEngine(language)
        return engine.redo(made, field, remark, PFLEGEBERICHT, Context(), prepared), language

    def test_only_that_field_changes_and_the_wish_is_told(self) -> None:
        made, language = self.redone(
            by_rules(), swapped("habe ich ihr einen", "wurde ihr ein"), remark="im Passiv\nbitte"
        )
        assert "wurde ihr ein Tee" in str(made.fields["massnahme"].value)
        assert any("Wunsch: im Passiv bitte" in prompt for prompt in language.seen)
        for id, field in by_rules().fields.items():
            if id != "massnahme":
                assert made.fields[id] == field

    def test_it_begins_with_the_quote_again(self) -> None:
        first, _ = draft(swapped("habe ich ihr einen", "wurde ihr ein"))
        again, _ = self.redone(first, lambda line, near: near)
        assert again.fields["massnahme"].value == by_rules().fields["massnahme"].value
        assert {one.wording for one in again.fields["massnahme"].statements} == {Wording.QUOTED}

    def test_a_wish_for_more_than_was_said_is_not_granted(self) -> None:
        made, _ = self.redone(by_rules(), swapped("Tee", "Tee mit Honig"), remark="mit Honig")
        assert made.fields["massnahme"].value == by_rules().fields["massnahme"].value
        assert {one.wording for one in made.fields["massnahme"].statements} == {Wording.KEPT}

    def test_what_a_person_wrote_stays(self) -> None:
        before = by_rules()
        (note,) = before.fields["massnahme"].statements
        own = replace(note, text="Tee gebracht.", origin=Origin.HUMAN)
        edited = {**before.fields, "massnahme": DraftField(own.text, (own,))}
        before = check_draft(replace(before, fields=edited), PFLEGEBERICHT, Context())
        made, language = self.redone(before, swapped("Tee", "Kaffee"))
        assert made.fields == before.fields
        assert not language.seen


def test_the_json_says_what_was_phrased() -> None:
    made, _ = draft(swapped("habe ich ihr einen Tee gebracht", "wurde ihr ein Tee gebracht"))
    note = to_json(made)["fields"]["massnahme"]["statements"][0]  # type: ignore[index]
    assert (note["wording"], note["origin"]) == ("phrased", "llm")
    assert "habe ich" in note["quote"]
    for id in ("person", "aeusserung"):
        for other in to_json(made)["fields"][id]["statements"]:  # type: ignore[index]
            assert not {"wording", "quote"} & other.keys()
