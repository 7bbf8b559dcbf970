"""What is fuzzed: each target takes any bytes, and fails by raising."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dokuhelfer import jsonio
from dokuhelfer.draft.check import check, plain_draft
from dokuhelfer.draft.collective.assemble import make_drafts
from dokuhelfer.draft.drafting import make_draft
from dokuhelfer.draft.json import to_json
from dokuhelfer.draft.normalise.model import TokenKind
from dokuhelfer.draft.prepared import prepare
from dokuhelfer.draft.rules import RulesEngine
from dokuhelfer.draft.template.check import check_file
from dokuhelfer.draft.template.load import list_templates, load_file
from dokuhelfer.draft.template.model import Field, FieldType, Template
from dokuhelfer.errors import DokuError
from dokuhelfer.transcript.model import Transcript

from .material import Material

_TEMPLATES = (
    "pflegebericht",
    "schichtuebergabe",
    "vitalwerte",
    "sturzprotokoll",
    "trink_ernaehrung",
    "wunddokumentation",
    "beratungsprotokoll",
    "beratung_schulden",
    "aktenvermerk",
    "medikamentenereignis",
)


def normaliser(data: bytes) -> None:
    """Normaliser, clauses, facts: nothing raised, nothing lost, every place within its segment."""
    material = Material(data)
    context, transcript = material.context(), material.transcript()
    prepared = prepare(transcript, context)
    tokens, dropped = prepared.normalised.tokens, prepared.normalised.dropped
    _loss_free(transcript, [*(t.span for t in tokens), *(piece.span for piece in dropped)])
    cut = [token for clause in prepared.clauses for token in clause.tokens]
    assert cut == [token for token in tokens if token.kind is not TokenKind.BREAK]
    assert [clause.number for clause in prepared.clauses] == list(range(len(prepared.clauses)))
    for clause, facts in zip(prepared.clauses, prepared.facts, strict=True):
        assert all(0 <= f.tokens[0] < f.tokens[1] <= len(clause.tokens) for f in facts)


def _loss_free(transcript: Transcript, spans: list[object]) -> None:
    covered = [bytearray(len(segment.text)) for segment in transcript.segments]
    for span in spans:
        assert 0 <= span.start <= span.end <= len(covered[span.segment])
        covered[span.segment][span.start : span.end] = b"\1" * (span.end - span.start)
    for segment, marks in zip(transcript.segments, covered, strict=True):
        lost = (char for char, mark in zip(segment.text, marks, strict=True) if not mark)
        assert not "".join(lost).strip()


def templates(data: bytes) -> None:
    """Any file as a template: mistakes are told, and a file without mistakes loads."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "aktenvermerk.toml"
        path.write_bytes(data)
        try:
            mistakes = check_file(path)
        except DokuError:
            return
        if not mistakes:
            assert load_file(path, (_shipped_folder(),)).fields


@cache
def _shipped_folder() -> Path:
    from dokuhelfer.draft.template.load import shipped_folder

    return shipped_folder()


@cache
def _shipped() -> Mapping[str, Template]:
    return MappingProxyType({template.id: template for template in list_templates(())})


def checking(data: bytes) -> None:
    """Drafts by rules and drafts of any content: checked without an exception, written as JSON."""
    material = Material(data)
    template = _shipped()[material.pick(_TEMPLATES)]
    way, context, transcript = material.byte() % 4, material.context(), material.transcript()
    if way == 0:
        draft = make_draft(transcript, template, context, RulesEngine())
        json.dumps(to_json(draft))
        return
    if way == 1:
        make_drafts(transcript, _shipped(), context, RulesEngine())
        return
    fields = _any_json(material) if way == 2 else _filled(template, material)
    result = check(transcript, template, fields, context)
    assert all(finding.detail for finding in result.findings)
    assert all(piece.text.strip() for piece in result.uncovered)


def _any_json(material: Material) -> Mapping[str, object]:
    try:
        value = jsonio.parse(material.rest())
    except DokuError:
        return {}
    plain = plain_draft(value)
    if plain is not None:
        return plain.fields
    return {str(key): item for key, item in value.items()} if isinstance(value, dict) else {}


def _filled(template: Template, material: Material) -> dict[str, object]:
    fields: dict[str, object] = {}
    while material.left:
        field = material.pick(template.fields)
        fields[field.id] = _value(field, material)
    return fields


def _value(field: Field, material: Material) -> object:
    if field.type is FieldType.GROUP:
        return [{member.id: _value(member, material) for member in field.members}]
    if field.type is FieldType.LIST:
        return [material.text()]
    if field.type is FieldType.CHOICE:
        return material.pick(field.choices).value
    if field.type is FieldType.INT:
        return material.byte() * material.byte()
    if field.type is FieldType.DECIMAL:
        return (material.byte() << 8 | material.byte()) / 10
    if field.type is FieldType.TIME:
        return f"{material.byte() % 24:02d}:{material.byte() % 60:02d}"
    return material.text()


TARGETS: Mapping[str, Callable[[bytes], None]] = MappingProxyType(
    {"normaliser": normaliser, "templates": templates, "check": checking}
)
