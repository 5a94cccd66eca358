"""Sentences below one another that scroll where there are many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from supple.ui.look import Look
from supple.ui.page import Scroller, clear
from supple.ui.text import Text


class Lines(Scroller):
    """As high as its sentences, from ``least`` up to ``most`` pixels; keys scroll it beyond."""

    def __init__(self, look: Look, most: int, least: int = 1) -> None:
        super().__init__(look, bottom=0)
        self._least = least
        self._most = most
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.set_body(self._column)
        self.set_right(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[str], token: str = "muted") -> None:
        """Show ``lines`` in the colour ``token``."""
        clear(self._column)
        for line in lines:
            self._column.addWidget(Text(self._look, line, token=token, wrap=True))
        self._column.addStretch(1)
        self.setAccessibleName(" ".join(lines))
        self._fit()

    def set_most(self, most: int) -> None:
        """The window has another height."""
        self._most = most
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._wanted())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        event.ignore()

    def _fit(self) -> None:
        self.setFixedHeight(self._wanted())
        scrolls = self._wanted() >= self._most
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)

    def _wanted(self) -> int:
        width = max(1, self.viewport().width() - self._frame.contentsMargins().right())
        count = self._column.count()
        items = [self._column.itemAt(n) for n in range(count)]
        parts = [item.widget() for item in items if item is not None]
        heights = [part.heightForWidth(width) for part in parts if part is not None]
        wanted = sum(heights) + self._column.spacing() * max(0, len(heights) - 1)
        return max(self._least, min(wanted, self._most))
