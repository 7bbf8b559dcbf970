"""Drafting while somebody speaks: the same draft, and hardly any work left at the end."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from dokuhelfer.bench.dictation import dictation
from dokuhelfer.bench.language import in_utterances
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import make_draft
from dokuhelfer.draft.llm import DraftingSession, LlmEngine
from dokuhelfer.draft.llm.prompt import one_line
from dokuhelfer.draft.model import Draft
from dokuhelfer.draft.prepared import prepare
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.engine.language import LanguageWorker
from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.transcript.json import from_text
from dokuhelfer.transcript.model import Segment, Transcript
from dokutest.languages import ROOMY, Scripted

TEMPLATE = load_template("pflegebericht")
UTTERANCES = (
    "Frau Lorenz hat schlecht geschlafen und war oft wach.",
    "Ich habe ihr gegen drei einen Tee gebracht.",
    "Sie hat die Hälfte getrunken und ist danach eingeschlafen.",
    "Am Morgen wirkte sie müde und wollte nicht aufstehen.",
    "Die Tochter war am Vormittag zu Besuch.",
    "Beim Waschen hat sie gut mitgeholfen.",
    "Die Haut am Steiß ist gerötet, ich habe gecremt.",
    "Der Arzt wird morgen angerufen.",
)
_PER_QUESTION = 16
"""Tokens of a question and its answer, in bytes: the random model's tokens."""
_PER_TURN = 80


class Counting:
    """Passes on to a model and counts tokens evaluated since `restart`."""

    def __init__(self, worker: LanguageWorker) -> None:
        self.worker = worker
        self.held = 0
        self.evaluated = 0

    def restart(self) -> None:
        self.evaluated = 0

    def begin(self, pieces: Sequence[object]) -> int:
        self.held = self.worker.begin(pieces)  # type: ignore[arg-type]
        self.evaluated += self.held
        return self.held

    def append(self, pieces: Sequence[object]) -> int:
        before, self.held = self.held, self.worker.append(pieces)  # type: ignore[arg-type]
        self.evaluated += self.held - before
        return self.held

    def rewind(self, tokens: int) -> None:
        self.worker.rewind(tokens)
        self.held = tokens

    def choose(self, options: Sequence[str]) -> int:
        self.evaluated += 1
        return self.worker.choose(options)

    def write(self, *_: object) -> Iterator[str]:
        raise AssertionError


def spoken(most: int) -> Transcript:
    """The first utterances, a segment each."""
    segments = tuple(
        Segment(id=number, start=None, end=None, text=text, words=())
        for number, text in enumerate(UTTERANCES[:most])
    )
    return replace(from_text("x"), segments=segments)


def session(language: object) -> DraftingSession:
    return DraftingSession(language, TEMPLATE, Context())  # type: ignore[arg-type]


def first(line: str, options: Sequence[str]) -> int:
    return 0


def test_it_ends_with_the_draft_of_the_whole() -> None:
    at_once = make_draft(spoken(8), TEMPLATE, Context(), LlmEngine(Scripted(first)))
    growing = session(Scripted(first))
    for many in range(1, 9):
        growing.add(spoken(many))
    assert growing.finish(spoken(8)) == at_once


def test_each_clause_is_read_and_asked_for_once() -> None:
    asked: list[str] = []

    def reply(line: str, options: Sequence[str]) -> int:
        asked.append(line)
        return 0

    language = Scripted(reply)
    growing = session(language)
    for many in range(1, 9):
        growing.add(spoken(many))
    during = len(asked)
    growing.finish(spoken(8))
    assert len(asked) == during == len(set(asked))
    whole = language.seen[-1]
    for clause in prepare(spoken(8), Context()).clauses:
        assert whole.count(f"] {one_line(clause)}") == 1
    for before, after in zip(language.seen, language.seen[1:], strict=False):
        assert after.startswith(before)  # it only ever grew


def test_somebody_who_needs_the_machine_gets_it_after_one_question() -> None:
    asked: list[str] = []

    def reply(line: str, options: Sequence[str]) -> int:
        asked.append(line)
        return 0

    growing = session(Scripted(reply))
    growing.add(spoken(8), go_on=lambda: len(asked) < 2)
    assert len(asked) == 2
    growing.add(spoken(8), go_on=lambda: len(asked) < 5)
    assert len(asked) == len(set(asked)) == 5
    at_once = make_draft(spoken(8), TEMPLATE, Context(), LlmEngine(Scripted(first)))
    assert growing.finish(spoken(8)) == at_once


