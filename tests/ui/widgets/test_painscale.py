from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.painscale import PainScale


def _boxes(scale: PainScale) -> list[QAbstractButton]:
    return scale.findChildren(QAbstractButton)


def test_eleven_boxes_from_no_pain_to_worst(look: Look, qtbot: QtBot) -> None:
    scale = PainScale(look, "How does your back feel now?")
    qtbot.addWidget(scale)
    assert [box.text() for box in _boxes(scale)] == [str(n) for n in range(11)]
    assert _boxes(scale)[0].accessibleName() == "0, no pain"
    assert _boxes(scale)[10].accessibleName() == "10, worst"
    assert scale.value is None


def test_a_click_chooses_one(look: Look, qtbot: QtBot) -> None:
    scale = PainScale(look, "Now?")
    qtbot.addWidget(scale)
    with qtbot.waitSignal(scale.chosen) as told:
        qtbot.mouseClick(_boxes(scale)[4], Qt.MouseButton.LeftButton)
    assert told.args == [4]
    assert scale.value == 4
    qtbot.mouseClick(_boxes(scale)[0], Qt.MouseButton.LeftButton)
    assert [box.isChecked() for box in _boxes(scale)].count(True) == 1


def test_a_key_may_choose_and_none_may_be_chosen(look: Look, qtbot: QtBot) -> None:
    scale = PainScale(look, "Now?")
    qtbot.addWidget(scale)
    with qtbot.assertNotEmitted(scale.chosen):
        scale.choose(10)
    assert _boxes(scale)[10].isChecked()
    scale.choose(None)
    assert scale.value is None
    assert not any(box.isChecked() for box in _boxes(scale))


def test_it_narrows_rather_than_running_out_of_the_page(look: Look, qtbot: QtBot) -> None:
    scale = PainScale(look, "Now?")
    qtbot.addWidget(scale)
    scale.resize(500, 120)
    scale.grab()
    assert _boxes(scale)[10].geometry().right() <= 500
