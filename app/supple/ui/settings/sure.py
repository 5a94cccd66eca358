"""Asks twice before the history is deleted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from supple.ui.dialog import Overlay
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.button import Button

BACKUP = "One last backup is made first. It brings everything back: Backups, Restore a backup."
LEAVES = "Sharing with other computers is switched off, so that theirs stay as they are."
KEEP = "Keep my history"


class DeleteDialog(Overlay):
    """What goes, what stays, and two deliberate presses in two places; Esc keeps everything."""

    def __init__(
        self, look: Look, parent: QWidget, deletes: Sequence[str], *, shares: bool
    ) -> None:
        """``deletes`` are sentences on what there is; ``shares``: with other computers."""
        super().__init__(look, parent, "Delete all history?")
        for line in deletes:
            self.content.addWidget(Text(look, line, wrap=True))
        self.say(BACKUP)
        if shares:
            self.say(LEAVES)
        self._last = Text(look, "This is the last question.", "body-strong", "accent-ink")
        self._last.hide()
        self.content.addWidget(self._last)
        self._keep = self.add_button(KEEP, "secondary", accepts=False, key="Esc")
        self._on = Button(look, "Delete...", "care")
        self._on.clicked.connect(self._ask_again)
        self.buttons.addWidget(self._on)
        self._sure = Button(look, "Delete all history", "danger")
        self._sure.clicked.connect(self.accept)
        self._sure.hide()

    def open(self, below: QWidget) -> None:
        super().open(below)
        # Behind the stretch: a double click on the first button does not reach the second.
        self.buttons.addWidget(self._sure)

    def _ask_again(self) -> None:
        self._keep.setFocus(Qt.FocusReason.TabFocusReason)
        self._on.hide()
        self._last.show()
        self._sure.show()
