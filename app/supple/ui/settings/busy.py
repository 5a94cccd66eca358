"""Says that something is being done."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.settings.rows import RING
from supple.ui.widgets.announce import announce
from supple.ui.widgets.banner import Banner

_ABOVE, _BELOW = 8, 16


class Busy(QWidget):
    """A line that is seen from ``begin`` to ``end`` and keeps the focus of what waits."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._back: QWidget | None = None
        self._banner = Banner(look, "", icon="clock")
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, _ABOVE, 0, _BELOW)
        column.addWidget(self._banner)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("plainFocus", True)
        self.hide()

    def begin(self, text: str, controls: Collection[QWidget]) -> None:
        """Show ``text``. Call it before the ``controls`` are disabled."""
        now = self.window().focusWidget()
        self._banner.say(text)
        self.setAccessibleName(text)
        self.show()
        if now is not None and now in controls:
            # Else the focus would jump to whatever comes next; here a screen reader reads on.
            self._back = now
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, text)

    def end(self) -> None:
        """Go, and give the focus back. Call it after the controls are enabled again."""
        back, self._back = self._back, None
        if back is not None and self.window().focusWidget() is self:
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
