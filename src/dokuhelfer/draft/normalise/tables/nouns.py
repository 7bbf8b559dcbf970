"""Nouns of care and counselling notes, in lower case; compounds are known by their last part.

Source: own notes and templates, own knowledge of the field.
"""

from __future__ import annotations

from dokuhelfer.draft.normalise.tables import words

NOUNS = words(
    """
    abbruch abdruck abels abend abendessen abendrunde abführmittel abgabe abitur abiturs ablauf
    abläufe abnahme abruf abs absatz abschlag abschluss abschlusses abschläge abschlägen
    abschlüsse abschrift absender absicht absorber absprache absprachen abstand abstinenz
    abstrich abszess abwasch abzug achsel achseln adjektiv adresse adverbs affäre agent agentur
    aggression aggressionen ahlen ahnung ahorn akku akte akten aktenlage aktenzeichen alarm
    album alginat alimente alkohol allergie allergien alltag alternative altersrente ambulanz
    ampel amphetamin ampulle ampullen amt anamnese andacht andickungsmittel anfall anfang
    anfälle anführungsstriche anführungszeichen angabe angaben angebot angehörige angehörigen
    angehöriger angelegenheit angst ankunft anlage anlass anlauf anlaufstelle anliegen annahme
    anprall anruf anrufbeantworter anrufe anrufs ansagen anschluss ansicht ansichten ansporn
    ansprache anspruch anstalt anstoß anteil antibiose antibiotika antibiotikum antonyms antrag
    antrieb anträge anwalt anwältin anzahl anzeichen anzeige anzug apartment apfel apfelmus
    apotheke apotheker apothekerin apparat appartement appetit april arbeit arbeiter arbeitgeber
    arbeitgeberin arbeitgebers arbeitsamt arbeitsfläche arbeitsvermittler archiv arm arme armen
    armlehne armstrong art arten arthrose arznei arzneimittel arzt arztes arzthelferin asche
    aschen ascii aspirin asse assen assistenz asyl atem atemnot atemzug atemzüge atemzügen
    atmung attest attribute attributes aufenthalt aufenthaltes aufenthalts aufenthaltsort
    aufenthaltstitel auffindens aufgabe aufgaben auflage auflagen auflauf aufnahme aufnahmen
    aufprall aufrichter aufschub auftrag auftritt aufzug aug auge augen augenblick augenbraue
    augenlid augenlider august ausbildungsvertrag ausbruch ausfall ausflug ausflüge ausfuhr
    ausgabe ausgaben ausgang ausgangslage ausgleich aushilfe auskunft auskünfte auslöser
    ausnahme ausnahmen ausraster ausrufezeichen ausrufungszeichen ausrutscher aussage ausschlag
    austausch auswahl ausweis ausweises auswurf auszeit auszubildende auszubildenden auszug
    auszüge auto automat automaten autos azubi azur baby bad bahn bahnhof balance balkon ball
    ballen banane bananen band bandage bandagen bank barriere barrieren bart base batterie
    batterien bauch bauchweh baum beamer beamte beamter beamtin beatmungsgerät becher becherchen
    beck becken beckengurt bedarf bedarfsmedikament bedenkzeit beet beete befund befunde beginn
    begleitpersonen behandlungen behörde behörden behördengänge beilage bein beine beinen beins
    beisein beistelltisch beiträge belag belastungen beleg beleidigungen belohnung belohnungen
    beläge bemühungen beobachtungen berater beraterin beratungen beratungschat beratungsstelle
    bereitschaft bereitschaftsarzt bereitschaftsdienst bericht berichte berichterstatter
    berichterstatterin berlin beruf beruhigungsmittel bescheid bescheide bescheinigungen
    beschluss beschwerden beschäftigungsverbot besonderheit besonderheiten besteck besuch
    besucher betrag betreff betreuer betreuerin betreuerinnen betreuungsgericht betreuungskraft
    betrieb betriebe betriebsarzt betriebskosten beträge bett betten bettgalgen bettkante
    bettlaken bettnachbar bettzeit betäubungsmittel beule beulen beutel beweis bewerbungen
    bewohner bewohnerin bewohnerinnen bewohnern bewohners bewusstlosigkeit bewusstsein
    bewährungshelfer bewährungshelferin bezeichnungen beziehungen bezug bibel bier biere bilanz
    bild bilder bildern bildschirm binde bindestrich bingo birkenweg birne birnen biss bisse
    bissen blase blasen blatt blister bluetooth blume blumen blumenkohl bluse blusen blut
    bluterguss blutspuren blutverdünner blässe blödsinn boden bogen bohnen bonbon bons
    bordsteinkante borke botschaft botschaften bouillon box brand brandt braten brei breite
    bremse bremsen bremshebel brett brezel brief briefe briefkasten briefmarke brille brillen
    brocken brokkoli broschüre brot brote bruch bruder brunnen brust brustkorb brötchen brüche
    brüder brühe buch buchhalterin budget bundes bus busfahrt bushaltestelle butter bußgelder
    bäcker bäckerei bäder bälle bänder bänke bäume böden bögen bücher bücherei büchse bürger
    bürgeramt bürgersteig büro büros büschen cache cafe cafeteria café cannabis cappuccino
    caritas casino celsius cent center cents charts chat chef chefin chips chirurg chirurgie
    chirurgin chor chosen clients codes cola computer computerspiele computerspielen cornflakes
    cortison couch couchtisch cousin cousine cover creditreform creme cremes croissant cuff dach
    dachdecker dame damen dankeschön dari darlehen darm daten datum dauer dauerauftrag daumen
    deadline decke deckel decken dekubitus delle demenz depp depression depressionen
    desinfektionsmittel dessert detail dezember diabetes diabetiker diagnose diagnosen diakonie
    dialyse diarrhö dickungsmittel dieb diebin diebstahl diele dienst dienstag dienste
    dienstende dienstes dienstwagen dienstzimmer diktat diktate diktats dimensionen ding dinge
    dipl diplom diskussion dispenser dispo dissens diät doktor doktorin doku dokumente
    dolmetscher dolmetscherin domain donnerstag doppelpunkt dorf dose dosen dosett dosis double
    doubles dragee dragees draht drainage drinks drittel drogen druck drucker druckstelle
    druckstellen duisburg durcheinander durchfall durchgang durchgänge durchmesser durst
    duschbad dusche e-mail eads eber echo ecke ecken ehepaar ehrenamtliche ehrens ei eier
    eigeninitiative eigenschaft eigentümer einbrecher eindruck einfuhr eingang einkauf einkommen
    einkäufe einlage einlagen einlauf einnahme einnahmen einriss einsatz einsicht einspruch
    einstieg einsätze eintopf eintrag einträge einvernehmen einzug eis eiter eiweiß ekg ekzem
    elaborates elektriker elfe eliquis elle eltern elternabend empfang ende endes energie enkel
    enkelin entscheid entscheidungen entwurf entzug entzugserscheinungen entzündungen epilepsie
    equipment erachtens erbrochenes erbsen erdbeere erdbeeren erde ereignis ereignisses erfolg
    erfolge ergotherapeut ergotherapeutin erhalt erinnerungen eritrea erlass ersatz
    erscheinungen erwerbstätigkeit erzieher erzieherin erziehungsbeistand espresso esstisch
    etage etiketten euro euros experte expertin exponent exsudat fachbereich fachwissen faden
    fahne fahrer fahrerin fahrrad fahrt fakt fall fallmanager fallmanagerin falte falten familie
    familien familienstand farbe farben faust fazit features feb februar fehler feier feierabend
    feiertag feld fell fenster ferien ferienlager fernseher ferse fersen feuer feuerlöscher
    feuerwehr fibrin fieber fieberkurve filiale finanzamt finanzen finder finger fingerkuppe
    fingern firma firmen fisch fische fistel fitnessstudio flasche flaschen fleck fleckchen
    flecke flecken fleisch fliesen fluid flur flure fläche folge folie forelle form formen
    formular formulare foto fotos foyer frage fragezeichen fragment fraktur frakturen frau
    frauen freibetrag freibetrags freibeträge freitag freizeit frequenz fresubin freude freund
    freunde freundin frikadelle frikadellen friseur friseursalon frist fristen frisur frisör
    front frühling frühstücks futter future fuß fußbad fußrücken fußsohle fußstütze fußstützen
    fußweg fäden fälle fäuste füße füßen gabe gabel gang garage garantiefonds garderobe gardine
    gardinen garten gartentür gas gast gatte gattin gaumen gaze gebet gebiss geburt geburtstag
    gebühr gedanken gedankenstrich geduld gedächtnistraining gefahr gefäß gefühl gegenstand
    gegenwart gehalt gehhilfen gehtraining gehwagen gehweg gelatine geld geldautomat
    geldautomaten geldbörse geldmangel geldstrafe gelegenheit gelenk gelenke gelenkschmerzen
    gelkissen gelände geländer gemeinschaftsleben gemüse gemüt genossenschaft genossenschaften
    gericht gerichts gerichtsverfahren gerichtsvollzieher gerichtsvollziehers german geruch
    geruchs gerät geräte geräusch gesamtforderungen gesamtkosten gesamtsumme gesang geschehens
    geschenk geschenke geschichte geschichten geschirr geschirrspüler geschoss geschrei
    geschwister geschäft geschäfte gesicht gespräch gespräche gesprächs gestell gesundheit
    gesundheitsamt gesäß getränk getränke getränkewagen gewalt gewicht gewichts gewichtsverlust
    gewitter gewohnheit gips gitarre gitter glas glasscherbe glastür glatteis gleis gläser
    gläubiger gläubigerin gläubigerinnen gläubigern glück goethe gramm gras griff griffe
    grimasse grippe grund gruppe gruppen gruppenleiterin gruß gräten größe gründe grüße gulasch
    gummistopper gurke gurken gurt gurte gutachten gutachter gutachterin gymnasium gymnastik
    gänsefüßchen gäste götterspeise gürtel haar haare haferflocken haft hahn haken halle hals
    halskrause halsweh haltestelle hand handballen handfläche handflächen handlauf handrücken
    handteller handtücher handwerker handwerkskammer handy handys handzeichen hang hangs happen
    harn harnröhre haschisch haus hause haushalte hausmeisterin haustier haustür haut hautlappen
    hautriss header hebamme heck hecke hefe heft hefte heide heim heimat heimleiter heimleiterin
    heimplatz heimweh heizkörper held helfer helferin hemd hemden herbst herd hergang heroin
    herr herren herrn herz herzschrittmacher hilfe hilfen hilferuf hilferufe hinblick hinterkopf
    hintern hinweis hirnen hits hitze hobby hochdruck hochzeit hocker hof hofstetter holz honig
    horizont hornhaut hort hose hosen hub huhn hund hunde hundes hunger hut hydrokolloid
    hypothesen hähnchen hälfte hämatom hämatome hämorrhoiden hände händen häppchen höhe höhle
    hörnchen hübe hüft hüfte hüften hühnchen idee ideen imbiss impuls impulse inder indices
    infarkt infekt infekte infektionszeichen influenza info infos infusion infusionen inhalator
    inhalt inhalte initials inkasso inkontinenz inkontinenzmaterial innenhof inobhutnahme
    insolvenz insuffizienz insulin insuline insulinpen interesse interessen interface internet
    internist intimbereich irrtum jacke jacken jahr jahre jahren jahres jahresende jalousie
    januar job jobcenters jobs jochen joghurt joghurts joint joints journal juckreiz jugendamt
    jugendamts jugendherberge juli juni jurist kabel kabul kaffee kakao kalender kalorien kamera
    kamm kampf kanada kanne kannen kante kanten kantine kanüle kapelle kapsel kapseln karotte
    karotten karte karten kartoffel kartoffeln kasse kassel kassenbon kategorie kater katheter
    katze katzen kefir keil keim keks kekse keller kerze kerzen kiefer kiel kilo kilos kind
    kinder kindern kindertagesstätte kinderwagen kindes kinds kinn kirche kirsche kirschen
    kissen kiste kita kittel klammer klammern klamotten klasse klassen klassenfahrt klausur
    klavier kleber kleid kleider kleiderkammer kleingeld kleinzeh klemme klient klienten
    klientin klingel klingelmatte klingelschnur klinik kliniken klinikum klinke klistier klo
    klumpen klöße knall knie knies knochen knopf knöchel knöcheln knöchels knödel knöpfe knöpfen
    koffer kohlrabi kokain koks koliken kollaps kolleg kollege kollegen kollegin kolleginnen
    kollegium kolostomie komma kommastelle kommode kompetenzen kompott kompresse kompressen
    kompression konferenz konflikt konflikte konflikten konsens konsequenz konsum kontakt
    kontakte kontakts konten kontext konto kontostand kontrolle kontrollen kontrollgänge kopf
    kopfende kopfhaut kopfhörer kopfschütteln kopfweh kopie kopien kopierer korken korrektur
    korridor korsett kortison kost kosten kostform kot krach kraft kragen kram krampf
    krankenwagen kratzer kratzspuren krebs kredit kredite kreislauf kreuz krise krisen kruste
    krämpfe krätze kräutertee krücke krücken krümel kuchen kugelschreiber kumpel kunde kundin
    kurs kurse kurzzugbinden kälte käse kästchen köpfe küche küchen kühlakkus kühlelement
    kühlpack kürzel labor labortest ladung lage laken laminat lampe lampen land lappen lasagne
    latschen laub laufrate laufstrecke laune layout leasing lebensbereich lebensbereiche
    lebensgefährte lebensgefährtin lebenslauf lebenszeichen lehrer lehrerin lehrstelle leine
    leiste leistengegend leiter leitstelle lende lessing letter letters leute leuten licht
    lichtschalter lieblings lied lieder lieferant liege lift lifter limit limo limonade
    lindenhof linie linien link linoleum linsen lippe lippen liste listen liter litern lobby
    logopäde logopädie logopädin lohn lotion luder luft luftnot luftröhre lunge lust länder
    länge lärm läufer läuse löffel lösung made magen mahnschreiben mai mail mailbox mails main
    mama management mandarine mandarinen mann mannes manschette mantel mappe mappen marcumar
    marihuana markt marmelade maschine maske masken mathe mathematik matratze matte maus maximum
    maße maßnahme maßnahmen medien medikament medikamente medikamenten medizin mediziner meeting
    meetings meier meister melone melperon menge mengen mensch menschen messer metall meter
    metern methadon meyer miete mieten mietzins migräne mikrowelle milch milliarde milliarden
    millimol million millionen mimik mine minijob minimum minute minuten mist mitarbeit
    mitarbeiter mitarbeiterin mitbewohner mitbewohnerin mitbewohners mitnahme mitschüler mittag
    mittagessen mitte mittwoch mobbing mobilfunk modell modells moderator moderatorin module
    moment momente moments monat monate monaten monats monatsende montag monteur morphin
    morphium movicol mull mund musik muskel muskeln mutter mutti mädchen mädel mängel männer
    mäntel märz möbel möhre möhren müll müller münze münzen müsli mütter mütze nachbar nachbarin
    nachbarn nachhilfe nachmittag nachname nachricht nachrichten nacht nachtisch nachtrag
    nachtrunde nachträge nachtschichten nachttisch nachtwache nachweis nachweise nachzug nacken
    nadel nadeln nagel naht name namen napf narbe narben narkose nase nasenbluten nasszelle
    neffe nekrose nekrosen netzwerk neustart nichte niere nieren nikotin nische niveau
    nominative nord notar notarin note noten notiz notruf notstand nov novalgin novaminsulfon
    november nudeln nummer nächte nägel nähte oberarm oberkörper obst oden ofen office offset
    ohnmacht ohr ohren ohrfeige oktober oma omelett omnibus onkel onkels opa opfer opiat opiate
    orange orangen ordner original ort orte orthese orthopäde orthopädin osteoporose ostern oğuz
    paket paketbote panik panikattacke panikattacken pantoffel pantoffeln papa papier papiere
    papierkorb pappe paprika paracetamol paragraf paragraph pardon park parkett parkinson
    partner partnerin partners parts pass passes paste patient patienten patientin pause pausen
    pausenhof pavillon pen penicillin pens perfusor person personals personen pfanne pfarrer
    pfeffer pfeife pfeil pfingsten pflaster pflaume pflaumen pflege pflegebad pflegegrad
    pflegehelferin pfleger pflegerin pflicht pforte pfütze pfützen phase phrase physio
    physiotherapeut physiotherapeutin pickel pille pillen pilz pilze pipette pizza plan plans
    plastik platz platzverweis pläne plätzchen plätze po police polizei polizeirevier polizist
    polizisten polizistin pommes pool popo port portal portemonnaie post postfach praktikant
    praktikanten praktikantin praktikum praline pralinen praxen praxis preise presse prinzip
    pritsche probe proben problem probleme procedere produkte prof profession professor
    professorin prognose promille prophylaxe protektor protektoren protestant prothesen
    protokoll protokolle prozent prozess präparat präsenz psychiater psychiaterin psychopharmaka
    pulli pullover puls pulses pulver pumpe pumpen punkte pupillen puzzle pyjama pässe püree
    qualm quarantäne quark quarkspeise quartal quecksilber quiz quotient rachen rad radio radler
    ramipril rampe rand rasen rasierer rate ratenkauf ratenkäufe ratenkäufen rates rating rauch
    raucher rauchmelder raum rausch rechner rechtsfragen rechtsmittel redon regal regale regel
    regeln regen region reha reichweite reifen reihenfolge reis rente rentner reparatur reserve
    ressource ressourcen rest restaurant reste resultat rettungswagen reviews rezept rezepte
    rheuma richter richterin rille rinde ring ringer rippe rippen risiko risikomatrix ritter
    ritual rock rohr rollator rollatoren rolli rollladen rollläden rollo rosenkranz rotkohl
    rucksack rufbereitschaft ruhe rumpf rums runde runden rundfunk rundfunkbeitrag rundgänge
    räder rädern ränder rätsel räume räumungsklage röcke röhrchen röntgen rösner röte rötung
    rückblick rücken rückenlehne rückfahrt rückfalls rückfragen rückkehr rücklage rückmelden
    rückruf rückstand rückstände rückzug rührei saal sachbearbeiterin sache sachen sachschaden
    sachschäden saft sahne salat salate salbe salben salz samstag sand sandalen sanduhr satz
    sauce sauerkraut scan schaden schaft schal scham schatz schaum scheibe scheiben schein
    scheine schema schemel scherben schere scheren schicht schiene schienen schild schimmel
    schinken schlaf schlafmangel schlafmittel schlafsack schlag schlange schlauch schleife
    schleim schleimhaut schloss schluck schlucke schluss schläfchen schläfe schläfen schläge
    schlägen schlückchen schlüssel schlüsselbund schmarren schmerz schmerzen schmerzes
    schmerzmittel schmidt schnaps schnee schnelltest schnitt schnitzel schnupfen schnur
    schokolade schorf schorle schrank schreck schrei schreibtisch schreie schrift schritt
    schritte schräglage schränke schröder schublade schufa schuh schuhe schuhen schuhwerk
    schulbus schuld schulden schuldner schule schulen schulhof schulranzen schulter schultern
    schulweg schuppen schutz schwachsinn schwager schwagers schwangerschaft schweinefleisch
    schweiß schwester schwestern schwimmbad schwäche schwächen schwägerin schädel schüler
    schülerin schürze schüssel schüsseln schüttelfrost sechsen seelsorger seelsorgerin sees
    segment segments sehne seife seite seiten seitenteile sekret sekretariat sekretärin sekt
    sekunde sekunden selbstmord semikolon semmel sensor sensormatte sept september serbien
    server service serviette servietten sessel sets sex shunt sicht siegel silikon silvester
    simvastatin sinfonie singular sirup sitz sitze skala skat socke socken sofa sohle sohn
    sohnes sommer sommerfest sonde sonden sonnabend sonne sonntag sonntagabend sorge sozialamt
    sozialarbeiterin soße spaghetti spandau spans spargel spaß speichel speiseröhre speisesaal
    sperre spiegel spiegelei spiel spiele spielhalle spielhallen spinat splitter sport
    sportwetten sprache sprachen sprachmittler sprachmittlerin spray sprays springer spritze
    sprudel spucke spätzle staatsanwaltschaft stadium stadt stammtisch stands starters starts
    stecker stein steine steiß stelle stellen stellungnahme stempel stern steuer steuern stgb
    stichworte stiefel stift stifte stimmungslage stirn stock stoff stoma stopper strategie
    strategien straße straßen strecke streichhölzer streife streit streitereien streitpunkt
    strichpunkt strohhalm strom stromanbieter strudel strumpf strümpfe strümpfen stube student
    studentin studium stufe stufen stuhl stuhllehne stunde stunden stundennachweise sturz
    sturzes stärke stärken stöcke stöße stück stücke stühle stündchen stürze substanzen suffix
    suizid summe superabsorber superlative supervision suppe suppen supports swing symbol
    symbols symptome syndrom synkope synonyms syrien säfte sätze säugling söhne süd tablet
    tablett tablette tabletten tabletts tafel tag tage tagen tagesstruktur tagesstätte tags
    talks tamponade tand tante tanz tasche taschen tasse tassen tastatur taxi team teams technik
    techniker tee teich teil teile teilnahme teilnehmer teilnehmerinnen teilzeit telefon
    telefonat telekom teller temperatur temperaturanstieg temperaturen teppich teppiche
    teppichkante termin terminen terrasse test tetanus texts theater thema themen thermostat
    these thorax thrombose thrombosespritzen ticket tiefe tier tiere tigrinya tisch tische
    tischnachbar titel toast toaster tochter tod toilette toiletten tomate tomaten ton tone topf
    tor torte tour training transfer transparenz transponder trapez traube trauben trauer traum
    treffpunkt treppe treppen treppensteigen tresor trochanter trockner tropf tropfen träger
    trägers tränen träume tuch tupfer turnhalle type täter täterin töchter töpfe tüchern tür
    türe türen tüte tüten uhr ukraine ulcus ultraschall umfang umgang umlauts umschlag umschläge
    umzug umzugs unfall union unruhe unsinn unterarm unterarmgehstützen untergeschoss unterhemd
    unterhose unterkiefer unterkunft unterkünfte unterlage unterlagen unterlippe unterricht
    unterschrift unterschriften unterseite unterzeichner update urenkel urin urinkontrollen
    urkunde urkunden urlaub urologen urostomie ursache urteil vakuum valium vanille vater vaters
    ventilator verantwortlichkeit verb verband verbandes verbandsschere verbindlichkeiten verbot
    verbote verbrennungen verbs verbände verein verfahren verfahrensbeistand verfasser
    verfasserin vergangenheit vergesslichkeit vergleich vergleiche verhandlungen verkäuferin
    verlauf verletzungen verlust verluste vermerk vermieter vermieterin vermieters
    vermisstenanzeige vermögensauskunft vernebler verneinungen versand verschriftlichen
    versicherungen versorger versorgers versprecher versuch versuchs vertrag vertreter verträge
    verwandte verwandtschaft verweis verwirrtheit verzug verzugszinsen veränderungen vesper
    video videos visite visum vodafone vogel vollbad vollmacht vollmachten vollzeit vorderrad
    vordruck vorfall vorgabe vorgang vorgehen vorgeschichte vorhang vorhänge vorkommnisses
    vorlage vorlagen vormittag vormittagsrunde vormund vormundin vorname vorrat vorraum vorsatz
    vorschlag vorschläge vorschuss vorstand vorwoche väter vögel waage wade waden waffel waffeln
    wagen wagner wahl wahn wald walnuss wange wangen wanne warteschleife warze waschlappen
    waschmittel wasser wasserschaden wc weber wechsel wechsels wecker wegfall weihnachten weile
    wein weise weitergabe weißbier wellensittich welt werkstatt werkstätten werktag wert werte
    werten wetter wickel widerspruch widerspruchs wiedervorlage wiese wind winde windel windeln
    windows winkel winter wirbel wirbelsäule wissens witwe witwenrente witwer witz witze woche
    wochen wochenende wochenenden wochentag wodka wohlbefinden wohnbereich wohnform
    wohngeldstelle wohnort wohnungsamt wort worte worten wortes wunde wunden wundfläche
    wundmanagerin wunsch wurst wurzel wut wärme wäsche wäscherei wörter wünsche würstchen zahl
    zahn zahnbürste zahnfleisch zahnweh zaun zeh zehe zehen zehntel zeile zeit zeitaufwand
    zeiten zeitpunkt zensur zertifikat zettel zeug zeuge zeugen zeugin zeugnisses ziegen ziel
    ziele zielen zigarette zigaretten zigarre zimmer zimmers zinkpaste zinsen zitat zitats zoff
    zubettgehen zucker zuckers zug zugang zuhause zukunft zunahme zunge zusage zusammenhang
    zuspruch zustand zwieback zwiebel zwiebeln zwischenablage zähne zäpfchen ämtern ängste äpfel
    ärmel ärzte ärzten ärztin äthiopien überblick übergabe übergaben übernahme überschrift
    übersetzer übersetzerin übersetzers übersicht übung
    """
)

