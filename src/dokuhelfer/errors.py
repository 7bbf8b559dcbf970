"""What can go wrong, as codes with parameters; the sentences live in ``messages``.

A code never carries dictated text, names or paths: its parameters are numbers,
template and field ids, model ids and the like, so that an error may be logged.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Exit(IntEnum):
    """Exit statuses of every command (design, "Exit status")."""

    DONE = 0
    USAGE = 2
    BAD_INPUT = 65
    MISSING = 69
    INTERNAL = 70
    TRY_AGAIN = 75
    CANCELLED = 130


class Code(StrEnum):
    """Every error the program can report; one entry each in ``messages/*.toml``."""

    # usage
    USAGE = "usage"
    TARGET_EXISTS = "target_exists"
    TARGET_IS_INPUT = "target_is_input"
    # bad input
    INPUT_NOT_FOUND = "input_not_found"
    INPUT_IS_DIRECTORY = "input_is_directory"
    INPUT_NO_PERMISSION = "input_no_permission"
    INPUT_UNREADABLE = "input_unreadable"
    INPUT_EMPTY = "input_empty"
    INPUT_TOO_LARGE = "input_too_large"
    INPUT_NOT_REGULAR = "input_not_regular"
    TEXT_NOT_UTF8 = "text_not_utf8"
    JSON_BROKEN = "json_broken"
    JSON_WRONG_FORMAT = "json_wrong_format"
    GOLD_MISSING = "gold_missing"
    AUDIO_UNREADABLE = "audio_unreadable"
    AUDIO_NO_SOUND = "audio_no_sound"
    AUDIO_HAS_VIDEO = "audio_has_video"
    AUDIO_TOO_LONG = "audio_too_long"
    NO_SPEECH = "no_speech"
    DICTATION_TOO_LONG = "dictation_too_long"
    TEMPLATE_UNKNOWN = "template_unknown"
    TEMPLATE_BROKEN = "template_broken"
    CONTEXT_BROKEN = "context_broken"
    POLICY_BROKEN = "policy_broken"
    SETTINGS_BROKEN = "settings_broken"
    VOCABULARY_BROKEN = "vocabulary_broken"
    VOCABULARY_UNREADABLE = "vocabulary_unreadable"
    MODEL_DEFECT = "model_defect"
    MODEL_NOT_LISTED = "model_not_listed"
    DOCUMENT_BASE_BROKEN = "document_base_broken"
    STORE_DAMAGED = "store_damaged"
    STORE_TOO_NEW = "store_too_new"
    IMPORT_KNOWN = "import_known"
    KEY_WRONG = "key_wrong"
    # missing
    MODEL_MISSING = "model_missing"
    MODEL_UNKNOWN = "model_unknown"
    MODEL_INCOMPLETE = "model_incomplete"
    MODEL_UNSUITED = "model_unsuited"
    ENGINE_MISSING = "engine_missing"
    CPU_TOO_OLD = "cpu_too_old"
    POLICY_FORBIDS = "policy_forbids"
    WINDOW_MISSING = "window_missing"
    NO_DISPLAY = "no_display"
    KEYRING_MISSING = "keyring_missing"
    KEYRING_FAILED = "keyring_failed"
    KEY_MISSING = "key_missing"
    KEY_OTHERWISE = "key_otherwise"
    MICROPHONE_MISSING = "microphone_missing"
    MICROPHONE_BLOCKED = "microphone_blocked"
    SPEAKER_MISSING = "speaker_missing"
    PRINTER_MISSING = "printer_missing"
    # our fault
    INTERNAL = "internal"
    # try again
    OUT_OF_MEMORY = "out_of_memory"
    TOO_LITTLE_MEMORY = "too_little_memory"
    DISK_FULL = "disk_full"
    TARGET_NOT_WRITABLE = "target_not_writable"
    WORKER_LOST = "worker_lost"
    LANGUAGE_LOST = "language_lost"
    WORKER_UNRESPONSIVE = "worker_unresponsive"
    STORE_IN_USE = "store_in_use"
    STORE_NOT_WRITABLE = "store_not_writable"
    STORE_UNREADABLE = "store_unreadable"
    MICROPHONE_BUSY = "microphone_busy"
    MICROPHONE_FAILED = "microphone_failed"
    RECORDER_LOST = "recorder_lost"
    IMPORT_CHANGED = "import_changed"
    IMPORT_INTERRUPTED = "import_interrupted"
    IMPORT_UNVERIFIED = "import_unverified"
    # cancelled
    CANCELLED = "cancelled"


EXIT_OF: dict[Code, Exit] = {
    Code.USAGE: Exit.USAGE,
    Code.TARGET_EXISTS: Exit.USAGE,
    Code.TARGET_IS_INPUT: Exit.USAGE,
    Code.INPUT_NOT_FOUND: Exit.BAD_INPUT,
    Code.INPUT_IS_DIRECTORY: Exit.BAD_INPUT,
    Code.INPUT_NO_PERMISSION: Exit.BAD_INPUT,
    Code.INPUT_UNREADABLE: Exit.BAD_INPUT,
    Code.INPUT_EMPTY: Exit.BAD_INPUT,
    Code.INPUT_TOO_LARGE: Exit.BAD_INPUT,
    Code.INPUT_NOT_REGULAR: Exit.BAD_INPUT,
    Code.TEXT_NOT_UTF8: Exit.BAD_INPUT,
    Code.JSON_BROKEN: Exit.BAD_INPUT,
    Code.JSON_WRONG_FORMAT: Exit.BAD_INPUT,
    Code.GOLD_MISSING: Exit.BAD_INPUT,
    Code.AUDIO_UNREADABLE: Exit.BAD_INPUT,
    Code.AUDIO_NO_SOUND: Exit.BAD_INPUT,
    Code.AUDIO_HAS_VIDEO: Exit.BAD_INPUT,
    Code.AUDIO_TOO_LONG: Exit.BAD_INPUT,
    Code.NO_SPEECH: Exit.BAD_INPUT,
    Code.DICTATION_TOO_LONG: Exit.BAD_INPUT,
    Code.TEMPLATE_UNKNOWN: Exit.BAD_INPUT,
    Code.TEMPLATE_BROKEN: Exit.BAD_INPUT,
    Code.CONTEXT_BROKEN: Exit.BAD_INPUT,
    Code.POLICY_BROKEN: Exit.BAD_INPUT,
    Code.SETTINGS_BROKEN: Exit.BAD_INPUT,
    Code.VOCABULARY_BROKEN: Exit.BAD_INPUT,
    Code.VOCABULARY_UNREADABLE: Exit.BAD_INPUT,
    Code.MODEL_DEFECT: Exit.BAD_INPUT,
    Code.MODEL_NOT_LISTED: Exit.BAD_INPUT,
    Code.DOCUMENT_BASE_BROKEN: Exit.BAD_INPUT,
    Code.STORE_DAMAGED: Exit.BAD_INPUT,
    Code.STORE_TOO_NEW: Exit.BAD_INPUT,
    Code.KEY_WRONG: Exit.BAD_INPUT,
    Code.IMPORT_KNOWN: Exit.BAD_INPUT,
    Code.MODEL_MISSING: Exit.MISSING,
    Code.MODEL_UNKNOWN: Exit.MISSING,
    Code.MODEL_INCOMPLETE: Exit.MISSING,
    Code.MODEL_UNSUITED: Exit.MISSING,
    Code.ENGINE_MISSING: Exit.MISSING,
    Code.CPU_TOO_OLD: Exit.MISSING,
    Code.POLICY_FORBIDS: Exit.MISSING,
    Code.WINDOW_MISSING: Exit.MISSING,
    Code.NO_DISPLAY: Exit.MISSING,
    Code.KEYRING_MISSING: Exit.MISSING,
    Code.KEYRING_FAILED: Exit.MISSING,
    Code.KEY_MISSING: Exit.MISSING,
    Code.KEY_OTHERWISE: Exit.MISSING,
    Code.MICROPHONE_MISSING: Exit.MISSING,
    Code.MICROPHONE_BLOCKED: Exit.MISSING,
    Code.SPEAKER_MISSING: Exit.MISSING,
    Code.PRINTER_MISSING: Exit.MISSING,
    Code.INTERNAL: Exit.INTERNAL,
    Code.OUT_OF_MEMORY: Exit.TRY_AGAIN,
    Code.TOO_LITTLE_MEMORY: Exit.TRY_AGAIN,
    Code.DISK_FULL: Exit.TRY_AGAIN,
    Code.TARGET_NOT_WRITABLE: Exit.TRY_AGAIN,
    Code.WORKER_LOST: Exit.TRY_AGAIN,
    Code.LANGUAGE_LOST: Exit.TRY_AGAIN,
    Code.WORKER_UNRESPONSIVE: Exit.TRY_AGAIN,
    Code.STORE_IN_USE: Exit.TRY_AGAIN,
    Code.STORE_NOT_WRITABLE: Exit.TRY_AGAIN,
    Code.STORE_UNREADABLE: Exit.TRY_AGAIN,
    Code.MICROPHONE_BUSY: Exit.TRY_AGAIN,
    Code.MICROPHONE_FAILED: Exit.TRY_AGAIN,
    Code.RECORDER_LOST: Exit.TRY_AGAIN,
    Code.IMPORT_CHANGED: Exit.TRY_AGAIN,
    Code.IMPORT_INTERRUPTED: Exit.TRY_AGAIN,
    Code.IMPORT_UNVERIFIED: Exit.TRY_AGAIN,
    Code.CANCELLED: Exit.CANCELLED,
}


class DokuError(Exception):
    """One reportable error.

    Attributes:
        code: what happened.
        params: values for the message, free of dictated text, names and paths.
    """

    def __init__(self, code: Code, **params: str | int) -> None:
        super().__init__(code.value)
        self.code = code
        self.params: dict[str, str | int] = params

    @property
    def exit(self) -> Exit:
        """The exit status a command ends with when this reaches its top."""
        return EXIT_OF[self.code]
