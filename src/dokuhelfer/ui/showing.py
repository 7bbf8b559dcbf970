"""From the review's stops to what is painted: words of the window are added here, nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dokuhelfer.draft.model import Severity
from dokuhelfer.review import stops as review
from dokuhelfer.review.sounding import sounds_at
from dokuhelfer.review.stops import Answer, StopKind, StopState, Topic, Why
from dokuhelfer.transcript.model import SkipReason
from dokuhelfer.ui import page
from dokuhelfer.ui.page import Blank, Page, Passage, Range, Standing

if TYPE_CHECKING:
    from dokuhelfer.review.session import ReviewSession

translate = QCoreApplication.translate

_NUMBER = re.compile(r"\d[\d.,:/]*")
_QUOTED = ("„", "“")
_DOT = " · "


def stop_key(id: review.StopId) -> str:
    """A stop's id as one text."""
    return f"{id.kind}/{id.field}/{'' if id.row is None else id.row}"


def page_of(session: ReviewSession, cursor: int, *, audible: bool = False) -> Page:
    """The whole sheet as the review stands; ``audible`` where there is a recording."""
    progress = session.progress
    stops = session.stops
    shown = tuple(
        _stop(
            stop,
            labelled=number == 0 or not _continues(stops[number - 1], stop),
            playable=audible and bool(sounds_at(session.draft.transcript, stop)),
        )
        for number, stop in enumerate(stops)
    )
    blanks = tuple(Blank(one.field, one.label) for one in session.not_dictated)
    return Page(
        session.template.title, shown, blanks, cursor, progress.left, progress.to_clarify,
        all_read=progress.ready,
        day_open=any(one.id.kind is StopKind.DATE and not one.decided for one in stops),
    )  # fmt: skip


def _continues(before: review.Stop, stop: review.Stop) -> bool:
    """Whether this is one more row of the group above."""
    same = stop.id.kind is StopKind.ROW and before.id.kind is StopKind.ROW
    return same and before.id.field == stop.id.field


def _stop(stop: review.Stop, *, labelled: bool, playable: bool) -> page.Stop:
    evidence = stop.evidence
    return page.Stop(
        id=stop_key(stop.id),
        label=label_of(stop),
        passage=_passage(stop),
        standing=_standing(stop),
        evidence=None if evidence is None else _quoted(evidence.words),
        verbatim=evidence is not None and evidence.verbatim,
        withdrawn=evidence.withdrawn if evidence is not None else (),
        issue=_issue(stop),
        playable=playable,
        editable=review.Action.EDIT in stop.actions or stop.id.kind is StopKind.MISSING,
        labelled=labelled,
        closes=stop.id.kind is StopKind.LEFT_OVER,
    )


def label_of(stop: review.Stop) -> str:
    """What stands before a stop's words."""
    if stop.id.kind is StopKind.DATE:
        return translate("Stop", "Datum")
    if stop.id.kind is StopKind.LEFT_OVER:
        return translate("Stop", "Passt in kein Feld")
    return stop.label


def _standing(stop: review.Stop) -> Standing:
    if stop.state is StopState.REJECTED:
        return Standing.STRUCK
    if stop.decided:
        return Standing.DECIDED
    if stop.blocked:
        return Standing.BLOCK
    dispute = stop.dispute
    if dispute is not None and _severity(dispute) == "warn":
        return Standing.WARN
    return Standing.OPEN


# --- words ---------------------------------------------------------------------------------


def _passage(stop: review.Stop) -> Passage:
    if stop.lines:
        return Passage("\n".join(_line(line) for line in stop.lines))
    if stop.id.kind is StopKind.DATE:
        return Passage(translate("Stop", "Datum offen"))
    if stop.id.kind is StopKind.MISSING:
        return Passage(translate("Stop", "nichts diktiert"))
    return _joined((_part(part) for part in stop.parts), _DOT)


def _part(part: review.Part) -> Passage:
    statements = [_statement(one) for one in part.statements]
    whole = _joined(statements, " ")
    if _same_letters(whole.text, part.text) or any(one.added for one in part.statements):
        return whole
    numbers = tuple(match.span() for match in _NUMBER.finditer(part.text))
    return Passage(part.text.replace("\u00a0", " "), numbers)


def _same_letters(one: str, other: str) -> bool:
    return one.split() == other.split()


