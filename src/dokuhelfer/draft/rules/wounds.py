"""Site, kind, dressing and next change of a wound, where they stand beside something else.

„Dekubitus Grad 2 an der linken Ferse, 3 cm lang“ names the kind, the site and a size at once
(domain.md §1.5). Everything is quoted; a side or a category is never added.
"""

from __future__ import annotations

from collections.abc import Iterator

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.facts.view import View
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.rules.item import Item

_Range = tuple[int, int]
_KINDS = words(
    """
    dekubitus druckgeschwür druckstelle ulcus ulkus mischulkus unterschenkelgeschwür hautriss
    hautablösung platzwunde schürfwunde schnittwunde risswunde kratzwunde bisswunde quetschwunde
    brandwunde verbrennung verbrühung feuchtigkeitswunde intertrigo op-wunde operationswunde
    operationsnarbe op-naht tumorwunde abszess amputationswunde nahtdehiszenz brandblase
    schürfung abschürfung hautabschürfung stichverletzung stichwunde skin-tear
    """
)
_ATTRIBUTES = words(
    """
    venöses arterielles gemischtes diabetisches diabetischer diabetischen postoperative
    postoperativer sekundär heilende chronische akute infizierte neuer neue neues alte alter
    """
)
_BEHIND_KIND = words(
    """
    cruris venosum arteriosum mixtum kategorie grad stadium epuap wagner armstrong nach und laut
    hausarzt hausärztin ärztin arzt arztbrief wundexpertin wundexperte wundmanagerin wundmanager
    i ii iii iv a b c d rechts links
    """
)
_LOOSE_ENDS = words("nach und laut")
_SITE_WORDS = words(
    """
    innen außen innenseite außenseite oberhalb unterhalb seitlich mittig rechts links unten oben
    vorne hinten vom von des der am an im über unter dem den und unterseite oberseite vorderseite
    rückseite medial lateral
    """
)
_ENDS_OPEN = words("vom von des der am an im über unter dem den und")
_BEFORE_SITE = words("linke linken linker linkem rechte rechten rechter rechtem rechts links")
_NEARER = words("am an im in über unter der dem den die")
_PARTS = (
    "knöchel", "ferse", "zehe", "zeh", "schenkel", "schienbein", "steiß", "steißbein", "kreuzbein",
    "gesäß", "hüfte", "ellenbogen", "schulter", "schulterblatt", "ballen", "fußsohle", "fußrücken",
    "fußrand", "handrücken", "unterarm", "oberarm", "leiste", "analfalte", "rima", "sitzbein",
    "trochanter", "sakral", "sakralbereich", "steißbereich", "knie", "wade", "achillessehne",
)  # fmt: skip
"""Ends of words for places on the body where wounds are."""
_ELSEWHERE = words(
    """
    gespült gereinigt drauf gewickelt angelegt verband fixiert schmerzen schmerz weh gelagert
    freigelagert frei kissen abgedeckt kurzzugbinden letzte letztes letzten
    """
)
_CLEANED = words(
    """
    gespült gereinigt gesäubert ausgespült ausgeduscht abgetupft desinfiziert gewaschen sauber
    ausgewaschen gewischt
    """
)
_DRESSINGS = (
    "alginat", "silberalginat", "hydrokolloid", "hydrogel", "hydrofaser", "schaumverband", "schaum",
    "superabsorber", "mepilex", "allevyn", "biatain", "aquacel", "urgo", "suprasorb", "tegaderm",
    "cutimed", "hydrofilm", "opsite", "comfeel", "askina", "fettgaze", "gaze", "distanzgitter",
    "wundgel", "kompresse", "saugkompresse", "mullbinde", "kurzzugbinde", "langzugbinde",
    "idealbinde", "pflaster", "wundauflage", "auflage", "silikonauflage", "silikon", "folie",
    "folienverband", "salbenkompresse", "jelonet", "adaptic", "atrauman", "cosmopor", "zetuvit",
    "sorbion", "vliwasorb", "mextra", "exufiber", "durafiber", "melgisorb", "kaltostat",
    "honigverband", "medihoney", "tamponade", "schlauchverband", "urgotül", "urgotuel",
)  # fmt: skip
"""Beginnings of what lies on a wound, by kind and by product."""
_AFTER = frozenset({"nächster", "nächste", "foto", "fotos", "schmerz", "schmerzen"})
_NEXT = words("nächster nächste nächsten nächstes")
_CHANGES = words(
    """
    verbandwechsel verbandswechsel wechsel vw wundversorgung verbandwechsels wundkontrolle
    wundvisite versorgung mal
    """
)
_STOPS = words("foto fotos schmerz schmerzen information hausarzt hausärztin tochter sohn")
_WHEN = 8
"""Words behind „nächster Verbandwechsel“ that may still say when and by whom."""


