"""Made-up dictations of any length to measure with: sentences of a ward, never twice the same."""

from __future__ import annotations

from itertools import count, islice

from dokuhelfer.transcript.model import Segment, Transcript

_SENTENCES = (
    "{opening} {name} {ate} gegessen und {drank} Milliliter Tee getrunken.",
    "Der Blutdruck war um {hour} Uhr {upper} zu {lower}, der Puls {pulse}.",
    "Temperatur {warm} Komma {tenth} Grad, sie gibt an, keine Schmerzen zu haben.",
    "Am {side} {limb} ist eine Rötung von {small} mal {tenth} Zentimetern, Haut sonst intakt.",
    "Ich habe {relative} gegen {hour} angerufen, nein, das war {kin}, die Mailbox ging ran.",
    "Vor dem Schlafen wollte sie {drug} nicht nehmen, {drops} Tropfen stehen noch auf dem Tisch.",
    "Äh also beim Gang ins Bad hat sie zweimal gesagt, ihr sei schwindelig.",
    "Die Wunde an der {side} Ferse wurde verbunden, der nächste Wechsel ist am {day} geplant.",
    "Um halb {small} hat sie geklingelt, weil {need} fehlte, danach war sie ruhig.",
    "Laut {relative} schläft sie zu Hause höchstens {small} Stunden.",
)
_LISTS: dict[str, tuple[str, ...]] = {
    "opening": ("Heute hat", "Zum Mittag hat", "Am Abend hat", "Gegen Mittag hat", "Zuletzt hat"),
    "name": ("sie", "die Bewohnerin", "Frau Lindner", "Frau Brandes"),
    "ate": ("wenig", "die Hälfte", "ein halbes Brot", "fast alles", "nichts", "zwei Kartoffeln"),
    "drank": ("hundertfünfzig", "zweihundert", "350", "vierhundertfünfzig", "80"),
    "hour": ("acht", "zehn", "14", "sechzehn", "zwanzig", "9", "elf"),
    "upper": ("hundertdreißig", "142", "eins achtundvierzig", "hundertzwanzig", "165"),
    "lower": ("achtzig", "85", "neunzig", "siebzig"),
    "pulse": ("72", "achtundsechzig", "88", "vierundneunzig"),
    "warm": ("sechsunddreißig", "37", "siebenunddreißig"),
    "tenth": ("zwei", "drei", "vier", "fünf", "sechs", "acht"),
    "small": ("zwei", "drei", "vier", "fünf", "sechs"),
    "side": ("linken", "rechten"),
    "limb": ("Unterschenkel", "Arm", "Knie", "Oberschenkel", "Ellenbogen"),
    "relative": ("die Tochter", "den Sohn", "die Hausärztin", "die Schwester"),
    "kin": ("der Neffe", "die Enkelin", "der Betreuer"),
    "drug": ("Novalgin", "Melperon", "die Tropfen", "das Pantoprazol"),
    "drops": ("zehn", "fünfzehn", "20", "dreißig"),
    "day": ("Montag", "Mittwoch", "Freitag", "Sonntag", "Donnerstag"),
    "need": ("das Kissen", "ein Glas Wasser", "die Decke", "die Brille", "ihr Hörgerät"),
}


def dictation(words: int) -> Transcript:
    """A dictation of exactly that many words, the same one each time."""
    said = (word for number in count() for word in _sentence(number).split())
    return Transcript((Segment(0, None, None, " ".join(islice(said, words))),))


def _sentence(number: int) -> str:
    turn, place = divmod(number, len(_SENTENCES))
    # Lists of unlike lengths, entered at unlike places: combinations come back only late.
    chosen = {
        key: values[(turn + place + offset) % len(values)]
        for offset, (key, values) in enumerate(_LISTS.items())
    }
    return _SENTENCES[place].format(**chosen)
