"""Text in one of the look's roles."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from supple.ui.look import Look


class Label(QLabel):
    """Plain text that follows theme and text size."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: str = "body",
        token: str = "ink",
        *,
        wrap: bool = False,
        numbers: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``role`` from ``fonts.ROLES``, ``token`` from the theme."""
        super().__init__(parent)
        self._look = look
        self._role = role
        self._token = token
        self._scale = 1.0
        self._numbers = numbers
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        look.changed.connect(self._refresh)
        self._refresh()

    def set_token(self, token: str) -> None:
        """Another colour."""
        if token != self._token:
            self._token = token
            self._refresh()

    def set_role(self, role: str) -> None:
        """Another size and weight."""
        if role != self._role:
            self._role = role
            self._refresh()

    def set_scale(self, scale: float) -> None:
        """Another scale of a session role."""
        if scale != self._scale:
            self._scale = scale
            self._refresh()

    def say(self, text: str) -> None:
        """Change the text, and nothing at all when it is the same."""
        if text != self.text():
            self.setText(text)

    def _refresh(self) -> None:
        self.setFont(self._look.font(self._role, self._scale, numbers=self._numbers))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.theme.color(self._token))
        self.setPalette(palette)
