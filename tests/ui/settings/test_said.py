from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supple.core.speech_level import MAY_BE_OFF, SpeechLevel
from supple.ui.fit import clipped
from supple.ui.look import Look
from supple.ui.settings.said import KINDS, SaidKinds
from supple.ui.widgets.tick import Tick


@pytest.fixture
def said(qtbot: QtBot, look: Look) -> SaidKinds:
    made = SaidKinds(look)
    qtbot.addWidget(made)
    made.show_off((), SpeechLevel.FULL)
    made.show()
    return made


def box(said: SaidKinds, words: str) -> Tick:
    return next(tick for tick in said.findChildren(Tick) if tick.text() == words)


def test_every_kind_that_may_be_off_has_a_box() -> None:
    assert sorted(kind for _, kinds in KINDS for kind in kinds) == sorted(MAY_BE_OFF)


def test_a_box_turns_its_kinds_off_and_on_again(qtbot: QtBot, said: SaidKinds) -> None:
    counting = box(said, "Counting repetitions")
    with qtbot.waitSignal(said.changed) as got:
        qtbot.mouseClick(counting, Qt.MouseButton.LeftButton)
    assert got.args == [("rep", "last")]
    with qtbot.waitSignal(said.changed) as got:
        qtbot.mouseClick(counting, Qt.MouseButton.LeftButton)
    assert got.args == [()]


def test_showing_tells_nobody(said: SaidKinds) -> None:
    told: list[object] = []
    said.changed.connect(told.append)
    said.show_off(("half", "rest"), SpeechLevel.AUTO)
    assert (said.off(), told) == (("half", "rest"), [])


@pytest.mark.parametrize(
    ("level", "able"),
    [
        (SpeechLevel.AUTO, True),
        (SpeechLevel.FULL, True),
        (SpeechLevel.BRIEF, False),
        (SpeechLevel.CHIMES, False),
    ],
)
def test_what_the_level_leaves_out_cannot_be_chosen(
    said: SaidKinds, level: SpeechLevel, able: bool
) -> None:
    said.show_off((), level)
    setup = box(said, "Getting into position")
    assert (setup.isEnabled(), setup.isChecked()) == (able, able)


def test_what_the_level_leaves_out_keeps_its_choice(qtbot: QtBot, said: SaidKinds) -> None:
    said.show_off(("setup",), SpeechLevel.BRIEF)
    with qtbot.waitSignal(said.changed) as got:
        qtbot.mouseClick(box(said, "Half way"), Qt.MouseButton.LeftButton)
    assert got.args == [("setup", "half")]
    said.show_off(("setup", "half"), SpeechLevel.FULL)
    assert [box(said, words).isChecked() for words in ("Getting into position", "Half way")] == [
        False,
        False,
    ]
    assert box(said, "Where to feel it").isChecked()


@pytest.mark.parametrize(("width", "columns"), [(640, 2), (330, 1)])
def test_a_narrow_card_has_one_column(said: SaidKinds, width: int, columns: int) -> None:
    said.resize(width, 600)
    QApplication.processEvents()
    lefts = {tick.geometry().left() for tick in said.findChildren(Tick)}
    assert len(lefts) == columns
    assert clipped(said) == []
