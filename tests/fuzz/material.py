"""Bytes of a fuzzer → dictations and drafts: one byte picks a word, so that no input is wasted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TypeVar

from dokuhelfer.draft.context import Context, Shift
from dokuhelfer.transcript.model import Segment, Transcript

Value = TypeVar("Value")

_SAID = """
Frau Alt Herr Kowalski Dr. Weber Zimmer Tochter Sohn Hausarzt ich er sie wir man es Person K. M.
der die das den dem ein eine einen und oder aber weil dass wenn ob dann also bitte noch nicht kein
keine ohne nie RR Blutdruck Puls Temperatur Gewicht BZ Sättigung NRS eins zwei zwo drei sieben
zwölf zwanzig siebenunddreißig hundert achtzig tausend dreizehnhundert null halb halbe viertel
dreiviertel anderthalb eineinhalb achtunddreißig vierundzwanzigtausend zweiten siebzehnter dritten
November mal x zu auf über durch von bis um gegen nach vor kurz Punkt Komma Doppelpunkt Absatz neue
Zeile Fragezeichen Zitat Ende Anführungszeichen unten oben Klammer Bindestrich Uhr Minuten Stunde
Tropfen Milligramm mg ml Liter Grad Celsius Prozent % Euro € cm Zentimeter IE Einheiten Hub Tablette
Tag Woche heute gestern morgen abends nachts Montag Dienstag Mitternacht mittags nein nee Quatsch
Moment meine korrigiere Korrektur besser gesagt sorry streich ach was vielmehr äh ähm letzten Satz
löschen nochmal vorn vierzehn- links rechts Arm Knie Ferse Bein hat hatte ist war wird wurde
soll kann geht gegeben getrunken gegessen gestürzt gefallen informiert angerufen erreicht sagt meint
gibt an lehnt ab laut wohl etwa ca. vielleicht falls sofern geplant Novalgin Metamizol
Insulin Tee Wasser Brot Schmerzen Wunde Baustein Lagerung Feld lass offen trag
später kommt Diktat net isch han koi wat dat icke jo mei 17.11. 17.11.2026 8.30 08:30 136/85 136 85
37,8 1.500 2x3 1/2 500mg 1-0-1 0171 1000000 3. z. B. , . : ; – - ? ! „ “ " ( ) ...
"""
# Saved inputs mean words by their place: words are exchanged or added at the end only.
WORDS = ("\n", "\n\n", *dict.fromkeys(_SAID.split()))
_FREE = 255
"""This byte takes the next two as a code point, so that any text can come about."""
_BREAK = 254
_RECORDED = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)


class Material:
    """Bytes read from the front; beyond their end everything is zero and every text empty."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def left(self) -> bool:
        """Whether bytes are left."""
        return self._at < len(self._data)

    def byte(self) -> int:
        """The next byte."""
        value = self._data[self._at] if self.left else 0
        self._at += 1
        return value

    def pick(self, choices: Sequence[Value]) -> Value:
        """One of ``choices``."""
        return choices[self.byte() % len(choices)]

    def rest(self) -> bytes:
        """All bytes that are left."""
        rest, self._at = self._data[self._at :], len(self._data)
        return rest

    def text(self) -> str:
        """Words up to a break or the end."""
        words: list[str] = []
        while self.left and (byte := self.byte()) != _BREAK:
            words.append(self._any() if byte == _FREE else WORDS[byte % len(WORDS)])
        return " ".join(words)

    def _any(self) -> str:
        code = self.byte() << 8 | self.byte()
        return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)

    def transcript(self) -> Transcript:
        """Up to four segments."""
        count = self.byte() % 4 + 1
        texts = [self.text() for _ in range(count)]
        return Transcript(tuple(Segment(id, None, None, text) for id, text in enumerate(texts)))

    def context(self) -> Context:
        """Some of what a context file may say."""
        bits = self.byte()
        return Context(
            person="Frau Alt" if bits & 1 else None,
            shift=(None, Shift.FRUEH, Shift.SPAET, Shift.NACHT)[bits >> 1 & 3],
            recorded=_RECORDED if bits & 8 else None,
            role="Sozialarbeiter" if bits & 16 else None,
        )
