"""The question before a session."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supple.core.before import WAIT_S
from supple.ui.look import Look
from supple.ui.session import asking
from supple.ui.session.asking import TICK_MS, AskBar, AskPanel
from supple.ui.session.frame import frame
from supple.ui.widgets.label import Label

SIZES = [(760, 560), (1100, 760), (1920, 1080), (800, 1280)]


@pytest.fixture
def panel(look: Look, host: QWidget) -> AskPanel:
    made = AskPanel(look, host)
    # On a slow machine a tick of its own would come among those that the tests count.
    made._ticks.setInterval(24 * 3600 * 1000)
    made.show()
    made.ask("Strap stretch, left leg first")
    return made


@pytest.fixture
def answers(panel: AskPanel) -> list[int | None]:
    told: list[int | None] = []
    panel.answered.connect(told.append)
    return told


def _tick(panel: AskPanel, seconds: float) -> None:
    for _ in range(round(seconds * 1000 / TICK_MS)):
        panel._on_tick()


def test_it_starts_by_itself_once_and_says_how_soon(
    panel: AskPanel, answers: list[int | None]
) -> None:
    assert panel.ring.face.digits == str(WAIT_S)
    _tick(panel, 3)
    assert panel.ring.face.digits == str(WAIT_S - 3)
    assert panel.ring.accessibleName() == f"Starts by itself in {WAIT_S - 3} seconds"
    _tick(panel, WAIT_S - 3 - 0.1)
    assert answers == []
    _tick(panel, 0.1)
    assert answers == [None]
    assert not panel._ticks.isActive()


@pytest.mark.parametrize("reduced", [False, True])
def test_with_reduced_motion_the_ring_steps_with_the_digits(
    panel: AskPanel, look: Look, reduced: bool
) -> None:
    look.set_reduced_motion(reduced)
    parts = []
    for _ in range(4):
        _tick(panel, 0.2)
        parts.append(panel.ring._part)
    assert len(set(parts)) == (1 if reduced else 4)


def test_an_answer_is_seen_and_then_counts(
    panel: AskPanel, answers: list[int | None], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(asking, "SHOW_MS", 20)
    panel.choose(4)
    assert panel.scale.value == 4
    assert answers == []
    qtbot.waitUntil(lambda: answers == [4])
    assert not panel._ticks.isActive()


def test_one_and_zero_typed_are_ten(panel: AskPanel, answers: list[int | None]) -> None:
    panel.choose(1)
    panel.choose(0)
    assert panel.scale.value == 10
    panel.skip()
    assert answers == [10]


def test_a_slip_can_be_put_right_while_it_is_seen(
    panel: AskPanel, answers: list[int | None]
) -> None:
    panel.choose(7)
    panel.choose(3)
    panel.skip()
    assert answers == [3]


def test_a_box_can_be_clicked(panel: AskPanel, answers: list[int | None], qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.scale._group.button(6), Qt.MouseButton.LeftButton)
    panel.skip()
    assert answers == [6]


def test_time_stands_still_while_something_lies_over_it(panel: AskPanel) -> None:
    panel.hold(True)
    assert not panel._ticks.isActive()
    panel.hold(False)
    assert panel._ticks.isActive()


def test_the_next_question_begins_anew(panel: AskPanel, answers: list[int | None]) -> None:
    panel.choose(4)
    _tick(panel, 2)
    panel.ask("Figure four, both legs")
    assert panel.scale.value is None
    assert panel.left_s == WAIT_S
    panel.skip()
    assert answers == [None]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [1.0, 1.1, 1.2])
def test_everything_fits(panel: AskPanel, size: tuple[int, int], text: float) -> None:
    f = frame(*size, text, 200)
    panel.set_scale(f.scale, f.text_scale)
    panel.setGeometry(f.body)
    for _ in range(3):
        QApplication.sendPostedEvents()
    parts = [panel.question, panel.hint, panel.scale, panel.ring]
    for above, below in pairwise(parts):
        assert above.geometry().bottom() < below.geometry().top()
    for part in (*parts, panel.then):
        assert panel.rect().contains(part.geometry())
    boxes = panel.scale._group.buttons()
    assert boxes[0].height() >= 70 * f.scale
    assert all(one.geometry().right() < two.geometry().left() for one, two in pairwise(boxes))
    for label in panel.findChildren(Label):
        assert label.height() >= label.heightForWidth(label.width())


def test_the_bar_has_both_ways(look: Look, qtbot: QtBot) -> None:
    bar = AskBar(look)
    qtbot.addWidget(bar)
    bar.set_scale(0.69, words=False)
    assert (bar.start.text(), bar.not_now.text()) == ("Start", "Not now")
    assert bar.start.kind == "primary"
    for button in (bar.start, bar.not_now):
        assert button.focusPolicy() is Qt.FocusPolicy.NoFocus
