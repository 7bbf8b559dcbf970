"""The words of one clause in the groups that move as one, in another order or in the passive.

Only a clause that is certainly one (`read`) may change its order; who does what to whom stays as
the order of nouns and pronouns has it, and just one other group may go elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from dokuhelfer.draft.llm import closed_words as words

Words = tuple[str, ...]
_MOST_OF_A_KIND = 1
"""Groups with a preposition, times, nouns and so on: two of a kind could change places."""


class _Kind(Enum):
    NOUN = auto()
    PRONOUN = auto()
    PREPOSITION = auto()
    TIME = auto()
    PARTICIPLE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class _Group:
    words: Words
    kind: _Kind


@dataclass(frozen=True, slots=True)
class OneClause:
    """A clause with one finite verb: the groups before and behind it, the participle if any."""

    finite: str
    participle: str
    before: tuple[_Group, ...]
    behind: tuple[_Group, ...]

    @property
    def groups(self) -> tuple[_Group, ...]:
        """All but the finite verb, in order."""
        return self.before + self.behind


def read(said: Sequence[str], nouns: Collection[str]) -> OneClause | None:
    """The clause these words are; None where they may be more than one, or less.

    Args:
        said: words and signs in small letters, the sign at the end left out.
        nouns: those of them that are nouns or names.
    """
    at = [number for number, word in enumerate(said) if word in words.FINITE]
    if len(at) != 1 or any(not _is_word(one) or one in words.CONJUNCTIONS for one in said):
        return None
    participles = [one for one in said if one not in nouns and words.is_participle(one)]
    if len(participles) > 1:
        return None
    before, behind = said[: at[0]], said[at[0] + 1 :]
    return OneClause(
        finite=said[at[0]],
        participle="".join(participles),
        before=tuple(_grouped(before, nouns)),
        behind=tuple(_grouped(behind, nouns)),
    )


def is_reordered(text: Words, clause: OneClause) -> bool:
    """Whether the text has the clause's words with the verbs, and one group more, elsewhere."""
    asked = text[:1] == (clause.finite,)  # „Hat sie …“ may be a question, „Sie hat …“ is none
    return asked is not bool(clause.before) and _says(text, clause.groups, {clause.finite})


def is_passive(text: Words, clause: OneClause, *, about_her: bool) -> bool:
    """Whether the text says in the passive what the clause says we did to somebody or something.

    Args:
        about_her: whether the draft is about a woman, so that „sie“ is one person.
    """
    if not clause.participle or clause.participle in words.NO_PASSIVE:
        return False
    done = _done_by_us(clause)
    objects = [group for group in done if _is_object(group, about_her=about_her)]
    if not objects or any(set(group.words) & words.OURS for group in done):
        return False
    groups = tuple(_as_subject(group) for group in done)
    return _says(text, groups, _became(objects))


def _is_word(one: str) -> bool:
    return one[0].isalnum()


def _grouped(said: Sequence[str], nouns: Collection[str]) -> Iterator[_Group]:
    start = 0
    while start < len(said):
        end = _end(said, start, nouns)
        group = tuple(said[start:end])
        yield _Group(group, _kind(group, nouns))
        start = end


def _end(said: Sequence[str], start: int, nouns: Collection[str]) -> int:
    """Behind the word that the words from ``start`` on belong to."""
    waiting = False
    for at in range(start, len(said)):
        word, after = said[at], said[at + 1] if at + 1 < len(said) else ""
        waiting = waiting or word in words.PREPOSITIONS
        if word in nouns:
            if word in words.TITLES and after in nouns:
                continue
            return at + 1
        if word in words.PRONOUNS and not (word in words.POSSESSIVES and after in nouns):
            return at + 1
        if not (waiting or _belongs_on(word, after, nouns)):
            return at + 1
        if waiting and word[0].isdigit() and after not in nouns:
            return at + 1
    return len(said)


def _belongs_on(word: str, after: str, nouns: Collection[str]) -> bool:
    if word in words.OPENERS or word[0].isdigit() or word in words.POSSESSIVES:
        return True
    attributive = word.endswith(("e", "en", "er", "es", "em"))
    return after in nouns and (attributive or word in words.TIMES)


