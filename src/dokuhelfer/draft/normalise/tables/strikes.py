"""„Streich das“ and its like. Source: domain.md §4 "Selbstkorrektur" and commands to the program.

Wordings: own knowledge of how people take back what they have just dictated. Lower case.
"""

from __future__ import annotations

from dokuhelfer.draft.normalise.tables import crossed, phrases, words

_SENTENCE = (
    "den letzten satz|letzten satz|den satz|den satz eben|den letzten teil|den letzten punkt"
)
_LAST = f"das|dies|das alles|das eben|das gerade|das letzte|das wieder|{_SENTENCE}"
_STRIKING = "streichen|löschen|rausstreichen|herausstreichen|rauslöschen|rausnehmen"
_GONE = f"{_STRIKING}|weg|wieder weg|raus|wieder raus|wieder {_STRIKING.replace('|', '|wieder ')}"
_NOT_HERE = (
    "hierher|hierhin|hier her|hier hin|hier rein|da rein|hier dazu|in den bericht|in die doku|"
    "in die dokumentation|ins protokoll|in die akte|in den eintrag|in die übergabe"
)

CLEAR = phrases(
    "|".join(
        (
            crossed("|bitte", "streich|streiche|streichen sie|lösch|lösche", _LAST, "|bitte"),
            crossed("streich|lösch", "bitte|mal|bitte mal", _LAST),
            crossed("vergiss|vergesst|vergessen sie|ignorier|ignoriere", _LAST, "|bitte"),
            crossed("das|das alles|das eben|das letzte", "|bitte", _STRIKING),
            crossed("das", "bitte", "wieder", _STRIKING),
            crossed(f"{_SENTENCE}|letzter satz", "|bitte", _GONE, "|bitte"),
            crossed(f"{_SENTENCE}", "|bitte", "ignorieren|vergessen|überspringen"),
            crossed(
                "der letzte satz|letzter satz",
                "|bitte",
                "weg|kann weg|kann raus|kommt weg|muss raus",
            ),
            crossed("den letzten satz", "nehm|nehme", "ich", "zurück"),
            crossed("das|dies", "nehm|nehme|zieh|ziehe", "ich", "wieder|", "zurück"),
            crossed("ich", "nehm|nehme|zieh|ziehe", "das", "wieder|", "zurück"),
            crossed("das", "streich|streiche|lösch|lösche", "ich", "wieder|", "|raus"),
            crossed("das", "streichen|löschen", "wir", "|mal", "|wieder"),
            crossed("das", "kannst du|können sie|könnt ihr|können wir", "|wieder", _STRIKING),
            crossed("das", "gehört", "nicht|hier nicht|gar nicht", _NOT_HERE),
            "das gehört hier nicht her|das gehört hier nicht hin|das gehört hier nicht rein",
            crossed("nimm|mach", "das", "bitte|", "wieder", "raus|weg"),
            crossed("schreib|schreibe", "das", "bitte|", "nicht", "auf|rein|mit"),
        )
    )
)
"""Withdraw wherever they stand: nobody says so of what was seen or done."""

ALONE = phrases(
    "|".join(
        (
            crossed(
                "das|das letzte|das eben", "|bitte", "wieder|", "weg|raus|rausnehmen|weglassen"
            ),
            crossed(
                "das|dies", "nehm|nehme|lass|lasse|tu|tue", "ich", "|jetzt|dann", "wieder|", "raus"
            ),
            "bitte streichen|bitte löschen|bitte wieder streichen|bitte wieder löschen",
            crossed("das", "|bitte", "vergessen|ignorieren|nicht aufschreiben|nicht schreiben"),
            crossed("das", "kann|kommt|muss", "|wieder", "weg|raus"),
            crossed("das", "lass|lasse", "ich", "wieder|", "weg|raus"),
            crossed("lass|lassen wir|lasst", "das", "bitte|", "weg|raus|wieder weg"),
            crossed("nimm|mach|tu", "das", "bitte|", "raus|weg"),
            crossed("vergiss|vergessen sie", "es|es bitte"),
            crossed("das", "gehört", "nicht|hier nicht|gar nicht", "dazu|rein|hin|her"),
            crossed("das", "lassen wir", "|lieber|mal|jetzt|besser", "weg|raus|wieder weg"),
            crossed("das", "schreib|schreibe", "ich", "|lieber|mal", "anders|nicht|nicht rein"),
            crossed("das", "schreiben wir", "|lieber|mal", "anders|nicht|nicht rein|nicht auf"),
            crossed("das", "formulier|formuliere|sag|sage", "ich", "|lieber|mal", "anders|neu"),
            "alles zurück|zurück|streichen|löschen|das vergessen wir",
        )
    )
)
"""Withdraw only as whole sentences: „Das Pflaster, das kann weg“ is content."""

