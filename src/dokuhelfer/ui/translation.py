"""The language of the window: German as it is written in the source, English from a table.

Documents and templates stay German in a window of any language.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

_LOCALES = {
    "de": QLocale(QLocale.Language.German, QLocale.Country.Germany),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}

_WORDS = Path(__file__).with_name("translations")


def speak(application: QApplication, language: str) -> tuple[QTranslator, ...]:
    """Say everything in a language from here on; what stands already stays as it is.

    Args:
        language: "de" or "en".

    Returns:
        What was installed, so that it can be removed again.
    """
    locale = _LOCALES[language]
    QLocale.setDefault(locale)
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    tables = QTranslator(application), QTranslator(application)
    found = (
        tables[0].load(locale, "qtbase", "_", of_qt),  # dialogs and menus
        tables[1].load(locale, "dokuhelfer", "_", str(_WORDS)),
    )
    installed = tuple(table for table, there in zip(tables, found, strict=True) if there)
    for table in installed:
        application.installTranslator(table)
    return installed
