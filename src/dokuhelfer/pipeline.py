"""The path as one readable thing: audio → transcript → draft → review → document.

Nothing here reads or writes files, talks to a user or knows a window; callers bring
the recording and take the results. A person's review stands between a draft and a
released document; what leaves here without one is an unreviewed draft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from dokuhelfer.audio.source import AudioSource
from dokuhelfer.draft.collective.assemble import make_drafts
from dokuhelfer.draft.context import Context
from dokuhelfer.draft.drafting import Structurer, hear, make_draft
from dokuhelfer.draft.llm import DraftingSession, LlmEngine
from dokuhelfer.draft.llm.wordings import quoted
from dokuhelfer.draft.model import Draft, Drafts
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.model import Template
from dokuhelfer.engine import memory
from dokuhelfer.engine.language import LanguageWorker
from dokuhelfer.engine.models import LanguageModel, SpeechModel
from dokuhelfer.engine.turns import Turns
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
    turns: Turns | None = None,
) -> Transcript:
    """Audio → transcript. ``complete`` is False when recognition was lost for good.

    ``turns``: those of the program, where a language model is at work beside it. Where words
    sound like one of the vocabulary, the transcript says so beside its text.
    """
    transcript = transcribe(
        source,
        model,
        vocabulary=vocabulary,
        listener=listener,
        cancel=cancel or Event(),
        threads=threads,
        beam=beam,
        turns=turns,
    )
    return with_suggestions(transcript, vocabulary)


def by_rules() -> Structurer:
    """The drafting engine that needs no model."""
    return RulesEngine()


@contextmanager
def by_language_model(
    model: LanguageModel,
    progress: Callable[[int, int], None],
    *,
    phrases: bool = False,
    cancel: Event | None = None,
    turns: Turns | None = None,
) -> Iterator[LlmEngine]:
    """The drafting engine with a language model, loaded when it is first needed.

    Args:
        phrases: running text in sentences of the model („ausformuliert“) instead of quotes.
        progress: called with how many clauses are decided, of how many.
        cancel: set it to end drafting with `CANCELLED`.
        turns: those of a recognition that may run beside it, see `LanguageWorker`.

    What it drafts may raise what `LanguageWorker` does; the rules can still draft then.
    """
    with LanguageWorker(model, cancel=cancel, turns=turns) as worker:
        yield LlmEngine(worker, progress, phrases=phrases)


@contextmanager
def while_speaking(
    model: LanguageModel, turns: Turns, *, phrases: bool = False, cancel: Event | None = None
) -> Iterator[Callable[[Template, Context], DraftingSession] | None]:
    """Drafting that begins before the last word is said; arguments and errors as above.

    It works while the recognition of the same ``turns`` waits for sound.

    Yields:
        begins a session, to be used in one thread: `prepare`, `add` after each closed utterance,
        `so_far` and `finish` after the last. Another one may be begun in its place, without
        the model being loaded again. None where recognition and language model may not be in
        memory together: there the draft is made when recognition has ended.
    """
    if not memory.keeps_both():
        yield None
        return
    models = {model.id: model.sha256}
    with LanguageWorker(model, cancel=cancel, turns=turns) as worker:

        def begin(template: Template, context: Context) -> DraftingSession:
            return DraftingSession(worker, template, context, models, phrases=phrases)

        yield begin


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


def phrase_field(
    draft: Draft, field: str, remark: str, template: Template, context: Context, engine: LlmEngine
) -> Draft:
    """The checked draft with one text field in sentences of a model, as ``remark`` wishes.

    What the check does not bear out stays a quote, and so does what a person has written.
    Errors as for `by_language_model`.
    """
    prepared = hear(draft.transcript, template, context).checked
    return engine.redo(draft, field, remark, template, context, prepared)


def quote_field(draft: Draft, field: str) -> Draft:
    """The draft with one text field as it was dictated; not checked again."""
    return quoted(draft, {field})


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
    # Most runs write no Word file, and python-docx takes a tenth of the window's start.
    from dokuhelfer.document.docx import write_docx

    write_docx(draft, template, target, force=force, release=None)
