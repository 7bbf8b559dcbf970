"""The parent's side of what ``dokuhelfer bench`` asks of native libraries."""

from __future__ import annotations

from pathlib import Path

from dokuhelfer.engine.child import Child, ChildGone
from dokuhelfer.engine.messages import Done, Encoded, Failure, Load, MakeShape, Message, Role
from dokuhelfer.engine.options import EngineOptions
from dokuhelfer.engine.outcome import Ending, Failed, Finished, error_of
from dokuhelfer.engine.patience import SLICE, Patience
from dokuhelfer.engine.protocol import ProtocolError


def make_shape(
    size: str, vocabulary: Path, folder: Path, options: EngineOptions | None = None
) -> None:
    """Write a model of a size of `SHAPES` into the empty ``folder``: 40 to 820 MB.

    Args:
        vocabulary: a model folder to take the tokens from.

    Raises:
        DokuError: it could not be made; there is no room, say.
    """
    request = MakeShape(size, str(vocabulary), str(folder))
    _answers(Role.SHAPE, request, options or EngineOptions())


def encoder_seconds(load: Load, options: EngineOptions | None = None) -> float | None:
    """How long the model encodes one window of 30 s; None if it did not say.

    Raises:
        DokuError: the model is defective, or the child was lost.
    """
    for answer in _answers(Role.ENCODER, load, options or EngineOptions()):
        if isinstance(answer, Encoded):
            return answer.seconds
    return None


def _answers(role: Role, request: Message, options: EngineOptions) -> list[Message]:
    """All that a child says to one request, until it is done."""
    patience = Patience(options.timeouts.progress)
    answers: list[Message] = []
    with Child(options.command, role, options.timeouts) as child:
        child.send(request)
        outcome = None
        try:
            while outcome is None:
                match child.receive(SLICE):
                    case Done():
                        outcome = child.conclude(Ending.RESULT)
                    case Failure(code, params):
                        outcome = child.conclude(Ending.FAILURE, failure=Failed(code, params))
                    case None if patience.is_over():
                        outcome = child.conclude(Ending.TIMEOUT, waited_for="progress")
                    case None:
                        pass
                    case message:
                        answers.append(message)
        except ChildGone:
            outcome = child.conclude(Ending.LOST)
        except ProtocolError:
            outcome = child.conclude(Ending.BROKEN_PROTOCOL)
    if not isinstance(outcome, Finished):
        raise error_of(outcome)
    return answers
