"""What stands in the place of every offer while a professional is to be asked first."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.button import Button


class AdviceCard(QFrame):
    """A title, what to do, and a way to answer the questions again."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._icon = QLabel()
        self._title = Text(look, "", "heading", wrap=True)
        self._text = Text(look, "", wrap=True)
        self.button = Button(look, "Answer the questions again", "secondary")
        self.button.clicked.connect(self.asked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addSpacing(6)
        words.addWidget(self._text)
        words.addSpacing(20)
        words.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.setSpacing(16)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        look.changed.connect(self._refresh)
        self._refresh()

    def show_advice(self, title: str, text: str) -> None:
        """Show what is to be done before any session."""
        self._title.say(title)
        self._text.say(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.button.setAccessibleDescription(f"{title} {text}")

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._look.theme.color
        painter = draw.smooth(self)
        box = QRectF(self.rect())
        draw.rounded(painter, box, 14, color("accent-soft"), color("accent-line"))
        painter.end()

    def _refresh(self) -> None:
        side = self._look.px(26)
        dpr = self.devicePixelRatioF()
        self._icon.setPixmap(self._look.pixmap("stethoscope", "accent-ink", side, dpr))
        self.update()
