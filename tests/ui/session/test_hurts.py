from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from supple.core.command import Command
from supple.ui.look import Look
from supple.ui.session.frame import frame
from supple.ui.session.hurts import HurtsBar, HurtsPanel
from supple.ui.widgets.label import Label


@pytest.fixture
def panel(look: Look, host: QWidget) -> HurtsPanel:
    made = HurtsPanel(look, host)
    made.show()
    return made


@pytest.mark.parametrize(
    ("name", "command"),
    [("ease", Command.EASE_OFF), ("skip", Command.SKIP_STRETCH), ("stop", Command.STOP)],
)
def test_each_choice_asks_for_its_command(
    panel: HurtsPanel, qtbot: QtBot, name: str, command: Command
) -> None:
    with qtbot.waitSignal(panel.asked) as told:
        qtbot.mouseClick(getattr(panel, name), Qt.MouseButton.LeftButton)
    assert told.args == [command]


def test_a_skip_says_where_it_leads(panel: HurtsPanel) -> None:
    panel.set_next("Knees to chest", 8.0)
    assert panel.skip.accessibleDescription() == "Go straight to Knees to chest"
    assert panel.ease.accessibleDescription() == "Same stretch, half as far, 8 seconds"
    panel.set_next("", 0.0)
    assert panel.skip.accessibleDescription() == "It is the last one"
    assert panel.ease.accessibleDescription() == "Half as far, slowly"


def test_the_warning_signs_are_there_and_urgent(panel: HurtsPanel) -> None:
    words = panel.help.accessibleName()
    size = min(label.font().pixelSize() for label in panel.help.findChildren(Label))
    assert size >= panel.question.font().pixelSize() - 1
    for sign in ("below the knee", "numb", "bladder or bowel", "between the legs", "now"):
        assert sign in words


@pytest.mark.parametrize("size", [(760, 560), (1100, 760), (1920, 1080)])
@pytest.mark.parametrize("text", [1.0, 1.1, 1.2])
def test_everything_fits(panel: HurtsPanel, size: tuple[int, int], text: float) -> None:
    f = frame(*size, text, 200)
    panel.set_scale(f.scale, f.text_scale)
    panel.setGeometry(f.body)
    for _ in range(3):
        QApplication.sendPostedEvents()
    column = [panel.head, panel.question, panel.ease, panel.skip, panel.stop]
    for above, below in pairwise(column):
        assert above.geometry().bottom() < below.geometry().top()
    assert panel.rect().contains(panel.stop.geometry())
    assert panel.rect().contains(panel.help.geometry())
    assert panel.ease.geometry().right() < panel.help.geometry().left()
    for label in panel.help.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())


def test_it_has_passed(look: Look, qtbot: QtBot) -> None:
    bar = HurtsBar(look)
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.asked) as told:
        qtbot.mouseClick(bar.passed, Qt.MouseButton.LeftButton)
    assert told.args == [Command.PASSED]
