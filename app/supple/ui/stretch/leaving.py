"""Asks what is to become of changes that are not saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.ui.dialog import Overlay
from supple.ui.look import Look
from supple.ui.widgets.button import Button


class LeaveDialog(Overlay):
    """Save, throw away, or stay."""

    save_asked = Signal()
    throw_away_asked = Signal()

    def __init__(self, look: Look, parent: QWidget, name: str) -> None:
        named = f"“{name}”" if name.strip() else "This stretch"
        super().__init__(look, parent, "Save your changes?")
        self.say(f"{named} has changes that are not saved.")
        self.add_button("Save", "primary", accepts=True)
        self.accepted.connect(self.save_asked)
        away = Button(look, "Throw away", "care")
        away.clicked.connect(self._throw_away)
        self.buttons.addWidget(away)
        self.add_button("Stay", "secondary", accepts=False, key="Esc")

    def _throw_away(self) -> None:
        self.dismiss()
        self.throw_away_asked.emit()
