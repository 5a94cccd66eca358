"""What is still to be mended, and the buttons that end the editing."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.button import Button


class Foot(QHBoxLayout):
    """Undo and redo, a sentence, Discard and Save."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setSpacing(8)
        self.undo = Button(look, kind="quiet", icon="undo", hint="Undo (Ctrl Z)")
        self.redo = Button(look, kind="quiet", icon="redo", hint="Redo (Ctrl Shift Z)")
        self.words = Text(look, "", "small", "muted", elide=True)
        self._key = Text(look, "Alt \N{UPWARDS ARROW} \N{DOWNWARDS ARROW}", "small-strong")
        self._moves = Text(look, "moves the chosen row.", "small", "muted", elide=True)
        self.discard = Button(look, "Discard", "ghost")
        self.save = Button(look, "Save", "primary", key="Ctrl S")
        for sign in (self.undo, self.redo):
            self.addWidget(sign)
        self.addSpacing(4)
        self.addWidget(self.words)
        self.addWidget(self._key)
        self.addWidget(self._moves)
        self.addStretch(1)
        self.addWidget(self.discard)
        self.addWidget(self.save)

    def show_state(self, *, changed: bool, wrong: str, rows: int, narrow: bool) -> None:
        """``wrong``: what has to be mended before it can be saved; "" for nothing."""
        told = wrong or ("Unsaved changes." if changed else "Saved.")
        self.words.say(told)
        self.words.setToolTip(told if wrong else "")
        self.words.set_token("accent-ink" if wrong and changed else "muted")
        tip = rows > 1 and not wrong and not narrow
        self._key.setVisible(tip)
        self._moves.setVisible(tip)
        self.discard.setEnabled(changed)
        self.save.setEnabled(changed and not wrong)
        self.save.setAccessibleDescription(wrong or "Key: Ctrl S")
