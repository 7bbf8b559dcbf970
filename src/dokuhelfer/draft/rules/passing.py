"""Passing on: who was told, who was not reached, and what the one who was told answered.

Source: design, "Placement": `information_an` holds what was passed on; not yet done or not
reached is open. A message on an answering machine has reached nobody yet.
"""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.verbs import FINITE
from dokuhelfer.draft.facts.model import FactKind, Modality
from dokuhelfer.draft.rules.item import Item

_PASSED_ON = words(
    """
    informiert informieren informiere bescheid angerufen anrufen anzurufen verständigt verständigen
    benachrichtigt benachrichtigen mitgeteilt mitteilen weitergegeben weitergeben weitergeleitet
    weitergesagt gemeldet melden telefoniert telefonieren rücksprache kontaktiert kontaktieren
    erreicht erreichen erreichbar mailbox anrufbeantworter kenntnis unterrichtet ausgerichtet
    hinterlassen
    draufgesprochen aufgesprochen durchgegeben durchgesagt gefaxt gemailt abgesprochen
    """
)
_OUTRIGHT = words(
    "informiert verständigt benachrichtigt angerufen bescheid mitgeteilt weitergegeben kenntnis"
)
_BY_US = words("ich wir hab habe haben wurde wurden worden")
_ANYBODY = words("niemand niemanden keinen keiner da")
_WITH_RECEIVER = words("gezeigt berichtet erzählt gesagt geschrieben geschildert besprochen")
"""Passing on only where the speaker does it to somebody named."""
_FETCHED = words("geholt dazugeholt hinzugezogen gerufen alarmiert hergerufen zugezogen")
_FOR_HELP = words("hilfe lifter aufgeholfen hochgeholfen aufgehoben zusammen")
_IN_CHARGE = words("schwester pfleger pflegefachkraft fachkraft pdl wbl nachtwache leitung")
_CALLS = words("rufe ruf ruft rufen rief")
_CALLED_FOR = words("rtw rettungswagen notarzt notärztin rettungsdienst polizei feuerwehr notruf")
_MACHINES = words("mailbox anrufbeantworter besetzt draufgesprochen aufgesprochen band")
_ANSWERED = words(
    "ran rangegangen drangegangen abgenommen abgehoben erreicht erreichen erreichbar gemeldet "
    "durchgekommen"
)
_NOBODY = words("nicht niemand keiner niemanden keinen nie")
_PROFESSIONAL = words(
    """
    arzt ärztin hausarzt hausärztin notarzt notärztin bereitschaftsarzt bereitschaftsärztin
    bereitschaftsdienst notdienst neurologe neurologin psychiater psychiaterin zahnarzt zahnärztin
    facharzt fachärztin palliativteam giftnotruf giftnotrufzentrale apotheke apothekerin apotheker
    praxis hausarztpraxis wundmanagerin wundmanager wundexpertin wundexperte diabetologe
    diabetologin urologe urologin
    """
)
_SAYS = words(
    """
    sagt sagte gesagt meint meinte gemeint ordnet ordnete angeordnet verordnet verordnete
    verschrieben rät riet geraten empfiehlt empfahl empfohlen angesetzt abgesetzt
    """
)
_DEMONSTRATIVES = words("der die dieser diese")
_ANSWERS = _SAYS | words("kommt kam schickt schickte möchte will wollte hat ruft meldet weiß")


def passes_on(item: Item) -> bool:
    """Whether a clause is about passing something on to somebody, done or not."""
    low = {word for _, word in item.words}
    if "sich" in low:
        low -= {"gemeldet", "melden"}
    if low & _CALLED_FOR and low & (_FETCHED | {"verständigt", "abgesetzt", "gewählt"}):
        return True
    if item.has(FactKind.ROLE) and "weiß" in low and low & {"von", "davon", "bescheid", "es"}:
        return True
    calls = bool(low & _CALLS) and "an" in low
    if not (low & _PASSED_ON or calls or _told(item, low) or _fetched(item, low)):
        return False
    told_so = bool(low & _OUTRIGHT) and bool(low & _BY_US)
    return told_so or item.has(FactKind.ROLE, FactKind.PERSON) or bool(low & _ANYBODY)


