"""Every screen of the window with the concept's example on it: for pictures and measuring."""

from __future__ import annotations

from collections.abc import Callable

from dokuhelfer.ui.cover import Cover
from dokuhelfer.ui.page import Page
from dokuhelfer.ui.profile import Profile
from dokuhelfer.ui.screens.cuts import CutsScreen
from dokuhelfer.ui.screens.hidden import HiddenScreen
from dokuhelfer.ui.screens.home import HomeScreen, Offered
from dokuhelfer.ui.screens.imports import ImportScreen
from dokuhelfer.ui.screens.overview import OverviewScreen
from dokuhelfer.ui.screens.profile import ProfileScreen
from dokuhelfer.ui.screens.reading import ReadingScreen
from dokuhelfer.ui.screens.recording import RecordingScreen
from dokuhelfer.ui.screens.shift_end import ShiftEndScreen
from dokuhelfer.ui.screens.signed_off import Signed, SignedOffScreen
from dokuhelfer.ui.shell import Shell
from dokuhelfer.ui.style.look import Look
from dokuhelfer.ui.widgets.fate_row import Fate, OpenItem
from dokuhelfer.ui.widgets.foot import FootMode, FootState
from dokuhelfer.ui.widgets.head import HeadState
from dokuhelfer.ui.widgets.message_line import Note
from dokutest import window_sample as sample

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


def recording_paused(shell: Shell, look: Look) -> None:
    recording(shell, look)
    shell.show_recording(on=True, paused=True)
    shell.foot.show_state(FootState(FootMode.RECORDING, clock="0:42", paused=True))


def _reading(shell: Shell, look: Look, page: Page) -> ReadingScreen:
    screen = ReadingScreen(look)
    screen.calm = True
    shell.show_page(screen)
    screen.show_page(page)
    screen.setFocus()
    cursor = min(page.cursor, len(page.stops) - 1)
    shell.head.show_state(
        HeadState(
            at_home=False, person=_HEAD.person, template=_HEAD.template, when=_HEAD.when,
            when_short=_HEAD.when_short, waiting=3, profile="MK",
            place=f"{cursor + 1} von {len(page.stops)}",
        )
    )  # fmt: skip
    ready = page.all_read
    shell.foot.show_state(
        FootState(
            FootMode.READING, left=page.left, blocked=page.blocked, ready=ready,
            signer=_SIGNER if ready else "",
        )
    )  # fmt: skip
    return screen


def reading_finding(shell: Shell, look: Look) -> None:
    _reading(shell, look, sample.page(1))


def reading_normal(shell: Shell, look: Look) -> None:
    _reading(shell, look, sample.page(3))


def reading_long(shell: Shell, look: Look) -> None:
    _reading(shell, look, sample.long_page())


def reading_editing(shell: Shell, look: Look) -> None:
    screen = _reading(shell, look, sample.page(3))
    screen.stops.open_editor("Kühlpack aufgelegt, 20 Minuten, dann Haut nachgesehen.")
    page = sample.page(3)
    shell.foot.show_state(
        FootState(FootMode.READING, left=page.left, blocked=page.blocked, editing=True)
    )


def reading_field(shell: Shell, look: Look) -> None:
    screen = _reading(shell, look, sample.page(3))
    screen.stops.lead(on=False)
    screen.stops.show_live("massnahme", sample.passage("Dazu Knie hochgelagert, zehn Minuten"))
    screen.stops.ask_how("massnahme", replaceable=True)
    shell.show_recording(on=True)
    shell.foot.show_state(FootState(FootMode.FIELD, clock="0:05"))
    shell.foot.show_level(0.5, "Pegel gut")


def reading_message(shell: Shell, look: Look) -> None:
    _reading(shell, look, sample.page(3))
    text = "Kein Mikrofon gefunden. Sie können tippen oder eine Aufnahme einlesen."
    answers = (("Erneut suchen", _nothing), ("Einlesen …", _nothing))
    shell.messages.post(Note("microphone", "block", text, answers, pending=True))
    shell.messages.post(Note("memory", "info", "Alles ist schon gesichert."))


def _nothing() -> None:
    pass


def reading_pane(shell: Shell, look: Look) -> None:
    screen = _reading(shell, look, sample.page(3))
    screen.offer_dictation(there=True)
    screen.pane.show_said(sample.SAID, 3)
    screen.show_pane(shown=True)


def reading_ready(shell: Shell, look: Look) -> None:
    _reading(shell, look, sample.all_read())


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
    screen.show_rows(sample.WAITING, sample.WAITING[2:])
    screen.tell_overdue(
        "2 Entwürfe wurden am 17.11.2026 nach 7 Tagen vernichtet.",
        ("Pflegebericht · 09.11.2026", "Sturzprotokoll · 09.11.2026"),
    )
    shell.head.show_state(HeadState(profile="MK"))
    shell.foot.show_state(FootState(FootMode.PLAIN))


def shift_end(shell: Shell, look: Look) -> None:
    screen = ShiftEndScreen(look)
    shell.show_page(screen)
    screen.begin(
        (
            *(OpenItem(row, "24.11.") for row in sample.WAITING),
            OpenItem(sample.HEARD, fates=frozenset({Fate.KEEP})),
        ),
        others=True,
    )
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


def hidden(shell: Shell, look: Look) -> None:
    reading_normal(shell, look)
    Cover(shell, HiddenScreen(look, shell)).toggle()


SCREENS: dict[str, Callable[[Shell, Look], None]] = {
    "home": home, "home-empty": home_empty, "recording": recording,
    "recording-paused": recording_paused, "reading-long": reading_long,
    "reading-editing": reading_editing, "reading-field": reading_field,
    "reading-message": reading_message, "hidden": hidden,
    "reading-finding": reading_finding, "reading-normal": reading_normal,
    "reading-ready": reading_ready, "reading-pane": reading_pane, "signed-off": signed_off,
    "signed-again": signed_again,
    "cuts": cuts, "cuts-loose": cuts_loose, "overview": overview, "profile": profile,
    "shift-end": shift_end,
    "imports": imports, "imports-empty": imports_empty, "imports-drop": imports_drop,
}  # fmt: skip
