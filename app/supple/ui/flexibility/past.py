"""Every check that was done, so that a wrong one can be taken out."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.core.check_view import PastCheck
from supple.ui.look import Look
from supple.ui.page import Scroller, clear
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card
from supple.ui.widgets.chip import Chip

_NONE = "No checks yet. What you measure is listed here."


class PastStep(QWidget):
    """Rows, the newest first, each with a way to delete it."""

    delete_asked = Signal(str)
    """Id of a check."""
    back_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[PastCheck, ...] | None = None
        self.buttons: list[Button] = []
        self.back = Button(look, "Back", icon="arrow-left")
        self.back.clicked.connect(self.back_asked)
        card = Card(look, 20)
        card.body.setContentsMargins(20, 14, 20, 8)
        card.body.addWidget(Text(look, "All checks", "subhead"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        card.body.addLayout(self._rows)
        body = QVBoxLayout()
        body.setSpacing(16)
        body.addWidget(card)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        body.addLayout(row)
        body.addStretch(1)
        self.scroller = Scroller(look)
        self.scroller.set_body(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.scroller)

    def show_past(self, past: tuple[PastCheck, ...]) -> None:
        """Show these; the focus stays near the row that went."""
        if past == self._shown:
            return
        at = next((n for n, b in enumerate(self.buttons) if b.hasFocus()), None)
        self._shown = past
        clear(self._rows)
        self.buttons = []
        for n, check in enumerate(past):
            row = _Row(self._look, check, ruled=n > 0)
            row.delete.clicked.connect(lambda _=False, id_=check.id: self.delete_asked.emit(id_))
            self.buttons.append(row.delete)
            self._rows.addWidget(row)
        if not past:
            self._rows.addWidget(Text(self._look, _NONE, token="muted", wrap=True))
        if at is not None:
            near = self.buttons[min(at, len(self.buttons) - 1)] if self.buttons else self.back
            near.setFocus(Qt.FocusReason.OtherFocusReason)

    def main_widget(self) -> QWidget:
        """What has the focus at first."""
        return self.back


class _Row(QWidget):
    def __init__(self, look: Look, check: PastCheck, *, ruled: bool) -> None:
        super().__init__()
        self._look, self._ruled = look, ruled
        self.setAccessibleName(check.spoken)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(look, check.name, "body-strong", elide=True))
        words.addWidget(Text(look, f"{check.when}, {check.time}", "small", "muted", elide=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for text, kind in ((check.left, "left"), (check.right, "right"), (check.feel, "plain")):
            if text:
                row.addWidget(Chip(look, text, kind))
        self.delete = Button(look, "", "quiet", icon="trash-2", hint="Delete this check")
        self.delete.setAccessibleName(f"Delete {check.spoken}")
        row.addSpacing(8)
        row.addWidget(self.delete)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ruled:
            painter = QPainter(self)
            draw.flat(painter, QRect(0, 0, self.width(), 1), self._look.theme.color("line"))
            painter.end()
