"""Pictures of every screen: light and dark, 1024×640, 1280×800 and 200 % text.

    python tests/ui/render.py [--english] FOLDER [NAME ...]

The pictures are looked at beside the concept; nothing compares them by pixels.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "helpers"))

from dokuhelfer.ui.app import make_application
from dokuhelfer.ui.profile import Profile
from dokuhelfer.ui.screens.cuts import CutsScreen
from dokuhelfer.ui.screens.home import HomeScreen, Offered
from dokuhelfer.ui.screens.imports import ImportScreen
from dokuhelfer.ui.screens.overview import OverviewScreen
from dokuhelfer.ui.screens.profile import ProfileScreen
from dokuhelfer.ui.screens.reading import ReadingScreen
from dokuhelfer.ui.screens.recording import RecordingScreen
from dokuhelfer.ui.screens.signed_off import Signed, SignedOffScreen
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.style.tokens import Theme
from dokuhelfer.ui.widgets.foot import FootMode, FootState
from dokuhelfer.ui.widgets.head import HeadState
from dokutest import window_sample as sample

SIZES = {
    "1024": (1024, 640, 100), "1280": (1280, 800, 100), "200": (1024, 640, 200),
    "2560": (2560, 1440, 100),
}  # fmt: skip
_OFFERED = tuple(
    Offered(id, title)
    for id, title in (
        ("pflegebericht", "Pflegebericht"), ("schichtuebergabe", "Übergabe"),
        ("vitalwerte", "Vitalwerte"), ("sturzprotokoll", "Sturzprotokoll"),
        ("wunddokumentation", "Wunddokumentation"),
    )
)  # fmt: skip
_HEAD = HeadState(
    at_home=False, person="Frau Lindemann · Zimmer 12", template="Pflegebericht",
    when="17.11.2026 · 07:30 Uhr", when_short="07:30 Uhr", waiting=3, profile="MK",
)  # fmt: skip
_SIGNER = "Maria Kessler (MK), Pflegefachkraft · 17.11.2026, 08:14 Uhr · in die Zwischenablage"


def home(shell: Shell, look: Look) -> None:
    screen = HomeScreen(look, _OFFERED)
    shell.show_page(screen)
    screen.show_waiting(sample.WAITING)
    shell.head.show_state(HeadState(profile="MK"))
    shell.foot.show_state(FootState(microphone="Headset Jabra Evolve2"))


def home_empty(shell: Shell, look: Look) -> None:
    home(shell, look)
    screen = shell.pages.currentWidget()
    assert isinstance(screen, HomeScreen)
    screen.show_waiting(())


def recording(shell: Shell, look: Look) -> None:
    screen = RecordingScreen(look)
    shell.show_page(screen)
    screen.live.show_words(sample.SPOKEN, sample.TAIL)
    shell.show_recording(on=True)
    shell.head.show_state(
        HeadState(
            at_home=False, person="Frau Lindemann · Zimmer 12", template="Pflegebericht",
            when="17.11.2026 · Frühdienst", when_short="Frühdienst", profile="MK", recording=True,
        )
    )  # fmt: skip
    shell.foot.show_state(FootState(FootMode.RECORDING, clock="0:42"))
    shell.foot.show_level(0.6, "Pegel gut")


def _reading(shell: Shell, look: Look, cursor: int) -> None:
    screen = ReadingScreen(look)
    screen.calm = True
    shell.show_page(screen)
    page = sample.page(cursor)
    screen.show_page(page)
    shell.head.show_state(
        HeadState(
            at_home=False, person=_HEAD.person, template=_HEAD.template, when=_HEAD.when,
            when_short=_HEAD.when_short, waiting=3, profile="MK",
            place=f"{cursor + 1} von {len(page.stops)}",
        )
    )  # fmt: skip
    shell.foot.show_state(FootState(FootMode.READING, left=page.left, blocked=page.blocked))


def reading_finding(shell: Shell, look: Look) -> None:
    _reading(shell, look, 1)


def reading_normal(shell: Shell, look: Look) -> None:
    _reading(shell, look, 3)


def reading_pane(shell: Shell, look: Look) -> None:
    _reading(shell, look, 3)
    screen = shell.pages.currentWidget()
    assert isinstance(screen, ReadingScreen)
    screen.offer_dictation(there=True)
    screen.pane.show_said(sample.SAID, 3)
    screen.show_pane(shown=True)


def reading_ready(shell: Shell, look: Look) -> None:
    _reading(shell, look, 3)
    shell.foot.show_state(FootState(FootMode.READING, ready=True, signer=_SIGNER))


def signed_off(shell: Shell, look: Look) -> None:
    screen = SignedOffScreen(look)
    shell.show_page(screen)
    screen.show_signed(
        Signed(
            "Maria Kessler (MK), Pflegefachkraft · 17.11.2026, 08:14 Uhr",
            sample.PARAGRAPH, sample.AI_LINE, 1000,
        )
    )  # fmt: skip
    screen.offer_print(there=True)
    screen.show_clipboard(48)
    shell.head.show_state(_HEAD)
    shell.foot.show_state(FootState(FootMode.SIGNED, next_draft="Herr Kowalczyk"))


def signed_again(shell: Shell, look: Look) -> None:
    screen = SignedOffScreen(look)
    shell.show_page(screen)
    earlier = (("MK, 17.11.2026, 08:14 Uhr", f"{sample.PARAGRAPH} {sample.AI_LINE}"),)
    who = "Maria Kessler (MK), Pflegefachkraft · 17.11.2026, 09:02 Uhr"
    screen.show_signed(Signed(who, sample.PARAGRAPH, sample.AI_LINE, earlier=earlier))
    screen.offer_print(there=True)
    screen.show_clipboard(60)
    shell.head.show_state(_HEAD)
    shell.foot.show_state(FootState(FootMode.SIGNED))


def overview(shell: Shell, look: Look) -> None:
    screen = OverviewScreen(look)
    shell.show_page(screen)
    screen.show_rows(sample.WAITING, sample.WAITING[2:], end_of_shift=True)
    shell.head.show_state(HeadState(profile="MK"))
    shell.foot.show_state(FootState(FootMode.PLAIN))


def cuts(shell: Shell, look: Look) -> None:
    screen = CutsScreen(look)
    shell.show_page(screen)
    screen.offer_sound(there=True)
    screen.show_page(sample.CUTS, 2)
    screen.list.setFocus()
    shell.head.show_state(HeadState(profile="MK"))
    shell.foot.show_state(FootState(FootMode.PLAIN))


def cuts_loose(shell: Shell, look: Look) -> None:
    cuts(shell, look)
    screen = shell.pages.currentWidget()
    assert isinstance(screen, CutsScreen)
    screen.show_page(sample.CUTS, 2)
    screen.list.toggle_words()
    screen.show_page(sample.CUTS, 4)


def imports(shell: Shell, look: Look) -> None:
    screen = ImportScreen(look)
    shell.show_page(screen)
    screen.show_rows(sample.IMPORTS, has_over=True)
    screen.take_focus()
    shell.head.show_state(HeadState(profile="MK"))
    shell.foot.show_state(FootState(FootMode.PLAIN))


def imports_empty(shell: Shell, look: Look) -> None:
    imports(shell, look)
    screen = shell.pages.currentWidget()
    assert isinstance(screen, ImportScreen)
    screen.show_rows(())
    screen.take_focus(otherwise=True)


def imports_drop(shell: Shell, look: Look) -> None:
    imports(shell, look)
    shell.drop_cover.cover(on=True)


def profile(shell: Shell, look: Look) -> None:
    screen = ProfileScreen(look)
    shell.show_page(screen)
    screen.show_profile(Profile("MK", "Maria Kessler", "Pflegefachkraft"))
    shell.head.show_state(HeadState(profile="MK"))
    shell.foot.show_state(FootState(FootMode.PLAIN))


SCREENS: dict[str, Callable[[Shell, Look], None]] = {
    "home": home, "home-empty": home_empty, "recording": recording,
    "reading-finding": reading_finding, "reading-normal": reading_normal,
    "reading-ready": reading_ready, "reading-pane": reading_pane, "signed-off": signed_off,
    "signed-again": signed_again,
    "cuts": cuts, "cuts-loose": cuts_loose, "overview": overview, "profile": profile,
    "imports": imports, "imports-empty": imports_empty, "imports-drop": imports_drop,
}  # fmt: skip


def render(folder: Path, names: list[str], language: str) -> None:
    """Write a picture for each screen, theme and size."""
    application = make_application(sys.argv[:1], language)
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in SCREENS.items():
        if names and name not in names:
            continue
        for size, (wide, high, percent) in SIZES.items():
            for theme in Theme:
                if theme is Theme.CONTRAST and size != "1280":
                    continue
                look = Look(theme, percent)
                shell = Shell(look)
                shell.resize(wide, high)
                shell.show()
                make(shell, look)
                for _ in range(4):
                    application.processEvents()
                make_again = shell.pages.currentWidget()
                if isinstance(make_again, ReadingScreen):
                    make_again.show_page(sample.page(1 if name == "reading-finding" else 3))
                for _ in range(4):
                    application.processEvents()
                shell.grab().save(str(folder / f"{name}-{size}-{theme}.png"))
                shell.close()
                shell.deleteLater()


if __name__ == "__main__":
    in_english = sys.argv[1] == "--english"
    render(Path(sys.argv[1 + in_english]), sys.argv[2 + in_english :], "en" if in_english else "de")
