"""Shows what a file would add before anything is added."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from supple.core.data_view import Incoming
from supple.ui.dialog import Overlay
from supple.ui.look import Look
from supple.ui.settings.lines import Lines

SAFE = "Nothing you have is changed."


class ImportDialog(Overlay):
    """Headline and lines, and a button to add; only one to close where nothing is new."""

    def __init__(self, look: Look, parent: QWidget, incoming: Incoming) -> None:
        super().__init__(look, parent, incoming.headline)
        lines = Lines(look, most=parent.height() // 2)
        lines.show_lines(incoming.lines)
        self.content.addWidget(lines)
        self.say(SAFE)
        if incoming.adds:
            self.add_button("Add", "primary", accepts=True)
            self.add_button("Cancel", "secondary", accepts=False, key="Esc")
        else:
            self.add_button("Close", "secondary", accepts=False, key="Esc")
