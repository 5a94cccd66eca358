"""A number with a button to either side."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QFrame, QHBoxLayout, QSpinBox, QToolButton, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw


class Stepper(QFrame):
    """A whole number between two limits; ``changed`` carries the new one."""

    changed = Signal(int)

    def __init__(
        self,
        look: Look,
        value: int,
        low: int,
        high: int,
        *,
        step: int = 1,
        suffix: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``suffix`` follows the number (`` s``); ``name`` is what a screen reader says."""
        super().__init__(parent)
        self._look = look
        self.field = _Field(self)
        self.field.setRange(low, high)
        self.field.setSingleStep(step)
        self.field.setSuffix(suffix)
        self.field.setValue(value)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        less = self._less = _Sign(look, "\N{MINUS SIGN}", self)
        more = self._more = _Sign(look, "+", self)
        self.set_name(name)
        row.addWidget(less)
        row.addWidget(self.field, 1)
        row.addWidget(more)
        less.clicked.connect(self.field.stepDown)
        more.clicked.connect(self.field.stepUp)
        self.field.valueChanged.connect(self.changed)
        self.setFocusProxy(self.field)
        look.changed.connect(self._refresh)
        self._refresh()

    def set_name(self, name: str) -> None:
        """Another name for the screen reader."""
        self.field.setAccessibleName(name)
        self._less.setAccessibleName(f"Less {name}".strip())
        self._more.setAccessibleName(f"More {name}".strip())

    def value(self) -> int:
        """The number now."""
        return self.field.value()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        box = QRectF(self.rect())
        draw.rounded(painter, box, 8, theme.color("surface"), theme.color("control"))
        side = self._look.px(26)
        for x in (side, self.width() - side - 1):
            painter.fillRect(QRectF(x, 1, 1, self.height() - 2), theme.color("line"))
        painter.end()

    def _refresh(self) -> None:
        self.setFixedHeight(self._look.px(34))
        self.field.setFont(self._look.font("small", numbers=True))
        widest = f"{self.field.maximum()}{self.field.suffix()}"
        text = self.field.fontMetrics().horizontalAdvance(widest)
        self.field.setMinimumWidth(text + self._look.px(24))


class _Field(QSpinBox):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a page must not change what the pointer happens to pass over.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _Sign(QToolButton):
    def __init__(self, look: Look, sign: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(sign)
        self.setAutoRepeat(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        look.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.setFixedWidth(self._look.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        painter.setFont(self._look.font("body"))
        painter.setPen(theme.color("ink" if self.underMouse() else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
