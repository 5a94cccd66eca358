from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from supple.core.break_view import PromptView
from supple.ui.breaks.place import EDGE
from supple.ui.breaks.prompt import SETTLE_S, SIZE, BreakPrompt
from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.text import Text

VIEW = PromptView(
    routine="desk-break",
    name="Desk break",
    minutes="4 min",
    figure="supine-strap",
    why="You have been sitting for 52 minutes.",
    snooze_min=5,
    shows_s=60.0,
    closes_at=1048.0,
)


class Desk:
    """A prompt with a clock that goes by hand, and what it asked for."""

    def __init__(self, qtbot: QtBot, look: Look, pictures: Pictures) -> None:
        self.now = 1000.0
        self.prompt = BreakPrompt(look, pictures, lambda: self.now)
        qtbot.addWidget(self.prompt)
        self.asked: list[object] = []
        self.prompt.start_asked.connect(self.asked.append)
        self.prompt.snooze_asked.connect(self.asked.append)
        self.prompt.skip_asked.connect(lambda: self.asked.append("skip"))

    def show(self, view: PromptView = VIEW) -> None:
        """Show ``view``, long enough ago for a click to be meant."""
        self.prompt.show_prompt(view)
        self.now += SETTLE_S

    def texts(self) -> list[str]:
        """What is to be read."""
        return [text.text() for text in self.prompt.findChildren(Text) if not text.isHidden()]


@pytest.fixture
def desk(qtbot: QtBot, look: Look, pictures: Pictures) -> Desk:
    return Desk(qtbot, look, pictures)


def test_it_shows_what_it_is_told(desk: Desk) -> None:
    desk.show()
    assert desk.texts() == [
        "Time to loosen up",
        "You have been sitting for 52 minutes.",
        "Hides by itself in 0:48",
    ]
    assert desk.prompt.start.text() == "Start, 4 min"
    assert desk.prompt.snooze.text() == "Snooze 5"


def test_a_later_prompt_leaves_nothing_of_the_one_before(desk: Desk) -> None:
    desk.show()
    desk.prompt.withdraw()
    desk.show(replace(VIEW, why="Even one minute helps.", minutes="1 min", snooze_min=15))
    assert "Even one minute helps." in desk.texts()
    assert desk.prompt.start.text() == "Start, 1 min"
    assert desk.prompt.snooze.text() == "Snooze 15"
    desk.prompt.snooze.click()
    assert desk.asked == [15]


def test_it_asks_no_desktop_for_the_keyboard(desk: Desk) -> None:
    desk.show()
    flags = desk.prompt.windowHandle().flags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.FramelessWindowHint
    assert desk.prompt.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_a_field_in_another_window_keeps_the_focus(qtbot: QtBot, desk: Desk) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    desk.show()
    assert field.hasFocus()
    desk.prompt.withdraw()
    assert field.hasFocus()


def test_a_click_beside_the_buttons_takes_the_keyboard_until_the_next_prompt(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.show()
    shy = Qt.WindowType.WindowDoesNotAcceptFocus
    qtbot.mouseClick(desk.prompt, Qt.MouseButton.LeftButton, pos=QPoint(300, 20))
    assert not desk.prompt.windowHandle().flags() & shy
    assert desk.asked == []
    desk.prompt.withdraw()
    desk.show()
    assert desk.prompt.windowHandle().flags() & shy


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (Qt.Key.Key_Return, "desk-break"),
        (Qt.Key.Key_Enter, "desk-break"),
        (Qt.Key.Key_S, 5),
        (Qt.Key.Key_Escape, "skip"),
    ],
)
def test_keys_answer(qtbot: QtBot, desk: Desk, key: Qt.Key, wanted: object) -> None:
    desk.show()
    qtbot.keyClick(desk.prompt, key)
    assert desk.asked == [wanted]


def test_keys_are_promised_only_while_they_come_here(qtbot: QtBot, desk: Desk) -> None:
    buttons = (desk.prompt.start, desk.prompt.snooze, desk.prompt.skip)
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is other.windowHandle())
    desk.show()
    narrow = [button.sizeHint().width() for button in buttons]
    qtbot.mouseClick(desk.prompt, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.waitUntil(desk.prompt.isActiveWindow)
    wide = [button.sizeHint().width() for button in buttons]
    assert all(more > less for more, less in zip(wide, narrow, strict=True))
    other.activateWindow()
    qtbot.waitUntil(lambda: not desk.prompt.isActiveWindow())
    assert [button.sizeHint().width() for button in buttons] == narrow


@pytest.mark.parametrize("anywhere", ["Ctrl Alt N starts, Media Next snoozes", ""])
def test_keys_of_any_program_are_named_where_they_work(desk: Desk, anywhere: str) -> None:
    desk.show(replace(VIEW, anywhere=anywhere))
    named = [text for text in desk.texts() if "starts, " in text]
    assert named == ([anywhere] if anywhere else [])
    assert clipped(desk.prompt) == []


def test_the_key_taught_for_start_starts_and_is_shown(qtbot: QtBot, desk: Desk) -> None:
    desk.prompt.set_start_key("F5")
    desk.show()
    assert desk.prompt.start.accessibleDescription() == "Desk break. Key: F5"
    qtbot.keyClick(desk.prompt, Qt.Key.Key_F5)
    qtbot.keyClick(desk.prompt, Qt.Key.Key_Return)
    assert desk.asked == ["desk-break"] * 2
    desk.prompt.set_start_key("")
    qtbot.keyClick(desk.prompt, Qt.Key.Key_F5)
    assert len(desk.asked) == 2
    assert desk.prompt.start.accessibleDescription() == "Desk break. Key: Enter"


def test_the_keys_of_the_prompt_stay_what_they_are(qtbot: QtBot, desk: Desk) -> None:
    desk.prompt.set_start_key("S")
    desk.show()
    qtbot.keyClick(desk.prompt, Qt.Key.Key_S)
    assert desk.asked == [5]
    assert desk.prompt.start.accessibleDescription() == "Desk break. Key: Enter"


def test_other_keys_answer_nothing(qtbot: QtBot, desk: Desk) -> None:
    desk.show()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_Delete):
        qtbot.keyClick(desk.prompt, key)
    assert desk.asked == []


