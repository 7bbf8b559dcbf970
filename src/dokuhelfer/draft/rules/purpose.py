"""What a field is for, as far as rules beyond its cues need to know.

Field ids are stable by contract (domain.md §6.4: "ids stable, labels free"), so the ids of
the shipped set carry the purpose; an institution's own field has none and lives by its cues.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from dokuhelfer.draft.template.model import Field, FieldType


class Purpose(Enum):
    """Purposes that rules speak of."""

    ACTION = auto()
    """What the speaker did."""
    GIVEN = auto()
    """What somebody really took or was given, where a report is about just that."""
    EFFECT = auto()
    INFORMATION = auto()
    """What was passed on, to whom."""
    ORDER = auto()
    """What a doctor ordered."""
    OPEN = auto()
    """What is planned, or not done yet (R04)."""
    QUOTE = auto()
    """What the person said."""
    OPENING_QUOTE = auto()
    """What the person says to the opening question, in own words."""
    POSITION = auto()
    LAST_SEEN = auto()
    CONTROL = auto()
    """A second measurement."""
    VITALS = auto()
    """Measurements as text."""
    PLACE = auto()
    PAIN_PLACE = auto()
    INVOLVED = auto()
    WITNESSES = auto()
    CONTACT = auto()
    """With whom the speaker talked."""
    PAIN = auto()
    INJURY = auto()
    ASSESSMENT = auto()
    REASON = auto()
    BACKGROUND = auto()
    APPOINTMENT = auto()
    REPORT = auto()
    """What others told the speaker."""
    SUBJECT = auto()
    """The heading of the whole text."""
    VIEW_CHILD = auto()
    """How the young person sees it; the next three are the other sides of a help plan."""
    VIEW_PARENTS = auto()
    VIEW_PROVIDER = auto()
    VIEW_OFFICE = auto()
    GOAL_REVIEW = auto()
    """How far the goals set last time were reached."""
    NEW_GOALS = auto()
    DISSENT = auto()
    EXTENT = auto()
    """How much help, for how long."""
    OWN_DEEDS = auto()
    """What the person did alone."""
    SUPPORT = auto()
    """What the professional did beside."""
    FACTORS = auto()
    """What helped and what hindered."""
    CERTIFICATE_903 = auto()
    """Of the amounts an account protected from seizure may keep."""
    CERTIFICATE_305 = auto()
    """That settling out of court has failed."""
    HYPOTHESIS = auto()
    DECISION = auto()
    GOAL = auto()
    """What the support is for."""
    DEADLINE = auto()
    ABSTINENT = auto()
    RELAPSE = auto()
    KIND = auto()
    """Kind of help or setting, as a rule said in the opening line."""
    CONSENT = auto()
    PAPERS = auto()
    UNASSIGNED = auto()


_BY_ID = {
    "massnahme": Purpose.ACTION,
    "massnahmen": Purpose.ACTION,
    "sofortmassnahmen": Purpose.ACTION,
    "inhalte_beratung": Purpose.ACTION,
    "gegeben": Purpose.GIVEN,
    "wirkung": Purpose.EFFECT,
    "information_an": Purpose.INFORMATION,
    "anordnung": Purpose.ORDER,
    "weiteres_vorgehen": Purpose.OPEN,
    "folgemassnahmen": Purpose.OPEN,
    "zu_erledigen": Purpose.OPEN,
    "vereinbarungen": Purpose.OPEN,
    "empfehlung": Purpose.OPEN,
    "aeusserung": Purpose.QUOTE,
    "aeusserungen": Purpose.QUOTE,
    "angabe_person": Purpose.QUOTE,
    "eingangsfrage": Purpose.OPENING_QUOTE,
    "position_auffinden": Purpose.POSITION,
    "zuletzt_gesehen": Purpose.LAST_SEEN,
    "kontrollmessung": Purpose.CONTROL,
    "vitalwerte": Purpose.VITALS,
    "ort": Purpose.PLACE,
    "schmerz_ort": Purpose.PAIN_PLACE,
    "beteiligte": Purpose.INVOLVED,
    "zeugen": Purpose.WITNESSES,
    "gespraechspartner": Purpose.CONTACT,
    "schmerz": Purpose.PAIN,
    "verletzungen": Purpose.INJURY,
    "einschaetzung": Purpose.ASSESSMENT,
    "anliegen": Purpose.REASON,
    "anlass": Purpose.REASON,
    "hintergrund": Purpose.BACKGROUND,
    "inhalt": Purpose.REPORT,
    "situation": Purpose.REPORT,
    "naechster_termin": Purpose.APPOINTMENT,
    "betreff": Purpose.SUBJECT,
    "vereinbarung": Purpose.OPEN,
    "teilnehmende": Purpose.INVOLVED,
    "naechstes_hpg": Purpose.APPOINTMENT,
    "ueberpruefung": Purpose.APPOINTMENT,
    "sicht_junger_mensch": Purpose.VIEW_CHILD,
    "sicht_eltern": Purpose.VIEW_PARENTS,
    "sicht_fachkraft": Purpose.VIEW_PROVIDER,
    "sicht_jugendamt": Purpose.VIEW_OFFICE,
    "zielueberpruefung": Purpose.GOAL_REVIEW,
    "neue_ziele": Purpose.NEW_GOALS,
    "dissens": Purpose.DISSENT,
    "umfang_hilfe": Purpose.EXTENT,
    "selbst_geleistet": Purpose.OWN_DEEDS,
    "unterstuetzung": Purpose.SUPPORT,
    "foerder_barrierefaktoren": Purpose.FACTORS,
    "bescheinigung_903_zpo": Purpose.CERTIFICATE_903,
    "bescheinigung_305_inso": Purpose.CERTIFICATE_305,
    "hypothesen": Purpose.HYPOTHESIS,
    "entscheidung": Purpose.DECISION,
    "ziel": Purpose.GOAL,
    "frist": Purpose.DEADLINE,
    "abstinent_seit": Purpose.ABSTINENT,
    "rueckfall": Purpose.RELAPSE,
    "hilfeart": Purpose.KIND,
    "leistung": Purpose.KIND,
    "einverstaendnis": Purpose.CONSENT,
    "unterlagen": Purpose.PAPERS,
    "nicht_zugeordnet": Purpose.UNASSIGNED,
}


def purpose_of(field: Field) -> Purpose | None:
    """The purpose of a text or list field, None where its cues alone decide."""
    if field.type not in {FieldType.TEXT, FieldType.LIST}:
        return None
    return _BY_ID.get(field.id)


def purposes(fields: Sequence[Field]) -> dict[str, Purpose | None]:
    """The purpose of each field, by id, as its neighbours in the template have it.

    Beside suggestions and a decision (case conferences) measures are what was agreed on.
    """
    found = {field.id: purpose_of(field) for field in fields}
    if "massnahmen" in found and "vorschlaege" in found:
        found["massnahmen"] = Purpose.OPEN
    return found
