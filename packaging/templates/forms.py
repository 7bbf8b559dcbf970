"""The makers of all shipped forms, by template id."""

from __future__ import annotations

from collections.abc import Callable

from . import forms_care as care
from . import forms_counselling as counselling
from .sheet import Base

MAKERS: dict[str, Callable[[Base], bytes]] = {
    maker.__name__: maker
    for maker in (
        care.pflegebericht,
        care.vitalwerte,
        care.sturzprotokoll,
        care.schichtuebergabe,
        counselling.beratungsprotokoll,
        counselling.aktenvermerk,
        care.besonderes_vorkommnis,
        care.freitext,
        care.medikamentenereignis,
        care.wunddokumentation,
        care.trink_ernaehrung,
        care.infosammlung,
        counselling.hilfeplangespraech,
        counselling.teilhabe_verlauf,
        counselling.fallbesprechung,
        care.sturzprotokoll_ausfuehrlich,
        counselling.beratung_schulden,
        counselling.beratung_sucht,
        counselling.beratung_migration,
    )
}
