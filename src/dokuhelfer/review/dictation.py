"""The dictation behind a draft: checking against it, quoting it, showing its words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dokuhelfer.draft.bausteine import spoken_bausteine
from dokuhelfer.draft.check import check_draft
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Draft, DraftField, Finding, Kind, Span, Statement
from dokuhelfer.draft.normalise.model import Dropped, DropReason, Token, join
from dokuhelfer.draft.prepared import Prepared, prepare
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.rules.phrasing import written
from dokuhelfer.draft.template.model import Template
from dokuhelfer.review.emphasis import fact_spans, joined
from dokuhelfer.review.stops import Evidence, Range, Words
from dokuhelfer.transcript.model import Transcript

_WORD = re.compile(r"\w+")
_GAP = " … "
_NEAR = 2
"""Code points between two pieces of evidence that are shown as one."""
_NO_WORDS = frozenset({DropReason.FILLER, DropReason.SPOKEN_PUNCTUATION})
_WITHOUT_SPEECH = frozenset({Kind.TYPE, Kind.MISSING, Kind.WORDING, Kind.PLAUSIBILITY})
"""What can be said of a text nothing was dictated for."""


@dataclass(frozen=True)
class Dictation:
    """What was said, made ready once for everything the review asks of it."""

    transcript: Transcript
    template: Template
    context: Context

    @cached_property
    def prepared(self) -> Prepared:
        """Normalised and cut, the words of Bausteine left out."""
        return prepare(spoken_bausteine(self.transcript, self.template).rest, self.context)

    @cached_property
    def by_rules(self) -> Mapping[str, DraftField]:
        """What the rules quote for each field."""
        return RulesEngine().structure(self.prepared, self.template, self.context)

    @cached_property
    def _facts(self) -> tuple[Span, ...]:
        return fact_spans(self.prepared)

    @cached_property
    def _texts(self) -> Mapping[int, str]:
        return {segment.id: segment.text for segment in self.transcript.segments}

    def checked(self, draft: Draft) -> Draft:
        """The draft with the findings it deserves as it now stands.

        Where nothing was dictated, a text can neither contradict nor invent.
        """
        if self.transcript.has_words:
            return check_draft(draft, self.template, self.context, self.prepared)
        findings = check_draft(draft, self.template, self.context).findings
        kept = tuple(finding for finding in findings if finding.kind in _WITHOUT_SPEECH)
        fields = {id: _keeping(field, kept) for id, field in draft.fields.items()}
        return replace(draft, fields=fields, findings=kept, uncovered=())

    def quoted(self, spans: Sequence[Span]) -> str:
        """The words of these places as the rules write them: normalised, nothing added."""
        kept: dict[tuple[int, int], list[Token]] = {}
        for clause in self.prepared.clauses:
            tokens = [t for t in clause.tokens if any(_inside(t.span, span) for span in spans)]
            kept.setdefault((clause.span.segment, clause.sentence), []).extend(tokens)
        return " ".join(text for text in map(written, kept.values()) if text)

    def own_places(self, statement: Statement, others: Sequence[Statement]) -> tuple[Span, ...]:
        """The clauses behind a statement that no other one with the same evidence says better."""
        rivals = [
            one
            for one in others
            if one != statement and set(one.evidence) & set(statement.evidence)
        ]
        if not rivals:
            return statement.evidence
        own, rest = _content(statement.text), [_content(one.text) for one in rivals]
        return tuple(
            clause.span
            for clause in self.prepared.clauses
            if any(_inside(clause.span, span) for span in statement.evidence)
            and (shared := len(own & _content(clause.text)))
            and shared >= max(len(words & _content(clause.text)) for words in rest)
        )

    def spoken(self, spans: Sequence[Span]) -> str:
        """The words of these places as they were said."""
        return _GAP.join(self._texts.get(one.segment, "")[one.start : one.end] for one in spans)

    def evidence(self, statements: Sequence[Statement]) -> Evidence | None:
        """The words behind statements; None where there are none.

        Those of statements that say the very same are not repeated: nobody reads them twice.
        """
        pieces = _pieces([span for one in statements for span in one.evidence])
        if not pieces:
            return None
        other = [one for one in statements if one.evidence and not self._is_verbatim(one)]
        words = self.words(_pieces([span for one in other for span in one.evidence]))
        return Evidence(words, pieces, not other, self._withdrawn(pieces))

    def _is_verbatim(self, statement: Statement) -> bool:
        """Whether a statement says what was said, hesitations and spoken punctuation apart."""
        pieces = _pieces(statement.evidence)
        said = [
            word
            for piece in pieces
            for word in _WORD.finditer(self.spoken((piece,)))
            if not self._is_no_word(piece, word.span())
        ]
        return [word[0].lower() for word in said] == _WORD.findall(statement.text.lower())

    def _is_no_word(self, piece: Span, place: Range) -> bool:
        start, end = place[0] + piece.start, place[1] + piece.start
        return any(
            dropped.span.segment == piece.segment
            and dropped.span.start < end
            and start < dropped.span.end
            for dropped in self._noise
        )

    @cached_property
    def _noise(self) -> tuple[Dropped, ...]:
        dropped = self.prepared.normalised.dropped
        return tuple(one for one in dropped if one.reason in _NO_WORDS)

    def words(self, pieces: Sequence[Span]) -> Words:
        """What was said at these places, its facts marked."""
        parts: list[str] = []
        ranges: list[Range] = []
        at = 0
        for piece in pieces:
            text = self._texts.get(piece.segment, "")[piece.start : piece.end]
            ranges += [
                (at + fact.start - piece.start, at + fact.end - piece.start)
                for fact in self._facts
                if _inside(fact, piece)
            ]
            parts.append(text)
            at += len(text) + len(_GAP)
        whole = _GAP.join(parts)
        return Words(whole, joined(ranges, whole))

    def _withdrawn(self, pieces: Sequence[Span]) -> tuple[str, ...]:
        """What the speaker took back there, as written."""
        taken = (
            join(dropped.tokens)
            for dropped in self.prepared.normalised.dropped
            if dropped.reason is DropReason.WITHDRAWN and dropped.tokens
            if any(_inside(dropped.span, piece) for piece in pieces)
        )
        return tuple(dict.fromkeys(text for text in taken if text))


def _pieces(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The places in the order of speaking, neighbours made one."""
    result: list[Span] = []
    for span in sorted(spans):
        last = result[-1] if result else None
        if last is not None and last.segment == span.segment and span.start <= last.end + _NEAR:
            result[-1] = Span(last.segment, last.start, max(last.end, span.end))
        else:
            result.append(span)
    return tuple(result)


def _content(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def _inside(inner: Span, outer: Span) -> bool:
    same = inner.segment == outer.segment
    return same and outer.start <= inner.start and inner.end <= outer.end


def _keeping(field: DraftField, kept: Sequence[Finding]) -> DraftField:
    statements = tuple(
        replace(one, findings=tuple(f for f in one.findings if f in kept))
        for one in field.statements
    )
    return replace(field, statements=statements)
