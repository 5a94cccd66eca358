"""Writing one's own stretches and routines, and taking it back: nothing is ever lost."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from supple.core.library_files import Library
from supple.core.problem import ProblemsFound, UserError
from supple.core.routine import (
    Dose,
    DoseChange,
    Position,
    Reps,
    Routine,
    RoutineStep,
    Sides,
    Stretch,
)
from supple.store import atomic
from supple.store.own_library import Changed, Entry, OwnLibrary, Undo

posix = pytest.mark.skipif(os.name != "posix", reason="permissions and links as on Unix")
no_root = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is forbidden to root"
)
SHIPPED = {
    "format": 1,
    "stretches": [
        {
            "id": "wall",
            "name": "Wall",
            "position": "lying",
            "sides": "both",
            "difficulty": 1,
            "setup": ["Lie down."],
            "dose": {"hold_s": 30},
        }
    ],
    "routines": [{"id": "desk", "name": "Desk", "steps": [{"stretch": "wall"}]}],
}
HAND = """{
    "$schema": "../routines.schema.json",  "format": 1,
    "stretches": [
        {"id": "calf", "name": "Calf", "position": "standing", "sides": "each",
         "difficulty": 1, "setup": ["Face the wall."], "dose": {"hold_s": 30.0} }
    ],
    "routines": [
        {"id": "a", "name": "A",   "steps": [{"stretch": "calf"}, {"stretch": "wall"}]},
        {"id": "b", "name": "B", "steps": [ {"stretch": "calf"} ]}
    ]
}
"""


def stretch(id_: str = "heel", hold_s: float = 30.0, **changes: Any) -> Stretch:
    return Stretch(
        id_,
        changes.pop("name", id_.capitalize()),
        Position.SEATED,
        Sides.EACH,
        1,
        ("Your {side} heel out.",),
        Dose(hold_s=hold_s),
        **changes,
    )


def routine(id_: str, *steps: str, name: str = "") -> Routine:
    return Routine(id_, name or id_.capitalize(), tuple(RoutineStep(s) for s in steps))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "routines"


@pytest.fixture
def own(tmp_path: Path, folder: Path) -> OwnLibrary:
    shipped = tmp_path / "shipped.json"
    shipped.write_text(json.dumps(SHIPPED), encoding="utf-8")
    return OwnLibrary(folder, shipped)


@pytest.fixture
def hand(folder: Path) -> Path:
    """A file that somebody wrote with an editor."""
    folder.mkdir(parents=True)
    path = folder / "hand.json"
    path.write_text(HAND, encoding="utf-8")
    return path


def files(folder: Path) -> dict[str, bytes]:
    if not folder.exists():
        return {}
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def find(library: Library, id_: str) -> Entry:
    catalogue = library.catalogue
    return catalogue.routines.get(id_) or catalogue.stretches[id_]


# New ones


def test_a_new_entry_gets_a_file_of_its_own(own: OwnLibrary, folder: Path) -> None:
    own.put(stretch())
    own.put(routine("evening", "heel", "wall"))
    assert set(files(folder)) == {"heel.json", "evening.json"}
    library = own.load()
    assert library.own == {"heel", "evening"}
    assert library.broken == ()
    assert library.catalogue.routines["evening"] == routine("evening", "heel", "wall")


def test_what_is_written_is_the_same_every_time(own: OwnLibrary, folder: Path) -> None:
    own.put(stretch())
    first = files(folder)
    own.put(stretch(hold_s=20), stretch())
    own.put(stretch(), stretch(hold_s=20))
    assert files(folder) == first


@posix
def test_nobody_else_reads_it(own: OwnLibrary, folder: Path) -> None:
    own.put(stretch())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "heel.json").stat().st_mode) == 0o600


def test_a_file_of_that_name_is_left_alone(own: OwnLibrary, hand: Path) -> None:
    hand.rename(hand.with_name("heel.json"))
    own.put(stretch())
    assert files(hand.parent)["heel.json"] == HAND.encode()
    assert own.load().own == {"calf", "a", "b", "heel"}


def test_a_name_that_windows_keeps_for_itself_is_not_used(own: OwnLibrary, folder: Path) -> None:
    own.put(stretch("con"))
    assert set(files(folder)) == {"con-1.json"}


@pytest.mark.parametrize("id_", ["wall", "desk", "calf", "a"])
def test_an_id_in_use_is_refused(own: OwnLibrary, hand: Path, id_: str) -> None:
    before = files(hand.parent)
    with pytest.raises(UserError):
        own.put(stretch(id_))
    assert files(hand.parent) == before


def test_an_id_of_a_broken_file_is_in_use(own: OwnLibrary, hand: Path) -> None:
    hand.write_text(HAND.replace('"dose"', '"dosis"'), encoding="utf-8")
    with pytest.raises(UserError, match="calf-2"):
        own.put(stretch("calf"))
    assert own.fresh_id("Calf", "stretch") == "calf-2"


def test_a_fresh_id_is_never_ours(own: OwnLibrary, hand: Path) -> None:
    assert own.fresh_id("Desk", "routine") == "desk-2"
    assert own.fresh_id("Wall", "stretch") == "wall-2"
    assert own.fresh_id("B", "routine") == "b-2"
    assert own.fresh_id("hand", "routine") == "hand-2"  # the name of a file
    assert own.fresh_id("???", "routine") == "routine"


def test_an_entry_that_could_not_be_read_again_is_not_written(
    own: OwnLibrary, folder: Path
) -> None:
    with pytest.raises(ProblemsFound, match="1 to 600"):
        own.put(stretch(hold_s=601))
    with pytest.raises(ProblemsFound, match="There is no stretch"):
        own.put(routine("evening", "nowhere"))
    assert files(folder) == {}


def test_a_dose_that_makes_a_routine_too_long_is_refused(own: OwnLibrary, folder: Path) -> None:
    own.put(stretch())
    own.put(replace(routine("long", "wall", *["heel"] * 99), name="A long one"))
    before = files(folder)
    with pytest.raises(UserError, match="A long one"):
        own.put(stretch(hold_s=600), stretch())
    assert files(folder) == before


# Changes


def test_an_entry_of_a_hand_written_file_is_changed_there_alone(
    own: OwnLibrary, hand: Path
) -> None:
    was = own.load().catalogue.routines["b"]
    own.put(replace(was, name="Bee"), was)
    old = '{"id": "b", "name": "B", "steps": [ {"stretch": "calf"} ]}'
    new = '{"id": "b", "name": "Bee", "steps": [{"stretch": "calf"}]}'
    assert hand.read_text(encoding="utf-8") == HAND.replace(old, new)
    assert own.load().catalogue.routines["b"].name == "Bee"


def test_what_is_too_long_for_one_line_takes_several(own: OwnLibrary, hand: Path) -> None:
    was = own.load().catalogue.routines["b"]
    own.put(replace(was, summary="A sentence. " * 8), was)
    old = '{"id": "b", "name": "B", "steps": [ {"stretch": "calf"} ]}'
    new = """{
          "id": "b",
          "name": "B",
          "summary": "%s",
          "steps": [
            {"stretch": "calf"}
          ]
        }""" % ("A sentence. " * 8)
    assert hand.read_text(encoding="utf-8") == HAND.replace(old, new)


def test_a_byte_order_mark_and_line_ends_stay(own: OwnLibrary, hand: Path) -> None:
    hand.write_bytes(b"\xef\xbb\xbf" + HAND.replace("\n", "\r\n").encode())
    was = own.load().catalogue.routines["b"]
    own.put(replace(was, name="Bee"), was)
    content = hand.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf{\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert own.load().broken == ()


def test_an_entry_beside_a_broken_one_can_be_changed(own: OwnLibrary, hand: Path) -> None:
    hand.write_text(HAND.replace('"name": "A",', '"nam": "A",'), encoding="utf-8")
    was = own.load().catalogue.routines["b"]
    own.put(replace(was, name="Bee"), was)
    assert '"nam": "A",   "steps"' in hand.read_text(encoding="utf-8")
    assert own.load().catalogue.routines["b"].name == "Bee"


def test_nothing_is_written_for_no_change(own: OwnLibrary, hand: Path) -> None:
    was = own.load().catalogue.routines["b"]
    assert own.put(was, was) == Undo()
    assert hand.read_bytes() == HAND.encode()


@posix
def test_a_link_is_followed(own: OwnLibrary, hand: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.json"
    hand.rename(real)
    hand.symlink_to(real)
    was = own.load().catalogue.routines["b"]
    undo = own.put(replace(was, name="Bee"), was)
    assert hand.is_symlink()
    assert "Bee" in real.read_text(encoding="utf-8")
    own.restore(undo)
    assert real.read_text(encoding="utf-8") == HAND


@posix
def test_a_link_stays_when_all_in_it_is_removed(
    own: OwnLibrary, folder: Path, tmp_path: Path
) -> None:
    own.put(stretch())
    real = tmp_path / "dotfiles.json"
    (folder / "heel.json").rename(real)
    (folder / "heel.json").symlink_to(real)
    own.remove("heel")
    assert (folder / "heel.json").is_symlink()
    assert own.load().own == set()
    assert own.load().broken == ()


def test_a_file_named_on_the_command_line_is_changed_where_it_is(
    own: OwnLibrary, hand: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.json"
    hand.rename(elsewhere)
    own = OwnLibrary(hand.parent, tmp_path / "shipped.json", [elsewhere])
    was = own.load().catalogue.routines["b"]
    undo = own.put(replace(was, name="Bee"), was).then(own.remove("a"))
    assert files(hand.parent) == {}
    assert own.load().own == {"calf", "b"}
    own.restore(undo)
    assert elsewhere.read_bytes() == HAND.encode()


# What changed meanwhile


def test_an_entry_changed_meanwhile_is_not_overwritten(own: OwnLibrary, hand: Path) -> None:
    was = own.load().catalogue.routines["b"]
    other = HAND.replace('"B"', '"Theirs"')
    hand.write_text(other, encoding="utf-8")
    with pytest.raises(Changed, match=r"hand\.json") as caught:
        own.put(replace(was, name="Ours"), was)
    assert hand.read_text(encoding="utf-8") == other
    assert caught.value.now == replace(was, name="Theirs")
    assert caught.value.path == str(hand)


def test_another_entry_changed_meanwhile_is_kept(own: OwnLibrary, hand: Path) -> None:
    was = own.load().catalogue.routines["b"]
    hand.write_text(HAND.replace('"A"', '"Theirs"'), encoding="utf-8")
    own.put(replace(was, name="Ours"), was)
    routines = own.load().catalogue.routines
    assert [routines[i].name for i in "ab"] == ["Theirs", "Ours"]


def test_an_entry_removed_meanwhile_is_told(own: OwnLibrary, hand: Path) -> None:
    was = own.load().catalogue.routines["b"]
    hand.unlink()
    with pytest.raises(Changed) as caught:
        own.put(replace(was, name="Ours"), was)
    assert caught.value.now is None
    assert files(hand.parent) == {}


def test_a_file_broken_meanwhile_is_not_overwritten(own: OwnLibrary, hand: Path) -> None:
    was = own.load().catalogue.routines["b"]
    broken = HAND.replace("]}\n    ]", "]},\n    ]")
    hand.write_text(broken, encoding="utf-8")
    with pytest.raises(Changed, match=r"hand\.json:9"):
        own.put(replace(was, name="Ours"), was)
    with pytest.raises(UserError):
        own.remove("b")
    assert hand.read_text(encoding="utf-8") == broken
    own.put(replace(was, id="b-2", name="Ours", steps=(RoutineStep("wall"),)))
    assert own.load().catalogue.routines["b-2"].name == "Ours"
    assert hand.read_text(encoding="utf-8") == broken


def test_a_change_between_reading_and_writing_is_seen(
    own: OwnLibrary, hand: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = own.load().catalogue.routines["b"]
    other = HAND.replace('"B"', '"Theirs"')
    load = own.load

    def slow() -> Library:
        library = load()
        hand.write_text(other, encoding="utf-8")
        return library

    monkeypatch.setattr(own, "load", slow)
    with pytest.raises(Changed):
        own.put(replace(was, name="Ours"), was)
    hand.write_text(HAND, encoding="utf-8")
    with pytest.raises(Changed):
        own.remove("b")
    assert hand.read_text(encoding="utf-8") == other


# Removing, and back


def test_a_file_with_nothing_left_goes(own: OwnLibrary, folder: Path) -> None:
    own.put(stretch())
    before = files(folder)
    undo = own.remove("heel")
    assert files(folder) == {}
    own.restore(undo)
    assert files(folder) == before


def test_an_entry_leaves_a_hand_written_file(own: OwnLibrary, hand: Path) -> None:
    undo = own.remove("b")
    text = hand.read_text(encoding="utf-8")
    assert text == HAND.replace(
        ',\n        {"id": "b", "name": "B", "steps": [ {"stretch": "calf"} ]}', ""
    )
    own.restore(undo)
    assert hand.read_text(encoding="utf-8") == HAND


def test_a_removed_entry_comes_back_beside_later_changes(own: OwnLibrary, hand: Path) -> None:
    undo = own.remove("a")
    later = hand.read_text(encoding="utf-8").replace('"B"', '"Later"')
    hand.write_text(later, encoding="utf-8")
    own.restore(undo)
    library = own.load()
    assert library.broken == ()
    assert library.catalogue.routines["b"].name == "Later"
    assert library.catalogue.routines["a"].name == "A"
    assert set(files(hand.parent)) == {"hand.json"}


def test_a_removed_entry_comes_back_where_its_file_is_gone(own: OwnLibrary, hand: Path) -> None:
    undo = own.remove("a")
    hand.write_text(HAND[:20], encoding="utf-8")
    with pytest.raises(UserError):  # its stretch is gone with the file
        own.restore(undo)
    hand.unlink()
    own.put(stretch("calf"))
    own.restore(undo)
    assert own.load().catalogue.routines["a"].name == "A"


def test_what_stands_there_by_now_is_not_overwritten(own: OwnLibrary, hand: Path) -> None:
    undo = own.remove("a")
    own.put(routine("a", "wall", name="Newer"))
    before = files(hand.parent)
    with pytest.raises(Changed):
        own.restore(Undo(tuple(replace(d, after=b"another") for d in undo.changes)))
    assert files(hand.parent) == before


def test_a_stretch_leaves_the_routines_that_use_it(own: OwnLibrary, hand: Path) -> None:
    own.put(routine("c", "calf", "wall", "calf"))
    before = files(hand.parent)
    users = own.users(own.load(), "calf")
    assert [r.id for r in users] == ["c", "a", "b"]
    undo = own.remove("calf")
    library = own.load()
    assert library.broken == ()
    assert library.own == {"c", "a"}
    assert [s.stretch for s in library.catalogue.routines["c"].steps] == ["wall"]
    own.restore(undo)
    assert files(hand.parent) == before


def test_a_stretch_in_the_place_of_ours_leaves_ours(own: OwnLibrary, folder: Path) -> None:
    folder.mkdir(parents=True)
    mine = dict(SHIPPED["stretches"][0], name="My wall")  # type: ignore[call-overload]
    document = {"format": 1, "stretches": [mine]}
    (folder / "wall.json").write_text(json.dumps(document), encoding="utf-8")
    own.put(routine("c", "wall"))
    assert own.users(own.load(), "wall") == ()
    undo = own.remove("wall")
    assert own.load().catalogue.stretches["wall"].name == "Wall"
    own.restore(undo)
    assert own.load().catalogue.stretches["wall"].name == "My wall"


def test_only_ones_own_can_be_removed(own: OwnLibrary) -> None:
    for id_ in ("wall", "desk", "nothing"):
        with pytest.raises(UserError, match=id_):
            own.remove(id_)


def test_a_new_stretch_that_is_used_by_now_is_not_taken_back(own: OwnLibrary, folder: Path) -> None:
    undo = own.put(stretch())
    own.put(routine("evening", "heel"))
    before = files(folder)
    with pytest.raises(UserError, match="Evening"):
        own.restore(undo)
    assert files(folder) == before


def test_a_routine_does_not_come_back_without_its_stretch(own: OwnLibrary, folder: Path) -> None:
    own.put(stretch())
    own.put(routine("evening", "heel"))
    undo = own.remove("evening")
    own.remove("heel")
    with pytest.raises(UserError, match=r"“Evening” cannot come back.*“?heel"):
        own.restore(undo)
    assert files(folder) == {}


def test_an_id_that_was_given_away_since_does_not_stand_twice(own: OwnLibrary, hand: Path) -> None:
    undo = own.remove("a")
    own.put(routine("a", "wall", name="Newer"))
    before = files(hand.parent)
    with pytest.raises(Changed):
        own.restore(undo)
    assert files(hand.parent) == before


def test_what_can_come_back_does(own: OwnLibrary, hand: Path) -> None:
    undo = own.remove("calf")  # and b with it, and it leaves a
    a = own.load().catalogue.routines["a"]
    own.put(replace(a, name="Later"), a)
    with pytest.raises(Changed):
        own.restore(undo)
    library = own.load()
    assert library.broken == ()
    assert library.own == {"calf", "a", "b"}
    assert library.catalogue.routines["a"].name == "Later"


# Several at once

PNG = b"\x89PNG\r\n\x1a\n..."


def test_several_come_together(own: OwnLibrary, folder: Path) -> None:
    heel = stretch(figure="own-heel")
    undo = own.put_all([heel], [routine("evening", "heel")], {"own-heel.png": PNG})
    assert own.load().own == {"heel", "evening"}
    assert own.figures.read("own-heel.png") == PNG
    own.restore(undo)
    assert files(folder) == {}


def test_some_take_the_place_of_mine_with_them(own: OwnLibrary, hand: Path) -> None:
    was = own.load().catalogue.routines["b"]
    before = files(hand.parent)
    undo = own.put_all([stretch()], replaced=[(replace(was, name="Bee"), was)])
    assert own.load().catalogue.routines["b"].name == "Bee"
    own.restore(undo)
    assert files(hand.parent) == before


def test_what_is_told_is_why_nothing_came(
    own: OwnLibrary, hand: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = own.load().catalogue.routines["b"]

    def refuse(_: object) -> None:
        raise UserError("It cannot be taken back.")

    monkeypatch.setattr(own, "restore", refuse)
    with pytest.raises(Changed):
        own.put_all([stretch()], replaced=[(was, replace(was, name="Other"))])


def test_all_or_nothing(own: OwnLibrary, hand: Path) -> None:
    before = files(hand.parent)
    with pytest.raises(UserError):
        own.put_all([stretch()], [routine("a", "heel")], {"own-heel.png": PNG})
    assert files(hand.parent) == before


# A disk that refuses


def every_change(own: OwnLibrary) -> list[Callable[[], object]]:
    was = own.load().catalogue.routines["b"]
    return [
        lambda: own.put(stretch()),
        lambda: own.put(replace(was, name="Bee"), was),
        lambda: own.remove("b"),
        lambda: own.remove("calf"),
        lambda: own.put_all([stretch()], [routine("e", "heel")], {"own-heel.png": PNG}),
    ]


@pytest.mark.parametrize("number", range(5))
def test_a_full_disk_leaves_everything_as_it_was(
    own: OwnLibrary, hand: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    before = files(hand.parent)
    change = every_change(own)[number]

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="No space left"):
        change()
    assert files(hand.parent) == before


@pytest.mark.parametrize("after", range(1, 4))
def test_a_disk_that_fills_up_midway_leaves_everything_as_it_was(
    own: OwnLibrary, hand: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    before = files(hand.parent)
    change = every_change(own)[4]
    write, count = atomic.write_bytes, 0

    def fills(path: Path, content: bytes, *rest: Any) -> None:
        nonlocal count
        count += 1
        if count == after:
            raise OSError(28, "No space left on device")
        write(path, content, *rest)

    monkeypatch.setattr(atomic, "write_bytes", fills)
    with pytest.raises(UserError, match="No space left"):
        change()
    assert files(hand.parent) == before


@posix
@no_root
@pytest.mark.parametrize("number", range(5))
def test_a_folder_that_may_not_be_written_stays(own: OwnLibrary, hand: Path, number: int) -> None:
    before = files(hand.parent)
    change = every_change(own)[number]
    hand.parent.chmod(0o500)
    try:
        with pytest.raises(UserError, match="writable"):
            change()
    finally:
        hand.parent.chmod(0o700)
    assert files(hand.parent) == before


def test_what_a_killed_program_left_is_swept_away(own: OwnLibrary, folder: Path) -> None:
    own.put(stretch())
    old, young = folder / ".heel.json.abcdefgh.new", folder / ".heel.json.ijklmnop.new"
    theirs = folder / ".notes.new"
    for file in (old, young, theirs):
        file.write_text("{")
    os.utime(old, (1, 1))
    os.utime(theirs, (1, 1))
    assert own.load().broken == ()
    own.put(stretch(name="Another"), stretch())
    assert set(files(folder)) == {"heel.json", young.name, theirs.name}


# Any sequence of it

_SHORT = DoseChange(5.0, 1, 0.0, 3.0, 3.0, Reps(1, 1.0))
"""So that no routine gets longer than a session may be."""


class Model(RuleBasedStateMachine):
    """Puts and removals against a plain dict; hand-written files in between."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        shipped = self.root / "shipped.json"
        shipped.write_text(json.dumps(SHIPPED), encoding="utf-8")
        self.folder = self.root / "routines"
        self.own = OwnLibrary(self.folder, shipped)
        self.entries: dict[str, Entry] = {}
        self.undone: list[tuple[Undo, dict[str, Entry], dict[str, bytes]]] = []

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    @initialize(by_hand=st.booleans())
    def begin(self, by_hand: bool) -> None:
        if by_hand:
            self.folder.mkdir()
            (self.folder / "hand.json").write_text(HAND, encoding="utf-8")
            library = self.own.load()
            self.entries = {id_: find(library, id_) for id_ in library.own}

    @property
    def stretches(self) -> list[str]:
        return [i for i, e in self.entries.items() if isinstance(e, Stretch)]

    @property
    def routines(self) -> list[str]:
        return [i for i, e in self.entries.items() if isinstance(e, Routine)]

    def note(self, do: Callable[[], Undo]) -> None:
        entries, disk = {**self.entries}, files(self.folder)
        undo = do()
        self.undone.append((undo, entries, disk))

    @rule(made=st.from_type(Stretch))
    def put_stretch(self, made: Stretch) -> None:
        made = replace(made, id=self.own.fresh_id(made.name, "stretch"))
        self.note(lambda: self.own.put(made))
        self.entries[made.id] = made

    @rule(made=st.from_type(Routine), data=st.data())
    def put_routine(self, made: Routine, data: st.DataObject) -> None:
        known = ["wall", *self.stretches]
        steps = tuple(RoutineStep(data.draw(st.sampled_from(known)), _SHORT) for _ in made.steps)
        made = replace(made, id=self.own.fresh_id(made.name, "routine"), steps=steps)
        self.note(lambda: self.own.put(made))
        self.entries[made.id] = made

    @precondition(lambda self: self.entries)
    @rule(data=st.data(), name=st.sampled_from(["Other", "Another"]))
    def change(self, data: st.DataObject, name: str) -> None:
        was = self.entries[data.draw(st.sampled_from(sorted(self.entries)))]
        now = replace(was, name=name)
        self.note(lambda: self.own.put(now, was))
        self.entries[now.id] = now

    @precondition(lambda self: self.entries)
    @rule(data=st.data())
    def change_from_another_one(self, data: st.DataObject) -> None:
        now = self.entries[data.draw(st.sampled_from(sorted(self.entries)))]
        before = files(self.folder)
        with pytest.raises(Changed):
            self.own.put(replace(now, name="x"), replace(now, name="never there"))
        assert files(self.folder) == before

    @precondition(lambda self: self.entries)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        id_ = data.draw(st.sampled_from(sorted(self.entries)))
        self.note(lambda: self.own.remove(id_))
        gone = self.entries.pop(id_)
        if isinstance(gone, Stretch):
            for user in [e for e in self.entries.values() if isinstance(e, Routine)]:
                steps = tuple(s for s in user.steps if s.stretch != id_)
                if not steps:
                    del self.entries[user.id]
                else:
                    self.entries[user.id] = replace(user, steps=steps)

    @precondition(lambda self: self.undone)
    @rule()
    def undo_the_last(self) -> None:
        undo, entries, disk = self.undone.pop()
        self.own.restore(undo)
        self.entries = entries
        assert files(self.folder) == disk

    @precondition(lambda self: len(self.undone) > 1)
    @rule(data=st.data())
    def undo_an_earlier_one(self, data: st.DataObject) -> None:
        undo, *_ = self.undone.pop(data.draw(st.integers(0, len(self.undone) - 2)))
        self.undone.clear()
        touched = {e.id for d in undo.changes for e in (d.was, d.now) if e is not None}
        with contextlib.suppress(UserError):
            self.own.restore(undo)
        library = self.own.load()
        for id_ in {*self.entries, *library.own} - touched:
            assert find(library, id_) == self.entries[id_]
        self.entries = {id_: find(library, id_) for id_ in library.own}

    @precondition(lambda self: self.folder.exists() and any(self.folder.glob("*.json")))
    @rule(data=st.data(), indent=st.sampled_from([None, 0, 4, "\t"]))
    def lay_out_by_hand(self, data: st.DataObject, indent: Any) -> None:
        path = data.draw(st.sampled_from(sorted(self.folder.glob("*.json"))))
        path.write_text(json.dumps(json.loads(path.read_bytes()), indent=indent), "utf-8")
        self.undone.clear()

    @invariant()
    def the_disk_has_just_these(self) -> None:
        library = self.own.load()
        assert library.broken == ()
        assert library.own == set(self.entries)
        assert {id_: find(library, id_) for id_ in library.own} == self.entries
        assert not any(path.name.startswith(".") for path in self.root.rglob("*"))


TestModel = Model.TestCase
TestModel.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)


def test_much_is_written_and_taken_back_with_the_disk_read_once(
    own: OwnLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = own.load().catalogue.stretches["wall"]
    stretches = [replace(usual, id=f"wall-{n}", name=f"Wall {n}") for n in range(8)]
    before, load, reads = own.load(), own.load, []

    def counted() -> Library:
        reads.append(1)
        return load()

    monkeypatch.setattr(own, "load", counted)
    undo = own.put_all(stretches)
    assert len(reads) == 1
    assert load().own == {stretch.id for stretch in stretches}
    own.restore(undo)
    assert len(reads) == 2
    assert load() == before


def test_an_id_twice_in_what_is_written_at_once_is_refused(own: OwnLibrary, folder: Path) -> None:
    usual = own.load().catalogue.stretches["wall"]
    twice = [replace(usual, id="wall-a", name="A"), replace(usual, id="wall-a", name="B")]
    with pytest.raises(UserError, match="Nothing was overwritten"):
        own.put_all(twice)
    assert files(folder) == {}
