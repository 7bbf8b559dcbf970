"""Sides, negations, hedges and quotes made wrong, in texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dokuhelfer.draft.check.input import sentences
from dokuhelfer.evaluation.mutate.lists import lists
from dokuhelfer.evaluation.mutate.model import Change, Fault, Place

_SIDE = re.compile(r"\b((?:links|rechts)(?=\b|seit)|(?:link|recht)(?=e[nrsm]?\b))", re.IGNORECASE)
_BOTH = re.compile(r"\bbe?i?de?rs?seits\b|\bbeide\w*\b|\bbds\b", re.IGNORECASE)
_OTHER_SIDE = {"links": "rechts", "rechts": "links", "link": "recht", "recht": "link"}

_NEGATIVE = re.compile(
    r"\b(?:nicht|nichts|kein\w*|ohne|nie|niemand\w*|weder|noch nicht|verneint|verneinen)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"\b(?:lehnt\w*|abgelehnt|verweigert\w*|fehlt\w*|offen)\b", re.IGNORECASE)
_DROPPED = (
    (re.compile(r"\b(?:noch )?nicht (?!nur\b|mehr\b)(?=[a-zäöü])"), ""),
    (re.compile(r"\bnicht mehr\b"), "weiterhin"),
    (re.compile(r"\b(?:[Nn]och )?[Kk]eine?[nmrs]? (?=[A-Za-zÄÖÜäöü])"), ""),
    (re.compile(r" nicht(?=[.,;)]|$)"), ""),
    (re.compile(r"\bohne (?=[a-zA-ZÄÖÜ])"), "mit "),
    (re.compile(r"\bOhne (?=[a-zA-ZÄÖÜ])"), "Mit "),
    (re.compile(r"\bverneint\b"), "angegeben"),
    (re.compile(r"\bnie (?=[a-zäöü])"), ""),
    (re.compile(r"\bniemand\b"), "jemand"),
    (re.compile(r"\bNiemand\b"), "Jemand"),
    (re.compile(r"\bnichts\b(?! (?:Neue|Besondere))"), "etwas"),
    (re.compile(r"\b[Ww]eder (?=[^.;]*\bnoch\b)"), "sowohl "),
    (re.compile(r"\b(?:abgelehnt|verweigert)\b"), "angenommen"),
    (re.compile(r"\bun(?=(?:auffällig|verändert|verletzt|selbstständig|regelmäßig|klar)\b)"), ""),
    (re.compile(r"\bfieberfrei\b"), "fiebrig"),
)
_DROPPED_AT_START = re.compile(r"\bNicht (\w)")
_PARTICIPLE = re.compile(
    r"(?:ge\w+(?:t|en)|\w{2,4}ge\w+(?:t|en)|be\w+t|ver\w+t|er\w+t|ent\w+t|\w+iert"
    r"|unter\w+en|begonnen|vergessen|verloren|bekommen|erhalten)"
)
_STATED = re.compile(r"\b[a-zäöüß]+\b(?=[.,;]|$)")

_HEDGE = re.compile(
    r"\b(?:[Cc]a\. |[Vv]ermutlich |[Vv]ielleicht |[Uu]ngefähr |[Ee]twa |[Hh]öchstens "
    r"|[Ww]ahrscheinlich |[Aa]nscheinend |[Aa]ngeblich |wohl |schätzungsweise |[Mm]indestens "
    r"|knapp (?=\d)|rund (?=\d)|[Nn]ach eigene[rn] (?:Angaben?|Aussagen?) "
    r"|[Ll]aut (?!Anordnung\b)(?:(?:Frau|Herrn?|Dr\.) )*[A-Z]\w+ )"
)
_AROUND = re.compile(r"\b[Gg]egen (?=\d)")
_CONDITION = re.compile(
    r",? (?:sofern|nur wenn|aber nur wenn|erst wenn|falls|jedoch erst nach) [^.;,]*(?=[.;,])"
)
_IF_FIRST = re.compile(r"\b(?:Falls|Sofern|Wenn|Bei Bedarf)\b[^.;,:]*[,:] (?=\w)")
_AS_NEEDED = re.compile(r" bei Bedarf\b|\b[Bb]ei Bedarf (?=[a-zäöüß])")
_MEASURE = re.compile(r"(?<=[a-zäöüß] )\d+(?:,\d+)? (?:ml|mg|cm|kg|Minuten|€)(?!\w)")
_HEDGED = re.compile(
    r"\b(?:ca|circa|zirka|etwa|ungefähr|rund|knapp|gut|um die|gegen|schätz\w*|geschätzt|wohl"
    r"|höchstens|mindestens|maximal|über|unter|fast|oder)\b"
)
_QUOTE = re.compile(r"„([^“”]+)[“”]")


def sides(text: str, place: Place) -> Iterator[Change]:
    """The other side; not where both are named, which would only say one twice."""
    for start, part in _with_start(text):
        named = {_OTHER_SIDE[found[1].lower()][:4] for found in _SIDE.finditer(part)}
        if len(named) != 1 or _BOTH.search(part):
            continue
        found = _SIDE.search(part)
        assert found is not None  # noqa: S101 - one side was named
        old = found[1]
        new = _OTHER_SIDE[old.lower()]
        new = new.capitalize() if old[0].isupper() else new
        yield Change(Fault.SIDE, _spliced(text, start, found, new))


def negation_dropped(text: str, place: Place) -> Iterator[Change]:
    """„Kein Fieber“ → „Fieber“; not where the sentence says no once more in brackets."""
    for start, part in _with_start(text):
        if _said_again(part):
            continue
        for pattern, new in _DROPPED:
            for found in pattern.finditer(part):
                if not _quoted(part, found.start()):
                    yield Change(Fault.NEGATION_DROPPED, _spliced(text, start, found, new))
        for found in _DROPPED_AT_START.finditer(part):
            after = _spliced(text, start, found, found[1].upper())
            yield Change(Fault.NEGATION_DROPPED, after)


def _said_again(part: str) -> bool:
    bracket = re.search(r"\([^)]*\)", part)
    if bracket is None:
        return False
    around = part[: bracket.start()] + part[bracket.end() :]
    denied = _NEGATIVE.search(around) or _REFUSED.search(around)
    return bool(_NEGATIVE.search(bracket[0]) and denied)


def negation_added(text: str, place: Place) -> Iterator[Change]:
    """„Wunde gereinigt“ → „Wunde nicht gereinigt“, in sentences that deny nothing."""
    for start, part in _with_start(text):
        if _NEGATIVE.search(part) or "„" in part:
            continue
        found = next((f for f in _STATED.finditer(part) if _can_be_denied(f[0])), None)
        if found is not None:
            yield Change(Fault.NEGATION_ADDED, _spliced(text, start, found, f"nicht {found[0]}"))


def _can_be_denied(word: str) -> bool:
    if word in lists().no_participles:
        return False
    return word in lists().adjectives or _PARTICIPLE.fullmatch(word) is not None


def qualifiers(text: str, place: Place) -> Iterator[Change]:
    """A hedge, a source or a condition lost; a hedge added where the dictation has none."""
    if not _HEDGED.search(place.spoken):
        for found in _MEASURE.finditer(text):
            yield Change(Fault.QUALIFIER, _spliced(text, 0, found, f"ca. {found[0]}"))
    lost = ((_HEDGE, ""), (_AROUND, "um "), (_CONDITION, ""), (_IF_FIRST, ""), (_AS_NEEDED, ""))
    for pattern, new in lost:
        for found in pattern.finditer(text):
            if not _quoted(text, found.start()):
                yield Change(Fault.QUALIFIER, _spliced(text, 0, found, new))


def quotes(text: str, place: Place) -> Iterator[Change]:
    """The last two words of a quote changed about."""
    found = _QUOTE.search(text)
    if found is None:
        return
    words = found[1].rstrip(".,!?").split()
    if len(words) > 2 and words[-1] != words[-2]:
        words[-2:] = [words[-1], words[-2]]
        yield Change(Fault.QUOTE, text[: found.start(1)] + " ".join(words) + text[found.end(1) :])


def _with_start(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for part in sentences(text):
        yield start, part
        start += len(part)


def _quoted(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("„") > before.count("“") + before.count("”")


def _spliced(text: str, start: int, found: re.Match[str], new: str) -> str:
    return text[: start + found.start()] + new + text[start + found.end() :]
