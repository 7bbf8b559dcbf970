"""Words by which main clauses are told apart where nobody dictated punctuation.

Source: own knowledge of German word order (a main clause has one constituent before its
finite verb) and of spoken notes (domain.md §4). Lower case.
"""

from __future__ import annotations

from types import MappingProxyType

from dokuhelfer.draft.facts.lexicon import words

SUBJECTS = words("ich er sie es wir man das die der keiner niemand jemand beide i mir ma")
"""Behind a finite verb: its subject, so that one constituent stands before the verb."""

PRONOUNS = words("ich er sie es wir man")

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

PARTICLES = words("an auf aus ab ein mit zu vor nach um")
"""Prepositions that are a verb's particle as well („hatte Socken an“)."""

PARTED = MappingProxyType(
    {
        "vor": words("liegt lag liegen lagen stellt stellte kommt kam hat hatte schlägt schlug"),
        "an": words(
            "ruft rief hatte zieht zog kommt kam gibt gab fängt fing nimmt nahm bietet bot rufe "
            "rufen schaut schließt meldet zahlt nehme biete fange schaue"
        ),
        "auf": words("steht stand fällt fiel hört hörte passt macht machte schreibt wacht nimmt"),
        "aus": words("sieht sah fällt fiel füllt zieht zog macht macht reicht läuft füllen fülle"),
        "ab": words(
            "lehnt lehnte sagt sagte holt holte gibt gab läuft lief bricht brach nimmt nahm wartet "
            "wehrt zahlt hole gebe sage"
        ),
        "mit": words("nimmt nahm bringt brachte kommt kam teilt teilte geht ging macht bringe"),
        "zu": words("sagt sagte hört stimmt stimmte nimmt nahm schickt schaut trifft hört"),
        "nach": words("fragt fragte schaut guckt reicht frage schaue holt schau frag"),
        "ein": words("nimmt nahm schläft schlief hält reicht legt zahlt kauft räumt füllt"),
        "um": words("zieht zog fällt fiel kippt kippte geht ging"),
    }
)
"""Verbs by the particle that closes their clause."""

OPENERS = words(
    """
    weil weils dass ob obs wenn wenns falls sofern nachdem damit obwohl bevor sobald solange
    sodass was wer wen wem warum wieso weshalb wo wohin woher wann
    """
)
"""Open a subordinate clause also where no comma is dictated."""

QUESTION = words("was wer wen wem warum wieso weshalb wie ob wo wohin woher wann")
"""A subordinate clause that may stand before the finite verb („ob jemand da war weiß ich …“)."""

HAVE = words("hab habe hast hat haben hatte hatten hätt hätte ham ist sind war wurde wurden bin")
"""Auxiliaries: a participle behind them closes the clause."""