@pytest.mark.parametrize("name", ["start", "snooze", "skip"])
def test_a_click_meant_for_what_lay_below_answers_nothing(
    qtbot: QtBot, desk: Desk, name: str
) -> None:
    desk.prompt.show_prompt(VIEW)
    button = getattr(desk.prompt, name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.asked == []
    desk.now += SETTLE_S
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(desk.asked) == 1


def test_it_counts_down_and_leaves_going_to_whoever_keeps_the_time(desk: Desk) -> None:
    desk.show()
    desk.now = VIEW.closes_at - 9.0
    desk.prompt.tick()
    assert "Hides by itself in 0:09" in desk.texts()
    desk.now = VIEW.closes_at + 5.0
    desk.prompt.tick()
    assert "Hides by itself in 0:00" in desk.texts()
    assert desk.prompt.isVisible()
    assert desk.asked == []


def test_the_end_of_its_time_is_told_once(desk: Desk) -> None:
    told: list[bool] = []
    desk.prompt.ran_out.connect(lambda: told.append(True))
    desk.show()
    desk.now = VIEW.closes_at - 0.1
    desk.prompt.tick()
    assert told == []
    desk.now = VIEW.closes_at
    desk.prompt.tick()
    assert told == [True]
    assert not desk.prompt.ticking
    desk.show(replace(VIEW, closes_at=desk.now + 60))
    assert desk.prompt.ticking


def test_nothing_ticks_while_it_is_away(desk: Desk) -> None:
    assert not desk.prompt.ticking
    desk.show()
    assert desk.prompt.ticking
    desk.prompt.withdraw()
    assert not desk.prompt.ticking


def test_reduced_motion_moves_the_bar_once_a_second(desk: Desk, look: Look) -> None:
    desk.show()
    usual = desk.prompt.tick_ms
    look.set_reduced_motion(True)
    assert usual < desk.prompt.tick_ms == 1000


def test_the_view_is_what_can_be_seen(desk: Desk) -> None:
    assert desk.prompt.view is None
    desk.show()
    assert desk.prompt.view == VIEW
    desk.prompt.withdraw()
    assert desk.prompt.view is None


def test_it_stands_in_the_corner_whatever_its_size(desk: Desk, look: Look) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    for scale in (1.0, 1.3, 0.9):
        look.set_text_scale(scale)
        desk.show()
        box = desk.prompt.geometry()
        assert (room.right() - box.right(), room.bottom() - box.bottom()) == (EDGE, EDGE)
        assert box.width() >= round(SIZE[0] * scale)
        desk.prompt.withdraw()


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.15, 1.3])
@pytest.mark.parametrize("snooze_min", [5, 15])
def test_everything_fits(desk: Desk, look: Look, scale: float, snooze_min: int) -> None:
    look.set_text_scale(scale)
    why = "You have been sitting for 2 hours 48 minutes."
    desk.show(replace(VIEW, why=why, minutes="12 min", snooze_min=snooze_min))
    desk.prompt.grab()
    assert clipped(desk.prompt) == []


def test_it_is_read_out_in_full(desk: Desk) -> None:
    desk.show()
    prompt = desk.prompt
    assert unnamed(prompt) == []
    assert prompt.accessibleName() == "Time to loosen up"
    assert prompt.accessibleDescription() == VIEW.why
    assert "Desk break" in prompt.start.accessibleDescription()
    assert prompt.snooze.accessibleName() == "Snooze for 5 minutes"


def test_the_bar_shows_the_part_that_is_left(
    desk: Desk, look: Look, color_at: Callable[..., str]
) -> None:
    desk.show(replace(VIEW, closes_at=desk.now + 30.0 + SETTLE_S))
    foot = 1 - 4 / desk.prompt.height()
    assert color_at(desk.prompt, 0.48, foot) == look.theme.color("primary").name()
    assert color_at(desk.prompt, 0.52, foot) == look.theme.color("line").name()
