"""Asks what is to become of a stretch whose file was changed by somebody else meanwhile."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from supple.ui.dialog import Overlay
from supple.ui.look import Look


class ClashDialog(Overlay):
    """Keep both, or go on writing."""

    def __init__(self, look: Look, parent: QWidget, name: str, why: str) -> None:
        super().__init__(look, parent, f"“{name}” was changed meanwhile")
        self.say(why)
        self.say("Keep both saves yours beside it, under a name of its own.")
        self.add_button("Keep both", "primary", accepts=True)
        self.add_button("Back", "secondary", accepts=False, key="Esc")
