"""A notice inside a page, with up to two actions."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.label import Label

KINDS = {
    "plain": ("surface", "line", "muted"),
    "ok": ("primary-soft", "primary-soft", "primary"),
    "care": ("accent-soft", "accent-line", "accent-ink"),
}
"""Fill, border and icon tokens by kind."""
_RADIUS, _ICON = 12, 20


class Banner(QFrame):
    """An icon, a sentence, and the buttons given to ``add_action``."""

    def __init__(
        self,
        look: Look,
        text: str,
        kind: str = "plain",
        *,
        icon: str = "info",
        detail: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``kind`` one of ``KINDS``; ``icon`` an icon's name; ``detail`` a second, smaller line."""
        super().__init__(parent)
        self._look = look
        self._kind = kind
        self._icon_name = icon
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 12, 16, 12)
        self._row.setSpacing(12)
        self._picture = QLabel(self)
        self.label = Label(look, text, "body-strong" if detail else "body", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.label)
        self._detail = Label(look, detail, "small", wrap=True) if detail else None
        if self._detail is not None:
            words.addWidget(self._detail)
        told = QHBoxLayout()
        told.setSpacing(12)
        told.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        told.addLayout(words, 1)
        # Beside higher buttons the icon stays at its line.
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addLayout(told)
        middle.addStretch(1)
        self._row.addLayout(middle, 1)
        self.setAccessibleName(f"{text} {detail}".strip())
        look.changed.connect(self._refresh)
        self._refresh()

    def say(self, text: str) -> None:
        """Another sentence."""
        self.label.say(text)
        self.setAccessibleName(text)

    def say_detail(self, text: str) -> None:
        """Another second line, where there was one from the start."""
        if self._detail is not None:
            self._detail.say(text)

    def add_action(self, button: QPushButton) -> None:
        """Put a button at the end."""
        # The banner may be gone with the click, and the focus would be with it.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill, border, _ = KINDS[self._kind]
        theme = self._look.theme
        painter = draw.smooth(self)
        box = QRectF(self.rect())
        draw.rounded(painter, box, _RADIUS, theme.color(fill), theme.color(border))
        painter.end()

    def _refresh(self) -> None:
        token = KINDS[self._kind][2]
        side = self._look.px(_ICON)
        dpr = self.devicePixelRatioF()
        self._picture.setPixmap(self._look.pixmap(self._icon_name, token, side, dpr))
        self.update()
