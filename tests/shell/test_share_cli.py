"""``supple routines share``, ``take-in``, and ``check`` of a shared file."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from supple.shell.main import main
from supple.store.paths import Paths

Run = Callable[..., int]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def mine(paths: Paths, short_file: Path) -> Path:
    """The folder of somebody who has three short stretches of their own."""
    folder = paths.routines_dir
    folder.mkdir(parents=True)
    (folder / "short.json").write_bytes(short_file.read_bytes())
    return folder


@pytest.fixture
def run(profile: Path) -> Run:
    return lambda *words: main(["--profile", str(profile), "routines", *map(str, words)])


@pytest.fixture
def file(mine: Path, run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "three.supple"
    note = "Slowly.\\nTwice a day."
    assert run("share", "three-short", "-o", path, "--title", "For Ada", "--note", note) == 0
    return path


@pytest.fixture
def take_in(tmp_path: Path, file: Path) -> Run:
    """Somebody else takes it in."""
    theirs = ["--profile", str(tmp_path / "theirs"), "routines", "take-in", str(file)]
    return lambda *words: main([*theirs, *words])


def theirs(tmp_path: Path) -> list[str]:
    return sorted(p.name for p in Paths.of(tmp_path / "theirs").routines_dir.glob("*"))


def test_what_is_shared_is_seen_and_taken_in(
    take_in: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert take_in("--yes") == 0
    said = capsys.readouterr().out
    assert said.startswith("For Ada\n  Slowly.\n  Twice a day.\n")
    assert "Routine: Three short ones (" in said
    assert "One: " in said
    assert said.endswith("“Three short ones” is in your library.\n")
    assert theirs(tmp_path) == ["one.json", "three-short.json", "three.json", "two.json"]


def test_a_second_time_everything_is_there(
    take_in: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    take_in("--yes")
    before = theirs(tmp_path)
    capsys.readouterr()
    assert take_in() == 0
    assert "Already here." in capsys.readouterr().out
    assert theirs(tmp_path) == before


def test_what_clashes_comes_in_as_a_copy(
    take_in: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    take_in("--yes")
    one = Paths.of(tmp_path / "theirs").routines_dir / "one.json"
    one.write_text(one.read_text().replace("Lean from the hips.", "Lean slowly."))
    changed = one.read_bytes()
    capsys.readouterr()
    assert take_in("--yes") == 0
    said = capsys.readouterr().out
    assert "You have another by this name." in said
    assert "You have another by this name.\n  Other words than yours." in said
    assert "Comes in as: “Three short ones (copy)”, “One (copy)”." in said
    assert one.read_bytes() == changed
    assert {"one-2.json", "three-short-2.json"} <= set(theirs(tmp_path))


@pytest.mark.parametrize(("answer", "code", "count"), [("y\n", 0, 4), ("\n", 1, 0), ("", 1, 0)])
def test_nothing_is_taken_in_without_a_yes(
    take_in: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    code: int,
    count: int,
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    assert take_in() == code
    assert len(theirs(tmp_path)) == count


def test_without_a_terminal_it_has_to_be_said(
    take_in: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert take_in() == 1
    assert "Say --yes" in capsys.readouterr().err
    assert theirs(tmp_path) == []


def test_a_good_file_is_said_to_be_good(
    run: Run, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run("check", file) == 0
    said = capsys.readouterr().out
    assert said == f"{file}: all good (1 routine, 3 stretches, 0 pictures)\n"


def test_a_bad_file_is_told_place_by_place_and_not_taken_in(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.supple"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("supple.json", '{"format": 1}')
        archive.writestr("routines.json", json.dumps({"format": 1, "routines": [{"id": "a"}]}))
        archive.writestr("../evil", "x")
    assert run("check", path) == 1
    said = capsys.readouterr()
    assert "../evil: The name leads out of the archive." in said.out
    assert 'routines.json:1:28: routines[0]: "name" is missing' in said.out
    assert said.err == f"{path}: 3 problems\n"
    assert run("take-in", path, "--yes") == 1
    assert f"{path} was not taken in." in capsys.readouterr().err


def test_what_is_of_a_later_version_is_left_out_and_told(
    run: Run, mine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def routine(id_: str, stretch: str) -> dict[str, object]:
        return {"id": id_, "name": id_.title(), "steps": [{"stretch": stretch}]}

    path = tmp_path / "later.supple"
    routines = [routine("legs", "wall-supine"), routine("pond", "frog")]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("supple.json", '{"format": 1, "made_with": "Supple 99.1.0"}')
        archive.writestr("routines.json", json.dumps({"format": 1, "routines": routines}))
    assert run("check", path) == 1
    assert 'There is no stretch "frog"' in capsys.readouterr().out
    assert run("take-in", path, "--yes") == 0
    said = capsys.readouterr().out
    assert "“Pond” is left out, as this Supple does not have the stretch “frog”." in said
    assert "“Legs” is in your library." in said
    assert not (mine / "pond.json").exists()
    assert run("take-in", path, "--yes") == 0
    assert "All the rest is here already." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("desk-break", "-o", "x.supple"), "comes with Supple"),
        (("three-shor", "-o", "x.supple"), "Did you mean three-short"),
        (("three-short", "-o", "x.zip"), "is to end in .supple"),
        (("three-short", "-o", "x.supple", "--title", "x" * 61), "The title: "),
    ],
)
def test_what_cannot_be_shared_is_told(
    run: Run,
    mine: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("share", *words) == 1
    assert says in capsys.readouterr().err
    assert not list(tmp_path.glob("x.*"))


def test_a_file_that_is_there_is_replaced_only_when_that_is_said(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    monkeypatch.setattr(sys, "stdin", Terminal("n\n"))
    assert run("share", "one", "-o", file) == 1
    assert file.read_bytes() == before
    assert run("share", "one", "-o", file, "--yes") == 0
    assert file.read_bytes() != before