def test_what_is_taken_back_later_is_not_in_the_draft() -> None:
    growing = session(Scripted(first))
    growing.add(from_text("Frau Lorenz hat gut gegessen. Sie war im Garten."))
    said = "Frau Lorenz hat gut gegessen. Sie war im Garten. Nein, letzten Satz streichen."
    made = growing.finish(from_text(said))
    at_once = make_draft(from_text(said), TEMPLATE, Context(), LlmEngine(Scripted(first)))
    assert made == at_once
    assert "Garten" not in str([field.value for field in made.fields.values()])


def phrasing(language: object) -> DraftingSession:
    return DraftingSession(language, TEMPLATE, Context(), phrases=True)  # type: ignore[arg-type]


def grew(session: DraftingSession, most: int) -> None:
    for many in range(1, most + 1):
        session.add(spoken(many))


def all_texts(made: Draft) -> dict[str, object]:
    return {id: field.value for id, field in made.fields.items()}


def test_the_draft_so_far_asks_nothing_and_is_whole() -> None:
    language = Scripted(first)
    growing = session(language)
    grew(growing, 7)
    asked = len(language.seen)
    early = growing.so_far(spoken(8))
    assert len(language.seen) == asked
    assert tuple(early.fields) == TEMPLATE.field_ids
    assert early.engine == "llm"
    made = growing.finish(spoken(8))
    assert len(language.seen) > asked
    for id, field in early.fields.items():
        if id != "beobachtung":  # where the model of this test points
            assert field.value is None or made.fields[id].value in (None, field.value)
    assert "Arzt" in str(all_texts(early))


def test_without_a_word_read_the_draft_so_far_is_the_rules_own() -> None:
    by_rules = make_draft(spoken(8), TEMPLATE, Context(), RulesEngine())
    language = Scripted(first)
    assert session(language).so_far(spoken(8)).fields == by_rules.fields
    assert not language.seen


def test_sentences_are_written_while_somebody_speaks() -> None:
    written: list[str] = []

    def phrase(line: str, near: str) -> str:
        written.append(near)
        return near

    growing = phrasing(Scripted(first, phrase))
    grew(growing, 7)
    during = len(written)
    assert during >= 5
    made = growing.finish(spoken(8))
    assert len(written) - during <= 2
    at_once = LlmEngine(Scripted(first), phrases=True)
    assert made == make_draft(spoken(8), TEMPLATE, Context(), at_once)


def test_a_sentence_that_is_interrupted_leaves_nothing_in_the_prompt() -> None:
    def pieces(line: str, near: str) -> str:
        return near

    whole = Scripted(first, pieces)
    growing = phrasing(whole)
    left = 12
    moments = iter(range(10_000))
    growing.add(spoken(8), go_on=lambda: next(moments) < left)
    prompt = "".join(whole.prompt)
    growing.add(spoken(8), go_on=lambda: False)
    assert "".join(whole.prompt) == prompt  # nothing half said stays in it
    made = growing.finish(spoken(8))
    at_once = LlmEngine(Scripted(first), phrases=True)
    assert made == make_draft(spoken(8), TEMPLATE, Context(), at_once)


class WordByWord(Scripted):
    """Writes the quote a word at a time, from where the line it is asked to go on ends."""

    written = 0

    def write(
        self, most: int, stops: Sequence[str] = (), letters: str = "", near: str = ""
    ) -> Generator[str, None, object]:
        line = "".join(self.prompt).rsplit("\n", 1)[-1]
        begun = line[line.index(":") + 1 :].replace("<>", "")
        assert near.startswith(begun)
        for word in near.removeprefix(begun).split():
            self.written += 1
            self.prompt.append(f" {word}")
            yield f" {word}"
        return None


def test_an_interrupted_sentence_leaves_those_before_it_in_the_prompt() -> None:
    kept = []
    for most in range(8, 60, 3):
        language = WordByWord(first)
        moments = iter(range(10_000))
        phrasing(language).add(
            spoken(8), go_on=lambda moments=moments, most=most: next(moments) < most
        )
        sentences = re.findall(r"\] \w+:(.*)", "".join(language.prompt).replace("<>", ""))
        assert all(sentences)
        kept.append(len(sentences))
    assert max(kept) > 2


def test_a_sentence_that_is_interrupted_goes_on_behind_its_last_whole_word() -> None:
    at_once = WordByWord(first)
    made = phrasing(at_once).finish(spoken(8))
    language = WordByWord(first)
    growing = phrasing(language)
    for most in range(2, 30):
        moments = iter(range(10_000))
        growing.add(spoken(8), go_on=lambda moments=moments, most=most: next(moments) < most)
    assert growing.finish(spoken(8)) == made
    pauses = 28
    assert at_once.written < language.written <= at_once.written + pauses


