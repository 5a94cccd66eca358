from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from supple.core.assessment import Assessment, Check, Feel
from supple.core.check_script import ASK_FEEL, Part
from supple.core.check_view import CheckView, LegResult, build_checks, feel_result
from supple.core.routine import Side
from supple.ui import fit
from supple.ui.flexibility.page import FlexibilityPage
from supple.ui.look import Look
from supple.ui.picture import Pictures

Put = Callable[[QWidget, int, int], QWidget]
KEY = Qt.Key
NOW = datetime(2026, 10, 22, 9, tzinfo=UTC)
SAID = "Stop when the knee bends, the other leg lifts, or it pulls firmly."


class Ear:
    """Keeps everything the page asks for."""

    def __init__(self, page: FlexibilityPage) -> None:
        self.scripts: list[str] = []
        self.legs: list[tuple[float, float]] = []
        self.felt: list[tuple[Check, Feel]] = []
        self.discarded: list[str] = []
        self.restored: list[str] = []
        self.toasts: list[tuple[str, str]] = []
        self.calls: list[Callable[[], None]] = []
        self.hushed = self.done = self.left = self.shown = 0
        page.script_asked.connect(self.scripts.append)
        page.legs_set.connect(lambda left, right: self.legs.append((left, right)))
        page.felt.connect(lambda check, feel: self.felt.append((check, feel)))
        page.discard_asked.connect(self.discarded.append)
        page.restore_asked.connect(self.restored.append)
        page.toast_asked.connect(self._toast)
        for name in ("done", "left", "shown"):
            getattr(page, name).connect(lambda name=name: self._count(name))
        page.hush_asked.connect(lambda: self._count("hushed"))

    def _count(self, name: str) -> None:
        setattr(self, name, getattr(self, name) + 1)

    def _toast(self, text: str, action: str, call: Callable[[], None]) -> None:
        self.toasts.append((text, action))
        self.calls.append(call)


@pytest.fixture
def page(look: Look, drawn: Pictures, put: Put, view: CheckView) -> FlexibilityPage:
    look.set_reduced_motion(True)
    made = FlexibilityPage(look, drawn)
    put(made, 904, 760)
    made.show_view(view)
    main = made.main_widget()
    assert main is not None
    main.setFocus()
    return made


@pytest.fixture
def ear(page: FlexibilityPage) -> Ear:
    return Ear(page)


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)


def test_both_legs_by_keyboard_alone(qtbot: QtBot, page: FlexibilityPage, ear: Ear) -> None:
    press(qtbot, KEY.Key_Return)
    assert ear.scripts == ["left"]
    press(qtbot, KEY.Key_5, KEY.Key_4, KEY.Key_Return)
    assert ear.scripts == ["left", "right"]
    assert ear.legs == []
    press(qtbot, KEY.Key_5, KEY.Key_7, KEY.Key_Up, KEY.Key_Enter)
    assert ear.legs == [(54.0, 58.0)]


def test_nothing_is_saved_before_an_angle_was_set(
    qtbot: QtBot, page: FlexibilityPage, ear: Ear
) -> None:
    press(qtbot, KEY.Key_Return, KEY.Key_Return)
    assert page.trail.at == 1
    assert not page.leg.save.isEnabled()
    press(qtbot, KEY.Key_Up)
    assert page.leg.save.isEnabled()


def test_keys_reach_the_leg_wherever_the_focus_is(qtbot: QtBot, page: FlexibilityPage) -> None:
    page.get_set.begin.click()
    page.leg.back.setFocus()
    press(qtbot, KEY.Key_6, KEY.Key_2, KEY.Key_Down)
    assert page.leg.dial.value() == 61


def test_keys_of_the_number_pad_count(qtbot: QtBot, page: FlexibilityPage) -> None:
    page.get_set.begin.click()
    page.leg.save.setFocus()
    page.leg.back.setFocus()
    for key in (KEY.Key_5, KEY.Key_4):
        qtbot.keyClick(page.leg.back, key, Qt.KeyboardModifier.KeypadModifier)
    assert page.leg.dial.value() == 54


