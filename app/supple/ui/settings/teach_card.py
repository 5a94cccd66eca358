"""Some acts with their keys, and how each is taught another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.core.session_keys import Refused, Taught
from supple.ui.look import Look
from supple.ui.reveal import reveal
from supple.ui.settings.key_rows import KeyGrid, KeyRow, KeyStrip
from supple.ui.settings.rows import RING
from supple.ui.text import Text
from supple.ui.widgets.announce import announce
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card

HINT = "Click a key to change it"
_STAY = "Esc leaves it as it is."
_BACK = "Esc leaves it as it is, Backspace brings back {}."
_ANOTHER = "Press another key, or Esc."
_NUM_LOCK = "Without Num Lock the keypad sends others."
_NAMELESS = "This key cannot be told from others here."
_HALF = "This key does something only together with another."
_NOTHING = "Nothing comes? The desktop may keep that key for itself."
NOTHING_MS = 8000
"""So long somebody presses a button before it is plain that nothing of it comes here."""
_ALL_BACK = "All keys are the usual ones again."


class KeysLike(Protocol):
    """Which key each act has, as ``KeyMap`` and ``BreakKeys`` tell it."""

    @property
    def own(self) -> tuple[object, ...]:
        """What was taught."""

    def cap(self, act: Any, /) -> str:
        """What the cap shows."""

    def spoken(self, act: Any, /) -> str:
        """What it is called."""

    def is_own(self, act: Any, /) -> bool:
        """Whether it was taught."""


@dataclass(frozen=True)
class Book:
    """What a card needs to know of its keys."""

    title: str
    foot: str
    """A small sentence at the end."""
    does: Mapping[Any, str]
    """What each act does, in the order of the rows."""
    usual: KeysLike
    """The keys before anything was taught."""
    teach: Callable[[Any, Any, str], Taught[Any]]
    """The keys, the act and the key. Raises ``Refused`` with the reason."""
    forget: Callable[[Any, Any], Taught[Any]]
    also: Callable[[Any, Any], str] | None
    """The cap of the usual key that works as well, "" for none; None where none ever does."""
    refusal: Callable[[str], str]


class TeachCard(Card):
    """Shows keys and tells what a person makes of them."""

    taught = Signal(object)
    """The whole new keys, of the same kind as ``Book.usual``."""
    waits = Signal(bool)
    """One of them waits for its key, or none does any longer."""
    toast_asked = Signal(str, str, object)
    """What was done, the word for taking it back, and what does that."""

    def __init__(
        self, look: Look, book: Book, elsewhere: Callable[[str], str] = lambda _: ""
    ) -> None:
        """``elsewhere``: what a key does that is not of this card, in a sentence; "" for
        nothing."""
        super().__init__(look, 24)
        self._book = book
        self._elsewhere = elsewhere
        self._keys = book.usual
        self._first = next(iter(book.does))
        self._waited = self._first
        self.rows = {
            act: KeyRow(look, does, two=book.also is not None) for act, does in book.does.items()
        }
        self.strip = KeyStrip(look)
        self._grid = KeyGrid(look, tuple(self.rows.values()), self.strip)
        self.all_back = Button(look, "Back to the usual keys", size="small", icon="rotate-ccw")
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(NOTHING_MS)
        self._silence.timeout.connect(partial(self._refuse, _NOTHING))
        self._build(look)
        self.show_keys(self._keys)

    def show_keys(self, keys: KeysLike) -> None:
        """Show ``keys``, without a signal."""
        self._keys = keys
        also = self._book.also or (lambda *_: "")
        for act, row in self.rows.items():
            row.show_key(keys.cap(act), keys.spoken(act), also(keys, act))
        if not keys.own and self.all_back.hasFocus():
            self.rows[self._first].button.setFocus(Qt.FocusReason.OtherFocusReason)
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
        self.setAccessibleName(self._book.title)
        self.body.setContentsMargins(24, 16, 24 - RING, 16)
        self.body.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, RING, 0)
        head.addWidget(Text(look, self._book.title, "subhead"))
        head.addStretch(1)
        head.addWidget(Text(look, HINT, "small", "muted"))
        self.body.addLayout(head)
        self.body.addWidget(self._grid)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 12, RING, 0)
        foot.setSpacing(16)
        self._foot = Text(look, self._book.foot, "small", "muted", wrap=True)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self.all_back)
        self.body.addLayout(foot)
        look.changed.connect(self._keep_foot)
        self._keep_foot()
        self.all_back.clicked.connect(self._on_all_back)
        self.strip.usual.clicked.connect(self._on_usual)
        self.strip.usual.installEventFilter(self)
        for act, row in self.rows.items():
            row.button.waits.connect(partial(self._on_waits, act))
            row.button.given.connect(partial(self._on_given, act))
            row.button.nameless.connect(partial(self._refuse, _NAMELESS))
            row.button.half.connect(partial(self._refuse, _HALF))
            row.button.usual_asked.connect(self._on_usual)

    def _keep_foot(self) -> None:
        """The button that comes beside it with the first key pushes no card down."""
        two_lines = round(2 * self._foot.line_height())
        self._foot.setMinimumHeight(max(two_lines, self.all_back.sizeHint().height()))

    def _on_waits(self, act: Any, on: bool) -> None:
        self.waits.emit(on)
        if not on:
            self._silence.stop()
            if not self.strip.usual.hasFocus():
                self._grid.open_under(None)
            return
        self._waited = act
        self._silence.start()
        own, usual = self._keys.is_own(act), self._book.usual.cap(act)
        self.strip.usual.setText(f"Back to {usual}")
        self.strip.usual.setVisible(own)
        self._say(_BACK.format(usual) if own else _STAY)
        self._grid.open_under(self.rows[act])
        reveal(self.strip)
        announce(
            self.rows[act].button, f"{self._book.does[act]}: press a key. {self.strip.text.text()}"
        )

    def _on_given(self, act: Any, key: str) -> None:
        elsewhere = self._elsewhere(key)
        if elsewhere:
            self._refuse(elsewhere)
        elif key.isdigit() and self.rows[act].button.by_keypad:
            self._refuse(f"{self._book.refusal(key)} {_NUM_LOCK}")
        else:
            self._change(act, lambda: self._book.teach(self._keys, act, key))

    def _on_usual(self) -> None:
        """The button in the strip, or Backspace: both mean the key that waited last."""
        act = self._waited
        button = self.rows[act].button
        if self.strip.usual.hasFocus():
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._change(act, lambda: self._book.forget(self._keys, act))

    def _change(self, act: Any, make: Callable[[], Taught[Any]]) -> None:
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
        self._toast(made.told, before)

    def _on_all_back(self) -> None:
        before = self._keys
        self._tell(self._book.usual)
        self._toast(_ALL_BACK, before)

    def _toast(self, told: str, before: KeysLike) -> None:
        # The strip has gone and rows have other heights: the toast is to lie over nothing to
        # press, and looks for it at once.
        part: QWidget | None = self._grid
        while part is not None:
            layout = part.layout()
            if layout is not None:
                layout.activate()
            part = part.parentWidget()
        self.toast_asked.emit(told, "Undo", lambda: self._tell(before))

    def _tell(self, keys: KeysLike) -> None:
        self.show_keys(keys)
        self.taught.emit(keys)

    def _refuse(self, why: str) -> None:
        """The key goes on waiting."""
        self._silence.stop()
        self._say(f"{why} {_ANOTHER}", refused=True)
        reveal(self.strip)
        announce(self.strip, self.strip.text.text(), urgent=True)

    def _say(self, text: str, *, refused: bool = False) -> None:
        self.strip.say(text, refused=refused)
