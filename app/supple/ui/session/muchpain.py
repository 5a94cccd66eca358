"""Strong pain before a session: rest, or start with care."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from supple.core import before
from supple.ui.look import Look
from supple.ui.session.bar import BottomBar
from supple.ui.session.choice import Choice, ChoicesPanel
from supple.ui.session.help import HelpCard
from supple.ui.widgets.label import Label


class MuchPainPanel(ChoicesPanel):
    """Two choices beside the warning signs."""

    gently_asked = Signal()
    not_now_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Label(look, before.MUCH_TITLE, "headline", wrap=True)
        self.text = Label(look, before.MUCH_TEXT, "counter", "muted", wrap=True)
        self.not_now = Choice(look, 1, "Not now", "Rest is fine. Your streak counts weeks")
        self.gently = Choice(look, 2, "Start anyway, gently", "")
        self.help = HelpCard(look)
        self.not_now.clicked.connect(self.not_now_asked)
        self.gently.clicked.connect(self.gently_asked)
        self._lay_out((self.head, self.text), (self.not_now, self.gently), self.help)

    @property
    def answers(self) -> tuple[QAbstractButton, ...]:
        """What can be answered, in the order of the numbers."""
        return (self.not_now, self.gently)

    def set_gently(self, detail: str) -> None:
        """What it means to start gently."""
        self.gently.set_detail(detail)


class QuietBar(BottomBar):
    """A bar with one quiet sentence."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.note = Label(look, text, "session-body", "muted")
        self.row.addWidget(self.note)
        self.row.addStretch(1)

    def set_scale(self, scale: float, *, words: bool, text: float | None = None) -> None:
        super().set_scale(scale, words=words, text=text)
        self.note.set_scale(max(0.8, scale))
