from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supple.core.routine import Dose, Position, Sides, Stretch
from supple.core.stretch_draft import blank
from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.stretch.page import EDIT, StretchPage, new_page
from supple.ui.unsaved import UnsavedDialog

Show = Callable[..., StretchPage]


@pytest.fixture
def show(look: Look, pictures: Pictures, host: QWidget, qtbot: QtBot) -> Show:
    def make(start: Stretch | None = None, size: tuple[int, int] = (1100, 760)) -> StretchPage:
        host.resize(*size)
        if start is None:
            page = new_page(look, pictures)
        else:
            page = StretchPage(look, pictures, start, EDIT)
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        page.show()
        with qtbot.waitActive(host):
            host.activateWindow()
        qtbot.waitUntil(lambda: page.width() == size[0])
        return page

    return make


def saved(page: StretchPage) -> list[Stretch]:
    kept: list[Stretch] = []
    page.save_asked.connect(kept.append)
    return kept


def checks_of(page: StretchPage, field: str) -> str:
    return page._parts[0].control(field).accessibleDescription()


def test_a_stretch_is_written_and_saved(show: Show, qtbot: QtBot) -> None:
    page = show()
    kept = saved(page)
    name = page.main_widget()
    assert name is not None
    name.setFocus()
    qtbot.keyClicks(name, "Calf stretch ")
    steps = page._parts[1]._lists["setup"]
    steps.take_focus(0)
    qtbot.keyClicks(steps.rows[0].line.line, "Stand on the step.")
    assert page.draft.name == "Calf stretch "
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert kept == [replace(blank(), name="Calf stretch", setup=("Stand on the step.",))]


