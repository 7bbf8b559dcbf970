"""A field the institution leaves out takes its row with it; the shared base stays as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx

from dokuhelfer.document.check import check_template_base
from dokuhelfer.document.docx import write_docx
from dokuhelfer.draft.template.load import load_template

OWN = """
id = "sturzprotokoll"
extends = "sturzprotokoll"
version = "haus"
[[felder]]
id = "umgebung"
ausgeblendet = true
[[felder]]
id = "hergang"
label = "Was geschah"
"""


def test_the_row_of_a_hidden_field_is_gone(tmp_path: Path, drafts: Any) -> None:
    (tmp_path / "sturzprotokoll.toml").write_text(OWN, "utf-8")
    template = load_template("sturzprotokoll", (tmp_path,))
    assert check_template_base(template, "sturzprotokoll.toml") == []
    target = tmp_path / "a.docx"
    write_docx(drafts.of(template, {"hergang": "Gestürzt."}), template, target, force=False)
    rows = [
        [cell.text for cell in row.cells]
        for table in docx.Document(str(target)).tables
        for row in table.rows
    ]
    labels = {row[0] for row in rows}
    assert ["Was geschah", "Gestürzt."] in rows
    assert "Schuhwerk, Hilfsmittel, Brille" in labels
    assert not {label for label in labels if "Umgebung" in label or label == ""}
