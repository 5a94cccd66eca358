"""What closing the window means, asked once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.ui.dialog import Overlay
from supple.ui.look import Look

TRAY, QUIT = "tray", "quit"
"""What can be chosen, as the setting ``close_to_tray`` has it."""


class LeaveDialog(Overlay):
    """Asks whether reminders go on; Esc leaves the window open."""

    chosen = Signal(str)
    """``TRAY`` or ``QUIT``."""

    def __init__(self, look: Look, parent: QWidget, no_tray: str = "") -> None:
        """``no_tray``: why the icon cannot be seen; "" where it can."""
        super().__init__(look, parent, "Keep reminding you of breaks?")
        if no_tray:
            self.say(f"{no_tray}. Minimised, Supple goes on reminding you; closed, it does not.")
        else:
            self.say(
                "With its window closed, Supple stays in the tray and goes on reminding you. "
                "Its icon there opens the window again."
            )
        self.say("You can change this in Settings, under Breaks.")
        keep = "Minimise it" if no_tray else "Keep it in the tray"
        self.keep = self.add_button(keep, "primary", accepts=True)
        self.quit = self.add_button("Quit Supple", "secondary", accepts=False)
        self.keep.clicked.connect(lambda: self.chosen.emit(TRAY))
        # Esc dismisses as well, and is no choice.
        self.quit.clicked.connect(lambda: self.chosen.emit(QUIT))
