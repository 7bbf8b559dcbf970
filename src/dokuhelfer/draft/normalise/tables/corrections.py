"""Self-corrections. Sources: domain.md §3 R03, §4 "Selbstkorrektur"."""

from __future__ import annotations

from types import MappingProxyType

from dokuhelfer.draft.normalise.tables import crossed, phrases, words

_NO = "nein|nee|ne|nö"
_SLIPPED = "vertan|geirrt|versprochen|verlesen|verhaspelt|verguckt|vertippt|verzählt|verrechnet"

STRONG = phrases(
    "nein stimmt nicht|nee stimmt nicht|nein das stimmt nicht|nein halt|nee halt|nein warte|"
    "nee warte|nein stopp|"
    "quatsch|so ein quatsch|blödsinn|unsinn|ich korrigiere|ich korrigiere mich|korrigiere|"
    "korrektur|ich mein|ich meine|ich meinte|mein ich|ich wollte sagen|ich verbessere|"
    "ich verbessere mich|ach nein|ach nee|ach quatsch|stopp|stop|halt stopp|nee quatsch|vielmehr|"
    "oder vielmehr|besser gesagt|beziehungsweise nein|nein falsch|das war falsch|das ist falsch|"
    "verkehrt|mist|zahlendreher|ein zahlendreher|war ein zahlendreher|das war ein zahlendreher|"
    "ach was|stimmt nicht|stimmt gar nicht|das stimmt nicht|das stimmt so nicht|nicht richtig|"
    "verbessere|nein nein|nee nee|nein sorry|sorry nein|entschuldigung nein|ach moment|ach sorry|"
    "nee falsch|das war verkehrt|hab mich versprochen|ich habe mich versprochen|versprochen|"
    "ich hab mich versprochen|oder nein|oder nee|oder halt|nein moment|moment nein|"
    "ich sage falsch|ich sag falsch|nein ich sage falsch|nein ich sag falsch|na wart|na warte|"
    "na moment|nee nee nee|"
    "kommando zurück|a geh|ah geh|ach geh|geh nein|nein ich sage|sag ich falsch|sage ich falsch|"
    "sag ich was falsches|so ein käse|quark|so ein quark|das war ein versprecher|mein fehler|"
    + "|".join(
        (
            crossed("wollt|wollte", "ich", "|grad|gerade|schon|fast|erst", "sagen|schreiben"),
            crossed("hätt|hätte", "ich", "|jetzt", "fast|beinah|beinahe", "gesagt|geschrieben"),
            crossed("was", "sag|sage|sach|red|rede|erzähl|schreib", "ich", "|da|denn da"),
            crossed("|ach|so ein", "schmarrn|schmarren|blödsinn|quatsch|unsinn|schwachsinn"),
            crossed(_NO, "warte|wart|moment|halt|stopp|quatsch|falsch|doch", "|mal"),
            crossed("warte|wart|moment|halt|stopp|quatsch|sorry", "|mal", _NO),
            crossed(_NO, "|das ist|das war", "ein|", "fehler|irrtum|verkehrt"),
            crossed(_NO, "|das ist|das war", "falsch", "|ich sage|ich sag|sag ich|gesagt"),
            crossed("moment|halt|stopp|sorry|entschuldigung", "|das ist|das war", "falsch"),
            crossed("|da", "hab|habe|hob", "ich", "mich", "|grad|gerade|jetzt", _SLIPPED),
            crossed("ach|ah|oh|oder", _NO),
            crossed(
                "moment|warte|nein",
                "ich schau|ich schaue|ich guck|ich gucke|lass mich schauen|lass mich gucken",
                "|mal|nochmal|noch mal|nach|nochmal nach|noch mal nach",
                "ja|genau",
            ),
            crossed("|das", "stimmt", "|ja", "nicht|gar nicht|so nicht"),
            crossed(_NO, "|das", "stimmt", "|ja", "nicht|gar nicht|so nicht"),
            crossed("|ich", "korrigier|korrigiere|verbesser|verbessere", "|mich"),
            crossed("|ich", "muss mich", "korrigieren|verbessern"),
            crossed("|ich", "hab|habe", "mich", "|grad|gerade|jetzt", _SLIPPED),
            crossed("|das", "hab ich", "falsch|verkehrt", "gesagt|abgelesen"),
            "warte mal|wart mal|falsch gesagt|versprecher|ein versprecher|korrektur nein",
        )
    )
)
"""Hardly ever content: they withdraw as soon as something of the same kind follows."""

