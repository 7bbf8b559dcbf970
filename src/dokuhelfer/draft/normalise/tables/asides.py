"""What is said beside a dictation: to the recorder, to oneself, to somebody who comes in.

Source: domain.md §4 "Meta/Störung", "Anweisung an die App". Wordings: own knowledge of how people
talk while they dictate. Lower case; phrases parted by ``|``.
"""

from __future__ import annotations

from dokuhelfer.draft.normalise.tables import crossed, phrases, words

_NOW = (
    "jetzt|grad|gerade|eben|nochmal|noch mal|noch|doch|denn|nur|eigentlich|jetzt noch|noch gleich"
)
_COMING = "komm|komme|bin|helf|helfe"
_SOON = "gleich|sofort|schon|glei|sofort schon"
_THERE = "|da|bei ihnen|bei dir|zu ihnen|zu dir|so weit|soweit|fertig|zurück|wieder da"
_OFF = "weg|raus|ran|rangehen|los|ans telefon|zur tür"
_RECORDING = "die aufnahme|aufnahme|das diktat|das mikro|mikro|das mikrofon|mikrofon"
_ENTRY = "neuer eintrag|neue notiz|nächster eintrag|nächste notiz|neues diktat|neuer vermerk"
_SWITCHED = "starten|stoppen|stopp|fortsetzen|pausieren"
_SWITCH = (
    "starten|start|stopp|stop|stoppen|beenden|anhalten|pause|pausieren|fortsetzen|weiter|an|aus|"
    "ein|läuft|läuft wieder|anmachen|ausmachen|einschalten|ausschalten|abbrechen"
)

RECORDER = phrases(
    "|".join(
        (
            crossed(_RECORDING, "|bitte|jetzt", _SWITCH),
            crossed("stopp|stop|starte|start|beende|beenden|pause", "|die|der", "aufnahme"),
            "test test|test eins zwei|test 1 2|eins zwei drei test|1 2 3 test|test 1 2 3|"
            "mikrofontest|sprechprobe|läuft die aufnahme|nimmt das auf|nimmt der auf|nimmt es auf",
            crossed("ich", "diktier|diktiere|sprech|spreche", "|hier", "|jetzt|grad|gerade"),
            crossed("ich bin", "|hier|noch", "am diktieren"),
            _ENTRY,
        )
    )
)
"""To the recorder, as pieces of their own."""

UNMARKED = phrases(
    "|".join(
        (
            crossed(_RECORDING, _SWITCHED),
            crossed("stopp|stop|starte|beende|pause", "|die", "aufnahme"),
            crossed("ich", "diktier|diktiere", "|hier", "|jetzt|grad|gerade"),
            "test test|mikrofontest",
        )
    )
)
"""The same where nobody sets marks: „aufnahme aus dem klinikum“ must not be among them."""

SELF_TALK = phrases(
    "|".join(
        (
            crossed("was", "war|gab's|gabs|gibt's|gibts|kam", "|da|denn|jetzt", "noch|sonst noch"),
            crossed("was", "wollt|wollte", "ich", f"|{_NOW}", "sagen"),
            crossed("was hab ich|was habe ich", "|denn|jetzt|noch", "vergessen"),
            crossed("wo", "war|waren", "ich|wir", "|jetzt|grad|gerade|stehen geblieben"),
            crossed("|jetzt", "hab|habe", "ich", "|jetzt", "den faden", "verloren"),
            crossed("wie|was", "soll", "ich", "|das|da|dazu", "sagen"),
            crossed("wie", "sagt man", "|das|da|dazu|gleich|noch"),
            crossed("wie", "heißt|hieß", "er|sie|es|das|die|der", f"|{_NOW}", "|gleich"),
            crossed("wie", "war", "das|der name|ihr name|sein name", f"|{_NOW}"),
            crossed("mehr|sonst", "fällt", "mir", f"|{_NOW}", "|dazu", "nicht ein|nichts ein"),
            crossed("da|jetzt", "fällt mir", "|grad|gerade|noch", "ein"),
            crossed("ich", "glaub|glaube|denk|denke", "das", "war's|wars|war alles|wäre alles"),
            crossed("|ach|doch|ach doch|eine sache|eins|da ist", "noch", "was|etwas|eins"),
            crossed("das", "schreib|schreibe", "ich", "|gleich|mal|noch|jetzt", "|mit", "rein|auf"),
            crossed("weißt|weisst|woißt|weeßt", "du|de|schon"),
            crossed("verstehst|verstehste|verstehn", "du|sie|"),
            crossed(
                "|nur|bitte",
                "einen|einen kleinen|ein",
                "moment|augenblick|momentchen",
                "|bitte|noch|mal",
            ),
            crossed(
                "moment|augenblick|momentchen|sekunde|sekündchen|minute", "bitte|noch|mal|kurz"
            ),
            crossed("ich sag|ich sage|sagen wir|sagen wir's", "|jetzt|es", "mal|mal so"),
            crossed("sag", "ich", "|jetzt|mal|jetzt mal", "einfach|so"),
            "boah|puh|uff|herrje|oje|herrgott|moment mal|warte mal|"
            "wart mal|warte kurz|moment kurz|weiter geht's|weiter gehts|weiter geht es|"
            "weiter im text",
        )
    )
)
"""About the dictating itself, as pieces of their own: they stand for no content."""

