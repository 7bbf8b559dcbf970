"""Starts the window: application, look, templates, desk."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from dokuhelfer.config.load import Configuration
from dokuhelfer.messages.catalogue import Catalogue
from dokuhelfer.ui.desk import Desk
from dokuhelfer.ui.idle import Idle, ahead
from dokuhelfer.ui.lane import SWITCH
from dokuhelfer.ui.orders import allowed
from dokuhelfer.ui.shelf import offered_templates
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Theme
from dokuhelfer.ui.tidying import Tidying
from dokuhelfer.ui.translation import speak

_ALIVE_MS = 200
"""How often Python gets a turn while nothing happens, so that a signal of the system is seen."""


def run(configuration: Configuration, catalogue: Catalogue) -> int:
    """Open the window and stay until it is closed."""
    application = make_application(sys.argv[:1], catalogue.language)
    sys.setswitchinterval(SWITCH)
    shell = make_window(configuration, catalogue)
    shell.show()
    attend(shell)
    alive = QTimer()
    alive.timeout.connect(lambda: None)
    alive.start(_ALIVE_MS)
    return application.exec()


def quit_in_order(*_: object) -> None:
    """The system asks for an end: the window closes as if somebody had closed it."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.closeAllWindows()


def make_application(arguments: Sequence[str], language: str = "de") -> QApplication:
    """The application object, dressed, and speaking "de" or "en"."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(list(arguments))
    application.setApplicationName("Dokuhelfer")
    application.setStyle("Fusion")
    speak(application, language)
    return application


def make_window(configuration: Configuration, catalogue: Catalogue) -> Shell:
    """The window with everything that moves it."""
    look = Look(_theme_of_system())
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda _: look.choose(theme=_theme_of_system()))
    shell = Shell(look)
    templates = offered_templates(configuration.settings)
    engines = allowed(configuration)
    Desk(shell, look, configuration.settings, templates, catalogue, engines)
    return shell


def attend(shell: Shell) -> None:
    """What goes on beside a window as long as it stands."""
    Tidying(shell)
    desk = shell.findChild(Desk)
    if desk is not None:
        Idle(shell, ahead(shell, desk.look, desk.stage.pages))


def _theme_of_system() -> Theme:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return Theme.CONTRAST
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    return Theme.DARK if dark else Theme.LIGHT