def _statement(shown: review.Shown) -> Passage:
    text, words = shown.words.text, shown.words
    if not shown.added:
        return Passage(text, words.facts, words.disputed)
    note = " – " + translate("Stop", "von mir ergänzt")
    return Passage(text + note, words.facts, words.disputed, ((len(text), len(text) + len(note)),))


def _joined(passages: Iterable[Passage], between: str) -> Passage:
    texts: list[str] = []
    facts: list[Range] = []
    disputed: list[Range] = []
    quiet: list[Range] = []
    at = 0
    for one in passages:
        if not one.text:
            continue
        facts += _shifted(one.facts, at)
        disputed += _shifted(one.disputed, at)
        quiet += _shifted(one.quiet, at)
        texts.append(one.text)
        at += len(one.text) + len(between)
    return Passage(between.join(texts), tuple(facts), tuple(disputed), tuple(quiet))


def _shifted(ranges: Iterable[Range], by: int) -> list[Range]:
    return [(start + by, end + by) for start, end in ranges]


def _quoted(words: review.Words) -> Passage:
    if not words.text:
        return Passage("")
    return Passage(
        words.text.join(_QUOTED),
        tuple(_shifted(words.facts, 1)),
        tuple(_shifted(words.disputed, 1)),
    )


def _line(line: review.Line) -> str:
    text = line.text.join(_QUOTED) if line.text else _unheard(line)
    if line.fate is review.Fate.LEFT_OUT:
        text += " – " + translate("Stop", "nicht übernommen")
    elif line.fate is review.Fate.OWN_ENTRY:
        text += " – " + translate("Stop", "eigener Eintrag")
    return text


def _unheard(line: review.Line) -> str:
    start, end = line.seconds or (0.0, 0.0)
    text = translate("Stop", "Ohne Text: {seconds} Sekunden bei {clock}")
    text = text.format(seconds=max(1, round(end - start)), clock=clock(start))
    return f"{text} ({_reason(line.reason)})" if line.reason is not None else text


