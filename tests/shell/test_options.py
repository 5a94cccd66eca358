"""The command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from supple.shell.options import USAGE, parse


def test_nothing_said_opens_the_window() -> None:
    options = parse([])
    assert (options.command, options.profile, options.routines) == ("", None, [])
    assert not options.quit_when_done


def test_a_session_from_the_command_line() -> None:
    options = parse(
        ["--profile", "P", "--routines", "R", "--start", "x", "--quit-when-done", "--mute"]
    )
    assert (options.profile, options.routines, options.start) == (Path("P"), [Path("R")], "x")
    assert options.quit_when_done
    assert options.mute


@pytest.mark.parametrize(
    "argv",
    [
        ["--profile", "P", "history", "export", "--format", "csv", "-o", "F"],
        ["history", "export", "--profile", "P", "--format", "csv", "-o", "F"],
    ],
)
def test_the_profile_stands_before_or_behind_the_command(argv: list[str]) -> None:
    options = parse(argv)
    assert (options.command, options.action) == ("history", "export")
    assert (options.profile, options.format, options.output) == (Path("P"), "csv", Path("F"))


def test_more_than_one_routine_file() -> None:
    assert parse(["--routines", "A", "--routines", "B"]).routines == [Path("A"), Path("B")]
    around = parse(["--routines", "A", "routines", "list", "--routines", "B", "--routines", "C"])
    assert around.routines == [Path("A"), Path("B"), Path("C")]


@pytest.mark.parametrize(
    "argv",
    [
        ["--nonsense"],
        ["dance"],
        ["routines"],
        ["routines", "check"],
        ["routines", "timeline"],
        ["history", "export", "--format", "xml"],
        ["history", "export", "-o", ""],
        ["history", "import"],
        ["history", "exchange", "--folder", " "],
        ["--profile", ""],
        ["--routines", " ", "routines", "list"],
    ],
)
def test_wrong_usage_leaves_with_two(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parse(argv)
    assert left.value.code == USAGE
    assert "usage" in capsys.readouterr().err


def test_two_sessions_of_parsing_do_not_share_a_list() -> None:
    parse(["--routines", "A"])
    assert parse([]).routines == []


@pytest.mark.parametrize("option", ["--profile", "--routines", "--start"])
def test_an_option_without_its_value_is_wrong(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        parse(["--mute", option])
    assert left.value.code == USAGE
    assert option in capsys.readouterr().err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--mute", "--help"])
    said = capsys.readouterr().out
    assert all(command in said for command in ("routines", "history", "voice", "figure", "doctor"))


@pytest.mark.parametrize(
    ("argv", "opened"),
    [
        (["--open", "a.supple"], "a.supple"),
        (["a.supple"], "a.supple"),
        (["Für Ada.SUPPLE"], "Für Ada.SUPPLE"),
        (["--profile", "P", "--mute", "a.supple"], "a.supple"),
        (["--open", "by-hand.json"], "by-hand.json"),
    ],
)
def test_a_shared_file_is_opened_by_its_name(argv: list[str], opened: str) -> None:
    options = parse(argv)
    assert options.open == Path(opened)
    assert options.command == ""


@pytest.mark.parametrize("argv", [["routines", "check", "a.supple"], ["--profile", "a.supple"]])
def test_a_shared_file_that_something_is_done_with_is_not_opened(argv: list[str]) -> None:
    assert parse(argv).open is None


def test_a_window_does_without_the_parsers_of_the_commands() -> None:
    ask = "import sys; from supple.shell.options import parse; parse(sys.argv[1:]); "
    ask += "print('supple.shell.commands' in sys.modules)"
    for argv, there in (["--mute"], "False"), (["doctor"], "True"):
        done = subprocess.run(
            [sys.executable, "-c", ask, *argv], capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == there