def test_buttons_move_the_leg_by_one(page: FlexibilityPage) -> None:
    page.get_set.begin.click()
    page.leg.dial.choose(50)
    less, more = page.leg._signs.findChildren(QPushButton)
    more.click()
    more.click()
    less.click()
    assert page.leg.dial.value() == 51


def test_the_last_check_is_named_for_each_leg(page: FlexibilityPage) -> None:
    page.get_set.begin.click()
    assert page.leg._numbers[1].text() == "Last time 51°"
    page.leg.dial.choose(54)
    page.leg.save.click()
    assert page.leg._numbers[1].text() == "Last time 57°"
    assert page.leg.save.text() == "See result"


def test_esc_goes_back_and_keeps_what_was_set(
    qtbot: QtBot, page: FlexibilityPage, ear: Ear
) -> None:
    page.get_set.begin.click()
    page.leg.dial.choose(54)
    page.leg.save.click()
    page.leg.dial.choose(40)
    press(qtbot, KEY.Key_Escape)
    assert (page.trail.at, page.leg.dial.value()) == (1, 54)
    assert page.leg.dial.is_set
    page.leg.dial.choose(55)
    page.leg.save.click()
    assert page.leg.dial.value() == 40
    page.leg.save.click()
    assert ear.legs == [(55.0, 40.0)]


def test_back_from_the_left_leg_is_where_one_gets_set(qtbot: QtBot, page: FlexibilityPage) -> None:
    page.get_set.begin.click()
    press(qtbot, KEY.Key_Escape)
    assert page.trail.at == 0
    assert QApplication.focusWidget() is page.get_set.begin


def test_r_says_it_again_and_m_is_the_voice(qtbot: QtBot, page: FlexibilityPage, ear: Ear) -> None:
    page.get_set.begin.click()
    with qtbot.waitSignal(page.voice_toggled):
        press(qtbot, KEY.Key_M)
    press(qtbot, KEY.Key_R)
    assert ear.scripts == ["left", "left"]


def test_what_is_said_is_shown(page: FlexibilityPage) -> None:
    page.get_set.begin.click()
    page.show_line(SAID)
    assert page.leg.caption.text() == SAID
    page.leg.dial.choose(54)
    page.leg.save.click()
    assert page.leg.caption.text() == ""


def test_what_is_read_of_the_setup_stands_out(page: FlexibilityPage, ear: Ear) -> None:
    page.get_set.read.click()
    assert ear.scripts == [Part.GET_SET.value]
    rows = page.get_set.steps.rows
    page.show_line(rows[1].spoken)
    assert [row._on for row in rows] == [False, True, False, False]


def test_the_next_step_silences_the_one_before(page: FlexibilityPage, ear: Ear) -> None:
    page.get_set.begin.click()
    before = ear.hushed
    page.leg.back_asked.emit()
    assert ear.hushed == before + 1


def test_the_result_says_all_there_is(page: FlexibilityPage, result: LegResult) -> None:
    page.show_result(result)
    assert page.trail.at == 3
    assert QApplication.focusWidget() is page.result.done
    gauges = [gauge.accessibleName() for gauge in page.result.gauges.values()]
    assert gauges == [
        "Left leg, 54 degrees, was 51 degrees",
        "Right leg, 58 degrees, was 57 degrees",
    ]
    shown = [label.text() for label in page.result.findChildren(type(page.title))]
    assert any("rough guide, not a diagnosis" in text for text in shown)
    assert any(text.startswith("No clear change") for text in shown)


def test_a_suggested_routine_starts(qtbot: QtBot, page: FlexibilityPage, result: LegResult) -> None:
    page.show_result(result)
    names = [b.accessibleName() for b in page.result.findChildren(QPushButton)]
    assert "Start Tested tight, 5 min, lying down" in names
    button = next(
        b
        for b in page.result.findChildren(QPushButton)
        if b.accessibleName().startswith("Start Lying")
    )
    with qtbot.waitSignal(page.start_asked) as started:
        button.click()
    assert started.args == ["lying-down"]


