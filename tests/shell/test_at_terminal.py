from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path

import pytest

from supple.core.problem import UserError
from supple.shell.at_terminal import deps_once, may_replace
from supple.shell.options import Options, parse


class Terminal(io.StringIO):
    """Somebody who types the same answer each time."""

    def isatty(self) -> bool:
        return True


def options(profile: Path, *more: str) -> Options:
    return parse(["handout", "lying-down", "-o", "x.pdf", "--profile", str(profile), *more])


def test_a_new_file_needs_no_question(tmp_path: Path) -> None:
    assert may_replace(tmp_path / "new.pdf", yes=False)


@pytest.mark.parametrize(("answer", "may"), [("y\n", True), ("YES\n", True), ("\n", False)])
def test_somebody_at_a_terminal_is_asked(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answer: str,
    may: bool,
) -> None:
    path = tmp_path / "old.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    assert may_replace(path, yes=False) is may
    assert ("Nothing was written." in capsys.readouterr().out) is not may
    assert may_replace(path, yes=True)


def test_where_nobody_can_be_asked_nothing_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(UserError, match=r"old\.pdf is there already. Say --yes"):
        may_replace(path, yes=False)


def test_the_plan_is_left_aside_where_the_routines_own_doses_are_wanted(profile: Path) -> None:
    for words, planned in (((), True), (("--plain",), False)):
        with deps_once(options(profile, *words)) as deps:
            assert deps.settings.plan_doses is planned
            assert deps.history is not None


def test_the_history_is_closed_in_the_end_whatever_happens(profile: Path) -> None:
    for ends in (contextlib.nullcontext(), pytest.raises(UserError)):
        with ends, deps_once(options(profile)) as deps:
            assert deps.history is not None
            assert deps.history.note("none") is None
            if not isinstance(ends, contextlib.nullcontext):
                raise UserError("Nothing came of it.")
        with pytest.raises(UserError, match="closed"):
            deps.history.note("none")


def test_without_a_history_it_goes_on_and_says_so(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with deps_once(options(profile)) as deps:
        assert deps.history is not None
    deps.paths.history_db.write_bytes(b"no history " * 500)
    with deps_once(options(profile)) as deps:
        assert deps.history is None
    assert "history" in capsys.readouterr().err


def test_files_named_on_the_command_line_count(profile: Path, short_file: Path) -> None:
    with deps_once(options(profile, "--routines", str(short_file))) as deps:
        assert json.loads(short_file.read_text())["routines"][0]["id"] in deps.library.own
        assert deps.extra == (short_file,)
