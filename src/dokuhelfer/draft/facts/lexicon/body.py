"""Parts of the body and sides.

Source: domain.md §1.4, §1.5, §6 (fields `verletzungen`, `lokalisation`), own knowledge.
Stems, lower case; `BODY_ENDINGS` may follow. Compounds („Oberschenkelhals“) begin with one.
"""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words

BODY_STEMS = words(
    """
    achsel arm arme auge augenbraue backe bauch bauchdecke becken bein brust brustkorb brüste
    daumen ellbogen ellenbogen ferse fersen finger fuß füße fußknöchel fußrücken fußsohle gelenk
    gesicht gesäß hals hand hände handgelenk handrücken handteller haut hinterkopf hüfte innenseite
    intimbereich kinn knie knöchel kopf kreuzbein leiste leisten lende lippe mund mundwinkel nacken
    nase nasenrücken oberarm oberkörper oberlid oberschenkel ohr ohren po rippe rippen rumpf rücken
    schienbein schläfe schulter schulterblatt sitzbein sprunggelenk steiß steißbein stirn thorax
    trochanter unterarm unterbauch unterschenkel wade wange wirbelsäule zahn zahnfleisch zeh zehe
    zeigefinger zunge
    """
)

BODY_ENDINGS = ("", "e", "en", "n", "er", "ern", "s", "es")

LEFT = frozenset({"links", "linke", "linken", "linker", "linkes", "linkem", "linksseitig"})
RIGHT = frozenset({"rechts", "rechte", "rechten", "rechter", "rechtes", "rechtem", "rechtsseitig"})
BOTH = frozenset({"beide", "beiden", "beider", "beidem", "beidseits", "beidseitig", "bds"})

SIDE_OF = {
    **dict.fromkeys(LEFT, "links"),
    **dict.fromkeys(RIGHT, "rechts"),
    **dict.fromkeys(BOTH, "beidseits"),
}
"""Spoken side → canonical. „beide“ counts only beside a body part."""
