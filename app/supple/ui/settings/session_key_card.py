"""The keys of a session, and how each is taught."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout

from supple.core.key_names import cap
from supple.core.session_keys import (
    USUAL,
    KeyMap,
    Refused,
    SessionKey,
    Taught,
    forget,
    refusal,
    teach,
)
from supple.ui.look import Look
from supple.ui.reveal import reveal
from supple.ui.settings.key_rows import KeyGrid, KeyRow, KeyStrip
from supple.ui.settings.rows import RING
from supple.ui.shortcuts import DOES, SESSION, works_too
from supple.ui.text import Text
from supple.ui.widgets.announce import announce
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card

HINT = "Click a key to change it"
FOR_WHOM = "A remote, a pedal or a page turner sends keys as well: press its button."
_ORDER = (
    SessionKey.CONFIRM,
    SessionKey.PAUSE,
    SessionKey.NEXT,
    SessionKey.PREVIOUS,
    SessionKey.AGAIN,
    SessionKey.HURTS,
    SessionKey.LONGER,
    SessionKey.SHORTER,
    SessionKey.VOICE,
    SessionKey.STOP,
    SessionKey.FULL_SCREEN,
)
_STAY = "Esc leaves it as it is."
_BACK = "Esc leaves it as it is, Backspace brings back {}."
_ANOTHER = "Press another key, or Esc."
_NUM_LOCK = "Without Num Lock the keypad sends others."
_NAMELESS = "This key cannot be told from others here."
_ALL_BACK = "All keys are the usual ones again."


class SessionKeyCard(Card):
    """Shows a ``KeyMap`` and tells what a person makes of it."""

    taught = Signal(object)
    """The whole new ``KeyMap``."""
    toast_asked = Signal(str, str, object)
    """What was done, the word for taking it back, and what does that."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 24)
        self._keys = KeyMap()
        self._waited = _ORDER[0]
        self.rows = {act: KeyRow(look, DOES[act]) for act in _ORDER}
        self.strip = KeyStrip(look)
        self._grid = KeyGrid(look, tuple(self.rows.values()), self.strip)
        self.all_back = Button(look, "Back to the usual keys", size="small", icon="rotate-ccw")
        self._build(look)
        self.show_keys(self._keys)

    def show_keys(self, keys: KeyMap) -> None:
        """Show ``keys``, without a signal."""
        self._keys = keys
        for act, row in self.rows.items():
            row.show_key(keys.cap(act), keys.spoken(act), works_too(keys, act))
        if not keys.own and self.all_back.hasFocus():
            self.rows[_ORDER[0]].button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.all_back.setVisible(bool(keys.own))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A click beside the keys is meant to leave it at that.
        self.rows[self._waited].button.stop()
        super().mousePressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.strip.usual and event.type() == QEvent.Type.FocusOut:
            self._grid.open_under(None)
        return super().eventFilter(watched, event)

    def _build(self, look: Look) -> None:
        self.setAccessibleName(SESSION.where)
        self.body.setContentsMargins(24, 16, 24 - RING, 16)
        self.body.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, RING, 0)
        head.addWidget(Text(look, SESSION.where, "subhead"))
        head.addStretch(1)
        head.addWidget(Text(look, HINT, "small", "muted"))
        self.body.addLayout(head)
        self.body.addWidget(self._grid)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 12, RING, 0)
        foot.setSpacing(16)
        foot.addWidget(Text(look, FOR_WHOM, "small", "muted", wrap=True), 1)
        foot.addWidget(self.all_back)
        self.body.addLayout(foot)
        self.all_back.clicked.connect(self._on_all_back)
        self.strip.usual.clicked.connect(self._on_usual)
        self.strip.usual.installEventFilter(self)
        for act, row in self.rows.items():
            row.button.waits.connect(partial(self._on_waits, act))
            row.button.given.connect(partial(self._on_given, act))
            row.button.nameless.connect(partial(self._refuse, _NAMELESS))
            row.button.usual_asked.connect(self._on_usual)

    def _on_waits(self, act: SessionKey, on: bool) -> None:
        if not on:
            if not self.strip.usual.hasFocus():
                self._grid.open_under(None)
            return
        self._waited = act
        own, usual = self._keys.is_own(act), cap(USUAL[act][0])
        self.strip.usual.setText(f"Back to {usual}")
        self.strip.usual.setVisible(own)
        self._say(_BACK.format(usual) if own else _STAY)
        self._grid.open_under(self.rows[act])
        reveal(self.strip)
        announce(self.rows[act].button, f"{DOES[act]}: press a key. {self.strip.text.text()}")

    def _on_given(self, act: SessionKey, key: str) -> None:
        if key.isdigit() and self.rows[act].button.by_keypad:
            self._refuse(f"{refusal(key)} {_NUM_LOCK}")
        else:
            self._change(act, lambda: teach(self._keys, act, key))

    def _on_usual(self) -> None:
        """The button in the strip, or Backspace: both mean the key that waited last."""
        act = self._waited
        button = self.rows[act].button
        if self.strip.usual.hasFocus():
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._change(act, lambda: forget(self._keys, act))

    def _change(self, act: SessionKey, make: Callable[[], Taught]) -> None:
        try:
            made = make()
        except Refused as why:
            self._refuse(str(why))
            return
        self.rows[act].button.stop()
        before = self._keys
        if made.keys == before:
            announce(self, made.told)
            return
        self._tell(made.keys)
        self.toast_asked.emit(made.told, "Undo", lambda: self._tell(before))

    def _on_all_back(self) -> None:
        before = self._keys
        self._tell(KeyMap())
        self.toast_asked.emit(_ALL_BACK, "Undo", lambda: self._tell(before))

    def _tell(self, keys: KeyMap) -> None:
        self.show_keys(keys)
        self.taught.emit(keys)

    def _refuse(self, why: str) -> None:
        """The key goes on waiting."""
        self._say(f"{why} {_ANOTHER}", refused=True)
        reveal(self.strip)
        announce(self.strip, self.strip.text.text(), urgent=True)

    def _say(self, text: str, *, refused: bool = False) -> None:
        self.strip.say(text, refused=refused)
