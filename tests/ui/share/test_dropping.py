from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from supple.ui.look import Look
from supple.ui.share.dropping import ONE, Dropping, Veil


class Stand:
    """A window that files are dragged over."""

    def __init__(self, look: Look, window: QWidget) -> None:
        self.window = window
        self.dropping = Dropping(look, window)
        self.dropped: list[str] = []
        self.refused: list[str] = []
        self.dropping.dropped.connect(self.dropped.append)
        self.dropping.refused.connect(self.refused.append)

    @property
    def veil(self) -> Veil:
        return self.window.findChildren(Veil)[0]

    def drag(self, data: QMimeData) -> bool:
        event = QDragEnterEvent(
            QPoint(50, 50),
            Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        event.setAccepted(False)
        QApplication.sendEvent(self.window, event)
        return event.isAccepted()

    def drop(self, data: QMimeData) -> Qt.DropAction | None:
        event = QDropEvent(
            QPointF(50, 50),
            Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        event.setAccepted(False)
        QApplication.sendEvent(self.window, event)
        return event.dropAction() if event.isAccepted() else None


@pytest.fixture
def stand(look: Look, window: QWidget) -> Stand:
    return Stand(look, window)


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_file_is_told_and_stays_where_it_is(stand: Stand, tmp_path: Path) -> None:
    assert stand.drag(files(tmp_path / "a.supple"))
    assert stand.veil.isVisible()
    assert stand.veil.geometry() == stand.window.rect()
    assert stand.drop(files(tmp_path / "a.supple")) is Qt.DropAction.CopyAction
    assert stand.dropped == [str(tmp_path / "a.supple")]
    assert not stand.veil.isVisible()


def test_several_files_are_one_too_many(stand: Stand, tmp_path: Path) -> None:
    two = files(tmp_path / "a.supple", tmp_path / "b.supple")
    stand.drag(two)
    stand.drop(two)
    assert stand.dropped == []
    assert stand.refused == [ONE]


def test_what_is_no_file_is_left_to_others(stand: Stand) -> None:
    text = QMimeData()
    text.setText("Evening")
    page = QMimeData()
    page.setUrls([QUrl("https://example.org/a.supple")])
    for data in (text, page):
        assert not stand.drag(data)
        assert stand.drop(data) is None
    assert not stand.veil.isVisible()
    assert stand.dropped == stand.refused == []


def test_the_veil_goes_when_the_file_does(stand: Stand, tmp_path: Path) -> None:
    stand.drag(files(tmp_path / "a.supple"))
    QApplication.sendEvent(stand.window, QDragLeaveEvent())
    assert not stand.veil.isVisible()


def test_the_veil_keeps_to_the_window(stand: Stand, tmp_path: Path) -> None:
    stand.drag(files(tmp_path / "a.supple"))
    stand.window.resize(800, 600)
    QApplication.sendEvent(stand.window, QEvent(QEvent.Type.UpdateRequest))
    assert stand.veil.geometry() == stand.window.rect()
    assert not stand.veil.grab().isNull()
