"""What is stated anew behind a marker: durations, the contrary, another doer, another place."""

from __future__ import annotations

from types import MappingProxyType

from dokuhelfer.draft.normalise.tables import words

TIME_UNITS = words("min minute minuten std std. stunde stunden h tag tage tagen woche wochen")
OF_AN_HOUR = words(
    "ne 'ne ner eine einer einem halbe halben gute guten knappe knappen ganze dreiviertel "
    "1/2 3/4 1/4 1"
)
HOURS = ("stunde", "stündchen")

SMALL = words(
    "ich er sie es wir man ihr der die das den dem ihn ihm ihnen mir uns sich hat hatte haben habe "
    "hab ist war sind waren wurde wird kann konnte will wollte so ja gar doch schon wohl eben noch "
    "auch überhaupt nur wirklich mehr heute da"
)
"""May stand between „nein“ and the word said again: nothing new is told."""

AGAIN = 2
"""So many words said again open the same statement."""
OPENING = words("der die das ein eine frau herr herrn mein meine ihr ihre sein seine unser unsere")
"""Before a noun or a name they open a statement."""

RESUMING = words("den die das der es sie dem ihn")
HAVING = words("hat haben ist sind wurde habe hab war")
ALREADY = words("schon bereits erledigt passiert")
NEEDING = words("braucht brauchen muss müssen soll sollen nötig will möchte")

PLACING = words("in im am an auf aufm vor vorm neben hinter unter unterm über bei beim")
"""„im Garten, Quatsch, auf dem Balkon“: where something is, said with another preposition."""

FAMILIES = MappingProxyType(
    {
        form: number
        for number, forms in enumerate(
            (
                "von vom",
                "in im ins",
                "an am ans",
                "zu zum zur",
                "bei beim",
                "auf aufm aufs",
                "vor vorm vors",
                "mit",
                "für fürs",
                "nach",
                "unter unterm",
                "über überm übers",
                "hinter hinterm",
                "neben",
                "aus",
                "gegen",
                "durch durchs",
            )
        )
        for form in forms.split()
    }
)
"""Prepositions with and without their article; equal numbers are one preposition."""
