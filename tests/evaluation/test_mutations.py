"""Mutations change exactly one fact; what leaves the meaning is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from dokuhelfer.draft.check.input import sentences
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.prepared import prepare
from dokuhelfer.draft.template.load import load_template
from dokuhelfer.errors import DokuError
from dokuhelfer.evaluation.gold import Case, read_gold
from dokuhelfer.evaluation.mutate import Fault, Mutation, mutations
from dokuhelfer.evaluation.mutate.model import leaves
from dokuhelfer.evaluation.score import norm
from dokuhelfer.transcript.json import from_text

GOLD = Path(__file__).parents[1] / "gold"
ALL = 10_000
AT_HAND = sorted(path for path in GOLD.glob("*.json") if not path.stem.endswith("_d"))
ADDING = {Fault.INVENTED, Fault.LANGUAGE}


def made(
    dictation: str, gold: Mapping[str, object], template: str = "pflegebericht", limit: int = ALL
) -> tuple[Mutation, ...]:
    said = prepare(from_text(dictation), Context()).normalised
    return mutations("c1", gold, load_template(template), said, dictation.casefold(), limit)


def after(fault: Fault, dictation: str, **gold: object) -> list[str]:
    return [m.after for m in made(dictation, gold) if m.fault is fault]


def of_case(case: Case) -> tuple[Mutation, ...]:
    try:
        template = load_template(case.template)
    except DokuError:
        return ()
    assert case.dictation is not None
    said = prepare(from_text(case.dictation), case.context).normalised
    gold = case.gold or {}
    return mutations(case.id, gold, template, said, case.dictation.casefold(), ALL)


def everything() -> Iterator[tuple[Case, Mutation]]:
    for path in AT_HAND:
        for case in read_gold(path):
            for mutation in of_case(case):
                yield case, mutation


def changed(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[tuple[Any, Any, Any]]:
    """Leaves that differ, by path; a list item that is gone shifts what stands behind it."""
    left, right = dict(leaves(one)), dict(leaves(other))
    paths = dict.fromkeys((*left, *right))
    return [
        (path, left.get(path), right.get(path))
        for path in paths
        if left.get(path) != right.get(path)
    ]


def test_every_mutation_of_our_gold_differs_in_one_value_and_one_sentence() -> None:
    count: Counter[Fault] = Counter()
    for case, mutation in everything():
        count[mutation.fault] += 1
        assert case.gold is not None
        different = changed(case.gold, mutation.fields)
        where = (case.id, mutation.fault, mutation.path)
        if mutation.fault is Fault.CLAUSE_DROPPED and mutation.path[-1].isdigit():
            lost = Counter(v for _, v in leaves(case.gold))
            lost.subtract(v for _, v in leaves(mutation.fields))
            assert sum(abs(n) for n in lost.values()) <= 3, where
            continue
        assert len(different) == 1, where
        ((path, old, new),) = different
        assert "".join(f"/{part}" for part in path) == mutation.path
        assert norm(old) != norm(new), where
        if isinstance(old, str) and isinstance(new, str) and mutation.fault not in ADDING:
            before, behind = Counter(pieces(old)), Counter(pieces(new))
            assert sum((before - behind).values()) <= 2, where
    assert set(count) == set(Fault), set(Fault) - set(count)
    assert sum(count.values()) >= 1500


def pieces(text: str) -> list[str]:
    return [part.strip().rstrip(".;") for s in sentences(text) for part in s.split(";")]


def test_the_choice_is_the_same_every_time_and_limited_by_kind() -> None:
    (case, *_) = read_gold(GOLD / "cases_check.json")
    assert of_case(case) == of_case(case)
    assert case.gold is not None
    few = made(case.dictation or "", case.gold, case.template, limit=2)
    assert max(Counter(m.fault for m in few).values()) == 2


@pytest.mark.parametrize(
    ("fault", "text", "wrong"),
    [
        (Fault.UNIT, "Erhielt 5 ml Saft.", "Erhielt 5 l Saft."),
        (Fault.TIME, "Um 08:00 Uhr wach.", "Um 09:00 Uhr wach."),
        (Fault.TIME, "Um 8 Uhr wach.", "Um 9 Uhr wach."),
        (Fault.DATE, "Kommt am Montag.", "Kommt am Mittwoch."),
        (Fault.DATE, "Kommt heute.", "Kommt gestern."),
        (Fault.SIDE, "Schmerz im rechten Knie.", "Schmerz im linken Knie."),
        (Fault.NEGATION_DROPPED, "Kein Fieber.", "Fieber."),
        (Fault.NEGATION_DROPPED, "Arzt noch nicht angerufen.", "Arzt angerufen."),
        (Fault.NEGATION_DROPPED, "Nicht gestürzt.", "Gestürzt."),
        (Fault.NEGATION_DROPPED, "Schmerzen verneint.", "Schmerzen angegeben."),
        (Fault.NEGATION_DROPPED, "Das Essen hat sie abgelehnt.", "Das Essen hat sie angenommen."),
        (Fault.NEGATION_DROPPED, "Haut unauffällig.", "Haut auffällig."),
        (Fault.NEGATION_DROPPED, "Niemand hat es gesehen.", "Jemand hat es gesehen."),
        (Fault.QUALIFIER, "Falls Fieber kommt, Arzt anrufen.", "Arzt anrufen."),
        (Fault.QUALIFIER, "Tropfen bei Bedarf geben.", "Tropfen geben."),
        (Fault.NEGATION_ADDED, "Wunde gereinigt.", "Wunde nicht gereinigt."),
        (Fault.QUALIFIER, "Ca. 200 ml getrunken.", "200 ml getrunken."),
        (Fault.QUALIFIER, "Laut Frau Thoma müde.", "müde."),
        (Fault.QUOTE, "„Ich will nach Hause.“", "„Ich will Hause nach“"),
        (Fault.NUMBER, "RR 168/92 gemessen.", "RR 861/92 gemessen."),
    ],
)
def test_one_fact_made_wrong(fault: Fault, text: str, wrong: str) -> None:
    assert wrong in after(fault, text, beobachtung=text)


@pytest.mark.parametrize(
    ("plan", "done"),
    [
        ("Hausarzt anrufen.", "Hausarzt angerufen."),
        ("Tochter wird morgen informiert.", "Tochter wurde morgen informiert."),
        ("Frühdienst soll RR messen.", "Frühdienst hat RR gemessen."),
        ("Sohn bringt die Brille mit.", "Sohn hat die Brille mitgebracht."),
        ("Praxis schickt das Rezept.", "Praxis hat das Rezept geschickt."),
        ("Frühdienst bitte Verband wechseln.", "Frühdienst Verband gewechselt."),
    ],
)
def test_a_plan_written_as_done(plan: str, done: str) -> None:
    assert after(Fault.PLANNED_AS_DONE, plan, weiteres_vorgehen=plan) == [done]
    told = done if "wird" in plan or "soll" in plan else None
    assert after(Fault.PLANNED_AS_DONE, plan, beobachtung=plan) == ([told] if told else [])


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        (Fault.NUMBER, "Zwei Tabletten am Morgen, 2 am Abend."),
        (Fault.SIDE, "Links und rechts geschwollen."),
        (Fault.SIDE, "Beidseits geschwollen, links und rechts."),
        (Fault.NEGATION_DROPPED, "Lehnt er ab (will nicht)."),
        (Fault.NEGATION_DROPPED, "Sagte „ich will nicht mehr“."),
        (Fault.NEGATION_ADDED, "Kein Fieber gemessen."),
        (Fault.PLANNED_AS_DONE, "Falls es schlimmer wird, Arzt anrufen."),
        (Fault.INVENTED, "Gespräch mit Klientin A."),
    ],
)
def test_what_leaves_the_meaning_or_garbles_it_is_left_alone(fault: Fault, text: str) -> None:
    assert after(fault, text, weiteres_vorgehen=text) == []


def test_a_withdrawn_value_is_put_back() -> None:
    said = "Frau Abel, Puls 86, nein, 68. Getrunken 200 Milliliter."
    assert after(Fault.WITHDRAWN, said, beobachtung="Puls 68/min.") == ["Puls 86/min."]
    vitals = made(said, {"puls": 68}, "vitalwerte")
    assert [m.fields["puls"] for m in vitals if m.fault is Fault.WITHDRAWN] == [86]


def test_a_value_said_again_is_not_withdrawn() -> None:
    said = "Puls 86, nein, 68. Nachher Puls 86."
    assert after(Fault.WITHDRAWN, said, beobachtung="Puls 68/min.") == []


def test_a_drug_becomes_another_one_that_nobody_named() -> None:
    (wrong,) = after(Fault.DRUG, "500 Paracetamol gegeben", massnahme="Paracetamol gegeben.")
    assert wrong.endswith(" gegeben.")
    assert "Paracetamol" not in wrong


def test_a_dropped_clause_stands_nowhere_else() -> None:
    text = "Haut an den Beinen trocken. Zum Frühstück nur Kaffee getrunken."
    dropped = [m for m in made(text, {"beobachtung": text}) if m.fault is Fault.CLAUSE_DROPPED]
    assert sorted(m.before for m in dropped) == sorted(part.strip() for part in sentences(text))
    again = {"beobachtung": text, "wirkung": "Kaffee zum Frühstück getrunken."}
    left = [m.before for m in made(text, again) if m.fault is Fault.CLAUSE_DROPPED]
    assert left == ["Haut an den Beinen trocken."]


@pytest.mark.parametrize(("value", "wrong"), [(0.5, 0.9), (10.5, 10.9), (1.0, 2.0)])
def test_a_decimal_is_made_wrong(value: float, wrong: float) -> None:
    (mutation,) = made("Wunde", {"laenge_cm": value}, "wunddokumentation")
    assert (mutation.fault, mutation.fields) == (Fault.NUMBER, {"laenge_cm": wrong})


def test_typed_values_keep_their_type() -> None:
    gold = {"temperatur": 37.8, "puls": 72, "uhrzeit": "08:30", "rr_ort": "linker Arm"}
    for mutation in made("Temperatur 37,8", gold, "vitalwerte"):
        for id, value in mutation.fields.items():
            assert type(value) is type(gold[id])
    faults = {m.path: m.fault for m in made("Temperatur 37,8", gold, "vitalwerte")}
    assert faults == {
        "/temperatur": Fault.NUMBER,
        "/puls": Fault.NUMBER,
        "/uhrzeit": Fault.TIME,
        "/rr_ort": Fault.SIDE,
    }
