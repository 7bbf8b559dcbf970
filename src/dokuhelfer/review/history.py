"""Undo and redo over whole states."""

from __future__ import annotations

from typing import Generic, TypeVar

State = TypeVar("State")


class History(Generic[State]):
    """What is now, what was before, and what was taken back."""

    def __init__(self, first: State) -> None:
        self.now = first
        self._past: list[State] = []
        self._future: list[State] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back and none was made since."""
        return bool(self._future)

    @property
    def steps(self) -> int:
        """How many steps can be taken back."""
        return len(self._past)

    def copy(self) -> History[State]:
        """The same in an object of its own."""
        other = History(self.now)
        other._past, other._future = list(self._past), list(self._future)
        return other

    def step(self, state: State) -> None:
        """Go on to another state."""
        self._past.append(self.now)
        self._future.clear()
        self.now = state

    def amend(self, state: State) -> None:
        """Replace what is now, without a step: nothing a person would want to take back."""
        self.now = state

    def undo(self) -> bool:
        """Back by one step; whether there was one."""
        return self._move(self._past, self._future)

    def redo(self) -> bool:
        """Forward by one step that was taken back; whether there was one."""
        return self._move(self._future, self._past)

    def _move(self, source: list[State], target: list[State]) -> bool:
        if not source:
            return False
        target.append(self.now)
        self.now = source.pop()
        return True
