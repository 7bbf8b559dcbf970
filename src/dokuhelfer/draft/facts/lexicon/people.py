"""Forms of address, roles and given names.

Source: domain.md §1, §4 (abbreviations) and §6 (phrases), own knowledge of the field.
Roles stand without inflection; `ROLE_ENDINGS` are what may follow.
"""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words

ADDRESS = {
    "frau": "Frau",
    "fr": "Frau",
    "herr": "Herr",
    "herrn": "Herr",
    "hr": "Herr",
}
"""Address as spoken → canonical."""

DOCTOR = frozenset({"dr", "dr.", "prof.", "doktor", "doktorin", "prof", "professor", "professorin"})

STAFF_TITLES = frozenset(
    {"schwester", "pfleger", "kollege", "kollegin", "pflegerin", "praktikantin", "praktikant"}
)
"""Titles of colleagues: who bears one is never the person a record is about."""

CLIENT_TITLES = frozenset(
    {
        "klient",
        "klientin",
        "bewohner",
        "bewohnerin",
        "patient",
        "patientin",
        "gast",
        "tagesgast",
        "kunde",
        "kundin",
        "ratsuchende",
        "ratsuchender",
        "jugendlicher",
        "jugendliche",
    }
)
"""Titles of the person a record is about."""

SHORTHAND = frozenset({"kürzel", "initialen", "kennung"})

NAME_PARTICLES = frozenset(
    {"von", "van", "de", "der", "den", "zu", "el", "al", "da", "di", "bin", "ten", "mc", "o"}
)

RELATIVES = (
    "angehörige",
    "bruder",
    "ehefrau",
    "ehemann",
    "ehepartner",
    "eltern",
    "enkel",
    "enkelin",
    "enkelsohn",
    "enkeltochter",
    "familie",
    "nachbar",
    "nachbarin",
    "freundin",
    "lebensgefährte",
    "lebensgefährtin",
    "mutter",
    "neffe",
    "nichte",
    "oma",
    "opa",
    "partner",
    "partnerin",
    "cousin",
    "cousine",
    "mama",
    "papa",
    "mutti",
    "schwager",
    "schwägerin",
    "schwiegersohn",
    "schwiegertochter",
    "sohn",
    "söhne",
    "tante",
    "tochter",
    "töchter",
    "onkel",
    "vater",
)

PROFESSIONALS = (
    "apotheke",
    "arzt",
    "ärztin",
    "ärztlicher notdienst",
    "ausländerbehörde",
    "bereitschaft",
    "bereitschaftsarzt",
    "bereitschaftsdienst",
    "berufsbetreuer",
    "berufsbetreuerin",
    "betreuer",
    "betreuerin",
    "betreuungsgericht",
    "bezugspflegekraft",
    "chef",
    "chefin",
    "dolmetscher",
    "dolmetscherin",
    "einrichtungsleitung",
    "ergotherapeut",
    "ergotherapeutin",
    "ergotherapie",
    "fachkraft",
    "feuerwehr",
    "frühdienst",
    "frühschicht",
    "hausarzt",
    "hausärztin",
    "hausarztpraxis",
    "hausmeister",
    "hausmeisterin",
    "haustechnik",
    "heimaufsicht",
    "heimleitung",
    "hygienebeauftragte",
    "inkassobüro",
    "jobcenter",
    "jugendamt",
    "krankengymnastin",
    "krankenkasse",
    "küche",
    "krankenhaus",
    "kollegin",
    "kollege",
    "leitung",
    "leitungsdienst",
    "logopädin",
    "logopäde",
    "logopädie",
    "nachtdienst",
    "nachtschicht",
    "nachtwache",
    "neurologe",
    "neurologin",
    "notarzt",
    "notärztin",
    "notdienst",
    "notfallsanitäter",
    "palliativteam",
    "pdl",
    "pflegefachkraft",
    "pflegedienst",
    "pflegedienstleitung",
    "physiotherapeut",
    "physiotherapeutin",
    "physiotherapie",
    "polizei",
    "praxis",
    "psychiater",
    "psychiaterin",
    "psychologe",
    "psychologin",
    "rettungsdienst",
    "rettungssanitäter",
    "rtw",
    "rufbereitschaft",
    "sanitäter",
    "sanitätshaus",
    "seelsorger",
    "seelsorgerin",
    "sachbearbeiter",
    "sachbearbeiterin",
    "schichtleitung",
    "heimleiter",
    "heimleiterin",
    "einrichtungsleiter",
    "gruppenleiter",
    "gruppenleiterin",
    "pflegehelfer",
    "pflegehelferin",
    "betreuungskraft",
    "giftnotruf",
    "giftnotrufzentrale",
    "gesundheitsamt",
    "menüdienst",
    "schwester",
    "schule",
    "schulsozialarbeiterin",
    "sekretariat",
    "sozialamt",
    "sozialarbeiter",
    "sozialarbeiterin",
    "sozialdienst",
    "sparkasse",
    "spätdienst",
    "spätschicht",
    "sprechstundenhilfe",
    "stadtwerke",
    "stationsleitung",
    "teamleitung",
    "therapeut",
    "therapeutin",
    "tagdienst",
    "vermieter",
    "vermieterin",
    "wbl",
    "wohnbereichsleitung",
    "wohngruppenleitung",
    "wundexpertin",
    "wundexperte",
    "wundmanager",
    "wundmanagerin",
    "zwischendienst",
)

