"""Six dictations like those staff speak, against what a reader expects of them."""

from __future__ import annotations

from typing import Any

import pytest

from dokuhelfer.draft.normalise.model import join

DICTATIONS = [
    (
        "Frau Lindner Komma heute früh halb sieben Komma war beim Anziehen müder als sonst Komma "
        "kein Fieber Punkt neue Zeile sie sagte Anführungszeichen unten ich hab nicht geschlafen "
        "Anführungszeichen oben Punkt",
        "Frau Lindner, heute früh 06:30, war beim Anziehen müder als sonst, kein Fieber.\n"
        "sie sagte „ich hab nicht geschlafen“.",
    ),
    (
        "Also ich schreibe für Herr Demir. Heute Morgen neun Uhr ich wollte ihn waschen, aber er "
        "hat gesagt nein, später. Ich habe gefragt drei Mal.",
        "ich schreibe für Herr Demir. Heute Morgen 09:00 Uhr ich wollte ihn waschen, aber er "
        "hat gesagt nein, später. Ich habe gefragt dreimal.",
    ),
    (
        "So, Übergabe. Zimmer 4, Herr Nowak, hat um halb zwei geklingelt, BZ war bei 58, eine "
        "Viertelstunde später 101 und um fünf 126. Sonde lief bis um elf.",
        "Übergabe. Zimmer 4, Herr Nowak, hat um 01:30 geklingelt, BZ war bei 58, eine "
        "Viertelstunde später 101 und um 05:00 126. Sonde lief bis um 23:00.",
    ),
    (
        "Herr Brandt, 3 Uhr 50. RR 176 zu, äh nein, 167 zu 92, Puls 88, Sättigung 93 Prozent unter "
        "2 Litern, Temperatur 38,4 im Ohr. BZ war 10,9 Millimol, eine halbe Stunde nach dem Essen.",
        "Herr Brandt, 03:50 Uhr. RR 167/92, Puls 88, Sättigung 93 % unter 2 l, "
        "Temperatur 38,4 im Ohr. BZ war 10,9 mmol, eine halbe Stunde nach dem Essen.",
    ),
    (
        "Zum Frühstück Tee, zweihundertfünfzig, alles. Um halb fünf ein Glas Wasser, davon "
        "höchstens die Hälfte. Ein halbes Brot, Nudeln vielleicht ein Viertel. Zielmenge "
        "dreizehnhundert.",
        "Zum Frühstück Tee, 250, alles. Um 04:30 ein Glas Wasser, davon höchstens "
        "die Hälfte. 1/2 Brot, Nudeln vielleicht 1/4. Zielmenge 1.300.",
    ),
    (
        "Schulden, schätzt er, sind's um die dreizehn-, nee, dreiundzwanzigtausend. Er sagt: Ich "
        "mach die Post nicht mehr auf. Ich rufe, nein, er ruft selber an. Miete "
        "neunhundertzwanzig, nächster Termin Dienstag, fünfzehn Uhr dreißig.",
        "Schulden, schätzt er, sind's um die 23.000. Er sagt: „Ich mach "
        "die Post nicht mehr auf.“ er ruft selber an. Miete 920, "
        "nächster Termin Dienstag, 15:30 Uhr.",
    ),
]


@pytest.mark.parametrize(("said", "written"), DICTATIONS)
def test_dictation(heard: Any, said: str, written: str) -> None:
    assert join(heard(said, shift="nacht", recorded="06:40").tokens) == written