def _told(item: Item, low: set[str]) -> bool:
    """„Ich habe gesagt Schwester Monika“, „hab's der Tochter gezeigt“: the speaker tells."""
    if low & _WITH_RECEIVER and item.has(FactKind.ROLE, FactKind.PERSON):
        return bool(low & {"ich", "wir", "hab", "habe"}) and not item.has(FactKind.QUOTE)
    return False


def _fetched(item: Item, low: set[str]) -> bool:
    """„Schwester Jolanta geholt“: a colleague or a doctor was called in, not to lend a hand."""
    if not low & _FETCHED or low & _FOR_HELP:
        return False
    return bool(low & (_PROFESSIONAL | _IN_CHARGE)) or _doctor(item)


def failed_call(item: Item) -> bool:
    """Whether a clause says that nobody was reached."""
    low = {word for _, word in item.words}
    if reached_later(item):
        return False
    if low & _MACHINES or _on_machine(item):
        return True
    return bool(low & _ANSWERED) and bool(low & _NOBODY) and "sich" not in low - {"gemeldet"}


def reached_later(item: Item) -> bool:
    """„um zehn nicht erreicht, um elf dann doch“: in the end somebody was."""
    text = item.text
    pairs = set(zip(text, text[1:], strict=False))
    return (
        bool(pairs & _IN_THE_END) and bool(_ANSWERED & set(text)) and _NOBODY & set(text) != set()
    )


_IN_THE_END = frozenset(
    {("dann", "doch"), ("später", "doch"), ("dann", "erreicht"), ("danach", "erreicht"),
     ("später", "erreicht"), ("schließlich", "erreicht"), ("aber", "erreicht")}
)  # fmt: skip


def _on_machine(item: Item) -> bool:
    """„nur der AB“: the letters alone are the machine only in capitals."""
    return any(
        item.view.tokens[index].text == "AB" and item.view.word(index - 1) in {"der", "den", "dem"}
        for index, _ in item.words
    )


def still_open(item: Item) -> bool:
    """Whether what a clause passes on is planned, was tried in vain, or is not done yet."""
    if reached_later(item):
        return False
    if item.modality in {Modality.PLANNED, Modality.ATTEMPTED} or failed_call(item):
        return True
    low = [word for _, word in item.words]
    return "nicht" in low or ("noch" in low and item.modality is not Modality.DONE)


def not_yet(item: Item) -> bool:
    """„Angehörige noch nicht.“: without a verb, said of whom there is to tell."""
    low = [word for _, word in item.words]
    return (
        item.has(FactKind.ROLE)
        and {"noch", "nicht"} <= set(low)
        and not any(word in FINITE for word in low)
    )


def called_by_other(item: Item) -> bool:
    """„Die Tochter hat angerufen“: the speaker got information, passed none on."""
    low = {word for _, word in item.words}
    return "angerufen" in low and "hat" in low and not low & {"ich", "wir", "hab", "habe", "wurde"}


def advised(item: Item) -> bool:
    """„Dr. Weiß sagt, …“, „laut Hausarzt …“, „am Telefon gesagt“: a professional's word."""
    low = {word for _, word in item.words}
    if low & {"ich", "wir"} and low & {"gesagt", "gemeint", "gefragt"}:
        return False
    if low & {"telefon", "telefonisch"} and low & _SAYS:
        return True
    by_profession = bool(low & _PROFESSIONAL) or _doctor(item)
    return by_profession and bool(low & _SAYS)


def _doctor(item: Item) -> bool:
    return any("Dr." in fact.text for fact in item.of(FactKind.PERSON))


def answers(item: Item) -> bool:
    """„Der sagt, …“, „die kommt nachher“: goes on about who was named last."""
    low = [word for _, word in item.words[:3]]
    return len(low) > 1 and low[0] in _DEMONSTRATIVES and low[1] in _ANSWERS
