"""Light, dark or as the system: three little windows to pick from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from supple.core.settings import Theme as Choice
from supple.ui.look import Look
from supple.ui.theme import DARK, LIGHT, Theme
from supple.ui.widgets import draw

_NAMES = {Choice.LIGHT: "Light", Choice.DARK: "Dark", Choice.SYSTEM: "Same as system"}
_WIDTH, _HEIGHT = 150, 92


class ThemeChoice(QWidget):
    """The three pictures; ``chosen`` carries a ``Theme`` of the settings."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName("Theme")
        self._group = QButtonGroup(self)
        self._buttons: dict[Choice, ThemeButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 14)
        row.setSpacing(24)
        for choice, name in _NAMES.items():
            button = ThemeButton(look, choice, name)
            button.clicked.connect(lambda _=False, c=choice: self.chosen.emit(c))
            self._group.addButton(button)
            self._buttons[choice] = button
            row.addWidget(button)
        row.addStretch(1)

    def choose(self, choice: Choice) -> None:
        """Mark one, without a signal."""
        self._buttons[choice].setChecked(True)


class ThemeButton(QRadioButton):
    """One picture with its radio button below."""

    def __init__(self, look: Look, choice: Choice, name: str) -> None:
        super().__init__(name)
        self._look = look
        self._choice = choice
        self.setAccessibleName(f"{name} theme")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._look.font("body")).horizontalAdvance(self.text())
        width = max(_WIDTH, round(words) + 30)
        return QSize(width + 8, _HEIGHT + 8 + 8 + self._look.line("body"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        box = QRectF(4, 4, _WIDTH, _HEIGHT)
        first = DARK if self._choice is Choice.DARK else LIGHT
        self._paint_window(painter, box, first, None)
        if self._choice is Choice.SYSTEM:
            self._paint_window(painter, box, DARK, box.adjusted(_WIDTH / 2, 0, 0, 0))
        draw.rounded(painter, box, 10, None, theme.color("control"))
        if self.isChecked():
            draw.rounded(painter, box.adjusted(-4, -4, 4, 4), 14, None, theme.color("primary"), 2)
        self._paint_radio(painter, box.bottom() + 8)
        painter.end()

    def _paint_window(
        self, painter: QPainter, box: QRectF, theme: Theme, part: QRectF | None
    ) -> None:
        painter.save()
        shape = QPainterPath()
        shape.addRoundedRect(box, 10, 10)
        painter.setClipPath(shape)
        if part is not None:
            painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
        painter.fillRect(box, theme.color("bg"))
        left = box.left() + 14 if part is None else box.right() - 54
        draw.rounded(painter, QRectF(left, box.top() + 16, 46, 8), 4, theme.color("ink"))
        bar = QRectF(left, box.bottom() - 30, 40, 16)
        draw.rounded(painter, bar, 5, theme.color("primary"))
        painter.restore()

    def _paint_radio(self, painter: QPainter, top: float) -> None:
        theme = self._look.theme
        line = self._look.line("body")
        on = self.isChecked()
        circle = QRectF(4.75, top + (line - 20) / 2 + 0.75, 18.5, 18.5)
        painter.setPen(QPen(theme.color("primary" if on else "control"), 1.5))
        painter.setBrush(theme.color("primary" if on else "surface"))
        painter.drawEllipse(circle)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("on-primary"))
            painter.drawEllipse(circle.center(), 4, 4)
        painter.setFont(self._look.font("body"))
        painter.setPen(theme.color("ink"))
        words = QRectF(32, top, self.width() - 32, line)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
