"""The check as a whole: every statement of a draft against the dictation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dokuhelfer.draft.bausteine import spoken_bausteine
from dokuhelfer.draft.check.ahead import check_ahead
from dokuhelfer.draft.check.assertions import Assertions
from dokuhelfer.draft.check.attribution import check_attribution
from dokuhelfer.draft.check.belonging import check_belonging, check_own_values
from dokuhelfer.draft.check.coverage import uncovered
from dokuhelfer.draft.check.days import check_days
from dokuhelfer.draft.check.denials import Denials
from dokuhelfer.draft.check.digits import check_digits
from dokuhelfer.draft.check.doers import check_doers
from dokuhelfer.draft.check.gathered import (
    THINGS,
    anchors_of,
    conditional_words,
    denied_by,
    place_of,
    things_of,
    words_by_place,
)
from dokuhelfer.draft.check.grades import check_grades
from dokuhelfer.draft.check.hints import check_missing, check_plausible, check_wording
from dokuhelfer.draft.check.informing import check_informed
from dokuhelfer.draft.check.input import Item, sentences, statements
from dokuhelfer.draft.check.intervals import check_intervals
from dokuhelfer.draft.check.names import (
    check_agents,
    check_names,
    check_person_field,
    check_roles,
)
from dokuhelfer.draft.check.order import check_order
from dokuhelfer.draft.check.owners import owners_of
from dokuhelfer.draft.check.persons import check_owner, check_stranger
from dokuhelfer.draft.check.reversals import check_reversals
from dokuhelfer.draft.check.sense import (
    check_language,
    check_quotes,
    check_support,
    is_quote_only,
)
from dokuhelfer.draft.check.sides import check_sides
from dokuhelfer.draft.check.source import Beside, Checked, Source, locate
from dokuhelfer.draft.check.spelling import spelled
from dokuhelfer.draft.check.stages import check_stages
from dokuhelfer.draft.check.stated import Stated, check_stated
from dokuhelfer.draft.check.tally import Balance, Tally
from dokuhelfer.draft.check.terms import Keys
from dokuhelfer.draft.check.turns import check_turns
from dokuhelfer.draft.check.typed import check_typed
from dokuhelfer.draft.check.values import check_values
from dokuhelfer.draft.check.written import written
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.model import (
    Finding,
    Severity,
    Span,
    Uncovered,
)
from dokuhelfer.draft.prepared import Prepared, prepare
from dokuhelfer.draft.template.model import Template
from dokuhelfer.transcript.model import Transcript


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What the check has to say: findings in the order of the draft, and what is in no field."""

    findings: tuple[Finding, ...]
    uncovered: tuple[Uncovered, ...]


def check(
    transcript: Transcript,
    template: Template,
    fields: Mapping[str, object],
    context: Context,
    evidence: Mapping[str, tuple[Span, ...]] | None = None,
    stated: Sequence[Stated] = (),
    prepared: Prepared | None = None,
) -> CheckResult:
    """Check field values (plain JSON) against a dictation.

    ``evidence`` maps a statement's path and text to the places it came with, see
    `evidence_key`. ``stated`` are the statements of a ``dokuhelfer.draft/1``, whose places
    must exist and whose texts must be what the fields say. Sentences of Bausteine that were
    called for are the institution's: they need no other source. ``prepared`` is the
    dictation without their words, where the caller has it already. Never raises on any
    content; wrong types become findings.
    """
    spoken = spoken_bausteine(transcript, template)
    prepared = prepared or prepare(spoken.rest, context)
    source = Source.of(spoken.rest, context, owners_of(template, fields), prepared)
    read = statements(template, fields)
    own = {part.strip() for block, _ in spoken.inserted for part in sentences(block.text)}
    items = tuple(
        _with_evidence(item, evidence or {}) for item in read.items if item.text not in own
    )
    located = {number: locate(item, source) for number, item in enumerate(items) if not item.typed}
    anchors = anchors_of(items, located)
    things = things_of(located.values())
    words = words_by_place(located.values())
    denied, conditional = denied_by(located.values()), conditional_words(located.values())
    denials = Denials.of(source.pieces)
    signs = Assertions.of(source.pieces)
    tally = Tally.of(located, denials)
    claims = tally.claims
    sources = tuple(c for c in located.values() if c.facts(FactKind.SOURCE))
    findings: list[Finding] = list(read.findings)
    for number, item in enumerate(items):
        checked = located.get(number)
        if checked is None:
            findings.extend(_typed(item, source, template, anchors, things))
        else:
            sourced = frozenset(
                place
                for other in sources
                if other.item.path == item.path and other.item is not item
                for place in other.found
            )
            beside = Beside(
                words.get(place_of(item), frozenset()),
                conditional,
                denied,
                denials,
                claims,
                tally.kept,
                sourced,
                signs,
            )
            findings.extend(_prose(checked, source, beside, tally.balance(number, checked)))
    findings.extend(check_missing(template, read.items, context))
    findings.extend(check_stated(stated, template, fields, transcript))
    draft = written(items, located, source)
    said = " ".join(token.text for token in prepared.normalised.tokens)
    unique = spelled(tuple(dict.fromkeys(findings)), said)
    lost = tuple(denial for denial in denials.all if denial.number not in claims)
    return CheckResult(unique, uncovered(source, draft, template, lost))


