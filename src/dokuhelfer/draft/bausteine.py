"""„Baustein Lagerung“: the institution's own sentence in place of the spoken words.

The words are taken out of the dictation before it is normalised, so that neither an engine
nor the check takes them for content; blanks and a full stop keep every other place where it
was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.model import DraftField, Origin, Span, Statement
from dokuhelfer.draft.normalise.tables.strikes import ALONE, CLEAR
from dokuhelfer.draft.template.model import Baustein, FieldType, Template
from dokuhelfer.draft.template.schema import UNPLACED
from dokuhelfer.transcript.model import Transcript

_GAP = r"[\s,.:;„“\"–-]*"
_CALL = rf"(?:\b(?:bitte|den)\s+)*\bbaustein\b{_GAP}(?:zum?r?\s+)?"
_TAIL = r"(?:\s+(?:bitte|einfügen|einsetzen|einfüg|rein))*"
_TAKEN_BACK = re.compile(
    rf"{_GAP}(?:äh\s+)?(?:nein|nee|quatsch|halt|stopp|moment|korrektur|falsch|"
    rf"ich korrigiere|ich meine?){_GAP}",
    re.IGNORECASE,
)
_STRIKES = sorted(
    (" ".join(words) for known in (CLEAR, ALONE) for group in known.values() for words in group),
    key=len,
)
_STRUCK = re.compile(
    rf"{_GAP}(?:{'|'.join(map(re.escape, reversed(_STRIKES)))})\b[.!]?", re.IGNORECASE
)
_UNKNOWN = re.compile(
    r"(?:(?<=[.,;:!?\n])|^)\s*(?P<words>baustein\s+[^\W\d_]+(?:\s+[^\W\d_]+)?)(?=\s*(?:[.,;!?\n]|$))",
    re.IGNORECASE,
)
"""A Baustein nobody knows: a piece of its own, so that „ein Baustein der Hilfe“ is none."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was said of Bausteine in a dictation.

    Attributes:
        rest: the dictation with their words blanked out, all places unchanged.
        inserted: each Baustein with its place, those taken back left out.
        unknown: places of Bausteine nobody knows.
    """

    rest: Transcript
    inserted: tuple[tuple[Baustein, Span], ...] = ()
    unknown: tuple[Span, ...] = ()


def spoken_bausteine(transcript: Transcript, template: Template) -> Spoken:
    """The Bausteine a dictation calls for."""
    inserted: list[tuple[Baustein, Span]] = []
    unknown: list[Span] = []
    segments = []
    for segment in transcript.segments:
        calls = list(_calls(segment.text, template.bausteine))
        text = segment.text
        for call in calls:
            text = _blanked(text, *call.taken)
            if call.baustein is not None:
                inserted.append((call.baustein, Span(segment.id, *call.place)))
        for found in _UNKNOWN.finditer(text):
            unknown.append(Span(segment.id, *found.span("words")))
        segments.append(replace(segment, text=text))
    rest = replace(transcript, segments=tuple(segments))
    return Spoken(rest, tuple(inserted), tuple(unknown))


@dataclass(frozen=True, slots=True)
class _Call:
    """One „Baustein …“: its place and what goes with it; no Baustein when taken back."""

    baustein: Baustein | None
    place: tuple[int, int]
    taken: tuple[int, int]


def _calls(text: str, bausteine: Sequence[Baustein]) -> Iterator[_Call]:
    found = sorted(_matches(text, bausteine), key=lambda entry: entry[1])
    for number, (baustein, (start, end)) in enumerate(found):
        struck = _STRUCK.match(text, end)
        following = found[number + 1][1][0] if number + 1 < len(found) else None
        corrected = following is not None and _TAKEN_BACK.fullmatch(text, end, following)
        if struck is not None:
            yield _Call(None, (start, end), (start, struck.end()))
        elif corrected and following is not None:
            yield _Call(None, (start, end), (start, following))
        else:
            yield _Call(baustein, (start, end), (start, end))


def _matches(
    text: str, bausteine: Sequence[Baustein]
) -> Iterator[tuple[Baustein, tuple[int, int]]]:
    """Every call of a known Baustein; of cues that begin alike the longest counts."""
    longest: dict[int, tuple[Baustein, tuple[int, int]]] = {}
    for baustein in bausteine:
        for cue in baustein.cues:
            for match in re.finditer(f"{_CALL}{_pattern(cue)}{_TAIL}", text, re.IGNORECASE):
                before = longest.get(match.start())
                if before is None or before[1][1] < match.end():
                    longest[match.start()] = (baustein, match.span())
    yield from longest.values()


def _pattern(cue: str) -> str:
    words = (re.escape(word).replace(r"\*", r"\w*") for word in cue.split())
    return r"\b" + r"\s+".join(words) + r"\b"


def _blanked(text: str, start: int, end: int) -> str:
    return f"{text[:start]}.{' ' * (end - start - 1)}{text[end:]}"


def without_unknown(spoken: Spoken) -> Transcript:
    """The dictation without the words of unknown Bausteine as well: no cue may place them."""
    segments = []
    for segment in spoken.rest.segments:
        text = segment.text
        for span in spoken.unknown:
            if span.segment == segment.id:
                text = _blanked(text, span.start, span.end)
        segments.append(replace(segment, text=text))
    return replace(spoken.rest, segments=tuple(segments))


def insert_bausteine(
    fields: Mapping[str, DraftField], spoken: Spoken, template: Template
) -> dict[str, DraftField]:
    """The fields with the sentences of the Bausteine; unknown ones are unassigned, as said."""
    filled = dict(fields)
    for baustein, span in spoken.inserted:
        id = _target(baustein, template)
        note = Statement(baustein.text, (span,), Origin.BAUSTEIN)
        filled[id] = _with(filled.get(id, DraftField()), note, template.field(id).type)
    for span in spoken.unknown:
        note = Statement(_said(spoken.rest, span), (span,), Origin.RULES)
        if UNPLACED in template.field_ids:
            filled[UNPLACED] = _with(filled.get(UNPLACED, DraftField()), note, FieldType.LIST)
    return filled


def _target(baustein: Baustein, template: Template) -> str:
    """The Baustein's own field where the template has it, else where unplaced words go."""
    for id in (baustein.field, template.default_field):
        if id in template.field_ids and template.field(id).type is FieldType.TEXT:
            return id
    return UNPLACED


def _with(field: DraftField, note: Statement, type: FieldType) -> DraftField:
    notes = tuple(sorted((*field.statements, note), key=_first_place))
    texts = tuple(statement.text for statement in notes)
    return replace(
        field, value=texts if type is FieldType.LIST else " ".join(texts), statements=notes
    )


def _first_place(statement: Statement) -> Span:
    return statement.evidence[0] if statement.evidence else Span(-1, 0, 0)


def _said(transcript: Transcript, span: Span) -> str:
    text = next(s.text for s in transcript.segments if s.id == span.segment)
    return f"{text[span.start : span.end]}."
