"""Words for places within and around a house: where something happened.

Source: own knowledge of care homes and flats; domain.md §1.4, §1.11 (place of an event).
"""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words

STAYING = words("im in am an auf vor vorm neben hinter hinterm beim bei unter unterm zwischen zw")
"""Prepositions that tell where, with the dative; „ins“ and „zum“ tell where to."""

DATIVE = words(
    """
    dem der einem einer ihrem ihrer seinem seiner unserem unserer meinem meiner den eigenen
    eigenem kleinen großen unteren oberen hinteren vorderen linken rechten anderen offenen
    gemeinsamen langen ersten zweiten dritten vierten
    """
)
"""What may stand between preposition and noun."""

PLACES = words(
    """
    zimmer raum saal bad küche flur gang korridor balkon terrasse garten innenhof hof treppe
    treppenhaus stufe stufen aufzug fahrstuhl lift eingang ausgang foyer keller parkplatz carport
    bett bettkante bettrand bettende fußende kopfende toilette toiletten klo wc dusche wanne
    badewanne waschbecken spiegel schrank kleiderschrank kommode nachttisch nachtschrank tisch
    esstisch stuhl sessel fernsehsessel sofa couch fenster tür türe zimmertür badtür eingangstür
    haustür schwelle türschwelle diele vorraum windfang büro dienstzimmer stationszimmer station
    wohnbereich wohngruppe wohnung haus erdgeschoss untergeschoss obergeschoss dachgeschoss stock
    etage werkstatt kapelle kirche cafeteria kantine friseur tagespflege gruppenraum straße
    tierpark zoo wald spielplatz supermarkt laden bus auto schule pavillon turnhalle schwimmbad
    gehweg bürgersteig bushaltestelle haltestelle park bank gartenbank teich brunnen rampe
    wartezimmer wartebereich warteraum besprechungsraum beratungsraum flurbereich kellertreppe
    gemeinschaftsbad gemeinschaftsküche teeküche dusche hochbeet pausenraum umkleide schulhof
    speisesaal speiseraum aufenthaltsraum tagesraum gemeinschaftsraum fernsehraum nische
    weg fußweg sitzecke ecke einfahrt tor gartentor gelände grundstück waschküche abstellraum
    """
)
PLACE_ENDINGS = (
    "zimmer", "raum", "saal", "bad", "küche", "flur", "gang", "balkon", "terrasse", "garten",
    "treppe", "aufzug", "eingang", "keller", "parkplatz", "toilette", "dusche", "bereich",
    "geschoss", "stock", "etage", "station", "gruppe", "haus", "halle", "straße", "ecke", "stube",
)  # fmt: skip
"""„Pflegebad“, „Wohnküche“: the ending tells."""

NO_PLACES = words("krankenhaus augenzimmer zuhause spaziergang rückgang vorgang ausgang rundgang")
"""End as places do and are none, or another one than that of the event."""