def evidence_key(path: str, text: str) -> str:
    """Key of a statement in the ``evidence`` of `check`."""
    return f"{path}\n{text}"


def _with_evidence(item: Item, evidence: Mapping[str, tuple[Span, ...]]) -> Item:
    spans = evidence.get(evidence_key(item.path, item.text), ())
    return replace(item, spans=spans) if spans else item


def _typed(
    item: Item,
    source: Source,
    template: Template,
    anchors: Mapping[tuple[str, int], set[int]],
    things: Mapping[tuple[str, int], Keys],
) -> Iterator[Finding]:
    entry = (item.field.id, -1 if item.entry is None else item.entry)
    own, thing = anchors.get(entry, set()), things.get(entry, frozenset())
    yield from check_typed(item, source, template, sorted(own), thing)
    yield from check_plausible(item)


def _prose(checked: Checked, source: Source, beside: Beside, balance: Balance) -> Iterator[Finding]:
    item = checked.item
    if item.member.id == "person":
        yield from check_person_field(item, source)
        return
    if item.member.id == "zimmer":
        yield from check_values(checked, source)
        return
    yield from check_wording(item)
    yield from check_quotes(item, source)
    if is_quote_only(item):
        return
    language = list(check_language(item, source))
    if language:
        yield from language
        return
    owner = list(check_owner(checked, source)) or list(check_stranger(checked, source))
    if owner:
        yield from owner
        return
    invented = list(check_support(checked, source))
    facts = [
        *check_values(checked, source),
        *check_digits(checked, source),
        *check_names(checked, source),
    ]
    if invented:
        yield from facts or invented
        return
    yield from facts
    if not any(finding.severity is Severity.BLOCK for finding in facts):
        moved = tuple(check_belonging(checked, source))
        yield from moved or check_own_values(checked, source)
    for rule in _OF_PLACES:
        yield from rule(checked, source)
    if _is_thing(item):
        return
    turns = tuple(check_turns(checked, source, beside, balance))
    later = (check_informed, check_reversals, check_grades, check_ahead, check_stages)
    found = (tuple(rule(checked, source)) for rule in later)
    yield from turns or next(filter(None, found), ())


_OF_PLACES = (
    check_intervals,
    check_days,
    check_order,
    check_roles,
    check_agents,
    check_doers,
    check_attribution,
    check_sides,
)


def _is_thing(item: Item) -> bool:
    """„Brot“ of a meal: what was eaten of it stands in another member of the entry."""
    short = len(item.text.split()) <= _THING and not item.text.endswith(".")
    return short and item.member.id in (THINGS if item.entry is not None else _NAMING)


_THING = 6
_NAMING = frozenset({"substanz", "lokalisation", "medikament", "wundart", "ort"})
"""Fields that only name the thing or the place the others are about."""
