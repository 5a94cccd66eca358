"""What the answers come to, in a box that stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from supple.core.safety import ADVICE_TEXTS, ADVICE_TITLES, Advice
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets import draw
from supple.ui.widgets.announce import announce

_CARE = ("accent-soft", "accent-line", "accent-ink")
_PLAIN = ("surface", "line", "muted")
_ICONS = {
    Advice.URGENT: "shield-alert",
    Advice.ASK_FIRST: "stethoscope",
    Advice.LEAVE_OUT: "info",
}


class AdviceBox(QFrame):
    """Title and text of an advice; hidden while everything is fine."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._advice = Advice.FINE
        self._icon = QLabel()
        self._title = Text(look, "", "body-strong", wrap=True)
        self._text = Text(look, "", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        look.changed.connect(self._refresh)
        self.hide()

    def show_advice(self, advice: Advice) -> None:
        """Show ``advice`` and have it read out when it is another than before."""
        if advice is self._advice:
            return
        self._advice = advice
        self.setVisible(advice is not Advice.FINE)
        if advice is Advice.FINE:
            return
        self._title.say(ADVICE_TITLES[advice])
        self._text.say(ADVICE_TEXTS[advice])
        self.setAccessibleName(ADVICE_TITLES[advice])
        self.setAccessibleDescription(ADVICE_TEXTS[advice])
        self._refresh()
        told = f"{ADVICE_TITLES[advice]} {ADVICE_TEXTS[advice]}"
        announce(self, told, urgent=advice is Advice.URGENT)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill, border, _ = self._tokens()
        color = self._look.theme.color
        painter = draw.smooth(self)
        draw.rounded(painter, QRectF(self.rect()), 12, color(fill), color(border))
        painter.end()

    def _tokens(self) -> tuple[str, str, str]:
        return _PLAIN if self._advice is Advice.LEAVE_OUT else _CARE

    def _refresh(self) -> None:
        if self._advice in _ICONS:
            side = self._look.px(22)
            icon, token = _ICONS[self._advice], self._tokens()[2]
            self._icon.setPixmap(self._look.pixmap(icon, token, side, self.devicePixelRatioF()))
        self.update()