MODALS = words(
    """
    kann können konnte konnten könnte soll sollen sollte sollten sollt muss müssen musste mussten
    will wollen wollte wollten wollt möchte möchten darf dürfen durfte durften mag
    """
)
HALVES = HAVE | MODALS
"""Of a verb in two parts the first."""
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
    lange beinahe gerade gestern vielleicht schlecht recht leicht schlicht spät kaputt nackt direkt
    insgesamt längst höchst meist zunächst zumeist dort fest feucht bunt kalt satt matt glatt hart
    weit breit zart dicht müde wenige viele leider welche solche andere überhaupt
    anfangs fort demnächst schwach zuerst damit somit
    """
)
"""End in -t or -e as verbs do."""

DAY_PARTS = words("früh morgen mittag nachmittag abend nacht vormittag")

SPANS_OF_TIME = words(
    """
    sekunde sekunden minute minuten stunde stunden viertelstunde tag tage tagen woche wochen monat
    monate monaten jahr jahre jahren weile mal
    """
)
OF_MANY = words(
    """
    haben sind waren hatten werden wurden können sollen wollen müssen kommen gehen bleiben sagen
    möchten konnten sollten wollten mussten kamen gingen zuckten nehmen liegen stehen
    """
)
"""Finite verbs whose subject may be two nouns with „und“."""

TIMES = words(
    """
    uhr ende anfang mitte abend abends nacht nachts früh mittag nachmittag vormittag ostern
    weihnachten minuten stunden tage wochen monate jahre mal punkt montag dienstag mittwoch
    donnerstag freitag samstag sonnabend sonntag
    """
)
"""Behind a verb they say when or how long."""

OWN_ARTICLES = words("kein keine keinen der die das ein eine einen ihr ihre sein seine beide")
"""Behind a closed predicate they begin a clause of their own."""

FOLLOWING = words("danach anschließend außerdem daraufhin hinterher zusätzlich ansonsten sonst")
"""Begin a clause of their own, also one without a verb („danach Mundpflege“)."""

BEING = words("ist war sind waren geht ging gehts wars bleibt blieb")
STATES_OF_BEING = words("gut besser schlecht schlechter da weg dran drauf drin dabei okay fertig")
"""Behind one of `BEING` they say how somebody or something is."""

STATES = words(
    """
    trocken feucht nass glatt weich hart intakt reizlos reizfrei unauffällig wach orientiert
    ansprechbar müde ruhig unruhig stabil rosig blass kühl kalt warm sauber leer voll kaputt
    defekt frei schmerzfrei fieberfrei beschwerdefrei symptomfrei freundlich zufrieden traurig
    ängstlich fröhlich ausgeglichen mobil barfuß rot blau grün gelb trüb klar belegt dunkel hell
    erreichbar ledig geschieden verheiratet verwitwet alleinerziehend arbeitslos schwanger
    bettlägerig gehfähig kreislaufstabil wechselhaft unverändert unklar unbekannt offen
    """
)
"""How somebody or something is; uninflected, so that no noun behind them is meant."""

INFINITIVES = words(
    """
    sein haben werden bleiben geben nehmen bekommen kriegen holen bringen rufen gehen kommen
    fahren laufen stehen sitzen liegen legen stellen setzen machen tun lassen schicken senden
    sprechen reden sagen fragen klären prüfen schauen gucken sehen hören lesen schreiben melden
    bestellen reichen beantragen stellen füllen schließen öffnen essen trinken schlafen duschen
    waschen baden wechseln lagern messen wiegen kontrollieren beobachten achten informieren
    wissen finden suchen warten bitten helfen begleiten besuchen treffen zahlen bezahlen kaufen
    kochen putzen räumen arbeiten wohnen leben lernen spielen versuchen probieren ziehen
    drehen heben tragen führen halten fallen steigen aufstehen mobilisieren üben teilen
    abholen besorgen besprechen vereinbaren verschieben verlängern kündigen unterschreiben
    unterstützen überlegen entscheiden erklären erzählen erreichen erledigen organisieren
    planen regeln vorstellen trennen verlieren vergessen verstehen verlassen benutzen brauchen
    nutzen geben zeigen gewöhnen kümmern
    """
)
"""Behind a modal verb they close the clause, their particles before them („mitbringen“)."""

SAYING = words("sagt sagte meint meinte erzählt erzählte berichtet behauptet")
SAID = words("gesagt gemeint gerufen geantwortet gefragt erzählt berichtet geschrien")

TOLD = words("erklärt gezeigt gesagt besprochen weiß wissen gefragt fragt verstanden gesehen")

THINKING = words("find finde glaub glaube denk denke mein meine vermute hoffe")
AGREED = words("vereinbart abgemacht ausgemacht besprochen verabredet")

TOPICS = (
    ("und", "sonst"),
    ("und", "ansonsten"),
    ("ansonsten",),
    ("erstens",),
    ("zweitens",),
    ("drittens",),
    ("viertens",),
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

HEADINGS = words(
    """
    anlass anliegen thema grund situation hintergrund vorgeschichte inhalt ergebnis fazit
    vereinbarung vereinbarungen absprache absprachen aufgabe aufgaben wiedervorlage frist maßnahme
    maßnahmen sofortmaßnahme sofortmaßnahmen einschätzung hypothese vorschlag idee entscheidung
    frage fragestellung ressourcen unterlagen hergang ablauf ort zeugen verletzungen folgen zustand
    befinden beobachtung reaktion wirkung anordnung empfehlung dissens umfang teilnehmer
    teilnehmende betreff ziel ziele allgemein organisatorisch
    """
)
LABELS = words(
    """
    wundgrund wundrand wundumgebung umgebung exsudat geruch taschen foto bewusstsein pupillen
    haut stimmung stuhlgang appetit trinkmenge gesamttrinkmenge zielmenge urinbeutel
    wundgröße schmerzen kontaktart dauer fachbereich einverständnis schweigepflicht
    schweigepflichtentbindung unterlagen aufenthaltstitel sprachkurs pfändung insolvenz haushalt
    rückstand anlass anliegen vereinbarung ergebnis
    """
)
"""What begins an entry of its own, said without an article and without a verb pending."""
OF_LABELS = words("kein keine viel wenig mäßig etwas reichlich")

LONG_HEADINGS = frozenset(
    {("mein", "eindruck"), ("meine", "einschätzung"), ("nächste", "schritte")}
    | {("nächster", "schritt"), ("nächster", "termin"), ("weiteres", "vorgehen")}
    | {("neues", "ziel"), ("offene", "punkte"), ("zur", "situation"), ("zum", "hintergrund")}
)
"""Said before a clause of their own they head it („Ergebnis er meldet sich bis Freitag“)."""

SET_PHRASES = frozenset(
    {("ab", "zu"), ("ab", "an"), ("hin", "wieder"), ("dann", "wann"), ("hin", "her")}
    | {("nach", "nach"), ("mehr", "mehr"), ("auf", "ab"), ("durch", "durch"), ("hier", "da")}
)
"""What stands before and behind the „und“ of a phrase that no clause begins in."""
