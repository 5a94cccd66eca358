"""A key cap that, once pressed, waits for the key that is to take its place."""

from __future__ import annotations

from string import ascii_uppercase

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy

from supple.ui.look import Look
from supple.ui.settings.key_press import is_half, name_of, other_letter
from supple.ui.widgets import draw

WAITS = "Press a key\N{HORIZONTAL ELLIPSIS}"
_HEIGHT, _LEAST, _PAD, _RADIUS = 32, 44, 11, 8
_RESETS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_MOVES = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
"""Nobody is held here who did not mean to teach a key."""


class KeyButton(QPushButton):
    """Shows a key. A press has it wait for another, which ``given`` tells; whoever hears that
    ends the waiting with :meth:`stop`, or lets it go on."""

    waits = Signal(bool)
    """It begins to wait for a key, or waits no longer."""
    given = Signal(str)
    """The canonical name of the key that was pressed."""
    nameless = Signal()
    """A key was pressed that could not be known again."""
    half = Signal()
    """One that only works with others was pressed and let go by itself."""
    usual_asked = Signal()
    """The usual key is to come back."""

    def __init__(self, look: Look, does: str) -> None:
        """``does`` is what the key does."""
        super().__init__()
        self._look = look
        self._does = does
        self._spoken = ""
        self._waiting = False
        self._held = 0
        self._half = False
        self.by_keypad = False
        """Whether the last key that was given is one of the keypad."""
        self._probes: list[QShortcut] = []
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription("Press it, then the new key")
        self.clicked.connect(self._on_click)
        look.changed.connect(self._refresh)

    @property
    def waiting(self) -> bool:
        """Whether the next key is taken."""
        return self._waiting

    def show_key(self, cap: str, spoken: str) -> None:
        """``spoken`` is what a screen reader says for ``cap``."""
        self.setText(cap)
        self._spoken = spoken
        self._refresh()

    def stop(self) -> None:
        """Wait no longer."""
        if self._waiting:
            self._waiting = False
            self._drop_probes()
            self._refresh()
            self.waits.emit(False)

    def sizeHint(self) -> QSize:
        return QSize(self._width_of(self._shown()), self._look.px(_HEIGHT))

    def waiting_width(self) -> int:
        """Pixels it is wide while it waits, at least."""
        return self._width_of(WAITS)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._still_held(event):
            return True
        if self._waiting and isinstance(event, QKeyEvent):
            kind = event.type()
            if kind == QEvent.Type.ShortcutOverride:
                # No shortcut of the window is to have the key, unless to tell its other name.
                event.setAccepted(not self._probe(event))
                return event.isAccepted()
            if kind == QEvent.Type.KeyPress and event.key() not in _MOVES:
                self._take(event)
                return True
            if kind == QEvent.Type.KeyRelease:
                if self._half and is_half(event):
                    self._half = False
                    self.half.emit()
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = draw.smooth(self)
        fill = theme.color(
            "track" if self.isDown() else "sunken" if self.underMouse() else "surface"
        )
        edge = theme.color("primary" if self._waiting else "control")
        box = QRectF(self.rect())
        width = 2.0 if self._waiting else 1.0
        draw.rounded(painter, box, self._look.px(_RADIUS), fill, edge, width)
        painter.setFont(self._look.font("body-medium"))
        painter.setPen(theme.color("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._shown())
        painter.end()

    def _width_of(self, text: str) -> int:
        width = QFontMetricsF(self._look.font("body-medium")).horizontalAdvance(text)
        return max(self._look.px(_LEAST), round(width + self._look.px(2 * _PAD)))

    def _shown(self) -> str:
        return WAITS if self._waiting else self.text()

    def _on_click(self) -> None:
        if self._waiting:
            self.stop()
            return
        self._waiting = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()
        self.waits.emit(True)

    def _still_held(self, event: QKeyEvent) -> bool:
        """Whether it is the key that was taken, held down: it presses nothing once it is taken."""
        if event.key() != self._held:
            return False
        if event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat():
            self._held = 0
            return True
        return event.isAutoRepeat()

    def _take(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        self._half = is_half(event)
        if self._half:
            return
        self._held = event.key()
        keypad = Qt.KeyboardModifier.KeypadModifier
        self.by_keypad = bool(event.modifiers() & keypad)
        alone = not event.modifiers() & ~keypad
        if alone and event.key() == Qt.Key.Key_Escape:
            self.stop()
        elif alone and event.key() in _RESETS:
            self.usual_asked.emit()
        else:
            self._drop_probes()
            try:
                name = name_of(event)
            except ValueError:
                self.nameless.emit()
            else:
                self.given.emit(name)

    def _probe(self, event: QKeyEvent) -> bool:
        """Whether it is found out first which Latin letter is on the same key.

        On a Russian keyboard Qt hears H where the letter is another. A name of ours that both
        layouts have is heard in both, and never hides the usual key behind the same letter.
        """
        if event.isAutoRepeat():
            return False
        try:
            held = other_letter(name_of(event))
        except ValueError:
            return False
        self._drop_probes()
        for letter in ascii_uppercase:
            probe = QShortcut(QKeySequence(held + letter), self)
            probe.setContext(Qt.ShortcutContext.WidgetShortcut)
            for heard in (probe.activated, probe.activatedAmbiguously):
                heard.connect(lambda name=held + letter: self._on_probe(name))
            self._probes.append(probe)
        return True

    def _on_probe(self, name: str) -> None:
        self._drop_probes()
        self.given.emit(name)

    def _drop_probes(self) -> None:
        for probe in self._probes:
            probe.setEnabled(False)
            probe.deleteLater()
        self._probes.clear()

    def _refresh(self) -> None:
        now = "press a key" if self._waiting else self._spoken
        self.setAccessibleName(f"{self._does}: {now}")
        self.setToolTip("" if self._waiting else "Change the key")
        self.updateGeometry()
        self.update()
