"""Loading routine files from disk: good ones, and every kind of bad one."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from supple.core.problem import Problem, UserError
from supple.core.routine import Catalogue
from supple.core.routine_format import parse_document
from supple.store.routine_files import LARGEST_FILE, check_file, load_library

BAD = Path(__file__).parent / "data" / "bad"
SHIPPED = Path(__file__).parents[2] / "routines.json"


def stretch(id_: str, **changes: object) -> dict[str, Any]:
    return {
        "id": id_,
        "name": id_.capitalize(),
        "position": "lying",
        "sides": "both",
        "difficulty": 1,
        "setup": ["Lie down."],
        "dose": {"hold_s": 30},
        **changes,
    }


def routine(id_: str, *steps: str, **changes: object) -> dict[str, Any]:
    return {"id": id_, "name": id_, "steps": [{"stretch": s} for s in steps], **changes}


def write(path: Path, stretches: list[Any], routines: list[Any]) -> Path:
    path.parent.mkdir(exist_ok=True)
    document = {"format": 1, "stretches": stretches, "routines": routines}
    path.write_text(json.dumps(document, indent=1), encoding="utf-8")
    return path


def told(problem: Problem) -> str:
    place = f"{problem.line}:{problem.column} " if problem.line else ""
    return place + str(replace(problem, file="", line=0))


def expected() -> dict[str, list[str]]:
    """What ``expected.txt`` says about each bad file."""
    said: dict[str, list[str]] = {}
    name = ""
    for line in (BAD / "expected.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            said[name].append(line.strip())
        elif line:
            name = line
            said[name] = []
    return said


@pytest.fixture
def known() -> Catalogue:
    return parse_document({"format": 1, "stretches": [stretch("wall")]}).catalogue


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    return write(tmp_path / "routines.json", [stretch("wall")], [routine("desk", "wall")])


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "routines"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("name", sorted(expected()))
def test_a_bad_file_is_told_with_every_place(name: str, known: Catalogue) -> None:
    problems = check_file(BAD / name, known)
    assert [told(p) for p in problems] == expected()[name]
    assert {p.file for p in problems} == {str(BAD / name)}
    assert all(p.mend for p in problems)


def test_every_bad_file_is_in_the_table() -> None:
    assert {p.name for p in BAD.glob("*.json")} == set(expected())


def test_the_shipped_file_is_good() -> None:
    assert check_file(SHIPPED) == ()
    library = load_library(SHIPPED, None)
    assert library.broken == ()
    assert library.own == frozenset()
    assert set(library.origin.values()) == {str(SHIPPED)}
    assert next(iter(library.catalogue.routines)) == "desk-break"


def test_a_persons_files_add_and_replace_by_id(shipped: Path, mine: Path) -> None:
    write(mine / "a.json", [stretch("wall", name="My wall"), stretch("step")], [])
    write(mine / "b.JSON", [], [routine("evening", "step", "wall")])
    library = load_library(shipped, mine)
    assert library.broken == ()
    assert list(library.catalogue.stretches) == ["wall", "step"]
    assert library.catalogue.stretches["wall"].name == "My wall"
    assert list(library.catalogue.routines) == ["desk", "evening"]
    assert library.own == {"wall", "step", "evening"}
    assert library.origin == {
        "wall": str(mine / "a.json"),
        "step": str(mine / "a.json"),
        "evening": str(mine / "b.JSON"),
        "desk": str(shipped),
    }


def test_a_routine_may_use_a_stretch_of_a_later_file(shipped: Path, mine: Path) -> None:
    write(mine / "a.json", [], [routine("evening", "step")])
    write(mine / "b.json", [stretch("step")], [])
    library = load_library(shipped, mine)
    assert library.broken == ()
    assert "evening" in library.catalogue.routines


def test_a_broken_file_is_kept_and_all_that_is_good_goes_on(shipped: Path, mine: Path) -> None:
    bad = mine / "bad.json"
    write(bad, [stretch("good"), stretch("bad", sides="left")], [routine("mine", "wal")])
    (mine / "worse.json").write_text('{"format": 1,\n "routines": [\n', encoding="utf-8")
    write(mine / "z.json", [], [routine("evening", "good")])
    library = load_library(shipped, mine)
    assert set(library.catalogue.stretches) == {"wall", "good"}
    assert set(library.catalogue.routines) == {"desk", "evening"}
    first, second = library.broken
    assert first.path == str(bad)
    assert [p.path for p in first.problems] == [
        "stretches[1].sides",
        "routines[0].steps[0].stretch",
    ]
    assert [(e.number, e.wrong) for e in first.excerpt] == [
        (first.line - 2, False),
        (first.line - 1, False),
        (first.line, True),
        (first.line + 1, False),
        (first.line + 2, False),
    ]
    assert '"sides": "left"' in first.excerpt[2].text
    assert second.name == "worse.json"


def test_a_file_that_is_not_json_lends_nothing(shipped: Path, mine: Path) -> None:
    text = json.dumps({"format": 1, "stretches": [stretch("good")]})
    (mine / "a.json").write_text(text[:-1] + ",}", encoding="utf-8")
    library = load_library(shipped, mine)
    assert "good" not in library.catalogue.stretches
    assert len(library.broken) == 1


def test_an_entry_with_a_key_twice_is_left_out_alone(shipped: Path, mine: Path) -> None:
    text = json.dumps({"format": 1, "stretches": [stretch("a"), stretch("b")]})
    (mine / "a.json").write_text(text.replace('"name": "A"', '"name": "A", "name": "B"'))
    library = load_library(shipped, mine)
    assert set(library.catalogue.stretches) == {"wall", "b"}
    assert len(library.broken) == 1


def test_an_id_in_two_files_keeps_the_first_and_names_it(shipped: Path, mine: Path) -> None:
    write(mine / "a.json", [stretch("step", name="First")], [])
    write(mine / "b.json", [stretch("step", name="Second")], [])
    library = load_library(shipped, mine)
    assert library.catalogue.stretches["step"].name == "First"
    (broken,) = library.broken
    assert broken.name == "b.json"
    assert f"is also used in {mine / 'a.json'}" in broken.problems[0].what
    assert broken.problems[0].line > 0


def test_a_file_named_on_the_command_line_wins(shipped: Path, mine: Path, tmp_path: Path) -> None:
    write(mine / "a.json", [stretch("wall", name="Mine")], [])
    extra = write(tmp_path / "extra.json", [stretch("wall", name="Extra")], [routine("x", "wall")])
    library = load_library(shipped, mine, [extra])
    assert library.broken == ()
    assert library.catalogue.stretches["wall"].name == "Extra"
    assert library.origin["wall"] == str(extra)
    assert library.own == {"wall", "x"}


def test_a_person_without_files_has_ours(shipped: Path, tmp_path: Path) -> None:
    library = load_library(shipped, tmp_path / "nowhere")
    assert (library.own, library.broken) == (frozenset(), ())


def test_other_files_and_hidden_ones_are_let_be(shipped: Path, mine: Path) -> None:
    for name in ("notes.txt", "a.json~", ".a.json"):
        (mine / name).write_text("x", encoding="utf-8")
    assert load_library(shipped, mine).broken == ()


def problem_of(path: Path) -> str:
    (problem,) = check_file(path)
    assert problem.file == str(path)
    return f"{problem.what} {problem.mend}"


def test_what_cannot_be_read_is_explained(tmp_path: Path) -> None:
    missing = tmp_path / "missing.json"
    assert problem_of(missing) == "The file does not exist. Check its name."
    assert problem_of(tmp_path) == "This is a folder. Name a file in it."
    dangling = tmp_path / "link.json"
    dangling.symlink_to(missing)
    assert problem_of(dangling) == "The file does not exist. Check its name."
    loop = tmp_path / "loop.json"
    loop.symlink_to(loop)
    assert problem_of(loop).startswith("The file cannot be read: ")
    assert check_file(Path("a\0b.json"))[0].what.startswith("The file cannot be read: ")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    assert problem_of(tmp_path / "pipe.json").startswith("This is not a plain file.")


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(100_000_000)
    assert problem_of(huge) == (
        "The file has 100.0 MB; 2 MB is the most. Split it into several files."
    )
    just = tmp_path / "just.json"
    text = '{"format": 1, "routines": []}'
    just.write_text(text.ljust(LARGEST_FILE), encoding="utf-8")
    assert check_file(just) == ()


def test_permission_denied_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "secret.json"
    secret.write_text("{}", encoding="utf-8")

    def refuse(self: Path, *args: object, **kwargs: object) -> object:
        raise PermissionError(13, "Permission denied", str(self))

    # The tests may run as root, whom no mode keeps out.
    monkeypatch.setattr(Path, "open", refuse)
    assert problem_of(secret) == "The file may not be read by you. Change its permissions."


def test_a_folder_that_cannot_be_listed_is_a_broken_thing_to_show(
    shipped: Path, tmp_path: Path
) -> None:
    not_a_folder = tmp_path / "routines"
    not_a_folder.write_text("", encoding="utf-8")
    library = load_library(shipped, not_a_folder)
    (broken,) = library.broken
    assert broken.path == str(not_a_folder)
    assert broken.problems[0].what.startswith("The folder cannot be read: ")
    assert list(library.catalogue.routines) == ["desk"]


def test_a_name_that_is_no_text_can_still_be_shown(shipped: Path, mine: Path) -> None:
    name = os.fsdecode(b"\xff.json")
    (mine / name).write_text("{", encoding="utf-8")
    (broken,) = load_library(shipped, mine).broken
    assert broken.path.encode("utf-8")
    assert broken.details.encode("utf-8")


def test_nothing_is_written(shipped: Path, mine: Path) -> None:
    path = mine / "a.json"
    path.write_bytes(b"\xef\xbb\xbf{'format': 1,}")
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in (path, shipped)}
    load_library(shipped, mine)
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in (path, shipped)} == before
    assert list(mine.iterdir()) == [path]


def test_a_damaged_shipped_file_is_told_as_such(tmp_path: Path) -> None:
    damaged = tmp_path / "routines.json"
    damaged.write_text('{"format": 1,\n "routines": [}', encoding="utf-8")
    with pytest.raises(UserError) as error:
        load_library(damaged, None)
    assert "Supple's own routines are damaged" in str(error.value)
    assert f"{damaged}:2:15" in str(error.value)
