"""Planned, attempted or done: what a clause says about the course of a step."""

from __future__ import annotations

from dataclasses import replace

from dokuhelfer.draft.clause import Clause
from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.people import SHIFT_ROLES
from dokuhelfer.draft.facts.lexicon.speech import (
    ATTEMPTS,
    DOING,
    DONE_AUXILIARIES,
    DONE_PHRASES,
    FIRST_PERSON_PRESENT,
    FUTURE_WORDS,
    PLAN_PHRASES,
    PLAN_WORDS,
    PRETERITES,
    STILL_TO_COME,
    WEEKDAYS,
    WILL_WORDS,
)
from dokuhelfer.draft.facts.lexicon.verbs import FINITE, PARTICIPLE_PREFIXES, SEPARABLE
from dokuhelfer.draft.facts.model import Modality
from dokuhelfer.draft.facts.moments import is_tomorrow
from dokuhelfer.draft.facts.view import View
from dokuhelfer.draft.normalise.model import Token, TokenKind


def modality(clause: Clause) -> Modality:
    """How far the step of a clause got (R04: planned ≠ attempted ≠ done)."""
    view = View.of(_unquoted(clause))
    if view.has(ATTEMPTS):
        return Modality.ATTEMPTED
    if view.has(DONE_PHRASES):
        return Modality.DONE
    if _planned(view):
        return Modality.PLANNED
    if _done(view):
        return Modality.DONE
    return Modality.PLAIN


def _unquoted(clause: Clause) -> Clause:
    """The clause without what stands in quotation marks; all of it when nothing else is there."""
    kept: list[Token] = []
    depth = 0
    for token in clause.tokens:
        depth += token.kind is TokenKind.QUOTE_OPEN
        if not depth:
            kept.append(token)
        depth -= depth > 0 and token.kind is TokenKind.QUOTE_CLOSE
    return replace(clause, tokens=tuple(kept)) if kept else clause


def is_participle(word: str) -> bool:
    """Whether a lower-case word has the shape of a past participle („informiert“)."""
    if len(word) < 5 or not word.endswith(("t", "en")) or word in _NO_PARTICIPLE:
        return False
    if word.endswith("iert") or word in _STRONG:
        return True
    for prefix in ("", *SEPARABLE):
        rest = word.removeprefix(prefix) if prefix else word
        if prefix and rest == word:
            continue
        if rest.startswith("ge") and len(rest) > 4 and rest not in _GE_INFINITIVES:
            return True
    return word.endswith("t") and word.startswith(PARTICIPLE_PREFIXES)


_STRONG = words(
    """
    bekommen erhalten vergessen verloren besprochen verstanden erbrochen bestanden unterschrieben
    beschrieben entschieden verschrieben versprochen empfohlen verbunden erschrocken verschlafen
    entlassen überwiesen verwiesen zerbrochen verschoben begonnen verlassen übernommen überlassen
    """
)
"""Strong participles without „ge“."""

_GE_INFINITIVES = words("geben gehen gelten gewinnen genießen gehören gestehen geschehen gelingen")
"""„abgeben“, „weitergehen“: here „ge“ belongs to the verb."""

_NO_PARTICIPLE = words(
    """
    bereit bett berat bericht gericht gesicht gegen gesamt gesamten bereits bekannt gerne gelassen
    genannten gelegen gering geringen beliebt begabt verwandt gesund gesunden gemeinsamen
    erhält erhalt behält behalt enthält enthalt verhält verlässt verlasst entlässt entlasst
    erfährt verschläft vergisst empfiehlt verspricht bespricht
    """
)


def _planned(view: View) -> bool:
    low = {word for index, word in enumerate(view.low) if view.kind(index) is TokenKind.WORD}
    if low & PLAN_WORDS or (low & WILL_WORDS and _verb_at_end(view)):
        return not _passive_past(low)
    if view.has(PLAN_PHRASES):
        return True
    done = bool(low & (DONE_AUXILIARIES | PRETERITES))
    if _to_be_done(view) or (not done and _ordered_if(view)):
        return True
    if not done and _does(view, low) and (low & STILL_TO_COME or _on_a_day_to_come(view)):
        return True
    if low & FIRST_PERSON_PRESENT and "ich" in low and not done:
        return True
    if low & FUTURE_WORDS and not done and not _has_participle(view):
        return _has_tomorrow(view)
    return _ends_in_infinitive(view, low)


