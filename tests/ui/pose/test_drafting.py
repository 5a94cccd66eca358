"""A pose is drawn as a person does it, by hand and by key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from supple.ui.pose.editor import PoseEditor
from supple.ui.pose.words import NEXT, START, STRETCHED

Open = Callable[..., PoseEditor]
Drag = Callable[[PoseEditor, str, int, int], None]


def test_hips_held_back_by_the_feet_say_so(opened: Open, dragged: Drag) -> None:
    editor = opened()
    dragged(editor, "hips", 0, -140)
    assert "keep the hips here" in editor.said.text()
    dragged(editor, "near.hand", 60, -80)
    assert editor.said.text() == NEXT
    for _ in range(60):
        QTest.keyClick(editor.canvas.handles["hips"], Qt.Key.Key_Up)
    assert "keep the hips here" in editor.said.text()


def test_the_same_pose_is_framed_alike_after_undo_and_redo(opened: Open, dragged: Drag) -> None:
    editor = opened()
    boxes = [editor.canvas.box]
    for dx in (150, 150):
        dragged(editor, "near.foot", dx, -150)
        boxes.append(editor.canvas.box)
    assert boxes[0] != boxes[-1]
    for turn, places in ((editor.undo, (1, 0)), (editor.redo, (1, 2))):
        for place in places:
            turn.click()
            assert editor.canvas.box == boxes[place]


def test_keys_on_a_handle_move_it_and_say_so(opened: Open) -> None:
    editor = opened()
    handle = editor.canvas.handles["near.elbow"]
    assert handle.accessibleName() == "Near elbow, 14 degrees"
    QTest.keyClick(handle, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert handle.accessibleName() == "Near elbow, 19 degrees"


def test_undo_and_redo(opened: Open, dragged: Drag) -> None:
    editor = opened()
    assert not editor.undo.isEnabled()
    before = editor.work.draft
    dragged(editor, "near.hand", 60, -80)
    after = editor.work.draft
    editor.undo.click()
    assert editor.work.draft == before
    QTest.keyClick(
        editor.canvas.handles["head"],
        Qt.Key.Key_Z,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert editor.work.draft == after


def test_choices_in_the_panel_change_the_draft(opened: Open, dragged: Drag) -> None:
    editor = opened()
    editor.panel.wall.click()
    assert [prop.kind for prop in editor.work.draft.props] == ["wall"]
    editor.panel.together.click()
    assert editor.work.together
    editor.panel.arrow.click()
    assert not editor.work.draft.arrow
    editor.panel.mirror.click()
    dragged(editor, "near.hand", -60, -80)
    editor.panel.reset.click()
    editor.panel.copy.click()
    assert editor.tabs.current == STRETCHED


def test_a_way_to_begin_is_taken(opened: Open) -> None:
    editor = opened()
    editor.panel.base_chosen.emit(3)
    assert editor.work.posture.angles["pelvis"] == -91
    assert editor.panel.mat.isChecked()


def test_one_of_ours_is_gone_on_with(opened: Open) -> None:
    editor = opened("supine-strap-straight-leg")
    assert editor.panel.strap.currentData() == "near"
    assert not editor.work.steps.changed


def test_one_from_the_front_begins_standing(opened: Open) -> None:
    assert opened("arm-circles").work.posture.root[1] < -500


def test_what_cannot_be_held_is_told(opened: Open, dragged: Drag) -> None:
    editor = opened()
    editor.panel.wall.click()
    dragged(editor, "near.hand", 130, -120)
    assert "near.arm" in editor.work.posture.holds
    dragged(editor, "wall", 150, 0)
    assert editor.said.text() == "Start: the near hand does not reach the wall."


def test_it_plays_and_stops(opened: Open) -> None:
    editor = opened()
    editor.play.click()
    assert editor.play.text() == "Stop"
    assert editor.canvas.handles["head"].isHidden()
    editor.play.click()
    assert editor.play.text() == "Play"
    assert not editor.canvas.handles["head"].isHidden()
    editor.show_result(0.5)
    assert editor.canvas.handles["head"].isHidden()
    editor.choose_pose(START)
    assert not editor.canvas.handles["head"].isHidden()


def test_what_was_drawn_before_is_gone_on_with(opened: Open, dragged: Drag) -> None:
    one = opened()
    dragged(one, "near.hand", 60, -80)
    draft = one.draft
    two = opened()
    assert not two.is_changed
    two.restore(draft)
    assert two.draft == draft
    assert two.is_changed
    assert two.said.text() == NEXT
    two.undo.click()
    assert not two.is_changed


def test_every_change_is_told(qtbot: QtBot, opened: Open, dragged: Drag) -> None:
    editor = opened()
    for act in (
        lambda: dragged(editor, "near.hand", 60, -80),
        editor.undo.click,
        editor.redo.click,
        editor.panel.wall.click,
    ):
        with qtbot.waitSignal(editor.changed):
            act()


@pytest.mark.parametrize("then", ["begin", "copy", "stretched"])
def test_what_was_said_of_the_hips_goes_with_the_next_act(
    opened: Open, then: str, dragged: Drag
) -> None:
    editor = opened()
    dragged(editor, "hips", 0, -140)
    assert "keep the hips here" in editor.said.text()
    if then == "begin":
        editor.panel.base_chosen.emit(1)
    elif then == "copy":
        editor.panel.copy.click()
    else:
        editor.choose_pose(STRETCHED)
    assert "hips" not in editor.said.text()


@pytest.mark.parametrize("end", ["key", "itself"])
def test_while_it_plays_from_a_joint_the_same_key_stops_it(opened: Open, end: str) -> None:
    editor = opened()
    joint = editor.canvas.handles["hips"]
    joint.setFocus()
    QTest.keyClick(joint, Qt.Key.Key_P)
    now = editor.window().focusWidget()
    assert now is editor.play
    assert editor.play.text() == "Stop"
    if end == "key":
        QTest.keyClick(now, Qt.Key.Key_P)
    else:
        editor._player.ended.emit()
    assert editor.play.text() == "Play"
    assert editor.window().focusWidget() is joint


def test_whoever_has_gone_elsewhere_while_it_plays_stays_there(opened: Open) -> None:
    editor = opened()
    joint = editor.canvas.handles["hips"]
    joint.setFocus()
    QTest.keyClick(joint, Qt.Key.Key_P)
    editor.keep.setFocus()
    QTest.keyClick(editor.keep, Qt.Key.Key_P)
    assert editor.play.text() == "Play"
    assert editor.window().focusWidget() is editor.keep
