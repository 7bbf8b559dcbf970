"""What a finding quotes stands as a person wrote or said it, not as words are compared.

The rules compare folded words (`lexicon.fold`); „zuruckgegangen“ in a finding would be a word
that nobody used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dokuhelfer.draft.check.lexicon import fold
from dokuhelfer.draft.check.sentences import Sentence
from dokuhelfer.draft.model import Finding

_WORD = re.compile(r"\w+")
_FIXED = frozenset(word for sentence in Sentence for word in _WORD.findall(sentence.value))
"""The words of the sentences themselves stay."""


def spelled(findings: Sequence[Finding], dictation: str) -> tuple[Finding, ...]:
    """The findings with their quoted words as they stand in the dictation or the statement."""
    if not findings:
        return ()
    said = _spellings(dictation)
    return tuple(_spelled(finding, said) for finding in findings)


def _spelled(finding: Finding, said: Mapping[str, str]) -> Finding:
    known = {**_spellings(finding.text), **said}

    def as_written(match: re.Match[str]) -> str:
        word = match[0]
        return word if word in _FIXED or word != fold(word) else known.get(word, word)

    detail = _WORD.sub(as_written, finding.detail)
    return finding if detail == finding.detail else replace(finding, detail=detail)


def _spellings(text: str) -> dict[str, str]:
    """Folded word → the word as it stands first, where folding changed more than a capital."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        folded = fold(word)
        if word.lower() != folded:
            found.setdefault(folded, word)
    return found
