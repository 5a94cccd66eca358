from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from supple.core.breaks.status import Phase, Status
from supple.ui.tray import NO_TRAY, PAUSE_MIN, Tray

APP = Path(__file__).resolve().parents[2] / "app"
WAITING = Status(Phase.WAITING, "Next break in 12 min", "Next break at about 10:42", 720.0)
PAUSED = Status(Phase.PAUSED, "Paused until 14:30", "Paused until 14:30")
OFF = Status(Phase.OFF, "Breaks are off", "Breaks are off")
RUNS = Status(Phase.BREAK, "On a break", "On a break")
HELD = Status(Phase.HELD, "Held back: full screen", "Held back: full screen")


class Breaks:
    """How breaks stand, and how often that was asked."""

    def __init__(self) -> None:
        self.now = WAITING
        self.asked = 0

    def status(self) -> Status:
        self.asked += 1
        return self.now


@pytest.fixture
def breaks() -> Breaks:
    return Breaks()


@pytest.fixture
def tray(qapp: QApplication, breaks: Breaks) -> Tray:
    return Tray(breaks.status)


def entries(tray: Tray) -> list[str]:
    actions = tray.menu.actions()
    return [a.text() for a in actions if a.isVisible() and not a.isSeparator()]


def entry(tray: Tray, text: str) -> QAction:
    return next(a for a in tray.menu.actions() if a.text() == text)


def test_the_menu_says_how_breaks_stand_and_what_can_be_done(tray: Tray) -> None:
    assert entries(tray) == [
        "Next break in 12 min",
        "Start a break now",
        "Pause for 1 hour",
        "Pause for today",
        "Open Supple",
        "Quit Supple",
    ]


def test_the_menu_asks_anew_as_it_opens(tray: Tray, breaks: Breaks) -> None:
    before = breaks.asked
    breaks.now = Status(Phase.WAITING, "Next break in 3 min", "Next break at about 10:42", 180.0)
    tray.menu.aboutToShow.emit()
    assert entries(tray)[0] == "Next break in 3 min"
    assert breaks.asked == before + 1


@pytest.mark.parametrize(
    ("status", "there", "gone"),
    [
        (PAUSED, "Go on with breaks", "Pause for 1 hour"),
        (OFF, "Start a break now", "Pause for today"),
        (HELD, "Pause for today", "Go on with breaks"),
    ],
)
def test_only_what_makes_sense_is_offered(
    tray: Tray, status: Status, there: str, gone: str
) -> None:
    tray.show_status(status)
    assert entries(tray)[0] == status.text
    assert there in entries(tray)
    assert gone not in entries(tray)


def test_a_break_that_runs_is_not_started_again(tray: Tray) -> None:
    tray.show_status(RUNS)
    assert not entry(tray, "Start a break now").isEnabled()
    tray.show_status(WAITING)
    assert entry(tray, "Start a break now").isEnabled()


@pytest.mark.parametrize(
    ("text", "signal", "wanted"),
    [
        ("Start a break now", "start_asked", ()),
        ("Pause for 1 hour", "pause_asked", (PAUSE_MIN,)),
        ("Pause for today", "not_today_asked", ()),
        ("Go on with breaks", "resume_asked", ()),
        ("Open Supple", "open_asked", ()),
        ("Next break in 12 min", "open_asked", ()),
        ("Quit Supple", "quit_asked", ()),
    ],
)
def test_each_entry_says_what_is_wanted(
    tray: Tray, text: str, signal: str, wanted: tuple[object, ...]
) -> None:
    told: list[tuple[object, ...]] = []
    getattr(tray, signal).connect(lambda *values: told.append(values))
    entry(tray, text).trigger()
    assert told == [wanted]


def test_a_click_on_the_icon_opens_the_window(tray: Tray) -> None:
    told: list[bool] = []
    tray.open_asked.connect(lambda: told.append(True))
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert told == []
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert told == [True]


def test_the_tool_tip_stays_true_without_looking_again(tray: Tray) -> None:
    assert tray.icon.toolTip() == "Supple\nNext break at about 10:42"


def test_the_icon_follows_the_phase(tray: Tray) -> None:
    before = tray.icon.icon().cacheKey()
    tray.show_status(HELD)
    assert tray.icon.icon().cacheKey() != before


def test_without_a_tray_it_says_so(tray: Tray, monkeypatch: pytest.MonkeyPatch) -> None:
    there = True
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: there))
    assert tray.available
    assert tray.reason == ""
    there = False
    assert not tray.available
    assert tray.reason == NO_TRAY


def test_nothing_of_the_window_the_figure_or_the_sound_is_loaded_for_it() -> None:
    code = "import sys, supple.ui.tray; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(APP)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = done.stdout.split()
    heavy = ("supple.figure", "supple.voice", "supple.play", "supple.store", "supple.shell")
    assert [name for name in loaded if name.startswith(heavy)] == []
    assert "supple.ui.window" not in loaded
    assert "PySide6.QtSvg" not in loaded
