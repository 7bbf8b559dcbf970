"""What was planned written as done.

A modal verb or „wird“ leaves a step open in any field, the present tense and an infinitive in
the fields that hold open steps.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from dokuhelfer.draft.check.input import sentences
from dokuhelfer.evaluation.mutate.lists import Verb, lists
from dokuhelfer.evaluation.mutate.model import Change, Fault, Place

_WILL = (("wird", "wurde"), ("werden", "wurden"))
_MODAL = r"(?:soll|sollen|muss|müssen|will|wollen|möchte|möchten|kann)"
_WITHIN = r"(?:[^.;,]|(?<=\d)\.)"
_OPEN = re.compile(r"\b(?:nicht|kein\w*|falls|wenn|sofern|ob|dass)\b|„", re.IGNORECASE)


def planned(text: str, place: Place) -> Iterator[Change]:
    """„Hausarzt anrufen.“ → „Hausarzt angerufen.“ and the like.

    Sentences with a negation, a condition or a quote are left alone: there the result
    need not be wrong, or is wrong in two ways.
    """
    rules = _EVERYWHERE
    if place.field in lists().open_steps:
        rules = (*_EVERYWHERE, _separated, _infinitive, _finite)
    start = 0
    for part in sentences(text):
        end = start + len(part)
        done = None if _OPEN.search(part) else _done(part, rules)
        if done is not None:
            yield Change(Fault.PLANNED_AS_DONE, text[:start] + done + text[end:])
        start = end


def _done(part: str, rules: Sequence[Callable[[str, Verb], str | None]]) -> str | None:
    for rule in rules:
        for verb in lists().verbs:
            changed = rule(part, verb)
            if changed is not None:
                return changed.replace("bitte ", "", 1)
    return None


def _will_be(part: str, verb: Verb) -> str | None:
    """„wird angerufen“ → „wurde angerufen“."""
    for will, was in _WILL:
        found = re.search(rf"\b{will}\b(.*?\b{verb.participle}\b)", part)
        if found:
            return part[: found.start()] + was + found[1] + part[found.end() :]
    return None


def _modal(part: str, verb: Verb) -> str | None:
    """„soll … anrufen“ → „hat … angerufen“."""
    found = re.search(rf"\b({_MODAL})\b(.*?)\b{verb.infinitive}\b(?=\s*[.;,]|$)", part)
    if not found:
        return None
    has = "haben" if found[1].endswith("en") else "hat"
    return part[: found.start()] + has + found[2] + verb.participle + part[found.end() :]


def _separated(part: str, verb: Verb) -> str | None:
    """„ruft … an“ → „hat … angerufen“."""
    if not verb.particle:
        return None
    found = re.search(rf"\b{verb.finite}\b({_WITHIN}*?) {verb.particle}(?=\s*[.;,]|\s*$)", part)
    if not found:
        return None
    return f"{part[: found.start()]}hat{found[1]} {verb.participle}{part[found.end() :]}"


def _infinitive(part: str, verb: Verb) -> str | None:
    """„Hausarzt anrufen.“ → „Hausarzt angerufen.“"""
    found = re.search(rf"(?<!zu )\b{verb.infinitive}(?=\s*[.;]|\s*$)", part)
    if not found or re.search(rf"\b{_MODAL}\b", part):
        return None
    return part[: found.start()] + verb.participle + part[found.end() :]


def _finite(part: str, verb: Verb) -> str | None:
    """„schickt die Liste.“ → „hat die Liste geschickt.“"""
    if verb.particle or verb.finite == verb.participle:
        return None
    found = re.search(rf"\b{verb.finite}\b({_WITHIN}*?)(?=[.;]|\s*$)", part)
    if not found or not found[1].strip():
        return None
    middle = found[1].rstrip()
    return f"{part[: found.start()]}hat{middle} {verb.participle}{part[found.end() :]}"


_EVERYWHERE: tuple[Callable[[str, Verb], str | None], ...] = (_will_be, _modal)
