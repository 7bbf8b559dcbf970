"""Words of eating and drinking: how much of it, refused, and those that say nothing more."""

from __future__ import annotations

from dokuhelfer.draft.facts.lexicon import words

WHOLE = words(
    """
    alles ganz ganze ganzen ganzes komplett vollständig ausgetrunken aufgegessen leer leergetrunken
    """
)
PARTS = words(
    """
    hälfte halb halbe halbes halben halber viertel dreiviertel drittel rest schluck schlucke
    bissen wenig kaum etwas bisschen teil löffel schlückchen
    """
)
NONE = words("nichts nix nicht garnichts gar")
SHARES = WHOLE | PARTS | frozenset({"nichts", "nix"})
REFUSES = words(
    """
    abgelehnt ablehnt lehnt lehnte verweigert verweigerte wollte wollt will mag mochte möchte
    ausgespuckt stehengelassen stehenlassen stehen angerührt
    """
)
REFUSED = words("abgelehnt verweigert zurückgewiesen")
BOUNDS = words("höchstens mindestens knapp fast gut mehr weniger maximal wenigstens nicht kaum nur")
"""With one of these a share is no plain share: it stays in words."""
SOFT = words("vielleicht ungefähr circa ca etwa rund so wohl schätzungsweise")
IDLE = words(
    """
    getrunken trinkt trank gegessen isst aß genommen bekommen gehabt geschafft angeboten angereicht
    hingestellt bereitgestellt davon auch nochmal noch ausgetrunken aufgegessen probiert versucht
    portion portionen teller tasse glas becher flasche schale
    """
)
FOLLOWS = words(
    "davon alles getrunken ausgetrunken hat die den das auch gegessen aufgegessen nichts"
)
VESSELS = words("glas tasse becher schnabelbecher flasche schale kännchen pott")
"""What was drunk from says nothing more where the amount was said."""
HEADINGS = words(
    "essen trinken getränke mahlzeiten gegessen getrunken trinkmengen ernährung also und"
)
FUNCTION = words(
    """
    hat hab habe haben sie er es ich wir ihr ihm den die das der dem des ein eine einen einem einer
    zum zu zur beim bei von vom um gegen dann und dazu auch nochmal noch davon wieder am im in
    gegessen getrunken aufgegessen ausgetrunken genommen bekommen geschafft wurde wurden war waren
    ja so halt eben ml uhr gab gabs kam große großer großes kleine kleiner kleines angeboten
    essen trinken teller nachmittags vormittags mittags morgens abends heute jetzt bis
    """
)
"""Words at the edge of a dish or a kind of drink that do not belong to its name."""
