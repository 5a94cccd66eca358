"""A short word about what was just done, with a way to undo it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.announce import announce
from supple.ui.widgets.clear_place import clear_place
from supple.ui.widgets.label import Label

SECONDS = 8
_HEIGHT, _RADIUS, _UP = 48, 10, 24

UNDO = "Undo"
"""The action that Ctrl+Z takes as well; no other one is an undoing."""


class Toast(QFrame):
    """Sits low in ``window`` for eight seconds; ``acted`` when its action is taken.

    It stands at the bottom in the middle, and as far above or beside that as it takes to leave
    everything free that can be pressed.
    """

    acted = Signal()

    def __init__(self, look: Look, window: QWidget, over: QWidget | None = None) -> None:
        """``over``: the part of ``window`` whose sides it stays between; None for all of it."""
        super().__init__(window)
        self._look = look
        self._window = window
        self._over = over or window
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        self._label = Label(look, token="bg")
        self._button = _Action(look, self)
        # It is gone once it was clicked, and the focus would be with it.
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._on_action)
        row.addWidget(self._label)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._undo = QShortcut(QKeySequence.StandardKey.Undo, window)
        self._undo.activated.connect(self._on_action)
        self._undo.setEnabled(False)
        window.installEventFilter(self)
        look.changed.connect(self._refresh)
        self.hide()

    def show_message(self, text: str, action: str = "", seconds: float = SECONDS) -> None:
        """Show ``text``; with ``action`` (``Undo``) a button that Ctrl+Z presses, too."""
        self._label.say(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._undo.setEnabled(action == UNDO)
        self.setAccessibleName(text)
        self.place()
        self.show()
        self.raise_()
        self._timer.start(round(seconds * 1000))
        announce(self, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        draw.rounded(painter, QRectF(self.rect()), _RADIUS, self._look.theme.color("ink"))
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        self._undo.setEnabled(False)
        super().hideEvent(event)

    def place(self) -> None:
        """Stand where nothing to press is covered by what is there now, and by what comes."""
        self._settle()
        # What was done just now may show other things, which are laid out in a moment.
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        self.adjustSize()
        width = min(self.sizeHint().width(), self._window.width() - 32)
        size = QSize(width, self._look.px(_HEIGHT))
        place = clear_place(self._window, size, _UP, self._over, self)
        self.setGeometry(QRect(place, size))

    def _refresh(self) -> None:
        if self.isVisible():
            self.place()

    def _on_action(self) -> None:
        self.hide()
        self.acted.emit()


class _Action(QPushButton):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setFlat(True)
        look.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.setFont(self._look.font("body-strong"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        painter.setFont(self._look.font("body-strong"))
        dark = self._look.theme.dark
        # The toast is drawn in the other theme's ground, so its action takes that theme's teal.
        painter.setPen(QColor("#0A514B") if dark else QColor("#8FDDD0"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
