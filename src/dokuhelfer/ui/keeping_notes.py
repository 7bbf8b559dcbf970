"""What the store did not take, in the message line."""

from __future__ import annotations

from dokuhelfer.errors import DokuError
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.ui.keeper import Keeper
from dokuhelfer.ui.keeping_troubles import Trouble, not_done, not_kept, not_signed
from dokuhelfer.ui.widgets.message_line import MessageLine, Note


def tell_of_keeping(keeper: Keeper, messages: MessageLine, catalogue: Catalogue) -> None:
    """Say what is not kept yet, or was not done; and no more once it is."""

    def tell_unkept(error: DokuError) -> None:
        messages.post(Note("kept", "warn", not_kept(catalogue, error), pending=True))

    def tell_trouble(trouble: Trouble, error: DokuError) -> None:
        messages.post(Note(trouble, "warn", not_done(catalogue, trouble, error)))

    def tell_unsigned(error: DokuError) -> None:
        messages.post(Note("signing", "block", not_signed(catalogue, error)))

    keeper.not_kept.connect(tell_unkept)
    keeper.all_kept.connect(lambda: messages.withdraw("kept"))
    keeper.troubled.connect(tell_trouble)
    keeper.not_signed.connect(tell_unsigned)
