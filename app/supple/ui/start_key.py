"""The key taught as "Start, or confirm", at the Start buttons of the pages.

Whoever lies on the mat with a remote begins a session where it is offered. The cap is the promise:
where none is shown, as on a day something hurt, the key starts nothing.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from supple.core.key_names import brief, is_letter, parts, spoken
from supple.ui.widgets.button import Button

_PRESSES = frozenset(("Space", "Enter"))
"""They press what has the ring, and Start has it at first."""
_MOVES = frozenset(("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown"))
"""They lead through a page, and start only where Start has the ring."""
_TAKEN = frozenset(("F11", "Ctrl+F", "Ctrl+,", "Ctrl+S", *(f"Ctrl+{n}" for n in range(10))))
"""They do something else outside sessions."""


class Starts(Protocol):
    """What has a Start button."""

    start: Button

    def show_start_key(self, cap: str, told: str) -> None:
        """Show ``cap``, read out as ``told``; both "" where no key was taught."""


class StartKey(QObject):
    """Presses the Start button that is in view."""

    def __init__(self, parent: QObject, *, hears: bool = True) -> None:
        """``hears``: at once, and not from :meth:`listen` on."""
        super().__init__(parent)
        self._key = ""
        self._hears = hears
        self._starts: list[Starts] = []
        self._shortcuts: list[QShortcut] = []

    def add(self, place: Starts) -> None:
        """Let the key start there, too."""
        self._starts.append(place)
        self._show(place)
        self._hear(place)

    def teach(self, key: str) -> None:
        """``key`` starts from now on, by its canonical name; "" where none was taught."""
        self._key = "" if key in _TAKEN else key
        for shortcut in self._shortcuts:
            # It goes later, and is not to be heard beside its heir until then.
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts.clear()
        for place in self._starts:
            self._show(place)
            self._hear(place)

    def listen(self) -> None:
        """Hear the key from now on; until then it is only shown."""
        self._hears = True
        self.teach(self._key)

    def _show(self, place: Starts) -> None:
        key = self._key
        place.show_start_key(brief(key) if key else "", spoken(key) if key else "")

    def _hear(self, place: Starts) -> None:
        if not self._hears or not self._key or self._key in _PRESSES:
            return
        moves = parts(self._key)[1] in _MOVES
        for name in _sequences(self._key):
            # As part of the button it rests wherever the button cannot be pressed: out of view,
            # in a session, below a question.
            shortcut = QShortcut(QKeySequence(name), place.start)
            context = Qt.ShortcutContext
            shortcut.setContext(context.WidgetShortcut if moves else context.WindowShortcut)
            # The key that ended a session and is still held begins no other.
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda: _press(place.start))
            self._shortcuts.append(shortcut)


def _press(button: Button) -> None:
    focus = button.window().focusWidget()
    types = focus is not None and focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    if button.shows_key and not types:
        button.click()


def _sequences(key: str) -> tuple[str, ...]:
    """As Qt has it: a letter with Shift is the same one, and there are two Enter keys."""
    if is_letter(key):
        return (key, f"Shift+{key}")
    return (key, key.removesuffix("Enter") + "Return") if key.endswith("Enter") else (key,)
