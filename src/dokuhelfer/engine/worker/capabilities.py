"""Which native libraries can be loaded here, found out where a crash does no harm."""

from __future__ import annotations

import importlib

from dokuhelfer.engine.messages import Capabilities, Done, Probe
from dokuhelfer.engine.protocol import ProtocolError
from dokuhelfer.engine.worker import absent
from dokuhelfer.engine.worker.channel import Channel


def run(channel: Channel) -> None:
    """Answer one `Probe` with the version of every library that loads."""
    request = channel.receive()
    if not isinstance(request, Probe):
        raise ProtocolError("probe expected")
    if "av" not in request.libraries:
        absent.stand_in()
    versions: dict[str, str | int] = {}
    for name in request.libraries:
        try:
            library = importlib.import_module(name)
        except (ImportError, OSError, RuntimeError):
            continue
        versions[name] = str(getattr(library, "__version__", ""))
    channel.send(Capabilities(versions, _compute_types() if "ctranslate2" in versions else ()))
    channel.send(Done(0))


def _compute_types() -> tuple[str, ...]:
    import ctranslate2

    return tuple(sorted(ctranslate2.get_supported_compute_types("cpu")))
