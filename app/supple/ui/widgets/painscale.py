"""How much it hurts, 0 to 10, as eleven boxes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.label import Label

WORST = 10
_WIDTH, _HEIGHT, _RADIUS, _GAP = 54, 70, 12, 8


class PainScale(QWidget):
    """Eleven number boxes of which one may be chosen; ``chosen`` carries 0 to 10."""

    chosen = Signal(int)
    ringed = Signal(bool)
    """Whether a number has the focus that is not the one chosen."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        """``name`` is the question, for screen readers."""
        super().__init__(parent)
        self._value: int | None = None
        self._ringed = False
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._ends = (
            Label(look, "0, no pain", "aside", "muted"),
            Label(look, "10, worst", "aside", "muted"),
        )
        ends = QHBoxLayout()
        ends.addWidget(self._ends[0])
        ends.addStretch(1)
        ends.addWidget(self._ends[1])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addLayout(ends)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for number in range(WORST + 1):
            box = _Box(look, number, self)
            self._group.addButton(box, number)
            self._row.addWidget(box)
            box.focus_moved.connect(self._tell_ring)
        self._group.idClicked.connect(self._on_click)
        self.set_scale(1.0)

    @property
    def value(self) -> int | None:
        """The number chosen, or None."""
        return self._value

    @property
    def boxes(self) -> tuple[QAbstractButton, ...]:
        """The numbers, from 0 on."""
        return tuple(self._group.buttons())

    def choose(self, value: int | None) -> None:
        """Set the number, or None for none, without a signal."""
        self._value = value
        self._group.setExclusive(False)
        for number in range(WORST + 1):
            self._group.button(number).setChecked(number == value)
        self._group.setExclusive(True)
        self._tell_ring()

    def set_scale(self, scale: float) -> None:
        """1 is boxes of 54 by 70 pixels."""
        self._row.setSpacing(round(_GAP * scale))
        self._column.setSpacing(round(_GAP * scale))
        for label in self._ends:
            label.set_scale(scale)
        for button in self._group.buttons():
            if isinstance(button, _Box):
                button.set_scale(scale)

    def _on_click(self, number: int) -> None:
        self._value = number
        self._tell_ring()
        self.chosen.emit(number)

    def _tell_ring(self) -> None:
        ringed = any(box.hasFocus() and not box.isChecked() for box in self.boxes)
        if ringed != self._ringed:
            self._ringed = ringed
            self.ringed.emit(ringed)


class _Box(QAbstractButton):
    focus_moved = Signal()

    def __init__(self, look: Look, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._scale = 1.0
        self.setText(str(number))
        self.setCheckable(True)
        # One of several, for screen readers as well.
        self.setAutoExclusive(True)
        self.setAccessibleName({0: "0, no pain", WORST: "10, worst"}.get(number, str(number)))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.setFixedHeight(round(_HEIGHT * scale))
        self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit()

    def sizeHint(self) -> QSize:
        return QSize(round(_WIDTH * self._scale), round(_HEIGHT * self._scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(34 * self._scale), round(_HEIGHT * self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        box, radius = QRectF(self.rect()), _RADIUS * self._scale
        if self.isChecked():
            draw.rounded(painter, box, radius, theme.color("primary"))
        else:
            fill = theme.color("sunken" if self.underMouse() else "surface")
            draw.rounded(painter, box, radius, fill, theme.color("control"))
        painter.setFont(self._look.font("counter-strong", self._scale))
        painter.setPen(theme.color("on-primary" if self.isChecked() else "ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
