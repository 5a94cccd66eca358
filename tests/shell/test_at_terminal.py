from __future__ import annotations

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
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, may: bool
) -> None:
    path = tmp_path / "old.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    assert may_replace(path, yes=False) is may
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
        deps = deps_once(options(profile, *words))
        assert deps.settings.plan_doses is planned
        assert deps.history is not None
        deps.history.close()


def test_without_a_history_it_goes_on_and_says_so(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deps = deps_once(options(profile))
    assert deps.history is not None
    deps.history.close()
    deps.paths.history_db.write_bytes(b"no history " * 500)
    deps = deps_once(options(profile))
    assert deps.history is None
    assert "history" in capsys.readouterr().err


def test_files_named_on_the_command_line_count(profile: Path, short_file: Path) -> None:
    deps = deps_once(options(profile, "--routines", str(short_file)))
    assert json.loads(short_file.read_text())["routines"][0]["id"] in deps.library.own
    assert deps.extra == (short_file,)
    assert deps.history is not None
    deps.history.close()