def _does(view: View, low: set[str]) -> bool:
    """Whether somebody does something; „es gibt noch Streit“ only says what there is."""
    found = low & DOING
    if found != {"gibt"}:
        return bool(found)
    at = view.low.index("gibt")
    return "es" not in {view.word(at - 1), view.word(at + 1)}


def _to_be_done(view: View) -> bool:
    """„ist der Hausarzt einzuschalten“: a step by an infinitive with „zu“ inside."""
    if not {"ist", "sind", "bleibt", "wäre", "wären"} & set(view.low):
        return False
    return any(map(has_zu_inside, view.low))


def has_zu_inside(word: str) -> bool:
    """Whether a lower-case word is an infinitive such as „einzuschalten“."""
    return word not in _NO_PARTICIPLE and any(
        word.startswith(prefix + "zu") and word.endswith("en") and len(word) > len(prefix) + 5
        for prefix in SEPARABLE
    )


def _ordered_if(view: View) -> bool:
    """„Wenn bis 18 Uhr nichts kommt, Zäpfchen“: what to do under a condition, without a verb."""
    if not view.low or view.word(0) not in _IF:
        return False
    commas = [index for index, word in enumerate(view.low) if word == ","]
    if not commas:
        return False
    behind = [word for word in view.low[commas[-1] + 1 :] if word.isalpha()]
    return bool(behind) and not set(behind) & FINITE and not is_participle(behind[-1])


_IF = frozenset({"wenn", "falls", "sofern", "sobald"})


def _on_a_day_to_come(view: View) -> bool:
    """„kommt am Donnerstag“, „macht der Frühdienst“: what others are going to do."""
    for index, word in enumerate(view.low):
        if word in WEEKDAYS and view.word(index - 1) in {"am", "bis", "nächsten", "kommenden"}:
            return True
        if word in SHIFT_ROLES and view.word(index - 1) in {"der", "die"}:
            return True
    return False


def _verb_at_end(view: View) -> bool:
    """Whether a participle or infinitive stands in the clause beside „wird“."""
    return any(
        (is_participle(word) or word in _INFINITIVES) and not view.capital(index)
        for index, word in enumerate(view.low)
    )


def _passive_past(words: set[str]) -> bool:
    """„ist informiert worden“, „sollte … wurde aber“: a plan word within a finished step."""
    return "worden" in words or bool(words & {"wurde", "wurden"})


def _has_tomorrow(view: View) -> bool:
    return any(
        word in FUTURE_WORDS and (word != "morgen" or is_tomorrow(view, index))
        for index, word in enumerate(view.low)
    )


def _ends_in_infinitive(view: View, words: set[str]) -> bool:
    """„Hausarzt wegen der Abenddosis anrufen.“: an order without a finite verb."""
    if words & FINITE:
        return False
    last = next(
        (index for index in range(len(view) - 1, -1, -1) if view.kind(index) is TokenKind.WORD),
        None,
    )
    if last is None or last == 0 or view.capital(last):
        return False
    word = view.word(last)
    return word.endswith(("en", "ern", "eln")) and word in _INFINITIVES


_INFINITIVES = words(
    """
    anrufen rufen informieren kontrollieren messen nachmessen beobachten prüfen klären abklären
    nachfragen fragen besprechen absprechen bestellen vereinbaren organisieren wechseln erneuern
    geben verabreichen anbieten lagern umlagern mobilisieren einreichen vorlegen nachreichen
    schicken senden holen abholen bringen mitbringen schreiben dokumentieren melden weitergeben
    achten schauen nachschauen draufschauen fortführen weiterführen absetzen pausieren ansetzen
    erinnern begleiten abwarten warten wiegen nachwiegen kümmern reparieren austauschen erledigen
    """
)


def _done(view: View) -> bool:
    words = set(view.low)
    return bool(words & DONE_AUXILIARIES and _has_participle(view)) or _bare_participle(view)


def _has_participle(view: View) -> bool:
    return any(
        is_participle(word) and view.kind(index) is TokenKind.WORD and not view.capital(index)
        for index, word in enumerate(view.low)
    )


def _bare_participle(view: View) -> bool:
    """„Hausarzt um 9 Uhr informiert.“: a participle at the end and no other verb."""
    low = [word for index, word in enumerate(view.low) if view.kind(index) is TokenKind.WORD]
    if not low or set(low[:-1]) & FINITE:
        return False
    return _has_participle(view) and (low[-1] not in FINITE or is_participle(low[-1]))
