"""The command line's grammar: commands, options, help in the user's language."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from dokuhelfer import __version__
from dokuhelfer.config.schema import EngineChoice, Language
from dokuhelfer.engine.shapes import LANGUAGE_SHAPES, SHAPES
from dokuhelfer.errors import Code, DokuError
from dokuhelfer.messages.catalogue import Catalogue


class HelpShown(Exception):
    """Help or version was asked for; ``text`` goes to standard output."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class _Parser(argparse.ArgumentParser):
    """argparse with our words: a wrong call is a `DokuError`, help is text in a value."""

    def error(self, message: str) -> NoReturn:
        """argparse's own sentence is English and may quote a path: it is dropped."""
        raise DokuError(Code.USAGE)

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        raise DokuError(Code.USAGE)


class _HelpAction(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        raise HelpShown(parser.format_help())


class _VersionAction(argparse.Action):
    def __call__(self, *_: object) -> NoReturn:
        raise HelpShown(f"dokuhelfer {__version__}\n")


@dataclass(frozen=True, slots=True)
class _Builder:
    say: Callable[[str], str]
    usage: str

    def dress(self, parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
        parser._positionals.title = self.say("positionals")
        parser._optionals.title = self.say("options")
        usage = self.usage

        class Formatter(argparse.HelpFormatter):
            def add_usage(
                self, use: str | None, acts: object, groups: object, prefix: str | None = None
            ) -> None:
                # argparse asks with an empty prefix for the names of subcommands.
                chosen = usage if prefix is None else prefix
                super().add_usage(use, acts, groups, chosen)  # type: ignore[arg-type]

        parser.formatter_class = Formatter
        parser.add_argument("-h", "--help", action=_HelpAction, nargs=0, help=self.say("help"))
        return parser

    def command(
        self, commands: argparse._SubParsersAction[_Parser], name: str, key: str | None = None
    ) -> argparse.ArgumentParser:
        about = self.say(key or name)
        parser = self.dress(
            commands.add_parser(
                name, help=about, description=about, add_help=False, allow_abbrev=False
            )
        )
        self.language(parser, argparse.SUPPRESS)
        return parser

    def language(self, parser: argparse.ArgumentParser, default: str | None) -> None:
        parser.add_argument(
            "--lang",
            choices=[item.value for item in Language],
            default=default,
            help=self.say("lang"),
        )

    def engine(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--engine",
            choices=[item.value for item in EngineChoice],
            default=None,
            help=self.say("engine"),
        )

    def json(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--json", metavar="FILE|-", help=self.say("json"))

    def context(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--context", type=Path, metavar="FILE", help=self.say("context"))


def build(catalogue: Catalogue) -> argparse.ArgumentParser:
    """The whole grammar, its help in the catalogue's language."""
    builder = _Builder(lambda key: catalogue.text("help", key), catalogue.text("help", "usage"))
    parser = builder.dress(
        _Parser(
            prog="dokuhelfer",
            description=builder.say("program"),
            add_help=False,
            allow_abbrev=False,
        )
    )
    parser.add_argument("--version", action=_VersionAction, nargs=0, help=builder.say("version"))
    builder.language(parser, None)
    commands = parser.add_subparsers(
        dest="command", metavar="", title=builder.say("commands"), parser_class=_Parser
    )
    _demo(builder, builder.command(commands, "demo"))
    _transcribe(builder, builder.command(commands, "transcribe"))
    _draft(builder, builder.command(commands, "draft"))
    _check(builder, builder.command(commands, "check"))
    _templates(builder, builder.command(commands, "templates"))
    _models(builder, builder.command(commands, "models"))
    builder.json(builder.command(commands, "doctor"))
    _eval(builder, builder.command(commands, "eval"))
    _bench(builder, builder.command(commands, "bench"))
    return parser


def _demo(builder: _Builder, parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, metavar="DIR", help=builder.say("demo_out"))
    parser.add_argument("--force", action="store_true", help=builder.say("force"))


def _transcribe(builder: _Builder, parser: argparse.ArgumentParser) -> None:
    parser.add_argument("audio", type=Path, metavar="AUDIO", help=builder.say("audio"))
    _speech(builder, parser)
    builder.json(parser)


def _speech(builder: _Builder, parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", metavar="ID", help=builder.say("model"))
    parser.add_argument("--vocabulary", type=Path, metavar="FILE", help=builder.say("vocabulary"))


def _draft(builder: _Builder, parser: argparse.ArgumentParser) -> None:
    parser.add_argument("input", metavar="INPUT", help=builder.say("input"))
    parser.add_argument("--template", required=True, metavar="ID", help=builder.say("template"))
    builder.engine(parser)
    builder.context(parser)
    _speech(builder, parser)
    builder.json(parser)
    parser.add_argument("--docx", type=Path, metavar="FILE", help=builder.say("docx"))
    parser.add_argument("--force", action="store_true", help=builder.say("force"))


def _check(builder: _Builder, parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--transcript",
        type=Path,
        required=True,
        metavar="FILE",
        help=builder.say("check_transcript"),
    )
    parser.add_argument(
        "--draft", type=Path, required=True, metavar="FILE", help=builder.say("check_draft")
    )
    builder.context(parser)
    builder.json(parser)


def _eval(builder: _Builder, parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help=builder.say("eval_folder"))
    builder.engine(parser)
    parser.add_argument("--model", metavar="ID", help=builder.say("model"))
    parser.add_argument("--mutations", action="store_true", help=builder.say("eval_mutations"))
    builder.json(parser)


def _bench(builder: _Builder, parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--model", metavar="ID", help=builder.say("model"))
    what.add_argument(
        "--shape", choices=(*SHAPES, *LANGUAGE_SHAPES), help=builder.say("bench_shape")
    )
    builder.json(parser)


def _models(builder: _Builder, parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(
        dest="action",
        metavar="",
        title=builder.say("commands"),
        parser_class=_Parser,
        required=True,
    )
    builder.json(builder.command(actions, "list", "models_list"))
    builder.json(builder.command(actions, "verify", "models_verify"))
    bring = builder.command(actions, "import", "models_import")
    bring.add_argument("path", type=Path, metavar="PATH", help=builder.say("models_path"))
    builder.json(bring)


def _templates(builder: _Builder, parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(
        dest="action",
        metavar="",
        title=builder.say("commands"),
        parser_class=_Parser,
        required=True,
    )
    builder.json(builder.command(actions, "list", "templates_list"))
    show = builder.command(actions, "show", "templates_show")
    show.add_argument("id", metavar="ID", help=builder.say("id"))
    builder.json(show)
    verify = builder.command(actions, "check", "templates_check")
    verify.add_argument("path", type=Path, metavar="PATH", help=builder.say("path"))
    builder.json(verify)
    start = builder.command(actions, "new", "templates_new")
    start.add_argument("document", type=Path, metavar="WORD.docx", help=builder.say("word"))
    start.add_argument("--id", metavar="ID", help=builder.say("template_id"))
    start.add_argument(
        "--out", type=Path, default=Path(), metavar="DIR", help=builder.say("template_out")
    )
    start.add_argument("--force", action="store_true", help=builder.say("force"))