NO_HEADS = words(
    """
    ahlen akte akten arme armen arten asche aschen asse assen atem attest auge augen bier biere
    blasen eber ecke ecken eier eiter elfe erfolge farben folge form formen halle haut heide
    inder kante kanten lage letter liege niere nieren nähte obst ohren orte rachen rasen rate
    rates reifen rente ring runde runden rücken schere scheren spiele stern steuern tags tand
    tante teile tier tiere verwandte warze weise winde windeln witze worte wärme ärzte ärzten
    """
)
"""Nouns that other words end in as well („freier“, „terminiere“): no compound is known by them."""

NO_NOUNS = words(
    """
    durchaus insgeheim geschwind heutzutage privater lauthals offenbart allerhand kurzerhand
    überhand derzeit seinerzeit allezeit zurzeit jederzeit zweidrittel umgehend zuzeiten
    vonseiten seitens aufgrund anhand anstatt zuliebe diesseits jenseits unumwunden weiland
    mithilfe zufolge infolge weltweit zeitweise teilweise stufenweise jedermann einerseits
    andererseits dienstags freitags montags mittwochs donnerstags samstags sonntags wochentags
    werktags halbtags ganztags feiertags tagtäglich zurücklassen frühstücke weigern jung
    blutjung verbrauch antworten
    """
)
"""End in a noun and are none."""
