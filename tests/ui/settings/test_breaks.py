from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.break_view import BUSY_NAMES, DeskView, SenseView
from supple.core.breaks.look import Busy
from supple.core.breaks.times import DAYS
from supple.core.my_plan import Known
from supple.core.offer import Offer
from supple.core.settings import OnClose, Settings
from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.settings.breaks import BreakCards
from supple.ui.text import Text
from supple.ui.widgets.combo import Combo
from supple.ui.widgets.switch import Switch


@pytest.fixture
def cards(look: Look, host: QWidget) -> BreakCards:
    made = BreakCards(look)
    column = QVBoxLayout(host)
    for card in made.cards:
        column.addWidget(card)
        card.show()
    made.show_settings(Settings(break_times=("10:30",)))
    host.resize(640, 1800)
    return made


def button(host: QWidget, name: str) -> QAbstractButton:
    found = host.findChildren(QAbstractButton)
    return next(b for b in found if name in (b.accessibleName(), b.text()))


def said(host: QWidget) -> list[str]:
    return [text.text() for text in host.findChildren(Text) if text.isVisible()]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Remind me to take breaks", {"breaks_on": False}),
        ("After a time at the computer", {"break_interval": False}),
        ("More Every", {"break_every_min": 55}),
        ("Less Start over after a pause of", {"break_rest_min": 4}),
        ("Saturday", {"break_days": DAYS[:6]}),
        ("15 min", {"break_snooze_min": 15}),
        ("Wait for a pause in typing", {"break_typing": False}),
        ("Play a soft chime with the prompt", {"break_sound": True}),
        ("Keys in any program", {"global_keys": True}),
        ("Start with the computer", {"start_with_system": True}),
        (
            "While the microphone is in use",
            {"break_busy": ("full-screen", "presenting", "do-not-disturb")},
        ),
        ("While a program keeps the screen on", {"break_busy": tuple(kind.value for kind in Busy)}),
    ],
)
def test_a_click_is_told_at_once(
    qtbot: QtBot, cards: BreakCards, host: QWidget, name: str, wanted: dict[str, Any]
) -> None:
    with qtbot.waitSignal(cards.changed) as got:
        qtbot.mouseClick(button(host, name), Qt.MouseButton.LeftButton)
    assert got.args == [wanted]
    Settings(**wanted)


def test_what_closing_means_is_picked(qtbot: QtBot, cards: BreakCards, host: QWidget) -> None:
    name = "When the window is closed"
    combo = next(c for c in host.findChildren(Combo) if c.accessibleName() == name)
    with qtbot.waitSignal(cards.changed) as got:
        combo.activated.emit(combo.findText("Quit Supple"))
    assert got.args == [{"close_to_tray": OnClose.QUIT}]


def test_hours_are_told(qtbot: QtBot, cards: BreakCards, host: QWidget) -> None:
    with qtbot.waitSignal(cards.changed) as got:
        button(host, "Add hours").click()
    assert len(got.args[0]["break_ranges"]) == 2


def test_the_times_are_those_of_the_plan_and_changed_there(
    qtbot: QtBot, cards: BreakCards, host: QWidget
) -> None:
    assert "10:30, Desk break: mornings, Mon to Fri" in said(host)
    desk = Offer("desk-break", "Desk break", "", "", "", "4 min", "On your chair", "", "")
    cards.show_known(Known((desk,), {"": desk}))
    assert "10:30, Desk break, 4 min: mornings, Mon to Fri" in said(host)
    with qtbot.waitSignal(cards.plan_asked):
        button(host, "Change in my plan").click()


def test_without_the_interval_its_rows_are_away(cards: BreakCards, host: QWidget) -> None:
    cards.show_settings(Settings(break_interval=False))
    shown = said(host)
    assert not {"Every", "Between", "On", "Start over after a pause of"} & set(shown)
    assert "After a time at the computer" in shown


@pytest.mark.parametrize(
    ("times", "shown"),
    [
        ((), False),
        (("07:00 rising", "20:00 mon,wed routine:lying-down"), False),
        (("10:30", "20:00 mon,wed"), True),
        (("12:00 routine:lying-down",), True),
    ],
)
def test_without_the_interval_days_are_asked_where_something_goes_by_them(
    cards: BreakCards, host: QWidget, times: tuple[str, ...], shown: bool
) -> None:
    cards.show_settings(Settings(break_interval=False, break_times=times))
    hint = "For what your plan has without days of its own"
    assert ("On" in said(host), hint in said(host)) == (shown, shown)
    cards.show_settings(Settings(break_times=times))
    assert ("On" in said(host), hint in said(host)) == (True, False)
    cards.show_settings(Settings(breaks_on=False, break_times=times))
    assert "On" not in said(host)


