"""A session saved as sound from the window."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.shell.guide_desk import BUSY, LOST, GuideDesk, command_of
from supple.store.beside import beside_of
from supple.ui.guide_strip import GuideStrip
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.toast import Toast

MakeBench = Callable[..., Any]
SAVED = {"saved": "x", "seconds": 268.4, "remark": ""}


class Asker:
    """A file dialog that was answered."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.asked: list[tuple[str, str, str]] = []

    def save(
        self, parent: QWidget, title: str, name: str, kinds: str, then: Callable[[str], None]
    ) -> None:
        self.asked.append((title, name, kinds))
        if self.path is not None:
            then(str(self.path))


class Rig:
    """The desk with a process that does what a test wants."""

    def __init__(self, one: Any, tmp_path: Path, qtbot: QtBot) -> None:
        self.window = one.program.window
        self.qtbot = qtbot
        self.path = tmp_path / "out" / "three.mp3"
        self.path.parent.mkdir()
        self.files = Asker(self.path)
        self.shown: list[str] = []
        self.chimes: list[bool] = []
        self.does = ""
        self.desk = GuideDesk(
            one.deps,
            self.window,
            one.guidance._post,
            self.shown.append,
            self.files,  # type: ignore[arg-type]
            self.command,
        )

    def command(self, deps: object, id_: str, path: str, *, chimes: bool) -> list[str]:
        self.chimes.append(chimes)
        head = "import json, os, sys, time\ndef say(**v): print(json.dumps(v), flush=True)\n"
        return [sys.executable, "-c", head + self.does]

    def says(self, *lines: dict[str, object], then: str = "") -> None:
        """The process says ``lines``, and then does something."""
        self.does = "".join(f"say(**json.loads({json.dumps(x)!r}))\n" for x in lines) + then

    def strip(self) -> GuideStrip | None:
        strips = self.window.findChildren(GuideStrip)
        return next((s for s in strips if not s.isHidden()), None)

    def banners(self) -> list[str]:
        found = self.window.pages.notices.column.findChildren(Banner)
        return [b.accessibleName() for b in found if not b.isHidden()]

    def toasted(self) -> str:
        toast = self.window.findChild(Toast)
        return toast.accessibleName() if toast is not None else ""

    def wait(self, done: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(done, timeout=20_000)

    def press(self, text: str) -> None:
        button = next(
            b
            for b in self.window.findChildren(QPushButton)
            if b.text() == text and not b.isHidden()
        )
        button.click()


@pytest.fixture
def rig(bench: MakeBench, tmp_path: Path, qtbot: QtBot) -> Iterator[Rig]:
    made = Rig(bench(), tmp_path, qtbot)
    yield made
    made.desk.close()


def test_it_is_asked_where_to(rig: Rig) -> None:
    rig.says(SAVED)
    rig.desk.ask("three-short")
    ((title, name, kinds),) = rig.files.asked
    assert (title, name) == ("Save as sound", "three-short-ones.mp3")
    assert kinds.startswith("MP3 (*.mp3);;")
    assert "WAV (*.wav)" in kinds
    rig.wait(lambda: "Saved" in rig.toasted())


def test_a_dialog_that_is_closed_begins_nothing(rig: Rig) -> None:
    rig.files.path = None
    rig.desk.ask("three-short")
    assert rig.strip() is None
    assert rig.chimes == []


def test_a_routine_that_is_gone_is_told(rig: Rig) -> None:
    rig.desk.ask("three-shirt")
    assert "three-short" in rig.banners()[0]
    assert rig.files.asked == []


def test_it_is_shown_how_far_it_is_and_then_where_it_is(rig: Rig) -> None:
    rig.says(
        {"part": "speaking", "done": 12, "total": 85},
        then="sys.stdin.read(1)\nsay(**" + f"{SAVED})",
    )
    rig.desk.save("three-short", str(rig.path))
    strip = rig.strip()
    assert strip is not None
    rig.wait(lambda: "Speaking, 12 of 85 sentences" in strip.accessibleName())
    assert strip.accessibleName().startswith("Saving three.mp3.")
    child = rig.desk._work._child  # type: ignore[union-attr]
    child.stdin.write(b"x")  # type: ignore[union-attr]
    child.stdin.flush()  # type: ignore[union-attr]
    rig.wait(lambda: rig.strip() is None)
    assert rig.toasted() == "Saved three.mp3, 4:28."
    rig.press("Show in folder")
    assert rig.shown == [str(rig.path.parent)]


def test_how_long_it_takes_is_told_once_that_is_known(rig: Rig) -> None:
    rig.says(SAVED)
    rig.desk.save("three-short", str(rig.path))
    strip = rig.strip()
    assert strip is not None
    said: dict[str, object] = {"part": "writing", "done": 60, "total": 240}
    rig.desk._on_said(said, None)
    assert strip.accessibleName().endswith(" Writing")
    rig.desk._on_said(said, 7.4)
    assert strip.accessibleName().endswith("Writing, about 7 s left")
    rig.desk._on_said(said, 150.0)
    assert strip.accessibleName().endswith("Writing, about 2 min left")
    rig.wait(lambda: rig.strip() is None)


def test_cancelled_it_stops_politely_and_leaves_nothing(rig: Rig) -> None:
    rig.says({"part": "speaking", "done": 1, "total": 2}, then="sys.stdin.read()\nsys.exit(130)")
    rig.desk.save("three-short", str(rig.path))
    rig.press("Cancel")
    rig.wait(lambda: rig.toasted() == "Cancelled. Nothing was saved.")
    assert rig.strip() is None
    assert rig.banners() == []


def test_one_that_does_not_stop_is_ended_and_tidied_up_after(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    from supple.shell import guide_desk

    monkeypatch.setattr(guide_desk, "END_LIMIT_S", 0.05)
    rig.says(
        {"part": "speaking", "done": 1, "total": 2},
        then=f"open(os.path.join({str(rig.path.parent)!r}, f'.three.{{os.getpid()}}.new.mp3'), 'w')"
        "\nsay(part='writing', done=1, total=2)\ntime.sleep(60)",
    )
    rig.desk.save("three-short", str(rig.path))
    rig.wait(lambda: bool(list(rig.path.parent.iterdir())))
    (left,) = rig.path.parent.iterdir()
    child = rig.desk._work._child  # type: ignore[union-attr]
    assert left == beside_of(rig.path, child.pid)  # type: ignore[union-attr]
    rig.desk.cancel()
    rig.wait(lambda: rig.toasted() == "Cancelled. Nothing was saved.")
    assert list(rig.path.parent.iterdir()) == []


def test_one_at_a_time(rig: Rig) -> None:
    rig.says(then="sys.stdin.read()")
    rig.desk.save("three-short", str(rig.path))
    rig.desk.ask("three-short")
    assert rig.toasted() == BUSY
    rig.desk.save("three-short", str(rig.path))
    assert len(rig.chimes) == 1


def test_without_a_voice_chimes_are_offered(rig: Rig) -> None:
    rig.says({"failed": "No voice is installed.", "chimes": True})
    rig.desk.save("three-short", str(rig.path))
    rig.wait(lambda: any("No voice is installed." in b for b in rig.banners()))
    rig.says(SAVED)
    rig.press("Chimes instead")
    rig.wait(lambda: "Saved" in rig.toasted())
    assert rig.chimes == [False, True]
    assert rig.banners() == []


@pytest.mark.parametrize(
    ("does", "told"),
    [
        ("say(failed='The disk is full.', chimes=False)", "The disk is full."),
        ("sys.exit(1)", LOST),
        ("print('not what was agreed')", LOST),
        ("say(part='writing', done=True, total='x')", LOST),
    ],
)
def test_what_went_wrong_is_told(rig: Rig, does: str, told: str) -> None:
    rig.does = does
    rig.desk.save("three-short", str(rig.path))
    rig.wait(lambda: rig.banners() == [told])
    assert rig.strip() is None


def test_a_remark_of_the_voice_is_passed_on(rig: Rig) -> None:
    rig.says({**SAVED, "remark": "The usual voice speaks instead."})
    rig.desk.save("three-short", str(rig.path))
    rig.wait(lambda: rig.banners() == ["The usual voice speaks instead."])


@pytest.mark.parametrize("command", [["/nowhere/at/all"], ["no\0name"]])
def test_a_program_that_cannot_be_started_is_told(rig: Rig, command: list[str]) -> None:
    rig.desk._command = lambda *_, **__: command
    rig.desk.save("three-short", str(rig.path))
    rig.wait(lambda: any("could not be made" in b for b in rig.banners()))
    assert rig.desk._work is None, "another can be begun"


def test_the_end_of_the_program_is_the_end_of_it(rig: Rig) -> None:
    rig.says({"part": "speaking", "done": 1, "total": 2}, then="sys.stdin.read()\nsys.exit(130)")
    rig.desk.save("three-short", str(rig.path))
    work = rig.desk._work
    assert work is not None
    rig.wait(lambda: work._child is not None)
    rig.desk.close()
    child = work._child
    assert child is not None
    assert child.poll() == 130
    assert rig.desk._work is None


def test_the_process_is_asked_for_the_same_profile_and_routines(bench: MakeBench) -> None:
    deps = bench().deps
    words = command_of(deps, "three-short", "/a/b.mp3", chimes=True)
    assert words[:4] == [sys.executable, "-P", "-m", "supple"]
    assert words[4:6] == ["--profile", str(deps.profile)]
    assert words[6:8] == ["--routines", str(deps.extra[0])]
    assert words[8:] == ["guide", "three-short", "-o", "/a/b.mp3", "--yes", "--json", "--chimes"]


def test_a_frozen_program_calls_itself(bench: MakeBench, monkeypatch: pytest.MonkeyPatch) -> None:
    deps = bench().deps
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    words = command_of(deps, "x", "y.mp3", chimes=False)
    assert words[:2] == [sys.executable, "--profile"]
    assert words[-1] == "--json"


def test_the_wish_of_a_page_comes_to_the_desk(
    bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = bench()
    assert "guide" not in one.guidance.__dict__
    asked: list[str] = []
    monkeypatch.setattr(GuideDesk, "ask", lambda _, id_: asked.append(id_))
    one.program.window.own.sound_asked.emit("three-short")
    assert asked == ["three-short"]
