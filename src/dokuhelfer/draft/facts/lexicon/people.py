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
    aaliyah aaron abdi abdul ada adam adem adil adrian agata agnes agnieszka ahmad ahmed aischa
    aishe ajla akif ala alaa albert aleksandar aleksander aleksandr aleksandra alexander alexandra
    alexej alfred ali alice alina aliya alma almir alois amadou amal amina amir amira ammar anas
    anastasia andrea andreas andrej andriy andrzej andré aneta angela angelika ania anita anja anke
    anna anne annegret annelie anneliese annemarie annette anni annika anton antonia arben arda arif
    arjun arne arta artur ashley asif astrid asya axel ayla aylin ayman aynur ayse aziz azra bahar
    bakary baran barbara bartosz bashir bastian beata beate beatrix ben benjamin bennet benno bernd
    bernhard berta besnik bettina bianca bilal bilge birgit björn blessing bogdan bojana boris bosse
    boubacar bożena brian brigitte brunhilde bruno bryan burak burkhard béla can carina carla carlo
    carlos celina cem cemal ceren chantal charlotte cheyenne christa christel christian christiane
    christina christine christoph cilli cindy clara claudia clemens concetta cornelia cosima dagmar
    dalia dana danica daniel daniela danilo danuta darius david dejan denis deniz dennis derya
    detlef diana diego dieter dietmar dilan dilara dilek dimitri dmitri doris dorota dorothea dragan
    dragana drazen dunja dusan dustin eberhard ebru eda edeltraud edgar edin edith edona eduard efe
    egon egzon ekaterina ekrem ela elena eleonore elfi elfriede elham elia eliah elias elif
    elisabeth elke ella elli elsa else elvira emil emilia emily emine emma emre enes enno enrico
    ercan erdem eren ergin erhard erich erika erkan erna ernst erwin esad esma esra esther ethan
    eugen eva evelyn evi ewa ewald fabian fadime farah farid faruk fatih fatima fatma fatmir fatou
    felix ferhat feride filip finja finn finnja fitim florian frank franz franziska frauke frida
    frieda friedrich fritz fritzi fynn gabi gabriele georg gerd gerda gerhard gerlinde gernot
    gertrud giovanni gisela giuseppe gizem goran gottfried grażyna greta gretel grigori gudrun
    gunther gustav gül gülay güler gülsen günay günter günther hacer hakan halina hamid hamit hamza
    hanan hanna hannah hannelore hannes hans harald haroun harry hartmut hasan hasibe hatice hauke
    hava hayriye hedi hedwig heidrun heike heiko heiner heinke heinrich heinz helene helga hella
    helmut helmuth hendrik henning henri henriette henrik henry herbert hermann hermine hilda hilde
    hildegard hiltrud hinrich holger horst hubert huseyin hülya ibrahim ida idil idris igor ilias
    ilker ilona ilse imke imran ines inga inge ingeborg ingo ingrid insa ioana irene irina iris irma
    irmgard iryna isabell isolde issa ivan ivana ivo ivonne jacqueline jaden jafar jakob jamal
    jamila jan jana janna janne jannik jannis jarne jarno jaroslav jasmin jason jasper jawad jayden
    jeanette jelena jelte jens jeremias jeremy jerome jerzy jessica joachim joanna joel johann
    johanna johannes jolana jolanta jolina joline jona jonas jonathan jonna jonte joris josef
    josefine josip jost jovan jovana juan jule julia julian julius juna justin jutta jörg jürg
    jürgen kaan kai kalle kamil kamila karim karin karl karl-heinz karla karol karolin karsten
    kasimir katarina katharina katharyna kathrin katja katrin kelvin kenan keno kerstin kevin
    khadija khaled kilian kim kimberly kira kirsten kjell klara klaus klemens konrad korbinian
    kreszenz kristina krystyna kurt kübra lamin larisa larissa lars lasse latifa laura laurenz
    laurin layla lea leander leandro leif lejla leman lena leni lenka lenn lennard lenny leo leon
    leonard leonie leopold levi levin levke leyla lia liam lian liane liesel lieselotte lilian lilli
    lilly lina linnea lino linus lio lisa lisbeth liselotte lola lore lorena loris lothar lotta
    lotte louis luan lubomir luca ludger ludmila ludwig luis luise luk lukas lukasz lutz luzie lydia
    mads magda magdalena maher mahmoud mahmud maik maike maila maja malgorzata malik malika malina
    lennart lenny jannik jannis yannick thorben torben hauke henrik hendrik levin jonte bosse
    matteo piet fiete tamme onno okko smilla finja merle svea tjark
    malte mamadou mandy manfred manuela mara marcel marcin marcus mareike marek margarete margot
    margret maria mariam marianne marie marieke marija marina mario marion mariusz marjan marko
    markus marla marlene marliese marlon marta martha martin martina marvin maryam mateo mathias
    mathilda mathilde matilda mats matteo mattes matthias mattis maurice max maxi maxim maximilian
    maya małgorzata mechthild medina mehdi mehmed mehmet meike melanie melek melina melvin meral
    merle merlin mert merve meryem mesut metin mia michael michaela michelle mihai mika mila milan
    milena milica milo milos mira miriam mirja mirjam mirko miroslav mohamad mohamed mohammad
    mohammed monika moritz muhammad murat musa mustafa mustapha nabil nadia nadine nadja nala nancy
    naomi nasir nasrin natalia natalie natascha nathalie nazanin nebahat neele nele nelli nelly
    nermin nesrin nico nicolas nicole nika niklas niko nikola nikolai nikolaus nils nina nino noah
    noel noemi nora norah norbert norma nour nuray nurcan nurten oksana olaf ole oleg oleh olena
    olga oliver olivia olli omar omer omid orhan oskar ottilie otto ottokar parisa parwin pascal
    patricia patrick paul paula paulina pauline pavel pawel peggy pelin pepe petar peter petra phil
    philip philipp pia piet piotr quentin quirin rabia radek radu rafael ragnhild rahel rahim rainer
    ralf ramazan ramin ramona rana raphael raschid rasha rashid rayan rebecca recep regina regine
    reiner reinhard reinhilde reinhold renate rene rené resi resul reza ricarda rico rifat rita
    robert robin roland rolf romy ronja ronny rosa rosalie rosemarie rosi rosina rosita roswitha
    roza ruben rudi rudolf ruslan ruth ryan rüdiger saban sabine sabri sabrina sadia sadik safiya
    sahra said salih salim salma salvatore sami samir samira samuel sandra sandy sanja sara sarah
    sarina sascha savas sebastian seher selim selin semra sepp serap sergej serkan sevgi sevim
    shirin sibel sibylle siegfried sieglinde siegmund siegrid sigrid sila silas silke silvia silvio
    simon simona simone sina sinan slavica slobodan smilla sofia sofie sonia sonja sophia sophie
    stanislav stanislaw stefan stefania stefanie steffi stella stephan stine stjepan suleyman
    susanna susanne susi svea sven svenja svetlana svitlana swetlana sybille süleyman taavi tabea
    taha tamara taner tanja tara tarik tariq tatiana tatjana tesfay thea theo theodor theresa
    therese thomas thorben thore thorsten tigran tilda till tilman tim timo timon timur tina tjark
    tobias tom tomasz tomislav toni torben torsten traude traudl traute tristan tugba tuncay tyler
    tülay udo ulf ulla ullrich ulrich ulrike umar umut urs ursel ursula ute uwe valentin valentina
    valeria vanessa vasil vasile vera verena veronika vesna viktor viktoria viktoriia vincent
    vincenzo vinzenz viola viorel vitali vito vivien vladimir volker volodymyr walburga waldemar
    walli walter waltraud wanda wassim wenke werner wiebke wilfried wilhelm wilhelmine willi wilma
    wim winfried wladimir wolfgang wolfram xaver yannik yara yaren yaris yasin yasmin yasmina ylva
    yonas younes yuna yunus yusra yusuf yvonne yılmaz zahra zainab zaira zara zdenka zdravko zehra
    zeki zeynab zeynep zlatko zoe zofia zoran özlem ümit
    """
)
"""Given names: what follows one may be the family name („Frau Anna Berger“)."""
