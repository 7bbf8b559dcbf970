"""Words with which a round turns to the next person."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words

OPENERS = words(
    """
    und ach so also ja dann bei der die das dem nun jetzt weiter mit zu zur zum noch übrigens von
    als nächstes nächste nächster kommen wir fangen an beginne beginnen ich bewohner bewohnerin
    auch fang fange starte erstmal zuerst erst fängt los beim vom guten morgen abend tag hallo
    übergabe dienstübergabe schichtübergabe frühdienst spätdienst nachtdienst frühschicht
    spätschicht nachtschicht moment mal warte wart stopp halt sorry entschuldigung nachtrag
    ergänzung ergänzend nachträglich vergessen fällt mir ein zurück nochmal nochmals eins eines
    kurz doch hätt hätte ich fast jetzt an früh spät nacht
    """
)
"""May stand before a name or a room: „dann weiter mit Frau Kern“."""