ANEW = phrases(
    "|".join(
        (
            crossed(
                "|also |nein |ach ", "nochmal|noch mal|noch einmal", "ganz|", "von vorn|von vorne"
            ),
            crossed(
                "ich",
                "fang|fange|beginn|beginne|setz|setze|starte",
                "nochmal|noch mal|noch einmal",
                "|neu|von vorn|von vorne|ganz von vorn",
                "an|",
            ),
            "alles von vorn|alles nochmal von vorn|jetzt nochmal von vorn",
        )
    )
)
"""The speaker begins anew: back to where the words that follow were said before."""

ANEW_ALONE = phrases("von vorn|von vorne|nochmal neu|noch mal neu|noch einmal neu")
"""Begin anew only as whole sentences: „von vorn“ is a side, too."""

NO_STRIKE_BEFORE = words("nicht nie niemals lieber mir ihm ihr ihnen uns euch")
"""„vergiss das nicht“ asks for the contrary."""

NO_STRIKE_AFTER = words("ich er sie wir man zu soll sollst sollen muss bitte:")
"""„ich streich das“: somebody tells what he does."""

ARTICLES = words("der die das den dem ein eine einen")

LABELS = words(
    "streich streiche lösch lösche vergiss ignorier ignoriere streichen löschen vergessen"
)
"""Before an article and a noun they take back the value that was said of it: „streich den Puls“."""

POINTING = phrases(
    "das war bei|das war für|das war von|das war gestern|das war vorgestern|das war jemand|"
    "das war woanders|das war falsch|das war verkehrt|das ist falsch|das ist verkehrt|"
    "das stimmt nicht|stimmt nicht|das stimmt gar nicht|das gehört|das war nicht|das ist nicht|"
    "das ist bei|das betrifft|das war der falsche|das war die falsche|das war ja|das war doch"
)
"""Open a sentence that says why the one before it is taken back."""

REFUSALS = words("nein nee ach quatsch moment stopp halt ja äh doch bitte also oh sorry so")
"""„Nein, streich das.“ says nothing itself: the sentence before is meant."""

TITLES = words("herr herrn frau schwester pfleger doktor dr dr. familie")
CONNECTORS = words("und aber dann ach also")

FIRSTS = words(
    "ich du er sie es wir ihr man das die der dies dann danach jetzt heute gestern morgen hier "
    "dort deshalb darum sonst anschließend hinterher vorher später keiner niemand jemand alles "
    "nichts dabei dafür dadurch davon außerdem zuletzt inzwischen zwischendurch"
)
"""May stand alone before the verb of a main clause."""

VERBS = words(
    "bin ist sind war waren hab habe hat haben hatte hatten wird werden wurde wurden kann können "
    "konnte konnten soll sollen sollte muss müssen musste mussten will wollen wollte wollten darf "
    "durfte mag möchte möchten lässt ließ braucht sagt sagte meint meinte fragt fragte "
    "erzählte klagt klagte äußert äußerte gibt gab nimmt nahm bekommt bekam kriegt kriegte geht "
    "ging gehen kommt kam kamen kommen läuft lief steht stand stehen sitzt saß liegt lag liegen "
    "schläft schlief wirkt wirkte bleibt blieb isst aß trinkt trank lehnt lehnte lacht lachte "
    "weint weinte ruft rief rufe klingelt klingelte stürzt fällt fiel hält hielt zeigt zeigte "
    "sieht sah findet fand fühlt fühlte tut tat macht machte mache holt holte bringt brachte "
    "reagiert spricht sprach trägt trug wohnt lebt arbeitet zahlt weiß wusste wünscht "
    "meldet meldete schreibt schrieb schreibe geb gebe heißt hustet riecht nässt blutet"
)
"""Finite verbs by which the last main clause is found where nobody dictated marks."""

OR_PARTICIPLES = words(
    "erzählt beantragt informiert verweigert berichtet besucht versorgt verlangt"
)
"""Finite beside a subject, else the end of a clause („hat sie erzählt“)."""
