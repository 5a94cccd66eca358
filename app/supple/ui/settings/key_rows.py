"""Every act of a session beside its key, in two columns or one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.settings.key_button import KeyButton
from supple.ui.settings.rows import RING
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.button import Button

_LEAST, _APART, _GAP = 48, 40, 6
_WIDE = 540
"""Pixels of width, at text size 1, from which there are two columns."""


class KeyRow(QWidget):
    """What a key does, which other one does it too, and its cap."""

    def __init__(self, look: Look, does: str, *, two: bool = True) -> None:
        """``two``: there may be two keys at some time."""
        super().__init__()
        self._two = two
        self._look = look
        self.button = KeyButton(look, does)
        self._name = Text(look, does, wrap=True)
        self._also = Text(look, "", "small", "muted", wrap=True)
        self._also.hide()
        self._has_also = False
        self._above, self._below = QSpacerItem(0, 0), QSpacerItem(0, 0)
        self._words = words = QVBoxLayout()
        words.setSpacing(0)
        words.addSpacerItem(self._above)
        words.addWidget(self._name)
        words.addWidget(self._also)
        words.addSpacerItem(self._below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, RING, 8)
        row.setSpacing(12)
        row.addLayout(words, 1)
        self._caps = QGridLayout()
        self._caps.addWidget(self.button, 0, 0, Qt.AlignmentFlag.AlignRight)
        row.addLayout(self._caps)
        look.changed.connect(self._keep_size)
        self._keep_size()

    def show_key(self, cap: str, spoken: str, also: str) -> None:
        """``also`` is the cap of a usual key that works as well; "" for none."""
        self.button.show_key(cap, spoken)
        self._also.say(f"{also} works, too" if also else "")
        self._has_also = bool(also)
        # Before it is seen: showing it lays the row out at once.
        self._keep_size()
        self._also.setVisible(self._has_also)
        told = "Press it, then the new key"
        self.button.setAccessibleDescription(f"{also} works, too. {told}" if also else told)

    def _keep_size(self) -> None:
        """No row is to grow by what is taught: those below would go from under the pointer.

        There is always room for a second line, and beside the name for a cap that waits.
        """
        empty = self._two and not self._has_also
        spare = round(self._also.line_height()) if empty else 0
        self._above.changeSize(0, spare // 2)
        self._below.changeSize(0, spare - spare // 2)
        self._caps.setColumnMinimumWidth(0, self.button.waiting_width())
        # The layout does not know yet that its spacers are others.
        self._words.invalidate()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), max(least.height(), self._look.px(_LEAST)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = draw.smooth(self)
        line = QRectF(0, self.height() - 1, self.width() - RING, 1)
        painter.fillRect(line, self._look.theme.color("line"))
        painter.end()


class KeyStrip(QFrame):
    """What may be pressed now, or why a key was not taken, under the row it belongs to."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._refused = False
        self.text = Text(look, "", "small-medium", wrap=True)
        self.usual = Button(look, "", "ghost", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, _GAP + 6, 8 + RING, 6)
        row.setSpacing(12)
        row.addWidget(self.text, 1)
        row.addWidget(self.usual)
        look.changed.connect(self.update)

    def say(self, text: str, *, refused: bool = False) -> None:
        """``refused``: it is told why a key was not taken."""
        self._refused = refused
        self.text.say(text)
        self.text.set_token("accent-ink" if refused else "primary-ink")
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        fill, edge = ("accent-soft", "accent-line") if self._refused else ("primary-soft",) * 2
        box = QRectF(self.rect()).adjusted(0, _GAP, -RING, 0)
        draw.rounded(painter, box, 8, theme.color(fill), theme.color(edge))
        painter.end()


class KeyGrid(QWidget):
    """The rows, and the strip under one of them while its key waits."""

    def __init__(self, look: Look, rows: Sequence[KeyRow], strip: KeyStrip) -> None:
        super().__init__()
        self._look = look
        self._rows = tuple(rows)
        self._strip = strip
        self._under: KeyRow | None = None
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self._grid.setHorizontalSpacing(_APART - RING)
        strip.hide()
        look.changed.connect(self._on_look)
        self._place(2)

    @property
    def columns(self) -> int:
        """1 or 2."""
        return self._columns

    def open_under(self, row: KeyRow | None) -> None:
        """Put the strip under ``row``; None hides it."""
        self._under = row
        self._strip.setVisible(row is not None)
        if row is not None:
            self._put_strip()
            QWidget.setTabOrder(row.button, self._strip.usual)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_look()

    def _on_look(self) -> None:
        self._place(2 if self.width() >= self._look.px(_WIDE) else 1)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, row in enumerate(self._rows):
            # Every second line of the grid is for the strip.
            self._grid.addWidget(row, number // columns * 2, number % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))
        self._put_strip()

    def _put_strip(self) -> None:
        at = self._rows.index(self._under) if self._under in self._rows else 0
        line = at // self._columns * 2 + 1
        self._grid.addWidget(self._strip, line, 0, 1, self._columns)
