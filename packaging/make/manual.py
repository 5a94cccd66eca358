"""Write the manual page from what the command line says of itself.

``.venv/bin/python packaging/make/manual.py``; a test finds out when the page is out of date.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from supple import __version__
from supple.shell import figure_cli, options

PAGE = Path(__file__).parents[1] / "linux" / "supple.1"
SUMMARY = "guided hamstring and low-back stretches, hands free"
DESCRIPTION = """\
Supple guides you through stretches for the back of your legs and the low back: a drawn figure
shows each stretch, a voice says what to do next, and a timer runs the holds, the repetitions and
the change of sides. Without a command the window opens. A second start with the same profile
hands its wish over to the first.
"""
FILES = (
    ("$XDG_DATA_HOME/supple", "The history, its backups, and routines of your own."),
    ("$XDG_CONFIG_HOME/supple/settings.json", "The settings."),
    ("$XDG_CACHE_HOME/supple", "Spoken sentences and other things that can be made again."),
    ("$XDG_STATE_HOME/supple/log", "The log."),
)
CODES = (
    ("0", "All went well."),
    ("1", "Something you can mend; it was said on standard error."),
    ("2", "The command line was wrong."),
    ("130", "Ended by Ctrl+C; of a sound file nothing is left."),
)
EXAMPLES = (
    ("supple --start desk-break", "Begin a session at once."),
    ("supple routines check mine.json", "Say what is wrong in a file of your own."),
    ("supple handout lying-down -o lying-down.pdf", "Print a routine."),
    ("supple guide lying-down -o lying-down.mp3", "Take a session along on the phone."),
    ("supple history export -o history.json", "Take everything out of the program."),
)


def main() -> int:
    """Write the page. Returns the exit code."""
    PAGE.write_text(page(), encoding="utf-8")
    return 0


def page() -> str:
    """The manual in roff."""
    parser = options.parser()
    lines = [
        f'.TH SUPPLE 1 "" "Supple {__version__}" "User commands"',
        ".SH NAME",
        rf"supple \- {SUMMARY}",
        ".SH SYNOPSIS",
        ".B supple",
        r"[\fIOPTION\fR]... [\fIFILE.supple\fR]",
        ".br",
        ".B supple",
        r"\fICOMMAND\fR [\fIOPTION\fR]...",
        ".SH DESCRIPTION",
        escaped(DESCRIPTION.strip()),
        ".SH OPTIONS",
        *_options(parser),
        ".SH COMMANDS",
        *_commands(parser, "supple"),
        ".SH FILES",
        r"Where these variables are not set, \fI~/.local/share\fR, \fI~/.config\fR,",
        r"\fI~/.cache\fR and \fI~/.local/state\fR.",
        *_table(FILES, "I"),
        ".SH EXIT STATUS",
        *_table(CODES, "B"),
        ".SH EXAMPLES",
        *_table(EXAMPLES, "B"),
    ]
    return "\n".join(lines) + "\n"


def _commands(parser: argparse.ArgumentParser, name: str) -> Iterator[str]:
    """Each command with what it takes; those that have commands of their own come last."""
    found = [(command, _whole(command, inner), says) for command, inner, says in _inner(parser)]
    for command, inner, says in sorted(found, key=lambda entry: bool(list(_inner(entry[1])))):
        whole = f"{name} {command}"
        if list(_inner(inner)):
            yield f".SS {escaped(whole)}"
            yield f"{escaped(_sentence(says))}"
            yield from _commands(inner, whole)
            continue
        yield ".TP"
        yield f"\\fB{escaped(whole)}\\fR {' '.join(_usage(inner))}".rstrip()
        yield escaped(_sentence(says))
        own = list(_options(inner, common=False))
        if own:
            yield ".RS"
            yield from own
            yield ".RE"


def _whole(command: str, parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """The parser that knows all of ``command``: that of figures is made only when it is used."""
    return figure_cli.parser() if command == "figure" else parser


def _inner(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser, str]]:
    """Name, parser and help of each command of ``parser``."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for name, inner in action.choices.items():
                yield name, inner, helps.get(name, "")


def _usage(parser: argparse.ArgumentParser) -> Iterator[str]:
    """What has to stand behind a command."""
    for action in _shown(parser):
        name = f"\\fI{escaped(_named(action))}\\fR"
        if action.option_strings:
            if action.required:
                yield f"\\fB{escaped(action.option_strings[0])}\\fR {name}"
        elif action.nargs == argparse.OPTIONAL:
            yield f"[{name}]"
        else:
            yield f"{name}..." if action.nargs == argparse.ONE_OR_MORE else name


def _options(parser: argparse.ArgumentParser, *, common: bool = True) -> Iterator[str]:
    """Each option, and each word that needs to be explained.

    ``common``: with those that stand before every command, too.
    """
    for action in _shown(parser):
        if not common and action.dest in ("profile", "routines", "more_routines"):
            continue
        if not action.help or (action.option_strings and action.option_strings[0] == "-h"):
            continue
        yield ".TP"
        if action.option_strings:
            flags = ", ".join(f"\\fB{escaped(flag)}\\fR" for flag in action.option_strings)
            yield flags if action.nargs == 0 else f"{flags} \\fI{escaped(_named(action))}\\fR"
        else:
            yield f"\\fI{escaped(_named(action))}\\fR"
        yield escaped(_sentence(action.help.replace("%%", "%")))


def _shown(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:
        if not isinstance(action, argparse._SubParsersAction) and action.help != argparse.SUPPRESS:
            yield action


def _named(action: argparse.Action) -> str:
    """The word for its value, or all that it may be."""
    if isinstance(action.metavar, str):
        return action.metavar
    if action.choices is not None:
        return "|".join(str(choice) for choice in action.choices)
    return action.dest.upper()


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    explained = text.split(" ")[0].endswith(":")  # a word to be typed, and then its meaning
    begin = text[:1] if explained else text[:1].upper()
    return f"{begin}{text[1:]}" + ("" if text.endswith((".", "?")) else ".")


def _table(rows: tuple[tuple[str, str], ...], font: str) -> Iterator[str]:
    for name, says in rows:
        yield ".TP"
        yield f"\\f{font}{escaped(name)}\\fR"
        yield escaped(says)


def escaped(text: str) -> str:
    """``text`` as roff takes it: nothing in it is a command, and a hyphen can be copied."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    lines = [f"\\&{line}" if line.startswith((".", "'")) else line for line in text.split("\n")]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
