"""Words by which a collective dictation is cut.

Source: domain.md §1.2 (handovers), §4 („Mehrere Personen“), §6 (names of the documents), own
knowledge of how rounds are dictated. Lower case.
"""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words

OPENERS = words(
    """
    und ach so also ja dann bei beim der die das dem den nun jetzt weiter mit zu zur zum noch
    übrigens als nächstes nächste nächster nächsten kommen komme wir fangen fang fange ich an
    beginne beginnen starte starten
    auch okay gut nachtrag ergänzung für betrifft betreff über von gehen geht es geht's hier ist
    wieder nochmal mal was wegen zurück herein sonst außerdem ebenso person
    bewohner bewohnerin klient klientin patient patientin weiteres letzter letzte zuletzt
    danach anschließend zuerst erstens zweitens drittens erstes erster letztes drittes schließlich
    haben hätten hätte hab fehlt fehlen bleibt bleiben machen mach mache wechsel wechseln wechsle
    spring springe springen schau schaue schauen erst erstmal zunächst vorweg mal eben schnell kurz
    unsere unser
    """
)
"""May stand before a name that opens a person's part."""

ADDING = words("ach übrigens nachtrag ergänzung vergessen nachtragen nachzutragen nochmal zurück")
"""Among the opening words these announce an addition to somebody earlier."""

DATIVE = words(
    "mit von bei zu nach aus neben vor zwischen gegenüber vom beim zum zur hinter außer "
    "samt statt anstatt anstelle"
)
ACCUSATIVE = words("gegen für um durch ohne auf an über in")
PREPOSITIONS = DATIVE | ACCUSATIVE | words("wegen trotz seit bis unter im am ins ans laut")
GIVING = words(
    "gegeben gebracht gezeigt geholfen vorgelesen gedroht gefolgt zugehört geantwortet erzählt "
    "gereicht geschenkt weggenommen gewunken"
)
"""With these the person named beside stands in the dative."""
SUBJECTS = words("ich wir er sie es man beide alle jemand niemand keiner")
ARTICLES = words("der die das ein eine sein seine ihr ihre mein meine unser unsere kein keine")

CORRECTING = words(
    "nein nee ne stopp stop quatsch moment falsch korrektur halt sorry entschuldigung blödsinn "
    "stimmt nicht doch ach quark pardon"
)
"""„Nein, stopp, das war Herr Kolb“ (domain.md §3 R03): before „das war“ and a name."""

SAME = words("auch ebenfalls ebenso genauso dasselbe gleiche gleichfalls das nicht so")
REPEATING = words("auch ebenfalls ebenso genauso dasselbe gleiche gleichfalls")
"""„Herr Wolf auch“: of these alone consists a clause that repeats what was said before."""

PAIR_NOUNS = words("damen herren frauen männer bewohner bewohnerinnen klienten leute personen")
COUPLES = words("ehepaar eheleute eheleuten geschwister")
COUNT = {"beide": 2, "beiden": 2, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6}
REST = words("anderen andern übrigen restlichen rest sonstigen")

PLURAL = words(
    "haben sind waren hatten wurden werden sollen wollen wollten können konnten müssen gehen "
    "gingen saßen kamen aßen tranken schliefen bekommen bekamen möchten brauchen"
)
SINGULAR = words("hat ist war hatte wurde wird soll will kann konnte muss möchte bekam bekommt")

FEMALE_PRONOUNS = words("sie ihr ihre ihren ihrem ihrer")
MALE_PRONOUNS = words("er ihm ihn sein seine seinen seinem seiner")

FEMALE_ROLES = words(
    "tochter ehefrau frau mutter schwester enkelin nichte tante oma freundin partnerin "
    "schwiegertochter schwägerin enkeltochter lebensgefährtin familie praxis apotheke leitung"
)

