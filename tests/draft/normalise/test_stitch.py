"""Values that run over the end of a segment, and what only looks like one."""

from __future__ import annotations

from typing import Any

import pytest

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.normalise import normalise
from dokuhelfer.draft.normalise.model import DropReason, join
from dokuhelfer.transcript.model import Segment, Transcript

from .test_lossless import assert_loss_free


@pytest.mark.parametrize(
    ("segments", "written"),
    [
        (("Temperatur achtunddreißig", "vier im Ohr."), "Temperatur 38,4 im Ohr."),
        (("Temperatur sechsunddreißig", "Komma neun"), "Temperatur 36,9"),
        (("Temperatur sechsunddreißig Komma", "neun"), "Temperatur 36,9"),
        (("Der Blutdruck war hundertvierzig", "zu neunzig."), "Der Blutdruck war 140/90."),
        (("RR eins", "fünfundvierzig zu achtzig"), "RR 145/80"),
        (("Sie wiegt zweiundsiebzig", "drei."), "Sie wiegt 72,3."),
        (("Um neun Uhr", "zwanzig war Visite."), "Um 09:20 Uhr war Visite."),
        (("Um neun", "Uhr zwanzig war Visite."), "Um 09:20 Uhr war Visite."),
        (("um viertel", "nach sieben"), "um 07:15"),
        (("vier", "und zwanzig Tropfen"), "24 Tropfen"),
    ],
)
def test_one_value(heard: Any, segments: tuple[str, ...], written: str) -> None:
    result = heard(*segments)
    assert join(result.tokens) == written
    assert [piece.span.segment for piece in result.dropped] == [1]
    assert result.dropped[0].reason is DropReason.JOINED
    assert_loss_free(segments, result)


@pytest.mark.parametrize(
    ("segments", "written"),
    [
        (("Temperatur siebenunddreißig", "zwei Tabletten genommen."), "Temperatur 37 2 Tabletten"),
        (("Temperatur siebenunddreißig.", "zwei Tabletten."), "Temperatur 37. 2 Tabletten."),
        (("Temperatur siebenunddreißig", "Zwei waren da."), "Temperatur 37 2 waren da."),
        (("Um acht Uhr", "dreißig Tropfen"), "Um 08:00 Uhr 30 Tropfen"),
        (("Puls achtzig", "Sättigung neunzig"), "Puls 80 Sättigung 90"),
        (("Es waren drei", "und dann kam der Sohn"), "Es waren 3 und dann kam der Sohn"),
    ],
)
def test_two_values(heard: Any, segments: tuple[str, ...], written: str) -> None:
    result = heard(*segments)
    assert join(result.tokens).startswith(written)
    assert result.dropped == ()


@pytest.mark.parametrize(("pause", "written"), [(0.4, "Temperatur 37,2"), (5.0, "Temperatur 37 2")])
def test_a_long_pause_begins_something_new(pause: float, written: str) -> None:
    said = Transcript(
        (
            Segment(0, 0.0, 2.0, "Temperatur siebenunddreißig"),
            Segment(1, 2.0 + pause, 8.0, "zwei"),
        )
    )
    assert join(normalise(said, Context()).tokens) == written
