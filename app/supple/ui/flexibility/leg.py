"""Setting the angle of one leg: what is said, the dial, and the number."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from supple.core.flexibility import doubt
from supple.core.routine import Side
from supple.core.session_keys import KeyMap, SessionKey
from supple.ui.flexibility.band import LegBand
from supple.ui.flexibility.columns import Columns, Foot
from supple.ui.flexibility.dial import LEAP, STEP, AngleDial
from supple.ui.flexibility.key_row import KeyRow
from supple.ui.flexibility.leg_keys import Call, LegKeys
from supple.ui.flexibility.legend import Legend
from supple.ui.look import Look
from supple.ui.picture import Pictures
from supple.ui.text import Text
from supple.ui.widgets.announce import announce
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card

_SIDE = 260
_PEEK = 12
"""Pixels of a narrow view that are left to show that there is more below."""
_UNBOUND = 16_777_215
_KEYS = ("Up", "Down", "Shift+Up", "Shift+Down", "Home", "End", "Backspace", *"0123456789")
WHERE = "Where it first pulls"
NOT_SET = "Set the angle to go on."
PRESS_AGAIN = "Press again to keep it."
REMIND = "Knee straight, other leg flat. Stop at the first firm pull."


class LegStep(Columns):
    """One leg. The page decides what comes after ``saved``."""

    saved = Signal()
    back_asked = Signal()
    again_asked = Signal()
    voice_toggled = Signal()

    def __init__(self, look: Look, pictures: Pictures) -> None:
        super().__init__(look, _SIDE)
        self.dial = AngleDial(look, pictures)
        self.band = LegBand(look)
        self.caption = Text(look, "", "dial-said", wrap=True)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.again = Button(look, "", "quiet", icon="rotate-ccw", hint="Say it again")
        self.voice = Button(look, "", "quiet", icon="volume-2", hint="Voice")
        self._number_card = Card(look, 20)
        self._numbers = (
            Text(look, "0°", "dial-number", "left-ink"),
            Text(look, "", "small", "muted"),
        )
        self._signs = _Signs(look)
        self._low_signs = _Signs(look)
        self._hint = Text(look, NOT_SET, "small", "muted", wrap=True)
        self.save = Button(look, "Save left leg", "primary", key="Enter")
        self.back = Button(look, "", icon="arrow-left", hint="Back (Esc)")
        self.fill(self._main_card(), self._side_parts(), self._foot_row())
        self._last: float | None = None
        self._asked = False
        """Whether an unlikely angle was asked about."""
        self._view = self.scroller.viewport()
        self._view.installEventFilter(self)
        self._voice_on = True
        self._named = KeyMap()
        self._connect()
        self._keys = LegKeys(self, *self._heard())
        self.set_narrow(False)
        self._refresh()
        self.set_keys(KeyMap())

    def begin(self, side: Side, ghost: str, last: float | None, value: int | None) -> None:
        """Show the leg ``side``; ``ghost`` tells of the other one, ``last`` is the last check.

        ``value`` is what it was set to before, None for not yet.
        """
        self.band.show_leg(side, ghost)
        self.dial.begin(side, last, value)
        self._last = last
        self._numbers[1].say(f"Last time {last:.0f}°" if last is not None else "")
        self.caption.say("")
        self._show_value()

    def show_line(self, text: str) -> None:
        """The sentence that is said now."""
        self.caption.say(text)

    def show_voice(self, on: bool) -> None:
        """Whether the sentences are said as well."""
        self._voice_on = on
        self.voice.set_icon("volume-2" if on else "volume-x")
        self._name_voice()

    def set_keys(self, keys: KeyMap) -> None:
        """Which keys do what, here as in a session; those for next and back turn the leg."""
        self._keys.set_keys(keys)
        self._named = keys
        again = f"Say it again ({keys.cap(SessionKey.AGAIN)})"
        self.again.setToolTip(again)
        self.again.setAccessibleName(again)
        self.voice.setToolTip(f"Voice ({keys.cap(SessionKey.VOICE)})")
        self.save.set_key(keys.brief(SessionKey.CONFIRM), keys.spoken(SessionKey.CONFIRM))
        self._name_voice()

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._number_card.setVisible(not narrow)
        self._low_signs.setVisible(narrow)
        self._show_value()
        self._fit_card()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view and event.type() == QEvent.Type.Resize:
            self._fit_card()
        return super().eventFilter(watched, event)

    def _fit_card(self) -> None:
        """In one column the dial fills the view, and what explains the keys comes below."""
        if self.narrow:
            least = self._card.minimumSizeHint().height()
            self._card.setFixedHeight(max(least, self._view.height() - _PEEK))
        else:
            self._card.setMinimumHeight(0)
            self._card.setMaximumHeight(_UNBOUND)

    def _main_card(self) -> QWidget:
        card = self._card = Card(self._look, 0)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        card.body.setSpacing(0)
        said = QHBoxLayout()
        said.setContentsMargins(20, 10, 12, 0)
        said.setSpacing(4)
        said.addWidget(self.caption, 1)
        said.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.voice, 0, Qt.AlignmentFlag.AlignTop)
        inside = QHBoxLayout()
        inside.setContentsMargins(16, 0, 16, 0)
        inside.addWidget(self.dial)
        card.body.addWidget(self.band)
        card.body.addLayout(said)
        card.body.addLayout(inside, 1)
        self._legend = Legend(self._look)
        card.body.addWidget(self._legend)
        return card

    def _side_parts(self) -> list[QWidget]:
        look = self._look
        body = self._number_card.body
        body.setSpacing(8)
        body.addWidget(Text(look, WHERE, "small-strong", "muted"))
        body.addWidget(self._numbers[0])
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._signs)
        row.addWidget(self._numbers[1], 1)
        body.addLayout(row)
        keys = Card(look, 20)
        keys.body.setContentsMargins(20, 10, 20, 10)
        keys.body.setSpacing(0)
        rows = (
            ((), "Drag the leg", "sets the angle"),
            (("↑", "↓"), "", "1° at a time"),
            (("Shift", "↑", "↓"), "", "5° at a time"),
            (("5", "4"), "", "type the number"),
        )
        for n, row_of in enumerate(rows):
            keys.body.addWidget(KeyRow(look, *row_of, ruled=n > 0))
        return [self._number_card, keys, self._hint]

    def _foot_row(self) -> Foot:
        foot = Foot()
        foot.row.addWidget(self.back)
        foot.row.addWidget(self._low_signs)
        self.save.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        foot.row.addWidget(self.save, 1)
        return foot

    def _connect(self) -> None:
        self.dial.valueChanged.connect(self._show_value)
        self.dial.set_first.connect(self._show_value)
        self.dial.saved.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.back.clicked.connect(self.back_asked)
        self.again.clicked.connect(self.again_asked)
        self.voice.clicked.connect(self.voice_toggled)
        for signs in (self._signs, self._low_signs):
            signs.moved.connect(self._turn)
        self._look.changed.connect(self._refresh)

    def _heard(self) -> tuple[dict[str, Call], dict[SessionKey, Call]]:
        """The keys that are always heard, and what a person may have a key for."""
        fixed: dict[str, Call] = {key: partial(self._press, key) for key in _KEYS}
        fixed["Esc"] = self.back_asked.emit
        return fixed, {
            SessionKey.AGAIN: self.again_asked.emit,
            SessionKey.VOICE: self.voice_toggled.emit,
            SessionKey.CONFIRM: self.dial.saved.emit,
            # Nobody wants to press one button of a remote eighty times.
            SessionKey.NEXT: partial(self._turn, LEAP),
            SessionKey.PREVIOUS: partial(self._turn, -LEAP),
            SessionKey.LONGER: partial(self._turn, STEP),
            SessionKey.SHORTER: partial(self._turn, -STEP),
        }

    def _turn(self, by: int) -> None:
        self.dial.choose(self.dial.value() + by)

    def _name_voice(self) -> None:
        state = "on" if self._voice_on else "off"
        self.voice.setAccessibleName(f"Voice is {state} ({self._named.cap(SessionKey.VOICE)})")

    def _press(self, key: str) -> None:
        name = key.rpartition("+")[2]
        code = getattr(Qt.Key, f"Key_{name}")
        self.dial.press(code, shift=key.startswith("Shift"))

    def _on_save(self) -> None:
        if not self._ready:
            self._hint.set_token("accent-ink")
        elif (question := doubt(self.dial.value(), self._last)) and not self._asked:
            self._ask(question)
        else:
            self.saved.emit()

    def _ask(self, question: str) -> None:
        """An angle hardly a leg has: a slip of a key is not to be judged as one."""
        self._asked = True
        text = f"{question} {PRESS_AGAIN}"
        self._hint.say(text)
        self._hint.set_token("accent-ink")
        self.save.setText(f"Really {self.dial.value()}°? Keep it")
        announce(self, text.replace("°", " degrees"))

    @property
    def _ready(self) -> bool:
        """A leg that was not raised was not measured."""
        return self.dial.is_set and self.dial.value() > 0

    def _show_value(self) -> None:
        ready, self._asked = self._ready, False
        self.save.setText("Save left leg" if self.dial.side is Side.LEFT else "See result")
        number = f"{self.dial.value()}°"
        self._numbers[0].say(number)
        self._numbers[0].set_token(f"{self.dial.side}-ink" if ready else "control")
        self.band.show_number(number if self.narrow else "", faint=not ready)
        self.save.setEnabled(ready)
        self._hint.say(REMIND if ready else NOT_SET)
        if ready:
            self._hint.set_token("muted")

    def _refresh(self) -> None:
        self.caption.setMinimumHeight(2 * self._look.line("dial-said"))


class _Signs(QWidget):
    """Less and more."""

    moved = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for icon, by, hint in (("minus", -1, "Less"), ("plus", 1, "More")):
            button = Button(look, "", icon=icon, hint=f"1 degree {hint.lower()}")
            button.setAutoRepeat(True)
            button.clicked.connect(partial(self.moved.emit, by))
            row.addWidget(button)
