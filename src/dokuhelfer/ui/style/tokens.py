"""The table of tokens: the only place where a colour, a type size or a distance is written.

Colours are named by what they are for (interface concept, 4.1); their contrasts are
kept by a test. Sizes are pixels at 100 % text size.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Theme(StrEnum):
    """Which colours are in force."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme's colours as ``#RRGGBB``.

    Attributes:
        frame: width in px of borders that carry structure.
    """

    ground: str
    sheet: str
    ink: str
    ink2: str
    line: str
    edge: str
    accent: str
    on_accent: str
    accent_press: str
    cursor: str
    focus: str
    record: str
    block: str
    warn: str
    info: str
    disabled: str
    frame: int = 1


COLOURS = {
    Theme.LIGHT: Colours(
        ground="#F3F4F1", sheet="#FFFFFF", ink="#1A1E21", ink2="#4B5358", line="#DADEDC",
        edge="#737C80", accent="#0A5760", on_accent="#FFFFFF", accent_press="#073F46",
        cursor="#E5F0F0", focus="#0A5760", record="#B3211B", block="#930F45", warn="#8A5800",
        info="#173F8A", disabled="#646C71",
    ),
    Theme.DARK: Colours(
        ground="#131618", sheet="#1B1F22", ink="#E9ECEC", ink2="#B1B9BC", line="#30373A",
        edge="#7F8A8E", accent="#73C7CE", on_accent="#04262A", accent_press="#9ADDE2",
        cursor="#1C3235", focus="#73C7CE", record="#FF7D70", block="#FF9DBE", warn="#E6C05C",
        info="#9DB8FF", disabled="#949DA1",
    ),
    Theme.CONTRAST: Colours(
        ground="#000000", sheet="#000000", ink="#FFFFFF", ink2="#FFFFFF", line="#FFFFFF",
        edge="#FFFFFF", accent="#FFD400", on_accent="#000000", accent_press="#FFFFFF",
        cursor="#000000", focus="#FFD400", record="#FF8A7A", block="#FF9DBE", warn="#FFD24D",
        info="#9DB8FF", disabled="#C8C8C8", frame=2,
    ),
}  # fmt: skip


class Weight(StrEnum):
    """The three faces that are shipped."""

    REGULAR = "Regular"
    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"


@dataclass(frozen=True, slots=True)
class Type:
    """A role of text: size, face, height of a line."""

    px: int
    weight: Weight
    line: int


class Role(StrEnum):
    """What a text is on the screen."""

    SCREEN_TITLE = "screen_title"
    LIVE = "live"
    SHEET_TITLE = "sheet_title"
    SECTION = "section"
    BIG_BUTTON = "big_button"
    BIG_QUIET = "big_quiet"
    STATEMENT = "statement"
    PARAGRAPH = "paragraph"
    BASE = "base"
    CONTROL = "control"
    STRONG = "strong"
    LABEL = "label"
    LABEL_HERE = "label_here"
    SECONDARY = "secondary"
    SECONDARY_STRONG = "secondary_strong"
    CAP = "cap"
    CLOCK = "clock"


TYPES = {
    Role.SCREEN_TITLE: Type(32, Weight.SEMIBOLD, 40),
    Role.LIVE: Type(23, Weight.REGULAR, 36),
    Role.SHEET_TITLE: Type(22, Weight.SEMIBOLD, 30),
    Role.SECTION: Type(20, Weight.SEMIBOLD, 28),
    Role.BIG_BUTTON: Type(20, Weight.SEMIBOLD, 28),
    Role.BIG_QUIET: Type(20, Weight.REGULAR, 28),
    Role.STATEMENT: Type(19, Weight.REGULAR, 28),
    Role.PARAGRAPH: Type(19, Weight.REGULAR, 30),
    Role.BASE: Type(17, Weight.REGULAR, 24),
    Role.CONTROL: Type(17, Weight.MEDIUM, 24),
    Role.STRONG: Type(17, Weight.SEMIBOLD, 24),
    Role.LABEL: Type(16, Weight.MEDIUM, 22),
    Role.LABEL_HERE: Type(16, Weight.SEMIBOLD, 22),
    Role.SECONDARY: Type(15, Weight.REGULAR, 21),
    Role.SECONDARY_STRONG: Type(15, Weight.MEDIUM, 21),
    Role.CAP: Type(14, Weight.MEDIUM, 18),
    Role.CLOCK: Type(28, Weight.MEDIUM, 34),
}
"""Interface concept 4.2; 1 em is `Role.BASE`."""

FAMILIES = ("IBM Plex Sans", "Inter", "Noto Sans", "Segoe UI", "sans-serif")


class Size(StrEnum):
    """A distance or an extent. Those in `_GROWING` grow with the text, the rest with its root."""

    HAIR = "hair"
    STEP1 = "step1"
    STEP2 = "step2"
    STEP3 = "step3"
    STEP4 = "step4"
    STEP6 = "step6"
    STEP8 = "step8"
    STEP12 = "step12"
    HEAD = "head"
    FOOT = "foot"
    MESSAGE = "message"
    BAR = "bar"
    TARGET = "target"
    BUTTON = "button"
    BIG = "big"
    TILE = "tile"
    ICON = "icon"
    ICON_SMALL = "icon_small"
    DOT = "dot"
    RADIUS = "radius"
    SHEET_RADIUS = "sheet_radius"
    CAP_RADIUS = "cap_radius"
    CAP_PADDING = "cap_padding"
    LABEL_COLUMN = "label_column"
    SHEET = "sheet"
    SHEET_PADDING = "sheet_padding"
    STOP_PADDING = "stop_padding"
    EVIDENCE_COLUMN = "evidence_column"
    FORM = "form"
    WAITING = "waiting"
    PANE = "pane"
    PANE_WIDE = "pane_wide"
    PANE_KEEPS = "pane_keeps"
    METER = "meter"
    METER_HIGH = "meter_high"
    UNDERLINE = "underline"
    FRAME = "frame"
    RING = "ring"
    RING_GAP = "ring_gap"
    RING_ROUND = "ring_round"
    SIGNER = "signer"
    STRIP_WIDE = "strip_wide"
    STRIP_HIGH = "strip_high"
    SMALLEST_WIDE = "smallest_wide"
    SMALLEST_HIGH = "smallest_high"
    FIRST_WIDE = "first_wide"
    FIRST_HIGH = "first_high"


SIZES = {
    Size.HAIR: 1, Size.STEP1: 4, Size.STEP2: 8, Size.STEP3: 12, Size.STEP4: 16, Size.STEP6: 24,
    Size.STEP8: 32, Size.STEP12: 48, Size.HEAD: 64, Size.FOOT: 88, Size.MESSAGE: 52,
    Size.BAR: 4, Size.TARGET: 44, Size.BUTTON: 48, Size.BIG: 64, Size.TILE: 52, Size.ICON: 22,
    Size.ICON_SMALL: 20, Size.DOT: 14, Size.RADIUS: 8, Size.SHEET_RADIUS: 10,
    Size.CAP_RADIUS: 4, Size.CAP_PADDING: 10, Size.LABEL_COLUMN: 188, Size.SHEET: 1000,
    Size.SHEET_PADDING: 32, Size.STOP_PADDING: 9, Size.EVIDENCE_COLUMN: 80, Size.FORM: 560,
    Size.WAITING: 400, Size.PANE: 360, Size.PANE_WIDE: 480,
    Size.PANE_KEEPS: 620, Size.METER: 174, Size.METER_HIGH: 20,
    Size.UNDERLINE: 2, Size.FRAME: 2, Size.RING: 3, Size.RING_GAP: 2, Size.RING_ROUND: 12,
    Size.SIGNER: 260,
    Size.STRIP_WIDE: 460, Size.STRIP_HIGH: 168, Size.SMALLEST_WIDE: 640,
    Size.SMALLEST_HIGH: 400, Size.FIRST_WIDE: 1280, Size.FIRST_HIGH: 800,
}  # fmt: skip

GROWING = frozenset({
    Size.ICON, Size.ICON_SMALL, Size.DOT, Size.LABEL_COLUMN, Size.EVIDENCE_COLUMN, Size.METER,
    Size.METER_HIGH, Size.SIGNER,
})  # fmt: skip
"""What holds text or stands beside it; see `Size`."""

FIXED = frozenset({
    Size.HAIR, Size.BAR, Size.RADIUS, Size.SHEET_RADIUS, Size.CAP_RADIUS, Size.UNDERLINE,
    Size.FRAME, Size.RING, Size.RING_GAP, Size.RING_ROUND, Size.SHEET, Size.SMALLEST_WIDE,
    Size.SMALLEST_HIGH, Size.FIRST_WIDE, Size.FIRST_HIGH,
})  # fmt: skip
"""What stays as it is at any text size."""

TEXT_SIZES = (100, 125, 150, 175, 200)
"""Per cent."""


class Width(StrEnum):
    """How much room the window has, counted in em."""

    NARROW = "narrow"
    REGULAR = "regular"
    WIDE = "wide"


REGULAR_FROM, SHORT_BELOW, WIDE_FROM = 60, 70, 92
"""em; below `SHORT_BELOW` the head and the foot take their short words."""

LIVE_ANCHOR = 0.55
"""Where the newest line stands, as a share of the height."""

METER_BARS = 22
SCROLL_MS = 120
TYPING_MS = 300
"""How long after a key what stands in an editor is kept (0.5 s at most may be lost)."""
SETTLE_MS = 150
"""How long a stop has to stand still before Space counts (a glance is no reading)."""
