"""Cut one dictation by person and by kind (design, „auto“)."""

from __future__ import annotations

from collections.abc import Sequence

from dokuhelfer.draft.collective import lexicon as lex
from dokuhelfer.draft.collective.kinds import HANDOVER, area_of
from dokuhelfer.draft.collective.model import Correction, Cutting, Piece
from dokuhelfer.draft.collective.parts import Gatherer, cuts_of
from dokuhelfer.draft.collective.pieces import make_pieces
from dokuhelfer.draft.collective.whose import General, Round, owners_of
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.facts.lexicon.people import SHIFT_ROLES
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.prepared import Prepared
from dokuhelfer.draft.rules.cues import FieldCues, compile_fields, opens_with
from dokuhelfer.draft.rules.item import Item, make_items
from dokuhelfer.draft.template.model import Area, Template

_SHIFTS = frozenset(SHIFT_ROLES)
_GENERAL = 1.35
"""Strength of the cues from which a sentence of its own concerns nobody in particular."""


def cut_by_person_and_kind(
    prepared: Prepared,
    context: Context,
    available: frozenset[str],
    general: Template | None = None,
    common: frozenset[str] = frozenset(),
) -> Cutting:
    """The proposal: who is spoken of, and which clauses make which draft.

    Args:
        available: ids of the templates a cut may be for; not empty.
        general: the handover template, whose field `allgemeines` says which words
            concern the house rather than a person.
        common: kinds whose record is about no one person: announced, they take everything.
    """
    area = area_of(make_items(prepared.clauses, prepared.facts), context.role)
    pieces = make_pieces(prepared.clauses, prepared.facts, strict=area is Area.BERATUNG)
    known = Round(pieces, context.person, shared=area is Area.PFLEGE)
    owners = owners_of(pieces, known, _general(general), chosen=context.person is not None)
    if len(known.persons) == 1:
        owners = ((0,),) * len(pieces)
    gathered = Gatherer(pieces, owners, common | {HANDOVER}).run()
    persons = tuple(known.persons)
    cuts = cuts_of(gathered, pieces, persons, area, available)
    headings = frozenset(gathered.headings) | _framing(pieces, owners)
    return Cutting(pieces, persons, owners, area, cuts, headings)


def _framing(pieces: Sequence[Piece], owners: Sequence[tuple[int, ...]]) -> frozenset[int]:
    """Clauses of nobody that say no more than who speaks, when and where."""
    return frozenset(
        number
        for number, (piece, own) in enumerate(zip(pieces, owners, strict=True))
        if piece.corrects is Correction.ONLY
        or (not own and all(_frames(piece.item, index, word) for index, word in piece.item.words))
    )


def _frames(item: Item, index: int, word: str) -> bool:
    return item.view.kind(index) is not TokenKind.WORD or word in lex.FRAME | lex.OPENERS | _SHIFTS


def _general(template: Template | None) -> General:
    if template is None or "allgemeines" not in template.field_ids:
        return lambda item: False
    cues = compile_fields([template.field("allgemeines")])[0]
    return lambda item: _turns_general(item, cues)


def _turns_general(item: Item, cues: FieldCues) -> bool:
    announced = opens_with(cues.announcements, item)
    if announced is not None and item.view.word(announced.end) in {":", ","}:
        return True
    return cues.strength(item) >= _GENERAL
