"""An icon that says how things are."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from supple.ui.look import Look

_SIDE = 20


class Mark(QLabel):
    """A picture in the theme's colour, with words for those who do not see it."""

    def __init__(self, look: Look, icon: str, token: str, words: str) -> None:
        """``icon`` is an icon's name, ``token`` its colour."""
        super().__init__()
        self._look = look
        self._icon, self._token = icon, token
        self.setAccessibleName(words)
        look.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        side = self._look.px(_SIDE)
        dpr = self.devicePixelRatioF()
        self.setPixmap(self._look.pixmap(self._icon, self._token, side, dpr))
        self.setFixedSize(side, side)
