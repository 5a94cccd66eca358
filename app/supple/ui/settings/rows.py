"""The parts a settings card is made of."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.ui.look import Look
from supple.ui.text import Text
from supple.ui.widgets.card import Card

RING = 4
"""Pixels beside a control that its focus ring needs."""


class SettingRow(QWidget):
    """A name, a hint below it if there is one, and the control at the end."""

    def __init__(
        self, look: Look, name: str, control: QWidget, hint: str = "", *, ruled: bool = False
    ) -> None:
        super().__init__()
        self._look = look
        self._ruled = ruled
        self._least = 64 if hint else 56
        self._control = control
        words = QVBoxLayout()
        words.setSpacing(0)
        # Beside a taller control they stay together.
        words.addStretch(1)
        self._name = Text(look, name, "body-medium", wrap=True)
        words.addWidget(self._name)
        self._hint = Text(look, hint, "small", "muted", wrap=True)
        self._hint.setVisible(bool(hint))
        words.addWidget(self._hint)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, RING, 10)
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addWidget(control)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        if hint:
            self._describe(hint)

    def set_name(self, name: str) -> None:
        """Another name."""
        self._name.say(name)

    def set_hint(self, hint: str) -> None:
        """Other small words under the name; "" for none."""
        self._hint.say(hint)
        self._hint.setVisible(bool(hint))
        self._describe(hint)

    def set_hint_token(self, token: str) -> None:
        """Another colour of the small words."""
        self._hint.set_token(token)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), max(least.height(), self._look.px(self._least)))

    def _describe(self, hint: str) -> None:
        """Tell the hint with whatever of the control has the focus."""
        control = self._control
        inside = control.findChildren(QAbstractButton) if not control.focusPolicy() else []
        for part in (control.focusProxy() or control, *inside):
            part.setAccessibleDescription(hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ruled:
            painter = QPainter(self)
            painter.fillRect(0, 0, self.width() - RING, 1, self._look.theme.color("line"))
            painter.end()


class Rule(QWidget):
    """A thin line across a card."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width() - RING, 1, self._look.theme.color("line"))
        painter.end()


class SettingsCard(Card):
    """A titled card of rows."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(look, 24)
        self.body.setContentsMargins(24, 16, 24 - RING, 6)
        self.body.setSpacing(0)
        self._count = 0
        self._rows: dict[QWidget, SettingRow] = {}
        if title:
            self.body.addWidget(Text(look, title, "subhead"))
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def add_row(self, name: str, control: QWidget, hint: str = "") -> None:
        """One setting."""
        row = SettingRow(self._look, name, control, hint, ruled=self._count > 0)
        self.body.addWidget(row)
        self._rows[control] = row
        self._count += 1

    def set_name(self, control: QWidget, name: str) -> None:
        """Another name for the setting of ``control``. Raises KeyError for a foreign one."""
        self._rows[control].set_name(name)

    def set_hint(self, control: QWidget, hint: str) -> None:
        """Other small words for the setting of ``control``. Raises KeyError for a foreign one."""
        self._rows[control].set_hint(hint)

    def set_hint_token(self, control: QWidget, token: str) -> None:
        """Another colour for those words. Raises KeyError for a foreign ``control``."""
        self._rows[control].set_hint_token(token)

    def set_shown(self, control: QWidget, shown: bool) -> None:
        """Show or hide a whole row. Raises KeyError for a foreign ``control``."""
        self._rows[control].setVisible(shown)

    def add_rule(self, part: QWidget) -> None:
        """Something without a name, below a line."""
        rule = Rule(self._look)
        self.body.addWidget(rule)
        self.body.addWidget(part)
