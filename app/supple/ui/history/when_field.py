"""A field for date and time."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import (
    QDate,
    QDateTime,
    QEvent,
    QLocale,
    QObject,
    QSize,
    Qt,
    QTime,
    QTimeZone,
)
from PySide6.QtGui import QPaintEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateTimeEdit, QToolButton

from supple.ui.look import Look
from supple.ui.widgets import draw

_NO_ZONE = QTimeZone.utc()
"""A zone with every hour: one that is left out here in spring was there where a session was."""
_ICON = 18
_EDGE = 8
_LONGEST_MONTH = 31
_ARROWS = (
    ("qt_calendar_prevmonth", "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}", "Earlier month"),
    ("qt_calendar_nextmonth", "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", "Later month"),
)
_SHEET = """
QDateTimeEdit {
  background: @surface; color: @ink; border: 1px solid @control; border-radius: 10px;
  padding: 0 ^12px; min-height: ^38px; max-height: ^38px;
  selection-background-color: @primary; selection-color: @on-primary;
}
QDateTimeEdit::drop-down { border: 0; width: ^34px; subcontrol-position: center right; }
QDateTimeEdit::down-arrow { image: none; }
QCalendarWidget QWidget { background: @surface; color: @ink; alternate-background-color: @sunken; }
QCalendarWidget QAbstractItemView {
  background: @surface; color: @ink;
  selection-background-color: @primary; selection-color: @on-primary;
}
QCalendarWidget QAbstractItemView:disabled { color: @control; }
QCalendarWidget QToolButton {
  background: transparent; color: @ink; border: 0; border-radius: 8px; padding: 4px 8px;
  font-weight: 600;
}
QCalendarWidget QToolButton:hover { background: @sunken; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget { background: @surface; border: 1px solid @control; }
QCalendarWidget #qt_calendar_navigationbar { background: @surface; }
QCalendarWidget QMenu { background: @surface; color: @ink; }
QCalendarWidget QSpinBox { background: @surface; color: @ink; border: 0; }
"""


class WhenField(QDateTimeEdit):
    """Up and Down change the part the cursor is in; the icon opens a calendar."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._last = QDate()
        self.setTimeZone(_NO_ZONE)
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setDisplayFormat("d MMM yyyy, HH:mm")
        self.setCalendarPopup(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dress_calendar()
        look.changed.connect(self._refresh)
        self._refresh()

    def show_moment(self, at: datetime) -> None:
        """Show ``at`` as the clock on the wall said it."""
        day, time = QDate(at.year, at.month, at.day), QTime(at.hour, at.minute)
        self.setDateTime(QDateTime(day, time, _NO_ZONE))

    def set_last(self, day: date) -> None:
        """The calendar offers no day after ``day``; typing is free, as one part comes at a time."""
        self._last = QDate(day.year, day.month, day.day)

    def moment(self) -> datetime:
        """What is shown, without a zone: the clock on the wall, whole minutes."""
        day, time = self.date(), self.time()
        return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())  # noqa: DTZ001

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._last.isValid():
            self._bound_calendar(max(self._last, self.date()))
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._look.px(_ICON)
        picture = self._look.pixmap("calendar-days", "ink", side, self.devicePixelRatioF())
        painter = draw.smooth(self)
        x = self.width() - side - self._look.px(12)
        painter.drawPixmap(x, (self.height() - side) // 2, picture)
        painter.end()

    def _bound_calendar(self, last: QDate) -> None:
        """No day after ``last``. Qt gives it the bounds of the field anew at each change."""
        calendar = self.calendarWidget()
        calendar.setMaximumDate(last)
        # The style sheet hides which days Qt has turned off.
        calendar.setDateTextFormat(QDate(), QTextCharFormat())
        faint = QTextCharFormat()
        faint.setForeground(self._look.theme.color("control"))
        for days in range(1, _LONGEST_MONTH):
            calendar.setDateTextFormat(last.addDays(days), faint)

    def _dress_calendar(self) -> None:
        """Days off work are days like any other here, and the arrows are seen in the dark."""
        calendar = self.calendarWidget()
        calendar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        calendar.installEventFilter(self)
        inside = calendar.layout()
        if inside is not None:
            inside.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, QTextCharFormat())
        for name, sign, words in _ARROWS:
            arrow = calendar.findChild(QToolButton, name)
            if isinstance(arrow, QToolButton):
                arrow.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
                arrow.setText(sign)
                arrow.setAccessibleName(words)

    def _refresh(self) -> None:
        from supple.ui.style import filled

        self.setStyleSheet(filled(_SHEET, self._look.theme, self._look.text_scale))
        self.setFont(self._look.font("body", numbers=True))
        calendar = self.calendarWidget()
        # Its own least size leaves the margins out.
        calendar.setMinimumSize(calendar.minimumSizeHint() + QSize(2 * _EDGE, 2 * _EDGE))