def test_its_keys_need_no_field_with_the_cursor(show: Show, calf: Stretch, qtbot: QtBot) -> None:
    page = show(calf)
    page.set_figure("own-calf")
    focus = page.window().focusWidget()
    if focus is not None:
        focus.clearFocus()
    qtbot.keyClick(page.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.draft == calf


def test_nobody_is_told_of_faults_before_they_came_to_them(show: Show, qtbot: QtBot) -> None:
    page = show()
    assert checks_of(page, "name") == ""
    name = page.main_widget()
    assert name is not None
    qtbot.keyClicks(name, "C")
    qtbot.keyClick(name, Qt.Key.Key_Backspace)
    assert "Give it a name" in checks_of(page, "name")


def test_saving_goes_to_what_is_missing_instead(show: Show) -> None:
    page = show()
    kept = saved(page)
    page.save.click()
    assert kept == []
    assert page.main_widget() is page.window().focusWidget()
    assert "Give it a name" in checks_of(page, "name")
    assert page._status.text() == "2 things to see to before it can be saved."


def test_what_is_said_about_a_field_is_seen_with_it(show: Show, look: Look, qtbot: QtBot) -> None:
    look.set_text_scale(1.3)
    page = show(size=(680, 560))
    view = page._scroller.viewport()
    name = page.main_widget()
    assert name is not None

    def is_seen(widget: QWidget) -> bool:
        return view.rect().contains(QRect(widget.mapTo(view, QPoint()), widget.size()))

    page.hide()
    page.show()
    name.setFocus()
    qtbot.waitUntil(lambda: is_seen(name))
    qtbot.keyClicks(name, "Pose")
    page.save.click()
    line = page.window().focusWidget()
    assert isinstance(line, QWidget)
    assert line is not name
    qtbot.waitUntil(lambda: is_seen(line))
    labels = page.findChildren(QLabel)
    (told,) = (label for label in labels if label.text().startswith("Say at least one step"))
    qtbot.waitUntil(lambda: is_seen(told))


def test_what_is_missing_under_more_is_unfolded(show: Show, calf: Stretch) -> None:
    page = show(replace(calf, cautions=("x" * 300,)))
    assert not page._more.opened
    page.save.click()
    assert page._more.opened
    focus = page.window().focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Care 1"


def test_changes_are_taken_back_and_come_again(show: Show, calf: Stretch, qtbot: QtBot) -> None:
    page = show(calf)
    name = page.main_widget()
    assert name is not None
    name.setFocus()
    qtbot.keyClicks(name, "abc")
    page._parts[0].changed.emit("sides", Sides.BOTH)
    assert page.is_changed
    qtbot.keyClick(name, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.draft.sides is Sides.EACH
    qtbot.keyClick(name, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.draft == calf
    assert not page.is_changed
    qtbot.keyClick(name, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert page.draft.name != calf.name
    page.redo()
    assert page.draft.sides is Sides.BOTH
    page.redo()
    assert page.draft.sides is Sides.BOTH


def test_a_check_mends_its_line(show: Show, calf: Stretch) -> None:
    page = show(replace(calf, setup=("Set your left foot back.",)))
    row = page._parts[1]._lists["setup"].rows[0]
    row.check.button.click()
    assert page.draft.setup == ("Set your {side} foot back.",)
    assert row.line.line.hasFocus()
    page.undo()
    assert page.draft.setup == ("Set your left foot back.",)


def test_leaving_asks_only_where_something_would_be_lost(show: Show, calf: Stretch) -> None:
    page = show(calf)
    dialogs: list[UnsavedDialog] = []
    page.overlay_asked.connect(dialogs.append)
    left: list[str] = []
    page.left.connect(lambda: left.append("left"))
    assert page.may_leave(lambda: left.append("then"))
    page.set_figure("own-calf")
    assert not page.may_leave(lambda: left.append("then"))
    assert left == []
    dialogs[0].discard_asked.emit()
    assert left == ["left", "then"]


def test_saving_on_the_way_out_goes_on_once_it_is_kept(show: Show, calf: Stretch) -> None:
    page = show(calf)
    dialogs: list[UnsavedDialog] = []
    page.overlay_asked.connect(dialogs.append)
    kept, then = saved(page), list[str]()
    page.set_figure("own-calf")
    page.may_leave(lambda: then.append("then"))
    dialogs[0].save_asked.emit()
    assert kept == [replace(calf, figure="own-calf")]
    assert then == []
    page.show_not_saved()
    page.show_saved(kept[0])
    assert then == []
    page.set_figure("supine-strap")
    page.may_leave(lambda: then.append("then"))
    dialogs[1].save_asked.emit()
    page.show_saved(kept[1])
    assert then == ["then"]


def test_what_keeps_it_from_being_saved_is_told_as_it_is_left(show: Show, calf: Stretch) -> None:
    page = show(calf)
    dialogs: list[UnsavedDialog] = []
    page.overlay_asked.connect(dialogs.append)
    page._change("name", "")
    went: list[str] = []
    page.left.connect(lambda: went.append("left"))
    page.later_asked.connect(page.let_go)
    assert not page.may_leave(lambda: went.append("on"))
    dialogs[0].later_asked.emit()
    assert went == ["left", "on"]


def test_back_leaves_and_cancel_does_too(show: Show, calf: Stretch) -> None:
    page = show(calf)
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    page.back.click()
    page._cancel.click()
    assert left == [True, True]


def test_it_is_tried_and_heard_as_it_stands(show: Show, calf: Stretch) -> None:
    page = show(calf)
    tried: list[Stretch] = []
    heard: list[tuple[str, ...]] = []
    page.try_asked.connect(tried.append)
    page.hear_asked.connect(heard.append)
    page._parts[2].changed.emit("dose.hold_s", 45.0)
    page._try.click()
    page.script.hear.click()
    assert tried == [replace(calf, dose=Dose(hold_s=45.0))]
    assert heard[0][:2] == ("Calf stretch.", "Left leg first.")


def test_the_script_follows_what_is_written(show: Show, calf: Stretch) -> None:
    page = show(calf)
    before = page.script._total.text()
    page._parts[2].changed.emit("dose.hold_s", 90.0)
    assert page.script._total.text() != before


def test_what_an_image_shows_is_asked_for_once(show: Show, calf: Stretch) -> None:
    page = show(replace(calf, figure="own-calf"))
    page.set_figure_facts(lambda figure: figure == "own-calf", lambda _: "On a step")
    assert page.picture._words.text() == "On a step"
    told: list[tuple[str, str]] = []
    page.described.connect(lambda figure, words: told.append((figure, words)))
    page.picture.described.emit("On a step")
    page.picture.described.emit(" On a stair ")
    assert told == [("own-calf", "On a stair")]


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("size", [(1100, 760), (760, 560)])
def test_everything_has_room_and_a_name(
    show: Show,
    look: Look,
    calf: Stretch,
    qtbot: QtBot,
    size: tuple[int, int],
    scale: float,
) -> None:
    look.set_text_scale(scale)
    page = show(replace(calf, setup=("Set your left foot back.",) * 8), size)
    page._more.open()
    page.set_figure_facts(lambda _: True, lambda _: "")
    qtbot.waitUntil(lambda: clipped(page) == [])
    assert unnamed(page) == []


def test_what_a_picture_shows_is_taken_over_in_one_step(show: Show) -> None:
    page = show()
    page.set_figure("own-pose", Position.LYING, ("mat",))
    assert (page.draft.position, page.draft.equipment) == (Position.LYING, ("mat",))
    page.undo()
    assert (page.draft.figure, page.draft.position) == ("", Position.STANDING)


def test_what_the_person_said_stays(show: Show) -> None:
    page = show()
    page._change("position", Position.SEATED)
    page._change("position", Position.STANDING)
    page.set_figure("own-pose", Position.LYING, ("mat",))
    assert (page.draft.figure, page.draft.position) == ("own-pose", Position.STANDING)
    assert page.draft.equipment == ()


def test_escape_goes_back_and_asks_about_changes(show: Show, calf: Stretch, qtbot: QtBot) -> None:
    page = show(calf)
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    page.set_figure("own-calf")
    dialogs: list[UnsavedDialog] = []
    page.overlay_asked.connect(dialogs.append)
    with qtbot.assertNotEmitted(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert len(dialogs) == 1
