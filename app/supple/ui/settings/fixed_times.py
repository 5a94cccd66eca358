"""Times of day that ask for a break by themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supple.core.breaks.times import DAY_MIN, FixedTime, fixed_of
from supple.core.settings import MOST_BREAK_TIMES
from supple.ui.look import Look
from supple.ui.settings.pick import Choice, Pick
from supple.ui.settings.rows import RING
from supple.ui.settings.text_rows import TextRows
from supple.ui.settings.time_pick import TimePick
from supple.ui.widgets.button import Button

_OCCASIONS: tuple[Choice, ...] = (
    ("", "A break", ""),
    ("rising", "After getting up", ""),
    ("bedtime", "Before bed", ""),
)
_FIRST, _AFTER, _STEP, _PICK = 10 * 60 + 30, 120, 5, 190


class FixedTimes(TextRows):
    """``changed`` carries the times as settings have them, such as ``07:00 rising``."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Add a time", MOST_BREAK_TIMES, Qt.AlignmentFlag.AlignLeft)
        self._column.setContentsMargins(0, 8, RING, 12)

    def _build(self, place: int, text: str) -> QWidget:
        fixed = fixed_of(text)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        time = TimePick(self._look, "Time", fixed.minute, step=_STEP)
        time.picked.connect(lambda at: self._set(place, _text(FixedTime(at, fixed.occasion))))
        kind = Pick(self._look, f"What for, at {fixed.clock}", _OCCASIONS, width=_PICK)
        kind.combo.setProperty("compact", True)
        kind.choose(fixed.occasion)
        kind.picked.connect(lambda key: self._set(place, _text(FixedTime(fixed.minute, key))))
        hint = f"Leave out {fixed.clock}"
        gone = Button(self._look, "", "quiet", "small", icon="x", hint=hint)
        gone.clicked.connect(lambda: self._leave_out(place))
        for part in (time, kind, gone):
            row.addWidget(part)
        return box

    def _new(self) -> str:
        taken = {fixed_of(text).minute for text in self._texts}
        minute = _FIRST
        while minute in taken:
            minute = (minute + _AFTER) % DAY_MIN
        return _text(FixedTime(minute))


def _text(fixed: FixedTime) -> str:
    return f"{fixed.clock} {fixed.occasion}".strip()
