"""A number with a button to either side."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QFrame, QHBoxLayout, QSpinBox, QToolButton, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw


class _Shape(NamedTuple):
    high: int
    side: int
    """Width of a button, pixels."""
    radius: int
    role: str


_LOW = _Shape(34, 26, 8, "small")
_TALL = _Shape(40, 40, 10, "body")
_AIR, _LITTLE_AIR = 24, 6
"""Pixels free beside the widest number, both sides together."""


class Stepper(QFrame):
    """A whole number between two limits; ``changed`` carries the new one."""

    changed = Signal(int)
    pressed = Signal()
    """One of its buttons went down; they take no focus by themselves."""

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
        tall: bool = False,
        tenths: bool = False,
        tight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``suffix`` follows the number (`` s``); ``name`` is what a screen reader says.

        ``tall``: 40 pixels high, as the fields of a form are, and not 34. ``tenths``: all
        numbers are tenths of what is shown, 35 for 3.5. ``tight``: no wider than it has to be.
        """
        super().__init__(parent)
        self._look = look
        self._shape = _TALL if tall else _LOW
        self._air = _LITTLE_AIR if tight else _AIR
        self.field = _Tenths(self) if tenths else _Field(self)
        self.field.setRange(low, high)
        self.field.setSingleStep(step)
        self.field.setSuffix(suffix)
        self.field.setValue(value)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        less = self._less = _Sign(look, "\N{MINUS SIGN}", self._shape.side, self)
        more = self._more = _Sign(look, "+", self._shape.side, self)
        self.set_name(name)
        row.addWidget(less)
        row.addWidget(self.field, 1)
        row.addWidget(more)
        for sign in (less, more):
            sign.pressed.connect(self.pressed)
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

    def show_value(self, value: int) -> None:
        """Another number, of which nobody is told."""
        if value != self.field.value():
            self.field.blockSignals(True)
            self.field.setValue(value)
            self.field.blockSignals(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        box = QRectF(self.rect())
        radius = self._shape.radius
        focused = self.field.hasFocus()
        edge = theme.color("primary" if focused else "control" if self.isEnabled() else "line")
        draw.rounded(painter, box, radius, theme.color("surface"), edge, 2 if focused else 1)
        side = self._look.px(self._shape.side)
        for x in (side, self.width() - side - 1):
            painter.fillRect(QRectF(x, 2, 1, self.height() - 4), theme.color("line"))
        painter.end()

    def _refresh(self) -> None:
        self.setFixedHeight(self._look.px(self._shape.high))
        font = self._look.font(self._shape.role, numbers=True)
        self.field.setFont(font)
        # Once dressed, the line inside does not take a new size from around it.
        self.field.lineEdit().setFont(font)
        widest = f"{self.field.textFromValue(self.field.maximum())}{self.field.suffix()}"
        text = self.field.fontMetrics().horizontalAdvance(widest)
        self.field.setMinimumWidth(text + self._look.px(self._air))


class _Field(QSpinBox):
    def __init__(self, frame: QWidget) -> None:
        super().__init__(frame)
        self._frame = frame
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The frame about it shows the focus.
        self.setProperty("plainFocus", True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._frame.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_number()
        self.lineEdit().deselect()
        self._frame.update()

    def stepBy(self, steps: int) -> None:
        super().stepBy(steps)
        if not self.hasFocus():
            # Qt selects what was stepped to, and it would stay so.
            self.lineEdit().deselect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        typed = event.text()
        if typed.isprintable() and typed and not typed.isdigit() and self._is_blank():
            # A letter that is not taken must not leave nothing behind.
            self._show_number()
            self.selectAll()

    def _is_blank(self) -> bool:
        return not self.lineEdit().text().removesuffix(self.suffix()).strip()

    def _show_number(self) -> None:
        """The number there is, whatever was typed that is none."""
        shown = f"{self.prefix()}{self.textFromValue(self.value())}{self.suffix()}"
        if self.lineEdit().text() != shown:
            self.lineEdit().setText(shown)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a page must not change what the pointer happens to pass over, nor what was
        # changed last and has the focus still.
        event.ignore()


class _Tenths(_Field):
    """Counts tenths and shows whole ones: 35 is ``3.5``."""

    def textFromValue(self, value: int) -> str:
        return f"{value / 10:g}"

    def valueFromText(self, text: str) -> int:
        try:
            return round(float(self._bare(text)) * 10)
        except ValueError:
            return self.value()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        bare = self._bare(text)
        if re.fullmatch(r"\d{0,3}(\.\d?)?", bare) is None:
            return QValidator.State.Invalid, text, position
        try:
            fits = self.minimum() <= round(float(bare) * 10) <= self.maximum()
        except ValueError:
            fits = False
        state = QValidator.State.Acceptable if fits else QValidator.State.Intermediate
        return state, text, position

    def _bare(self, text: str) -> str:
        return text.removesuffix(self.suffix()).strip().replace(",", ".")


class _Sign(QToolButton):
    def __init__(self, look: Look, sign: str, side: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._side = side
        self.setText(sign)
        self.setAutoRepeat(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        look.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.setFixedWidth(self._look.px(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        painter.setFont(self._look.font("body"))
        able = "ink" if self.underMouse() else "muted"
        painter.setPen(theme.color(able if self.isEnabled() else "line"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
