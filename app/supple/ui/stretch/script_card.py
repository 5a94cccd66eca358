"""What a session will say, to be read, and heard."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from supple.core import labels
from supple.core.stretch_script import Part, Script
from supple.ui.look import Look
from supple.ui.page import Scroller, clear
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card

EMPTY = "Choose a hold, movements, or both, and the words of the session stand here."
_LEAST = 150


class ScriptCard(Card):
    """Length, lines, and a button to hear them."""

    hear_asked = Signal()
    hush_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, 16)
        self._script: Script | None = None
        self._total = Text(look, "", "small", "muted", numbers=True)
        self.hear = Button(look, "Hear it", "soft", "small", icon="volume-2")
        self.hear.clicked.connect(self._on_hear)
        self._is_heard = False
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(look, "What is said", "subhead"))
        words.addWidget(self._total)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.hear)
        self.body.addLayout(head)
        self._said = Text(look, "", "small", "muted", wrap=True)
        self._said.hide()
        self.body.addWidget(self._said)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.scroller = Scroller(look, bottom=0)
        self.scroller.set_right(12)
        self.scroller.set_body(self._rows)
        self.scroller.setMinimumHeight(look.px(_LEAST))
        self.scroller.setAccessibleName("What is said")
        self.body.addWidget(self.scroller, 1)
        self.setAccessibleName("What is said")

    def show_script(self, script: Script) -> None:
        """Show ``script``; nothing happens when it is the one shown."""
        if script == self._script:
            return
        self._script = script
        length = labels.clock(script.total_s)
        self._total.say(f"{length} in all" if script.parts else "")
        bar = self.scroller.verticalScrollBar()
        place = bar.value()
        clear(self._rows)
        if not script.parts:
            self._rows.addWidget(Text(self._look, EMPTY, "small", "muted", wrap=True))
        for part in script.parts:
            self._add(part)
        self._rows.addStretch(1)
        bar.setValue(place)

    def show_hearing(self, is_heard: bool, text: str = "") -> None:
        """Whether it is being said now; ``text`` is why it is not, "" for nothing to tell."""
        self._is_heard = is_heard
        self.hear.setText("Stop" if is_heard else "Hear it")
        self.hear.set_icon("square" if is_heard else "volume-2")
        self._said.say(text)
        self._said.setVisible(bool(text))

    def _on_hear(self) -> None:
        (self.hush_asked if self._is_heard else self.hear_asked).emit()

    def _add(self, part: Part) -> None:
        self._rows.addWidget(Text(self._look, part.head, "caption", "muted", numbers=True))
        for line in part.lines:
            self._rows.addWidget(Text(self._look, line, "small", wrap=True))
        self._rows.addSpacing(8)