def test_a_check_that_is_not_to_be_kept_goes_and_can_come_back(
    page: FlexibilityPage, ear: Ear, result: LegResult
) -> None:
    page.show_result(result)
    page.result.discard.click()
    assert ear.discarded == ["c"]
    assert page.trail.at == 0
    assert ear.toasts == [("Check not kept", "Undo")]
    ear.calls[0]()
    assert ear.restored == ["c"]


def test_what_could_not_be_saved_says_so(page: FlexibilityPage, result: LegResult) -> None:
    page.show_result(replace(result, id=""))
    assert page.result.discard.isHidden()
    assert page.result._note.text().startswith("This could not be saved.")


def test_again_begins_with_the_left_leg(page: FlexibilityPage, ear: Ear, result: LegResult) -> None:
    page.show_result(result)
    page.result.again.click()
    assert page.trail.at == 1
    assert not page.leg.dial.is_set
    assert ear.scripts == ["left"]


def test_done_and_not_now_leave(qtbot: QtBot, page: FlexibilityPage, ear: Ear) -> None:
    page.get_set.later.click()
    page.result.done.click()
    assert ear.done == 2


@pytest.mark.parametrize("check", [Check.SIT_AND_REACH, Check.TOE_TOUCH])
@pytest.mark.parametrize("feel", list(Feel))
def test_a_quick_check_by_keyboard(
    qtbot: QtBot, page: FlexibilityPage, ear: Ear, check: Check, feel: Feel
) -> None:
    page.get_set.quick_asked.emit(check)
    assert ear.scripts == [check.value]
    quick = page.quick[check]
    assert QApplication.focusWidget() is quick.answers[Feel.EASY]
    page.show_line(ASK_FEEL)
    quick.answers[feel].setFocus()
    press(qtbot, KEY.Key_Return)
    assert ear.felt == [(check, feel)]
    now = Assessment("q", check, NOW, feel=feel)
    page.show_felt(feel_result(now, feel))
    assert QApplication.focusWidget() is quick.done
    quick.discard.click()
    assert ear.discarded == ["q"]


def test_esc_leaves_a_quick_check(qtbot: QtBot, page: FlexibilityPage) -> None:
    page.get_set.quick_asked.emit(Check.TOE_TOUCH)
    assert page.title.text() == "Toe touch"
    press(qtbot, KEY.Key_Escape)
    assert page.title.text() == "Flexibility check"


def test_a_wrong_check_can_be_deleted_and_brought_back(
    page: FlexibilityPage, ear: Ear, view: CheckView
) -> None:
    page.get_set.past_asked.emit()
    names = [button.accessibleName() for button in page.past.buttons]
    assert names[0] == "Delete Toe touch, 9 October, 09:00: Hard or tight"
    page.past.buttons[1].setFocus()
    page.past.buttons[1].click()
    assert ear.discarded == ["b"]
    assert ear.toasts == [("Check deleted", "Undo")]
    page.show_view(replace(view, past=(view.past[0], view.past[2])))
    assert len(page.past.buttons) == 2
    assert QApplication.focusWidget() is page.past.buttons[1]
    ear.calls[0]()
    assert ear.restored == ["b"]


def test_half_a_check_that_is_barred_by_new_answers_is_over(
    page: FlexibilityPage, view: CheckView, barred_view: CheckView
) -> None:
    page.get_set.begin.click()
    page.leg.dial.choose(54)
    page.leg.save.click()
    page.hide()
    page.show()
    page.show_view(view)
    assert page.leg.isVisible()
    page.show_view(barred_view)
    assert page.get_set.isVisible()
    assert not page.get_set.begin.isEnabled()
    page.show_view(view)
    page.get_set.begin.click()
    assert page.leg.dial.side is Side.LEFT


def test_what_is_barred_cannot_be_begun(page: FlexibilityPage, barred_view: CheckView) -> None:
    page.show_view(barred_view)
    assert not page.get_set.begin.isEnabled()
    assert page.main_widget() is page.get_set.read
    QApplication.processEvents()
    names = [b.accessibleName() for b in page.get_set.findChildren(QPushButton) if b.isVisible()]
    assert "Do the check sit and reach" in names
    assert "Do the check toe touch" not in names


