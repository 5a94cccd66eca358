"""The editor comes, goes, and loses nothing on the way."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from supple.figure.contacts import all_faults
from supple.figure.decode import decode
from supple.ui.dialog import Overlay
from supple.ui.pose.editor import PoseEditor
from supple.ui.pose.words import HINT, NEXT

Open = Callable[..., PoseEditor]
Drag = Callable[[PoseEditor, str, int, int], None]


def answer(editor: PoseEditor, words: str) -> QPushButton:
    """The button of the question asked last."""
    question = editor.findChildren(Overlay)[-1]
    return next(b for b in question.findChildren(QPushButton) if b.text() == words)


def test_a_stretch_is_drawn_and_handed_over(opened: Open, dragged: Drag) -> None:
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


def test_nothing_drawn_is_left_without_a_question(qtbot: QtBot, opened: Open) -> None:
    editor = opened()
    with qtbot.waitSignal(editor.dismissed):
        QTest.keyClick(editor.canvas.handles["head"], Qt.Key.Key_Escape)
    assert editor.isHidden()


def test_what_was_drawn_is_not_lost_by_a_slip(qtbot: QtBot, opened: Open, dragged: Drag) -> None:
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


def test_the_pose_can_be_used_on_leaving(qtbot: QtBot, opened: Open, dragged: Drag) -> None:
    editor = opened()
    dragged(editor, "near.hand", 60, -80)
    QTest.keyClick(editor.canvas.handles["head"], Qt.Key.Key_Escape)
    assert answer(editor, "Keep drawing").isVisible()
    with qtbot.waitSignal(editor.done), qtbot.assertNotEmitted(editor.dismissed):
        answer(editor, "Use this pose").click()


@pytest.mark.parametrize("words", ["Use this pose", "Discard"])
def test_who_leaves_the_window_is_asked_first(opened: Open, words: str, dragged: Drag) -> None:
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
