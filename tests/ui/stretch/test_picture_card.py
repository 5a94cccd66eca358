from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.figure.port import FigurePainter
from supple.ui.look import Look
from supple.ui.stretch.picture_card import BUSY, EMPTY, SHOWN, PictureCard


@pytest.fixture
def card(look: Look, figures: FigurePainter, host: QWidget) -> PictureCard:
    made = PictureCard(look, figures)
    made.setParent(host)
    made.resize(320, 420)
    made.show()
    made.show_figure("", repeats=False, image=False, own_pose=False, words="")
    return made


def dragged(*urls: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def enter(card: PictureCard, data: QMimeData) -> bool:
    event = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    card.dragEnterEvent(event)
    return event.isAccepted()


def test_an_empty_stage_says_how_it_is_filled(card: PictureCard) -> None:
    assert card._says.text() == EMPTY
    assert card.remove.isHidden()
    assert card._words.isHidden()


def test_a_figure_can_be_taken_out_again(card: PictureCard) -> None:
    card.show_figure("supine-strap", repeats=False, image=False, own_pose=False, words="")
    assert card._says.text() == SHOWN
    assert card.pose.text() == "Make a pose"
    told: list[bool] = []
    card.removed.connect(lambda: told.append(True))
    card.remove.click()
    assert told == [True]


def test_the_focus_stays_in_the_card_when_the_picture_goes(
    card: PictureCard, host: QWidget, qtbot: QtBot
) -> None:
    with qtbot.waitActive(host):
        host.activateWindow()
    card.show_figure("supine-strap", repeats=False, image=False, own_pose=False, words="")
    card.remove.setFocus()
    card.show_figure("", repeats=False, image=False, own_pose=False, words="")
    assert card.choose.hasFocus()


def test_an_own_pose_can_be_changed(card: PictureCard) -> None:
    card.show_figure("own-calf", repeats=False, image=False, own_pose=True, words="")
    assert card.pose.text() == "Change the pose"


def test_an_image_can_be_described(card: PictureCard) -> None:
    card.show_figure("own-calf", repeats=False, image=True, own_pose=False, words="On a step")
    assert card._words.text() == "On a step"
    told: list[str] = []
    card.described.connect(told.append)
    card._words.setText("On a stair")
    card._words.editingFinished.emit()
    assert told == ["On a stair"]


@pytest.mark.parametrize(
    ("urls", "accepted"),
    [(["file:///a/calf.jpg"], True), (["https://example.org/calf.jpg"], False), ([], False)],
)
def test_only_files_can_be_dropped(card: PictureCard, urls: Sequence[str], accepted: bool) -> None:
    assert enter(card, dragged(*urls)) is accepted


def test_a_dropped_file_is_told_of(card: PictureCard) -> None:
    told: list[str] = []
    card.dropped.connect(told.append)
    data = dragged("https://example.org/a.png", "file:///a/calf.jpg")
    enter(card, data)
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    card.dropEvent(event)
    assert told == ["/a/calf.jpg"]


def test_a_picture_that_cannot_be_used_is_told_of_until_another_comes(card: PictureCard) -> None:
    card.show_busy()
    assert card._says.text() == BUSY
    card.show_problem("The picture is damaged.")
    assert card.problem.label.text() == "The picture is damaged."
    assert not card.problem.isHidden()
    assert card._says.text() == EMPTY
    card.show_figure("supine-strap", repeats=False, image=False, own_pose=False, words="")
    assert card.problem.isHidden()


def test_the_stage_is_lower_in_a_low_window(card: PictureCard) -> None:
    high = card.stage.height()
    card.set_low(True)
    assert card.stage.maximumHeight() < high
