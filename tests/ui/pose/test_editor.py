"""The editor as a person uses it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from supple.figure.contacts import all_faults
from supple.figure.decode import decode
from supple.ui.dialog import Overlay
from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.pose.editor import HIDE, PoseEditor
from supple.ui.pose.words import HINT, NEXT, START, STRETCHED

Open = Callable[..., PoseEditor]
LEFT = Qt.MouseButton.LeftButton


def dragged(editor: PoseEditor, name: str, dx: int, dy: int) -> None:
    """Pixels."""
    at = editor.canvas.place_of(name).toPoint()
    QTest.mousePress(editor.canvas, LEFT, pos=at)
    for part in (1, 2, 3, 4):
        QTest.mouseMove(editor.canvas, at + QPoint(dx, dy) * part / 4)
    QTest.mouseRelease(editor.canvas, LEFT, pos=at + QPoint(dx, dy))


def answer(editor: PoseEditor, words: str) -> QPushButton:
    """The button of the question asked last."""
    question = editor.findChildren(Overlay)[-1]
    return next(b for b in question.findChildren(QPushButton) if b.text() == words)


def test_a_stretch_is_drawn_and_handed_over(opened: Open) -> None:
    editor = opened()
    below = editor._below
    assert below is not None
    assert not below.isEnabled()
    told: list[bytes] = []
    editor.done.connect(told.append)
    assert editor.said.text() == HINT
    dragged(editor, "near.hand", 60, -80)
    assert editor.said.text() == NEXT
    QTest.keyClick(editor.canvas.handles["chest"], Qt.Key.Key_2)
    assert editor.work.stretched
    dragged(editor, "chest", 90, 40)
    assert editor.said.text() == HINT
    editor.keep.click()
    assert editor.isHidden()
    assert below.isEnabled()
    drawing = decode(json.loads(told[0]))
    assert drawing.id == "own-one"
    assert drawing.description == "A person."
    assert all_faults(drawing) == []
    pelvis = [pose.joints.get("pelvis", 0.0) for pose in (drawing.start, drawing.stretched)]
    assert pelvis[1] > pelvis[0] + 10


def test_hips_held_back_by_the_feet_say_so(opened: Open) -> None:
    editor = opened()
    dragged(editor, "hips", 0, -140)
    assert "keep the hips here" in editor.said.text()
    dragged(editor, "near.hand", 60, -80)
    assert editor.said.text() == NEXT
    for _ in range(60):
        QTest.keyClick(editor.canvas.handles["hips"], Qt.Key.Key_Up)
    assert "keep the hips here" in editor.said.text()


def test_the_same_pose_is_framed_alike_after_undo_and_redo(opened: Open) -> None:
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


def test_undo_and_redo(opened: Open) -> None:
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


def test_choices_in_the_panel_change_the_draft(opened: Open) -> None:
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


def test_what_cannot_be_held_is_told(opened: Open) -> None:
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


def test_nothing_drawn_is_left_without_a_question(qtbot: QtBot, opened: Open) -> None:
    editor = opened()
    with qtbot.waitSignal(editor.dismissed):
        QTest.keyClick(editor.canvas.handles["head"], Qt.Key.Key_Escape)
    assert editor.isHidden()


def test_what_was_drawn_is_not_lost_by_a_slip(qtbot: QtBot, opened: Open) -> None:
    editor = opened()
    dragged(editor, "near.hand", 60, -80)
    editor.cancel.click()
    question = editor.findChild(Overlay)
    assert question is not None
    assert not editor.page.isEnabled()
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert editor.page.isEnabled()
    assert editor.isVisible()
    question.deleteLater()
    QTest.qWait(0)
    editor.cancel.click()
    with qtbot.waitSignal(editor.dismissed):
        answer(editor, "Discard").click()
    assert editor.isHidden()


def test_the_pose_can_be_used_on_leaving(qtbot: QtBot, opened: Open) -> None:
    editor = opened()
    dragged(editor, "near.hand", 60, -80)
    QTest.keyClick(editor.canvas.handles["head"], Qt.Key.Key_Escape)
    assert answer(editor, "Keep drawing").isVisible()
    with qtbot.waitSignal(editor.done), qtbot.assertNotEmitted(editor.dismissed):
        answer(editor, "Use this pose").click()


def test_what_was_drawn_before_is_gone_on_with(opened: Open) -> None:
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


def test_every_change_is_told(qtbot: QtBot, opened: Open) -> None:
    editor = opened()
    for act in (
        lambda: dragged(editor, "near.hand", 60, -80),
        editor.undo.click,
        editor.redo.click,
        editor.panel.wall.click,
    ):
        with qtbot.waitSignal(editor.changed):
            act()


@pytest.mark.parametrize("words", ["Use this pose", "Discard"])
def test_who_leaves_the_window_is_asked_first(opened: Open, words: str) -> None:
    editor = opened()
    gone: list[str] = []
    assert editor.may_leave(lambda: gone.append("at once"))
    dragged(editor, "near.hand", 60, -80)
    assert not editor.may_leave(lambda: gone.append(words))
    # Asked again while the question stands, it is not asked twice.
    assert not editor.may_leave(lambda: gone.append("twice"))
    assert len(editor.findChildren(Overlay)) == 1
    assert gone == []
    answer(editor, words).click()
    assert gone == [words]
    assert editor.isHidden()


def test_it_fills_its_window(opened: Open) -> None:
    editor = opened()
    window = editor.parentWidget()
    assert window is not None
    window.resize(900, 700)
    assert editor.size() == window.size()


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_every_word_fits_a_small_window(opened: Open, look: Look, scale: float) -> None:
    editor = opened()
    look.set_text_scale(scale)
    window = editor.parentWidget()
    assert window is not None
    window.resize(760, 560)
    QTest.qWait(0)
    if scale > 1:
        # The picture has all the width until the choices are asked for.
        assert editor.panel.isHidden()
        wide = editor.canvas.width()
        assert wide > 0.9 * window.width()
        editor.options.click()
        QTest.qWait(0)
        assert editor.panel.isVisible()
        assert editor.canvas.width() < wide
        assert editor.options.text() == HIDE
    assert [problem for problem in clipped(editor) if "Handle" not in problem] == []
    assert unnamed(editor) == []
