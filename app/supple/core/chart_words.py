"""Each chart of the History page in a sentence or two, for those who do not see it."""

from __future__ import annotations

from collections.abc import Callable

from supple.core import labels
from supple.core.history_view import Chart, DayCell, HistoryView, WeekBar


def words(view: HistoryView, chart: Chart) -> str:
    """What the chart shows, in whole sentences."""
    return _WORDS[chart](view)


def _days(view: HistoryView) -> str:
    done = [cell for cell in view.cells if cell.held_s > 0]
    off = sum(cell.off is not None for cell in view.cells)
    if not done:
        text = "No session in the last year."
    else:
        days = labels.plural(len(done), "day")
        text = f"Something was held on {days} of the last year. {_fullest(done)}"
    return f"{text} {labels.plural(off, 'day')} marked as off." if off else text


def _fullest(done: list[DayCell]) -> str:
    most = max(done, key=lambda cell: (cell.held_s, cell.day))
    return f"The fullest day: {most.text}."


def _weeks(view: HistoryView) -> str:
    held = [bar for bar in view.bars if bar.minutes > 0]
    if not held:
        return f"No minutes in the last {len(view.bars)} weeks."
    this = f"{_length(view.bars[-1].minutes)} this week so far"
    before = view.bars[view.bars.index(held[0]) : -1]
    if not before:
        return f"{this}."
    mean = sum(bar.minutes for bar in before) / len(before)
    weeks = "week" if len(before) == 1 else f"{len(before)} weeks"
    most = max(held, key=_minutes)
    return f"{this}; {_length(mean)} a week in the {weeks} before. The most: {most.text}."


def _minutes(bar: WeekBar) -> float:
    return bar.minutes


def _angles(view: HistoryView) -> str:
    if not view.angles:
        return "No leg raise checked yet."
    last = view.angles[-1]
    return f"Last check: {last.text}. From 80° on a leg is not tight. {view.angle_line}"


def _pain(view: HistoryView) -> str:
    return view.pain_line


def _doses(view: HistoryView) -> str:
    return f"{'. '.join(dose.text for dose in view.doses)}."


def _length(minutes: float) -> str:
    return labels.minutes(minutes * 60) if minutes else "0 min"


_WORDS: dict[Chart, Callable[[HistoryView], str]] = {
    Chart.DAYS: _days,
    Chart.WEEKS: _weeks,
    Chart.ANGLES: _angles,
    Chart.PAIN: _pain,
    Chart.DOSES: _doses,
}