WEAK = phrases(
    "nein|nee|nö|also nein|also nee|nein also|nee also|moment|moment mal|augenblick|sekunde|"
    "momentchen|"
    "entschuldigung|sorry|pardon|verzeihung|doch|falsch"
)
"""Also answers and content: they withdraw only where what follows clearly replaces."""

SET_OFF = phrases("halt|warte|wart|ach|na|nah|nö|ne|nä|naa|fehler|irrtum|versprecher|oder|doch")
"""Particles, verbs and sighs as well: they withdraw only with a mark on either side."""

AFTER_HESITATION = phrases("doch")
"""„zwei, äh doch drei“ corrects, „Tee, doch dann Kaffee“ does not."""

NO_MARKER_AFTER = words(
    "sagt sagte gesagt sage sagen meint meinte gemeint antwortet antwortete geantwortet ruft rief "
    "gerufen schreit schrie geschrien mit ein kein klares deutliches eindeutiges"
)
"""„hat gesagt nein, nicht heute“: the word is what somebody said."""

SAYING = words(
    "sagt sagte sagten meint meinte meinten antwortet antwortete ruft rief riefen schreit schrie "
    "brüllt brüllte flüstert flüsterte murmelt murmelte fragt fragte schimpft schimpfte jammert "
    "jammerte stöhnt stöhnte bittet bat fleht flehte wiederholt wiederholte entgegnet entgegnete "
    "erwidert erwiderte protestiert protestierte widerspricht widersprach betont betonte"
)
"""„…, nein, sagte die Tochter, …“: a verb of saying with its subject behind what was said."""

NO_MARKER_BEFORE = words("danke")

LEADS = words(
    "das es war waren ist sind hat hatte er sie also doch nur um am im in auf gegen ab bis von vom "
    "zum zur bei beim mit nach vor der die den dem ein eine einen einem sondern heißt muss müssen "
    "gesagt gemeint ja"
)
"""Small words a correction may open with before the word that replaces."""

QUALIFIERS = words(
    "schon erst seit inzwischen mittlerweile jetzt insgesamt genau nur etwa ungefähr circa ca ca. "
    "rund knapp fast gut mindestens höchstens maximal zuletzt wieder eher so bereits noch nächste "
    "nächsten nächster kommenden diesen dann"
)
"""May stand before the value that replaces: „nein, schon seit zwölf“."""

ARTICLES = words("der die das den dem des ein eine einen einem einer")

DAYS = words(
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag heute morgen übermorgen "
    "gestern vorgestern"
)

COPULAS = phrases(
    "das war|das waren|es war|es waren|das ist|das sind|es sind|es ist|das heißt|sondern|also|"
    "sagen wir|sagen wir mal|sagen wir lieber|"
    "das muss heißen|muss heißen|es muss heißen|soll heißen|richtig ist|richtig sind|richtig wäre"
)
"""„nein, das waren fünfzehn“: goes with the marker."""

FINITE = words(
    "ist war sind waren hat hatte haben hatten wird wurde wurden kann konnte will wollte muss "
    "musste soll sollte kommt kam geht ging bekommt bekam macht machte liegt lag sitzt saß sagt "
    "sagte möchte darf gibt gab nimmt nahm isst aß trinkt trank schläft schlief"
)

