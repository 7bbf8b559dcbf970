"""A template file to start from, written for a Word document with places."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from dokuhelfer.document.outline import Asked, Outline
from dokuhelfer.draft.template.schema import UNPLACED

_HEAD = """\
# Aus einem Word-Dokument begonnen. Zeilen mit # sind Erläuterungen; wird das # vor einem
# Schlüssel entfernt, gilt er. „dokuhelfer templates check“ erklärt jeden Fehler.
id = {id}
titel = {title}
version = "0.1"
# pflege oder beratung
bereich = "pflege"
# wohin der fertige Text geht: zwischenablage, docx, beides, druck
ziel = "docx"
# fliesstext (ein Text) oder feldweise
ausgabe = "feldweise"
# was bei leeren Feldern steht: weglassen, nicht_diktiert, leer
leer = "weglassen"
# das Word-Dokument im Ordner „base“ neben dieser Datei
basis = {base}
# Textfeld für alles, was zur Person gehört und in kein anderes Feld passt:
# auffangfeld = {default}
"""

_FIELD = """\
[[felder]]
id = {id}
label = {label}
# text, time, date, int, decimal, choice, list
typ = "text"
{more}# Wörter, mit denen dieses Feld beim Diktieren angesagt wird („Anlass: …“):
ankuendigung = {cues}
# Wörter, an denen eine Aussage für dieses Feld zu erkennen ist; klein, * am Wortende für Endungen:
# stichworte = ["…", "…"]
# muss vor der Freigabe ausgefüllt sein: pflicht = true
# bei typ = "choice":                    werte = ["ja", "nein"]
# bei typ = "int" oder "decimal":        einheit = "cm"
# Hinweis für die Prüfenden:             hinweis = "…"
# höchstens so viele Zeichen:            zeichenlimit = 500
"""

_PERSON = """\
# füllt sich mit der Person des Diktats
fakt = "person"
pflicht = true
"""

_GROUP = """\
[[felder]]
id = {id}
label = {label}
# eine Zeile je Eintrag; hinter {{{{{plain}.…}}}} stehen die Felder darunter
typ = "group"
"""

_MEMBER = """\
    [[felder.felder]]
    id = {id}
    label = {label}
    typ = "text"
"""

_LAST = f"""\
# bleibt immer das letzte Feld: was in kein anderes passt
[[felder]]
id = "{UNPLACED}"
label = "Nicht zugeordnete Angaben"
typ = "list"
export = false
"""


def new_template(id: str, base: str, found: Outline) -> str:
    """The text of a template file for the fields of a document.

    Args:
        id: of the template; the file has to be named after it.
        base: file name of the Word document.
    """
    fields = found.fields or (Asked("inhalt", "Inhalt"),)
    texts = [field.id for field in fields if not field.members and field.id != "person"]
    head = _HEAD.format(
        id=_quoted(id),
        title=_quoted(found.title or id),
        base=_quoted(base),
        default=_quoted(texts[0] if texts else "…"),
    )
    return "\n".join([head, *(_field(field) for field in fields), _LAST])


def _field(field: Asked) -> str:
    label = field.label or field.id
    if field.members:
        group = _GROUP.format(id=_quoted(field.id), label=_quoted(label), plain=field.id)
        members = (
            _MEMBER.format(id=_quoted(id), label=_quoted(text))
            for id, text in field.members.items()
        )
        return "\n".join([group, *members])
    return _FIELD.format(
        id=_quoted(field.id),
        label=_quoted(label),
        more=_PERSON if field.id == "person" else "",
        cues=json.dumps(list(_cues(field)), ensure_ascii=False),
    )


def _cues(field: Asked) -> Iterator[str]:
    """The label as it is spoken, in the form cues have."""
    words = re.findall(r"[^\W_]{2,}", field.label.lower())
    if words:
        yield " ".join(words)


def _quoted(text: str) -> str:
    """A TOML string; its escapes are those of JSON for text without control characters."""
    plain = "".join(letter for letter in text if letter.isprintable())
    return json.dumps(plain, ensure_ascii=False)