def test_leaving_the_page_is_told_and_half_a_check_waits(page: FlexibilityPage, ear: Ear) -> None:
    page.get_set.begin.click()
    page.leg.dial.choose(54)
    page.leg.save.click()
    page.hide()
    assert ear.left == 1
    page.show()
    assert ear.shown == 1
    assert page.trail.at == 2


def test_half_a_check_of_another_day_does_not_wait(page: FlexibilityPage, view: CheckView) -> None:
    page.get_set.begin.click()
    page.leg.dial.choose(54)
    page.leg.save.click()
    page.show_view(replace(view, today=view.today + timedelta(days=1)))
    assert page.trail.at == 0


def test_a_result_does_not_linger(page: FlexibilityPage, result: LegResult) -> None:
    page.show_result(result)
    page.hide()
    page.show()
    assert page.trail.at == 0


def test_a_change_elsewhere_is_asked_for_only_in_view(
    qtbot: QtBot, page: FlexibilityPage, ear: Ear
) -> None:
    with qtbot.waitSignal(page.view_asked):
        page.reload()
    page.hide()
    with qtbot.assertNotEmitted(page.view_asked):
        page.reload()


STATES = ["get-set", "left", "right", "result", "past", "sit-and-reach", "felt", "barred"]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("size", "scale"),
    [((904, 760), 1.0), ((696, 560), 1.0), ((696, 560), 1.3), ((1724, 1080), 1.0)],
)
def test_every_word_has_its_room_and_every_control_a_name(
    qtbot: QtBot,
    look: Look,
    page: FlexibilityPage,
    result: LegResult,
    barred_view: CheckView,
    state: str,
    size: tuple[int, int],
    scale: float,
) -> None:
    look.set_text_scale(scale)
    host = page.parentWidget()
    assert host is not None
    host.resize(size[0] + 40, size[1] + 40)
    page.resize(*size)
    if state == "barred":
        page.show_view(barred_view)
    if state in ("left", "right"):
        page.get_set.begin.click()
        page.leg.dial.choose(54)
        page.show_line(SAID)
    if state == "right":
        page.leg.save.click()
    if state == "result":
        page.show_result(result)
    if state == "past":
        page.get_set.past_asked.emit()
    if state in ("sit-and-reach", "felt"):
        page.get_set.quick_asked.emit(Check.SIT_AND_REACH)
    if state == "felt":
        now = Assessment("q", Check.SIT_AND_REACH, NOW)
        page.show_felt(feel_result(now, Feel.SHARP))
    for _ in range(4):
        QApplication.processEvents()
    assert fit.clipped(page) == []
    assert fit.unnamed(page) == []


def test_the_same_view_again_leaves_the_focus_where_it_is(
    page: FlexibilityPage, view: CheckView
) -> None:
    QApplication.processEvents()
    buttons = page.get_set.findChildren(QPushButton)
    toe = next(b for b in buttons if b.accessibleName() == "Do the check toe touch")
    toe.setFocus()
    page.show_view(replace(view))
    assert QApplication.focusWidget() is toe


def test_without_any_check_there_is_no_list(page: FlexibilityPage) -> None:
    assert page._view is not None
    page.show_view(build_checks(page._view.today, [], {}))
    assert page.get_set._last.isHidden()


def test_tab_from_the_foot_brings_what_it_comes_to_into_view(
    qtbot: QtBot, page: FlexibilityPage
) -> None:
    page.resize(696, 560)
    for _ in range(4):
        QApplication.processEvents()
    QWidget.setTabOrder(page.get_set.begin, page.get_set.read)
    page.get_set.begin.setFocus()
    press(qtbot, KEY.Key_Tab)
    read = page.get_set.read
    assert QApplication.focusWidget() is read
    assert page.get_set.scroller.verticalScrollBar().value() > 0
    assert read.visibleRegion().boundingRect().height() == read.height()