AUXILIARIES = MappingProxyType(
    {
        "werden": words("wird werden wurde wurden"),
        "haben": words("hab habe hat haben hatte hatten"),
        "sein": words("ist sind war waren"),
    }
)
"""Forms of the verbs that go with a participle."""

CLAIMS = words(
    "behauptet behauptete sagt sagte sagen meint meinte glaubt glaubte gibt gab angegeben erzählt "
    "erzählte berichtet berichtete fragt fragte nannte nennt ruft rief denkt dachte will wollte"
)
"""In what one of these opens „stimmt nicht“ is a verdict on it, and a name is somebody's word."""

NEGATIONS = words("kein keine keinen keinem keiner nicht nichts nie ohne")

PRONOUNS = words("ich er sie es wir man ihr")

BESIDE_ONE = words("ganze ganzen einzige einzigen volle vollen halbe halben kleine kleinen")
"""„nein, eine ganze Tablette“."""

DEGREES = words(
    "eher mehr doch sehr ganz etwas leicht recht ziemlich wieder noch nur stark mäßig deutlich "
    "wenig bisschen schon so eigentlich relativ gut schlecht"
)
"""May stand before an adjective."""

POSTPOSED = phrases(
    "mein ich|meine ich|meinte ich|wollt ich sagen|wollte ich sagen|muss es heißen|"
    "muss das heißen|sollte es heißen|soll es heißen|sollte das heißen|meen ich|moan i"
)
"""Behind what replaces: „…, also am rechten mein ich“."""

STATES = words(
    "ist war sind waren wirkt wirkte bleibt blieb scheint schien wurde wird fühlt fühlte aussehen "
    "aussieht sieht sah"
)
"""Verbs an adjective goes with."""

CLASSES = MappingProxyType(
    {
        member: number
        for number, members in enumerate(
            (
                "links rechts beidseits linksseitig rechtsseitig linke linken linker linkes linkem "
                "rechte rechten rechter rechtes rechtem",
                "oben unten vorne vorn hinten mittig innen außen seitlich obere oberen oberer "
                "oberes untere unteren unterer unteres",
                "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
                "montags dienstags mittwochs donnerstags freitags samstags sonntags",
                "gestern heute vorgestern morgen übermorgen",
                "morgens vormittags mittags nachmittags abends nachts",
                "januar februar märz april mai juni juli august september oktober november "
                "dezember",
                "mutter vater tochter sohn schwester bruder ehemann ehefrau enkel enkelin nichte "
                "neffe schwiegertochter schwiegersohn mann frau betreuer betreuerin",
                "frühdienst spätdienst nachtdienst zwischendienst",
                "frühstück mittagessen abendessen abendbrot vesper",
                "rektal axillar sublingual oral subkutan intramuskulär intravenös",
                "nüchtern postprandial",
                "mehr weniger",
                "viel mäßig wenig gering reichlich spärlich",
                "einmal zweimal dreimal viermal fünfmal sechsmal siebenmal achtmal neunmal zehnmal",
                "vor nach",
                "windel windeln windelhose windelhosen einlage einlagen vorlage vorlagen pants "
                "inkohose inkohosen slip slips netzhose netzhosen",
                "rollator rollstuhl gehstock gehwagen gehbock unterarmgehstützen lifter "
                "nachtstuhl toilettenstuhl duschstuhl",
                "badezimmer küche flur wohnzimmer schlafzimmer speisesaal tagesraum balkon "
                "terrasse keller treppenhaus aufenthaltsraum esszimmer waschküche",
            )
        )
        for member in members.split()
    }
)
"""Words that replace each other: sides, places, days, relatives …; equal numbers, one class."""

REACH = 14
"""How many words back what is taken back may lie."""

NAME_LEADS = words("heute heut gestern das es war ist die der den")
"""Between the marker and the right name: „nein, heute war das Frau Haile“."""

PLACE_PREPOSITIONS = words("im in am an zum zur beim auf bei vom nach ins vor um gegen ab bis seit")
