"""The left side of the summary: the week's ring, and what this session was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from supple.core import labels
from supple.core.summary import SummaryView, goal_line, weeks_line
from supple.ui.look import Look
from supple.ui.widgets import draw
from supple.ui.widgets.card import Card
from supple.ui.widgets.label import Label
from supple.ui.widgets.weekring import WeekRing

_WIDTH, _ROW = 300, 42


class Facts(QWidget):
    """Two cards, one above the other."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.week = _Week(look)
        self.numbers = _Numbers(look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.week)
        self._column.addWidget(self.numbers)
        self._column.addStretch(1)

    def show_summary(self, view: SummaryView) -> None:
        """Fill both cards."""
        self.week.show_summary(view)
        self.numbers.show_summary(view)

    def set_scale(self, scale: float, text: float | None = None) -> None:
        """1 is 300 pixels wide; the figures follow ``text``, None: ``scale`` as well."""
        self.setFixedWidth(round(_WIDTH * scale))
        self._column.setSpacing(round(16 * scale))
        self.week.set_scale(scale)
        self.numbers.set_scale(scale, text)


class _Week(Card):
    def __init__(self, look: Look) -> None:
        super().__init__(look, 24)
        self._scale = 1.0
        self.ring = WeekRing(look, 168, 16)
        self.goal = Label(look, role="note-strong")
        self._flame = QLabel()
        self._flame.setAccessibleName("")
        self.weeks = Label(look, role="session-strong", token="primary")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._flame)
        row.addWidget(self.weeks)
        row.addStretch(1)
        for widget in (self.ring, self.goal):
            self.body.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addLayout(row)
        look.changed.connect(self._refresh)

    def show_summary(self, view: SummaryView) -> None:
        self.ring.set_days(view.done, view.goal, view.goal_counts.value)
        self.goal.say(goal_line(view.done, view.goal, view.goal_counts, view.new_week_on))
        self.weeks.say(weeks_line(view.weeks_in_a_row))
        for widget in (self.weeks, self._flame):
            widget.setVisible(bool(self.weeks.text()))

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        pad = round(24 * scale)
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(round(10 * scale))
        # The ring follows the program's text size by itself; here only the page's scale counts.
        self.ring.set_scale(scale / self._look.text_scale)
        self.goal.set_scale(scale)
        self.weeks.set_scale(max(0.8, scale))
        self._refresh()

    def _refresh(self) -> None:
        side = round(18 * self._scale)
        picture = self._look.pixmap("flame", "primary", side, self.devicePixelRatioF())
        self._flame.setPixmap(picture)


class _Numbers(Card):
    def __init__(self, look: Look) -> None:
        super().__init__(look, 20)
        self.rows = {
            name: _Row(look, name) for name in ("Held", "In all", "Stretches", "Pain before")
        }
        self.body.setSpacing(0)
        for row in self.rows.values():
            self.body.addWidget(row)
        self.rows["Held"].first = True

    def show_summary(self, view: SummaryView) -> None:
        self.rows["Held"].show_value(labels.minutes(view.held_s))
        self.rows["In all"].setVisible(view.length_s > 0)
        self.rows["In all"].show_value(labels.minutes(view.length_s))
        self.rows["Stretches"].show_value(f"{view.stretches_done} of {view.stretches}")
        before = view.pain_before
        self.rows["Pain before"].setVisible(before is not None)
        self.rows["Pain before"].show_value("" if before is None else str(before))

    def set_scale(self, scale: float, text: float | None = None) -> None:
        self.body.setContentsMargins(
            round(20 * scale), round(8 * scale), round(20 * scale), round(8 * scale)
        )
        for row in self.rows.values():
            row.set_scale(scale, text)


class _Row(QWidget):
    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.first = False
        self._name = Label(look, name, "session-body", "muted")
        self._value = Label(look, "", "session-strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._name)
        row.addStretch(1)
        row.addWidget(self._value)

    def show_value(self, text: str) -> None:
        self._value.say(text)
        self.setAccessibleName(f"{self._name.text()}: {text}")

    def set_scale(self, scale: float, text: float | None = None) -> None:
        self.setFixedHeight(round(_ROW * scale))
        for label in (self._name, self._value):
            label.set_scale(max(0.8, scale) * (text or scale) / scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.first:
            return
        painter = draw.smooth(self)
        painter.fillRect(0, 0, self.width(), 1, self._look.theme.color("line"))
        painter.end()
