"""Files that are dropped onto the window, wherever on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw

WORDS = "Drop it to see what is in it"
ONE = "Drop one file at a time."


class Dropping(QObject):
    """Lets files be dropped on ``window``, and shows that they may be."""

    dropped = Signal(str)
    """The path of a file."""
    refused = Signal(str)
    """Why nothing comes of it, in a sentence."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._veil = Veil(look, window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter | QEvent.Type.DragMove:
                return isinstance(event, QDragMoveEvent) and self._over(event)
            case QEvent.Type.DragLeave:
                self._veil.hide()
            case QEvent.Type.Drop:
                return isinstance(event, QDropEvent) and self._drop(event)
            case QEvent.Type.Resize:
                self._veil.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def _over(self, event: QDragMoveEvent) -> bool:
        if not paths_of(event):
            return False
        # The file stays where it is, whatever the other program proposes.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if not self._veil.isVisible():
            self._veil.setGeometry(self._window.rect())
            self._veil.raise_()
            self._veil.show()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self._veil.hide()
        paths = paths_of(event)
        if not paths:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if len(paths) == 1:
            self.dropped.emit(paths[0])
        else:
            self.refused.emit(ONE)
        return True


def paths_of(event: QDropEvent) -> list[str]:
    """The files of this computer that are dragged."""
    urls = event.mimeData().urls()
    return [url.toLocalFile() for url in urls if url.isLocalFile()]


class Veil(QWidget):
    """Says over the whole window that a file can be dropped."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        ground = theme.color("bg")
        ground.setAlphaF(0.86)
        painter.fillRect(self.rect(), ground)
        box = QRectF(self.rect()).adjusted(16, 16, -16, -16)
        draw.rounded(painter, box, 16, theme.color("primary-soft"), theme.color("primary"), 2)
        painter.setPen(theme.color("primary-ink"))
        painter.setFont(self._look.font("heading"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, WORDS)
        painter.end()
