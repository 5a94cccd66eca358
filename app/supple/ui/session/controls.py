"""The bar along the bottom while a session runs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from supple.core.command import Command
from supple.core.session_keys import KeyMap, SessionKey
from supple.ui.look import Look
from supple.ui.session.bar import BottomBar
from supple.ui.session.keys import Mode
from supple.ui.session.transport import TransportButton
from supple.ui.widgets.button import Button

_MAIN = {
    Mode.READY: ("Start", "play-solid", Command.START),
    Mode.RUNNING: ("Pause", "pause-solid", Command.PAUSE),
    Mode.PAUSED: ("Go on", "play-solid", Command.RESUME),
    Mode.STOP_ASKED: ("Go on", "play-solid", Command.RESUME),
}


class Controls(BottomBar):
    """Something hurts; back, again, pause, next, stop; voice."""

    asked = Signal(object)
    voice_toggled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._mode = Mode.RUNNING
        self.hurts = Button(look, "Something hurts", "care", "bar", icon="hand", key="H")
        self.back = self._cell("Back", "skip-back", "←", Command.PREVIOUS)
        self.again = self._cell("Again", "rotate-ccw", "R", Command.AGAIN)
        self.main = Button(look, "Pause", "primary", "main", icon="pause-solid", key="Space")
        self.next = self._cell("Next", "skip-forward", "→", Command.NEXT)
        self.next.reserve("Next", "Start now")
        self.stop = self._cell("Stop", "square", "Esc", Command.ASK_STOP)
        self.voice = TransportButton(look, "Voice", "volume-2", "M")
        self.voice.reserve("Voice off")
        self.hurts.clicked.connect(lambda: self.asked.emit(Command.HURTS))
        self.main.clicked.connect(lambda: self.asked.emit(_MAIN[self._mode][2]))
        self.voice.clicked.connect(self.voice_toggled)
        for button in (self.hurts, self.main):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fill()
        self.set_keys(KeyMap())

    def set_keys(self, keys: KeyMap) -> None:
        """What the caps show."""
        for act, button in (
            (SessionKey.HURTS, self.hurts),
            (SessionKey.PREVIOUS, self.back),
            (SessionKey.AGAIN, self.again),
            (SessionKey.PAUSE, self.main),
            (SessionKey.NEXT, self.next),
            (SessionKey.STOP, self.stop),
            (SessionKey.VOICE, self.voice),
        ):
            button.set_key(keys.brief(act), keys.spoken(act))

    def set_mode(self, mode: Mode) -> None:
        """What the main button does now."""
        if mode is self._mode or mode not in _MAIN:
            return
        self._mode = mode
        word, icon, _ = _MAIN[mode]
        self.main.setText(word)
        self.main.set_icon(icon)

    def set_waiting(self, waiting: bool) -> None:
        """Whether it is only waited for what comes: "Next" would sound like leaving that out."""
        word, icon = ("Start now", "play") if waiting else ("Next", "skip-forward")
        self.next.show_face(word, icon)

    def show_voice(self, word: str, *, on: bool) -> None:
        """``Voice``, ``Voice off`` or ``No voice``."""
        icon = "volume-2" if on else "volume-x"
        self.voice.show_face(word, icon, "primary" if on else "muted")

    def set_scale(self, scale: float, *, words: bool, text: float | None = None) -> None:
        """Lengths follow ``scale``, words ``text`` as far as they fit; None: ``scale`` as well.

        Without ``words``, or where keys with long names leave no room for both, the transport
        shows its words without the keys; where even those do not fit, icons alone.
        """
        most = max(1.0, (text or scale) / scale)
        for caps in (True, False) if words else (False,):
            for larger in (1.0 + (most - 1.0) * part / 4 for part in range(4, -1, -1)):
                self._spell(scale, larger, words=True, caps=caps)
                if self.row.minimumSize().width() <= self.width():
                    return
        self._spell(scale, 1.0, words=False, caps=False)

    def _spell(self, scale: float, larger: float, *, words: bool, caps: bool) -> None:
        super().set_scale(scale, words=caps)
        bar_scale = max(0.8, scale)
        for cell in (self.back, self.again, self.next, self.stop, self.voice):
            cell.set_scale(bar_scale * larger, words=words, caps=caps)
        self.hurts.setText("Something hurts" if caps else "It hurts")
        self.hurts.setAccessibleName("Something hurts")
        self.hurts.set_scale(bar_scale * larger)
        self.main.set_scale(bar_scale)
        self.main.setMinimumWidth(round((168 if caps else 140) * bar_scale))

    def _cell(self, word: str, icon: str, key: str, command: Command) -> TransportButton:
        cell = TransportButton(self._look, word, icon, key, self)
        cell.clicked.connect(lambda: self.asked.emit(command))
        return cell

    def _fill(self) -> None:
        row = self.row
        row.addWidget(self.hurts)
        row.addStretch(1)
        for cell in (self.back, self.again, self.main, self.next, self.stop):
            row.addWidget(cell)
        row.addStretch(1)
        row.addWidget(self.voice)
