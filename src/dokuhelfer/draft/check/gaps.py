"""What of the dictation stands nowhere in the draft, clause by clause.

Parts of a clause that nothing in the draft accounts for (`ledger`), values that are not written
and people who are not named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dokuhelfer.draft.check.denials import Denial
from dokuhelfer.draft.check.framing import Frame, leads_in, says_something, speaker_only
from dokuhelfer.draft.check.ledger import Account, accounts_of, missed, settled
from dokuhelfer.draft.check.missing import Gap, nobody, part_of
from dokuhelfer.draft.check.pieces import Piece, quantity_features
from dokuhelfer.draft.check.quantities import Quantity, QuantityKind
from dokuhelfer.draft.check.source import Source, plain
from dokuhelfer.draft.check.telling import turns_to
from dokuhelfer.draft.check.written import Written
from dokuhelfer.draft.facts.model import FactKind

_LONG = 10
"""Numbers from here on are no „zwei“ that a paraphrase may turn into „beide“."""


def gaps(source: Source, draft: Written, frame: Frame, lost: Sequence[Denial]) -> Iterator[Gap]:
    """The gaps in the order of speaking; ``lost`` are the denials that no statement takes up."""
    denied: defaultdict[int, list[Denial]] = defaultdict(list)
    for denial in lost:
        denied[denial.positions[0]].append(denial)
    found: defaultdict[int, list[Gap]] = defaultdict(list)
    accounts: list[Account] = []
    for position in range(len(source.pieces)):
        said = source.pieces[position]
        piece = _without_quotes(frame.content(said), draft)
        if not _tells(piece):
            found[position].extend(nobody(position, said, said.chunks, draft, frame))
        elif source.owners.owner(position) is None and plain(said.clause.text) in draft.plain:
            continue
        elif not _values_written(position, piece, source, draft):
            found[position].append(Gap(position, 0, len(said.clause.tokens)))
        else:
            found[position].extend(nobody(position, piece, said.chunks, draft, frame))
            own = accounts_of(position, piece, source, draft, denied.get(position, ()))
            accounts.extend(account for account in own if _of_its_own(account, piece, frame))
    for account in settled(accounts, source, draft):
        part = missed(account)
        if part is not None:
            end = min(part[1], len(source.pieces[account.position].clause.tokens))
            found[account.position].append(Gap(account.position, part[0], end))
    for position in sorted(found):
        yield from _merged(found[position])


def _tells(piece: Piece) -> bool:
    """Whether a clause tells something, rather than who tells it or what comes next."""
    framing = speaker_only(piece) or leads_in(piece) or turns_to(piece)
    return says_something(piece) and not framing


def _of_its_own(account: Account, piece: Piece, frame: Frame) -> bool:
    """Whether a part says something itself: not „Mara sagt,“, not „neues Ziel ist,“.

    Words of a label are a heading only where something was written under it.
    """
    part = frame.content(part_of(piece, account.chunk))
    section = len(piece.chunks) > 1 and account.claimed and frame.names_section(part)
    return not (speaker_only(part) or leads_in(part) or turns_to(part) or section)


def _merged(gaps: Sequence[Gap]) -> Iterator[Gap]:
    """Gaps in the order of speaking, those that overlap as one."""
    open_gap: Gap | None = None
    for gap in sorted(gaps, key=lambda g: (g.start, g.end)):
        if open_gap is not None and gap.start <= open_gap.end:
            open_gap = replace(open_gap, end=max(open_gap.end, gap.end))
            continue
        if open_gap is not None:
            yield open_gap
        open_gap = gap
    if open_gap is not None:
        yield open_gap


def _without_quotes(piece: Piece, draft: Written) -> Piece:
    """The clause without quotations that stand word for word in the draft."""
    quoted = {
        index
        for fact in piece.of_kind(FactKind.QUOTE)
        if plain(fact.text) in draft.plain
        for index in range(*fact.tokens)
    }
    if not quoted:
        return piece
    return replace(piece, terms=tuple(t for t in piece.terms if t.index not in quoted))


def _values_written(position: int, piece: Piece, source: Source, draft: Written) -> bool:
    """Times, amounts with a unit and longer numbers must stand in the draft themselves."""
    owner = source.owners.owner(position)
    return all(
        any(
            owner is None or draft.entries[place] in {owner, None}
            for feature in quantity_features(quantity)
            for place in draft.index.holding(feature)
        )
        or any(plain(form) in draft.plain for form in _forms(quantity))
        for quantity in piece.quantities
        if quantity.asserted
        and quantity.value != 1  # „eine Kapsel“
        and (quantity.kind is not QuantityKind.NUMBER or quantity.unit or quantity.value >= _LONG)
    )


def _forms(quantity: Quantity) -> Iterator[str]:
    """Ways a value may be written within a word: „12-Uhr-Gabe“."""
    yield quantity.text
    if quantity.kind is not QuantityKind.TIME:
        yield str(quantity.value)
        return
    for minutes in quantity.readings:
        hour, rest = divmod(minutes, 60)
        yield f"{hour} Uhr {rest}" if rest else f"{hour} Uhr"
