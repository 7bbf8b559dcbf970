"""The path as one readable thing: audio → transcript → draft → review → document.

Nothing here reads or writes files, talks to a user or knows a window; callers bring
the recording and take the results. A person's review stands between a draft and a
released document; what leaves here without one is an unreviewed draft.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Event

from dokuhelfer.audio.source import AudioSource
from dokuhelfer.config.schema import EngineChoice
from dokuhelfer.document.docx import write_docx
from dokuhelfer.draft.collective.assemble import make_drafts
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import Structurer, make_draft
from dokuhelfer.draft.model import Draft, Drafts
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.model import Template
from dokuhelfer.engine.models import SpeechModel
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.transcript.model import Transcript
from dokuhelfer.transcript.suggestions import with_suggestions
from dokuhelfer.transcript.transcribe import TranscriptionListener, transcribe


def recognise(
    source: AudioSource,
    model: SpeechModel,
    listener: TranscriptionListener,
    *,
    vocabulary: Sequence[str] = (),
    threads: int = 0,
    beam: int = 0,
    cancel: Event | None = None,
) -> Transcript:
    """Audio → transcript. ``complete`` is False when recognition was lost for good.

    Where words sound like one of the vocabulary, the transcript says so beside its text.
    """
    transcript = transcribe(
        source,
        model,
        vocabulary=vocabulary,
        listener=listener,
        cancel=cancel or Event(),
        threads=threads,
        beam=beam,
    )
    return with_suggestions(transcript, vocabulary)


def choose_engine(choice: EngineChoice) -> Structurer:
    """The drafting engine for a choice; ``auto`` falls back to ``rules``.

    Raises:
        DokuError: `MODEL_MISSING` when a language model is asked for and none is there.
    """
    if choice is EngineChoice.LLM:
        raise DokuError(Code.MODEL_MISSING)
    return RulesEngine()


def structure(
    transcript: Transcript,
    template: Template,
    context: Context,
    engine: Structurer,
    models: Mapping[str, str | None] | None = None,
) -> Draft:
    """Transcript → checked draft.

    Raises:
        DokuError: `NO_SPEECH` when nothing was said: silence never becomes a draft.
    """
    if not transcript.has_words:
        raise DokuError(Code.NO_SPEECH)
    return make_draft(transcript, template, context, engine, models)


def structure_collective(
    transcript: Transcript,
    templates: Mapping[str, Template],
    context: Context,
    engine: Structurer,
    models: Mapping[str, str | None] | None = None,
) -> Drafts:
    """Transcript → a checked draft for each person and kind it speaks of.

    Raises:
        DokuError: `NO_SPEECH` when nothing was said that a draft could hold.
    """
    if not transcript.has_words:
        raise DokuError(Code.NO_SPEECH)
    drafts = make_drafts(transcript, templates, context, engine, models)
    if not drafts.drafts:
        raise DokuError(Code.NO_SPEECH)
    return drafts


def write_unreviewed(
    draft: Draft, template: Template, target: Path, *, force: bool = False
) -> None:
    """Draft → Word document that says on every page that nobody has reviewed it."""
    write_docx(draft, template, target, force=force, release=None)
