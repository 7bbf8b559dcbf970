"""Words by which main clauses are told apart where nobody dictated punctuation.

Source: own knowledge of German word order (a main clause has one constituent before its
finite verb) and of spoken notes (domain.md §4). Lower case.
"""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words

SUBJECTS = words("ich er sie es wir man das die der keiner niemand jemand beide i mir ma")
"""Behind a finite verb: its subject, so that one constituent stands before the verb."""

FIRSTS = words(
    """
    ich du er sie es wir ihr man i das die der den dem da dann danach jetzt heute gestern morgen
    vorgestern hier dort deshalb deswegen darum trotzdem sonst ansonsten anschließend daraufhin
    hinterher nachher vorher später seitdem keiner niemand jemand alles nichts beide beides
    dabei dafür dadurch davon außerdem zusätzlich vielleicht vermutlich wahrscheinlich zuletzt
    inzwischen mittlerweile zwischendurch plötzlich einer eine
    """
)
"""Single words that may stand alone before a finite verb."""

CONNECTORS = words("und aber also ja oder denn ach dann so doch")
"""Belong to the clause they open."""

DETERMINERS = words(
    """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner
    mein meine meinen meinem meiner ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner
    unser unsere unseren unserem unserer dieser diese dieses diesen diesem alle beide viele
    jeder jede jedes jeden jedem a
    """
)

PLURALS = words("ihre seine meine unsere beide alle viele diese mehrere einige")
"""Before a noun that a verb in „-en“ may have as its subject."""

PREPOSITIONS = words(
    """
    an auf aus bei bis durch für gegen in mit nach ohne seit über um unter von vor während wegen
    zu zwischen laut ab trotz am beim im ins vom zum zur ans mitm aufm
    """
)
DATIVE = words("ab aus bei mit nach von zu seit")
NO_DATIVE = words("die das ein eine einen kein keine keinen")
"""Behind „ab“, „aus“ … these begin something new: the preposition is a verb's particle."""

ATTRIBUTES = words("von vom für aus")
"""Prepositions that as a rule hang on the noun before them."""

HEDGES = words("so circa ca ungefähr etwa gestern heute morgen heut")
"""May stand before a phrase within the same constituent („gestern am Telefon war …“)."""

OPENERS = words(
    """
    weil weils dass ob obs wenn wenns falls sofern nachdem damit obwohl bevor sobald solange
    sodass was wer wen wem warum wieso weshalb
    """
)
"""Open a subordinate clause also where no comma is dictated."""

QUESTION = words("was wer wen wem warum wieso weshalb wie ob")
"""A subordinate clause that may stand before the finite verb („ob jemand da war weiß ich …“)."""

HAVE = words("hab habe hast hat haben hatte hatten hätt hätte ham ist sind war wurde wurden bin")
"""Auxiliaries: a participle behind them closes the clause."""

MODALS = words(
    """
    kann können konnte konnten könnte soll sollen sollte sollten sollt muss müssen musste mussten
    will wollen wollte wollten wollt möchte möchten darf dürfen durfte durften mag
    """
)
CLOSERS = words(
    """
    nicht auch mehr sehr nur noch schon immer gar gern wieder nein mal nochmal an ab auf aus ein
    mit zu um vor nach weg los rein raus runter rauf zurück zusammen hin her drauf dran
    """
)
NO_VERBS = words(
    """
    nicht jetzt selbst fast sonst erst laut seit mit gut rot bereit nachts zuletzt heute gerne
    alleine eine meine keine deine seine ihre unsere beide diese jede alle ohne bitte danke leise
    lange beinahe gerade gestern
    """
)
"""End in -t or -e as verbs do."""

SAYING = words("sagt sagte meint meinte erzählt erzählte berichtet behauptet")
SAID = words("gesagt gemeint gerufen geantwortet gefragt erzählt berichtet geschrien")

THINKING = words("find finde glaub glaube denk denke mein meine vermute hoffe")
AGREED = words("vereinbart abgemacht ausgemacht besprochen verabredet")

TOPICS = (
    ("und", "sonst"),
    ("und", "ansonsten"),
    ("ansonsten",),
    ("allgemein",),
    ("nächster", "termin"),
    ("nächstes", "gespräch"),
    ("nächstes", "treffen"),
    ("zu", "erledigen"),
    ("neues", "ziel"),
    ("neue", "ziele"),
    ("nächstes", "hpg"),
    ("nächstes", "hilfeplangespräch"),
    ("vereinbart", "haben"),
    ("vereinbart", "ist"),
    ("abgemacht", "ist"),
    ("ausgemacht", "ist"),
    ("schwierig", "war"),
    ("hilfreich", "war"),
    ("hinderlich", "war"),
    ("gut", "war"),
    ("nächstes", "mal"),
    ("gesamtschulden",),
    ("warmmiete",),
    ("miete", "warm"),
    ("schweigepflichtentbindung",),
)
"""Headings without a verb that begin something new."""

SET_PHRASES = frozenset(
    {("ab", "zu"), ("ab", "an"), ("hin", "wieder"), ("dann", "wann"), ("hin", "her")}
    | {("nach", "nach"), ("mehr", "mehr"), ("auf", "ab"), ("durch", "durch"), ("hier", "da")}
)
"""What stands before and behind the „und“ of a phrase that no clause begins in."""
