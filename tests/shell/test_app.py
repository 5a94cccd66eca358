"""The window from its first picture to its end."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.settings import Theme
from supple.shell import app
from supple.shell.app import Program
from supple.shell.options import parse
from supple.store.paths import Paths

MakeBench = Callable[..., Any]

LOADED_AT_THE_FIRST_PAINT = """
import sys
from supple.shell.app import Program, application
from supple.shell.deps import Deps
from supple.shell.options import parse
app = application()
program = Program(Deps.of(parse(["--profile", sys.argv[1]])), app)

def complete():
    import PySide6.QtGui, PySide6.QtWidgets
    print(*sys.modules)
    print(*vars(PySide6.QtGui), *vars(PySide6.QtWidgets))
    app.exit()

program.complete = complete
program.open()
app.exec()
program.close()
"""


@pytest.fixture
def loaded(profile: Path) -> tuple[set[str], set[str]]:
    """Modules and Qt classes of a second start as its window has just been painted."""
    # A size that fits the screen, which the second start therefore takes over.
    settings_file = Paths.of(profile).settings_file
    settings_file.parent.mkdir(parents=True)
    settings_file.write_text('{"window": [0, 0, 780, 600]}')
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "SUPPLE_BENCH": "first-paint"}
    start = [sys.executable, "-m", "supple", "--profile", str(profile)]
    subprocess.run(start, check=True, capture_output=True, env=environ)
    del environ["SUPPLE_BENCH"]
    done = subprocess.run(
        [sys.executable, "-c", LOADED_AT_THE_FIRST_PAINT, str(profile)],
        capture_output=True,
        text=True,
        check=True,
        env=environ,
    )
    modules, classes = done.stdout.splitlines()
    return set(modules.split()), set(classes.split())


def test_nothing_of_a_session_is_loaded_before_the_window_is_seen(
    loaded: tuple[set[str], set[str]],
) -> None:
    modules, classes = loaded
    assert "supple.ui.today.page" in modules
    sessions = {"event", "step", "timeline", "cues", "wording", "snapshot", "session"}
    assert not modules & {f"supple.core.{name}" for name in sessions}
    later = ("supple.voice", "supple.desk", "supple.ui.session", "supple.ui.library")
    later += ("supple.ui.firstrun", "supple.core.first_run", "supple.ui.today.advice")
    later += ("supple.ui.sources", "supple.core.sources", "supple.core.why", "supple.core.left_out")
    later += ("supple.ui.editor", "supple.ui.stretch", "supple.ui.pose", "supple.ui.share")
    later += ("supple.ui.handout", "supple.ui.breaks", "supple.core.breaks.due", "supple.store.own")
    later += ("supple.store.share", "supple.figure.own", "supple.figure.photo")
    assert not [name for name in modules if name.startswith(later)]
    # What was drawn and worked out at the last start is taken from there.
    assert not modules & {"supple.figure.stage", "supple.figure.decode", "supple.core.cues"}
    breaks = {name for name in modules if name.startswith("supple.core.breaks.")}
    assert breaks <= {"supple.core.breaks.kinds"}
    # What is told or asked comes with the first thing to tell or ask.
    assert not modules & {"supple.ui.dialog", "supple.ui.notices", "supple.ui.fade"}
    assert not modules & {"supple.core.broken", "supple.store.unsaved", "difflib", "secrets"}
    assert not modules & {f"PySide6.Qt{name}" for name in ("Multimedia", "Network", "DBus")}
    # PySide makes its classes when they are first asked for: none of these was.
    assert "QPainter" in classes
    assert not classes & {"QMdiArea", "QWizard", "QGradient", "QAccessible", "QKeySequence"}
    assert "QDesktopServices" not in classes


def test_the_first_picture_is_the_whole_page(
    qtbot: QtBot, bench: MakeBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = bench()
    program = Program(one.deps, one)
    pictures: list[QImage] = []

    def look() -> None:
        pictures.append(program.window.grab().toImage())

    monkeypatch.setattr(program, "complete", look)
    program.open()
    qtbot.waitUntil(lambda: bool(pictures))
    monkeypatch.undo()
    guidance = program.complete()
    look()
    QApplication.processEvents()
    look()
    assert pictures[0] == pictures[1] == pictures[2]
    program.window.force_close()
    guidance.close()


def test_start_on_the_command_line_starts_at_once(bench: MakeBench) -> None:
    one = bench("--start", "three-short")
    assert one.program.window.in_session
    assert one.guidance.parts.player.active


def test_the_window_has_its_icon(bench: MakeBench) -> None:
    assert not bench().program.window.windowIcon().isNull()


def test_completing_twice_builds_once(bench: MakeBench) -> None:
    one = bench()
    assert one.program.complete() is one.guidance


def test_a_changed_setting_is_kept_and_followed(bench: MakeBench) -> None:
    from dataclasses import replace

    one = bench()
    wanted = replace(one.deps.settings, theme=Theme.DARK, volume=0.25, weekly_goal_days=5)
    one.program.window.settings_changed.emit(wanted)
    assert one.program.look.theme.name == "dark"
    assert one.voice.volume == 0.25
    assert one.deps.settings_file.load()[0].weekly_goal_days == 5
    assert one.guidance.parts.pages.week().goal == 5


def test_closing_the_window_ends_the_program_and_remembers_its_place(bench: MakeBench) -> None:
    one = bench()
    one.program.window.resize(900, 700)
    one.program.window.close()
    assert one.deps.settings_file.load()[0].window is not None
    one.program.stay()
    assert one.voice.closed == 1


def test_routine_files_are_read_again_when_asked(bench: MakeBench, paths: Paths) -> None:
    one = bench()
    paths.routines_dir.mkdir(parents=True)
    bad = paths.routines_dir / "bad.json"
    bad.write_text("{")
    one.program.window.check_again_asked.emit()
    assert len(one.deps.library.broken) == 1
    bad.unlink()
    one.program.window.check_again_asked.emit()
    assert one.deps.library.broken == ()


@pytest.mark.parametrize(
    ("argv", "wish"),
    [
        ([], ("show",)),
        (["--tray"], ("break", "status")),
        (["--start", "desk-break"], ("start", "desk-break")),
        (["a.supple"], ("open", str(Path("a.supple").absolute()))),
    ],
)
def test_what_a_second_start_hands_over(
    profile: Path, monkeypatch: pytest.MonkeyPatch, argv: list[str], wish: tuple[str, ...]
) -> None:
    told: list[tuple[str, ...]] = []

    def hear(_: Paths, *words: str) -> str:
        told.append(words)
        return "heard"

    monkeypatch.setattr(app, "be_alone", lambda _: None)
    monkeypatch.setattr(app, "hand_over", hear)
    assert app.run(parse(["--profile", str(profile), *argv])) == 0
    assert told == [wish]
