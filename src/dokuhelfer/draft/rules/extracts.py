"""Fields that are a phrase of some clause, wherever that clause went: title, validity, substance.

„Er kommt, weil seine Aufenthaltserlaubnis abläuft“ is the reason and names the title as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from dokuhelfer.draft.facts.lexicon import words
from dokuhelfer.draft.facts.lexicon.speech import NEGATIVE_ARTICLES
from dokuhelfer.draft.facts.model import FactKind
from dokuhelfer.draft.model import DraftField, Origin, Statement
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.rules.encounters import contacts
from dokuhelfer.draft.rules.item import Item
from dokuhelfer.draft.rules.of_kin import of_kin
from dokuhelfer.draft.rules.orders import ordered_by_phone
from dokuhelfer.draft.rules.people import names, same_person
from dokuhelfer.draft.rules.phrasing import written
from dokuhelfer.draft.rules.wounds import dressing, next_change, wound_kind, wound_site
from dokuhelfer.draft.template.model import Field

_Range = tuple[int, int]
_TITLES = words(
    """
    aufenthaltserlaubnis aufenthaltsgestattung gestattung duldung niederlassungserlaubnis
    fiktionsbescheinigung ausbildungsduldung beschäftigungsduldung aufenthaltskarte visum
    flüchtlingseigenschaft abschiebungsverbot abschiebeverbot grenzübertrittsbescheinigung
    freizügigkeitsbescheinigung daueraufenthalt chancenaufenthalt chancenaufenthaltsrecht
    aufenthaltstitel
    """
)
_ATTRIBUTES = words("subsidiären subsidiärer subsidiärem subsidiäre blaue befristete unbefristete")
_PARAGRAPH = words(
    """
    nach gemäß paragraf paragraph § absatz abs satz nummer alternative erste zweite und a b c d
    aufenthaltsgesetz aufenthg asylgesetz asylg
    """
)
_VALID = words("gültig gilt läuft geht befristet verlängert abläuft ausläuft endet")
_UNTIL = words("bis am zum")
_MONTHS = words(
    """
    januar februar märz april mai juni juli august september oktober november dezember jahresende
    """
)
_SUBSTANCES = words(
    """
    alkohol cannabis marihuana haschisch kokain heroin amphetamin amphetamine speed crystal
    methamphetamin ecstasy mdma ketamin lsd tilidin tramadol pregabalin lyrica benzodiazepine
    benzos tavor diazepam opiate opioide nikotin tabletten schlaftabletten schmerzmittel
    glücksspiel online-glücksspiel sportwetten spielautomaten automatenspiel automatenspielen
    online-casino computerspiele computerspielen internet medien gras
    """
)


def fill_extracts(
    fields: Sequence[Field], items: Sequence[Item], main: str | None, filled: dict[str, DraftField]
) -> None:
    """Add phrases a field does not have yet; the clauses stay in their fields as well."""
    about_kin = any(word.startswith("angehörig") for item in items for word in item.text)
    for field in fields:
        finder = _FINDERS.get(field.id)
        if finder is None or (field.id in filled and field.id not in _ADDED):
            continue
        before = filled[field.id].statements if field.id in filled else ()
        said = " ".join(note.text for note in before).lower()
        notes: dict[str, Statement] = {}
        for item in items:
            for start, end in finder(item, main):
                if field.id in _OF_PERSON and not about_kin and of_kin(item, start):
                    continue
                text = written(item.clause.tokens[start:end])
                if text.rstrip(".").lower() in said:
                    continue
                notes.setdefault(
                    text.lower(), Statement(text, (item.view.span(start, end),), Origin.RULES)
                )
            if notes and field.id in _ONCE:
                break
        if notes:
            kept = (*before, *notes.values())
            filled[field.id] = DraftField(" ".join(note.text for note in kept), kept)


_OF_PERSON = frozenset({"aufenthaltstitel_wortlaut", "gueltig_bis", "substanz"})
"""Fields of the person alone: „ihr Mann hat eine Duldung“ is quoted where it stands."""
_ADDED = frozenset({"aufenthaltstitel_wortlaut", "substanz", "anordnung", "verband"})
"""Fields to which phrases are added beside the clauses placed there."""
_ONCE = frozenset({"lokalisation", "wundart", "naechster_vw"})
"""Fields that hold one phrase: the first clause that has it says it."""
_OTHER_LAWS = words("zpo inso sgb btmg stgb bgb schkg")


def _title(item: Item, main: str | None) -> Iterator[_Range]:
    """„Aufenthaltserlaubnis nach Paragraf 25 Absatz 2“, „subsidiären Schutz“, verbatim."""
    view = item.view
    for index, word in enumerate(view.low):
        if word == "schutz" and view.word(index - 1) in _ATTRIBUTES:
            yield index - 1, index + 1
        alone = word in {"paragraf", "paragraph", "§"} and not _TITLES & set(view.low[:index])
        if word not in _TITLES and not (alone and not _OTHER_LAWS & set(view.low)):
            continue
        start = index - 1 if view.word(index - 1) in NEGATIVE_ARTICLES | _ATTRIBUTES else index
        end = index + 1
        while end < len(view) and (
            view.word(end) in _PARAGRAPH
            or (view.kind(end) is TokenKind.NUMBER and view.word(end - 1) in _PARAGRAPH)
        ):
            end += 1
        while view.word(end - 1) in {"nach", "und", "gemäß"}:
            end -= 1
        yield start, end


def _validity(item: Item, main: str | None) -> Iterator[_Range]:
    """„gültig bis 9. Januar 2027“, „läuft am 4. Dezember ab“, „geht noch bis Juni“."""
    view = item.view
    if not set(view.low) & _TITLES and "gültig" not in view.low:
        return
    start = next((at for at, word in enumerate(view.low) if word in _VALID), None)
    if start is None:
        return
    for fact in item.of(FactKind.DATE):
        if fact.tokens[0] > start:
            yield start, fact.tokens[1]
            return
    for at in range(start + 1, len(view)):
        if view.word(at) in _MONTHS and _UNTIL & set(view.low[start:at]):
            behind = view.kind(at + 1) is TokenKind.NUMBER
            yield start, at + 1 + behind
            return


def _substance(item: Item, main: str | None) -> Iterator[_Range]:
    if item.has(FactKind.NEGATION) or "nie" in item.view.low:
        return
    for index, word in enumerate(item.view.low):
        if word in _SUBSTANCES and item.view.capital(index):
            yield index, index + 1


def _contact(item: Item, main: str | None) -> Iterator[_Range]:
    """Names and offices in a clause about the contact, the person of the record apart."""
    if not contacts(item):
        return
    for fact in names(item):
        if main is None or not same_person(fact.text, main):
            yield _with_office(item, fact.tokens)


def _with_office(item: Item, tokens: _Range) -> _Range:
    start, end = tokens
    for role in item.of(FactKind.ROLE):
        if role.tokens[1] == start:
            start = role.tokens[0]
        elif role.tokens[0] - end in {1, 2} and item.view.word(end) in {"vom", "von"}:
            end = role.tokens[1]
    return start, end


_FINDERS: Mapping[str, Callable[[Item, str | None], Iterator[_Range]]] = {
    "aufenthaltstitel_wortlaut": _title,
    "gueltig_bis": _validity,
    "substanz": _substance,
    "gespraechspartner": _contact,
    "anordnung": ordered_by_phone,
    "lokalisation": wound_site,
    "verband": dressing,
    "wundart": wound_kind,
    "naechster_vw": next_change,
}