MUSING = phrases(
    "|".join(
        (
            crossed(
                "lass mich|lasst mich|lassen sie mich", "|mal|kurz|eben", "überlegen|nachdenken"
            ),
            crossed("ich", "muss", "|mal|kurz|eben|mal kurz", "überlegen|nachdenken"),
            crossed("|mal|kurz", "überlegen|nachdenken"),
            crossed("ich", "schau|schaue|guck|gucke", "|mal|kurz|grad|gerade|eben"),
            crossed(
                "wie spät", "ist es|ham wir's|haben wir es|haben wir", "|eigentlich|denn|jetzt"
            ),
            crossed("ist das", "|wieder|vielleicht", "heiß|warm|kalt|laut|eng", "hier|heute"),
            "meine güte|mein gott|ach gott",
        )
    )
)
"""To oneself about something else; clients say the same, so only as whole sentences."""

SOMEBODY = phrases(
    "|".join(
        (
            crossed("|ja", "ich", _COMING, _SOON, _THERE),
            crossed(_COMING, "|ich|schon", _SOON, _THERE),
            crossed("ich bin", "|ja|schon", "unterwegs"),
            crossed(
                "ich",
                "hab|habe",
                "|hier|grad|gerade|noch",
                "jemand|jemanden|besuch|wen|einen",
                "da|hier|bei mir|drin",
            ),
            crossed(
                "ich", "telefonier|telefoniere|dokumentier|dokumentiere", "|hier", "grad|gerade"
            ),
            crossed("ich muss|ich müsste", "|mal|nur|jetzt", "kurz|schnell|eben", "|mal", _OFF),
            crossed("|ich", "wurde|bin", "kurz|gerade", "unterbrochen", "|worden"),
            crossed("|so", "da", "bin ich", "wieder"),
            crossed(
                "mach|machst du|machen sie|macht",
                "|bitte|mal|bitte mal",
                "die tür|das fenster|das licht|den fernseher",
                "|bitte|mal",
                "zu|auf|an|aus|leiser",
            ),
            crossed(
                "setzen|legen|beruhigen", "sie", "sich", "|bitte|wieder|doch|mal", "|hin|bitte"
            ),
            crossed(
                "bleiben|warten",
                "sie",
                "|bitte|doch|noch",
                "|mal|kurz|einen moment|sitzen|liegen|stehen|hier|da",
            ),
            "kommen sie rein|komm rein|herein|herein bitte|ja bitte|ja hallo|"
            "lass mich kurz fertig machen",
        )
    )
)
"""To somebody who comes in or calls; clients and relatives say the same."""

SOLE = phrases(
    "speichern|abspeichern|absenden|hallo test|leerzeile|sekunde|augenblick|sekunde telefon|"
    "moment telefon|läuft das|läuft es|läuft das jetzt|hört er mich|hört das mich|"
    "geht das jetzt|ist das an|ist es an"
)
"""Asides only where they are a whole sentence, or beside other asides."""

AT_LAST = phrases("stopp|stop|ende")
"""Asides as the last sentence of a dictation, or beside others."""

BESIDE = phrases(
    "|".join(
        (
            crossed("es", "klingelt|klopft", "|grad|gerade|schon wieder|wieder"),
            crossed("das|mein|", "telefon|handy|diensttelefon", "|klingelt|geht|piept"),
            crossed("jetzt|wieder|bin wieder|jetzt wieder", "da|dran|zurück"),
            "pause|kurze pause|weiter|senden|abschicken|test|aufnahme|"
            "unterbrechung|kurze unterbrechung|kurz unterbrochen|geht das|läuft|so läuft",
        )
    )
)
"""Asides only beside others, in the same sentence or right behind one that was left out."""

AT_FIRST = phrases(
    "alles klar|los geht's|los gehts|los geht es|auf geht's|dann mal los|also los|hallo|moin|"
    "servus|guten morgen|guten tag|guten abend|grüß gott|hallo zusammen|guten morgen zusammen"
)
"""Asides as the first piece of a dictation."""

BETWEEN = words(
    """
    so ja also und dann nun gut ok okay okey oh ah ach äh na genau bitte danke entschuldigung sorry
    hallo moment sekunde kurz nein nee hm tja du sie jetzt gleich da warte wart ei mensch
    """
)
"""May stand between two asides without making them content."""

