"""Things and people of a clause that stand nowhere, and words that need not stand anywhere."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dokucheck.running import Check
from dokuhelfer.draft.check.input import Item, statements
from dokuhelfer.draft.check.number_words import in_word
from dokuhelfer.draft.model import Severity
from dokuhelfer.draft.template.load import load_template


def missing(checked: Check, dictation: str, fields: Mapping[str, object]) -> list[str]:
    return [item.text for item in checked("pflegebericht", dictation, fields).uncovered]


def blocked(checked: Check, dictation: str, fields: Mapping[str, object]) -> list[str]:
    found = checked("pflegebericht", dictation, fields).findings
    return [finding.detail for finding in found if finding.severity is Severity.BLOCK]


OPENING = "Frau Adler war heute früh gut gelaunt. Sie hat sich selbst gekämmt. "
SAID = {"beobachtung": "Heute früh gut gelaunt. Selbst gekämmt."}


def test_a_thing_that_stands_nowhere_is_listed(checked: Check) -> None:
    clause = "Die Nichte hat nur ein Klappbett."
    dictation = f"{OPENING}Der Besuch der Nichte war kurz. {clause}"
    told = f"{SAID['beobachtung']} Der Besuch der Nichte war kurz."
    assert missing(checked, dictation, {"beobachtung": told}) == [clause]
    assert missing(checked, dictation, {"beobachtung": f"{told} {clause}"}) == []


def test_a_word_of_the_drafts_own_stands_for_the_thing(checked: Check) -> None:
    dictation = f"{OPENING}Die Nichte hat nur ein Klappbett."
    fields = {"beobachtung": f"{SAID['beobachtung']} Die Nichte hat nur eine Gästeliege."}
    assert missing(checked, dictation, fields) == []


def test_somebody_whose_name_stands_nowhere_is_listed(checked: Check) -> None:
    dictation = f"{OPENING}Die Nachbarin Frau Okafor war dabei."
    assert missing(checked, dictation, SAID) == ["Die Nachbarin Frau Okafor war dabei."]
    fields = {"beobachtung": f"{SAID['beobachtung']} Nachbarin Frau Okafor war dabei."}
    assert missing(checked, dictation, fields) == []


@pytest.mark.parametrize(
    "said", ["Ich diktiere noch schnell die Frau Adler.", "Ich muss was melden.", "Erstens."]
)
def test_what_leads_in_or_counts_need_not_stand_anywhere(checked: Check, said: str) -> None:
    assert missing(checked, f"{said} Sie hat sich selbst gekämmt.", SAID) == []


def test_who_turns_to_somebody_is_no_report(checked: Check) -> None:
    dictation = f"Ich melde mich beim Optiker. {OPENING}"
    assert missing(checked, dictation, SAID) == ["Ich melde mich beim Optiker."]


@pytest.mark.parametrize("form", ["Pflaster", "Kapsel", "Zäpfchen"])
def test_a_dosage_form_behind_its_number_is_a_thing(checked: Check, form: str) -> None:
    one = "eine" if form == "Kapsel" else "ein"
    dictation = f"{OPENING}Dann hat sie {one} {form} gewollt."
    assert missing(checked, dictation, SAID) == [f"Dann hat sie {one} {form} gewollt."]
    fields = {"beobachtung": f"{SAID['beobachtung']} {form} gewollt."}
    assert missing(checked, dictation, fields) == []


def test_a_day_without_its_month_meets_in_words_and_digits(checked: Check) -> None:
    dictation = f"{OPENING}Die Nichte wartet bis zum Zwanzigsten."
    right = {"beobachtung": f"{SAID['beobachtung']} Die Nichte wartet bis zum 20. mit dem Besuch."}
    assert missing(checked, dictation, right) == []
    wrong = {"beobachtung": f"{SAID['beobachtung']} Die Nichte wartet bis zum 21. mit dem Besuch."}
    assert any("21" in detail for detail in blocked(checked, dictation, wrong))
    assert (in_word("20."), in_word("200.")) == (20, None)


def test_a_corrected_day_keeps_its_month(checked: Check) -> None:
    dictation = f"{OPENING}Die Nichte kommt am fünften Mai, nee, am achten."
    right = {"beobachtung": f"{SAID['beobachtung']} Die Nichte kommt am 8. Mai."}
    assert blocked(checked, dictation, right) == []
    wrong = {"beobachtung": f"{SAID['beobachtung']} Die Nichte kommt am 9. Mai."}
    assert blocked(checked, dictation, wrong) != []


def test_hours_said_without_uhr_are_found_as_times(checked: Check) -> None:
    dictation = f"{OPENING}Sie hat von neun bis vier geschlafen."
    fields = {"beobachtung": f"{SAID['beobachtung']} Schlief von 21:00 bis 04:00 Uhr."}
    assert missing(checked, dictation, fields) == []


def test_of_two_clauses_the_one_with_the_very_words_is_the_evidence() -> None:
    dictation = "Die Urkunde ist nicht übersetzt. Der Kurs läuft. Sie lässt die Urkunde übersetzen."
    assert found_at(dictation, "Frau Adler lässt die Urkunde übersetzen.") == 2


def test_neighbours_do_not_outweigh_a_clause_that_holds_every_word() -> None:
    dictation = (
        "Anlass war der Bescheid. Der Antrag blieb offen. Die Bescheide fehlen. "
        "Sonst nichts. Ergebnis: Bescheid weiterhin offen."
    )
    assert found_at(dictation, "Bescheid weiterhin offen.") == 4


def found_at(dictation: str, text: str) -> int:
    """Position of the best evidence of a statement."""
    from dokuhelfer.draft.check.owners import owners_of
    from dokuhelfer.draft.check.source import Source, locate
    from dokuhelfer.draft.context import Context
    from dokuhelfer.draft.prepared import prepare
    from dokuhelfer.transcript.json import from_text

    template, transcript, context = load_template("freitext"), from_text(dictation), Context()
    fields = {"text": text}
    source = Source.of(
        transcript, context, owners_of(template, fields), prepare(transcript, context)
    )
    item: Item = statements(template, fields).items[0]
    return locate(item, source).found[0]
