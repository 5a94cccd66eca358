"""A quiet line above the pages: a sound file is being made, how far it is, and a way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from supple.ui.look import Look
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.button import Button
from supple.ui.widgets.progress import SessionProgress

_BAR = (160, 6)


class GuideStrip(Banner):
    """Shows a sentence, a bar and "Cancel"."""

    cancelled = Signal()

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(look, title, icon="volume-2", detail=" ", parent=parent)
        self._title = title
        self._bar = SessionProgress(look, self)
        self._bar.setFixedSize(look.px(_BAR[0]), look.px(_BAR[1]))
        self._bar.set_token("primary")
        self._row.addWidget(self._bar)
        cancel = Button(look, "Cancel", "secondary", "small")
        cancel.clicked.connect(self.cancelled)
        self.add_action(cancel)
        self.show_progress(0.0, "Getting ready")

    def show_progress(self, share: float, words: str) -> None:
        """``share`` 0 to 1; ``words`` what is done and how long it still takes."""
        self._bar.show_progress((1.0,), 0, min(1.0, max(0.0, share)))
        self._bar.setAccessibleName(words)
        self.say_detail(words)
        self.setAccessibleName(f"{self._title} {words}")
