"""Which models are installed, and which one a recognition or a draft uses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dokuhelfer.engine import memory
from dokuhelfer.engine.models.catalogue import Catalogue, CatalogueModel, Kind, load_catalogue
from dokuhelfer.engine.models.folder import FileFlaw, check_folder
from dokuhelfer.engine.models.language import LanguageModel
from dokuhelfer.engine.models.speech import SpeechModel
from dokuhelfer.errors import Code, DokuError


@dataclass(frozen=True, slots=True)
class Installed:
    """A model of the catalogue that has a folder here.

    Attributes:
        path: the folder, absolute.
        flaw: what keeps it from being used; None when it is sound.
    """

    model: CatalogueModel
    path: Path
    flaw: FileFlaw | None


def installed(roots: Iterable[Path], catalogue: Catalogue | None = None) -> tuple[Installed, ...]:
    """The catalogue's models found below ``roots``, in the catalogue's order.

    Of several copies the first sound one counts. A folder whose name is no id of the
    catalogue is not looked at: a parser in C++ gets no file nobody vouched for
    (deployment.md §5.3, GGUF).
    """
    known = load_catalogue() if catalogue is None else catalogue
    places = tuple(roots)
    found = (_find(model, places) for model in known.models)
    return tuple(one for one in found if one is not None)


def find_speech_model(
    id: str | None,
    roots: Iterable[Path],
    *,
    catalogue: Catalogue | None = None,
) -> SpeechModel:
    """The speech model to use: the one named, else the best that is here and fits.

    The demo model is chosen only where no real one is: it turns people's speech into
    nonsense, so a real model that is broken or too large is reported instead.

    Args:
        id: a catalogue id; None leaves the choice to the ranks of the catalogue.
        roots: from `model_roots`.
        catalogue: the shipped one if None.

    Raises:
        DokuError: `MODEL_UNKNOWN`, `MODEL_MISSING`, `MODEL_INCOMPLETE` (id, file, flaw),
            or `TOO_LITTLE_MEMORY` where the choice was left open and nothing fits. Memory
            for a model that was named is looked at before loading, not here.
    """
    return _speech(_chosen(Kind.SPEECH, id, roots, catalogue))


def find_language_model(
    id: str | None,
    roots: Iterable[Path],
    *,
    catalogue: Catalogue | None = None,
) -> LanguageModel:
    """The language model to use; arguments and errors as for `find_speech_model`."""
    return _language(_chosen(Kind.LANGUAGE, id, roots, catalogue))


def language_models(
    roots: Iterable[Path], catalogue: Catalogue | None = None
) -> tuple[LanguageModel, ...]:
    """The sound language models that are here and fit, best first.

    Raises:
        DokuError: as `find_language_model` where the choice is open and there is none.
    """
    known = load_catalogue() if catalogue is None else catalogue
    places = tuple(roots)
    best = find_language_model(None, places, catalogue=known)
    here = (_find(model, places) for model in known.of_kind(Kind.LANGUAGE))
    found = [_language(one) for one in here if one is not None and one.flaw is None]
    return tuple(one for one in found if one == best or memory.suffices(one.memory_mb))


def _chosen(
    kind: Kind, id: str | None, roots: Iterable[Path], catalogue: Catalogue | None
) -> Installed:
    """The sound model to use; raises as `find_speech_model` says."""
    known = load_catalogue() if catalogue is None else catalogue
    places = tuple(roots)
    if id is not None:
        return _named(kind, id, places, known)
    here = [one for model in known.of_kind(kind) if (one := _find(model, places)) is not None]
    real = [one for one in here if not one.model.is_demo]
    if real:
        return _best(real)
    if here:
        return _sound(here[0])
    raise DokuError(Code.MODEL_MISSING)


def speech_models(
    roots: Iterable[Path], catalogue: Catalogue | None = None
) -> tuple[SpeechModel, ...]:
    """The sound speech models that are here, best first, whether they fit or not."""
    known = load_catalogue() if catalogue is None else catalogue
    places = tuple(roots)
    found = (_find(model, places) for model in known.of_kind(Kind.SPEECH))
    return tuple(_speech(one) for one in found if one is not None and one.flaw is None)


def _named(kind: Kind, id: str, roots: tuple[Path, ...], catalogue: Catalogue) -> Installed:
    model = catalogue.get(id)
    if model is None or model.kind is not kind:
        raise DokuError(Code.MODEL_UNKNOWN, id=id)
    found = _find(model, roots)
    if found is None:
        raise DokuError(Code.MODEL_MISSING, id=id)
    return _sound(found)


def _best(candidates: list[Installed]) -> Installed:
    """The highest ranked sound one that fits; ``candidates`` come best first."""
    sound = [one for one in candidates if one.flaw is None]
    if not sound:
        return _sound(candidates[0])
    for one in sound:
        if memory.suffices(one.model.memory_mb):
            return one
    smallest = min(sound, key=lambda one: one.model.memory_mb)
    memory.require(smallest.model.memory_mb)
    return smallest


def _sound(found: Installed) -> Installed:
    if found.flaw is not None:
        raise DokuError(
            Code.MODEL_INCOMPLETE,
            id=found.model.id,
            file=found.flaw.file,
            flaw=found.flaw.flaw.value,
        )
    return found


def _speech(found: Installed) -> SpeechModel:
    model = found.model
    return SpeechModel(
        id=model.id,
        path=found.path,
        mels=model.mels or 0,
        memory_mb=model.memory_mb,
        is_demo=model.is_demo,
        sha256=model.main_file.sha256,
    )


def _language(found: Installed) -> LanguageModel:
    model = found.model
    return LanguageModel(
        id=model.id,
        file=found.path / model.main_file.name,
        memory_mb=model.memory_mb,
        thinks=model.thinks,
        sha256=model.main_file.sha256,
    )


def _find(model: CatalogueModel, roots: tuple[Path, ...]) -> Installed | None:
    first: Installed | None = None
    for root in roots:
        folder = (root / model.id).absolute()
        if not folder.is_dir():
            continue
        here = Installed(model, folder, check_folder(model, folder))
        if here.flaw is None:
            return here
        first = first or here
    return first
