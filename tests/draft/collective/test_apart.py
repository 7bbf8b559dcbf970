"""Each entry of a round for itself: its own words, its own times, nobody else's."""

from __future__ import annotations

import pytest

from dokuhelfer.draft.collective.apart import OwnDraft, apart
from dokuhelfer.draft.collective.assemble import Collective
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.load import list_templates
from dokuhelfer.transcript.model import Segment, Skipped, SkipReason, Suggestion, Transcript, Word

_SAID = (
    "Frau Kern hat gut geschlafen.",
    "Herr Wolf hat über Schmerzen im Knie geklagt und Frau Kern hat geholfen.",
)


def _timed(id: int, start: float, text: str) -> Segment:
    words = text.split(" ")
    timed = tuple(Word(f" {one}", start + n, start + n + 0.9, 0.9) for n, one in enumerate(words))
    return Segment(id, start, start + len(words), text, timed)


@pytest.fixture
def own() -> tuple[OwnDraft, ...]:
    segments = (_timed(0, 0.0, _SAID[0]), _timed(1, 10.0, _SAID[1]))
    at = _SAID[1].index("Knie")
    transcript = Transcript(
        segments,
        skipped=(Skipped(6.0, 9.0, SkipReason.NOISE), Skipped(17.5, 18.0, SkipReason.NOISE)),
        suggestions=(Suggestion(1, at, at + 4, "Knie", "Kinn", 0.8),),
    )
    templates = {template.id: template for template in list_templates()}
    collective = Collective(transcript, templates, Context(), RulesEngine(), {})
    return apart(collective, *collective.propose())


def test_nobody_reads_the_words_about_another(own: tuple[OwnDraft, ...]) -> None:
    kern, wolf = (" ".join(one.text for one in own[n].draft.transcript.segments) for n in (0, 1))
    assert "Schmerzen" not in kern
    assert "geschlafen" not in wolf
    assert "Kern" not in wolf


def test_the_person_of_an_entry_is_its_chosen_one(own: tuple[OwnDraft, ...]) -> None:
    assert [one.context.person for one in own] == ["Frau Kern", "Herr Wolf"]
    assert [one.draft.fields["person"].value for one in own] == ["Frau Kern", "Herr Wolf"]


def test_evidence_lies_in_the_own_words(own: tuple[OwnDraft, ...]) -> None:
    for one in own:
        texts = {segment.id: segment.text for segment in one.draft.transcript.segments}
        for field in one.draft.fields.values():
            for statement in field.statements:
                assert all(
                    texts[span.segment][span.start : span.end] for span in statement.evidence
                )


def test_words_keep_their_seconds(own: tuple[OwnDraft, ...]) -> None:
    first = own[1].draft.transcript.segments[0]
    assert "Knie" in [word.text.strip() for word in first.words]
    assert first.start == 10.0
    assert all(word.start >= 10.0 for word in first.words)


def test_sound_without_text_goes_with_what_was_said_before_it(own: tuple[OwnDraft, ...]) -> None:
    assert [[one.start for one in entry.draft.transcript.skipped] for entry in own] == [
        [6.0],
        [17.5],
    ]


def test_a_word_that_may_have_been_another_keeps_its_place(own: tuple[OwnDraft, ...]) -> None:
    found = own[1].draft.transcript.suggestions
    text = own[1].draft.transcript.segments[0].text
    assert [text[one.start : one.end] for one in found] == ["Knie"]
    assert own[0].draft.transcript.suggestions == ()
