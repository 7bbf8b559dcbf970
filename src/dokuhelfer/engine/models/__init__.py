"""Which models are there, whether their files are sound, and which one to use."""

from dokuhelfer.engine.models.bring import Brought, bring_in
from dokuhelfer.engine.models.catalogue import (
    Catalogue,
    CatalogueModel,
    Kind,
    ModelFile,
    load_catalogue,
)
from dokuhelfer.engine.models.find import (
    Installed,
    find_language_model,
    find_speech_model,
    installed,
    language_models,
    speech_models,
)
from dokuhelfer.engine.models.folder import FileFlaw, Flaw, check_folder, verify
from dokuhelfer.engine.models.language import LanguageModel
from dokuhelfer.engine.models.roots import model_roots, user_root
from dokuhelfer.engine.models.speech import SpeechModel

__all__ = [
    "Brought",
    "Catalogue",
    "CatalogueModel",
    "FileFlaw",
    "Flaw",
    "Installed",
    "Kind",
    "LanguageModel",
    "ModelFile",
    "SpeechModel",
    "bring_in",
    "check_folder",
    "find_language_model",
    "find_speech_model",
    "installed",
    "language_models",
    "load_catalogue",
    "model_roots",
    "speech_models",
    "user_root",
    "verify",
]
