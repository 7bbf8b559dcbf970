"""All screens of the window, made once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from dokuhelfer.draft.template.model import Template
from dokuhelfer.ui.screens.cuts import CutsScreen
from dokuhelfer.ui.screens.hidden import HiddenScreen
from dokuhelfer.ui.screens.home import HomeScreen, Offered
from dokuhelfer.ui.screens.imports import ImportScreen
from dokuhelfer.ui.screens.overview import OverviewScreen
from dokuhelfer.ui.screens.profile import ProfileScreen
from dokuhelfer.ui.screens.reading import ReadingScreen
from dokuhelfer.ui.screens.recording import RecordingScreen
from dokuhelfer.ui.screens.shift_end import ShiftEndScreen
from dokuhelfer.ui.screens.signed_off import SignedOffScreen
from dokuhelfer.ui.shelf import titles_of
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.style.look import Look


class Stage:
    """The screens; `hidden` covers the window, the others are its pages."""

    def __init__(self, shell: Shell, look: Look, templates: Mapping[str, Template]) -> None:
        self.home = HomeScreen(look, tuple(Offered(*one) for one in titles_of(templates).items()))
        self.recording = RecordingScreen(look)
        self.reading = ReadingScreen(look)
        self.signed = SignedOffScreen(look)
        self.profile = ProfileScreen(look)
        self.cuts = CutsScreen(look)
        self.imports = ImportScreen(look)
        self.overview = OverviewScreen(look)
        self.shift_end = ShiftEndScreen(look)
        self.hidden = HiddenScreen(look, shell)

    @property
    def pages(self) -> tuple[QWidget, ...]:
        """Those that come to the front, in the order in which a dictation meets them."""
        return (
            self.home, self.imports, self.recording, self.reading, self.signed, self.cuts,
            self.overview, self.shift_end, self.profile,
        )  # fmt: skip
