"""Finite verb forms and participles by which a new predicate is recognised.

Source: own knowledge of German; the verbs are those of care and counselling notes
(domain.md §1, §2, §6.2a). Lower case. Not complete and need not be: an unknown verb only
leaves two short clauses together.
"""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words

FINITE = words(
    """
    bin bist ist sind war waren wäre hab habe hast hat haben hatte hatten hätte
    werde wird werden wurde wurden würde kann können konnte konnten könnte
    soll sollen sollte sollten muss müssen musste mussten will wollen wollte wollten wollt
    darf dürfen durfte mag mochte möchte möchten lässt ließ braucht brauchte
    sagt sagte sagten meint meinte fragt fragte frage berichtet berichtete erzählt erzählte
    erklärt erklärte schildert schilderte klagt klagte äußert äußerte gibt gab geben gebe
    nimmt nahm nehme nehmen bekommt bekam kriegt kriegte erhält erhielt
    geht ging gehen kommt kam kommen läuft lief laufen steht stand stehen sitzt saß
    liegt lag liegen schläft schlief wirkt wirkte scheint schien bleibt blieb bleiben
    isst aß trinkt trank lehnt lehnte lacht lachte weint weinte schreit schrie ruft rief rufe ruf
    klingelt klingelte stürzt stürzte fällt fiel rutscht rutschte hält hielt zeigt zeigte
    sieht sah sehe findet fand fühlt fühlte tut tat macht machte mach mache machen
    beginnt begann hört hörte holt holte hole bringt brachte bringe stellt stellte
    reagiert reagierte beruhigt beruhigte sucht suchte spricht sprach schlägt schlug
    stößt stieß zieht zog trägt trug weigert weigerte verweigert arbeitet arbeitete
    wohnt wohnte lebt lebte zahlt zahlte schuldet beantragt beantragte weiß wusste wissen
    wünscht wünschte bittet bat erwartet kümmert meldet meldete informiert informierte
    übernimmt übernahm prüft prüfte klärt klärte schickt schickte sendet
    bespricht besprach vereinbart unterschreibt unterschrieb bestätigt bestätigte
    friert fror schwitzt schwitzte hustet hustete erbricht erbrach blutet blutete schmerzt
    misst maß wiegt wog spritzt singt sang spielt spielte hilft half kennt kannte
    versteht verstand denkt dachte glaubt glaubte freut freute öffnet öffnete fehlt fehlte fehlen
    passt passte heißt hieß entscheidet entschied probiert probieren versucht versuchte
    verneint verneinte trug lag bestand besteht hinterlässt zieht umziehen beträgt betrug
    schätzt bezieht bezog erreicht erreichte verlässt verließ droht drohte wirft warf
    probier
    schaut schaute schau guckt guckte führt führte wär wären hätt hätten klappt klappte
    piept reißt riss nimm fährt fuhr schreibt schrieb liest las kostet kostete dauert dauerte
    erinnert erinnerte verliert verlor gewinnt wartet wartete redet redete telefoniert telefonierte
    beschwert beschwerte lässt verlangt verlangte fordert forderte ärgert ärgerte streitet stritt
    öffnete schließt schloss schlief wacht wachte dreht drehte setzt setzte legt legte hebt hob
    wäscht wusch duscht duschte badet zieht kleidet rasiert putzt putzte kocht kochte kauft kaufte
    besucht besuchte begleitet begleitete unterstützt unterstützte braucht brauche find finde fang
    fange fängt fing glaub glaube denk denke vermute hoffe hofft bietet bot sitzen saßen stinkt
    riecht roch schmeckt schluckt schluckte verschluckt spuckt spuckte läutet läutete jammert
    jammerte stöhnt stöhnte zittert zitterte schwankt schwankte humpelt humpelte hinkt
    wandert wanderte irrt irrte sträubt sträubte wehrt wehrte zeigte erscheint erschien
    bereut gehört gehörte bleib stimmt stimmte hängt hing dankt rechnet rechnete verdient
    verdiente bezahlt überweist beginnt endet endete wechselt wechselte fliegt flog landet
    nutzt benutzt verwendet verweist verwies kündigt kündigte stürze
    beißt biss kratzt kratzte packt packte tritt trat greift griff atmet atmete
    brennt brannte juckt juckte nässt nässte drückt drückte zwickt sticht stach pocht pochte
    eitert heilt verheilt schwillt näht röchelt röchelte keucht keuchte rasselt hechelt würgt
    würgte kaut kaute löffelt löffelte schlürft verschüttet zerrt zerrte klammert klammerte
    nestelt nestelte schimpft schimpfte droht flucht fluchte wimmert wimmerte seufzt seufzte
    schluchzt schluchzte lächelt lächelte nickt nickte schüttelt schüttelte starrt starrte
    döst döste dämmert gähnt gähnte träumt phantasiert halluziniert antwortet antwortete
    taumelt taumelte torkelt torkelte wankt stolpert stolperte sackt sackte knickt knickte
    kippt kippte landete prallt prallte schlurft trippelt klebt klebte tropft tropfte sickert
    hängt tastet tastete schmerzten behält vergisst vergaß verlegt vermisst vermisste erkennt
    erkannte verwechselt verwechselte verstehen hören sehen essen trinken schlafen brauchen
    benötigt benötigte bedarf genießt genoss frühstückt frühstückte isst schafft schaffte
    probierte kostet nippt nippte mundet löst löste hebt kühlt kühlte lüftet lagert lagerte
    mobilisiert mobilisierte cremt cremte wickelt wickelte verbindet verband verabreicht
    bestellt bestellte organisiert verordnet verordnete rät riet empfiehlt empfahl setzt
    schläft sorgt sorgte betreut betreute pflegt pflegte versorgt versorgte bewegt bewegte
    benutzte trocknet bricht brach platzt platzte schürft beult verfärbt rötet
    dokumentiert notiert unternimmt unternahm vertrug verträgt toleriert duldet wehrte
    lehnen kamen gingen standen bekamen nahmen saßen liefen sagen meinen klagen hatt
    komme komm gehe geh schreibe schicke sage warte
    informiere versuche melde bespreche kläre helfe spreche zahle besorge begleite dokumentiere
    übt spürt trifft traf reicht reichte besorgt richtet bestreitet müsste müssten
    könnt würd würden dürfte bekomme kriege treffe studiert lernt lernte
    """
)

