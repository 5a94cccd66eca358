"""What a form is made of: a name, a control, and what is to be told about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from supple.core.stretch_draft import SIDE, Check
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.announce import announce
from supple.ui.widgets.button import Button

_ICON = 15
SIDE_HINT = "Puts in {side}: said as left, then as right"


class Line(QLineEdit):
    """A line to type in. Taking back is left to the form, which takes back everything."""

    typed = Signal(str)
    entered = Signal()
    """Enter was pressed."""
    emptied = Signal()
    """Backspace was pressed with nothing left to take away."""

    def __init__(self, look: Look, name: str, example: str = "") -> None:
        """``name`` is what a screen reader says, ``example`` stands in the empty line."""
        super().__init__()
        self._look = look
        self._cursor = 0
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self.typed)

    def show_text(self, text: str) -> None:
        """Show ``text``; the cursor stays where it is when it is there already."""
        if text != self.text():
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)  # a long line is read from its beginning

    def put_in(self, text: str) -> None:
        """Write ``text`` where the cursor is, or was last, as if typed."""
        if not self.hasFocus():
            self.setCursorPosition(self._cursor)
        self.insert(text)
        self._cursor = self.cursorPosition()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
                if event.matches(key):
                    event.ignore()
                    return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._cursor = self.cursorPosition()
        super().focusOutEvent(event)
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
            return
        super().keyPressEvent(event)


class SideLine(QWidget):
    """A line that may name the leg at work, with a button that writes the word for it."""

    typed = Signal(str)

    def __init__(self, look: Look, name: str, example: str = "") -> None:
        super().__init__()
        self.line = Line(look, name, example)
        self.line.typed.connect(self.typed)
        self.side = Button(look, "left/right", "quiet", "small", hint=SIDE_HINT)
        self.side.setAccessibleName(f"Put left or right into {name}")
        self.side.clicked.connect(self._put_side)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.side)
        self.setFocusProxy(self.line)

    def show_text(self, text: str) -> None:
        """See ``Line.show_text``."""
        self.line.show_text(text)

    def set_sided(self, sided: bool) -> None:
        """Whether the word for the leg can be used."""
        self.side.setVisible(sided)

    def _put_side(self) -> None:
        self.line.put_in(SIDE)
        here = self.line.cursorPosition()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.setCursorPosition(here)


class CheckLine(QWidget):
    """What is to be told about a field: a mark, words, and a button where it can be mended."""

    fix_asked = Signal(object)
    """The ``Check``."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._check: Check | None = None
        self._mark = QLabel()
        self._words = Text(look, "", "small", "muted", wrap=True)
        self.button = Button(look, "", "soft", "tiny")
        self.button.clicked.connect(lambda: self.fix_asked.emit(self._check))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._refresh)
        self.hide()

    @property
    def check(self) -> Check | None:
        """What is told now."""
        return self._check

    def show_check(self, check: Check | None) -> None:
        """Tell of ``check``; None for nothing."""
        if check == self._check:
            return
        self._check = check
        if check is not None:
            self._words.say(check.text)
            self.button.setText(check.fix)
            self.button.setVisible(bool(check.fix))
            self._refresh()
            if check.stops:
                announce(self, check.text)
        self.setVisible(check is not None)

    def _refresh(self) -> None:
        if self._check is None:
            return
        token = "accent-ink" if self._check.stops else "muted"
        name = "shield-alert" if self._check.stops else "info"
        self._words.set_token(token)
        side, dpr = self._look.px(_ICON), self.devicePixelRatioF()
        self._mark.setPixmap(self._look.pixmap(name, token, side, dpr))
        self.updateGeometry()


class Field(QWidget):
    """A name above a control, a hint if there is one, and a ``CheckLine`` below."""

    def __init__(self, look: Look, name: str, control: QWidget, hint: str = "") -> None:
        super().__init__()
        self.control = control
        self._hint = hint
        self.line = CheckLine(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if name:
            column.addWidget(Text(look, name, "body-medium", wrap=True))
        if hint:
            column.addWidget(Text(look, hint, "small", "muted", wrap=True))
        column.addWidget(control)
        column.addWidget(self.line)
        self._describe("")

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Tell of the first of ``checks``; nothing when there is none."""
        self.line.show_check(checks[0] if checks else None)
        self._describe(checks[0].text if checks else "")

    def _describe(self, text: str) -> None:
        """Told with the control when it has the focus."""
        words = " ".join(part for part in (text, self._hint) if part)
        (self.control.focusProxy() or self.control).setAccessibleDescription(words)
