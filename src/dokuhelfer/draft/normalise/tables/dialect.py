"""Dialect-coloured words → standard. Source: domain.md §4 "Dialekt", §3 R06 (kept in quotes).

Only words that mean one thing whatever the region; what is ambiguous needs its neighbour.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from dokuhelfer.draft.normalise.tables import words

_WORDS = words(
    "nich=nicht net=nicht ned=nicht nit=nicht nedd=nicht nix=nichts nüscht=nichts "
    "koi=kein koin=kein koine=keine kei=kein keen=kein keene=keine wat=was dat=das "
    "dit=das et=es ick=ich icke=ich ik=ich heit=heute heut=heute hüt=heute "
    "feddich=fertig ferdich=fertig fertich=fertig bissl=bisschen bissle=bisschen "
    "bisserl=bisschen bisken=bisschen bissken=bisschen uff=auf ooch=auch jut=gut "
    "janz=ganz jeht=geht jibt=gibt jesacht=gesagt jejessen=gegessen "
    "jeschlafen=geschlafen jetrunken=getrunken jefallen=gefallen gsagt=gesagt "
    "gesacht=gesagt sacht=sagt gmacht=gemacht gschlafa=geschlafen gschlafn=geschlafen "
    "gschlafen=geschlafen gegessa=gegessen gessn=gegessen gfalle=gefallen "
    "gfalln=gefallen trunke=getrunken trunka=getrunken kummt=kommt kimmt=kommt is=ist "
    "ham=haben scho=schon schö=schön wieda=wieder imma=immer gestan=gestern "
    "heite=heute morje=morgen zwoa=zwei zwoi=zwei oans=eins oins=eins ebbes=etwas "
    "wehgeton=wehgetan "
    "noi=nein naa=nein nä=nein i=ich isch=ist det=das han=habe hob=habe no=noch "
    "kimma=kommt keener=keiner meen=mein meene=meine oda=oder aba=aber ooch=auch "
    "oane=eine hams=haben's jing=ging jab=gab jestern=gestern janze=ganze jleich=gleich hot=hat "
    "un=und se=sie woiß=weiß gwä=gewesen gwen=gewesen hent=haben hend=haben mol=mal "
    "gesse=gegessen geschdern=gestern kaa=kein ghet=gehabt "
    # Bavarian, Austrian
    "dös=das dees=das wos=was wia=wie eahm=ihm eam=ihm eana=ihnen koa=kein koan=keinen koane=keine "
    "sogt=sagt gsogt=gesagt hod=hat ghobt=gehabt guad=gut guat=gut "
    "heid=heute moang=morgen oiwei=immer ollawei=immer wida=wieder nimma=nimmer hoid=halt "
    "grod=gerade obn=oben untn=unten san=sind gschlofn=geschlafen gschlofa=geschlafen "
    "gfoin=gefallen gholfn=geholfen gschimpft=geschimpft vui=viel zvui=zuviel "
    "wengerl=wenig bisserle=bisschen gestürzd=gestürzt aufgstanden=aufgestanden "
    "moant=meint moan=meine woaß=weiß kriagt=kriegt kriag=kriege schaugt=schaut schaug=schau "
    "dahoam=daheim dahoim=daheim koana=keiner koaner=keiner umara=ungefähr vo=von "
    "fuchzig=fünfzig fuchzg=fünfzig fuchzehn=fünfzehn zwanzg=zwanzig dreißg=dreißig "
    "vierzg=vierzig sechzg=sechzig siebzg=siebzig achtzg=achtzig neinzg=neunzig "
    # Swabian, Alemannic
    "brocht=gebracht glei=gleich  morge=morgen glagert=gelagert "
    "drhoim=daheim ebber=jemand koiner=keiner oiner=einer losst=lässt "
    "ond=und nemme=nimmer gwesa=gewesen gsi=gewesen gsei=gewesen ghett=gehabt "
    "jetz=jetzt jetzet=jetzt jetzad=jetzt nomol=nochmal nommal=nochmal schloft=schläft "
    "lauft=läuft bissel=bisschen "
    "nocher=nachher drenn=drin dronda=drunten doba=droben nonder=hinunter "
    # Hessian, Palatine, Franconian
    "hawwe=haben hawe=haben gewwe=geben gegewwe=gegeben bissi=bisschen "
    "bissje=bisschen nimmi=nimmer aach=auch kää=kein gugge=gucken jetzert=jetzt owwe=oben "
    "unne=unten hinne=hinten driwwe=drüben gesehn=gesehen "
    "gedrunge=getrunken gedrunke=getrunken geblibbe=geblieben "
    # Rhineland, Ruhr, Westphalia, Low German
    "datt=das jet=etwas joot=gut kütt=kommt jekumme=gekommen büschen=bisschen büschn=bisschen "
    "bissken=bisschen nisch=nicht nomma=nochmal nochma=nochmal lütt=klein ersma=erstmal "
    # Berlin, Saxony
    "nischt=nichts gloob=glaube gloobe=glaube loofen=laufen looft=läuft jekommen=gekommen "
    "wejen=wegen deswejen=deswegen janzen=ganzen janzer=ganzer jewesen=gewesen "
    "kleen=klein kleene=kleine alleene=alleine eenmal=einmal zweemal=zweimal "
)
WORDS = MappingProxyType(dict(pair.split("=") for pair in sorted(_WORDS)))
"""Mapped when written in small letters or opening a sentence, and never behind Frau or Herr."""

PAIRS = MappingProxyType(
    {
        ("i", "han"): ("ich", "habe"),
        ("isch", "will"): ("ich", "will"),
        ("isch", "muss"): ("ich", "muss"),
        ("isch", "weiß"): ("ich", "weiß"),
        ("isch", "glaub"): ("ich", "glaub"),
        ("isch", "mach"): ("ich", "mach"),
        ("des", "hab"): ("das", "hab"),
        ("des", "hat"): ("das", "hat"),
        ("des", "war"): ("das", "war"),
        ("des", "muss"): ("das", "muss"),
        ("des", "geht"): ("das", "geht"),
        ("des", "is"): ("das", "ist"),
        ("mir", "ham"): ("wir", "haben"),
        ("mir", "haben"): ("wir", "haben"),
        ("ham", "mir"): ("haben", "wir"),
        ("ham", "ma"): ("haben", "wir"),
        ("ham", "mer"): ("haben", "wir"),
        ("hem", "mer"): ("haben", "wir"),
        ("hen", "mer"): ("haben", "wir"),
        ("hend", "mer"): ("haben", "wir"),
        ("ka", "er"): ("kann", "er"),
        ("ka", "sie"): ("kann", "sie"),
        ("ka", "ich"): ("kann", "ich"),
        ("seit", "em"): ("seit", "dem"),
        ("auf", "em"): ("auf", "dem"),
        ("mit", "em"): ("mit", "dem"),
        ("nach", "em"): ("nach", "dem"),
        ("bei", "em"): ("bei", "dem"),
        ("vor", "em"): ("vor", "dem"),
        ("i", "hab"): ("ich", "habe"),
        ("i", "hob"): ("ich", "habe"),
        ("i", "bin"): ("ich", "bin"),
        ("i", "war"): ("ich", "war"),
        ("i", "kann"): ("ich", "kann"),
        ("ich", "han"): ("ich", "habe"),
        ("isch", "hab"): ("ich", "habe"),
        ("isch", "habe"): ("ich", "habe"),
        ("isch", "bin"): ("ich", "bin"),
        ("isch", "war"): ("ich", "war"),
        ("isch", "kann"): ("ich", "kann"),
        ("hab", "isch"): ("habe", "ich"),
        ("bin", "isch"): ("bin", "ich"),
        ("er", "isch"): ("er", "ist"),
        ("sie", "isch"): ("sie", "ist"),
        ("es", "isch"): ("es", "ist"),
        ("des", "isch"): ("das", "ist"),
        ("das", "isch"): ("das", "ist"),
        ("mir", "isch"): ("mir", "ist"),
        ("ihm", "isch"): ("ihm", "ist"),
        ("ihr", "isch"): ("ihr", "ist"),
        ("der", "isch"): ("der", "ist"),
        ("die", "isch"): ("die", "ist"),
        ("da", "isch"): ("da", "ist"),
        ("alles", "isch"): ("alles", "ist"),
        ("a", "bissl"): ("ein", "bisschen"),
        ("a", "bisserl"): ("ein", "bisschen"),
        ("a", "bissle"): ("ein", "bisschen"),
        ("e", "bissche"): ("ein", "bisschen"),
    }
)

HOURS = MappingProxyType(
    {
        "oise": "eins", "oinse": "eins", "zwoie": "zwei", "zwoia": "zwei", "dreia": "drei",
        "viera": "vier", "fünfa": "fünf", "fünwe": "fünf", "sechsa": "sechs", "sieba": "sieben",
        "siebne": "sieben", "siwwe": "sieben", "achta": "acht", "neuna": "neun", "zehna": "zehn",
        "elfa": "elf", "elwe": "elf", "zwölfa": "zwölf", "zwelfe": "zwölf",
        "zweie": "zwei", "dreie": "drei", "viere": "vier", "fünfe": "fünf",
        "sechse": "sechs", "siebene": "sieben", "achte": "acht", "neune": "neun",
        "neine": "neun", "oanse": "eins",
        "zehne": "zehn", "elfe": "elf", "zwölfe": "zwölf",
    }
)  # fmt: skip
"""„um achte“, „viertel sieba“: the hour with an ending, behind one of `BEFORE_HOUR` only."""

BEFORE_HOUR = words("um gegen von vo bis ab seit viertel halb halber halwer dreiviertel")
HALF = words("halber halwer")
"""„um halber neune“: half past eight, where an hour follows."""

_PREFIX = "(ab|an|auf|uff|aus|ein|hin|her|mit|nach|vor|zu|weg|zurück|um)?"
PREFIXES = MappingProxyType({"uff": "auf"})

ELIDED = re.compile(_PREFIX + r"g([bdfhjkmpqstvwz]\w+)")
"""„gsagt“, „anghabt“: the syllable „ge“ without its vowel; „gr“, „gl“ open many other words."""

BERLIN = re.compile(_PREFIX + r"je(\w{3,}(?:t|en))")
"""„jemacht“ for „gemacht“."""

NOT_BERLIN = words("jetzt jeden jenen jemanden jeweiligen jeglichen jemals jederzeit")
