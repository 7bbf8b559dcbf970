"""A no in another form: kept, stood for, implied; and one that is lost all the same."""

from __future__ import annotations

import pytest

from dokucheck.running import Check, blocked
from dokuhelfer.draft.check.noes import root, says_no
from dokuhelfer.draft.model import Kind


@pytest.mark.parametrize(
    "word",
    [
        *("ungesehen", "unversorgt", "schmerzlos", "fieberfrei", "belagfrei", "desorientiert"),
        *("ausgeblieben", "ausbleibende", "vergessen", "verzichtete", "unterblieb", "kaum"),
    ],
)
def test_a_word_may_say_no_by_itself(word: str) -> None:
    assert says_no(word)


@pytest.mark.parametrize(
    "word", ["unterschenkel", "und", "unten", "unruhig", "freitag", "losgegangen", "erster"]
)
def test_a_word_may_only_look_like_a_no(word: str) -> None:
    assert not says_no(word)


def test_forms_of_a_word_are_known_by_the_same() -> None:
    assert root("abgelehnt") == root("ablehnt") == root("ablehnung")
    assert root("ausgeblieben") == root("ausbleibt")


KEPT = [
    ("Das Umziehen hat keiner bemerkt.", "Umziehen unbemerkt."),
    ("Die Wunde hat keinen Belag.", "Wunde belagfrei."),
    ("Außer der Schwester war niemand beim Termin.", "Beim Termin war nur die Schwester."),
    ("Zur Gymnastik ist sie nicht gegangen.", "Auf Gymnastik verzichtet."),
    ("Er hat sich erst am Mittag rasiert.", "Rasierte sich nicht vor dem Mittag."),
    ("Das Laken war trocken.", "Laken nicht nass."),
    ("Sie sollte eigentlich heute baden, ist aber lieber im Garten geblieben.", "Nicht gebadet."),
]


@pytest.mark.parametrize(("dictation", "statement"), KEPT)
def test_a_no_in_another_form_is_no_difference(
    checked: Check, dictation: str, statement: str
) -> None:
    assert Kind.NEGATION not in {finding.kind for finding in blocked(checked, statement, dictation)}


WRONG = [
    ("Die Wunde hat keinen Belag.", "Wunde mit Belag."),
    ("Zur Gymnastik ist sie nicht gegangen.", "Ist zur Gymnastik gegangen."),
    # what says no elsewhere keeps no other no
    (
        "Die Praxis hab ich nicht erreicht, die hatten schon zu.",
        "Praxis erreicht, bereits geschlossen.",
    ),
    ("Sie hat heute gebadet und war vergnügt.", "Heute nicht gebadet, vergnügt."),
]


@pytest.mark.parametrize(("dictation", "statement"), WRONG)
def test_a_no_that_was_lost_or_added_is_noticed(
    checked: Check, dictation: str, statement: str
) -> None:
    assert Kind.NEGATION in {finding.kind for finding in blocked(checked, statement, dictation)}


@pytest.mark.parametrize(
    ("dictation", "right", "wrong"),
    [
        (
            "Den Brief vom Gericht hat er ungelesen weggelegt.",
            "Brief vom Gericht ungelesen weggelegt.",
            "Brief vom Gericht gelesen weggelegt.",
        ),
        (
            "Die Bandage ist sauber und sitzt bequem.",
            "Bandage sauber, sitzt bequem.",
            "Bandage sauber, sitzt unbequem.",
        ),
    ],
)
def test_a_word_neither_loses_nor_gets_its_un(
    checked: Check, dictation: str, right: str, wrong: str
) -> None:
    assert not blocked(checked, right, dictation)
    assert Kind.NEGATION in {finding.kind for finding in blocked(checked, wrong, dictation)}
