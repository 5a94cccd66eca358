"""Tabs: words side by side, the chosen one underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw

_GAP = 24
_TAB, _ABOVE, _BELOW = 30, 4, 8
"""Pixels: a tab, the room above it, and from it down to the line."""
_MARK = 2


class Tabs(QWidget):
    """One of a few views; ``chosen`` carries the key of the one a person picks."""

    chosen = Signal(str)

    def __init__(self, look: Look, options: Sequence[tuple[str, str]], name: str) -> None:
        """``options`` are pairs of key and label; ``name`` is what a screen reader says."""
        super().__init__()
        self._look = look
        self._group = QButtonGroup(self)
        self._tabs: dict[str, _Tab] = {}
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, _ABOVE, 0, _BELOW)
        row.setSpacing(_GAP)
        for key, label in options:
            tab = _Tab(look, label, self)
            tab.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            tab.toggled.connect(self.update)
            self._group.addButton(tab)
            self._tabs[key] = tab
            row.addWidget(tab)
        row.addStretch(1)
        self.choose(options[0][0])

    @property
    def current(self) -> str:
        """The key of the chosen tab."""
        return next(key for key, tab in self._tabs.items() if tab.isChecked())

    def choose(self, key: str) -> None:
        """Set the choice without a signal. Raises ``KeyError`` for an unknown key."""
        self._tabs[key].setChecked(True)

    def focus_target(self) -> QWidget:
        """The tab that takes the focus."""
        return self._tabs[self.current]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._tabs)
        self._move_to(keys[(keys.index(self.current) + step) % len(keys)])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = QRect(0, self.height() - 1, self.width(), 1)
        draw.flat(painter, line, self._look.theme.color("line"))
        tab = self._tabs[self.current]
        mark = QRect(tab.x(), self.height() - _MARK, tab.width(), _MARK)
        draw.flat(painter, mark, self._look.theme.color("primary"))
        painter.end()

    def _move_to(self, key: str) -> None:
        self._tabs[key].setFocus(Qt.FocusReason.TabFocusReason)
        self._tabs[key].click()


class _Tab(QAbstractButton):
    def __init__(self, look: Look, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(label)
        self.setCheckable(True)
        # One of several, for screen readers as well.
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._look.font("body-strong")).horizontalAdvance(self.text())
        return QSize(round(width + 0.5), self._look.px(_TAB))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the row of tabs moves
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        on = self.isChecked()
        painter.setFont(self._look.font("body-strong" if on else "body-medium"))
        painter.setPen(theme.color("ink" if on or self.underMouse() else "muted"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), flags, self.text())
        painter.end()
