"""The table of tokens: readable in every theme, and the only place of colours and pixels."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.sheet import stylesheet
from dokuhelfer.ui.style.tokens import COLOURS, TEXT_SIZES, TYPES, Role, Size, Theme

UI = Path(__file__).resolve().parents[2] / "src" / "dokuhelfer" / "ui"
MODULES = sorted(UI.rglob("*.py"))
TEXT = [
    ("ink", "sheet"), ("ink", "ground"), ("ink", "cursor"), ("ink2", "sheet"), ("ink2", "ground"),
    ("ink2", "cursor"), ("on_accent", "accent"), ("on_accent", "accent_press"),
    ("accent", "sheet"), ("accent", "cursor"), ("block", "sheet"), ("block", "cursor"),
    ("warn", "sheet"), ("warn", "cursor"), ("warn", "ground"), ("info", "sheet"),
    ("info", "cursor"), ("record", "ground"), ("disabled", "ground"), ("disabled", "sheet"),
]  # fmt: skip
SHAPES = [
    ("edge", "sheet"), ("edge", "cursor"), ("edge", "ground"), ("focus", "ground"),
    ("focus", "cursor"), ("focus", "sheet"),
]  # fmt: skip


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("pair", TEXT, ids="-".join)
def test_text_can_be_read(theme: Theme, pair: tuple[str, str]) -> None:
    colours = COLOURS[theme]
    assert contrast(getattr(colours, pair[0]), getattr(colours, pair[1])) >= 4.5


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("pair", SHAPES, ids="-".join)
def test_borders_and_focus_can_be_seen(theme: Theme, pair: tuple[str, str]) -> None:
    colours = COLOURS[theme]
    assert contrast(getattr(colours, pair[0]), getattr(colours, pair[1])) >= 3


def test_nothing_is_smaller_than_fourteen() -> None:
    assert set(TYPES) == set(Role)
    assert min(kind.px for kind in TYPES.values()) == 14


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_colours_stand_in_the_table_only(module: Path) -> None:
    text = module.read_text("utf-8")
    if module.name != "tokens.py":
        assert not re.search(r"#[0-9A-Fa-f]{6}\b|rgba?\(|Qt\.GlobalColor\.(?!transparent)", text)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_pixels_stand_in_the_table_only(module: Path) -> None:
    """No call that sets an extent takes a number of more than one digit."""
    text = module.read_text("utf-8")
    calls = r"(?:setFixed\w+|setM(?:in|ax)imum(?:Width|Height|Size)|setContentsMargins|setSpacing"
    if module.name != "tokens.py":
        assert not re.search(calls + r"|resize|addSpacing|setPixelSize)\([^)\n]*\b\d\d+\b", text)
        assert not re.search(r"\b\d+px\b", text)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_modules_are_small(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_no_words_are_read_as_markup(module: Path) -> None:
    forbidden = (
        r"QTextBrowser|QTextEdit\b(?<!QPlainTextEdit)|setHtml|RichText|WebEngine|QMessageBox"
    )
    assert not re.search(forbidden, module.read_text("utf-8"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_plain_labels_come_from_one_place(module: Path) -> None:
    """`QLabel` guesses at markup; `widgets.text.Text` does not."""
    for made in re.findall(r"\bQLabel\(([^)]*)\)", module.read_text("utf-8")):
        assert module.name == "text.py" or made == "", "QLabel with words"


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_the_stylesheet_has_no_name_left(theme: Theme, percent: int) -> None:
    assert "@" not in stylesheet(Look(theme, percent))


def test_targets_stay_large_and_space_grows_slowly() -> None:
    look = Look(percent=200)
    assert look.px(Size.STEP6) == 34
    assert look.text_px(Role.BASE) == 34
    assert look.px(Size.TARGET) >= 44