def test_a_clause_that_still_grows_waits() -> None:
    language = Scripted(first)
    growing = session(language)
    begun = from_text("Frau Lorenz hat gut gegessen. Am Morgen wirkte sie müde")
    growing.add(begun)
    assert "gut gegessen" in language.seen[-1]
    assert "Am Morgen" not in language.seen[-1]
    growing.finish(from_text("Frau Lorenz hat gut gegessen. Am Morgen wirkte sie müde und blass."))
    assert language.seen[-1].count("Am Morgen wirkte sie") == 1


def test_the_template_can_be_read_before_anybody_speaks() -> None:
    language = Scripted(first)
    growing = session(language)
    growing.prepare()
    growing.prepare()
    assert len(language.seen) == 1
    growing.add(spoken(1))
    assert language.seen[1].startswith(language.seen[0])


def test_nothing_said_is_nothing_to_do() -> None:
    language = Scripted(first)
    session(language).add(spoken(0))
    assert not language.seen


@pytest.mark.llama
@pytest.mark.program
def test_at_the_end_only_what_was_said_last_is_read(random_language: LanguageModel) -> None:
    """Tokens evaluated at the end: those of the last clauses, and a few for each question."""
    left: list[int] = []
    for length in (3, 8):
        with LanguageWorker(random_language, ROOMY) as worker:
            language = Counting(worker)
            growing = session(language)
            for many in range(1, length):
                growing.add(spoken(many))
            language.restart()
            growing.finish(spoken(length))
            last = [
                one_line(clause)
                for clause in prepare(spoken(length), Context()).clauses
                if clause.span.segment == length - 1
            ]
            bytes_said = sum(len(f"\n[{length}0] {line}".encode()) for line in last)
            left.append(language.evaluated - bytes_said)
            assert left[-1] <= _PER_TURN + _PER_QUESTION * len(last)
    assert left[1] <= left[0] + 2 * _PER_QUESTION  # whatever was said before


@pytest.mark.llama
@pytest.mark.program
def test_the_real_one_pauses_and_goes_on(random_language: LanguageModel) -> None:
    with LanguageWorker(random_language, ROOMY) as worker:
        growing = session(worker)
        for many in range(1, 9):
            growing.add(spoken(many), go_on=lambda many=many: many % 3 != 0)  # type: ignore[misc]
        made = growing.finish(spoken(8))
    assert tuple(made.fields) == TEMPLATE.field_ids


@pytest.mark.llama
@pytest.mark.program
def test_the_real_one_goes_on_with_a_sentence_as_if_never_interrupted(
    random_language: LanguageModel,
) -> None:
    with LanguageWorker(random_language, ROOMY) as worker:
        at_once = phrasing(worker).finish(spoken(3))
    with LanguageWorker(random_language, ROOMY) as worker:
        growing = phrasing(worker)
        for most in range(2, 12):
            moments = iter(range(10_000))
            growing.add(spoken(3), go_on=lambda moments=moments, most=most: next(moments) < most)
        assert growing.finish(spoken(3)) == at_once


def test_what_is_said_meanwhile_is_placed_before_the_next_sentence() -> None:
    written: list[str] = []

    def noted(line: str, near: str) -> str:
        written.append(line)
        return near

    language = Scripted(first, noted)
    growing = phrasing(language)
    growing.add(spoken(4), more_said=lambda: 2)
    assert len(written) == 1
    growing.add(spoken(6), more_said=lambda: 2)
    assert len(written) == 1  # the first is known; what came since is placed
    assert "Haut am Steiß" not in language.seen[-1]
    assert "mitgeholfen" in language.seen[-1]
    growing.add(spoken(6), more_said=lambda: 1)
    assert len(written) > 2  # a single utterance waits for all sentences
    growing.finish(spoken(6))
    assert len(written) == len(set(written)) > 1


def test_three_minutes_with_all_their_sentences_stay_on_one_page() -> None:
    """A new page has all that was said read again."""
    said = in_utterances(dictation(360))
    language = Scripted(first)
    growing = DraftingSession(language, TEMPLATE, Context(), phrases=True)
    for many in range(1, len(said.segments)):
        growing.add(replace(said, segments=said.segments[:many]))
    growing.finish(said)
    prompts = language.seen
    assert all(after.startswith(before) for before, after in pairwise(prompts))
    assert len(prompts[-1]) > 6000
