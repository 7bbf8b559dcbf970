"""Nouns of care and counselling notes, in lower case; compounds are known by their last part.

Source: own notes and templates, own knowledge of the field.
"""

from __future__ import annotations

from dokuhelfer.draft.normalise.tables import words

NOUNS = words(
    """
    abbruch abdruck abels abend abendessen abendrunde abführmittel abgabe abitur abiturs ablauf
    abläufe abnahme abruf abs absatz abschlag abschluss abschlusses abschläge abschlägen
    abschlüsse abschrift absicht absprache abstand abstinenz abstrich abszess abwasch abzug
    achsel achseln adjektiv adresse adverbs affäre agent agentur aggression aggressionen ahlen
    ahnung ahorn akku akte akten aktenzeichen alarm album alginat alimente alkohol allergie
    allergien alltag altersrente ampel amphetamin ampulle ampullen amt anamnese andacht
    andickungsmittel anfall anfang anfälle anführungsstriche anführungszeichen angabe angaben
    angebot angehörige angehörigen angehöriger angelegenheit angst ankunft anlage anlass anlauf
    anlaufstelle anliegen annahme anprall anruf anrufbeantworter anrufe anrufs anschluss ansicht
    ansichten ansporn ansprache anspruch anstoß anteil antibiose antibiotika antibiotikum
    antonyms antrag antrieb anträge anwalt anwältin anzahl anzeichen anzug apartment apfel
    apfelmus apotheke apotheker apothekerin apparat appartement appetit april arbeit arbeiter
    arbeitgeber arbeitgeberin arbeitgebers arbeitsamt arbeitsvermittler arm arme armen armlehne
    armstrong art arten arthrose arznei arzneimittel arzt arztes arzthelferin asche aschen ascii
    aspirin asse assen assistenz asyl atem atemnot atemzug atemzüge atemzügen atmung attest
    attribute attributes aufenthalt aufenthaltes aufenthalts aufenthaltsort aufenthaltstitel
    auffindens aufgabe aufgaben auflage auflagen auflauf aufnahme aufnahmen aufprall aufrichter
    aufschub aufzug aug auge augen augenblick augenbraue augenlid augenlider august ausbruch
    ausfall ausflug ausflüge ausfuhr ausgabe ausgaben ausgang ausgangslage aushilfe auskunft
    auskünfte auslöser ausraster ausrufezeichen ausrufungszeichen ausrutscher ausschlag
    austausch auswahl ausweis ausweises auswurf auszeit auszubildende auszubildenden auszug
    auszüge auto automat automaten autos azubi azur baby bad bahn bahnhof balance balkon ball
    banane bananen band bandage bandagen bank barriere barrieren bart base batterie batterien
    bauch bauchweh baum beamer beamte beamter beamtin beatmungsgerät becher becherchen beck
    becken beckengurt bedarf bedenkzeit beet beete befund befunde beginn begleitpersonen
    behandlungen behörde behörden beilage bein beine beinen beins beisein beistelltisch beiträge
    belag belastungen beleg beleidigungen beläge beobachtungen berater beraterin beratungen
    beratungsstelle bereitschaft bereitschaftsarzt bereitschaftsdienst bericht berichte
    berichterstatter berichterstatterin berlin beruf beruhigungsmittel bescheid bescheide
    bescheinigungen beschluss beschwerden besonderheit besonderheiten besteck besuch besucher
    betrag betreff betreuer betreuerin betreuerinnen betreuungskraft betrieb betriebe
    betriebsarzt betriebskosten beträge bett betten bettgalgen bettkante bettlaken bettnachbar
    betäubungsmittel beule beulen beutel beweis bewerbungen bewohner bewohnerin bewohnerinnen
    bewohnern bewohners bewusstlosigkeit bewusstsein bezeichnungen bezug bibel bier biere bilanz
    bild bilder bildern bildschirm binde bindestrich bingo birkenweg birne birnen biss bisse
    bissen blase blasen blatt blister bluetooth blume blumen blumenkohl bluse blusen blut
    bluterguss blutspuren blutverdünner blässe blödsinn boden bogen bohnen bonbon bons borke
    bouillon box brand brandt braten brei breite bremse bremsen bremshebel brett brezel brief
    briefe briefkasten briefmarke brille brillen brocken brokkoli broschüre brot brote bruch
    bruder brunnen brust brustkorb brötchen brüche brüder brühe buch buchhalterin budget bundes
    bus busfahrt bushaltestelle butter bußgelder bäcker bäckerei bäder bälle bänder bänke bäume
    böden bögen bücher bücherei büchse bürger bürgeramt bürgersteig büro büros büschen cache
    cafe cafeteria café cannabis cappuccino caritas casino celsius cent center cents charts chat
    chef chefin chips chirurg chirurgin chor chosen clients codes cola computer computerspiele
    computerspielen cornflakes cortison couch couchtisch cousin cousine cover creditreform creme
    cremes croissant cuff dach dachdecker damen dankeschön dari darlehen darm daten datum dauer
    dauerauftrag daumen deadline decke deckel decken dekubitus delle demenz depp depression
    depressionen desinfektionsmittel dessert detail dezember diabetes diabetiker diagnose
    diagnosen diakonie dialyse diarrhö dickungsmittel dieb diebstahl diele dienst dienstag
    dienste dienstes dienstwagen diktat diktate diktats dimensionen ding dinge dipl diplom
    diskussion dispenser dispo dissens diät doktor doktorin doku dokumente dolmetscher
    dolmetscherin domain donnerstag doppelpunkt dorf dose dosen dosett dosis double doubles
    dragee dragees draht drainage drinks drittel drogen druck drucker druckstelle druckstellen
    duisburg durcheinander durchfall durchgang durchgänge durchmesser durst duschbad dusche
    e-mail eads eber echo ecke ecken ehepaar ehrens ei eier eigeninitiative eigentümer
    einbrecher eindruck einfuhr eingang einkauf einkommen einkäufe einlage einlagen einlauf
    einnahme einnahmen einriss einsatz einsicht einspruch eintopf eintrag einträge einvernehmen
    einzug eis eiter eiweiß ekg ekzem elaborates elektriker elfe eliquis elle eltern empfang
    ende endes energie enkel enkelin entscheid entscheidungen entwurf entzug entzündungen
    epilepsie equipment erachtens erbrochenes erbsen erdbeere erdbeeren erde ereignisses erfolg
    erfolge erhalt erinnerungen eritrea erlass ersatz erwerbstätigkeit erzieher erzieherin
    erziehungsbeistand espresso esstisch etage euro euros exponent exsudat fachbereich
    fachwissen faden fahne fahrer fahrerin fahrrad fakt fall fallmanager fallmanagerin falte
    falten familie familien familienstand farbe farben faust fazit features feb februar fehler
    feier feierabend feiertag feld fell fenster ferien ferienlager fernseher ferse fersen feuer
    feuerlöscher feuerwehr fibrin fieber fieberkurve finanzamt finanzen finder finger
    fingerkuppe fingern firma firmen fisch fische fistel fitnessstudio flasche flaschen fleck
    fleckchen flecke flecken fleisch fliesen fluid flur flure folge folie forelle form formen
    formular formulare foto fotos foyer frage fragezeichen fragment fraktur frakturen frau
    frauen freibetrag freibetrags freibeträge freitag freizeit frequenz fresubin freude freund
    freunde freundin frikadelle frikadellen friseur friseursalon frist fristen frisur frisör
    front frühling frühstücks futter future fuß fußrücken fußsohle fußstütze fußstützen fußweg
    fäden fälle fäuste füße füßen gabe gabel gang garage garantiefonds garderobe gardine
    gardinen garten gartentür gast gatte gattin gaumen gaze gebet gebiss geburt geburtstag
    gebühr gedanken gedankenstrich geduld gedächtnistraining gefahr gefäß gefühl gegenstand
    gegenwart gehalt gehhilfen gehtraining gehwagen gehweg geld geldbörse geldmangel geldstrafe
    gelegenheit gelenk gelenke gelenkschmerzen gelkissen gelände geländer gemeinschaftsleben
    gemüse gemüt genossenschaft genossenschaften gericht gerichts gerichtsverfahren
    gerichtsvollzieher gerichtsvollziehers german geruch geruchs gerät geräte geräusch
    gesamtforderungen gesamtkosten gesamtsumme gesang geschehens geschenk geschenke geschichte
    geschichten geschirr geschirrspüler geschoss geschrei geschwister geschäft geschäfte gesicht
    gespräch gespräche gesprächs gesundheit gesundheitsamt gesäß getränk getränke gewalt gewicht
    gewichts gewichtsverlust gewitter gewohnheit gips gitarre gitter glas glasscherbe glastür
    glatteis gleis gläser gläubiger gläubigerin gläubigerinnen gläubigern glück goethe gramm
    gras griff griffe grimasse grippe grund gruppe gruppen gruppenleiterin gruß gräten größe
    gründe gulasch gurke gurken gurt gurte gutachten gutachter gutachterin gymnasium gymnastik
    gänsefüßchen gäste götterspeise gürtel haar haare haferflocken haft hahn halle hals
    halskrause halsweh haltestelle hand handballen handfläche handlauf handrücken handteller
    handtücher handwerker handwerkskammer handy handzeichen hang hangs happen harn harnröhre
    haschisch haus hause hausmeisterin haustier haustür haut hautriss header hebamme heck hecke
    hefe heft hefte heide heim heimat heimleiter heimleiterin heimplatz heimweh heizkörper held
    helfer hemd hemden herbst herd hergang heroin herr herren herrn herz herzschrittmacher hilfe
    hilfen hilferuf hilferufe hinblick hinterkopf hintern hinweis hirnen hits hitze hobby
    hochdruck hochzeit hocker hof hofstetter holz honig horizont hornhaut hort hose hosen hub
    huhn hund hunde hundes hunger hut hydrokolloid hypothesen hähnchen hälfte hämatom hämatome
    hämorrhoiden hände händen häppchen höhe höhle hörnchen hübe hüft hüfte hüften hühnchen idee
    ideen imbiss impuls impulse inder indices infarkt infekt infekte influenza info infos
    infusion infusionen inhalator inhalt inhalte initials inkasso inkontinenz
    inkontinenzmaterial innenhof inobhutnahme insolvenz insuffizienz insulin insuline insulinpen
    interesse interessen interface internet internist intimbereich irrtum jacke jacken jahr
    jahre jahren jahres jahresende jalousie januar job jobcenters jobs jochen joghurt joghurts
    joint joints journal juckreiz jugendamt jugendamts juli juni jurist kabel kabul kaffee kakao
    kalender kalorien kamm kampf kanada kanne kannen kante kanten kantine kanüle kapelle kapsel
    kapseln karotte karotten karte karten kartoffel kartoffeln kasse kassel kassenbon kategorie
    kater katheter katze katzen kefir keim keks kekse keller kerze kerzen kiefer kiel kilo kilos
    kind kinder kindern kindertagesstätte kinderwagen kindes kinds kinn kirche kirsche kirschen
    kissen kita kittel klammer klammern klamotten klasse klassen klassenfahrt klausur klavier
    kleber kleid kleider kleingeld kleinzeh klemme klient klienten klientin klingel klingelmatte
    klinik klinikum klistier klo klumpen klöße knall knie knies knochen knopf knöchel knöcheln
    knöchels knödel knöpfe knöpfen koffer kohlrabi kokain koks koliken kollaps kolleg kollege
    kollegen kollegin kolleginnen kollegium kolostomie komma kommastelle kommode kompetenzen
    kompott kompresse kompressen kompression konferenz konflikt konflikte konflikten konsens
    konsequenz konsum kontakt kontakte kontakts konten kontext konto kontrolle kontrollgänge
    kopf kopfende kopfhaut kopfschütteln kopfweh kopie kopien kopierer korken korrektur korridor
    korsett kortison kost kosten kostform kot krach kraft kragen kram krampf krankenwagen
    kratzer kratzspuren krebs kredit kredite kreislauf kreuz krise krisen kruste krämpfe krätze
    kräutertee krücke krücken krümel kuchen kugelschreiber kumpel kunde kundin kurs kurse
    kurzzugbinden kälte käse kästchen köpfe küche küchen kühlakkus kühlelement kühlpack kürzel
    labor ladung lage laken laminat lampe lampen land lasagne latschen laub laufstrecke laune
    layout leasing lebensbereich lebensbereiche lebensgefährte lebensgefährtin lebenslauf
    lebenszeichen lehrer lehrerin lehrstelle leine leiste leistengegend leiter leitstelle lende
    lessing letter letters leute leuten licht lichtschalter lieblings lied lieder lieferant
    liege lift lifter limit limo limonade lindenhof linie linien link linoleum linsen lippe
    lippen liste listen liter litern lobby logopäde logopädie logopädin lohn lotion luder luft
    luftnot luftröhre lunge lust länder länge lärm läufer läuse löffel lösung made magen
    mahnschreiben mai mail mailbox mails main mama management mandarine mandarinen mann mannes
    manschette mantel mappe mappen marcumar marihuana markt marmelade maschine maske masken
    mathe matratze maus maximum maße maßnahme maßnahmen medien medikament medikamente
    medikamenten medizin mediziner meeting meetings meier meister melone melperon menge mengen
    mensch menschen messer metall meter metern methadon meyer miete mieten mietzins migräne
    mikrowelle milch milliarde milliarden millimol million millionen mimik mine minijob minimum
    minute minuten mist mitarbeit mitarbeiter mitarbeiterin mitbewohner mitbewohnerin
    mitbewohners mitnahme mitschüler mittag mittagessen mitte mittwoch mobbing mobilfunk modell
    modells moderator moderatorin module moment momente moments monat monate monaten monats
    monatsende montag monteur morphin morphium movicol mull mund musik muskel muskeln mutter
    mutti mädchen mädel mängel männer märz möbel möhre möhren müll müller münze münzen müsli
    mütter mütze nachbar nachbarin nachbarn nachhilfe nachmittag nachname nachricht nachrichten
    nacht nachtisch nachtrag nachtrunde nachträge nachtschichten nachttisch nachtwache nachweis
    nachzug nacken nadel nadeln nagel naht name namen napf narbe narben narkose nase nasenbluten
    nasszelle neffe nekrose netzwerk neustart nichte niere nieren nikotin nische niveau
    nominative nord notar notarin note noten notiz notruf notstand nov novalgin novaminsulfon
    november nudeln nummer nächte nägel nähte oberarm obst oden ofen office offset ohnmacht ohr
    ohren ohrfeige oktober oma omelett omnibus onkel onkels opa opfer opiat opiate orange
    orangen ordner ort orte orthese orthopäde orthopädin osteoporose ostern oğuz paket paketbote
    panik panikattacke panikattacken pantoffel pantoffeln papa papier papiere papierkorb pappe
    paprika paracetamol paragraf paragraph pardon park parkett parkinson partner partnerin
    partners parts pass passes patient patienten patientin pause pausen pausenhof pavillon pen
    penicillin pens perfusor person personals personen pfanne pfarrer pfeffer pfeife pfeil
    pfingsten pflaster pflaume pflaumen pflege pflegebad pflegegrad pflegehelferin pfleger
    pflegerin pforte pfütze pfützen phase phrase physio pickel pille pillen pilz pilze pipette
    pizza plan plans plastik platz platzverweis pläne plätzchen plätze po police polizei
    polizeirevier polizist polizisten polizistin pommes pool popo port portal portemonnaie post
    postfach praktikant praktikanten praktikantin praktikum praline pralinen praxen praxis
    prinzip pritsche probe proben problem probleme procedere produkte prof profession professor
    professorin prognose promille prophylaxe protektor protektoren protestant prothesen
    protokoll protokolle prozent prozess präparat präsenz psychiater psychiaterin psychopharmaka
    pulli pullover puls pulses pumpe pumpen pupillen puzzle pyjama pässe püree qualm quarantäne
    quark quarkspeise quartal quecksilber quiz quotient rachen rad radio radler ramipril rampe
    rand rasen rasierer rate ratenkauf ratenkäufe ratenkäufen rates rating rauch raucher
    rauchmelder raum rausch rechner rechtsfragen rechtsmittel redon regal regale regel regeln
    regen region reha reichweite reifen reihenfolge reis rente rentner reparatur reserve
    ressource ressourcen rest restaurant reste resultat reviews rezept rezepte rheuma richter
    richterin rille rinde ring ringer rippe rippen risiko risikomatrix ritter ritual rock rohr
    rollator rollatoren rolli rollladen rollläden rollo rosenkranz rotkohl rucksack ruhe rumpf
    rums runde runden rundfunk rundfunkbeitrag rundgänge räder rädern ränder rätsel
    räumungsklage röcke rösner röte rötung rückblick rücken rückenlehne rückfalls rückfragen
    rückkehr rückmelden rückruf rückstand rückstände rückzug rührei saal sachbearbeiterin sache
    sachen sachschaden sachschäden saft sahne salat salate salbe salben salz samstag sand
    sandalen satz sauce sauerkraut schaft schal schatz schaum scheibe scheiben schein scheine
    schemel scherben schere scheren schicht schiene schienen schild schimmel schinken schlaf
    schlafmangel schlafmittel schlafsack schlag schlange schlauch schleim schleimhaut schloss
    schluck schlucke schluss schläfchen schläfe schläfen schläge schlägen schlückchen schlüssel
    schlüsselbund schmarren schmerz schmerzen schmerzes schmerzmittel schmidt schnaps schnee
    schnitt schnitzel schnupfen schokolade schorf schorle schrank schreck schrei schreibtisch
    schreie schrift schritt schritte schräglage schränke schröder schublade schufa schuh schuhe
    schuhen schuhwerk schulbus schuld schulden schuldner schule schulen schulhof schulranzen
    schulter schultern schulweg schuppen schutz schwachsinn schwager schwagers schweiß schwester
    schwestern schwimmbad schwäche schwächen schwägerin schädel schüler schülerin schürze
    schüssel schüsseln schüttelfrost sechsen seelsorger seelsorgerin sees segment segments sehne
    seife seite seiten seitenteile sekret sekretariat sekretärin sekt sekunde sekunden
    selbstmord semikolon semmel sensor sensormatte sept september serbien server service
    serviette servietten sessel sets sex shunt sicht siegel silikon silvester simvastatin
    sinfonie singular sirup sitz sitze skala skat socke socken sofa sohn sohnes sommer
    sommerfest sonde sonden sonnabend sonne sonntag sonntagabend sorge sozialamt
    sozialarbeiterin soße spaghetti spandau spans spargel spaß speichel speiseröhre speisesaal
    spiegel spiegelei spiel spiele spinat splitter sport sportwetten sprache sprachen
    sprachmittler spray sprays springer spritze sprudel spucke spätzle stadium stadt stammtisch
    stands starters starts stecker stein steine steiß stelle stellen stellungnahme stempel stern
    steuer steuern stgb stichworte stiefel stift stifte stimmungslage stirn stock stoff stoma
    strategie strategien straße straßen streichhölzer streit streitereien streitpunkt
    strichpunkt strohhalm strom stromanbieter strudel strumpf strümpfe strümpfen stube student
    studentin studium stufe stufen stuhl stuhllehne stunde stunden sturz sturzes stärke stärken
    stöcke stöße stück stücke stühle stündchen stürze substanzen suffix suizid superlative suppe
    suppen supports swing symbol symbols symptome syndrom synkope synonyms syrien säfte säugling
    söhne süd tablett tablette tabletten tabletts tafel tag tage tagen tagesstruktur tags talks
    tand tante tanz tasche taschen tasse tassen tastatur taxi team teams technik techniker tee
    teich teil teile teilnahme teilnehmer teilnehmerinnen telefon telefonat telekom teller
    temperatur temperaturanstieg temperaturen teppich teppiche teppichkante termin terminen
    terrasse tetanus texts theater thema themen thermostat these thorax thrombose ticket tiefe
    tier tiere tigrinya tisch tische tischnachbar toast tochter toilette toiletten tomate
    tomaten ton tone topf tor torte tour transfer transparenz transponder trapez traube trauben
    trauer traum treffpunkt treppe treppen treppensteigen tresor trochanter trockner tropf
    tropfen träger trägers tränen träume tuch turnhalle type täter täterin töchter töpfe tüchern
    tür türe türen tüte tüten uhr ukraine ulcus ultraschall umfang umgang umlauts umschlag umzug
    umzugs unfall union unruhe unsinn unterarm unterarmgehstützen untergeschoss unterhemd
    unterhose unterkiefer unterkunft unterkünfte unterlage unterlagen unterlippe unterricht
    unterschrift unterschriften unterseite unterzeichner update urenkel urin urkunde urkunden
    urlaub urologen urostomie ursache urteil vakuum valium vanille vater vaters ventilator
    verantwortlichkeit verb verband verbandes verbindlichkeiten verbot verbote verbrennungen
    verbs verbände verein verfahren verfahrensbeistand verfasser verfasserin vergangenheit
    vergesslichkeit vergleich vergleiche verhandlungen verkäuferin verlauf verletzungen verlust
    verluste vermerk vermieter vermieterin vermieters vermisstenanzeige vermögensauskunft
    vernebler verneinungen verschriftlichen versicherungen versorger versorgers versprecher
    versuch versuchs vertrag vertreter verträge verwandte verwirrtheit verzug verzugszinsen
    veränderungen vesper video videos visite visum vodafone vogel vollbad vollmacht vollmachten
    vorderrad vordruck vorfall vorgabe vorgang vorgehen vorgeschichte vorhang vorhänge
    vorkommnisses vorlage vorlagen vormittag vormittagsrunde vormund vorname vorrat vorraum
    vorsatz vorschlag vorschläge vorschuss vorstand vorwoche väter vögel waage wade waden waffel
    waffeln wagner wahl wahn wald walnuss wange wangen wanne warze waschlappen waschmittel
    wasser wasserschaden wc weber wechsel wechsels wecker wegfall weihnachten weile wein weise
    weitergabe weißbier wellensittich welt werkstatt werkstätten werktag wert werte werten
    wetter wickel widerspruch widerspruchs wiedervorlage wiese wind winde windel windeln windows
    winkel winter wirbel wirbelsäule wissens witwe witwer witz witze woche wochen wochenende
    wochenenden wochentag wodka wohlbefinden wohnbereich wohngeldstelle wohnort wohnungsamt wort
    worte worten wortes wunde wunden wundfläche wundmanagerin wunsch wurst wurzel wut wärme
    wäsche wäscherei wörter wünsche würstchen zahl zahn zahnbürste zahnfleisch zahnweh zaun zeh
    zehe zehen zehntel zeile zeit zeitaufwand zeiten zeitpunkt zensur zertifikat zettel zeug
    zeuge zeugen zeugin zeugnisses ziegen ziel ziele zielen zigarette zigaretten zigarre zimmer
    zimmers zinsen zitat zitats zoff zubettgehen zucker zuckers zug zugang zuhause zukunft
    zunahme zunge zusage zusammenhang zuspruch zustand zwieback zwiebel zwiebeln zwischenablage
    zähne zäpfchen ämtern ängste äpfel ärmel ärzte ärzten ärztin äthiopien überblick übergabe
    übergaben übernahme überschrift übersetzer übersetzerin übersetzers übersicht übung
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
