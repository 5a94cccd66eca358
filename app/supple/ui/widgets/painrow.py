"""How much it hurt, 0 to 10, as a field of a form: it can be left without an answer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.button import Button

WORST = 10
UNRATED = "Not rated"
_WIDTH, _HEIGHT, _GAP = 33, 42, 6


class PainRow(QWidget):
    """A label, "Not rated", and eleven boxes. Digits choose, X is ten, Backspace takes it away."""

    changed = Signal()

    def __init__(self, look: Look, label: str) -> None:
        super().__init__()
        self._look = look
        self._value: int | None = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._none = Button(look, UNRATED, "quiet", "tiny")
        self._none.setAccessibleName(f"{label}: not rated")
        self._none.clicked.connect(lambda: self._take(None))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Text(look, label, "small-strong", "muted"))
        head.addStretch(1)
        head.addWidget(self._none)
        row = QHBoxLayout()
        row.setSpacing(look.px(_GAP))
        for number in range(WORST + 1):
            box = _Box(look, number, f"{label}: {number}", self)
            self._group.addButton(box, number)
            row.addWidget(box, 1)
        self._group.idClicked.connect(self._on_click)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(row)
        self.setAccessibleName(label)
        self.choose(None)

    @property
    def value(self) -> int | None:
        """0 to 10, or None for not rated."""
        return self._value

    def choose(self, value: int | None) -> None:
        """Set the answer without a signal."""
        self._value = value
        for number in range(WORST + 1):
            box = self._group.button(number)
            box.setChecked(number == value)
            # One stop for Tab in the whole row.
            stop = number == (value if value is not None else 0)
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
        self._none.set_kind("soft" if value is None else "quiet")
        self.setAccessibleDescription(UNRATED if value is None else str(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        focus = self.focusWidget()
        at = self._group.id(focus) if isinstance(focus, QAbstractButton) else -1
        if text.isdigit() and text.isascii():
            self._move_to(int(text))
        elif key == Qt.Key.Key_X:
            self._move_to(WORST)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._take(None)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and at >= 0:
            step = 1 if key == Qt.Key.Key_Right else -1
            # Without an answer the first key chooses where the ring stands.
            self._move_to(at if self._value is None else max(0, min(WORST, at + step)))
        else:
            super().keyPressEvent(event)

    def _on_click(self, number: int) -> None:
        """A second click on the same number takes it away again."""
        self._take(None if number == self._value else number)

    def _move_to(self, number: int) -> None:
        self._take(number)
        self._group.button(number).setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, value: int | None) -> None:
        self.choose(value)
        self.changed.emit()


class _Box(QAbstractButton):
    def __init__(self, look: Look, number: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(str(number))
        self.setCheckable(True)
        # One of several, for screen readers as well.
        self.setAutoExclusive(True)
        self.setAccessibleName({0: f"{name}, no pain", WORST: f"{name}, worst"}.get(number, name))
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_WIDTH), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(24), self._look.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # the row moves, and Enter saves the form

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        box = QRectF(self.rect())
        if self.isChecked():
            draw.rounded(painter, box, 11, theme.color("primary"))
        else:
            fill = theme.color("sunken" if self.underMouse() else "surface")
            draw.rounded(painter, box, 11, fill, theme.color("control"))
        painter.setFont(self._look.font("subhead", numbers=True))
        painter.setPen(theme.color("on-primary" if self.isChecked() else "ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
