"""What becomes of changes that were not saved: asked once, as they would be left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.ui.dialog import Overlay
from supple.ui.look import Look
from supple.ui.widgets.button import Button

LATER = "Keep for later"
COMES_BACK = "What is there can be kept for later as it is."


class UnsavedDialog(Overlay):
    """Save, Discard or Keep editing."""

    save_asked = Signal()
    later_asked = Signal()
    """It cannot be saved yet, and is to be kept as it is."""
    discard_asked = Signal()

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        name: str = "",
        wrong: str = "",
        *,
        question: str = "",
        gone: str = "Without saving they are gone.",
        save: str = "Save",
        keep: str = "Keep editing",
    ) -> None:
        """``wrong``: why it cannot be saved yet; "" where it can.

        ``question``, ``gone``, ``save`` and ``keep``: other words, where no file is written yet.
        """
        title = f"Save your changes to “{name}”?" if name else "Save your changes?"
        super().__init__(look, parent, question or title)
        if wrong:
            self.say(f"Before it can be saved: {wrong[:1].lower()}{wrong[1:]} {COMES_BACK}")
        else:
            self.say(gone)
        first = self.later_asked if wrong else self.save_asked
        self.save = self._button(LATER if wrong else save, "primary", first.emit)
        self.discard = self._button("Discard", "regret", self.discard_asked.emit)
        self.keep = self.add_button(keep, "ghost", accepts=False)

    def first(self) -> QWidget | None:
        return self.save

    def _button(self, text: str, kind: str, then: object) -> Button:
        button = Button(self._look, text, kind)
        button.clicked.connect(self.accept)
        # After the window has taken the dialog away.
        button.clicked.connect(then)
        self.buttons.addWidget(button)
        return button