def clock(seconds: float) -> str:
    """``42`` as „0:42“."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def _reason(reason: SkipReason) -> str:
    return {
        SkipReason.SILENCE: translate("Stop", "Stille"),
        SkipReason.NOISE: translate("Stop", "Geräusch"),
        SkipReason.REPETITION: translate("Stop", "Wiederholung"),
        SkipReason.LOW_CONFIDENCE: translate("Stop", "undeutlich"),
        SkipReason.STOCK_PHRASE: translate("Stop", "Standardsatz"),
    }[reason]


# --- findings ------------------------------------------------------------------------------


def _issue(stop: review.Stop) -> page.Issue | None:
    dispute = stop.dispute
    if dispute is None and stop.offer is not None and not stop.decided:
        return _offered(stop, stop.offer)
    if dispute is None or stop.decided:
        return None
    bare = (Topic.DATE_OPEN, Topic.TIME_OPEN, Topic.MISSING, Topic.KEPT)
    hurried = dispute.topic in bare
    return page.Issue(
        _severity(dispute),
        title_of(dispute),
        None if hurried or not dispute.written.text else _plain(dispute.written),
        None if hurried or not dispute.said.text else _quoted(dispute.said),
        tuple(_choice(choice, dispute) for choice in dispute.choices),
        1,
        len(stop.disputes),
    )


def _offered(stop: review.Stop, offer: str) -> page.Issue:
    """Side by side; Space keeps what stands."""
    choices = (
        page.Choice(1, translate("Stop", "Übernehmen")),
        page.Choice(2, translate("Stop", "So lassen")),
    )
    title = translate("Stop", "Andere Formulierung da")
    return page.Issue("info", title, _passage(stop), None, choices, other=Passage(offer))


def _severity(dispute: review.Dispute) -> str:
    if dispute.finding is None:
        return "info"
    severity: Severity = dispute.finding.severity
    return severity.value


def _plain(words: review.Words) -> Passage:
    return Passage(words.text, words.facts, words.disputed)


def _choice(choice: review.Choice, dispute: review.Dispute) -> page.Choice:
    is_next = choice.digit == 1 and choice.possible and dispute.topic is not Topic.DATE_OPEN
    return page.Choice(choice.digit, _answer(choice), _why(choice.why_not), is_next)


def _answer(choice: review.Choice) -> str:
    if choice.answer is Answer.AS_DICTATED:
        if choice.why_not is Why.NOTHING_DICTATED:
            return translate("Stop", "nichts dazu diktiert")
        text = _shortened(choice.text)
        wording = translate("Stop", "Wie diktiert: „{text}“") if text else ""
        return wording.format(text=text) or translate("Stop", "Wie diktiert")
    words = {
        Answer.CORRECT: translate("Stop", "Berichtigen …"),
        Answer.STRIKE: translate("Stop", "Streichen"),
        Answer.ADDED_BY_ME: translate("Stop", "Von mir ergänzt"),
        Answer.FELLOW: translate("Stop", "Mitbewohner/in – Name ersetzen"),
        Answer.BELONGS_HERE: translate("Stop", "Gehört hierher"),
        Answer.OWN_ENTRY: translate("Stop", "Eigener Eintrag"),
        Answer.LEAVE_EMPTY: translate("Stop", "Leer lassen"),
        Answer.TYPE_IN: translate("Stop", "Eintippen"),
        Answer.FIRST_DAY: translate("Stop", "Gestern") + ", " + choice.text,
        Answer.SECOND_DAY: translate("Stop", "Heute") + ", " + choice.text,
    }
    return words.get(choice.answer, choice.text)


_LONGEST = 40


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 2].rstrip() + " …"


def _why(why: Why | None) -> str:
    return "" if why is None else translate("Stop", "Dazu wurde nichts diktiert.")


def title_of(dispute: review.Dispute) -> str:
    """What is said of a finding."""
    written = _first(dispute.written)
    said = _first(dispute.said)
    return _titles()[dispute.topic].format(written=written, said=said or "…")


def _first(words: review.Words) -> str:
    if words.disputed:
        start, end = words.disputed[0]
        return words.text[start:end]
    return words.text


def _titles() -> dict[Topic, str]:
    return {
        Topic.NUMBER: translate("Finding", "Die Zahl stimmt nicht überein"),
        Topic.UNIT: translate("Finding", "Diese Einheit wurde nicht diktiert"),
        Topic.TIME: translate("Finding", "Die Uhrzeit stimmt nicht überein"),
        Topic.TIME_OPEN: translate("Finding", "Welche Uhrzeit ist gemeint?"),
        Topic.DATE: translate("Finding", "Das Datum stimmt nicht überein"),
        Topic.DATE_OPEN: translate("Finding", "Gestern oder heute?"),
        Topic.NAME: translate("Finding", "Der Name stimmt nicht überein"),
        Topic.MEDICATION: translate("Finding", "Der Medikamentenname stimmt nicht überein"),
        Topic.LATERALITY: translate("Finding", "Die Seite stimmt nicht überein"),
        Topic.NEGATION: translate("Finding", "Eine Verneinung stimmt nicht überein"),
        Topic.NEGATION_LOST: translate("Finding", "Im Diktat steht „{said}“, im Entwurf nicht"),
        Topic.NEGATION_ADDED: translate("Finding", "Im Entwurf steht „{written}“, im Diktat nicht"),
        Topic.WITHDRAWN: translate("Finding", "Dieser Wert wurde zurückgenommen"),
        Topic.PLANNED_AS_DONE: translate("Finding", "Im Diktat geplant, im Entwurf erledigt"),
        Topic.QUALIFIER: translate("Finding", "Eine Einschränkung stimmt nicht überein"),
        Topic.QUOTE: translate("Finding", "Das Zitat ist nicht wörtlich"),
        Topic.UNSUPPORTED: translate("Finding", "Dazu wurde nichts diktiert"),
        Topic.LANGUAGE: translate("Finding", "Dieser Satz ist nicht auf Deutsch"),
        Topic.PERSON: translate("Finding", "Im Diktat steht ein anderer Name: „{said}“"),
        Topic.TYPE: translate("Finding", "„{written}“ passt nicht in dieses Feld"),
        Topic.MISSING: translate("Finding", "Pflichtfeld ohne Angabe"),
        Topic.WORDING: translate(
            "Finding", "Wertendes Wort: „{written}“. Was war zu sehen oder zu hören?"
        ),
        Topic.KEPT: translate("Finding", "Wörtlich übernommen: ausformuliert war es nicht gedeckt"),
        Topic.PLAUSIBILITY: translate(
            "Finding", "Bitte vergleichen: {written} – richtig verstanden?"
        ),
    }
