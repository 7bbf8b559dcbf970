"""Cases 2 and 4 of the fifteen in which other programs failed (peers.md §7): what a model makes
up in the place of speech. Shown with a model that does so."""

from __future__ import annotations

import pytest

from dokuhelfer.engine.messages import Reason
from dokuhelfer.engine.worker.understanding import Understanding
from dokutest.scripted import ScriptedModel, cut, sentence

SAID = " ".join(
    f"Um {hour} Uhr hat sie ein Glas Wasser getrunken." for hour in ("acht", "zehn", "elf")
)
CLOSING = "Vielen Dank für die Aufmerksamkeit."


@pytest.mark.parametrize("sharing", [False, True])
def test_case_2_speech_replaced_by_a_stock_phrase(sharing: bool) -> None:
    """Half a minute of speech after a pause becomes a closing phrase: it is decoded again; a
    text that comes then stands, else the stretch is shown to the person."""
    recovering = ScriptedModel(alone={1: [CLOSING, SAID]}, together={1: CLOSING, 2: CLOSING})
    stubborn = ScriptedModel(alone={1: [CLOSING]}, together={1: CLOSING, 2: CLOSING})
    found = []
    for model in (recovering, stubborn):
        understanding = Understanding(model, sharing)  # type: ignore[arg-type]
        progress = [*understanding.take(cut(1, voiced=22.0)), *understanding.take(cut(2))]
        found.append([*progress, *understanding.finish()])

    first, _ = found[0]
    assert first.spoken is not None
    assert first.spoken.text == SAID
    withheld, untouched = found[1]
    assert withheld.spoken is None
    assert withheld.silent[-1].reason is Reason.STOCK_PHRASE
    assert (withheld.silent[-1].start, withheld.silent[-1].end) == (10.0, 14.0)
    assert untouched.spoken is not None
    assert untouched.spoken.text == sentence(2)


def test_case_4_a_sentence_that_goes_round_in_circles() -> None:
    """It is decoded again; what still loops keeps one round and what was before."""
    loop = "Sie trinkt. " + "Er hat gut gegessen und getrunken. " * 12
    model = ScriptedModel(alone={1: [loop]})
    understanding = Understanding(model, False)  # type: ignore[arg-type]

    (progress,) = understanding.take(cut(1))

    assert model.decoded == 3
    assert progress.spoken is not None
    assert progress.spoken.text == "Sie trinkt. Er hat gut gegessen und getrunken."
    assert progress.silent[-1].reason is Reason.REPETITION
