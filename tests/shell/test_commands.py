"""What can be said to the commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from supple.shell.options import parse


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


def test_what_goes_into_a_shared_file() -> None:
    words = ["routines", "share", "a", "b", "-o", "F.supple", "--title", "T", "--note", "N"]
    options = parse(words)
    assert (options.ids, options.output) == (["a", "b"], Path("F.supple"))
    assert (options.title, options.note, options.yes) == ("T", "N", False)


def test_what_comes_out_of_a_shared_file() -> None:
    options = parse(["routines", "take-in", "F.supple", "--yes"])
    assert (options.action, options.file, options.yes) == ("take-in", Path("F.supple"), True)


@pytest.mark.parametrize(
    ("argv", "command"),
    [
        (["guide", "x", "-o", "F", "--force"], "supple guide"),
        (["history", "export", "--force"], "supple history export"),
        (["doctor", "more"], "supple doctor"),
        (["--force"], "supple"),
    ],
)
def test_what_cannot_be_said_is_told_with_what_can(
    argv: list[str], command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        parse(argv)
    assert left.value.code == 2
    told = capsys.readouterr().err
    assert told.startswith(f"usage: {command} [-h]")
    assert told.endswith(f"{command}: error: unrecognized arguments: {argv[-1]}\n")


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_for_the_figure_names_what_can_be_done_with_it(
    flag: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        parse(["figure", flag])
    assert not left.value.code
    told = capsys.readouterr().out
    assert all(action in told for action in ("sheet", "show", "check"))
    assert parse(["figure", "show", "--help"]).rest == ["show", "--help"]