SPEAKING = words(
    """
    sagt sagte gesagt sagen meint meinte gemeint fragt fragte gefragt frage fragen antwortet
    antwortete geantwortet antwort ruft rief gerufen rufe schreit schrie geschrien wiederholt
    wiederholte erzählt erzählte äußert äußerte geäußert wörtlich zitat schreibt schrieb
    geschrieben bittet bat gebeten fordert forderte gefordert klagt klagte geklagt jammert jammerte
    gejammert verlangt verlangte verspricht versprach versprochen angerufen anruf telefon
    telefonisch telefonat telefoniert weint weinte murmelt murmelte flüstert flüsterte stöhnt
    stöhnte schimpft schimpfte behauptet behauptete betont betonte erklärt erklärte berichtet
    berichtete gibt angegeben überlegt überlegte denkt dachte weiß wusste will wollte droht drohte
    gedroht schwört beteuert beteuerte mitgeteilt meldet meldete gemeldet ausgerichtet
    glaubt glaubte
    """
)
"""In a piece or sentence beside: the words are those of whom it tells, and they are content."""

PERCEIVING = words(
    "sieht sah hört hörte halluziniert halluzinierte desorientiert orientiert verwirrt dement "
    "wahnhaft durcheinander unruhig"
)
"""In the sentence before, they do the same."""

SAYING_THAT = words("dass ob")
"""Right before, they make what follows part of what was said."""

ASKED = words(
    """
    hast bist machst kannst kommst gehst holst weißt gibst bringst willst musst warst hattest siehst
    kannste haste machste gehste bringste könntest würdest
    """
)
"""Open a question to a colleague, „du“ right behind them or within them."""

CASUAL = words("mal kurz eben schnell bitte")
"""Without a name before it, a question with one of these is to a colleague."""

ANSWERS = words(
    """
    ja jo nein nee nö doch nicht nie keine kein nickt nickte genickt schüttelt schüttelte
    geschüttelt kopfschütteln verneint verneinte bejaht bejahte schweigt schwieg geschwiegen
    zuckt zuckte manchmal selten vielleicht daraufhin darauf
    """
)
"""In the sentence behind a question they answer it: it was asked of whom is told."""

CHARGED = words(
    """
    herr herrn frau familie schwester pfleger doktor dr dr. arzt ärztin hausarzt notarzt
    klient klientin bewohner bewohnerin patient patientin tochter sohn mutter vater
    heute morgen abend früh mittag nachmittag vormittag nacht nachts gestern nachher später um gegen
    halb halbe ganze doppelte viertel montag dienstag mittwoch donnerstag freitag samstag sonntag
    tablette tabletten tropfen medikament medikamente medikation medis insulin spritze spritzen
    pille pillen dosis bedarf bedarfsmedikation infusion antibiotikum schmerzmittel salbe pflaster
    fieber schmerzen schmerz blut zucker blutzucker puls blutdruck temperatur sturz gestürzt
    gefallen geschlagen suizid suizidgedanken angst
    """
)
"""What a record is about: no question or promise that names one of these is left out."""

LEADS = phrases(
    "|".join(
        (
            crossed(
                "schreib|schreibe|notier|notiere|trag|trage|vermerk|vermerke|nimm",
                "|bitte|mal|bitte mal",
                "|auf|ein",
                "|folgendes",
            ),
            crossed(
                "|bitte", "dokumentieren|notieren|aufschreiben|eintragen|vermerken", "|folgendes"
            ),
            "bitte ins protokoll|fürs protokoll|für das protokoll|für den bericht|für die doku|"
            "für die akte|neuer eintrag|neue notiz|nächster eintrag|neuer bericht|nächster bericht|"
            "überschrift|neues diktat|neuer vermerk",
        )
    )
)
"""Announce what is to be written: „Schreib mal: …“; dropped with the mark behind them."""

ENTRY = phrases(_ENTRY)
"""The same before a name, with no mark: „Neuer Eintrag Frau Wolf.“"""

DEPENDENT = words(
    """
    dass ob wie was wo wer wann warum wenn weil wieviel wem wen welche welcher welches welchen
    woran womit wohin woher worüber worauf wofür wozu zu bis damit falls sobald
    """
)
"""Open a clause that the words before it need: „Bitte aufschreiben, wie viel sie trinkt.“"""

FORMATTING = phrases(
    "das bitte fett|bitte fett|das bitte unterstreichen|bitte unterstreichen|bitte kursiv|"
    "das bitte kursiv|bitte groß schreiben|bitte großschreiben|bitte in großbuchstaben|"
    "bitte groß geschrieben|bitte zusammenschreiben|bitte getrennt schreiben"
)
"""About how words are to be written: only at the end of a piece."""

SPELLED = phrases(
    "groß geschrieben|großgeschrieben|klein geschrieben|kleingeschrieben|in großbuchstaben|"
    "zusammengeschrieben|zusammen geschrieben|auseinandergeschrieben|getrennt geschrieben"
)
"""About how a name is written: only right behind it („Frau Klein groß geschrieben“)."""

RECIPIENT = words("an von bei mit für zu")
"""„an Frau Klein groß geschrieben“ tells to whom somebody wrote."""

SORRY = words("entschuldigung sorry")
DETERMINERS = words(
    "der die das den dem ein eine einen einem einer mein meine meinen dein deine deinen"
)
"""Before a noun they make it a thing of the house; a name or a drug stands bare."""
