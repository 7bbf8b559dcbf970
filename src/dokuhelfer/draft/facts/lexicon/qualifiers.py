"""Words that qualify a statement: whose it is, on what condition, how sure.

Source: domain.md §3 (R05, R12) and §4; own knowledge of spoken German.
Phrases are tuples of lower-case words; ``*`` at the end of a word stands for any ending.
"""

from __future__ import annotations

from dokuhelfer.draft.facts.phrases import Phrases

SOURCES = Phrases.of(
    (
        ("laut",),
        ("lt",),
        ("lt.",),
        ("nach", "angabe*"),
        ("nach", "eigenen", "angaben"),
        ("nach", "aussage*"),
        ("nach", "eigener", "aussage"),
        ("nach", "eigener", "angabe*"),
        ("nach", "eigenen", "aussagen"),
        ("nach", "eigener", "rechnung"),
        ("nach", "eigener", "auskunft"),
        ("nach", "eigener", "einschätzung"),
        ("nach", "eigenem", "bekunden"),
        ("nach", "auskunft"),
        ("nach", "eigenen", "worten"),
        ("nach", "ihren", "worten"),
        ("nach", "seinen", "worten"),
        ("laut", "ihr"),
        ("laut", "ihm"),
        ("laut", "ihnen"),
        ("nach", "eigener", "schätzung"),
        ("aus", "sicht"),
        ("gibt", "an"),
        ("gab", "an"),
        ("gibt",),
        ("angegeben",),
        ("sagt",),
        ("sagte",),
        ("sagten",),
        ("sagen",),
        ("gesagt",),
        ("meint",),
        ("meinte",),
        ("gemeint",),
        ("berichtet",),
        ("berichtete",),
        ("erzählt",),
        ("erzählte",),
        ("klagt",),
        ("klagte",),
        ("klagen",),
        ("äußert",),
        ("äußerte",),
        ("geäußert",),
        ("angeblich",),
        ("behauptet",),
        ("behauptete",),
        ("schildert",),
        ("schilderte",),
        ("beschreibt",),
        ("verneint",),
        ("verneinte",),
        ("schätzt",),
    )
)
"""„gibt“ alone is a source only with „an“ later in the clause (`facts.speech`)."""

CONDITIONS = Phrases.of(
    (
        ("es", "sei", "denn"),
        ("nur", "wenn"),
        ("erst", "wenn"),
        ("nur", "falls"),
        ("erst", "nachdem"),
        ("nur", "nach"),
        ("unter", "der", "voraussetzung"),
        ("unter", "der", "bedingung"),
        ("bei", "bedarf"),
        ("wenn",),
        ("falls",),
        ("sofern",),
        ("solange",),
        ("vorausgesetzt",),
        ("vorbehaltlich",),
    )
)

ESTIMATES = Phrases.of(
    (
        ("so", "um", "die"),
        ("um", "die"),
        ("so", "circa"),
        ("ca",),
        ("ca.",),
        ("circa",),
        ("zirka",),
        ("etwa",),
        ("ungefähr",),
        ("schätzungsweise",),
        ("geschätzt",),
        ("schätzt",),
        ("rund",),
        ("knapp",),
        ("wohl",),
        ("vielleicht",),
        ("vermutlich",),
        ("wahrscheinlich",),
        ("möglicherweise",),
        ("eventuell",),
        ("evtl",),
        ("evtl.",),
        ("höchstens",),
        ("maximal",),
        ("mindestens",),
        ("anscheinend",),
        ("offenbar",),
        ("scheinbar",),
        ("angeblich",),
        ("verdacht", "auf"),
    )
)
