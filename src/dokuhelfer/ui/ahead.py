"""A draft by a model that is begun while somebody still speaks.

The model computes in the pauses of the recognition only (`engine.turns`); after the last word it
has to deal with what was said last.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dokuhelfer.draft.context import Context
from dokuhelfer.draft.model import Draft
from dokuhelfer.draft.template.model import Template
from dokuhelfer.engine.models import LanguageModel
from dokuhelfer.engine.turns import Turns
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.ui.orders import Source

if TYPE_CHECKING:
    from dokuhelfer.draft.llm import DraftingSession


@dataclass(frozen=True, slots=True)
class _Begun:
    """What is read of a dictation."""

    id: str
    template: Template
    session: DraftingSession


class Ahead:
    """One dictation at a time, with a model that stays loaded until `end`.

    Used in the lane of the wordings, apart from `cancel` and `close`.

    Args:
        find: which model; raises `DokuError` where there is none.
        turns: the window's.
        phrases: see `pipeline.while_speaking`.
    """

    def __init__(self, find: Callable[[], LanguageModel], turns: Turns, *, phrases: bool) -> None:
        self._find = find
        self._turns = turns
        self._phrases = phrases
        self._cancel = threading.Event()
        self._closed = False
        self._held = ExitStack()
        self._make: Callable[[Template, Context], DraftingSession] | None = None
        self._begun: _Begun | None = None

    def add(
        self, id: str, source: Source, go_on: Callable[[], bool], more_said: Callable[[], int]
    ) -> bool:
        """Read what was said so far. False where this machine does not draft ahead.

        A template chosen meanwhile is begun with anew, all that was said included.

        Args:
            go_on, more_said: see `DraftingSession.add`.

        Raises:
            DokuError: the model is lost, or `cancel` was called; nothing is held any more.
        """
        try:
            session = self._session(id, source)
            if session is None:
                return False
            session.prepare()
            session.add(source.transcript, go_on, more_said)
        except BaseException:
            self.end()
            raise
        return True

    def finish(self, id: str, source: Source) -> Draft | None:
        """The draft of the whole dictation; then nothing is held any more.

        None where it has to be made from nothing: this dictation was not read ahead, not with
        this template, or its model is lost, whatever went wrong with it.

        Raises:
            DokuError: `CANCELLED`.
        """
        begun = self._begun
        try:
            if begun is None or (begun.id, begun.template) != (id, source.template):
                return None
            begun.session.context = source.context
            return begun.session.finish(source.transcript)
        except Exception as error:
            if isinstance(error, DokuError) and error.code is Code.CANCELLED:
                raise
            return None
        finally:
            self.end()

    def leave(self, id: str) -> None:
        """Nothing more is wanted of this dictation."""
        if self._begun is not None and self._begun.id == id:
            self.end()

    def end(self) -> None:
        """Let the model go."""
        self._begun = self._make = None
        self._held.close()
        self._cancel = threading.Event()

    def cancel(self) -> None:
        """What runs ends with `CANCELLED`, from any thread."""
        self._cancel.set()

    def close(self) -> None:
        """`cancel`, and nothing is begun any more."""
        self._closed = True
        self.cancel()

    def _session(self, id: str, source: Source) -> DraftingSession | None:
        if self._begun is None or (self._begun.id, self._begun.template) != (id, source.template):
            make = self._make or self._open()
            if make is None:
                return None
            self._begun = _Begun(id, source.template, make(source.template, source.context))
        self._begun.session.context = source.context
        return self._begun.session

    def _open(self) -> Callable[[Template, Context], DraftingSession] | None:
        from dokuhelfer import pipeline  # see `warming`

        if self._closed:  # before or after `cancel` got another event
            raise DokuError(Code.CANCELLED)
        model, cancel = self._find(), self._cancel
        opened = pipeline.while_speaking(model, self._turns, phrases=self._phrases, cancel=cancel)
        self._make = self._held.enter_context(opened)
        return self._make
