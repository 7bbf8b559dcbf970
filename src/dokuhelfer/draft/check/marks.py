"""By which words a statement keeps an estimate, a source or a condition: whole classes of them.

Which word of its class was dictated makes no difference (domain.md §3 R05, R12).
"""

from __future__ import annotations

from dokuhelfer.draft.check.lexicon import fold
from dokuhelfer.draft.check.pieces import Piece
from dokuhelfer.draft.facts.lexicon import words


def folded(text: str) -> frozenset[str]:
    """Words as they are compared."""
    return frozenset(map(fold, words(text)))


DOUBTFUL = folded(
    """
    voraussichtlich wohl vermutlich vielleicht möglicherweise evtl evtl. eventuell ggf ggf.
    gegebenenfalls wahrscheinlich mutmaßlich anscheinend offenbar scheinbar augenscheinlich
    vermutet vermute vermuten vermutung verdacht annahme hypothese möglich mögliche möglicher
    möglichen denkbar fraglich unsicher unklar scheint schien könnte könnten dürfte dürften
    womöglich eindruck glaub glaube glaubt denke denk denkt meinung überlegt überlegen oder
    irgendwie tendenziell eher schätzungsweise geschätzt schätze schätzt schätzung
    """
)
"""What is told is not sure."""
APPROXIMATE = DOUBTFUL | folded(
    """
    ca ca. circa zirka etwa ungefähr rund knapp gut reichlich annähernd nahezu beinahe fast gegen
    mindestens wenigstens zumindest mind mind. minimal höchstens maximal max max. allenfalls
    längstens spätestens frühestens etliche einige mehrere paar weniger mehr länger öfter
    häufiger drunter drüber darunter darüber über unter kaum grob näherungsweise überschlägig
    """
)
"""The same, or a number is not exact."""

SAYING = folded(
    """
    laut lt lt. zufolge angabe angaben aussage aussagen auskunft schilderung schilderungen
    darstellung bericht berichten einschätzung ansicht meinung sicht worten mitteilung meldung
    äußerung äußerungen information informationen hinweis telefonat gespräch rückmeldung
    sagt sagte gesagt meint meinte berichtet berichtete erzählt erzählte schildert schilderte
    äußert äußerte geäußert erklärt erklärte beschreibt beschrieb beschrieben nennt nannte benennt
    benannt benannte bezeichnet teilt teilte mitgeteilt mitteilt klagt klagte beklagt beklagte
    betont betonte bestätigt bestätigte behauptet behauptete angeblich rechnet
    rechnete hält hielt findet fand schätzt schätzte vermutet vermutete vermutung
    verdacht befürchtet befürchtete glaubt glaubte denkt dachte erwartet hofft wünscht wünschte
    möchte wolle wollte wünsche verneint verneinte bestreitet bestritt angegeben angekündigt
    ankündigung kündigt kündigte verweist verwies beruft
    """
)
"""Nouns and verbs of saying, thinking and wishing."""
REPORTING = SAYING | folded(
    """
    will gibt gab weiß soll sollen solle sei seien habe hätte hätten werde würde würden könne müsse
    dürfe gehe komme bleibe liege stehe besteht bestehe räumt räumte fragt fragte bittet bat sorge
    sorgen geht ging nimmt sieht sah
    """
)
"""The same with the forms of indirect speech and what may tell of it besides."""

CONDITIONAL = folded(
    """
    wenn falls sofern soweit solange sobald sollte sollten bei beim fall falle je nach nachdem
    abhängig abhängigkeit vorbehaltlich vorbehalt vorausgesetzt voraussetzung bedingung bedarf
    erst nur ohne außer andernfalls ansonsten sonst ggf ggf. gegebenenfalls notfalls nötigenfalls
    bedarfsweise mit unter bis ob
    """
)
"""Conjunctions, prepositions and nouns of a condition."""


EXTENTS = folded("länge breite tiefe lang breit tief durchmesser")
"""Of a wound; in which unit goes without saying (domain.md §1.5)."""


def approximate(piece: Piece, but: frozenset[str] = frozenset()) -> bool:
    """Whether a clause says that something is not exact or not sure, words ``but`` these aside."""
    return bool(piece.words & APPROXIMATE - but)


def conditional(piece: Piece) -> bool:
    """Whether a clause may hold a condition."""
    return bool(piece.words & CONDITIONAL)
