"""``dokuhelfer templates list | show | check``."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from dokuhelfer.cli.console import Console, forbid_files
from dokuhelfer.config.load import Configuration
from dokuhelfer.config.schema import Settings
from dokuhelfer.draft.template.check import BASE_FOLDER, check_path
from dokuhelfer.draft.template.load import (
    list_templates,
    load_file,
    load_template,
    shipped_folder,
)
from dokuhelfer.draft.template.mistake import Mistake
from dokuhelfer.draft.template.model import Field, Release, Template
from dokuhelfer.errors import Exit
from dokuhelfer.files import open_input


def run(options: argparse.Namespace, configuration: Configuration, console: Console) -> Exit:
    """One of the three actions."""
    settings = configuration.settings
    if options.action == "list":
        return _list(options, settings, console)
    if options.action == "show":
        return _show(options, settings, console)
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
    for member in field.members:
        _say_field(member, console, indent + "    ")


def _check(options: argparse.Namespace, settings: Settings, console: Console) -> Exit:
    if not os.path.isdir(options.path):
        open_input(options.path).close()
    mistakes = _mistakes(options.path)
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
        count = len(list(path.glob("*.toml")))
        console.say(console.catalogue.text("output", "templates_ok", count=count))
    else:
        console.say(console.catalogue.text("output", "template_ok"))


def _mistakes(path: Path) -> list[Mistake]:
    """Those of the files first; where they have none, those of their base documents."""
    mistakes = check_path(path, _base_folders())
    if mistakes:
        return mistakes
    # Not above: `templates list` must not pay for the Word library.
    from dokuhelfer.document.check import check_template_base

    files = sorted(path.glob("*.toml")) if os.path.isdir(path) else [path]
    return [
        mistake
        for file in files
        for mistake in check_template_base(load_file(file, _base_folders()), file.name)
    ]


def _base_folders() -> tuple[Path, ...]:
    return (shipped_folder() / BASE_FOLDER,)


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
    if field.members:
        value["members"] = [_field(member) for member in field.members]
    return value
