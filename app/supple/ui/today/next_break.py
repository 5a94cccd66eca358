"""When the next break comes, and how to put it off."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.core.break_card import BreakAct, BreakCardView
from supple.ui.flow import FlowLayout
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card

LOOK_AGAIN_MS = 20_000
"""It tells whole minutes: seconds that run down beside one's work would only hurry."""
_NAMES = {
    BreakAct.PAUSE: ("Pause 1 hour", "secondary", "clock"),
    BreakAct.SKIP: ("Skip this one", "ghost", ""),
    BreakAct.RESUME: ("Go on with breaks", "secondary", "bell"),
}


class NextBreakCard(Card):
    """As tall with the first answer as before it, so that nothing moves when that comes."""

    asked = Signal(object)
    """A ``BreakAct``."""
    look_asked = Signal()
    """How breaks stand is to be told anew."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, 20)
        self.setParent(parent)
        self._headline = Text(look, "", "display", numbers=True)
        self._beside = Text(look, "", "small", "muted", numbers=True)
        self._line = Text(look, "", "small", "muted", wrap=True)
        head = QHBoxLayout()
        head.addWidget(Text(look, "Next break", "subhead"))
        head.addStretch(1)
        head.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignBottom)
        self._row = QWidget()
        row = FlowLayout()
        self._row.setLayout(row)
        self._buttons: dict[BreakAct, Button] = {}
        for act, (name, kind, icon) in _NAMES.items():
            button = Button(look, name, kind, "small", icon=icon)
            button.clicked.connect(lambda _=False, act=act: self.asked.emit(act))
            self._buttons[act] = button
            row.addWidget(button)
        self.body.setSpacing(4)
        self.body.addLayout(head)
        self.body.addWidget(self._headline)
        self.body.addWidget(self._line)
        self.body.addSpacing(8)
        self.body.addWidget(self._row)
        self.body.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self.look_asked)
        self.show_card(BreakCardView())
        self._fit()
        look.changed.connect(self._fit)

    def show_card(self, view: BreakCardView) -> None:
        """Show how breaks stand."""
        self._headline.say(view.headline)
        self._beside.say(view.beside)
        self._line.say(view.line)
        self._show_acts(view.acts)
        told = [text for text in (view.headline, view.beside, view.line) if text]
        self.setAccessibleName("Next break")
        self.setAccessibleDescription(", ".join(told))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.look_asked.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _show_acts(self, acts: tuple[BreakAct, ...]) -> None:
        """Whoever is on a button that goes is led to the one that comes in its place."""
        now = self.window().focusWidget()
        at = next((act for act, button in self._buttons.items() if button is now), None)
        if acts and at is not None and at not in acts:
            self._buttons[acts[0]].show()
            self._buttons[acts[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        for act, button in self._buttons.items():
            button.setVisible(act in acts)

    def _fit(self) -> None:
        # Without buttons it is as tall as with them.
        self._row.setMinimumHeight(self._buttons[BreakAct.PAUSE].sizeHint().height())
