"""``dokuhelfer templates list | show | check | new``."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from dokuhelfer.cli.console import Console, forbid_files
from dokuhelfer.config.load import Configuration
from dokuhelfer.config.schema import Settings
from dokuhelfer.draft.template.bausteine import FILE as BAUSTEINE
from dokuhelfer.draft.template.check import BASE_FOLDER, check_path, template_files
from dokuhelfer.draft.template.check_field import repaired_id
from dokuhelfer.draft.template.load import (
    list_templates,
    load_file,
    load_template,
    shipped_folder,
)
from dokuhelfer.draft.template.mistake import Mistake
from dokuhelfer.draft.template.model import Field, Release, Template
from dokuhelfer.draft.template.schema import ID
from dokuhelfer.errors import Code, DokuError, Exit
from dokuhelfer.files import open_input, read_input, replacing, stands


def run(options: argparse.Namespace, configuration: Configuration, console: Console) -> Exit:
    """One of the four actions."""
    settings = configuration.settings
    if options.action == "list":
        return _list(options, settings, console)
    if options.action == "show":
        return _show(options, settings, console)
    if options.action == "new":
        return _new(options, settings, console)
    return _check(options, settings, console)


def available(settings: Settings) -> tuple[Template, ...]:
    """The templates a list shows: those held back only where a policy has cleared them."""
    return tuple(
        template
        for template in list_templates(settings.template_folders)
        if template.release is Release.ALWAYS or template.id in settings.cleared_templates
    )


def _list(options: argparse.Namespace, settings: Settings, console: Console) -> Exit:
    templates = available(settings)
    if options.json is None:
        for template in templates:
            console.say(f"{template.id:<24} {template.title}")
        return Exit.DONE
    forbid_files(settings.files_allowed, options.json)
    console.json({"templates": [_summary(template) for template in templates]}, options.json)
    return Exit.DONE


def _show(options: argparse.Namespace, settings: Settings, console: Console) -> Exit:
    template = load_template(options.id, settings.template_folders)
    if options.json is not None:
        forbid_files(settings.files_allowed, options.json)
        value = _summary(template) | {"fields": [_field(field) for field in template.fields]}
        console.json(value, options.json)
        return Exit.DONE
    console.say(f"{template.title} ({template.id}, {template.version})")
    if template.hint:
        console.say(template.hint)
    for field in template.fields:
        _say_field(field, console, "  ")
    return Exit.DONE


def _say_field(field: Field, console: Console, indent: str) -> None:
    say = console.catalogue.text
    notes = [field.type.value]
    if field.unit:
        notes.append(field.unit)
    if field.required:
        notes.append(say("output", "required"))
    console.say(f"{indent}{field.id:<24} {field.label} ({', '.join(notes)})")
    if field.choices:
        console.say(f"{indent}  {' · '.join(choice.value for choice in field.choices)}")
    for choice in field.choices:
        if choice.hint:
            console.say(f"{indent}  {choice.value}: {choice.hint}")
    for member in field.members:
        _say_field(member, console, indent + "    ")


def _check(options: argparse.Namespace, settings: Settings, console: Console) -> Exit:
    if not os.path.isdir(options.path):
        open_input(options.path).close()
    mistakes = _mistakes(options.path, (*settings.template_folders, shipped_folder()))
    if options.json is not None:
        forbid_files(settings.files_allowed, options.json)
        console.json({"mistakes": [_mistake(item, console) for item in mistakes]}, options.json)
    elif mistakes:
        for mistake in mistakes:
            console.say(_sentence(mistake, console))
    else:
        _say_in_order(options.path, console)
    return Exit.BAD_INPUT if mistakes else Exit.DONE


def _say_in_order(path: Path, console: Console) -> None:
    if os.path.isdir(path):
        count = len(template_files(path))
        console.say(console.catalogue.text("output", "templates_ok", count=count))
    else:
        console.say(console.catalogue.text("output", "template_ok"))


def _new(options: argparse.Namespace, settings: Settings, console: Console) -> Exit:
    """Start a template from a Word document; the document is copied beside it as it is."""
    id = options.id or repaired_id(options.document.stem)
    if id is None or not ID.fullmatch(id) or f"{id}.toml" == BAUSTEINE:
        raise DokuError(Code.USAGE)
    target, base = options.out / f"{id}.toml", options.out / BASE_FOLDER / f"{id}.docx"
    if not options.force and (stands(target) or stands(base)):
        raise DokuError(Code.TARGET_EXISTS)
    open_input(options.document).close()
    # Not above: `templates list` must not pay for the Word library.
    from dokuhelfer.document.docx import open_base
    from dokuhelfer.document.guard import MAX_FILE
    from dokuhelfer.document.new_template import new_template
    from dokuhelfer.document.outline import outline

    found = outline(open_base(options.document))
    content = read_input(options.document, MAX_FILE)
    forbid_files(settings.files_allowed, target)
    _write(base, content)
    _write(target, new_template(id, base.name, found).encode("utf-8"))
    for place in found.unusable:
        console.warn("place_unusable", place=place)
    console.say(console.catalogue.text("output", "template_started", id=id))
    return Exit.DONE


def _write(target: Path, content: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise DokuError(Code.TARGET_NOT_WRITABLE) from None
    with replacing(target) as stream:
        stream.write(content)


def _mistakes(path: Path, folders: tuple[Path, ...]) -> list[Mistake]:
    """Those of the files first; where they have none, those of their base documents."""
    mistakes = check_path(path, folders)
    if mistakes:
        return mistakes
    # Not above: `templates list` must not pay for the Word library.
    from dokuhelfer.document.check import check_template_base

    files = template_files(path) if os.path.isdir(path) else [path]
    return [
        mistake
        for file in files
        if file.name != BAUSTEINE
        for mistake in check_template_base(load_file(file, folders), file.name)
    ]


def _sentence(mistake: Mistake, console: Console) -> str:
    place = ": ".join(part for part in (mistake.file, mistake.field) if part)
    what = console.catalogue.text("template", mistake.problem.value, **mistake.params)
    if mistake.suggestion is None:
        return f"{place}: {what}"
    hint = console.catalogue.text("template", "suggestion", suggestion=mistake.suggestion)
    return f"{place}: {what} {hint}"


def _mistake(mistake: Mistake, console: Console) -> dict[str, object]:
    return {
        "file": mistake.file,
        "field": mistake.field,
        "key": mistake.key,
        "problem": mistake.problem.value,
        "suggestion": mistake.suggestion,
        "detail": _sentence(mistake, console),
    }


def _summary(template: Template) -> dict[str, object]:
    return {
        "id": template.id,
        "title": template.title,
        "version": template.version,
        "area": template.area.value,
        "target": template.target.value,
        "layout": template.layout.value,
        "release": template.release.value,
        "hint": template.hint,
    }


def _field(field: Field) -> dict[str, object]:
    value: dict[str, object] = {
        "id": field.id,
        "label": field.label,
        "type": field.type.value,
        "required": field.required,
        "unit": field.unit,
        "choices": [choice.value for choice in field.choices],
        "hint": field.hint,
    }
    hints = {choice.value: choice.hint for choice in field.choices if choice.hint}
    if hints:
        value["choice_hints"] = hints
    if field.members:
        value["members"] = [_field(member) for member in field.members]
    return value
