"""Who documents: asked for in place, before the first signing or from the head."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dokuhelfer.errors import DokuError
from dokuhelfer.ui.profile import Profile, load_profile, save_profile
from dokuhelfer.ui.screens.profile import ProfileScreen
from dokuhelfer.ui.widgets.message_line import MessageLine, Note

translate = QCoreApplication.translate


class ProfileDesk(QObject):
    """The profile of this device.

    Signals:
        closed: entered or left; back to where one was.

    Attributes:
        profile: as it is now.
    """

    closed = Signal()

    def __init__(self, screen: ProfileScreen, messages: MessageLine) -> None:
        super().__init__(screen)
        self._screen = screen
        self._messages = messages
        self.profile = load_profile()
        screen.entered.connect(self._take)
        screen.left.connect(self.closed)

    def ask(self) -> None:
        """Show what is known, to be changed."""
        self._screen.show_profile(self.profile)

    def reload(self) -> None:
        """Take the profile as it is kept now."""
        self.profile = load_profile()

    def _take(self, profile: Profile) -> None:
        self.profile = profile
        try:
            save_profile(profile)
        except (DokuError, OSError):
            text = translate("Desk", "Das Profil gilt bis zum Ende; es ließ sich nicht sichern.")
            self._messages.post(Note("profile", "warn", text))
        self.closed.emit()