SUBORDINATORS = words(
    """
    weil da dass daß ob wenn falls sofern damit obwohl nachdem bevor ehe während sobald solange
    als wie wann wo was wer wen wem warum wieso weshalb wohin woher sodass indem seit seitdem bis
    """
)
"""Begin a subordinate clause; „da“, „seit“, „wie“, „bis“, „während“ only with a verb at the end."""

RELATIVE = frozenset(
    {"der", "die", "das", "den", "dem", "dessen", "deren", "welcher", "welche", "welches"}
)

COORDINATORS = frozenset({"und", "aber", "dann", "danach", "anschließend", "sondern", "oder"})
"""May begin a new clause without a comma before them („sondern“ stays with its negation)."""

PARTICIPLE_PREFIXES = ("ge", "be", "ver", "er", "zer", "ent", "emp", "miss")
SEPARABLE = (
    "ab", "an", "auf", "aus", "bei", "ein", "her", "hin", "los", "mit", "nach", "vor", "weg",
    "weiter", "zu", "zurück", "zusammen", "durch", "um", "über", "unter", "wieder", "fest",
    "fern", "teil", "statt", "heim", "vorbei", "frei", "dabei", "da", "drauf", "dazwischen",
    "runter", "rein", "raus", "hoch", "dran", "ran", "heraus", "herunter", "nieder", "dazu",
)  # fmt: skip
