"""The hours of a day in which breaks are asked for: one range or several."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from supple.core.breaks.times import DAY_MIN, Range, clock, range_of
from supple.core.settings import MOST_RANGES
from supple.ui.look import Look
from supple.ui.settings.text_rows import TextRows
from supple.ui.settings.time_pick import TimePick
from supple.ui.text import Text
from supple.ui.widgets.button import Button

_AFTER, _LONG = 60, 4 * 60
"""Minutes a new range begins after the last one, and lasts."""


class HoursField(TextRows):
    """``changed`` carries the ranges as settings have them, such as ``09:00-17:30``."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Add hours", MOST_RANGES, Qt.AlignmentFlag.AlignRight)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _build(self, place: int, text: str) -> QWidget:
        span = range_of(text)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if len(self._texts) > 1:
            hint = f"Leave out {span_name(span)}"
            gone = Button(self._look, "", "quiet", "small", icon="x", hint=hint)
            gone.clicked.connect(lambda: self._leave_out(place))
            row.addWidget(gone)
        begin = TimePick(self._look, "From", span.begin)
        end = TimePick(self._look, "To", span.end, midnight=True)
        begin.picked.connect(lambda minute: self._set(place, span_text(minute, span.end)))
        end.picked.connect(lambda minute: self._set(place, span_text(span.begin, minute)))
        row.addWidget(begin)
        row.addWidget(Text(self._look, "and", token="muted"))
        row.addWidget(end)
        return box

    def _new(self) -> str:
        begin = (range_of(self._texts[-1]).end + _AFTER) % DAY_MIN
        return span_text(begin, (begin + _LONG) % DAY_MIN)


def span_text(begin: int, end: int) -> str:
    """Two minutes of the day as settings have a range. One without a length becomes an hour."""
    if begin == end:
        end = (begin + 60) % DAY_MIN
    return f"{clock(begin)}-{clock(end or DAY_MIN)}"


def span_name(span: Range) -> str:
    """Such as ``09:00 to 17:30``."""
    return f"{clock(span.begin)} to {clock(span.end)}"
