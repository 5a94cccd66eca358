from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from supple.ui.look import Look
from supple.ui.widgets.segmented import Segmented


@pytest.fixture
def segmented(look: Look, qtbot: QtBot) -> Segmented:
    made = Segmented(look, [("routines", "Routines"), ("stretches", "Stretches")], "stretches")
    qtbot.addWidget(made)
    return made


def _parts(segmented: Segmented) -> list[QAbstractButton]:
    return segmented.findChildren(QAbstractButton)


def test_one_is_chosen(segmented: Segmented) -> None:
    assert segmented.current == "stretches"
    assert [part.isChecked() for part in _parts(segmented)] == [False, True]


def test_a_click_chooses_and_tells(segmented: Segmented, qtbot: QtBot) -> None:
    with qtbot.waitSignal(segmented.chosen) as told:
        qtbot.mouseClick(_parts(segmented)[0], Qt.MouseButton.LeftButton)
    assert told.args == ["routines"]
    assert segmented.current == "routines"


def test_the_same_again_tells_nothing(segmented: Segmented, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segmented.chosen):
        qtbot.mouseClick(_parts(segmented)[1], Qt.MouseButton.LeftButton)


def test_choosing_from_code_tells_nothing(segmented: Segmented, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segmented.chosen):
        segmented.choose("routines")
    assert segmented.current == "routines"
    with pytest.raises(KeyError):
        segmented.choose("history")


def test_it_is_as_high_as_a_button(segmented: Segmented) -> None:
    assert segmented.sizeHint().height() == 40


def test_the_chosen_part_is_teal(segmented: Segmented, look: Look) -> None:
    segmented.resize(segmented.sizeHint())
    image = segmented.grab().toImage()
    chosen = image.pixelColor(image.width() - 12, 20)
    assert chosen == look.theme.color("primary")
    assert image.pixelColor(12, 20) == look.theme.color("surface")


def test_a_choice_may_be_renamed(segmented: Segmented) -> None:
    narrow = segmented.sizeHint().width()
    segmented.rename("routines", "Routines 9")
    assert _parts(segmented)[0].text() == "Routines 9"
    assert segmented.sizeHint().width() > narrow
    with pytest.raises(KeyError):
        segmented.rename("history", "History")
