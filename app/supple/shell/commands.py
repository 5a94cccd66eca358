"""The commands of the command line, and what can be said to each."""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias, cast

from supple.core.settings import SPEECH_SPEEDS
from supple.shell.options import path

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
TO_PROGRAMS = "tell programs how far it is, in lines of JSON; it stops where its input ends"


class _Command(argparse.ArgumentParser):
    """Tells what can be said to it where something else is said; else ``supple`` itself would."""

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        known, others = super().parse_known_args(args, namespace)
        if others:
            self.error(f"unrecognized arguments: {' '.join(others)}")
        return known, others


def add_commands(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    """Add every command to ``parser``; ``common`` is what may stand behind each of them."""
    # To those who add to it, it is a parser like any other.
    kind = cast("type[argparse.ArgumentParser]", _Command)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=kind)
    _add_routines(commands, common)
    _add_history(commands, common)
    _add_voice(commands, common)
    _add_breaks(commands, common)
    _add_guide(commands, common)
    _add_handout(commands, common)
    _add_figure(commands, common)
    _add_desktop(commands, common)
    commands.add_parser("doctor", parents=[common], help="say what works here, and why not")


def _add_routines(commands: Commands, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser("routines", help="the stretches and routines")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("list", parents=[common], help="all routines and stretches with their ids")
    check = actions.add_parser(
        "check", parents=[common], help="say what is wrong in a file, .json or .supple"
    )
    check.add_argument("file", type=Path, metavar="FILE")
    _add_sharing(actions, common)
    timeline = actions.add_parser("timeline", parents=[common], help="a session, second by second")
    timeline.add_argument("id", metavar="ID", help="a routine or a stretch")
    timeline.add_argument("--json", action="store_true", help="for programs instead of people")
    copy = actions.add_parser("copy", parents=[common], help="make a copy that is yours to change")
    copy.add_argument("id", metavar="ID", help="a routine or a stretch")
    copy.add_argument("name", nargs="?", default="", metavar="NAME", help="what it is to be called")
    remove = actions.add_parser("remove", parents=[common], help="remove one of your own")
    remove.add_argument("id", metavar="ID", help="a routine or a stretch of your own")
    _add_yes(remove, "remove without a question")


def _add_sharing(actions: Commands, common: argparse.ArgumentParser) -> None:
    share = actions.add_parser(
        "share", parents=[common], help="put routines of your own into one file for others"
    )
    share.add_argument("ids", nargs="+", metavar="ID", help="a routine or a stretch of your own")
    share.add_argument("-o", "--output", type=path, required=True, metavar="FILE.supple")
    share.add_argument("--title", default="", help="what the file is called; else its routines")
    share.add_argument("--note", default="", help="what the receiver is to know")
    _add_yes(share, "replace a file that is there without a question")
    take_in = actions.add_parser(
        "take-in", parents=[common], help="add what a shared file holds; nothing is overwritten"
    )
    take_in.add_argument("file", type=Path, metavar="FILE.supple")
    _add_yes(take_in, "add without a question")


def _add_history(commands: Commands, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser("history", help="what was done")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("list", parents=[common], help="the sessions, newest first")
    export = actions.add_parser("export", parents=[common], help="the history for other programs")
    export.add_argument(
        "--format",
        choices=("json", "csv", "sessions-csv", "ics"),
        default="",
        help="json: everything, the only one that can be taken in again; csv: a table with a row "
        "for each hold; sessions-csv: with a row for each session; ics: a calendar. "
        "Without it the ending of FILE says it, else it is json",
    )
    _add_output(export, "write there instead of to the screen")
    _add_yes(export, "replace a file that is there without a question")
    take_in = actions.add_parser(
        "import", parents=[common], help="add what a JSON export holds; nothing is overwritten"
    )
    take_in.add_argument("file", type=Path, metavar="FILE")
    _add_yes(take_in, "add without a question")
    actions.add_parser("check", parents=[common], help="say whether the history file is sound")
    backup = actions.add_parser("backup", parents=[common], help="make a copy of the history now")
    _add_output(backup, "write it there instead of beside the other backups")
    restore = actions.add_parser("restore", parents=[common], help="put a backup in place")
    restore.add_argument(
        "backup", nargs="?", type=Path, metavar="FILE", help="this one, not the newest good one"
    )
    _add_yes(restore, "restore without a question")
    exchange = actions.add_parser(
        "exchange", parents=[common], help="exchange with other computers through a shared folder"
    )
    exchange.add_argument(
        "--folder", type=path, metavar="DIR", help="this one, not the one of the settings"
    )


def _add_output(parser: argparse.ArgumentParser, words: str) -> None:
    parser.add_argument("-o", "--output", type=path, metavar="FILE", help=words)


def _add_yes(parser: argparse.ArgumentParser, words: str) -> None:
    parser.add_argument("--yes", action="store_true", help=words)


def _add_voice(commands: Commands, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser("voice", help="what speaks, and how it sounds")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("list", parents=[common], help="the voices and sound outputs found here")
    say = actions.add_parser("say", parents=[common], help="say something aloud")
    say.add_argument("text", metavar="TEXT")
    _add_voice_choice(say)
    say.add_argument(
        "--output", dest="device", metavar="ID", help="on this sound output (see: voice list)"
    )
    actions.add_parser("check", parents=[common], help="say whether speech and sound work here")


def _add_guide(commands: Commands, common: argparse.ArgumentParser) -> None:
    guide = commands.add_parser(
        "guide", parents=[common], help="a whole session as a sound file, for the phone on the mat"
    )
    guide.add_argument("id", metavar="ID", help="a routine or a stretch")
    guide.add_argument(
        *("-o", "--output"),
        type=path,
        required=True,
        metavar="FILE",
        help="its ending says what it is to be: .wav, .flac, .mp3 or .m4a",
    )
    _add_voice_choice(guide)
    guide.add_argument("--chimes", action="store_true", help="soft chimes instead of words")
    guide.add_argument(
        "--plain", action="store_true", help="in the routine's own dose, whatever the plan says"
    )
    guide.add_argument("--json", action="store_true", help=TO_PROGRAMS)
    _add_yes(guide, "replace a file that is there without a question")


def _add_handout(commands: Commands, common: argparse.ArgumentParser) -> None:
    sheet = commands.add_parser("handout", parents=[common], help="a routine as a sheet to print")
    sheet.add_argument("id", metavar="ID", help="a routine or a stretch")
    sheet.add_argument(
        *("-o", "--output"), type=path, required=True, metavar="FILE", help="the PDF to write"
    )
    sheet.add_argument(
        "--paper",
        choices=("a4", "letter"),
        default="",
        help="its size; without it what is usual in this country",
    )
    sheet.add_argument(
        "--plain", action="store_true", help="as the routine is written, for anybody"
    )
    _add_yes(sheet, "replace a file that is there without a question")


def _add_voice_choice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--voice", metavar="ID", help="with this voice (see: voice list)")
    speeds = f"{SPEECH_SPEEDS[0]:g} to {SPEECH_SPEEDS[-1]:g}"
    parser.add_argument("--speed", type=_speed, metavar="X", help=f"how fast, {speeds}; 1 is usual")


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = math.nan
    slowest, fastest = SPEECH_SPEEDS[0], SPEECH_SPEEDS[-1]
    if slowest <= speed <= fastest:
        return speed
    raise argparse.ArgumentTypeError(f"{text!r} is not a number from {slowest:g} to {fastest:g}")


def _add_breaks(commands: Commands, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser("break", help="what the Supple that runs is to do about breaks")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, says in (
        ("now", "begin a break"),
        ("snooze", "put off the break that is due"),
        ("skip", "do without the next break"),
        ("status", "say when the next break comes"),
    ):
        actions.add_parser(name, parents=[common], help=says)


def _add_desktop(commands: Commands, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser("desktop", help="the program in the menu of a Linux desktop")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser(
        "install",
        parents=[common],
        help="put it there, with its icon, and have shared files open with it; for you alone",
    )
    actions.add_parser("remove", parents=[common], help="take that away again, and nothing else")


def _add_figure(commands: Commands, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser(
        "figure",
        add_help=False,
        usage="supple figure [-h] ACTION ...",
        help="draw the figure into picture files, and check its files",
    )
    parser.add_argument("-h", "--help", action=_FigureHelp, help=argparse.SUPPRESS)
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="...")


class _FigureHelp(argparse.Action):
    """Tells what the figure's own parser takes, which is made only when it is used."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str) -> None:  # noqa: A002
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_said: object) -> None:
        from supple.shell.figure_cli import parser as parser_of_figures

        parser_of_figures().print_help()
        parser.exit()