def _kind(group: Words, nouns: Collection[str]) -> _Kind:
    if any(word in words.PREPOSITIONS for word in group):
        return _Kind.PREPOSITION
    if any(word in words.TIMES for word in group):
        return _Kind.TIME
    if any(word in nouns for word in group):
        return _Kind.NOUN
    if any(word in words.PRONOUNS for word in group):
        return _Kind.PRONOUN
    return _Kind.PARTICIPLE if len(group) == 1 and words.is_participle(group[0]) else _Kind.OTHER


def _says(text: Words, groups: tuple[_Group, ...], finite: Collection[str]) -> bool:
    verbs = {one.words[0] for one in groups if one.kind is _Kind.PARTICIPLE}
    found = [word for word in text if word in words.FINITE]
    if len(found) != 1 or found[0] not in finite or not all(map(_is_word, text)):
        return False
    if any(text.count(verb) != 1 for verb in verbs):
        return False
    rest = tuple(word for word in text if word not in verbs and word != found[0])
    kept = tuple(one for one in groups if one.kind is not _Kind.PARTICIPLE)
    if rest == _flat(kept):
        return True
    return _may_move(groups) and any(rest == moved for moved in _moved(kept))


def _may_move(groups: tuple[_Group, ...]) -> bool:
    kinds = [group.kind for group in groups]
    persons = [word for word in _flat(groups) if words.is_person(word)]
    if any(word in words.SCOPES for word in _flat(groups)):
        return False
    return len(persons) <= 1 and all(kinds.count(kind) <= _MOST_OF_A_KIND for kind in kinds)


def _moved(groups: tuple[_Group, ...]) -> Iterator[Words]:
    for at, group in enumerate(groups):
        if group.kind in (_Kind.NOUN, _Kind.PRONOUN):
            continue
        others = groups[:at] + groups[at + 1 :]
        for to in range(len(others) + 1):
            yield _flat((*others[:to], group, *others[to:]))


def _flat(groups: Sequence[_Group]) -> Words:
    return tuple(word for group in groups for word in group.words)


def _done_by_us(clause: OneClause) -> tuple[_Group, ...]:
    """The groups without „ich“ or „wir“ where it is who acted; empty where it is not.

    „Habe“ without anybody is „ich“ at the beginning only: „Sie habe …“ is what she says.
    """
    we = {"habe": "ich", "hab": "ich", "haben": "wir"}.get(clause.finite)
    mine = _Group((we or "",), _Kind.PRONOUN)
    if we is None:
        return ()
    if clause.before == (mine,):
        return clause.behind
    if clause.behind[:1] == (mine,):
        return clause.before + clause.behind[1:] if len(clause.before) <= 1 else ()
    return clause.behind if we == "ich" and not clause.before else ()


def _is_object(group: _Group, *, about_her: bool) -> bool:
    if group.kind is _Kind.PRONOUN:
        return group.words[-1] in {"ihn", "es", "ihr", "ihm"} | ({"sie"} if about_her else set())
    if group.kind is not _Kind.NOUN:
        return False
    bare = len(group.words) == 1
    return not (bare and group.words[0].endswith(("er", "el", "en")))  # one Pflaster, or many


def _became(objects: Sequence[_Group]) -> frozenset[str]:
    """The passive's verb for what is one for certain, both where the noun itself says."""
    many = {"die", "keine", "meine", "ihre", "seine", "alle", "beide", "zwei", "drei", "vier"}
    if len(objects) == 1 and objects[0].kind is _Kind.PRONOUN:
        return frozenset({"wurde"})
    nouns = [one.words for one in objects if one.kind is _Kind.NOUN]
    free = any(len(one) == 1 or set(one) & many or one[0][0].isdigit() for one in nouns)
    return frozenset({"wurde", "wurden"}) if free else frozenset({"wurde"})


def _as_subject(group: _Group) -> _Group:
    """The group as what something is done to: „den linken Arm“ becomes „der linke Arm“."""
    if group.words == ("ihn",):
        return _Group(("er",), group.kind)
    if group.kind is not _Kind.NOUN:
        return group
    changed, ending = list(group.words), ""
    for at, word in enumerate(group.words[:-1]):
        if word in _SUBJECT:
            changed[at], ending = _SUBJECT[word]
        elif ending and word.endswith("en"):
            changed[at] = word.removesuffix("en") + ending
    return _Group(tuple(changed), group.kind)


_SUBJECT = {
    "den": ("der", "e"),
    "einen": ("ein", "er"),
    "keinen": ("kein", "er"),
    "ihren": ("ihr", "er"),
    "seinen": ("sein", "er"),
    "herrn": ("herr", ""),
}
