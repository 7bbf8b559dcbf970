"""Where a dictation is cut: what belongs together stays together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.clauses import cut
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.normalise import normalise
from dokuhelfer.draft.normalise.model import Normalised, TokenKind
from dokuhelfer.transcript.model import Segment, Transcript


def normalised(*segments: str) -> Normalised:
    texts = tuple(Segment(number, None, None, text) for number, text in enumerate(segments))
    return normalise(Transcript(texts), Context())


def texts(*segments: str) -> list[str]:
    return [clause.text for clause in cut(normalised(*segments))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Frau Berger, RR 130/80, links, Puls 72, Temperatur 37,2 im Ohr.",
            ["Frau Berger,", "RR 130/80, links,", "Puls 72,", "Temperatur 37,2 im Ohr."],
        ),
        (
            "Kein Fieber, keine Schmerzen angegeben.",
            ["Kein Fieber,", "keine Schmerzen angegeben."],
        ),
        (
            "Keine Rötung, Schwellung oder Druckstelle.",
            ["Keine Rötung, Schwellung oder Druckstelle."],
        ),
        (
            "Er sagt die Zahlung nur zu, wenn die Unterlagen da sind.",
            ["Er sagt die Zahlung nur zu, wenn die Unterlagen da sind."],
        ),
        (
            "Wenn sie wieder Schmerzen hat, soll der Arzt kommen.",
            ["Wenn sie wieder Schmerzen hat, soll der Arzt kommen."],
        ),
        (
            "Den Hausarzt hab ich angerufen, aber nicht erreicht.",
            ["Den Hausarzt hab ich angerufen, aber nicht erreicht."],
        ),
        ("Er sagt, er habe Angst.", ["Er sagt, er habe Angst."]),
        (
            "Sie gab an, keinen Durst zu haben. Er bat, den Sohn anzurufen.",
            ["Sie gab an, keinen Durst zu haben.", "Er bat, den Sohn anzurufen."],
        ),
        (
            "Er klagt, nicht liegen zu können, hat dann geklingelt.",
            ["Er klagt, nicht liegen zu können,", "hat dann geklingelt."],
        ),
        (
            "Sie ist munter, hat viel zu erzählen.",
            ["Sie ist munter,", "hat viel zu erzählen."],
        ),
        (
            "Frau S. ruft an. Sie weint.",
            ["Frau S. ruft an.", "Sie weint."],
        ),
        (
            "Sie sagt: „Mir ist kalt. Ich will heim.“ Danach schlief sie.",
            ["Sie sagt: „Mir ist kalt. Ich will heim.“", "Danach schlief sie."],
        ),
    ],
)
def test_cuts(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize("phrase", ["ab und zu", "hin und wieder", "nach und nach"])
def test_a_phrase_with_und_stays_whole(phrase: str) -> None:
    assert texts(f"Sie lacht {phrase} wenn Musik läuft.")[0].startswith(f"Sie lacht {phrase}")


def test_an_und_behind_a_particle_may_open_a_clause() -> None:
    found = texts("Morgens nahm sie den Verband ab und am Abend hat sie ihn wieder angelegt.")
    assert len(found) == 2
    assert found[1].startswith("und am Abend")


def test_a_sentence_may_run_over_segments_a_clause_may_not() -> None:
    clauses = cut(normalised("Frau Berger hat gut", "geschlafen. Sie ist wach."))
    assert [clause.span.segment for clause in clauses] == [0, 1, 1]
    assert clauses[0].sentence == clauses[1].sentence != clauses[2].sentence


def _spoken(clauses: tuple[Clause, ...]) -> list[object]:
    return [token for clause in clauses for token in clause.tokens]


@given(st.lists(st.text(max_size=60), max_size=4))
def test_every_token_is_in_exactly_one_clause(segments: list[str]) -> None:
    found = normalised(*segments)
    clauses = cut(found)
    assert _spoken(clauses) == [t for t in found.tokens if t.kind is not TokenKind.BREAK]
    assert [clause.number for clause in clauses] == list(range(len(clauses)))
    for clause in clauses:
        assert len({token.span.segment for token in clause.tokens}) == 1
