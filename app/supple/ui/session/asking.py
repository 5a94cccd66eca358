"""The question before a session, readable and answered from the mat."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from supple.core.before import QUESTION, WAIT_S, second_digit
from supple.core.session_keys import KeyMap, SessionKey, by_number
from supple.ui.look import Look
from supple.ui.session.bar import BottomBar
from supple.ui.session.then import ThenRow
from supple.ui.widgets.button import Button
from supple.ui.widgets.label import Label
from supple.ui.widgets.painscale import PainScale
from supple.ui.widgets.ring import Ring, RingFace

SHOW_MS = 600
"""So long an answer is seen before it counts; a 0 after a 1 in that time makes it ten."""
TICK_MS = 100
PRESS = "Press a number, X is ten."
START = "{} starts without an answer."
ALONE = "{} alone starts without an answer."
"""With the key in the gap; alone where it also takes the answer that has the ring."""
_BOXES = 1.46
"""How much larger the boxes are than after a session: they fill the width."""
_RING, _RING_PART = 232, 352
_ROW = 46


class AskPanel(QWidget):
    """Asks, waits a little, and answers for somebody who lies down already."""

    answered = Signal(object)
    """0 to 10, or None when it was passed over or the time was up."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._left_ms = 0
        self.question = Label(look, QUESTION, "headline", wrap=True)
        self.hint = Label(look, "", "counter", "muted", wrap=True)
        self.scale = PainScale(look, QUESTION)
        self.scale.chosen.connect(self.choose)
        self.ring = Ring(look)
        self.then = ThenRow(look)
        self._build()
        self.set_keys(KeyMap())
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self._on_tick)
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.timeout.connect(self.skip)

    @property
    def left_s(self) -> int:
        """Whole seconds until it starts by itself."""
        return math.ceil(self._left_ms / 1000)

    def set_keys(self, keys: KeyMap) -> None:
        """Which keys answer, and which one starts."""
        start = ALONE if keys.is_own(SessionKey.NEXT) else START
        start = start.format(keys.cap(SessionKey.CONFIRM))
        self.hint.say(f"{by_number(PRESS, keys)} {start}")

    @property
    def answers(self) -> tuple[QAbstractButton, ...]:
        """The numbers, from 0 on."""
        return self.scale.boxes

    def ask(self, first: str) -> None:
        """Begin to wait; ``first`` says what the session begins with."""
        self.stop()
        self.scale.choose(None)
        self.then.show_then(first)
        self._left_ms = WAIT_S * 1000
        self._tell()
        self.hold(False)

    def hold(self, on: bool) -> None:
        """Let the time stand still while something lies over the question, or go on."""
        if on:
            self._ticks.stop()
        else:
            self._ticks.start()

    def wait_anew(self) -> None:
        """Have the whole time once more, if it runs."""
        if self._ticks.isActive():
            self._left_ms = WAIT_S * 1000
            self._tell()

    def choose(self, pain: int) -> None:
        """Take an answer; it counts once it was seen."""
        meant = second_digit(self.scale.value, pain) if self._seen.isActive() else pain
        self.scale.choose(meant)
        self.hold(True)
        self._seen.start(SHOW_MS)

    def skip(self) -> None:
        """Start now, with the answer given so far, if any."""
        self.stop()
        self.answered.emit(self.scale.value)

    def stop(self) -> None:
        """Wait no longer."""
        self._ticks.stop()
        self._seen.stop()

    def set_scale(self, scale: float, text_scale: float) -> None:
        """Distances and boxes follow ``scale``, texts ``text_scale``."""
        margin = round(32 * scale)
        self._column.setContentsMargins(margin, round(30 * scale), margin, round(16 * scale))
        self._column.setSpacing(round(10 * scale))
        for label in (self.question, self.hint):
            label.set_scale(text_scale)
        self.scale.set_scale(_BOXES * scale)
        side = round(_RING * scale)
        self.ring.setFixedSize(side, side)
        self.ring.set_scale(side / _RING_PART)
        self.then.set_scale(text_scale)
        self.then.setFixedHeight(round(_ROW * text_scale))
        self._below.setSpacing(round(32 * scale))

    def _build(self) -> None:
        self._below = QHBoxLayout()
        self._below.addWidget(self.ring)
        self._below.addWidget(self.then, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.question)
        self._column.addWidget(self.hint)
        self._column.addSpacing(8)
        self._column.addWidget(self.scale)
        self._column.addStretch(1)
        self._column.addLayout(self._below)
        self._column.addStretch(1)
        self.set_scale(1.0, 1.0)

    def _on_tick(self) -> None:
        self._left_ms = max(0, self._left_ms - TICK_MS)
        self._tell()
        if not self._left_ms:
            self.skip()

    def _tell(self) -> None:
        self.ring.show_face(RingFace(label="Starts in", digits=str(self.left_s)))
        # With reduced motion the arc moves with the digits, once a second.
        left_s = self.left_s if self._look.reduced_motion else self._left_ms / 1000
        self.ring.set_part(left_s / WAIT_S)
        self.ring.setAccessibleName(f"Starts by itself in {self.left_s} seconds")


class AskBar(BottomBar):
    """Start without an answer, or do not start."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.not_now = Button(look, "Not now", "secondary", "bar", key="Esc")
        self.start = Button(look, "Start", "primary", "main", icon="play-solid", key="Enter")
        self.row.addWidget(self.not_now)
        self.row.addStretch(1)
        self.row.addWidget(self.start)
        for button in (self.not_now, self.start):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_keys(self, keys: KeyMap) -> None:
        """What the caps show."""
        for act, button in ((SessionKey.STOP, self.not_now), (SessionKey.CONFIRM, self.start)):
            button.set_key(keys.brief(act), keys.spoken(act))

    def set_scale(self, scale: float, *, words: bool, text: float | None = None) -> None:
        super().set_scale(scale, words=words, text=text)
        for button in (self.not_now, self.start):
            button.set_scale(max(0.8, scale))
        self.start.setMinimumWidth(round(168 * max(0.8, scale)))
