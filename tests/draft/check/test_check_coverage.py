"""What was said and stands nowhere."""

from __future__ import annotations

from dokucheck.running import Check

DICTATION = (
    "Pflegebericht für Frau Lindemann. Also, äh, sie hat gut gegessen. Die Haut am Rücken ist "
    "trocken. Um neun Uhr war der Hausarzt da. Das Feld lass ich offen."
)
FIELDS = {
    "person": "Frau Lindemann",
    "beobachtung": "Hat gut gegessen. Haut am Rücken trocken.",
    "information_an": "Hausarzt um 09:00 Uhr da gewesen.",
}


def test_a_whole_draft_leaves_nothing_uncovered(checked: Check) -> None:
    assert checked("pflegebericht", DICTATION, FIELDS, shift="frueh").uncovered == ()


def test_a_dropped_clause_is_listed_with_its_words(checked: Check) -> None:
    fields = {**FIELDS, "beobachtung": "Hat gut gegessen."}
    missing = checked("pflegebericht", DICTATION, fields, shift="frueh").uncovered
    assert [item.text for item in missing] == ["Die Haut am Rücken ist trocken."]
    span = missing[0].span
    assert DICTATION[span.start : span.end] == missing[0].text


def test_an_empty_draft_leaves_all_content_uncovered_but_no_announcement(checked: Check) -> None:
    texts = [item.text for item in checked("pflegebericht", DICTATION, {}, shift="frueh").uncovered]
    assert len(texts) == 3
    assert not any("Pflegebericht" in text or "Feld" in text for text in texts)


def test_what_belongs_to_another_entry_does_not_cover(checked: Check) -> None:
    dictation = (
        "Zimmer 3, Herr Kowalczyk: hat gut geschlafen. Zimmer 7, Frau Özdemir: hat gut geschlafen."
    )
    entries = [
        {"person": "Herr Kowalczyk", "zimmer": "3", "situation": "Hat gut geschlafen."},
        {"person": "Frau Özdemir", "zimmer": "7", "situation": None},
    ]
    missing = checked("schichtuebergabe", dictation, {"eintraege": entries}).uncovered
    assert len(missing) == 1
    assert missing[0].span.start > dictation.index("Zimmer 7")
