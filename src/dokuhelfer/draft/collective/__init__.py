"""One dictation about several persons or of several kinds → several drafts."""