ROLE_ABBREVIATIONS = {
    "ha": "Hausarzt",
    "bd": "Bereitschaftsdienst",
    "pdl": "PDL",
    "wbl": "WBL",
    "el": "Einrichtungsleitung",
    "rtw": "RTW",
    "pfk": "Pflegefachkraft",
    "asd": "ASD",
}
"""Spoken as letters, therefore matched in capitals only (``HA`` is a role, ``ha`` is not)."""

ROLE_ENDINGS = ("", "s", "es", "n", "en", "in", "innen", "e", "ern", "r")

SHIFT_ROLES = {
    "frühdienst": "frueh",
    "frühschicht": "frueh",
    "spätdienst": "spaet",
    "spätschicht": "spaet",
    "nachtdienst": "nacht",
    "nachtschicht": "nacht",
    "nachtwache": "nacht",
}

GIVEN_NAMES = words(
    """
    adam agnes ahmed albert alexander alfred ali alice alina amir andrea andreas angela anja anke
    anna anne anneliese anni annika anton antonia ayse barbara beate bernd bernhard berta bettina
    birgit björn brigitte bruno carla charlotte christa christian christiane christina christine
    christoph clara claudia cornelia dagmar daniel daniela david dieter dietmar doris dorothea
    eberhard edith eduard elena elfriede elisabeth elke ella elli elsa else emil emilia emily emma
    erich erika erna ernst erwin esther eva evelyn fatima fatma felix finn florian frank franz
    franziska frieda friedrich fritz gabriele georg gerd gerda gerhard gertrud gisela gudrun günter
    günther gustav hanna hannah hannelore hans harald hasan hedwig heike heinrich heinz helene helga
    helmut herbert hermann hilde hildegard horst hubert hülya ida ilse inge ingeborg ingrid irene
    irma irmgard jan jana jens jessica joachim johann johanna johannes jonas josef juan julia julian
    jürgen jutta kai karin karl karla karl-heinz karolin katharina kathrin katja katrin kevin klara
    klaus konrad kurt lars laura lea lena leni leo leon leonie lieselotte lina lisa lothar louis
    luca ludwig luise lukas lydia magdalena manfred manuela margarete margot margret maria marianne
    marie marina mario marion markus marlene marta martha martin martina mathilde matthias max maxi
    maximilian mehmet melanie mia michael michaela mila mohammed monika moritz murat nadine natalie
    nicole nina norbert olaf olga omar oskar ottilie otto patrick paul paula peter petra philipp
    rainer ralf ramona rebecca regina reinhard renate rita robert roland rolf rosa rosemarie rosi
    rosina rudolf ruth sabine sabrina said samira samuel sandra sara sarah sebastian silke silvia
    simon simone sofia sonja sophie stefan stefanie stephan steffi susanne sven svenja tanja
    ada adil adrian aischa aleksandra alina amina amira anas ania anton arda arne asya ayla aylin
    azra bastian ben benjamin bilal can carina celina cem charlotte deniz derya diana dilara dilan
    dragana dragan ebru eda egzon elias elif ela emine emre enes eren esra ewa fabian farid finja
    finnja frieda gabi goran greta hakan halina hamza henri ibrahim ilona imran ines irina isabell
    ivan ivana jakob jamal jannik jannis jasmin jason jelena joel jolanta jonathan josefine julius
    kaan kamil karim karol kenan khaled kira kilian larissa layla leandro lenny leyla liam lilly
    linus linnea luis luzie maja malik malte mara marcel marcin marek marlon marvin mateo maya
    melek melina merle meryem mert mika milan mila milena mirko mohamed murat mustafa nadia nele
    nika niklas nils noah noel olli ole oliver omer paulina pawel philip pia rayan ronja sami
    samir sascha selim selin semra serkan sina sinan sophia stella svetlana tamara tarik tatjana
    levin lennard lasse jost joris mattis ida henry marla romy elias
    theo till tilda timon tina tomasz tuncay umut valentin vincent yannik yara yasin yunus zara
    zehra abdul adem agata agnieszka akif alexandra alexej aleksandr aleksander anastasia
    andrzej aneta angelika anita annegret annelie annette annemarie artur astrid axel
    aynur bahar bartosz beata benno bianca bogdan boris bożena brunhilde burkhard cemal
    christel cilli clemens concetta cosima dalia danuta detlef dilek dimitri dorota drazen dusan
    edeltraud edgar egon ekaterina eleonore elfi elfriede elvira ercan erhard erkan esad
    eugen evi fadime fatma ferhat frauke fritzi gerlinde gernot
    giovanni giuseppe goran grażyna gretel grigori gülay güler gunther günay hacer
    hamit harry hasibe hatice hayriye heiner heinke hella henning henriette hermine hilde
    hiltrud huseyin igor iris isolde ivo jaroslav jerzy jolana jörg josip jürgen
    kamila karsten kasimir kerstin krystyna larisa laurenz lenka leopold liane
    liesel lilli liselotte lubomir ludmila lutz lydia maik malgorzata małgorzata mareike
    mariam mariusz marliese marta mechthild mehmed meike mesut metin mihai milan milos mira
    miroslav nadja nasrin natalia natascha nicolas nikola nikolaus nikolai nina nuray nurten oksana
    oleg orhan ottokar pavel pelin petar piotr radek ragnhild rainer ramazan ramona
    raphael recep regine reiner resul ricarda rosalie roswitha rüdiger rudi saban
    sadik salih salvatore sanja sergej sevgi sevim sigrid siegfried sieglinde siegmund slavica
    slobodan stanislaw stjepan susanna suleyman süleyman swetlana thorsten timur tülay udo ullrich
    ulla ümit ursel vasile vesna viola vitali vladimir walli wanda
    wiebke wilfried winfried wladimir wolfram yılmaz yvonne zdenka zdravko zeki zofia
    theodor theresa therese thomas tim timo tobias tom torsten traudl traute ulrich ulrike ursula
    ute uwe valentina vanessa vera verena veronika viktor viktoria volker walburga waldemar walter
    heidrun arben mamadou xaver blessing aaliyah ferhat andrzej sepp alois resi kreszenz ludger
    gottfried ingo jörg jürg ewald siegfried sigrid siegrid reinhold reiner winfried wolfram
    hartmut helmuth henning hinrich holger ivonne yvonne jeanette katarina kerstin kirsten
    kristina lisbeth liselotte lore ludmila magda maike meike mandy marcus marko mathias
    miriam mirjam natascha nelli nikolaus norma patricia pauline ramazan raphael reinhilde
    roswitha rudi rüdiger sibylle sieglinde silvio simona stefania susi sybille thea tilman traude
    tristan ulf ulla urs ursel vinzenz vincenzo walli wanda wenke wiebke wilfried zoe
    abdul adem aishe ajla ala alaa aleksander aleksandar aliya alma almir amal
    ammar anastasia andrej andriy anita arif arjun arta artur asif ayman aziz bahar baran bashir
    beatrix besnik bilge bogdan bojana boris burak ceren dana danica danilo darius dejan denis
    dilek dmitri dunja edin edona efe ekrem elham elvira ercan erdem ergin esma farah faruk fatih
    fatmir feride filip fitim gizem gül gülay gülsen hamid hanan hatice hava
    idil igor ilias ilker inga ioana iryna ivo jafar jamila jaroslav jawad
    joanna jovan jovana katharyna khadija kübra latifa lejla leman lorena lukasz
    maher mahmoud mahmud malgorzata malika marija marjan maryam maxim medina mehdi meral
    merve milica milos miroslav mohamad mohammad muhammad mustapha nabil nadja nasrin natalia
    nazanin nebahat nermin nesrin nikola nikolai nino nour nuray nurcan oksana oleg oleh olena
    orhan özlem parwin piotr rabia radu rahel ramin rana rasha raschid rashid rifat
    rosita ruslan sabri sadia safiya sahra salim salma sanja savas seher serap
    sergej shirin sibel sila slavica sofie sonia stanislav suleyman süleyman svitlana taha
    taner tariq tatiana tigran tomislav tugba umar valeria vasil vesna viktoriia viorel vladimir
    volodymyr wassim wladimir yaren yasmina younes yusra zahra zainab zaira zeki zeynab zlatko
    zoran hedi heiner hendrik hilda jasper janna janne jarno joline jonna juna jule kalle keno
    klemens korbinian leonard levi lia lilian lola lotta lotte loris luk maila malina marieke
    mathilda matilda mats mattes merlin mirja nala neele nelly nora olivia pepe phil
    piet quirin rafael rico robin ruben sarina smilla stine svea taavi tabea tara thore thorben
    tjark toni torben vivien wim yaris yuna jona levke enno hauke heiko imke insa jelte
    waltraud werner wilhelm wilhelmine willi wilma wolfgang yasmin yusuf zeynep
    """
)
"""Given names: what follows one may be the family name („Frau Anna Berger“)."""
