"""Answers to a question, for whoever has no numbers at hand: a remote or a pedal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

Find = Callable[[], Sequence[QAbstractButton]]


class Answers(QObject):
    """Takes the ring from answer to answer. Only the one that has it can be taken."""

    def __init__(self, page: QWidget, find: Find) -> None:
        """``find`` gives the answers there are now, in the order of their numbers."""
        super().__init__(page)
        self._page = page
        self._find = find

    def move(self, step: int) -> None:
        """To the next, 1, or the one before, -1, round and round; nothing is answered yet."""
        answers = self._find()
        if not answers:
            return
        at = next((n for n, answer in enumerate(answers) if answer.hasFocus()), None)
        if at is None:
            at = -1 if step > 0 else 0
        answer = answers[(at + step) % len(answers)]
        if not answer.isCheckable():
            # Once is enough, and another time does no harm.
            answer.installEventFilter(self)
        answer.setFocus(Qt.FocusReason.TabFocusReason)

    def take(self) -> bool:
        """Give the answer that has the ring; False where none has, or it was given already."""
        for answer in self._find():
            if answer.hasFocus() and not answer.isChecked():
                answer.click()
                return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The key that goes on presses nothing here: nobody goes on into pain by habit.
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        return pressed or super().eventFilter(watched, event)