def test_the_prompt_can_be_tried(qtbot: QtBot, cards: BreakCards, host: QWidget) -> None:
    with qtbot.waitSignal(cards.try_asked):
        qtbot.mouseClick(button(host, "Try the prompt"), Qt.MouseButton.LeftButton)


def test_without_reminders_only_what_still_matters_is_shown(
    cards: BreakCards, host: QWidget
) -> None:
    cards.show_settings(Settings(breaks_on=False))
    shown = said(host)
    assert "Remind me to take breaks" in shown
    assert "When the window is closed" in shown
    assert "Every" not in shown
    assert "Leave me be" not in shown
    cards.show_settings(Settings())
    assert "Every" in said(host)


def test_what_this_computer_cannot_tell_says_why(cards: BreakCards, host: QWidget) -> None:
    senses = (*(SenseView(k) for k in Busy if k != "microphone"),)
    gone = SenseView(Busy.MICROPHONE, "no sound server runs")
    cards.show_desk(DeskView((*senses, gone)))
    name, hint = BUSY_NAMES[Busy.MICROPHONE]
    assert not button(host, name).isEnabled()
    assert "Not on this computer: no sound service runs" in said(host)
    assert hint not in said(host)
    able = [s for s in host.findChildren(Switch) if s.isEnabled()]
    assert {BUSY_NAMES[s.kind][0] for s in senses} <= {s.accessibleName() for s in able}
    cards.show_desk(DeskView())
    assert button(host, name).isEnabled()
    assert hint in said(host)


@pytest.mark.parametrize(
    ("desk", "sentence"),
    [
        (
            DeskView(idle="the desktop does not tell"),
            "Counts all the time: the system does not tell",
        ),
        (
            DeskView(prompt="Wayland refuses"),
            "Wayland refuses: the system's notification comes instead",
        ),
        (
            DeskView(tray="This desktop shows no tray"),
            "This desktop shows no tray, so it is minimised instead",
        ),
        (DeskView(autostart="it cannot be written"), "Not on this computer: it cannot be written"),
    ],
)
def test_what_else_is_refused_says_why(
    cards: BreakCards, host: QWidget, desk: DeskView, sentence: str
) -> None:
    cards.show_desk(desk)
    assert sentence in said(host)


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_everything_fits_and_has_a_name(
    cards: BreakCards, host: QWidget, look: Look, scale: float
) -> None:
    look.set_text_scale(scale)
    ranges = ("06:00-08:00", "09:00-12:30", "13:30-17:30")
    cards.show_settings(
        Settings(break_ranges=ranges, break_times=("07:00 rising", "22:00 bedtime"))
    )
    host.resize(round(600 * scale), round(1900 * scale))
    host.grab()
    assert clipped(host) == []
    assert unnamed(host) == []


def test_what_cannot_be_meant_is_said_beside_it(cards: BreakCards, host: QWidget) -> None:
    cards.show_settings(Settings(break_days=(), break_ranges=("09:00-17:30", "10:00-12:00")))
    assert "10:00 to 12:00 adds nothing: it lies within 09:00 to 17:30." in said(host)
    assert any(text.startswith("No day is chosen") for text in said(host))
    cards.show_settings(Settings())
    assert not any("adds nothing" in text or "No day" in text for text in said(host))


def test_a_pause_is_told(cards: BreakCards, host: QWidget) -> None:
    cards.show_pause("Paused until 14:30.")
    assert "Paused until 14:30." in said(host)
    cards.show_pause("")
    assert "Paused until 14:30." not in said(host)


def test_keys_that_are_not_to_be_had_say_why(cards: BreakCards, host: QWidget) -> None:
    cards.show_desk(DeskView(keys="another program has them"))
    assert not button(host, "Keys in any program").isEnabled()
    assert "Not on this computer: another program has them" in said(host)
    cards.show_desk(DeskView())
    assert button(host, "Keys in any program").isEnabled()
    usual = "Ctrl Alt B starts a break, Ctrl Alt S snoozes it; other programs no longer get them"
    assert usual in said(host)
    cards.show_settings(Settings(break_keys=("start F13",)))
    assert usual.replace("Ctrl Alt B", "F13") in said(host)
