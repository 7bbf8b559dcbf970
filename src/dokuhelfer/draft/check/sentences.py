"""The fixed sentences of the check, in one place. A carer understands each; none says „ich“.

Source of the wording: the examples of the design ("check") and the tone of domain.md §3.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum


class Sentence(StrEnum):
    """What a finding can say; braces are filled with words of the two texts."""

    DIFFERS = "Im Diktat steht {said}, im Entwurf {written}."
    LOST = "Im Diktat steht ‚{said}‘, im Entwurf fehlt es."
    ADDED = "‚{written}‘ wurde nicht diktiert."
    NO_SOURCE = "Dazu gibt es im Diktat keine Stelle."
    NO_PLACE = "Die Belegstelle gibt es im Diktat nicht."
    NOT_IN_FIELD = "Der Satz steht nicht im Feld."
    PLANNED = "Diktiert als Vorhaben, geschrieben als erledigt."
    ATTEMPTED = "Diktiert als Versuch, geschrieben als erledigt."
    WITHDRAWN = "Diesen Wert haben Sie zurückgenommen."
    MISSING = "Nicht diktiert: {label}."
    TIME_OPEN = "Das Diktat lässt offen, ob {first} oder {second} Uhr gemeint ist."
    UNIT_ADDED = "Die Einheit {unit} wurde nicht diktiert."
    QUOTE = "Dieser Wortlaut steht so nicht im Diktat."
    OTHER_PERSON = "Im Diktat gehört das zu {said}."
    OTHER_AGENT = "Im Diktat tut das jemand anderes."
    LANGUAGE = "Dieser Satz ist nicht auf Deutsch geschrieben."
    UNKNOWN_FIELD = "Dieses Feld gibt es in der Vorlage nicht."
    WRONG_TYPE = "Dieser Inhalt passt nicht in das Feld."
    WORDING = "Wertendes Wort ‚{word}‘; neutral: {hint}."
    KEPT = "Im Wortlaut belassen: Die Ausformulierung war durch das Diktat nicht gedeckt."
    PLAUSIBILITY = "Bitte vergleichen: {value} – richtig verstanden?"

    def fill(self, **words: str) -> str:
        """The sentence with its words."""
        return self.value.format(**words)

    def read(self, detail: str) -> Mapping[str, str] | None:
        """The words a detail was filled with; None where it is another sentence."""
        parts = re.split(r"\{(\w+)\}", self.value)
        pattern = "".join(
            f"(?P<{part}>.+?)" if number % 2 else re.escape(part)
            for number, part in enumerate(parts)
        )
        found = re.fullmatch(pattern, detail)
        return None if found is None else found.groupdict()
