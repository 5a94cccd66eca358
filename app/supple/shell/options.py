"""The command line: how the window is opened, and what was said."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from supple import __version__
from supple.core.share_kind import ENDING

FINE, MENDABLE, USAGE, STOPPED = 0, 1, 2, 130
"""Exit codes: all well; something the user can mend; the command line was wrong; ended by Ctrl+C,
as shells have it."""


class Options(argparse.Namespace):
    """What was said, with a default for everything that was not."""

    profile: Path | None = None
    routines: list[Path]
    more_routines: list[Path]
    """Those named behind the command; ``parse`` adds them to the others."""
    start: str = ""
    quit_when_done: bool = False
    mute: bool = False
    tray: bool = False
    command: str = ""
    action: str = ""
    file: Path
    id: str = ""
    name: str = ""
    """Of a copy; "": the name of what is copied, marked as a copy."""
    json: bool = False
    format: str = ""
    """"": what the ending of ``output`` asks for."""
    output: Path | None = None
    yes: bool = False
    """Ask nothing."""
    backup: Path | None = None
    """The one to restore; None: the newest good one."""
    folder: Path | None = None
    """Shared with other computers; None: the one of the settings."""
    text: str = ""
    voice: str | None = None
    """None: the one that was chosen in the settings; the same for the next two."""
    speed: float | None = None
    device: str | None = None
    chimes: bool = False
    """Soft chimes instead of words."""
    plain: bool = False
    """In a routine's own dose, whatever the plan says."""
    paper: str = ""
    """"": what is usual in this country."""
    rest: list[str]
    ids: list[str]
    """Of what is shared."""
    title: str = ""
    note: str = ""
    open: Path | None = None
    """A shared file to be shown as the window opens."""


def parse(argv: Sequence[str]) -> Options:
    """Read ``argv`` (without the program's name). Leaves by SystemExit 2 when it is wrong."""
    options = Options()
    options.routines = []
    options.more_routines = []
    options.rest = []
    options.ids = []
    argv = _opening_by_name(argv)
    parser(commands=not _opens_the_window(argv)).parse_args(argv, namespace=options)
    options.routines += options.more_routines
    return options


def _opens_the_window(argv: Sequence[str]) -> bool:
    """Whether there is nothing but the window's own options.

    The commands' parsers then need not be made: 2.5 ms, of a start that has few to spare.
    """
    words = iter(argv)
    for word in words:
        if word in ("--profile", "--routines", "--start", "--open"):
            if next(words, None) is None:
                return False
        elif word not in ("--quit-when-done", "--mute", "--tray"):
            return False
    return True


def _opening_by_name(argv: Sequence[str]) -> Sequence[str]:
    """``supple FILE.supple`` as ``supple --open FILE.supple``: what a double click says."""
    last = argv[-1] if argv else ""
    named = last.lower().endswith(ENDING) and not last.startswith("-")
    alone = named and _opens_the_window([*argv[:-1], "--open", last])
    return [*argv[:-1], "--open", last] if alone else argv


def parser(*, commands: bool = True) -> argparse.ArgumentParser:
    """Everything that can be said; without ``commands`` only what opens the window."""
    common = _common()
    made = argparse.ArgumentParser(
        prog="supple",
        description="Guided hamstring and low-back stretches, hands free. "
        "Without a command the window opens.",
        parents=[common],
    )
    made.add_argument("--version", action="version", version=f"supple {__version__}")
    made.add_argument("--start", metavar="ID", help="start this routine or stretch at once")
    made.add_argument(
        "--quit-when-done",
        action="store_true",
        help="leave after the last step, without a question",
    )
    made.add_argument("--tray", action="store_true", help="without a window, until it is asked for")
    made.add_argument(
        "--open",
        type=path,
        metavar="FILE",
        help="show what a shared file (.supple) holds; the file's name alone does the same",
    )
    made.add_argument("--mute", action="store_true", help="no voice; the captions say it all")
    if commands:
        from supple.shell.commands import add_commands  # a window does without

        add_commands(made, _common("more_routines"))
    return made


def path(text: str) -> Path:
    """A path as it was said; refused where it is empty.

    That would quietly mean another place: the folder one stands in, or the home's.
    """
    if not text.strip():
        raise argparse.ArgumentTypeError("a name is needed, and this one is empty")
    return Path(text)


def _common(routines: str = "routines") -> argparse.ArgumentParser:
    """What may stand before and behind a command.

    ``routines`` is where its list goes: of two lists with one name argparse drops the first.
    """
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument(
        "--profile", type=path, metavar="DIR", help="keep every file of the program inside DIR"
    )
    common.add_argument(
        "--routines",
        dest=routines,
        type=path,
        action="append",
        metavar="FILE",
        help="add the stretches and routines of FILE; may be given more than once",
    )
    return common
