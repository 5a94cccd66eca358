"""The command line."""

from __future__ import annotations

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


def test_the_history_is_exported_as_the_file_says_unless_told() -> None:
    assert parse(["history", "export"]).format == ""
    assert parse(["history", "export", "--format", "sessions-csv"]).format == "sessions-csv"


def test_a_file_is_imported_with_or_without_a_question() -> None:
    options = parse(["history", "import", "F"])
    assert (options.action, options.file, options.yes) == ("import", Path("F"), False)
    assert parse(["history", "import", "--yes", "F"]).yes


def test_a_session_as_a_sound_file() -> None:
    options = parse(["guide", "desk-break", "-o", "F.mp3", "--voice", "v", "--speed", "0.9"])
    assert (options.command, options.id, options.output) == ("guide", "desk-break", Path("F.mp3"))
    assert (options.voice, options.speed) == ("v", 0.9)
    assert not any((options.chimes, options.plain, options.json, options.yes))
    every = parse(["guide", "x", "-o", "F", "--chimes", "--plain", "--json", "--yes"])
    assert all((every.chimes, every.plain, every.json, every.yes))


def test_backups_of_the_history() -> None:
    assert parse(["history", "check"]).action == "check"
    assert parse(["history", "backup"]).output is None
    assert parse(["history", "backup", "-o", "F"]).output == Path("F")
    newest = parse(["history", "restore", "--yes"])
    assert (newest.backup, newest.yes) == (None, True)
    assert parse(["history", "restore", "F"]).backup == Path("F")


def test_a_folder_is_shared_as_the_settings_say_unless_told() -> None:
    assert parse(["history", "exchange"]).folder is None
    assert parse(["history", "exchange", "--folder", "D"]).folder == Path("D")


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


def test_what_goes_into_a_shared_file() -> None:
    words = ["routines", "share", "a", "b", "-o", "F.supple", "--title", "T", "--note", "N"]
    options = parse(words)
    assert (options.ids, options.output) == (["a", "b"], Path("F.supple"))
    assert (options.title, options.note, options.yes) == ("T", "N", False)


def test_what_comes_out_of_a_shared_file() -> None:
    options = parse(["routines", "take-in", "F.supple", "--yes"])
    assert (options.action, options.file, options.yes) == ("take-in", Path("F.supple"), True)
