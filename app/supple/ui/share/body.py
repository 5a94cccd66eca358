"""The middle of a dialog: as high as what is in it, and scrolled where the window is lower."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.ui.look import Look
from supple.ui.page import Scroller

RING = 4
"""Pixels that the focus ring needs round a button."""
_MARGINS, _FRAME = 130, 120
"""Pixels that the margins of a dialog take, and those of title and buttons, which grow with the
text."""


def room_in(parent: QWidget, look: Look) -> int:
    """Pixels of height that a dialog over ``parent`` has for its body."""
    return parent.height() - _MARGINS - look.px(_FRAME)


class Body(Scroller):
    """Up to ``most`` pixels high. The keys scroll it where there is more."""

    def __init__(self, look: Look, most: int) -> None:
        super().__init__(look, bottom=RING, edge=RING)
        self._least = look.px(120)
        self._most = max(most, self._least)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_right(self.verticalScrollBar().sizeHint().width() + RING)
        self.setAccessibleName("What is in the file")
        self.content.installEventFilter(self)

    def set_most(self, most: int) -> None:
        """The window has another height."""
        self._most = max(most, self._least)
        self.fit()

    def fit(self) -> None:
        """Take the height that is wanted now."""
        layout = self.content.layout()
        if layout is None:
            return
        width = max(1, self.viewport().width())
        wanted = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else -1
        wanted = wanted if wanted >= 0 else layout.totalSizeHint().height()
        self.setFixedHeight(min(self._most, wanted))
        scrolls = wanted > self._most
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        passed = super().eventFilter(watched, event)
        if watched is self.content and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return passed

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        # Esc and Enter are the dialog's.
        event.ignore()
