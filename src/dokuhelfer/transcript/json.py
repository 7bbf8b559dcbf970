"""Transcripts as JSON, format ``dokuhelfer.transcript/1``, and transcripts of typed text."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from typing import NoReturn

from dokuhelfer.errors import Code, DokuError
from dokuhelfer.transcript.model import (
    FORMAT,
    Segment,
    Skipped,
    SkipReason,
    Suggestion,
    Transcript,
    Word,
)

_BOM = "\ufeff"


def to_json(transcript: Transcript) -> dict[str, object]:
    """The transcript as values `json.dumps` takes; the format is the design's.

    ``suggestions`` is there only where there are some.
    """
    body: dict[str, object] = {
        "format": FORMAT,
        "language": transcript.language,
        "model": transcript.model,
        "duration": transcript.duration,
        "complete": transcript.complete,
        "segments": [_segment_to_json(segment) for segment in transcript.segments],
        "skipped": [
            {"start": span.start, "end": span.end, "reason": span.reason.value}
            for span in transcript.skipped
        ],
    }
    if transcript.suggestions:
        body["suggestions"] = [asdict(one) for one in transcript.suggestions]
    return body


def from_json(value: object) -> Transcript:
    """The transcript of parsed JSON. Strict about types; unknown keys are ignored.

    Raises:
        DokuError: `JSON_WRONG_FORMAT` with the place (``segments/3/text``).
    """
    body = _Object(value, "")
    if body.text("format") != FORMAT:
        body.refuse("format")
    segments = tuple(_segment(item) for item in body.objects("segments"))
    if len({segment.id for segment in segments}) != len(segments):
        body.refuse("segments")
    return Transcript(
        segments=segments,
        language=body.text("language"),
        model=body.text_or_null("model"),
        duration=body.time_or_null("duration"),
        complete=body.boolean("complete"),
        skipped=tuple(_skipped(item) for item in body.objects("skipped")),
        suggestions=_suggestions(body, segments),
    )


def from_text(text: str) -> Transcript:
    """Typed text as one segment with id 0 and no times; line ends become ``\\n``."""
    unified = text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
    return Transcript(segments=(Segment(id=0, start=None, end=None, text=unified),))


def _segment_to_json(segment: Segment) -> dict[str, object]:
    return {
        "id": segment.id,
        "start": segment.start,
        "end": segment.end,
        "text": segment.text,
        "words": [
            {"text": word.text, "start": word.start, "end": word.end, "p": word.p}
            for word in segment.words
        ],
    }


def _segment(item: _Object) -> Segment:
    return Segment(
        id=item.integer("id"),
        start=item.time_or_null("start"),
        end=item.time_or_null("end"),
        text=item.text("text"),
        words=tuple(_word(word) for word in item.objects("words")),
    )


def _word(item: _Object) -> Word:
    return Word(item.text("text"), item.time("start"), item.time("end"), item.number("p"))


def _skipped(item: _Object) -> Skipped:
    try:
        reason = SkipReason(item.text("reason"))
    except ValueError:
        item.refuse("reason")
    return Skipped(item.time("start"), item.time("end"), reason)


def _suggestions(body: _Object, segments: tuple[Segment, ...]) -> tuple[Suggestion, ...]:
    """Those that can be read and whose words still stand at their place.

    The key is ours alone: another program's, or one left behind by whoever corrected the
    text, is no reason to refuse a transcript.
    """
    texts = {segment.id: segment.text for segment in segments}
    found = []
    for item in body.anything("suggestions"):
        with suppress(DokuError):
            suggestion = _suggestion(_Object(item, "suggestions"))
            heard = texts.get(suggestion.segment, "")[max(0, suggestion.start) : suggestion.end]
            if suggestion.heard and heard == suggestion.heard:
                found.append(suggestion)
    return tuple(found)


def _suggestion(item: _Object) -> Suggestion:
    return Suggestion(
        segment=item.integer("segment"),
        start=item.integer("start"),
        end=item.integer("end"),
        heard=item.text("heard"),
        offered=item.text("offered"),
        closeness=item.number("closeness"),
    )


def _is_text(value: str) -> bool:
    """Half a surrogate pair is legal in JSON and is no text anywhere else."""
    return not any("\ud800" <= character <= "\udfff" for character in value)


class _Object:
    """A JSON object read strictly; refusals name the place in it."""

    def __init__(self, value: object, place: str) -> None:
        self._place = place
        if not isinstance(value, Mapping):
            self.refuse("")
        self._value: Mapping[str, object] = value

    def refuse(self, key: str) -> NoReturn:
        place = f"{self._place}/{key}".strip("/")
        raise DokuError(Code.JSON_WRONG_FORMAT, place=place)

    def text(self, key: str) -> str:
        value = self._value.get(key)
        if not isinstance(value, str) or not _is_text(value):
            self.refuse(key)
        return value

    def anything(self, key: str) -> Sequence[object]:
        """The items of a list, whatever they are; none where there is no list."""
        value = self._value.get(key)
        return value if isinstance(value, list) else ()

    def text_or_null(self, key: str) -> str | None:
        return None if self._is_null(key) else self.text(key)

    def boolean(self, key: str) -> bool:
        value = self._value.get(key)
        return value if isinstance(value, bool) else self.refuse(key)

    def integer(self, key: str) -> int:
        value = self._value.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else self.refuse(key)

    def number(self, key: str) -> float:
        value = self._value.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(key)
        try:
            number = float(value)
        except OverflowError:
            self.refuse(key)
        return number if math.isfinite(number) else self.refuse(key)

    def time(self, key: str) -> float:
        """Seconds; none are before the beginning."""
        value = self.number(key)
        return value if value >= 0 else self.refuse(key)

    def time_or_null(self, key: str) -> float | None:
        return None if self._is_null(key) else self.time(key)

    def objects(self, key: str) -> list[_Object]:
        value = self._value.get(key)
        if not isinstance(value, list):
            self.refuse(key)
        place = f"{self._place}/{key}".strip("/")
        return [_Object(item, f"{place}/{number}") for number, item in enumerate(value)]

    def _is_null(self, key: str) -> bool:
        return key in self._value and self._value[key] is None
