"""The middle of a page that has nothing to show: a resting figure, a sentence, what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.page import clear
from supple.ui.picture import Picture, Pictures
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card

RESTING = "wall-supine"
_PICTURE = (220, 130)
_WORDS = 400


class EmptyCard(Card):
    """Figure, title, sentence and up to two buttons, in the middle of a card."""

    def __init__(self, look: Look, pictures: Pictures, figure: str = RESTING) -> None:
        super().__init__(look, 32)
        picture = Picture(pictures, padding=0, bare=True)
        picture.setFixedSize(*_PICTURE)
        picture.show_figure(figure)
        self._title = Text(look, "", "heading", wrap=True)
        self._words = Text(look, "", token="muted", wrap=True)
        for text in (self._title, self._words):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self._note = Text(look, "", "small", "muted", elide=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.body.setSpacing(4)
        self.body.addStretch(1)
        self.body.addWidget(picture, 0, middle)
        self.body.addSpacing(12)
        self.body.addWidget(self._title, 0, middle)
        self.body.addWidget(self._words, 0, middle)
        self.body.addWidget(self._note)
        self.body.addSpacing(12)
        self.body.addLayout(self._buttons)
        self.body.addStretch(1)
        look.changed.connect(self._fit)

    def say(self, title: str, words: str, buttons: list[Button], note: str = "") -> None:
        """What is missing, what to do, and the buttons that do it."""
        self._note.say(note)
        self._note.setVisible(bool(note))
        self._title.say(title)
        self._words.say(words)
        self.setAccessibleName(f"{title}. {words}")
        self._fit()
        clear(self._buttons)
        self._buttons.addStretch(1)
        for button in buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    def _fit(self) -> None:
        """Hold the words to a column; a layout would give them one line for its own width."""
        width = self._look.px(_WORDS)
        for text in (self._title, self._words):
            text.setFixedSize(width, text.heightForWidth(width))

    def first_button(self) -> QWidget | None:
        """The main one."""
        item = self._buttons.itemAt(1)
        return item.widget() if item is not None else None
