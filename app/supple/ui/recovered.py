"""The notice that a damaged history was brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from supple.ui.dialog import Overlay
from supple.ui.lines import Lines
from supple.ui.widgets.button import Button

if TYPE_CHECKING:
    from supple.ui.look import Look
    from supple.ui.pages import Pages

KEY = "recovered"
_WIDTH = 560


def show_recovered(pages: Pages, look: Look, text: str, detail: str, more: str) -> None:
    """A banner above the pages. ``more``, when there is any, opens in a dialog."""

    def details() -> None:
        dialog = DetailsDialog(look, pages.window(), text, more)
        dialog.copy.clicked.connect(lambda: pages.copy_asked.emit(more))
        pages.overlay_asked.emit(dialog)

    actions = []
    if more:
        button = Button(look, "Details", "ghost", "small")
        button.clicked.connect(details)
        actions.append(button)
    pages.notices.add(
        KEY, text, "ok", "database-backup", detail, actions, pages.recovered_seen.emit
    )


class DetailsDialog(Overlay):
    """All there is to know: which file, which backup, what is missing."""

    def __init__(self, look: Look, parent: QWidget, title: str, more: str) -> None:
        super().__init__(look, parent, title, _WIDTH)
        self._lines = Lines(look, most=parent.height() // 2)
        self._lines.show_lines(more.splitlines())
        self.content.addWidget(self._lines)
        self.add_button("Close", "secondary", accepts=False, key="Esc")
        self.copy = Button(look, "Copy", "ghost", icon="copy")
        self.buttons.addWidget(self.copy)

    def refit(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self._lines.set_most(parent.height() // 2)
