"""A card over a dimmed window that asks or tells one thing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from supple.ui.look import Look
from supple.ui.tabbing import stops_in, tab
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card

_WIDTH = 480
_SCRIM = QColor(0x1F, 0x2A, 0x30, 90)


class Overlay(QWidget):
    """Covers its parent until it is answered. Esc says no; the focus stays inside."""

    accepted = Signal()
    dismissed = Signal()

    def __init__(self, look: Look, parent: QWidget, title: str, width: int = _WIDTH) -> None:
        super().__init__(parent)
        self._look = look
        self._back: QWidget | None = None
        self._below: QWidget | None = None
        self.setAccessibleName(title)
        self._width = look.px(width)
        self.card = Card(look, 24, self)
        self.card.setFixedWidth(min(self._width, parent.width() - 32))
        self.card.body.setSpacing(12)
        self.card.body.addWidget(Text(look, title, "heading", wrap=True))
        self.content = QVBoxLayout()
        self.card.body.addLayout(self.content)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.card.body.addSpacing(4)
        self.card.body.addLayout(self.buttons)
        middle = QVBoxLayout(self)
        middle.addWidget(self.card, 0, Qt.AlignmentFlag.AlignCenter)
        parent.installEventFilter(self)

    def say(self, text: str) -> None:
        """A sentence below the title."""
        self.content.addWidget(Text(self._look, text, token="muted", wrap=True))

    def add_button(self, text: str, kind: str, *, accepts: bool, key: str = "") -> QPushButton:
        """A button at the foot; the first one added has the focus."""
        button = Button(self._look, text, kind, key=key)
        button.clicked.connect(self.accept if accepts else self.dismiss)
        self.buttons.addWidget(button)
        return button

    def open(self, below: QWidget) -> None:
        """Show it over everything in the parent; ``below`` is out of reach meanwhile."""
        self._back = self.window().focusWidget()
        self._below = below
        # Its shortcuts rest, too.
        below.setEnabled(False)
        self.buttons.addStretch(1)
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()
        first = self.first()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Whether nothing is lost by closing it now. If not, it asks, and calls ``then`` later."""
        return True

    def first(self) -> QWidget | None:
        """What has the focus at first: the first button, unless a dialog has something better."""
        return self.findChild(QPushButton)

    def refit(self) -> None:
        """The window has another size, and the card its width: take the height there is."""

    def accept(self) -> None:
        """Say yes and go."""
        self._leave()
        self.accepted.emit()

    def dismiss(self) -> None:
        """Say no and go."""
        self._leave()
        self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        # Keys meant for the page below stay here.
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = self._stops()
        if stops and not tab(stops, self, forward=forward):
            stops[0 if forward else -1].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        parent = self.parentWidget()
        if event.type() == QEvent.Type.Resize and parent is not None and watched is parent:
            self.card.setFixedWidth(min(self._width, parent.width() - 32))
            self.refit()
            self.setGeometry(parent.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _SCRIM)
        painter.end()

    def _stops(self) -> list[QWidget]:
        """Where Tab goes, in the order things were put in."""
        return stops_in(w for w in self.findChildren(QWidget) if w.window() is self.window())

    def _leave(self) -> None:
        self.hide()
        if self._below is not None:
            self._below.setEnabled(True)
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()
