"""Choices are told, and shown as they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from supple.figure.bases import bases
from supple.figure.draft import from_base
from supple.figure.drawing import Prop
from supple.ui.fit import clipped, unnamed
from supple.ui.look import Look
from supple.ui.pose.panel import BEGIN, PosePanel
from supple.ui.pose.words import MIRRORED
from supple.ui.text import Text

DRAFT = from_base(bases()[0])


@pytest.fixture
def panel(qtbot: QtBot, look: Look) -> PosePanel:
    made = PosePanel(look, ["Standing", "Lying"])
    qtbot.addWidget(made)
    made.resize(made.least_width(), 700)
    made.show()
    return made


def test_things_are_chosen(panel: PosePanel) -> None:
    told: list[tuple[str, str]] = []
    panel.thing_chosen.connect(lambda *given: told.append(given))
    panel.mat.click()
    panel.wall.click()
    panel.wall.click()
    for combo, key in ((panel.chair, "-1"), (panel.strap, "near"), (panel.glow, "near.calf")):
        index = combo.findData(key)
        combo.setCurrentIndex(index)
        combo.activated.emit(index)
    assert told == [
        ("mat", "yes"),
        ("wall", "yes"),
        ("wall", ""),
        ("chair", "-1"),
        ("strap", "near"),
        ("glow", "near.calf"),
    ]


def test_what_a_draft_has_is_shown_without_being_told(panel: PosePanel) -> None:
    told: list[object] = []
    panel.thing_chosen.connect(lambda *given: told.append(given))
    panel.arrow_chosen.connect(told.append)
    things = (Prop("mat", -1, 1), Prop("chair", 0, facing=-1))
    panel.show_draft(replace(DRAFT, props=things, glow="body.chest", strap="near", arrow=False))
    assert panel.mat.isChecked()
    assert not panel.wall.isChecked()
    assert panel.chair.currentText() == "Chair, facing left"
    assert panel.glow.currentText() == "Chest"
    assert panel.strap.currentData() == "near"
    assert not panel.arrow.isChecked()
    assert told == []


def test_a_way_to_begin_is_told_and_can_be_chosen_again(panel: PosePanel) -> None:
    told: list[int] = []
    panel.base_chosen.connect(told.append)
    for _ in range(2):
        panel.begin.setCurrentIndex(2)
        panel.begin.activated.emit(2)
        assert panel.begin.currentText() == BEGIN
    panel.begin.activated.emit(0)
    assert told == [1, 1]


def test_switches_and_buttons_are_told(panel: PosePanel) -> None:
    told: list[object] = []
    panel.together_chosen.connect(told.append)
    panel.mirror_chosen.connect(told.append)
    panel.arrow_chosen.connect(told.append)
    panel.copy_asked.connect(lambda: told.append("copy"))
    panel.reset_asked.connect(lambda: told.append("reset"))
    for widget in (panel.together, panel.mirror, panel.arrow, panel.copy, panel.reset):
        widget.click()
    assert told == [True, True, True, "copy", "reset"]


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_every_word_fits_and_every_control_has_a_name(
    qtbot: QtBot, panel: PosePanel, look: Look, scale: float
) -> None:
    look.set_text_scale(scale)
    panel.setFixedWidth(panel.least_width())
    qtbot.waitUntil(lambda: panel.width() == panel.least_width())
    QTest.qWait(0)
    assert clipped(panel) == []
    assert unnamed(panel) == []


def test_it_says_that_the_left_side_is_the_mirror_image(panel: PosePanel) -> None:
    assert any(text.text() == MIRRORED for text in panel.findChildren(Text))


def test_the_ring_of_a_list_is_not_cut_by_the_scroll_bar(qtbot: QtBot, panel: PosePanel) -> None:
    panel.resize(panel.least_width(), 200)
    bar = panel.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    begin, seen = panel.begin, panel.viewport()

    def at_right() -> int:
        return seen.width() - begin.mapTo(seen, begin.rect().topRight()).x() - 1

    # The ring is 2 pixels away and 2 wide.
    qtbot.waitUntil(lambda: at_right() >= 4)
    assert begin.mapTo(seen, begin.rect().topLeft()).x() >= 4
