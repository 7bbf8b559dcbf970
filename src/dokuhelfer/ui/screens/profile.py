"""Who documents: three fields, asked once before the first signing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dokuhelfer.ui.profile import Profile
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Role, Size
from dokuhelfer.ui.widgets.button import Button, Kind
from dokuhelfer.ui.widgets.scrolling import scrolling
from dokuhelfer.ui.widgets.text import Text

translate = QCoreApplication.translate


class ProfileScreen(QWidget):
    """Kürzel, name, qualification.

    Signals:
        entered: a `Profile` with initials.
        left: back without change.
    """

    entered = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("page")
        self.initials = QLineEdit()
        self.initials.setMaxLength(12)
        self.name = QLineEdit()
        self.role = QLineEdit()
        form = QWidget()
        column = QVBoxLayout(form)
        column.addWidget(Text(look, translate("Profile", "Wer dokumentiert?"), Role.SCREEN_TITLE))
        for label, field in (
            (translate("Profile", "Kürzel"), self.initials),
            (translate("Profile", "Name"), self.name),
            (translate("Profile", "Qualifikation"), self.role),
        ):
            column.addSpacing(look.px(Size.STEP1))
            column.addWidget(Text(look, label, Role.STRONG))
            field.setAccessibleName(label)
            field.returnPressed.connect(self._enter)
            column.addWidget(field)
        row = QHBoxLayout()
        back = Button(look, translate("Profile", "Zurück"), key="Esc")
        back.clicked.connect(self.left)
        keep = Button(look, translate("Profile", "Übernehmen"), key="Enter", kind=Kind.FILLED)
        keep.clicked.connect(self._enter)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(keep)
        column.addSpacing(look.px(Size.STEP4))
        column.addLayout(row)
        column.addStretch(1)
        form.setFixedWidth(look.px(Size.FORM))
        sheet = QWidget()
        sheet.setObjectName("column")
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(0, look.px(Size.STEP8), 0, look.px(Size.STEP4))
        inner.addWidget(form, 1, Qt.AlignmentFlag.AlignHCenter)
        scroll = scrolling()
        scroll.setWidget(sheet)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def show_profile(self, profile: Profile) -> None:
        """Fill the fields."""
        self.initials.setText(profile.initials)
        self.name.setText(profile.name)
        self.role.setText(profile.role)
        self.initials.setFocus()

    def _enter(self) -> None:
        initials = self.initials.text().strip()
        if initials:
            self.entered.emit(Profile(initials, self.name.text().strip(), self.role.text().strip()))
        else:
            self.initials.setFocus()
