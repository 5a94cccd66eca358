"""The sentence that compares the pain before with the pain now."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from supple.core.summary import is_better, verdict
from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.label import Label

_UNSEEN = "\N{NO-BREAK SPACE}"
"""Keeps the room of a line: a label without text is a little lower or higher than one with."""


class Verdict(QFrame):
    """Teal with a tick when it is less, plain when not; hidden where nothing can be compared."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._scale = 1.0
        self._better = False
        self._picture = QLabel(self)
        self.label = Label(look, _UNSEEN, "note", wrap=True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture)
        self._row.addWidget(self.label, 1)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._refresh)
        self.hide()

    def show_change(
        self, before: int | None, now: int | None, *, gets_gentler: bool = False
    ) -> None:
        """Compare; None is not known. See ``core.summary.verdict``."""
        text = verdict(before, now, gets_gentler=gets_gentler)
        self._better = is_better(before, now)
        self.label.say(text or _UNSEEN)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self._refresh()

    def set_scale(self, scale: float) -> None:
        """1 is 20 pixels of text."""
        self._scale = scale
        self._row.setContentsMargins(
            round(18 * scale), round(14 * scale), round(18 * scale), round(14 * scale)
        )
        self._row.setSpacing(round(14 * scale))
        self.label.set_scale(scale)
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        box = QRectF(self.rect())
        if self._better:
            draw.rounded(painter, box, 12, theme.color("primary-soft"))
        else:
            draw.rounded(painter, box, 12, theme.color("surface"), theme.color("line"))
        painter.end()

    def _refresh(self) -> None:
        side = round(24 * self._scale)
        if self._better:
            picture = self._look.pixmap("check", "primary", side, self.devicePixelRatioF())
            self._picture.setPixmap(picture)
        self._picture.setVisible(self._better)
        self.update()
