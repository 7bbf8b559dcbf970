"""Days, steps still to come, and sources: what turns a statement without changing its words."""

from __future__ import annotations

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.model import Finding, Kind, Severity


def blocked(checked: Check, written: str, dictation: str, field: str) -> list[Finding]:
    found = checked("pflegebericht", dictation, {field: written}, shift="frueh").findings
    return [finding for finding in found if finding.severity is Severity.BLOCK]


CASES = [
    # a day to come is the one that was said
    (
        Kind.DATE,
        "weiteres_vorgehen",
        "Die Podologin kommt morgen, der Friseur war gestern da.",
        "Die Podologin kommt morgen.",
        "Die Podologin kommt übermorgen.",
    ),
    # one call was made, the other is still to come
    (
        Kind.PLANNED_AS_DONE,
        "weiteres_vorgehen",
        "Ich habe zweimal bei der Apotheke angerufen. Ich rufe morgen nochmal an.",
        "Morgen nochmals Anruf bei der Apotheke.",
        "Morgen nochmals bei der Apotheke angerufen.",
    ),
    # a modal verb leaves the step open
    (
        Kind.PLANNED_AS_DONE,
        "beobachtung",
        "Den Urlaub will er erst mit der Tochter klären.",
        "Den Urlaub will er erst mit der Tochter klären.",
        "Den Urlaub hat er mit der Tochter geklärt.",
    ),
    # of two sources in one sentence each keeps its claim
    (
        Kind.QUALIFIER,
        "beobachtung",
        "Laut Tochter trinkt sie zwei Liter am Tag, laut Hausarzt verträgt sie Milch schlecht.",
        "Laut Tochter trinkt sie 2 Liter am Tag, laut Hausarzt verträgt sie Milch schlecht.",
        "Laut Tochter trinkt sie 2 Liter am Tag, verträgt sie Milch schlecht.",
    ),
    # what is left of a step after its condition opens with a verb, and is no condition
    (
        Kind.QUALIFIER,
        "weiteres_vorgehen",
        "Wenn das Fieber steigt, soll der Sohn den Notdienst anrufen, der Zettel hängt im Flur.",
        "Wenn das Fieber steigt, soll der Sohn den Notdienst anrufen, der Zettel hängt im Flur.",
        "Soll der Sohn den Notdienst anrufen, der Zettel hängt im Flur.",
    ),
    # „laut“ bears on its clause from the middle of it
    (
        Kind.QUALIFIER,
        "beobachtung",
        "Der Ausschlag besteht laut Tochter seit Ostern.",
        "Laut Tochter besteht der Ausschlag seit Ostern.",
        "Der Ausschlag besteht seit Ostern.",
    ),
    # the estimate behind the size it bears on
    (
        Kind.QUALIFIER,
        "beobachtung",
        "Am Rücken ein Hämatom faustgroß ungefähr.",
        "Rücken: Hämatom, etwa faustgroß.",
        "Rücken: Hämatom, faustgroß.",
    ),
    # an estimate of one value is none of the other
    (
        Kind.QUALIFIER,
        "beobachtung",
        "Sie hat etwa einen Liter getrunken. Danach war sie unterwegs. Der Beutel enthielt 300 ml.",
        "Beutel: 300 ml.",
        "Beutel: ca. 300 ml.",
    ),
    # a condition that opens with its verb
    (
        Kind.QUALIFIER,
        "weiteres_vorgehen",
        "Sollte die Schwellung zunehmen, den Bereitschaftsdienst anrufen.",
        "Falls die Schwellung zunimmt: Bereitschaftsdienst anrufen.",
        "Bereitschaftsdienst anrufen.",
    ),
]


@pytest.mark.parametrize(("kind", "field", "dictation", "right", "wrong"), CASES)
def test_a_turn_is_kept(
    checked: Check, kind: Kind, field: str, dictation: str, right: str, wrong: str
) -> None:
    assert blocked(checked, right, dictation, field) == []
    assert kind in {finding.kind for finding in blocked(checked, wrong, dictation, field)}


@pytest.mark.parametrize(
    ("dictation", "written"),
    [
        ("Sie hat die Post gebracht und wollte den Antrag abgeben.", "Brachte die Post mit."),
        (
            "Er hat mich gefragt, ob er morgen zum Markt kann.",
            "Fragte, ob er morgen zum Markt kann.",
        ),
        ("Der Arzt war heute da.", "Arzt war da."),
    ],
)
def test_what_was_done_stays_done(checked: Check, dictation: str, written: str) -> None:
    assert blocked(checked, written, dictation, "beobachtung") == []


@pytest.mark.parametrize(
    ("dictation", "right", "wrong"),
    [
        # the wrong value stands in the next clause, the right one nowhere in the statement
        (
            "Die Übungen dauerten sechs Wochen, die Pause zwei Wochen.",
            "Pause: zwei Wochen.",
            "Pause: sechs Wochen.",
        ),
        (
            "Der Bescheid kommt in vier bis sechs Wochen.",
            "Bescheid in 4 bis 6 Wochen.",
            "Bescheid in 6 bis 6 Wochen.",
        ),
    ],
)
def test_a_value_stays_where_it_was_said(
    checked: Check, dictation: str, right: str, wrong: str
) -> None:
    assert blocked(checked, right, dictation, "beobachtung") == []
    assert blocked(checked, wrong, dictation, "beobachtung")


@pytest.mark.parametrize(
    ("dictation", "written"),
    [
        (
            "Laut Tochter trinkt sie zwei Liter am Tag, laut Tochter verträgt sie Milch schlecht.",
            "Laut Tochter trinkt sie 2 Liter am Tag, verträgt Milch schlecht.",
        ),
        (
            "Laut Frau Ahrens trinkt sie zwei Liter, laut Frau Ahrens verträgt sie Milch schlecht.",
            "Nach eigenen Angaben trinkt sie 2 Liter, verträgt Milch schlecht.",
        ),
    ],
)
def test_one_source_may_cover_a_sentence(checked: Check, dictation: str, written: str) -> None:
    found = blocked(checked, written, dictation, "beobachtung")
    assert Kind.QUALIFIER not in {finding.kind for finding in found}
