"""Correct drafts made wrong one fact at a time, to measure the check itself.

Every generator yields drafts that differ from a correct one in one fact and are certainly
wrong. Randomness is seeded by the case, so runs are comparable.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from dokuhelfer.draft.check.input import sentences

Fields = dict[str, Any]
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Mutation:
    kind: str
    field: str
    path: str
    before: str
    after: str
    fields: Fields


def mutations(case: dict[str, Any]) -> Iterator[Mutation]:
    """All mutations of one gold case."""
    gold = case["gold"]
    spoken = case["dictation"].casefold()
    for path, value in leaves(gold):
        if path[0] == "nicht_zugeordnet":
            continue
        for kind, after in _of_value(path, value, spoken):
            yield _made(kind, gold, path, value, after)


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from leaves(item, (*path, number))
    elif value is not None:
        yield path, value


def _made(kind: str, gold: Fields, path: Path, before: Any, after: Any) -> Mutation:
    fields = copy.deepcopy(gold)
    target: Any = fields
    for part in path[:-1]:
        target = target[part]
    target[path[-1]] = after
    pointer = "".join(f"/{part}" for part in path)
    return Mutation(kind, str(path[0]), pointer, str(before), str(after), fields)


def _of_value(path: Path, value: Any, spoken: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, bool):
        return
    if isinstance(value, int | float):
        yield "number", _other_number(value)
        return
    name = str(path[-1])
    if name in {"uhrzeit", "uhrzeit_sturz", "uhrzeit_auffinden"}:
        yield "time", _other_time(value)
    elif name in {"rr_ort", "blutzucker_einheit"}:
        yield from _choice(value)
    elif name == "person":
        yield from _names(value, spoken)
    elif name not in {
        "zimmer",
        "schicht",
        "fachbereich",
        "kontaktart",
        "art",
        "beobachtet",
        "krankenhaus",
        "temperatur_ort",
        "blutzucker_zeitpunkt",
        "mahlzeit",
        "menge",
    }:
        for generator in _TEXT:
            yield from generator(value, spoken)


def _choice(value: str) -> Iterator[tuple[str, str]]:
    swaps = {
        "linker Arm": ("side", "rechter Arm"),
        "rechter Arm": ("side", "linker Arm"),
        "mg/dl": ("unit", "mmol/l"),
        "mmol/l": ("unit", "mg/dl"),
    }
    if value in swaps:
        yield swaps[value]


def _other_number(value: float) -> float:
    if isinstance(value, float) and not value.is_integer():
        return round(value + 0.3, 1)
    digits = str(int(value))
    turned = digits[::-1]
    if len(digits) > 1 and turned != digits and not turned.startswith("0"):
        return int(turned)
    return int(value) + (1 if value < 10 else 11)


def _other_time(value: str) -> str:
    hours, minutes = value.split(":")
    return (
        f"{(int(hours) + 1) % 24:02d}:{minutes}"
        if minutes == "00"
        else f"{hours}:{60 - int(minutes):02d}"
        if minutes not in {"30"}
        else f"{hours}:45"
    )


_TIME = re.compile(r"\b\d{1,2}:\d{2}\b")
_NUMBER = re.compile(r"(?<![\d:.,-])\d+(?:[.]\d{3})*(?:,\d+)?(?![\d:]|\.\d|,\d)")
_DATE = re.compile(
    r"\b\d{1,2}\.\s?(?:\d{1,2}\.|(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-z]*)"
)


def _numbers(text: str, spoken: str) -> Iterator[tuple[str, str]]:
    blocked = [m.span() for r in (_TIME, _DATE) for m in r.finditer(text)]
    for found in _NUMBER.finditer(text):
        if any(a <= found.start() < b for a, b in blocked):
            continue
        old = found[0]
        if "," in old:
            new = old[:-1] + str((int(old[-1]) + 4) % 10 or 3)
        else:
            new = str(int(_other_number(int(old.replace(".", "")))))
        if re.search(rf"(?<!\d){new}(?!\d)", text):
            continue
        yield "number", text[: found.start()] + new + text[found.end() :]


def _times(text: str, spoken: str) -> Iterator[tuple[str, str]]:
    for found in _TIME.finditer(text):
        new = _other_time(found[0].rjust(5, "0"))
        if new not in text:
            yield "time", text[: found.start()] + new + text[found.end() :]


def _dates(text: str, spoken: str) -> Iterator[tuple[str, str]]:
    days = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
    months = [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ]
    for row in (days, months):
        for number, word in enumerate(row):
            if re.search(rf"\b{word}\b", text):
                other = row[(number + 2) % len(row)]
                if other.casefold() not in spoken:
                    yield "date", re.sub(rf"\b{word}\b", other, text, count=1)
    for found in _DATE.finditer(text):
        old = found[0]
        day = int(old.split(".")[0])
        yield (
            "date",
            text[: found.start()]
            + old.replace(str(day), str(day % 27 + 2), 1)
            + text[found.end() :],
        )


_UNITS = {
    "mg": "g",
    "ml": "l",
    "IE": "ml",
    "Tropfen": "ml",
    "cm": "mm",
    "kg": "g",
    "mmHg": "cmHg2",
    "Minuten": "Stunden",
    "Stunden": "Minuten",
    "Wochen": "Tagen",
    "Tagen": "Wochen",
    "mmol/l": "mg/dl",
    "mg/dl": "mmol/l",
}
_BARE = re.compile(r"\b(?:BZ|Urin nachts|ca\.) (\d+)\b(?! ?(?:€|ml|mg|cm|Tropfen|IE|x|kg|Bier|\d))")


def _units(text: str, spoken: str) -> Iterator[tuple[str, str]]:
    for old, new in _UNITS.items():
        if new == "cmHg2":
            continue
        for found in re.finditer(rf"(?<=\d )(?:{re.escape(old)})\b(?!/)", text):
            yield "unit", text[: found.start()] + new + text[found.end() :]
    for found in _BARE.finditer(text):
        unit = "mg/dl" if found[0].startswith("BZ") else "ml"
        yield "unit", text[: found.end()] + f" {unit}" + text[found.end() :]


def _sides(text: str, spoken: str) -> Iterator[tuple[str, str]]:
    pairs = (("links", "rechts"), ("link", "recht"))
    for one, other in pairs:
        for old, new in ((one, other), (other, one)):
            ending = r"(e[nrsm]?)" if one == "link" else "()"
            for found in re.finditer(rf"\b({old}|{old.capitalize()}){ending}\b", text):
                word = new.capitalize() if found[1][0].isupper() else new
                yield "side", text[: found.start()] + word + found[2] + text[found.end() :]


_NEGATIONS = (
    (re.compile(r"\bnicht (?!nur)"), ""),
    (re.compile(r"\b[Kk]eine?n? (?=[A-ZÄÖÜa-zäöü])"), ""),
    (re.compile(r"(?<=\w) nicht(?=[.,;]|$)"), ""),
    (re.compile(r"\bNicht (\w)"), None),
    (re.compile(r"\b(?:ohne|Ohne) "), "mit "),
)


def _negation_dropped(text: str, spoken: str) -> Iterator[tuple[str, str]]:
    for pattern, new in _NEGATIONS:
        for found in pattern.finditer(text):
            if "„" in text[: found.start()] and "“" not in text[: found.start()]:
                continue
            fill = found[1].upper() if new is None else new
            yield "negation_dropped", text[: found.start()] + fill + text[found.end() :]


_AFFIRMED = re.compile(
    r"\b(informiert|gegeben|verabreicht|gewechselt|erklärt|unterschrieben|gereicht|gereinigt"
    r"|abgesucht|angerufen|ausgestellt|erhalten|gegessen|geschlafen|orientiert|erlaubt|gesehen"
    r"|trocken|gerötet|weich|müder|freundlich|ruhiger|regelmäßig|arrhythmisch|stabil|erteilt"
    r"|ansprechbar|angeboten|abgedeckt|beantragt|bestellt|weggeräumt|aussortiert|abstinent)\b"
)
_NEGATIVE = re.compile(r"\b(nicht|kein\w*|ohne|nie|verneint|niemand)\b", re.IGNORECASE)


def _negation_added(text: str, spoken: str) -> Iterator[tuple[str, str]]:
    for part in sentences(text):
        found = _AFFIRMED.search(part)
        if found is None or _NEGATIVE.search(part) or "„" in part:
            continue
        changed = part[: found.start()] + "nicht " + part[found.start() :]
        yield "negation_added", text.replace(part, changed, 1)


_DRUGS = {
    "Lantus": "Levemir",
    "Natriumpicosulfat": "Lactulose",
    "Paracetamol": "Ibuprofen",
    "Eliquis": "Marcumar",
    "Ramipril": "Bisoprolol",
    "Melatonin": "Lorazepam",
    "Novorapid": "Actrapid",
    "L-Thyrox": "Metoprolol",
}


def _drugs(text: str, spoken: str) -> Iterator[tuple[str, str]]:
    for old, new in _DRUGS.items():
        if old in text and new.casefold() not in spoken:
            yield "drug", text.replace(old, new, 1)


_NAME = re.compile(r"\b(Frau|Herrn?|Dr\.|Kollegin|Praktikantin|Familie) (?:Dr\. )?([A-ZÖÄÜ]\w{2,})")
_OTHER_NAMES = ("Vollmer", "Hagedorn", "Riedl")


def _names(text: str, spoken: str) -> Iterator[tuple[str, str]]:
    for found in _NAME.finditer(text):
        new = next(n for n in _OTHER_NAMES if n.casefold() not in spoken)
        yield "name", text[: found.start(2)] + new + text[found.end(2) :]


_INVENTED = (
    "Haut intakt.",
    "Die Angehörigen wurden informiert.",
    "Grundpflege wie geplant durchgeführt.",
    "Vitalwerte im Normbereich.",
    "Der Zustand hat sich deutlich verbessert.",
    "Verdacht auf Harnwegsinfekt.",
    "Zeitlich und örtlich orientiert.",
    "Flüssigkeitszufuhr wurde erhöht.",
    "Das weitere Vorgehen wurde mit der Pflegedienstleitung abgestimmt.",
    "Die Ursache ist vermutlich eine Infektion.",
    "Die Wunde heilt gut ab.",
    "Der Antrag wurde bewilligt.",
)


def _invented(text: str, spoken: str) -> Iterator[tuple[str, str]]:
    if not text.endswith((".", "“")):
        return
    start = sum(map(ord, text)) % len(_INVENTED)
    for step in range(len(_INVENTED)):
        sentence = _INVENTED[(start + step) % len(_INVENTED)]
        stems = [w[:5].casefold() for w in re.findall(r"[A-ZÄÖÜ]\w{4,}", sentence[4:])]
        if not any(stem in spoken for stem in stems):
            yield "invented", f"{text} {sentence}"
            return


_PLANS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bwird (.*?)(angerufen|abgegeben|informiert)\b"), r"wurde \1\2"),
    (
        re.compile(
            r"\b(Hausarzt|Tochter|Betreuerin|Frau Celik|den Sohn|Arzt)\b([^.;]*?)"
            r" (?:anrufen|informieren)\b"
        ),
        r"\1\2 informiert",
    ),
    (
        re.compile(
            r"\b(BZ|Temperatur|Hüfte|Kompresse|Stuhlgang)\b([^.;]*?) (?:messen|kontrollieren)\b"
        ),
        r"\1\2 kontrolliert",
    ),
    (re.compile(r"\bwechseln\b"), "gewechselt"),
    (re.compile(r"\bdokumentieren\b"), "dokumentiert"),
    (re.compile(r"\berneut versuchen\b"), "durchgeführt"),
    (re.compile(r"\breparieren lassen\b"), "repariert"),
    (re.compile(r"\bnachsehen\b"), "nachgesehen"),
    (re.compile(r"\bmuss noch die Versicherung anrufen"), "hat die Versicherung angerufen"),
    (re.compile(r"\bruft (die Betreuer|den Vermieter)(.*?) an\b"), r"hat \1\2 angerufen"),
    (re.compile(r"\bspricht (mit dem Vater)"), r"hat \1 gesprochen"),
    (re.compile(r"\bbeantragt heute die"), "hat heute beantragt: die"),
    (re.compile(r", nicht erreicht\b"), ", erreicht"),
)


def _planned(text: str, spoken: str) -> Iterator[tuple[str, str]]:
    for pattern, new in _PLANS:
        if "bitte" in text:
            continue
        changed = pattern.sub(new, text, count=1)
        if changed != text:
            yield "planned_as_done", changed


_HEDGES = re.compile(
    r"\b(?:ca\. |Vermutlich gegen |gegen |höchstens |[Ll]aut (?!Anordnung)[A-Z]\w+ )"
)


def _qualifiers(text: str, spoken: str) -> Iterator[tuple[str, str]]:
    for found in _HEDGES.finditer(text):
        new = "um " if "gegen" in found[0] else ""
        yield "qualifier", text[: found.start()] + new + text[found.end() :]
    found = re.search(
        r",? (?:sofern|wenn|jedoch erst nach|jedoch nur im Beisein) [^.;]*(?=\.)", text
    )
    if found is not None:
        yield "qualifier", text[: found.start()] + text[found.end() :]


def _quotes(text: str, spoken: str) -> Iterator[tuple[str, str]]:
    found = re.search(r"„([^“]+)“", text)
    if found is not None and " " in found[1]:
        words = found[1].split()
        words[-1], words[-2] = words[-2].rstrip(".,"), words[-1].rstrip(".,")
        yield "quote", text.replace(found[1], " ".join(words) + ".")


def _language(text: str, spoken: str) -> Iterator[tuple[str, str]]:
    if text.endswith(".") and len(text) > 60:
        yield "language", text + " The patient was calm and has no pain."


_TEXT: tuple[Callable[[str, str], Iterator[tuple[str, str]]], ...] = (
    _numbers,
    _times,
    _dates,
    _units,
    _sides,
    _negation_dropped,
    _negation_added,
    _drugs,
    _names,
    _invented,
    _planned,
    _qualifiers,
    _quotes,
    _language,
)


def dropped_clauses(case: dict[str, Any]) -> Iterator[Mutation]:
    """Drafts that lack one sentence, which must then be listed as uncovered."""
    gold = case["gold"]
    for path, value in leaves(gold):
        if not isinstance(value, str) or path[0] == "nicht_zugeordnet":
            continue
        parts = [part for part in sentences(value) if part.strip()]
        if len(parts) < 2:
            continue
        for number in range(len(parts)):
            if len(parts[number].split()) < 3:
                continue
            kept = " ".join(p.strip() for i, p in enumerate(parts) if i != number)
            made = _made("clause_dropped", gold, path, parts[number].strip(), kept)
            yield made