def wound_site(item: Item, main: str | None) -> Iterator[_Range]:
    """The first part of the body named with the wound, with its side and nearer place."""
    view = item.view
    if _ELSEWHERE & set(view.low):
        return
    first = min(_parts(item), default=None)
    if first is None:
        return
    start, end = first
    while start > 0 and view.word(start - 1) in _BEFORE_SITE | _NEARER:
        start -= 1
    while view.word(start) in _NEARER:
        start += 1
    yield start, _site_end(view, end)


def _site_end(view: View, end: int) -> int:
    last = end
    while last < len(view) and _of_site(view, last):
        last += 1
    while last > end and view.word(last - 1) in _ENDS_OPEN:
        last -= 1
    return last


def _of_site(view: View, at: int) -> bool:
    return view.word(at) in _SITE_WORDS or _is_part(view, at) or _anatomical(view, at)


def _is_part(view: View, at: int) -> bool:
    return view.capital(at) and view.word(at).endswith(_PARTS)


def _parts(item: Item) -> Iterator[_Range]:
    for fact in item.of(FactKind.BODY_PART):
        yield fact.tokens
    for index in range(len(item.view)):
        if _is_part(item.view, index):
            yield index, index + 1


def _anatomical(view: View, at: int) -> bool:
    """A noun right behind „am“, „vom“: „innen oberhalb vom Knöchel“."""
    return view.capital(at) and view.word(at - 1) in _ENDS_OPEN - {"und"}


def wound_kind(item: Item, main: str | None) -> Iterator[_Range]:
    """„Dekubitus Grad 2“, „Ulcus cruris venosum“, „diabetischer Fuß“, as said."""
    view = item.view
    if {"kein", "keine", "keinen"} & set(view.low):
        return
    for index, word in enumerate(view.low):
        if word not in _KINDS and not _two_words(view, index):
            continue
        start = index
        while start > 0 and view.word(start - 1) in _ATTRIBUTES:
            start -= 1
        end = index + (1 if word in _KINDS else 2)
        while end < len(view) and (view.word(end) in _BEHIND_KIND or _number(view, end)):
            end += 1
        while view.word(end - 1) in _LOOSE_ENDS:
            end -= 1
        yield start, end
        return


def _two_words(view: View, at: int) -> bool:
    pair = (view.word(at), view.word(at + 1))
    return pair in {
        ("skin", "tear"),
        ("offenes", "bein"),
        ("diabetischer", "fuß"),
        ("diabetisches", "fußsyndrom"),
        ("postoperative", "wunde"),
    }


def _number(view: View, at: int) -> bool:
    return view.kind(at) is TokenKind.NUMBER and view.word(at - 1) in _BEHIND_KIND


def dressing(item: Item, main: str | None) -> Iterator[_Range]:
    """„gespült mit NaCl, Alginat eingelegt“: from the first dressing in a clause on cleaning."""
    view = item.view
    if not _CLEANED & set(view.low):
        return
    cleaned = max(at for at, word in enumerate(view.low) if word in _CLEANED)
    named = [at for at in range(len(view)) if view.word(at).startswith(_DRESSINGS)]
    if not named:
        return
    start = named[0]
    if start < cleaned and "," not in view.low[start:cleaned]:
        return  # „Verband mit NaCl gelöst und gereinigt“
    end = next((at for at in range(start, len(view)) if view.word(at) in _AFTER), len(view))
    while end > start and view.kind(end - 1) is TokenKind.PUNCT:
        end -= 1
    yield start, end


def next_change(item: Item, main: str | None) -> Iterator[_Range]:
    """„nächster Wechsel in 2 Tagen“ inside a clause about the dressing."""
    view = item.view
    for index, word in enumerate(view.low):
        if word not in _NEXT or view.word(index + 1) not in _CHANGES:
            continue
        end = min(index + 2 + _WHEN, len(view))
        for at in range(index + 2, end):
            if view.word(at) in _STOPS | {".", ";", ","}:
                end = at
                break
        if end > index + 2:
            yield index, end
        return
