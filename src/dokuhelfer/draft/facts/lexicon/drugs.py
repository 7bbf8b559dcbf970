"""Names of drugs as they are spoken in German care: substances and trade names.

Source: own knowledge of what is commonly given in long-term care (domain.md marks such
lists [E]); deliberately short, because the pattern „name + dose + form“ finds the others.
Lower case. A name here makes a word a drug even without a dose.
"""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words

DRUGS = words(
    """
    abilify acetylsalicylsäure actrapid adalat allopurinol alprazolam amitriptylin amlodipin
    amoxicillin apidra apixaban arixtra arcoxia aspirin ass atacand atorvastatin atosil augmentin
    bayotensin beloc berodual berotec bisacodyl bisoprolol bricanyl buprenorphin buscopan
    candesartan captopril carbamazepin cefuroxim celecoxib ciprofloxacin citalopram clexane
    clindamycin clonazepam clopidogrel clozapin codein concor cortison cotrimoxazol dabigatran
    depakine diazepam diclofenac digimerck digitoxin digoxin dipidolor dipiperon donepezil
    doxycyclin duloxetin dulcolax durogesic ebixa edoxaban eliquis elmex enalapril enoxaparin
    escitalopram exelon fenistil fentanyl fosfomycin fragmin furosemid gabapentin glibenclamid
    glimepirid haldol haloperidol heparin humalog humulin hydrochlorothiazid hydromorphon ibuprofen
    imodium insulin insuman iscover januvia jardiance kalinor keppra kochsalz lactulose lamotrigin
    lantus lasix laxoberal levemir levetiracetam levodopa lisinopril loperamid lorazepam lorzaar
    lovenox l-thyroxin macrogol madopar marcumar mcp melperon memantin metamizol metformin
    methotrexat metoclopramid metoprolol midazolam mirtazapin monoembolex morphin morphium movicol
    mst natriumpicosulfat nebivolol neurontin nexium nitrendipin nitro nitrospray novalgin
    novaminsulfon novorapid olanzapin omeprazol ondansetron opipramol oxazepam oxycodon oxygesic
    palexia palladon pantoprazol pantozol paracetamol penicillin phenprocoumon piperacillin
    pipamperon plavix pradaxa prednisolon pregabalin promethazin propranolol quetiapin quilonum
    ramipril ranitidin risperdal risperidon ritalin rivaroxaban rivastigmin salbutamol sertralin
    seroquel simvastatin sitagliptin spironolacton spiriva sultanol symbicort tamsulosin targin
    tavor temesta tilidin torasemid toujeo tramadol tramal transtec tresiba trimipramin truxal
    unacid valium valoron valproat valsartan venlafaxin verapamil viani voltaren xarelto zolpidem
    zopiclon zyprexa zyloric
    """
)

DOSE_UNITS = frozenset(
    {
        "mg",
        "µg",
        "μg",
        "mcg",
        "g",
        "milligramm",
        "mikrogramm",
        "gramm",
        "ie",
        "i.e.",
        "einheit",
        "einheiten",
        "tropfen",
        "tablette",
        "tabletten",
        "kapsel",
        "kapseln",
        "hub",
        "hübe",
        "stoß",
        "stöße",
        "sprühstöße",
        "beutel",
        "pflaster",
        "zäpfchen",
        "ampulle",
        "ampullen",
        "dragee",
        "dragees",
    }
)
"""Units that make the capitalised word beside them a drug."""

LIQUID_UNITS = frozenset({"ml", "milliliter"})
"""Units that belong to a dose only beside a name from `DRUGS` (ml also measures drinks)."""

NOT_DRUGS = words(
    """
    abends am anordnung auf bedarf becher bei bis dann die das der dosis eine er es gabe gegeben gab
    heute hat ich im insgesamt je mit mittags morgens nach noch nur sie statt tablette tabletten
    tropfen um und vor wasser zucker bedarfsmedikation schmerzmittel blutzucker bz stand wert urin
    """
)
"""Words that stand before a dose without naming a drug."""
