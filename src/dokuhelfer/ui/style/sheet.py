"""The one stylesheet: names of tokens only, filled in for a theme and a text size."""

from __future__ import annotations

import re

from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import FAMILIES, Role, Size

_NAME = re.compile(r"@(\w+)(?:\.(\w+))?")

_TEMPLATE = """
QWidget { color: @ink; font-family: @families; font-size: @text.base; }
QMainWindow, QWidget#ground, QWidget#page, QDialog { background: @ground; }
QWidget#head { background: @ground; border-bottom: @px.hair solid @line; }
QWidget#foot { background: @ground; border-top: @px.hair solid @line; }
QWidget#message { background: @sheet; border-bottom: @px.hair solid @line; }
QWidget#recording { background: @record; }
QWidget#paused { background: @disabled; }
QFrame#card { background: @sheet; border: @px.hair solid @line;
              border-radius: @px.sheet_radius; }
QFrame#hair { background: @line; border: none; max-height: @px.hair; }
QWidget#band { background: @cursor; border-top-left-radius: @px.radius;
               border-top-right-radius: @px.radius; }
QLabel { background: transparent; }
@roles
QLabel[tone="quiet"] { color: @ink2; }
QLabel[tone="block"] { color: @block; }
QLabel[tone="warn"] { color: @warn; }
QLabel[tone="info"] { color: @info; }
QScrollArea, QScrollArea > QWidget > QWidget#column { background: transparent; border: none; }
QLineEdit { background: @sheet; border: @px.hair solid @edge; border-radius: @px.radius;
            padding: 0 @px.step4; min-height: @inner.tile; selection-background-color: @accent;
            selection-color: @on_accent; placeholder-text-color: @ink2; }
QPlainTextEdit { background: @sheet; border: @px.frame solid @accent;
                 border-radius: @px.radius; selection-background-color: @accent;
                 selection-color: @on_accent; placeholder-text-color: @ink2; }
QPlainTextEdit#transcript { border: none; }
QRadioButton#tile { background: @sheet; border: @px.hair solid @edge;
                    border-radius: @px.radius; padding: 0 @px.step4; spacing: @px.step3;
                    min-height: @inner.tile; }
QRadioButton#tile:checked { background: @cursor; border: @px.frame solid @accent; }
QRadioButton { spacing: @px.step2; min-height: @px.target; background: transparent; }
QRadioButton::indicator { width: @px.dot; height: @px.dot; border: @px.frame solid @edge;
                          border-radius: @round.dot; background: @sheet; }
QRadioButton::indicator:checked { border: @px.frame solid @accent;
    background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
                                stop: 0 @accent, stop: 0.55 @accent, stop: 0.6 @sheet); }
QCheckBox { spacing: @px.step2; min-height: @px.target; }
QListView { background: transparent; border: none; outline: none; }
QMenu { background: @sheet; border: @px.hair solid @edge; padding: @px.step2; }
QMenu::item { min-height: @px.target; padding: 0 @px.step6; background: transparent; }
QMenu::item:selected { background: @cursor; color: @ink; }
QMenu::item:disabled { color: @disabled; }
QScrollBar:vertical { background: transparent; width: @px.step3; margin: 0; }
QScrollBar::handle:vertical { background: @edge; min-height: @px.target;
                              border-radius: @px.step1; margin: @px.hair; }
QScrollBar:horizontal { background: transparent; height: @px.step3; margin: 0; }
QScrollBar::handle:horizontal { background: @edge; border-radius: @px.step1; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @line; }
QToolTip { background: @sheet; color: @ink; border: @px.hair solid @edge; }
"""


def stylesheet(look: Look) -> str:
    """The stylesheet for the look in force."""

    def filled(match: re.Match[str]) -> str:
        kind, name = match.group(1), match.group(2)
        if kind == "roles":
            return _roles(look)
        if name is None:
            return _families() if kind == "families" else look.value(kind)
        if kind == "text":
            return f"{look.text_px(Role(name))}px"
        pixels = look.px(Size(name))
        if kind == "inner":  # of a box whose border is counted on top
            pixels -= 2 * look.px(Size.FRAME)
        if kind == "round":  # half of a circle with its border
            pixels = pixels // 2 + look.px(Size.FRAME)
        return f"{pixels}px"

    return _NAME.sub(filled, _TEMPLATE)


def _families() -> str:
    return ", ".join(f'"{family}"' for family in FAMILIES)


def _roles(look: Look) -> str:
    """Size and weight of a `Text` by its role: the rule for all widgets would win over its font.

    Here for all of them, as Qt reads a widget's own sheet anew for each widget.
    """
    return "\n".join(
        f'QLabel[role="{role}"] {{ font-size: {look.text_px(role)}px;'
        f" font-weight: {look.weight(role)}; }}"
        for role in Role
    )
