"""Words that tell where a capital belongs. Source: own knowledge of German, and of care notes."""

from __future__ import annotations

from types import MappingProxyType

from dokuhelfer.draft.normalise.tables import words

LETTERS = MappingProxyType(
    {
        **{
            text: text.upper()
            for text in words(
                "rr bz nrs vas ekg rtw ktw pdl wbl peg pej btm mdk asd hpg spfh inr crp mrsa hiv "
                "dk spdk bmi sgb dna copd khk tia hno ct mrt ks vw af hf o2 dak aok bkk alg kjp "
                "mpu zpo jva pep adhs ptbs wc tv usb pc gdb"
            )
        },
        "besd": "BESD",
        "spo2": "SpO2",
        "nacl": "NaCl",
    }
)
"""Spoken as letters, as they are written."""

BEFORE_NAMES = words("frau herr herrn fr hr familie doktor doktorin dr prof professor professorin")
"""What follows one of these is a name."""

STAFF = words(
    "schwester pfleger kollege kollegin kollegen pflegerin praktikantin praktikant praktikanten "
    "azubi schülerin schüler auszubildende auszubildender"
)
"""Behind one of these a name may stand („kollegin ewa hat“)."""

NO_GIVEN_NAMES = words("said rosa may till art ala ada issa")
"""Given names that are other words as well."""

SMALL = words(
    """
    und oder aber denn doch ja nein nee nö so also dann da dort hier jetzt heute gestern vorgestern
    heut nun noch nur schon auch sehr ganz gar mal wieder weiter weiterhin immer nie niemals oft
    öfter öfters manchmal selten gleich bald später vorher nachher danach davor dabei dafür dagegen
    daher dahin damit daran darauf darin darum darunter davon dazu deshalb deswegen trotzdem
    außerdem sonst ansonsten anschließend daraufhin hinterher zuerst zuletzt zunächst inzwischen
    mittlerweile zwischendurch plötzlich ungefähr etwa circa ca knapp fast beinahe eher lieber gern
    gerne leider bisschen etwas nichts nix alles alle allen allem aller beide beiden beides viel
    viele vielen vieles wenig wenige wenigen weniger mehr meisten mehrere mehreren mehrmals einige
    einigen einiges andere anderen anderer anderes anderem jeder jede jedes jeden jedem keiner
    keine kein keinen keinem keines niemand jemand man ich du er sie es wir ihr ihm ihn ihnen mir
    mich dir dich uns euch sich selber selbst mein meine meinen meinem meiner dein sein seine
    seinen seinem seiner seines ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer
    euer eure der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen
    diesem jener solche solchen welche welcher welchen was wer wen wem wo wie wann warum wieso
    weshalb wohin woher ob wenn weil dass als bevor nachdem während obwohl falls sofern bis seit
    an auf aus bei durch für gegen in mit nach ohne über um unter von vor wegen zu zwischen laut ab
    trotz statt anstatt am beim im ins vom zum zur ans aufs fürs übers unters hinterm vorm innerhalb
    außerhalb neben hinter nicht nich net weg hin her los raus rein runter rauf hoch runter rüber
    rum dran drauf drin drunter drüber zurück zusammen allein alleine auseinander vorbei vorne
    hinten oben unten links rechts innen außen vorn drüben nebenan draußen drinnen überall
    nirgends bereits eben gerade grade halt mal wohl vielleicht vermutlich wahrscheinlich bestimmt
    sicher natürlich eigentlich einfach nämlich jedenfalls zumindest mindestens höchstens
    wenigstens insgesamt bisher bislang übermorgen übrigens bitte danke tja äh ähm hm ach ah oh na
    okay ok gut gute guten guter gutes gutem besser beste besten schlecht schlechter groß große
    großen großer großes klein kleine kleinen kleiner kleines lang lange langen langer kurz kurze
    kurzen kurzer neu neue neuen neuer neues alt alte alten altes ganze ganzen ganzer ganzes
    erste ersten erster erstes zweite zweiten zweiter zweites dritte dritten dritter letzte letzten
    letzter letztes nächste nächsten nächster nächstes linke linken linker linkes rechte rechten
    rechter rechtes obere oberen unteren untere mittlere vordere hintere halbe halben halber halbes
    halb viertel dreiviertel null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
    dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig
    sechzig siebzig achtzig neunzig hundert tausend minus plus mal
    abends morgens mittags nachts vormittags nachmittags
    früh spät morgen tagsüber sonntags montags samstags wach müde ruhig unruhig fit
    """
)
"""Words that are never, or hardly ever, nouns."""

SMALL_ENDINGS = (
    "ig", "lich", "isch", "los", "bar", "sam", "haft", "end", "iv", "iell", "iert",
    "zigst", "zehnt",
)  # fmt: skip

NO_NAMES = SMALL - words("kurz lang lange groß große klein kleine neu alt gut") | words(
    "hat ist war doktor professor"
)
"""Behind „frau“ no name; of the small words only those that are family names as well."""

DETERMINERS = words(
    """
    im am zum zur vom beim ins ans einen einem einer eines keinen keinem keiner meinen meinem
    meiner seinen seinem seiner ihren ihrem ihrer unseren unserem unserer diesen diesem dieser
    den dem des jeden jedem kein keine ein eine seine meine unsere
    """
)
"""Before these and an adjective nothing but a noun comes; „der“ and „die“ are pronouns as well."""

GOVERNING = words(
    """
    mit ohne wegen bei für gegen nach von vom durch trotz laut per pro seit zwei drei vier fünf
    sechs sieben acht neun zehn elf zwölf zwanzig dreißig
    """
)
"""Right behind one of these an unlisted word is a noun."""

INFLECTED = ("e", "en", "er", "es", "em")

OF_MINE = words("frage stelle sitze versuch versuche suche schätze rede koch schlaf pflege")
"""Nouns that are verbs beside „ich“: „ich frage in der Schule“."""

TWO_SIDED = words(
    """
    essen trinken schlafen duschen waschen baden laufen gehen stehen aufstehen sitzen liegen reden
    schreiben lesen spielen basteln singen rufen klingeln husten erbrechen schlucken drehen heben
    anziehen ausziehen umziehen lagern messen weg
    leben arbeiten wohnen umsetzen einschlafen verlassen wechseln spritzen verhalten
    verschlucken betreten treffen stellen wissen bewegen heulen weinen schreien beten fragen
    sprechen bedenken vertrauen rauchen kochen putzen einkaufen recht
    """
)
"""Nouns behind an article („beim essen“, „am abend“), something else otherwise."""

DAY_PARTS = words("morgen vormittag mittag nachmittag abend")
DAYS = words("heute heut gestern vorgestern morgen übermorgen")
"""Before one of `DAY_PARTS`: „gestern Abend“, which means another time than „abend“ alone."""

VERB_PARTICLES = words(
    """
    ab an auf aus be bei dar durch ein ent entgegen er fest frei ge heim her heraus herein herum
    herunter hin hinaus hinein hinter hoch klar klein los mit nach nieder rein rum runter über um
    un unter ver vor voran voraus vorbei weg weiter wieder zer zu zurecht zurück zusammen darunter
    dazu davon raus auszu einzu anzu da voll
    """
)
"""What makes a verb of a noun („anfrage“, „verplan“): no first part of a compound by rule."""

NOUN_ENDINGS = (
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen",
    "tät", "täten", "ismus", "nis", "nisse", "itis", "ologe", "ologin", "ologie", "therapie",
    "therapeut", "therapeutin",
)  # fmt: skip