INTAKE = words(
    "getrunken trank trinkt gegessen aß isst trinkmenge tee wasser kaffee saft suppe brötchen "
    "portion joghurt kakao milch limo sprudel einfuhr ausfuhr frühstück mittagessen abendessen "
    "kuchen brei eintopf kartoffeln gemüse fleisch pudding nachtisch zwischenmahlzeit becher glas "
    "tasse verschluckt abgelehnt angeboten zielmenge sondenkost brot schnitte apfelsaft"
)
INTAKE_UNITS = words("ml l liter milliliter")
SHARES = words("halbe halben hälfte viertel dreiviertel alles nichts ganze ganz")

MEASURING = words(
    "gemessen messung kontrolle nachmessung nachgemessen kontrollmessung nochmal erneut ohr stirn "
    "axillar rektal sublingual raumluft sauerstoff nüchtern arm links rechts linker linken "
    "rechter rechten schmerz schmerzen schmerzskala regelmäßig unregelmäßig arrhythmisch "
    "rhythmisch gewogen hausarzt hausärztin arzt ärztin pdl informiert verweigert abgelehnt messen"
)
"""Words of clauses that belong to measurements."""

FALL = words(
    "gestürzt stürzte sturz gefallen hingefallen ausgerutscht gestolpert sturzereignis "
    "gerutscht rutschte"
)
FALL_DETAILS = words(
    "boden lag aufgefunden gefunden vorgefunden kopf verletzung verletzungen platzwunde prellung "
    "hämatom bewusstsein ansprechbar bad zimmer flur toilette bett rollator schuhe hausschuhe "
    "hüfte knie handgelenk zeugen rtw notarzt ausgerutscht gestolpert hilfe klingel aufgestanden "
    "seite rücken angehoben hochgeholfen aufgeholfen schmerzen schürfwunde"
)
NO_FALL = words("angst fast beinahe letzte letzten vorige gestern früher sturzgefahr droht drohte")

COUNSELLING = words(
    "beratung beratungsgespräch beratungsprotokoll aktenvermerk klient klientin ratsuchende "
    "ratsuchender jobcenter jugendamt ausländerbehörde schulden gläubiger antrag bescheid "
    "bewilligt telefonat erstgespräch vermieter mietschulden aufenthaltserlaubnis suchtberatung "
    "schuldnerberatung migrationsberatung widerspruch unterlagen wohngeld bürgergeld p-konto "
    "inkasso sozialamt familienkasse kindergeld telefonnotiz hilfeplan entgiftung stromschulden "
    "wohnungsgeberbescheinigung insolvenz haushaltsplan trinktagebuch"
)
CARE = words(
    "zimmer bewohner bewohnerin rr blutdruck puls temperatur geschlafen getrunken gegessen "
    "waschen grundpflege verband wunde toilette rollator frühdienst spätdienst nachtdienst "
    "übergabe pflegebericht vitalwerte trinkprotokoll sturzprotokoll mobilisiert gelagert "
    "gewaschen geduscht inkontinenz lagerung"
)
PHONE = words(
    "telefonat telefonisch angerufen anruf telefoniert mail e-mail brief telefonnotiz fax"
)
TALK = words(
    "beratung beratungsgespräch gespräch erstgespräch kam persönlich hier vorgesprochen "
    "folgegespräch hausbesuch videoberatung"
)
FRAME = words(
    "rundgang runde wohnbereich station bereich etage haus vom von heute guten morgen tag abend "
    "hallo ja so also ich mach mache mal die der das es ist beginne fange an mit dienst und jetzt "
    "zum zur schicht diktat für aus dem uhr um nun fertig danke ende okay wars war das's alles am "
    "zusammen kollegen liebe montag dienstag mittwoch donnerstag freitag samstag sonntag"
)
"""Of these, shift and numbers a clause before the first name consists that says nothing."""
MOVING_ON = words("danach dann jetzt nun nächste nächster nächstes weiter anschließend")
ENCOUNTERS = words("kam kommt rief ruft erschien meldete meldet")
"""Directly behind a name these begin another person's matter in counselling."""
