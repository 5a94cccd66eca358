"""The one question before a session is stopped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supple.core.command import Command
from supple.core.session_keys import KeyMap, SessionKey
from supple.ui.look import Look
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card
from supple.ui.widgets.label import Label

KEPT = "What you did so far is saved."
NOT_KEPT = "Nothing of a preview is saved."
_SCRIM = QColor(0x1F, 0x2A, 0x30, 89)
_WIDTH = 700


class StopQuestion(QWidget):
    """A card over a scrim that covers the whole page; ``asked`` carries STOP or RESUME."""

    asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys, self._kept = KeyMap(), True
        self.card = Card(look, 24)
        self.head = Label(look, "Stop here?", "cue")
        self.text = Label(look, "", "name-plain", "muted", wrap=True)
        # What Enter does is the filled one.
        self.stop = Button(look, "Stop", "danger", "huge", icon="square", key="Enter")
        self.go_on = Button(look, "Go on", "secondary", "huge", icon="play-solid", key="Space")
        for button, command in ((self.stop, Command.STOP), (self.go_on, Command.RESUME)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, command=command: self.asked.emit(command))
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.stop)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.go_on)
        self.card.body.addWidget(self.head)
        self.card.body.addWidget(self.text)
        self.card.body.addSpacing(12)
        self.card.body.addLayout(self._buttons)
        column = QVBoxLayout(self)
        column.addWidget(self.card, 0, Qt.AlignmentFlag.AlignCenter)
        self._tell()

    def set_kept(self, kept: bool) -> None:
        """Whether what was done is saved, as it is but for a preview."""
        self._kept = kept
        self._tell()

    def set_keys(self, keys: KeyMap) -> None:
        """Which keys stop, and go on."""
        self._keys = keys
        for act, button in ((SessionKey.CONFIRM, self.stop), (SessionKey.PAUSE, self.go_on)):
            button.set_key(keys.brief(act), keys.spoken(act))
        self._tell()

    def set_scale(self, scale: float) -> None:
        """Everything follows ``scale``."""
        pad = round(32 * scale)
        self.card.body.setContentsMargins(pad, pad, pad, pad)
        self.card.body.setSpacing(round(12 * scale))
        self.card.setFixedWidth(round(_WIDTH * scale))
        self.head.set_scale(scale)
        self.text.set_scale(scale)
        for button in (self.stop, self.go_on):
            button.set_scale(scale)

    def _tell(self) -> None:
        stops, goes_on = self._keys.cap(SessionKey.CONFIRM), self._keys.cap(SessionKey.PAUSE)
        kept = KEPT if self._kept else NOT_KEPT
        self.text.say(f"{stops} stops, {goes_on} goes on. {kept}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _SCRIM)
        painter.end()
