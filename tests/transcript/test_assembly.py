from __future__ import annotations

from dokuhelfer.engine.messages import Progress, Reason, Silent, Spoken, SpokenWord
from dokuhelfer.transcript.assembly import Assembly
from dokuhelfer.transcript.model import Segment, Skipped, SkipReason, Word


def spoken(start: float, end: float, text: str) -> Spoken:
    return Spoken(start, end, text, (SpokenWord(text, start, end, 0.5),))


def skipped_of(*silent: Silent) -> tuple[Skipped, ...]:
    assembly = Assembly()
    assembly.add(Progress(1, None, silent))
    return assembly.transcript("m", 1.0, True).skipped


def test_utterances_get_running_ids() -> None:
    assembly = Assembly()

    first = assembly.add(Progress(1, spoken(0.0, 1.0, "Eins")))
    second = assembly.add(Progress(2, spoken(1.0, 2.0, "Zwei")))

    assert first == Segment(0, 0.0, 1.0, "Eins", (Word("Eins", 0.0, 1.0, 0.5),))
    assert second is not None
    assert second.id == 1
    transcript = assembly.transcript("demo", 2.0, False)
    assert transcript.segments == (first, second)
    assert (transcript.model, transcript.duration, transcript.complete) == ("demo", 2.0, False)


def test_short_pauses_are_left_out_and_long_ones_listed() -> None:
    assembly = Assembly()
    assembly.add(Progress(1, spoken(1.0, 2.0, "a"), (Silent(0.0, 1.0, Reason.SILENCE),)))
    assembly.add(Progress(2, spoken(4.0, 5.0, "b"), (Silent(2.0, 4.0, Reason.SILENCE),)))

    assert assembly.transcript("m", 5.0, True).skipped == (Skipped(2.0, 4.0, SkipReason.SILENCE),)


def test_lost_sound_is_listed_behind_the_silence_before_it() -> None:
    assembly = Assembly()
    assembly.add(Progress(1, None, (Silent(0.0, 2.0, Reason.SILENCE),)))
    assembly.add_lost(2.0, 2.5)

    assert assembly.transcript("m", 2.5, True).skipped == (
        Skipped(0.0, 2.0, SkipReason.SILENCE),
        Skipped(2.0, 2.5, SkipReason.NOISE),
    )


def test_pieces_of_one_silence_are_put_together() -> None:
    assert skipped_of(
        Silent(0.0, 9.7, Reason.SILENCE),
        Silent(9.7, 19.4, Reason.SILENCE),
        Silent(19.4, 20.0, Reason.NOISE),
    ) == (Skipped(0.0, 20.0, SkipReason.SILENCE),)


def test_long_pieces_of_different_kinds_stay_apart() -> None:
    assert skipped_of(Silent(0.0, 3.0, Reason.SILENCE), Silent(3.0, 6.0, Reason.NOISE)) == (
        Skipped(0.0, 3.0, SkipReason.SILENCE),
        Skipped(3.0, 6.0, SkipReason.NOISE),
    )


def test_a_withheld_text_is_listed_however_short() -> None:
    assert skipped_of(
        Silent(0.0, 1.0, Reason.SILENCE),
        Silent(1.0, 1.4, Reason.LOW_CONFIDENCE),
        Silent(1.4, 2.0, Reason.SILENCE),
    ) == (Skipped(1.0, 1.4, SkipReason.LOW_CONFIDENCE),)


def test_every_reason_of_the_engine_is_one_of_the_transcript() -> None:
    assert {reason.value for reason in Reason} == {reason.value for reason in SkipReason}
