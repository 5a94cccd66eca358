"""``supple routines copy`` and ``supple routines remove``."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from supple.shell.main import main
from supple.store.paths import Paths

Said = Callable[..., tuple[int, str]]


@pytest.fixture
def say(profile: Path, capsys: pytest.CaptureFixture[str]) -> Said:
    """Runs ``supple routines ...``: its exit code and all it printed."""

    def run(*words: str) -> tuple[int, str]:
        code = main(["--profile", str(profile), "routines", *words])
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return run


def entries(paths: Paths, kind: str) -> dict[str, str]:
    """Id and name of everything in the person's files."""
    files = sorted(paths.routines_dir.glob("*.json")) if paths.routines_dir.exists() else []
    values = [json.loads(f.read_bytes()) for f in files]
    return {e["id"]: e["name"] for value in values for e in value.get(kind, [])}


def test_a_copy_of_a_shipped_routine_is_ones_own(say: Said, paths: Paths) -> None:
    code, said = say("copy", "desk-break")
    assert code == 0
    assert "desk-break-copy" in said
    assert str(paths.routines_dir / "desk-break-copy.json") in said
    assert entries(paths, "routines") == {"desk-break-copy": "Desk break (copy)"}
    assert "(yours)" in say("list")[1]


def test_a_copy_may_be_named(say: Said, paths: Paths) -> None:
    assert say("copy", "wall-supine", "Legs up, slowly")[0] == 0
    assert entries(paths, "stretches") == {"legs-up-slowly": "Legs up, slowly"}
    code, said = say("copy", "wall-supine", "x" * 61)
    assert code == 1
    assert "60 is the most" in said


def test_copies_never_clash(say: Said, paths: Paths) -> None:
    for _ in range(3):
        assert say("copy", "desk-break")[0] == 0
    names = set(entries(paths, "routines").values())
    assert names == {"Desk break (copy)", "Desk break (copy 2)", "Desk break (copy 3)"}


def test_a_name_without_a_letter_of_ours_has_an_id_all_the_same(say: Said, paths: Paths) -> None:
    assert say("copy", "desk-break", "休憩")[0] == 0
    assert entries(paths, "routines") == {"desk-break-copy": "休憩"}


def test_what_is_not_there_cannot_be_copied_or_removed(say: Said) -> None:
    for action in ("copy", "remove"):
        code, said = say(action, "desk-brake")
        assert code == 1
        assert "desk-break" in said


def test_ones_own_can_be_removed(say: Said, paths: Paths) -> None:
    say("copy", "desk-break")
    code, said = say("remove", "desk-break-copy", "--yes")
    assert (code, said) == (0, "“Desk break (copy)” is removed.\n")
    assert list(paths.routines_dir.iterdir()) == []


def test_what_ships_stays(say: Said) -> None:
    code, said = say("remove", "desk-break", "--yes")
    assert code == 1
    assert "stays" in said


def test_nobody_to_ask_changes_nothing(
    say: Said, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    say("copy", "desk-break")
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    code, said = say("remove", "desk-break-copy")
    assert code == 1
    assert "--yes" in said
    assert entries(paths, "routines")


@pytest.mark.parametrize(("answer", "stays"), [("n", True), ("", True), ("Yes", False)])
def test_it_asks_at_a_terminal(
    say: Said, paths: Paths, monkeypatch: pytest.MonkeyPatch, answer: str, stays: bool
) -> None:
    say("copy", "wall-supine", "Mine")
    routine = {"id": "r", "name": "Evening", "steps": [{"stretch": "mine"}]}
    path = paths.routines_dir / "r.json"
    path.write_text(json.dumps({"format": 1, "routines": [routine]}), encoding="utf-8")

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal(f"{answer}\n"))
    code, said = say("remove", "mine")
    assert code == (1 if stays else 0)
    assert "“Evening”" in said
    assert bool(entries(paths, "stretches")) is stays
    assert path.exists() is stays
