"""Back, the name, and how long it takes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from supple.core import labels
from supple.core.routine_format import NAME_LENGTH
from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.button import Button

LONG_S = 30 * 60.0
"""Seconds from which the total stands in another colour."""
_WIDE, _HIGH = 300, 44


class Head(QHBoxLayout):
    """The head of the editor."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSpacing(8)
        self.back = Button(look, kind="quiet", icon="arrow-left", hint="Back to My routines")
        self.name = NameField(look)
        self._total = Text(look, "0:00", "display", numbers=True)
        self._in_all = Text(look, "in all", "body", "muted")
        self.addWidget(self.back)
        self.addWidget(self.name, 1)
        self.addStretch(0)
        self.addWidget(self._total)
        low = Qt.AlignmentFlag.AlignBottom
        self.addWidget(self._in_all, 0, low)
        self._in_all.setContentsMargins(0, 0, 0, 0)
        look.changed.connect(self._fit)
        self._fit()

    def show_total(self, seconds: float, end_s: float = 0.0) -> None:
        """How long the routine takes, ``end_s`` of it after its last row."""
        self._total.say(labels.clock(seconds))
        self._total.set_token("accent-ink" if seconds > LONG_S else "ink")
        minutes, rest = divmod(round(seconds), 60)
        spoken = f"{labels.plural(minutes, 'minute')} {labels.plural(rest, 'second')} in all"
        self._total.setAccessibleName(spoken)
        last = round(end_s)
        hint = f"{last} s of it to come to an end, after the last row" if last else ""
        for part in (self._total, self._in_all):
            part.setToolTip(hint)
        self._total.setAccessibleDescription(hint.replace(" s ", " seconds ", 1))

    def _fit(self) -> None:
        self.name.setMaximumWidth(self._look.px(_WIDE * 1.4))
        self.name.setMinimumWidth(self._look.px(_WIDE * 0.6))
        self.name.setFixedHeight(self._look.px(_HIGH))
        self._in_all.setFixedHeight(self._look.px(30))


class NameField(QLineEdit):
    """The routine's name."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setMaxLength(NAME_LENGTH)
        self.setPlaceholderText("Name of the routine")
        self.setAccessibleName("Name of the routine")
        self._pencil = QAction(self)
        self.addAction(self._pencil, QLineEdit.ActionPosition.TrailingPosition)
        self._pencil.triggered.connect(self._on_pencil)
        look.changed.connect(self._refresh)
        self._refresh()

    def _on_pencil(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def _refresh(self) -> None:
        self._pencil.setIcon(self._look.icon("pencil", "muted", 18))
        self.setFont(self._look.font("heading"))
