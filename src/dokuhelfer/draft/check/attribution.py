"""Who a fact is said of: „die Tochter ruft an“ is wrong as „der Hausarzt ruft an“.

Only where the dictation names somebody else with the same words, and does not name with them
whom the statement names (design, "check": done by another than said).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dokuhelfer.draft.check.lexicon import fold, lexicon
from dokuhelfer.draft.check.people import Gender, Mention, adjoining, mentions
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.check.source import Checked, Source
from dokuhelfer.draft.check.terms import Term
from dokuhelfer.draft.model import Finding, Kind

_SHARE = 0.6
"""Share of the best clause's words from which another clause may be meant as well."""
_ENOUGH = 1.0
"""Least weight of the words besides the person that a clause must share."""
_NEAR = 2
"""Clauses before within which a pronoun looks back."""


def check_attribution(checked: Checked, source: Source) -> Iterator[Finding]:
    """At most one person of whom the dictation does not say what the statement says."""
    written = [(piece, mentions(piece)) for piece in checked.pieces]
    everybody = [mention for _, found in written for mention in found]
    for (piece, found), place in zip(written, checked.places, strict=True):
        if place.verbatim or not place.clauses:
            continue
        false = _false_office(piece, found, source)
        if false is not None:
            yield checked.item.finding(Kind.PERSON, Sentence.OTHER_AGENT)
            return
        for mention in found:
            beside = [b for a, b in adjoining(piece, found) if a is mention]
            beside += [a for a, b in adjoining(piece, found) if b is mention]
            other = _instead(mention, beside, piece, everybody, source)
            if other is not None:
                yield checked.item.finding(
                    Kind.PERSON, Sentence.DIFFERS, said=other.text, written=mention.text
                )
                return


def _false_office(piece: Piece, found: Sequence[Mention], source: Source) -> Mention | None:
    """„Dr. Yildirim (Hausarzt)“, where „Dr. Yildirim vom Bereitschaftsdienst“ was said."""
    for pair in adjoining(piece, found):
        for named, office in (pair, pair[::-1]):
            said = source.cast.offices(named)
            if _directly(piece, *pair) and said and not said & office.keys and _is_office(office):
                return named
    return None


def _directly(piece: Piece, first: Mention, second: Mention) -> bool:
    """„Hausarzt Dr. Weiß“, „Frau Brandt (Mutter)“: nothing else between the two."""
    between = [token.text for token in piece.clause.tokens[first.end : second.start]]
    return between in ([], ["("])


def _is_office(mention: Mention) -> bool:
    return all(key.startswith("#") for key in mention.keys)


def _instead(
    mention: Mention,
    beside: Sequence[Mention],
    piece: Piece,
    everybody: Sequence[Mention],
    source: Source,
) -> Mention | None:
    """Whom the dictation names with the words that the statement says of ``mention``."""
    cast = source.cast
    who = cast.known_by(mention, beside)
    scores = _scores(_words_with(mention, piece), source)
    best = max(scores.values(), default=0.0)
    if best < _ENOUGH:
        return None
    places = sorted(p for p, score in scores.items() if score >= best * _SHARE)
    if any(_may_be(who, mention, place, source) for place in places):
        return None
    known = [cast.known_by(other) for other in everybody if other is not mention]
    for place in places:
        if scores[place] < best:
            continue
        for other in cast.at[place]:
            if not any(other.keys & own for own in known) and not _of_record(other, source):
                return other
    return None


def _words_with(mention: Mention, piece: Piece) -> list[Term]:
    """What is said of somebody: the words of the same part of the clause, of all of it where
    the part holds nothing else („laut Mutter, …“)."""
    people = {index for other in mentions(piece) for index in range(other.start, other.end)}
    plain = [t for t in piece.terms if not t.name and t.index not in people and not _of_all(t)]
    for chunk in piece.chunks:
        if chunk.start <= mention.start < chunk.end:
            own = [term for term in plain if chunk.start <= term.index < chunk.end]
            if own:
                return own
    return plain


def _of_all(term: Term) -> bool:
    """„Klientin“, „Fachkraft“: whose doing it is has a check of its own (`actors`)."""
    return term.word in lexicon().staff | lexicon().clients


def _scores(terms: Sequence[Term], source: Source) -> Mapping[int, float]:
    found: defaultdict[int, float] = defaultdict(float)
    for term in terms:
        for position, strength in source.index.places(term).items():
            found[position] += term.weight * strength
    return found


def _may_be(who: frozenset[str], mention: Mention, place: int, source: Source) -> bool:
    """Whether a clause may speak of somebody: by name, or by a pronoun that looks back."""
    cast = source.cast
    if any(other.keys & who for other in cast.at[place]):
        return True
    pronoun = _pronouns_in(source.pieces[place]) & _pronouns(mention.gender)
    if not pronoun:
        return False
    before = range(max(0, place - _NEAR), place)
    return bool(cast.lead & who) or any(other.keys & who for p in before for other in cast.at[p])


def _pronouns_in(piece: Piece) -> set[str]:
    """The words of a clause that may be pronouns; „der Sohn“ has an article."""
    tokens = piece.clause.tokens
    found: set[str] = set()
    for index, token in enumerate(tokens):
        word = fold(token.text)
        behind = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if word not in _POINTING or not behind[:1].isupper():
            found.add(word)
    return found


_POINTING = frozenset({"der", "die", "den", "dem"})
_SHE = frozenset({"sie", "ihnen", "ihr", "die", "der", "beide", "beiden", "ihre"})
_HE = frozenset({"er", "ihn", "ihm", "der", "den", "dem", "sein", "seine", "beide", "beiden"})


def _pronouns(gender: Gender) -> frozenset[str]:
    if gender is Gender.MASCULINE:
        return _HE
    return _SHE if gender is Gender.FEMININE else _SHE | _HE


def _of_record(mention: Mention, source: Source) -> bool:
    """The person the record is about is named in the draft's head, not in each statement."""
    person = source.context.person or ""
    return bool(mention.keys & {*source.owners.main, *person.lower().split()})
