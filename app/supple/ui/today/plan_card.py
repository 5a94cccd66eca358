"""Today's plan: what is done is ticked, and what comes next says when."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supple.core.day_rows import PlanRow
from supple.ui.look import Look
from supple.ui.page import clear
from supple.ui.text import Text
from supple.ui.today.rows import Mark, Row, focused, give_focus
from supple.ui.widgets.button import Button
from supple.ui.widgets.card import Card
from supple.ui.widgets.chip import Chip

_CLOCK = 48
"""Pixels for a time of day at text size 1."""
_PAD = 12
"""Pixels beside the words of a small button."""
OFF = "Reminders are off"


class DayPlanCard(Card):
    """A row for each time of the plan, and for what was done besides."""

    start_asked = Signal(str)
    """Id of the routine."""
    change_asked = Signal()
    """The plan is to be changed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, 20)
        self.setParent(parent)
        # The button's words end where the rows do.
        self.body.setContentsMargins(20, 16, 20 - _PAD, 4)
        self.body.setSpacing(2)
        self.setAccessibleName("Today\u2019s plan")
        self._shown: tuple[PlanRow, ...] = ()
        self.starts: list[Button] = []
        """The buttons of the rows that have one."""
        change = Button(look, "Change", "ghost", "small", hint="Change the plan")
        change.setAccessibleName("Change my plan")
        change.clicked.connect(lambda: self.change_asked.emit())
        head = QHBoxLayout()
        head.setSpacing(_PAD)
        head.addWidget(Text(look, "Today\u2019s plan", "subhead"))
        self._off = Text(look, OFF, "small", "muted", elide=True)
        head.addWidget(self._off, 1)
        head.addStretch(0)
        head.addWidget(change)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(0, 0, _PAD, 0)
        self.body.addLayout(head)
        self.body.addLayout(self._rows)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_plan(self, rows: tuple[PlanRow, ...], *, asks: bool = True) -> None:
        """Show the rows of the day. ``asks``: whether their times remind of themselves."""
        self._off.setVisible(not asks)
        self.setAccessibleDescription("" if asks else OFF)
        if rows == self._shown:
            # New rows would take the focus away from whoever is on one.
            return
        self._shown = rows
        at, self.starts = focused(self.starts), []
        clear(self._rows)
        for n, row in enumerate(rows):
            widget = TimeRow(self._look, row)
            widget.start_asked.connect(self.start_asked)
            widget.setProperty("ruled", n > 0)
            self._rows.addWidget(widget)
            if widget.start is not None:
                self.starts.append(widget.start)
        give_focus(self.starts, at)


class TimeRow(Row):
    """A time, what comes or came then, and how it stands."""

    start_asked = Signal(str)

    def __init__(self, look: Look, row: PlanRow) -> None:
        mark = Mark.NEXT if row.next else Mark.OPEN
        if row.done is not None and row.done.whole:
            mark = Mark.DONE
        super().__init__(look, row.name, row.detail, mark=mark)
        self.start: Button | None = None
        clock = Text(look, row.at, "body", "muted", numbers=True)
        clock.setFixedWidth(look.px(_CLOCK))
        self.line.insertWidget(0, clock, 0, Qt.AlignmentFlag.AlignVCenter)
        how = row.done.how if row.done is not None else "Up next" if row.next else ""
        # Beside a button there is no room for it: its detail says it.
        if how and not (row.done is not None and row.routine):
            token, role = ("primary-ink", "small-strong") if row.next else ("muted", "small")
            self.line.addWidget(Text(look, how, role, token))
        if row.routine:
            self._add_start(look, row)
        said = how.lower() or "not done"
        self.setAccessibleName(f"{row.at}, {row.name}, {said}, {row.detail}")

    def _add_start(self, look: Look, row: PlanRow) -> None:
        if row.read_first:
            self.line.addWidget(Chip(look, "Read first", "care", icon="shield-alert"))
        caution = ", read first" if row.read_first else ""
        self.start = button = Button(look, "Start now", size="small")
        button.setObjectName(f"{row.at} {row.routine}")
        button.setAccessibleName(f"Start {row.name}, planned for {row.at}, {row.detail}{caution}")
        button.clicked.connect(lambda: self.start_asked.emit(row.routine))
        self.line.addWidget(button)
