"""The clock time of the event that leads a report."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.modality import is_participle, modality
from dokuhelfer.draft.facts.model import Fact, FactKind, Modality
from dokuhelfer.draft.facts.view import View

_ASIDE = frozenset(
    {
        "zuletzt",
        "informiert",
        "angerufen",
        "verständigt",
        "benachrichtigt",
        "nachgemessen",
        "nochmal",
        "nochmals",
        "erneut",
        "später",
        "danach",
        "nachkontrolle",
        "kontrollmessung",
        "kontrolle",
        "nachgefragt",
        "termin",
        "bis",
        "ab",
        "seit",
    }
)
"""Words that show that a clause's time is not that of the leading event."""
_HABITS = frozenset(
    {"meistens", "meist", "normalerweise", "gewöhnlich", "üblicherweise", "immer", "regelmäßig"}
)
"""With one of these a time is that of every day, not that of an event."""
_TOWARDS = "richtung"
"""„Wundtasche Richtung 12 Uhr“: a place on the clock's face."""
_NEVER = frozenset({"zuletzt"}) | _HABITS
"""With one of these a time is never that of the event."""


def lead_time(
    clauses: Sequence[Clause], facts: Sequence[tuple[Fact, ...]]
) -> tuple[int, Fact] | None:
    """Clause number and TIME fact of the leading event.

    The design's rule: with several times the one of the event that leads the report, else
    none. A time leads when it is the only one of an event, or stands in the first sentence
    that has content.
    """
    found = [
        (number, fact)
        for number, (clause, own) in enumerate(zip(clauses, facts, strict=True))
        for fact in own
        if fact.kind is FactKind.TIME and _of_event(clause, fact)
    ]
    if not found:
        return _aside(clauses, facts)
    if len({fact.clock for own in facts for fact in own if fact.kind is FactKind.TIME}) == 1:
        return found[0]
    for number, fact in found:
        dosed = any(other.kind is FactKind.MEDICATION for other in facts[number])
        if not has_verb(clauses[number]) and not dosed:
            return number, fact  # „Heute um 16:10 Uhr im Aufenthaltsraum.“
    number, fact = found[0]
    return (number, fact) if clauses[number].sentence <= first_content(clauses, facts) else None


def _aside(clauses: Sequence[Clause], facts: Sequence[tuple[Fact, ...]]) -> tuple[int, Fact] | None:
    """A call that is the event itself: its time stands in the first sentence with content."""
    first = first_content(clauses, facts)
    for number, (clause, own) in enumerate(zip(clauses, facts, strict=True)):
        if clause.sentence > first or modality(clause) is Modality.PLANNED:
            break
        view = View.of(clause)
        for fact in own:
            towards = view.word(fact.tokens[0] - 1) == _TOWARDS
            barred = towards or _to_come(view, fact) or bool(_NEVER & set(view.low))
            if fact.kind is FactKind.TIME and not barred:
                return number, fact
    return None


def _of_event(clause: Clause, fact: Fact) -> bool:
    view = View.of(clause)
    before = view.low[max(0, fact.tokens[0] - 2) : fact.tokens[0]]
    if {"bis", "ab", "seit", _TOWARDS} & set(before):
        return False
    if _again(view) or _to_come(view, fact):
        return False
    if (_ASIDE - {"bis", "ab", "seit"}) & set(view.low):
        return False
    return modality(clause) is not Modality.PLANNED and not _HABITS & set(view.low)


def _to_come(view: View, fact: Fact) -> bool:
    """„Nächster Wechsel Freitag um 10 Uhr“; not „um 10 Uhr, nächster Wechsel Freitag“."""
    before = view.low[: fact.tokens[0]]
    commas = [at for at, word in enumerate(before) if word == ","]
    return any(word.startswith("nächst") for word in before[commas[-1] + 1 if commas else 0 :])


def _again(view: View) -> bool:
    """„Um 18 Uhr noch mal Temperatur“: a second measurement, not the event."""
    return any(pair == ("noch", "mal") for pair in zip(view.low, view.low[1:], strict=False))


def first_content(clauses: Sequence[Clause], facts: Sequence[tuple[Fact, ...]]) -> int:
    """Number of the first sentence that says more than who and when."""
    header = {FactKind.PERSON, FactKind.TIME, FactKind.RELATIVE_DAY, FactKind.DATE}
    for clause, own in zip(clauses, facts, strict=True):
        if not has_verb(clause) and not any(fact.kind is FactKind.TIME for fact in own):
            continue
        taken = {index for fact in own if fact.kind in header for index in range(*fact.tokens)}
        if len([t for i, t in enumerate(clause.tokens) if i not in taken]) > _HEADER_WORDS:
            return clause.sentence
    return 0


def has_verb(clause: Clause) -> bool:
    """Whether a finite verb or a participle stands in the clause."""
    words = View.of(clause).low
    return any(word in FINITE or is_participle(word) for word in words)


_HEADER_WORDS = 4
"""Up to this many further words a sentence still counts as a heading."""
